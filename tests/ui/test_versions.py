"""Recovered work beside the saved page, and the version before the last save: shown, compared, kept as asked."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.model.edition import Edition
from desktop.opening import Opened, open_path
from desktop.session.commands import SetPageNumber, UnassignElements
from desktop.session.recovery import Kept, RecoveryCopy, recoverable
from desktop.session.versions import difference
from desktop.ui.dialogs.notice import Notice
from desktop.ui.dialogs.versions import VersionsDialog
from desktop.ui.window import MainWindow
from desktop.ui.wording import difference_words, moment_words
from tests.ui.test_files import answer, notice

AT = datetime(2023, 3, 30, 12, 31, 7).astimezone()


def asked(window: MainWindow) -> VersionsDialog:
    """Return the dialog that is shown."""
    (found,) = (dialog for dialog in window.findChildren(VersionsDialog) if dialog.isVisible())
    return found


def choose(window: MainWindow, qtbot: QtBot, choice: str) -> None:
    dialog = asked(window)
    with qtbot.waitSignal(dialog.answered):
        QTest.mouseClick(dialog.button(choice), Qt.MouseButton.LeftButton)


def crash(window: MainWindow, edition: Edition, original: Path | None, at: datetime) -> None:
    left = RecoveryCopy.fresh(window.bench.recovery_folder)
    left.write(Kept(edition, original, at, 2))
    left.release()


@pytest.fixture
def package(sample: MainWindow, tmp_path: Path) -> Path:
    """A saved package of the sample; the window is empty again."""
    target = tmp_path / "page.banxin"
    sample.files.save_to(target)
    os.utime(target, (AT.timestamp(), AT.timestamp()))
    sample.bench.session.close()
    return target


@pytest.fixture
def lost(package: Path) -> Edition:
    """The package's edition as it was worked on: another number, the first body paragraph off the page."""
    edition = open_path(package).edition
    body = next(e for e in edition.stories[0].elements if e.role == "body")
    return UnassignElements((body.id,)).apply(SetPageNumber("p1", "99").apply(edition))


@pytest.fixture
def left(sample: MainWindow, package: Path, lost: Edition) -> MainWindow:
    """The window, empty, after a run that ended with unsaved work on the package."""
    crash(sample, lost, package, AT + timedelta(minutes=2))
    return sample


def test_both_pages_are_shown_with_their_times_and_how_they_differ(
    left: MainWindow, qtbot: QtBot, package: Path, lost: Edition
) -> None:
    left.recovery.begin()
    dialog = asked(left)
    assert "page.banxin" in dialog.text
    qtbot.waitUntil(lambda: all(thumbnail.display for thumbnail in dialog.thumbnails), timeout=30_000)
    compose = left.bench.session.compositions.composed_once
    saved = open_path(package).edition
    assert [t.display for t in dialog.thumbnails] == [compose(e, "p1").display for e in (saved, lost)]
    images = [thumbnail.grab().toImage() for thumbnail in dialog.thumbnails]
    assert images[0] != images[1]
    assert difference(saved, lost).characters < 0
    assert dialog.difference.text() == difference_words(difference(saved, lost), 2)
    assert "2 步" in dialog.difference.text()
    shown = [label.text() for label in dialog.findChildren(type(dialog.difference))]
    assert {moment_words(AT), moment_words(AT + timedelta(minutes=2))} <= set(shown)
    choose(left, qtbot, "cancel")
    assert len(recoverable(left.bench.recovery_folder)) == 1


def test_the_recovered_is_a_step_after_the_saved(left: MainWindow, qtbot: QtBot, package: Path, lost: Edition) -> None:
    saved = open_path(package).edition
    left.recovery.begin()
    assert asked(left).button("recovered").isDefault()
    choose(left, qtbot, "recovered")
    session = left.bench.session
    assert (session.edition, session.path, session.modified) == (lost, package, True)
    left.table["edit.undo"].trigger()
    assert (session.edition, session.modified) == (saved, False)
    left.table["edit.redo"].trigger()
    left.table["file.save"].trigger()
    left.bench.autosave.settle()
    assert open_path(package).edition == lost
    assert list(left.bench.recovery_folder.iterdir()) == []


def test_the_saved_is_kept(left: MainWindow, qtbot: QtBot, package: Path) -> None:
    left.recovery.begin()
    choose(left, qtbot, "saved")
    assert left.bench.session.path == package
    assert not left.bench.session.modified
    assert recoverable(left.bench.recovery_folder) == ()


def test_both_are_kept(left: MainWindow, qtbot: QtBot, package: Path, lost: Edition, tmp_path: Path) -> None:
    before = package.read_bytes()
    left.recovery.begin()
    choose(left, qtbot, "both")
    session = left.bench.session
    assert (session.path, session.modified) == (None, True)
    assert session.edition.name.endswith("（恢复）")
    assert session.edition.pages == lost.pages
    left.files.save_to(tmp_path / "other.banxin")
    assert package.read_bytes() == before
    assert open_path(tmp_path / "other.banxin").edition.pages == lost.pages


