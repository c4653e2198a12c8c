"""Bytes → a file, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from desktop.errors import TargetError

_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def save_pdf(path: Path, data: bytes) -> None:
    """Write a file beside the target, flush it to the disk and only then put it in the target's place.

    Raises:
        TargetError: The disk is full or the target cannot be written; a file that stood there is untouched.
    """
    target = Path(os.path.realpath(path))  # a link goes on pointing to the file
    if target.is_dir():
        raise TargetError("“{path}” is a folder; give the name of a file in it.", path=path)
    _check_standing(target, path)
    beside = target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as problem:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _sentence(problem, path) from problem


def _check_standing(target: Path, path: Path) -> None:
    """Refuse to put a file in the place of a device or of a protected file: renaming would not ask."""
    if target.exists() and not target.is_file():
        raise TargetError("“{path}” is not an ordinary file; choose another place.", path=path)
    if target.exists() and not os.access(target, os.W_OK):
        raise TargetError("“{path}” is protected; choose another place or take the protection off.", path=path)


def _sentence(problem: OSError, path: Path) -> TargetError:
    if problem.errno in _FULL:
        return TargetError("There is no room left on the disk for “{path}”; free some and try again.", path=path)
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return TargetError("The folder of “{path}” does not exist; make it first or choose another.", path=path)
    if problem.errno in _FORBIDDEN:
        return TargetError(
            "“{path}” cannot be written: it is protected, or open in another program; choose another place.", path=path
        )
    return TargetError("“{path}” cannot be written: {why}.", path=path, why=problem.strerror or problem)
