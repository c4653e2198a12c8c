"""File locks on every platform's branch."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.session.filelock import lock_file


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first = lock_file(tmp_path / "lock")
    assert first is not None
    assert lock_file(tmp_path / "lock") is None
    first.release()
    second = lock_file(tmp_path / "lock")
    assert second is not None
    second.release()


@pytest.mark.parametrize("held", [False, True])
def test_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool) -> None:
    asked: list[tuple[int, int]] = []

    def locking(_file: int, mode: int, count: int) -> None:
        asked.append((mode, count))
        if held:
            raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    lock = lock_file(tmp_path / "lock")
    assert (lock is None) is held
    assert asked == [(2, 1)]
    if lock is not None:
        lock.release()


def test_where_files_cannot_be_locked_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(_file: int, _mode: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(flock=flock, LOCK_EX=2, LOCK_NB=4))
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(OSError, match="no locks"):
        lock_file(tmp_path / "lock")


def test_a_lock_that_was_removed_meanwhile_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    holder = lock_file(path)
    assert holder is not None
    opened: list[Path] = []
    look = Path.open

    def open_then_lose(self: Path, mode: str = "r") -> object:
        file = look(self, mode)
        if not opened:  # its holder removes it and ends, after we opened it and before we lock it
            path.unlink()
            holder.release()
        opened.append(self)
        return file

    monkeypatch.setattr(Path, "open", open_then_lose)
    mine = lock_file(path)
    monkeypatch.undo()
    assert mine is not None
    assert len(opened) == 2
    assert lock_file(path) is None  # it is the lock that others find
    mine.write(b"mine")
    assert path.read_bytes() == b"mine"
    mine.release()
