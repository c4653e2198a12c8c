"""The lock beside an open package, and what is noticed of what others do to it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.session import Session
from desktop.session.commands import SetPageNumber
from desktop.session.custody import Change, Custody
from desktop.session.lockfile import Holder, PackageLock, lock_path, myself, read_holder, take_lock

NOW = datetime(2023, 3, 30, 12, 31, 7, tzinfo=UTC)
SOMEBODY = Holder("李禾", "desk-7", NOW, "t1")

HOLDS_IT = """
import sys, time
from pathlib import Path
from desktop.session.lockfile import myself, take_lock
lock = take_lock(Path(sys.argv[1]), myself())
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "头版.banxin"
    path.write_bytes(b"an edition")
    return path


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Lets the folder refuse new files; root is refused by nothing else than a file in the lock's way."""

    def refuse() -> None:
        tmp_path.chmod(0o500)

    yield refuse
    tmp_path.chmod(0o700)


def taken(package: Path, me: Holder | None = None) -> PackageLock:
    lock = take_lock(package, me or myself())
    assert isinstance(lock, PackageLock)
    return lock


def test_a_lock_names_its_holder_and_goes_with_it(package: Path) -> None:
    lock = taken(package, me := myself())
    path = package.with_name(".~lock.头版.banxin#")
    assert lock_path(package) == path
    assert read_holder(path) == me
    assert me.host == socket.gethostname()
    assert me.name
    assert take_lock(package, myself()) == me
    lock.release()
    assert not path.exists()
    taken(package).release()


def test_a_lock_of_a_process_that_was_killed_is_taken_over(package: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDS_IT, str(package)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        holder = take_lock(package, myself())
        assert isinstance(holder, Holder)
        assert holder.host == socket.gethostname()
        process.send_signal(signal.SIGKILL)
    assert lock_path(package).exists()
    lock = taken(package)
    assert read_holder(lock_path(package)) == lock.holder
    lock.release()


def test_a_lock_of_another_computer_is_taken_over_only_on_demand(package: Path) -> None:
    theirs = taken(package, SOMEBODY)
    assert take_lock(package, myself()) == SOMEBODY
    theirs._file.release()  # type: ignore[union-attr] # that computer's lock is not seen here
    assert take_lock(package, myself()) == SOMEBODY
    mine = take_lock(package, myself(), forced=True)
    assert isinstance(mine, PackageLock)
    assert theirs.taken_by() == mine.holder
    theirs.release()
    assert lock_path(package).exists()  # it is not theirs any more
    assert mine.taken_by() is None
    mine.release()
    assert not lock_path(package).exists()


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"name": 3}', b"\xff\xfe"])
def test_a_lock_that_names_nobody_holds_nobody_off(package: Path, said: bytes) -> None:
    lock_path(package).write_bytes(said)
    taken(package).release()


def test_where_the_system_locks_no_files_the_words_in_it_count(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(_path: Path) -> None:
        raise OSError("no locks")

    monkeypatch.setattr("desktop.session.lockfile.lock_file", unable)
    lock = taken(package, me := myself())
    assert take_lock(package, myself()) == me
    forced = take_lock(package, myself(), forced=True)
    assert isinstance(forced, PackageLock)
    assert lock.taken_by() == forced.holder
    forced.release()
    assert not lock_path(package).exists()


def test_where_nothing_can_be_written_there_is_no_lock(package: Path) -> None:
    lock_path(package).mkdir()  # as good as a folder that may not be written, for root as well
    assert take_lock(package, myself()) is None
    lock_path(package).rmdir()
    assert take_lock(package.parent / "no" / "such.banxin", myself()) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_has_no_lock(package: Path, read_only_folder: Callable[[], None]) -> None:
    read_only_folder()
    assert take_lock(package, myself()) is None


# Custody


@pytest.fixture
def saved(session: Session, tmp_path: Path) -> Path:
    target = tmp_path / "page.banxin"
    session.save(target)
    return target


@pytest.fixture
def custody(session: Session, saved: Path) -> Iterator[Custody]:
    made = Custody(session)
    made.adopt(made.claim(saved))
    yield made
    made.release()


def test_the_lock_follows_the_editions_file(session: Session, custody: Custody, saved: Path, tmp_path: Path) -> None:
    assert custody.locked
    other = tmp_path / "other.banxin"
    claim = custody.claim(other)
    session.save(other)
    custody.written(claim)
    assert not lock_path(saved).exists()
    assert lock_path(other).exists()
    again = custody.claim(other)  # one's own file is not somebody else's
    assert again.holder is None
    assert again.lock is claim.lock
    custody.back(again)
    assert lock_path(other).exists()
    session.close()
    assert custody.path is None
    assert not lock_path(other).exists()


def test_a_claim_that_is_not_needed_is_given_back(custody: Custody, saved: Path, tmp_path: Path) -> None:
    claim = custody.claim(tmp_path / "other.banxin")
    custody.back(claim)
    assert not lock_path(tmp_path / "other.banxin").exists()
    assert lock_path(saved).exists()


def test_ones_own_saves_are_no_change(session: Session, custody: Custody, saved: Path) -> None:
    claim = custody.claim(saved)
    session.do(SetPageNumber("p1", "5"))
    session.save(saved)
    custody.written(claim)
    assert custody.changed(thorough=True) is None


def test_a_change_of_time_alone_is_none(custody: Custody, saved: Path) -> None:
    os.utime(saved, (5, 5))
    assert custody.changed() is None
    assert custody.changed(thorough=True) is None


def test_other_bytes_are_noticed_and_told_once(custody: Custody, saved: Path) -> None:
    saved.write_bytes(b"something else")
    noticed = custody.changed()
    assert noticed is not None
    assert noticed.change is Change.WRITTEN
    assert custody.news() == noticed
    assert custody.news() is None
    saved.write_bytes(b"something else again")
    assert custody.news() is not None


def test_other_bytes_of_the_same_time_and_size_are_noticed_before_a_save(custody: Custody, saved: Path) -> None:
    state = saved.stat()
    data = bytearray(saved.read_bytes())
    data[-1] ^= 1
    saved.write_bytes(data)
    os.utime(saved, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert custody.changed() is None
    assert custody.changed(thorough=True) is not None


def test_a_file_that_is_gone_is_noticed(custody: Custody, saved: Path) -> None:
    data = saved.read_bytes()
    saved.unlink()
    noticed = custody.news()
    assert noticed is not None
    assert noticed.change is Change.GONE
    saved.write_bytes(data)
    assert custody.news() is None


def test_a_lock_taken_over_is_known_and_not_removed(custody: Custody, saved: Path) -> None:
    assert custody.taken_by() is None
    lock_path(saved).write_text('{"name": "周", "host": "desk-9", "since": "2023-03-30T12:00:00+08:00", "token": "x"}')
    holder = custody.taken_by()
    assert holder is not None
    assert holder.name == "周"
    assert custody.claim(saved).holder == holder
    custody.release()
    assert lock_path(saved).exists()
