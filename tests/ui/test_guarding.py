"""What others do to the open file: who has it, who changed it; nothing of anybody's is overwritten unasked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.formats.package import save_edition
from desktop.model.edition import Edition
from desktop.opening import open_path
from desktop.session.commands import SetPageNumber
from desktop.session.lockfile import Holder, PackageLock, lock_path, myself, read_holder, take_lock
from desktop.session.recovery import Kept, RecoveryCopy
from desktop.ui.dialogs.notice import Notice
from desktop.ui.window import MainWindow
from tests.ui.test_files import answer, change, notice
from tests.ui.test_versions import choose

SINCE = datetime(2023, 3, 30, 12, 31, 7, tzinfo=UTC)


@pytest.fixture
def package(sample: MainWindow, tmp_path: Path) -> Path:
    """A package of the sample in a folder of its own; the window is empty again."""
    target = tmp_path / "shared" / "page.banxin"
    target.parent.mkdir()
    sample.files.save_to(target)
    sample.bench.session.close()
    return target


@pytest.fixture
def theirs(package: Path) -> Iterator[Holder]:
    """Somebody on this computer has the package open."""
    me = myself()
    lock = take_lock(package, Holder("李禾", me.host, SINCE, "t1"))
    assert isinstance(lock, PackageLock)
    yield lock.holder
    lock.release()


def edited(package: Path, number: str = "88") -> Edition:
    """Let another program change the package; return what is in it then."""
    edition = SetPageNumber("p1", number).apply(open_path(package).edition)
    save_edition(package, edition, (), ())
    return edition


def come_back(window: MainWindow) -> None:
    """Turn to the window from another program."""
    window.activateWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def asked(window: MainWindow) -> bool:
    """Tell whether a question is shown."""
    return any(dialog.isVisible() for dialog in window.findChildren(Notice))


# Locks


def test_an_open_package_is_locked_until_it_is_closed(sample: MainWindow, package: Path, tmp_path: Path) -> None:
    sample.files.open([package])
    holder = read_holder(lock_path(package))
    assert holder is not None
    assert holder.host == myself().host
    sample.files.save_to(tmp_path / "other.banxin")
    assert not lock_path(package).exists()
    assert lock_path(tmp_path / "other.banxin").exists()
    sample.files.close_edition()
    assert not lock_path(tmp_path / "other.banxin").exists()
    sample.files.open([package])
    sample.close()
    assert sorted(p.name for p in package.parent.iterdir()) == ["page.banxin"]


def test_who_has_it_is_told_and_it_opens_for_reading(
    sample: MainWindow, qtbot: QtBot, package: Path, theirs: Holder
) -> None:
    sample.files.open([package])
    assert "李禾" in notice(sample).text
    assert theirs.host in notice(sample).text
    assert "2023年3月30日" in notice(sample).text
    assert sample.bench.session.page is None
    answer(sample, qtbot, "read")
    assert sample.bench.session.path == package
    assert "只读" in sample.windowTitle()
    assert "李禾" in sample.frame.note.told()
    before = package.read_bytes()
    change(sample)
    sample.table["file.save"].trigger()
    assert "李禾" in notice(sample).text
    answer(sample, qtbot, "copy")
    (dialog,) = (d for d in sample.findChildren(QFileDialog) if d.isVisible())
    other = package.with_name("mine.banxin")
    dialog.filesSelected.emit([str(other)])
    dialog.reject()
    assert package.read_bytes() == before
    assert open_path(other).edition.pages[0].number == "99"
    assert "只读" not in sample.windowTitle()
    assert read_holder(lock_path(package)) == theirs


def test_reading_turns_into_writing_once_it_is_free(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    lock = take_lock(package, myself())
    assert isinstance(lock, PackageLock)
    sample.files.open([package])
    answer(sample, qtbot, "read")
    change(sample)
    lock.release()
    sample.table["file.save"].trigger()
    assert open_path(package).edition.pages[0].number == "99"
    assert "只读" not in sample.windowTitle()
    assert lock_path(package).exists()


def test_a_copy_of_it_can_be_opened(sample: MainWindow, qtbot: QtBot, package: Path, theirs: Holder) -> None:
    sample.files.open([package])
    answer(sample, qtbot, "copy")
    session = sample.bench.session
    assert (session.path, session.modified) == (None, True)
    assert session.edition.name == "page（副本）"
    assert read_holder(lock_path(package)) == theirs


def test_opening_what_somebody_has_can_be_left(sample: MainWindow, qtbot: QtBot, package: Path, theirs: Holder) -> None:
    sample.files.open([package])
    with qtbot.waitSignal(notice(sample).answered):
        QTest.keyClick(notice(sample), Qt.Key.Key_Escape)
    assert sample.bench.session.page is None
    assert read_holder(lock_path(package)) == theirs


def test_what_another_computer_left_can_be_taken_over(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    theirs = take_lock(package, Holder("李禾", "desk-7", SINCE, "t1"))
    assert isinstance(theirs, PackageLock)
    theirs._file.release()  # type: ignore[union-attr] # another computer's lock is not seen here
    sample.files.open([package])
    answer(sample, qtbot, "take")
    assert sample.bench.session.path == package
    assert "只读" not in sample.windowTitle()
    assert theirs.taken_by() is not None


def test_a_lock_of_a_process_that_is_gone_is_not_mentioned(sample: MainWindow, package: Path) -> None:
    lock = take_lock(package, myself())
    assert isinstance(lock, PackageLock)
    lock._file.release()  # type: ignore[union-attr] # as at a kill: the file stays
    sample.files.open([package])
    assert sample.bench.session.path == package
    assert sample.bench.custody.locked


def test_a_target_that_somebody_has_is_not_overwritten(
    sample: MainWindow, qtbot: QtBot, package: Path, theirs: Holder
) -> None:
    before = package.read_bytes()
    sample.files.open_sample()
    change(sample)
    sample.files.save_to(package)
    assert "李禾" in notice(sample).text
    answer(sample, qtbot, "cancel")
    assert package.read_bytes() == before
    assert sample.bench.session.modified


def test_without_a_lock_it_opens_and_says_so_once(sample: MainWindow, package: Path) -> None:
    lock_path(package).mkdir()  # nothing can be written there, not even by root
    sample.files.open([package])
    assert sample.bench.session.path == package
    assert "page.banxin" in sample.frame.note.told()
    sample.files.close_edition()
    sample.files.open([package])
    assert sample.frame.note.told() == ""


def test_recovered_work_on_what_somebody_has_opens_for_reading(
    sample: MainWindow, qtbot: QtBot, package: Path, theirs: Holder
) -> None:
    lost = SetPageNumber("p1", "99").apply(open_path(package).edition)
    left = RecoveryCopy.fresh(sample.bench.recovery_folder)
    left.write(Kept(lost, package, SINCE))
    left.release()
    sample.recovery.begin()
    choose(sample, qtbot, "recovered")
    assert "李禾" in notice(sample).text
    answer(sample, qtbot, "read")
    assert sample.bench.session.edition == lost
    assert sample.bench.custody.read_only


# Changes


def test_a_change_is_noticed_when_somebody_comes_back(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    mine = sample.bench.session.edition
    other = edited(package)
    come_back(sample)
    assert "page.banxin" in notice(sample).text
    answer(sample, qtbot, "reload")
    assert (sample.bench.session.edition, sample.bench.session.modified) == (other, False)
    sample.table["edit.undo"].trigger()
    assert sample.bench.session.edition == mine


def test_a_change_is_noticed_while_the_window_is_in_front(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    edited(package)
    qtbot.waitUntil(lambda: asked(sample), timeout=10_000)
    answer(sample, qtbot, "reload")
    edited(package, "89")  # the file is another one now, and is watched all the same
    qtbot.waitUntil(lambda: asked(sample), timeout=10_000)
    answer(sample, qtbot, "reload")
    assert sample.bench.session.edition.pages[0].number == "89"


def test_ones_own_is_kept_and_asked_about_before_it_is_saved(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    edited(package)
    come_back(sample)
    answer(sample, qtbot, "cancel")
    assert sample.bench.session.modified  # it is in no file
    come_back(sample)
    assert not asked(sample)  # once is enough
    theirs = package.read_bytes()
    change(sample)
    sample.table["file.save"].trigger()
    answer(sample, qtbot, "cancel")
    assert package.read_bytes() == theirs
    sample.table["file.save"].trigger()
    answer(sample, qtbot, "overwrite")
    assert open_path(package).edition.pages[0].number == "99"
    assert package.with_name("page.banxin.bak").read_bytes() == theirs
    assert not sample.bench.session.modified


def test_ones_own_is_saved_as_a_copy(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    change(sample)
    edited(package)
    theirs = package.read_bytes()
    sample.table["file.save"].trigger()
    answer(sample, qtbot, "copy")
    (dialog,) = (d for d in sample.findChildren(QFileDialog) if d.isVisible())
    assert dialog.selectedFiles() == [str(package.with_name("page（副本）.banxin"))]
    dialog.filesSelected.emit(dialog.selectedFiles())
    dialog.reject()
    assert package.read_bytes() == theirs
    assert open_path(package.with_name("page（副本）.banxin")).edition.pages[0].number == "99"


def test_a_change_that_no_clock_shows_is_noticed_before_saving(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    state = package.stat()
    data = bytearray(package.read_bytes())
    data[-1] ^= 1
    package.write_bytes(data)
    os.utime(package, ns=(state.st_atime_ns, state.st_mtime_ns))
    change(sample)
    sample.table["file.save"].trigger()
    answer(sample, qtbot, "cancel")
    assert package.read_bytes() == data


def test_closing_with_a_change_in_the_way_saves_nothing_and_stays(
    sample: MainWindow, qtbot: QtBot, package: Path
) -> None:
    sample.files.open([package])
    change(sample)
    edited(package)
    sample.close()
    answer(sample, qtbot, "save")
    answer(sample, qtbot, "overwrite")
    assert not sample.isVisible()
    assert open_path(package).edition.pages[0].number == "99"


def test_a_file_that_cannot_be_read_again_is_a_sentence(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    mine = sample.bench.session.edition
    package.write_bytes(b"torn")
    come_back(sample)
    answer(sample, qtbot, "reload")
    assert "page.banxin" in notice(sample).text
    answer(sample, qtbot, "close")
    assert sample.bench.session.edition is mine
    assert sample.bench.session.modified


def test_a_file_that_is_gone_is_told_and_saved_again(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    mine = sample.bench.session.edition
    package.rename(package.with_name("moved.banxin"))
    qtbot.waitUntil(lambda: asked(sample), timeout=10_000)
    answer(sample, qtbot, "close")
    assert sample.bench.session.modified
    sample.table["file.save"].trigger()
    assert open_path(package).edition == mine
    assert not sample.bench.session.modified
