"""Files replaced as a whole or not at all: pages, editions and all else that a person would miss."""

from __future__ import annotations

import errno
import filecmp
import glob
import os
import shutil
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from desktop.errors import TargetError

BACKUP = ".bak"
_LONGEST_STEM = 60
"""Characters of the name that the file beside it begins with: it is longer than the target's name otherwise."""

_LONG_AGO = 3600
"""Seconds after which no program can be writing a file still."""

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
        errno.ENAMETOOLONG: "{file} was not written: the name is too long. Choose a shorter one.",
    }
)


def write_file(path: Path, data: bytes) -> None:
    """Write a file's bytes and put it in its place once it is safe on the disk.

    Raises:
        TargetError: It could not be written; what was on disk is untouched.
    """

    def write(file: BinaryIO) -> None:
        file.write(data)

    replace_file(path, write)


def replace_file(path: Path, write: Callable[[BinaryIO], None], *, backup: bool = False) -> None:
    """Write a file beside ``path`` and put it in its place once it is safe on the disk.

    Args:
        path: the file.
        write: writes what is to be in it.
        backup: keep what is replaced as ``NAME.bak``, unless it is the same.

    Raises:
        TargetError: It could not be written; what was on disk is untouched.
    """
    fresh: Path | None = None
    try:
        target = Path(os.path.realpath(path))  # a link goes on pointing to the file
        _check_standing(target, path)
        fresh = _beside(target)
        with fresh.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(target.stat().st_mode & 0o777)
            if backup and not filecmp.cmp(fresh, target, shallow=False):  # else the version before that would go
                _keep(target)
        fresh.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        template = _SENTENCES.get(error.errno or 0, "{file} was not written: {why}." + _KEPT)
        raise TargetError(template, file=str(path), why=error.strerror or str(error)) from error
    finally:
        if fresh is not None:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)


def _check_standing(target: Path, path: Path) -> None:
    """Refuse to put a file in the place of a folder, a device or a protected file: renaming would not ask."""
    if target.is_dir():
        raise TargetError(_SENTENCES[errno.EISDIR], file=str(path))
    if not target.exists():
        return
    if not target.is_file():
        raise TargetError("{file} was not written: it is no ordinary file. Choose another place.", file=str(path))
    if not os.access(target, os.W_OK):
        raise TargetError("{file} was not written: it is protected. Choose another place.", file=str(path))


def _beside(path: Path) -> Path:
    """Return a name of its own for a file in the same folder."""
    return path.with_name(f".{path.name[:_LONGEST_STEM]}.{uuid.uuid4().hex[:8]}.tmp")


def _keep(path: Path) -> None:
    """Copy a file to its backup; copied, not renamed, so that it never is missing under its own name."""
    fresh = _beside(path)
    try:
        shutil.copyfile(path, fresh)
        with suppress(OSError):  # some network drives keep no times; the backup's is that of the version in it
            shutil.copystat(path, fresh)
        fresh.replace(path.with_name(path.name + BACKUP))
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Remove what programs that were ended in the middle of writing ``path`` left beside it, if that was long ago."""
    pattern = f".{glob.escape(path.name[:_LONGEST_STEM])}.{'[0-9a-f]' * 8}.tmp"
    for left in path.parent.glob(pattern):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut where the system lets folders be synced (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
