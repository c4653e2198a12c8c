"""Files replaced as a whole or not at all, the previous one kept as a backup."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from desktop.errors import TargetError

BACKUP = ".bak"

_KEPT = " The file on disk is as it was."
_REFUSED = (
    "{file} was not written: it or its folder may not be changed, or another program has it open. Save it elsewhere."
)
_SENTENCES = MappingProxyType(
    {
        errno.ENOSPC: "{file} was not written: the disk is full. Make room and save again." + _KEPT,
        getattr(errno, "EDQUOT", -1): "{file} was not written: your share of the disk is used up." + _KEPT,
        errno.EACCES: _REFUSED + _KEPT,
        errno.EPERM: _REFUSED + _KEPT,
        errno.EROFS: "{file} was not written: the disk can only be read. Save it elsewhere." + _KEPT,
        errno.ENOENT: "{file} was not written: there is no such folder.",
        errno.ENOTDIR: "{file} was not written: there is no such folder.",
        errno.EISDIR: "{file} was not written: a folder has that name.",
    }
)


def replace_file(path: Path, write: Callable[[BinaryIO], None], *, backup: bool = False) -> None:
    """Write a file beside ``path`` and put it in its place once it is safe on the disk.

    Raises:
        TargetError: It could not be written; what was on disk is untouched.
    """
    if path.is_dir():
        raise TargetError(_SENTENCES[errno.EISDIR], file=str(path))
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        with fresh.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if backup and path.exists():
            _keep(path)
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        template = _SENTENCES.get(error.errno or 0, "{file} was not written: {why}." + _KEPT)
        raise TargetError(template, file=str(path), why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _keep(path: Path) -> None:
    """Copy a file to its backup; copied, not renamed, so that it never is missing under its own name."""
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        shutil.copyfile(path, fresh)
        fresh.replace(path.with_name(path.name + BACKUP))
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut where the system lets folders be synced (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
