"""A lock on a file that ends with its process, whatever becomes of that: POSIX advisory locks, Windows byte locks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

_FAR = 1 << 30
"""The byte that is locked on Windows, far behind all that a lock's file says."""


class FileLock:
    """An exclusive lock on a file, held until ``release``."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, data: bytes) -> None:
        """Let the file say this and nothing else.

        Raises:
            OSError: It cannot be written.
        """
        self._file.truncate(0)
        self._file.write(data)
        self._file.flush()

    def release(self) -> None:
        """Give the lock up."""
        self._file.close()


def lock_file(path: Path) -> FileLock | None:
    """Lock a file, made if it is not there; None when another holder has it.

    Raises:
        OSError: The file cannot be opened, or files cannot be locked there.
    """
    while True:
        file = path.open("ab")
        if not _locked(file):
            return None
        if _is_at(file, path):
            return FileLock(file)
        file.close()  # its holder removed it while we waited at the door: lock the one that is there now


def _locked(file: BinaryIO) -> bool:
    """Lock an open file; closed where that fails."""
    try:
        _LOCKS.get(sys.platform, _lock_posix)(file)
    except (BlockingIOError, PermissionError):  # what POSIX and Windows say of a lock that somebody has
        file.close()
        return False
    except OSError:
        file.close()
        raise
    return True


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _lock_posix(file: BinaryIO) -> None:
    fcntl = import_module("fcntl")
    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_windows(file: BinaryIO) -> None:
    msvcrt = import_module("msvcrt")
    file.seek(_FAR)  # what the file says stays readable for others
    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)


_LOCKS: MappingProxyType[str, Callable[[BinaryIO], None]] = MappingProxyType({"win32": _lock_windows})
