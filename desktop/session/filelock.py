"""A lock on a file that ends with its process, whatever becomes of that: POSIX advisory locks, Windows byte locks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO


class FileLock:
    """An exclusive lock on a file, held until ``release``."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Give the lock up."""
        self._file.close()


def lock_file(path: Path) -> FileLock | None:
    """Lock a file, made if it is not there; None when another holder has it.

    Raises:
        OSError: The file cannot be opened, or files cannot be locked there.
    """
    file = path.open("ab")
    try:
        _LOCKS.get(sys.platform, _lock_posix)(file)
    except (BlockingIOError, PermissionError):  # what POSIX and Windows say of a lock that somebody has
        file.close()
        return None
    except OSError:
        file.close()
        raise
    return FileLock(file)


def _lock_posix(file: BinaryIO) -> None:
    fcntl = import_module("fcntl")
    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_windows(file: BinaryIO) -> None:
    msvcrt = import_module("msvcrt")
    file.seek(0)
    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)


_LOCKS: MappingProxyType[str, Callable[[BinaryIO], None]] = MappingProxyType({"win32": _lock_windows})
