"""Copies for recovery: when they are written, when they go, and what a later start finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.errors import PackageError, TargetError
from desktop.opening import Opened
from desktop.session import (
    Autosave,
    AutosaveDone,
    AutosaveFailed,
    Event,
    JobRunner,
    Session,
    discard_recovery,
    open_recovery,
    recoverable,
)
from desktop.session.commands import SetPageNumber
from desktop.session.filelock import lock_file
from desktop.session.recovery import RecoveryCopy

NOW = datetime(2023, 3, 30, 12, 31, 7, tzinfo=UTC)


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def autosave(session: Session, runner: JobRunner, folder: Path, clock: Clock) -> Iterator[Autosave]:
    made = Autosave(session, runner, folder, 20, clock, lambda: NOW)
    yield made
    made.close()


def number(text: str) -> SetPageNumber:
    return SetPageNumber("p1", text)


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/edition.banxin"))


def crash(session: Session, folder: Path) -> None:
    """Leave a copy behind as a program that was ended does: its lock goes with it."""
    copy = RecoveryCopy.fresh(folder)
    copy.write(session.edition, session.path, NOW)
    copy.release()


def test_at_most_one_copy_in_so_many_seconds(
    session: Session, runner: JobRunner, folder: Path, clock: Clock, autosave: Autosave, events: list[Event]
) -> None:
    autosave.tick()
    assert not runner.busy
    session.do(number("1"))
    runner.wait(10)
    assert [event for event in events if isinstance(event, AutosaveDone)] == [AutosaveDone(NOW)]
    assert len(copies(folder)) == 1
    session.do(number("2"))
    autosave.tick()
    assert not runner.busy
    clock.seconds += 20
    autosave.tick()
    runner.wait(10)
    autosave.tick()
    assert not runner.busy
    assert len(copies(folder)) == 1
    assert recoverable(folder) == ()  # it is in use


@pytest.mark.parametrize("settle", [True, False], ids=["written", "being written"])
@pytest.mark.parametrize(
    "end",
    [
        lambda session, autosave, path: session.save(path),
        lambda session, autosave, path: session.undo(),
        lambda session, autosave, path: session.close(),
        lambda session, autosave, path: autosave.close(),
    ],
    ids=["saved", "undone", "closed", "ended"],
)
def test_the_copy_goes_when_it_is_not_needed(
    session: Session,
    runner: JobRunner,
    folder: Path,
    autosave: Autosave,
    tmp_path: Path,
    settle: bool,
    end: Callable[[Session, Autosave, Path], object],
) -> None:
    session.do(number("1"))
    if settle:
        runner.wait(10)
    end(session, autosave, tmp_path / "a.banxin")
    runner.wait(10)
    assert list(folder.iterdir()) == []


def test_a_copy_left_behind_is_offered_and_opened(
    session: Session, runner: JobRunner, folder: Path, tmp_path: Path, autosave: Autosave
) -> None:
    target = tmp_path / "a.banxin"
    session.save(target)
    session.do(number("5"))
    autosave.close()
    lost = session.edition
    crash(session, folder)
    session.close()
    (found,) = recoverable(folder)
    assert (found.original, found.name, found.at) == (target, "青岭", NOW)
    again = Autosave(session, runner, folder, 20)
    again.recover(found)
    assert session.edition == lost
    assert session.path == target
    assert session.modified
    assert recoverable(folder) == ()
    session.save()
    assert list(folder.iterdir()) == []
    again.close()


def test_a_damaged_copy_is_told_and_stays(session: Session, folder: Path, autosave: Autosave) -> None:
    crash(session, folder)
    (found,) = recoverable(folder)
    (found.folder / "edition.banxin").write_bytes(b"torn")
    first = session.edition
    with pytest.raises(PackageError):
        autosave.recover(found)
    assert session.edition is first
    assert recoverable(folder) == (found,)
    discard_recovery(found)
    assert recoverable(folder) == ()


def test_a_copy_without_its_note_is_offered_all_the_same(session: Session, folder: Path) -> None:
    crash(session, folder)
    (found,) = recoverable(folder)
    (found.folder / "about.json").write_text('{"original": 3')
    (folder / "stray").mkdir()
    (torn,) = recoverable(folder)
    assert torn.original is None
    assert open_recovery(torn).edition == session.edition


def test_a_copy_opened_in_another_window_is_left_alone(session: Session, folder: Path, autosave: Autosave) -> None:
    crash(session, folder)
    (found,) = recoverable(folder)
    other = lock_file(found.folder / "lock")
    assert other is not None
    with pytest.raises(TargetError):
        autosave.recover(found)
    other.release()
    assert recoverable(folder) == (found,)


def test_a_failure_is_told_and_tried_again(
    session: Session, runner: JobRunner, folder: Path, clock: Clock, autosave: Autosave, events: list[Event]
) -> None:
    folder.write_text("a file where the folder should be")
    session.do(number("1"))
    before = session.edition
    runner.wait(10)
    (failed,) = [event for event in events if isinstance(event, AutosaveFailed)]
    assert "No copy for recovery" in str(failed.reason)
    assert session.edition is before
    folder.unlink()
    clock.seconds += 20
    autosave.tick()
    runner.wait(10)
    assert len(copies(folder)) == 1


def test_work_of_another_edition_is_not_told_as_this_ones(
    session: Session, runner: JobRunner, autosave: Autosave, events: list[Event]
) -> None:
    session.do(number("1"))
    session.take(Opened(session.edition), modified=True)
    runner.wait(10)
    assert sum(isinstance(event, AutosaveDone) for event in events) == 1


def test_nothing_is_recoverable_where_nothing_is(folder: Path) -> None:
    assert recoverable(folder) == ()