def test_escape_puts_the_question_off_until_the_file_is_opened(
    left: MainWindow, qtbot: QtBot, package: Path, lost: Edition
) -> None:
    left.recovery.begin()
    with qtbot.waitSignal(asked(left).answered):
        QTest.keyClick(asked(left), Qt.Key.Key_Escape)
    left.files.open([package])
    QTest.keyClick(asked(left), Qt.Key.Key_Return)
    assert left.bench.session.edition == lost


def test_enter_keeps_the_saved_where_it_is_newer(left: MainWindow, qtbot: QtBot, package: Path) -> None:
    later = (AT + timedelta(hours=1)).timestamp()
    os.utime(package, (later, later))
    left.recovery.begin()
    assert asked(left).button("saved").isDefault()
    choose(left, qtbot, "cancel")


def test_a_copy_that_says_what_the_file_says_is_put_away_without_a_word(sample: MainWindow, package: Path) -> None:
    crash(sample, open_path(package).edition, package, AT)
    sample.recovery.begin()
    assert sample.findChildren(VersionsDialog) == []
    assert recoverable(sample.bench.recovery_folder) == ()


def test_work_that_was_never_saved_can_be_kept_or_given_up(sample: MainWindow, qtbot: QtBot, lost: Edition) -> None:
    crash(sample, lost, None, AT)
    sample.recovery.begin()
    assert asked(sample).versions[0].edition is None
    choose(sample, qtbot, "discard")
    assert recoverable(sample.bench.recovery_folder) == ()
    crash(sample, lost, None, AT)
    sample.recovery.begin()
    choose(sample, qtbot, "recovered")
    assert sample.bench.session.edition == lost
    assert sample.bench.session.modified


def test_a_damaged_copy_is_a_sentence(left: MainWindow, qtbot: QtBot) -> None:
    for part in left.bench.recovery_folder.glob("*/parts/*"):
        part.write_bytes(b"torn")
    left.recovery.begin()
    assert "page.banxin" in notice(left).text
    answer(left, qtbot, "discard")
    assert recoverable(left.bench.recovery_folder) == ()


def test_the_version_before_the_last_save_is_gone_back_to(left: MainWindow, qtbot: QtBot, package: Path) -> None:
    session = left.bench.session
    assert not left.table["file.previous"].isEnabled()
    left.recovery.begin()
    choose(left, qtbot, "recovered")
    first = open_path(package).edition
    worked = session.edition
    left.table["file.save"].trigger()
    left.table["file.save"].trigger()  # the same again: the version before stays
    left.table["file.previous"].trigger()
    dialog = asked(left)
    assert dialog.versions[0].edition == first
    assert dialog.versions[0].at == AT  # when that version was saved
    choose(left, qtbot, "back")
    assert session.edition == first
    assert session.modified
    left.table["edit.undo"].trigger()
    assert session.edition == worked


def test_the_previous_version_opens_as_a_copy(left: MainWindow, qtbot: QtBot, package: Path) -> None:
    left.recovery.begin()
    choose(left, qtbot, "recovered")
    left.table["file.save"].trigger()
    before = package.read_bytes()
    left.table["file.previous"].trigger()
    choose(left, qtbot, "copy")
    session = left.bench.session
    assert session.path is None
    assert session.modified
    assert session.edition.pages[0].number != "99"
    assert package.read_bytes() == before


def test_without_a_previous_version_it_says_so(sample: MainWindow, qtbot: QtBot, package: Path) -> None:
    sample.files.open([package])
    sample.table["file.previous"].trigger()
    assert "page.banxin" in notice(sample).text
    answer(sample, qtbot, "close")
    package.with_name("page.banxin.bak").write_bytes(b"torn")
    sample.table["file.previous"].trigger()
    assert "page.banxin.bak" in notice(sample).text
    answer(sample, qtbot, "close")
    assert [dialog for dialog in sample.findChildren(Notice) if dialog.isVisible()] == []


def test_pages_are_turned_and_a_page_that_one_lacks_is_told(
    sample: MainWindow, qtbot: QtBot, package: Path, lost: Edition
) -> None:
    from msgspec.structs import replace

    two = replace(lost, pages=(lost.pages[0], replace(lost.pages[0], id="p2", flows=())))
    crash(sample, two, package, AT)
    sample.recovery.begin()
    dialog = asked(sample)
    assert dialog.page == 0
    dialog.show_page(1)
    qtbot.waitUntil(lambda: dialog.thumbnails[1].display is not None, timeout=30_000)
    assert dialog.thumbnails[0].display is None
    dialog.show_page(7)
    assert dialog.page == 1
    choose(sample, qtbot, "cancel")


def test_moments_are_written_as_the_locale_does(qapp: object) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("zh_CN"))
        assert moment_words(AT) == "2023年3月30日星期四 12:31:07"
        QLocale.setDefault(QLocale("en_GB"))
        assert moment_words(AT) == "Thursday, 30 March 2023 12:31:07"
    finally:
        QLocale.setDefault(before)


def test_an_empty_edition_has_no_differences(sample: MainWindow) -> None:
    edition = sample.bench.session.edition
    assert difference(edition, edition) == difference(Opened(edition).edition, edition)
    assert difference_words(difference(edition, edition))
