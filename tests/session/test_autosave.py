"""Copies for recovery: when they are written, when they go, and what a later start finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.errors import PackageError, TargetError
from desktop.model.edition import Media
from desktop.opening import Opened, open_path
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
from desktop.session.recovery import Kept, RecoveryCopy

NOW = datetime(2023, 3, 30, 12, 31, 7, tzinfo=UTC)


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def autosave(session: Session, runner: JobRunner, folder: Path) -> Iterator[Autosave]:
    """Writes the first copy at once and no second before it is hurried."""
    made = Autosave(session, runner, folder, 3600, lambda: NOW)
    yield made
    made.close()


def number(text: str) -> SetPageNumber:
    return SetPageNumber("p1", text)


def indexes(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/index.json"))


def told(events: list[Event], kind: type[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


def crash(session: Session, folder: Path) -> RecoveryCopy:
    """Leave a copy behind as a program that was ended does: its lock goes with it."""
    copy = RecoveryCopy.fresh(folder)
    copy.write(Kept(session.edition, session.path, NOW, 3))
    copy.release()
    return copy


def test_a_change_is_written_at_once_and_the_next_in_its_time(
    session: Session, runner: JobRunner, folder: Path, autosave: Autosave, events: list[Event]
) -> None:
    session.do(number("1"))
    autosave.settle()
    runner.run_pending()
    assert told(events, AutosaveDone) == [AutosaveDone(NOW)]
    (index,) = indexes(folder)
    first = index.read_bytes()
    session.do(number("2"))
    session.do(number("3"))
    assert index.read_bytes() == first  # an hour is not over
    autosave.settle()
    runner.run_pending()
    assert indexes(folder) == [index]
    assert index.read_bytes() != first
    assert len(told(events, AutosaveDone)) == 2
    assert recoverable(folder) == ()  # it is in use
    autosave.close()
    assert not index.exists()


def test_the_copy_is_written_while_the_sessions_thread_is_held_up(session: Session, folder: Path) -> None:
    class NeverAsked(JobRunner):
        def run_pending(self) -> None:
            raise AssertionError("nobody is free to ask")

    autosave = Autosave(session, NeverAsked(), folder, 0.01)
    for count in range(5):
        session.do(number(str(count)))
    autosave.settle()
    (index,) = indexes(folder)
    assert '"steps": 5' in index.read_text()
    autosave.close()


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
    folder: Path,
    autosave: Autosave,
    tmp_path: Path,
    settle: bool,
    end: Callable[[Session, Autosave, Path], object],
) -> None:
    session.do(number("1"))
    if settle:
        autosave.settle()
        assert indexes(folder)
    end(session, autosave, tmp_path / "a.banxin")
    autosave.close()
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_copy_left_behind_is_opened_as_a_step_after_the_saved_edition(
    session: Session, runner: JobRunner, folder: Path, tmp_path: Path, autosave: Autosave
) -> None:
    target = tmp_path / "a.banxin"
    session.save(target)
    saved = open_path(target).edition
    session.do(number("5"))
    autosave.close()
    lost = session.edition
    crash(session, folder)
    session.close()
    (found,) = recoverable(folder)
    assert (found.original, found.name, found.at, found.steps) == (target, "青岭", NOW, 3)
    again = Autosave(session, runner, folder, 0.0)
    again.recover(found)
    assert session.edition == lost
    assert session.path == target
    assert session.modified
    again.settle()
    assert recoverable(folder) == ()
    session.undo()
    assert session.edition == saved
    assert not session.modified
    session.redo()
    session.save()
    again.close()
    assert list(folder.iterdir()) == []
    assert open_path(target).edition == lost


def test_a_copy_of_what_was_saved_after_all_is_put_away(
    session: Session, runner: JobRunner, folder: Path, tmp_path: Path
) -> None:
    session.do(number("5"))
    session.save(tmp_path / "a.banxin")
    crash(session, folder)
    (found,) = recoverable(folder)
    autosave = Autosave(session, runner, folder, 0.0)
    autosave.recover(found)
    assert not session.modified
    autosave.close()
    assert list(folder.iterdir()) == []


def test_a_copy_is_opened_alone_where_the_saved_edition_is_gone(
    session: Session, runner: JobRunner, folder: Path, tmp_path: Path
) -> None:
    session.save(tmp_path / "a.banxin")
    session.do(number("5"))
    lost = session.edition
    crash(session, folder)
    (tmp_path / "a.banxin").write_bytes(b"no edition any more")
    (found,) = recoverable(folder)
    autosave = Autosave(session, runner, folder, 0.0)
    autosave.recover(found)
    assert session.edition == lost
    assert session.modified
    autosave.close()


def test_a_damaged_copy_is_told_and_stays(session: Session, folder: Path, autosave: Autosave) -> None:
    crash(session, folder)
    (found,) = recoverable(folder)
    for part in (found.folder / "parts").iterdir():
        part.write_bytes(b"torn")
    first = session.edition
    with pytest.raises(PackageError):
        autosave.recover(found)
    assert session.edition is first
    assert recoverable(folder) == (found,)
    discard_recovery(found)
    assert recoverable(folder) == ()


@pytest.mark.parametrize("torn", [b"", b'{"original": 3', b"[]", b'{"parts": {}}'])
def test_the_copy_before_is_offered_where_the_last_is_torn(session: Session, folder: Path, torn: bytes) -> None:
    copy = crash(session, folder)
    before = session.edition
    session.do(number("77"))
    copy.write(Kept(session.edition, None, NOW))
    copy.release()
    (folder / "stray").mkdir()
    (found,) = recoverable(folder)
    assert open_recovery(found).edition == session.edition
    (found.folder / "index.json").write_bytes(torn)
    (found,) = recoverable(folder)
    assert open_recovery(found).edition == before


def test_a_part_that_a_power_cut_tore_leads_to_the_copy_before(session: Session, folder: Path) -> None:
    copy = crash(session, folder)
    before, there = session.edition, set((copy.folder / "parts").iterdir())
    session.do(number("77"))
    copy.write(Kept(session.edition, None, NOW))
    copy.release()
    fresh = set((copy.folder / "parts").iterdir()) - there
    assert fresh
    for part in fresh:
        part.write_bytes(part.read_bytes()[:-9])
    (found,) = recoverable(folder)
    assert open_recovery(found).edition == before


def test_a_step_writes_what_it_changed_and_leaves_no_more_than_two_editions(session: Session, folder: Path) -> None:
    media = Media("m1", "river.jpg", bytes(range(256)) * 4096, 1024, 1024)
    copy = RecoveryCopy.fresh(folder)
    edition = replace(session.edition, media=(media,))
    copy.write(Kept(edition, None, NOW))
    picture = next(part for part in (copy.folder / "parts").iterdir() if part.stat().st_size == len(media.data))
    written = picture.stat().st_mtime_ns
    first = len(list((copy.folder / "parts").iterdir()))
    for count in range(6):
        edition = number(str(count)).apply(edition)
        copy.write(Kept(edition, None, NOW))
    assert picture.stat().st_mtime_ns == written
    assert len(list((copy.folder / "parts").iterdir())) == first + 2  # of the edition before: its list and its page
    copy.release()
    (found,) = recoverable(folder)
    assert open_recovery(found).edition == edition


def test_a_copy_opened_in_another_window_is_left_alone(session: Session, folder: Path, autosave: Autosave) -> None:
    crash(session, folder)
    (found,) = recoverable(folder)
    other = lock_file(found.folder / "lock")
    assert other is not None
    with pytest.raises(TargetError):
        autosave.recover(found)
    other.release()
    assert recoverable(folder) == (found,)


def test_a_failure_is_told_once_and_tried_again(
    session: Session, runner: JobRunner, folder: Path, autosave: Autosave, events: list[Event]
) -> None:
    folder.write_text("a file where the folder should be")
    session.do(number("1"))
    before = session.edition
    for _ in range(3):
        autosave.settle()
        runner.run_pending()
    (failed,) = told(events, AutosaveFailed)
    assert "No copy for recovery" in str(failed)
    assert session.edition is before
    folder.unlink()
    autosave.settle()
    runner.run_pending()
    assert len(indexes(folder)) == 1
    assert told(events, AutosaveDone) == [AutosaveDone(NOW)]


def test_work_of_another_edition_is_not_told_as_this_ones(
    session: Session, runner: JobRunner, autosave: Autosave, events: list[Event]
) -> None:
    session.do(number("1"))
    autosave.settle()
    session.close()
    runner.run_pending()
    assert told(events, AutosaveDone) == []
    session.take(Opened(session.edition), modified=True)
    autosave.settle()
    runner.run_pending()
    assert told(events, AutosaveDone) == [AutosaveDone(NOW)]


def test_the_steps_since_the_save_are_counted_either_way(session: Session, tmp_path: Path) -> None:
    session.do(number("1"))
    session.do(number("2"))
    assert session.history.unsaved == 2
    session.save(tmp_path / "a.banxin")
    assert session.history.unsaved == 0
    session.do(number("3"))
    assert session.history.unsaved == 1
    session.undo()
    session.undo()
    assert session.history.unsaved == 1


def test_nothing_is_recoverable_where_nothing_is(folder: Path) -> None:
    assert recoverable(folder) == ()
