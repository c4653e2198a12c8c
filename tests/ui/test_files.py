"""Opening, saving, closing: nothing is lost without a question, every problem is a sentence."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.locator import resource
from desktop.opening import open_path
from desktop.session.commands import SetPageNumber
from desktop.ui.dialogs.notice import Notice
from desktop.ui.window import MainWindow

SAMPLE, OTHER = resource("sample", "article.txt"), resource("sample", "news.txt")


def notice(window: MainWindow) -> Notice:
    """Return the dialog that is shown."""
    (found,) = (dialog for dialog in window.findChildren(Notice) if dialog.isVisible())
    return found


def answer(window: MainWindow, qtbot: QtBot, choice: str) -> None:
    dialog = notice(window)
    with qtbot.waitSignal(dialog.answered):
        dialog.button(choice).click()


def change(window: MainWindow) -> None:
    page = window.bench.session.page
    assert page is not None
    window.perform(SetPageNumber(page.id, "99"))


def test_opening_an_article_assigns_it_and_tells_the_layout(window: MainWindow) -> None:
    assert window.frame.middle.currentWidget() is window.frame.empty
    window.files.open([SAMPLE])
    assert window.frame.canvas.isVisible()
    assert window.bench.session.edition.unplaced() == ()
    assert "专题报道" in window.frame.status.said()
    assert "听水声" in window.windowTitle() or "article" in window.windowTitle()


def test_several_articles_open_as_one_page(window: MainWindow) -> None:
    window.files.open([SAMPLE, OTHER])
    assert len(window.bench.session.edition.sources) == 2


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 99, b"PK\x03\x04 no zip"])
@pytest.mark.parametrize("name", ["bad.txt", "bad.banxin"])
def test_a_bad_file_is_a_sentence_and_changes_nothing(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    before = sample.bench.session.edition
    sample.files.open([tmp_path / name])
    assert name in notice(sample).text or "文件" in notice(sample).text
    assert sample.bench.session.edition is before
    answer(sample, qtbot, "close")


def test_a_missing_file_is_forgotten(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    gone.write_bytes(SAMPLE.read_bytes())
    window.files.open([gone])
    assert window.bench.preferences.now.recent == (str(gone),)
    gone.unlink()
    window.files.open([gone])
    answer(window, qtbot, "close")
    assert window.bench.preferences.now.recent == ()


def test_saving_and_opening_again(sample: MainWindow, tmp_path: Path) -> None:
    change(sample)
    assert sample.isWindowModified()
    sample.files.save_to(tmp_path / "page.banxin")
    assert not sample.isWindowModified()
    assert open_path(tmp_path / "page.banxin").edition == sample.bench.session.edition
    sample.files.open([tmp_path / "page.banxin"])
    assert sample.bench.session.path == tmp_path / "page.banxin"
    assert sample.bench.preferences.now.recent[0] == str(tmp_path / "page.banxin")


def test_a_target_that_cannot_be_written_is_a_sentence(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    change(sample)
    sample.files.save_to(tmp_path / "no" / "such" / "page.banxin")
    assert notice(sample).text
    answer(sample, qtbot, "close")
    assert sample.isWindowModified()


def test_a_full_disk_is_a_sentence(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    change(sample)
    monkeypatch.setattr("os.fsync", full)
    sample.files.save_to(tmp_path / "page.banxin")
    assert "磁盘已满" in notice(sample).text
    answer(sample, qtbot, "close")
    assert not (tmp_path / "page.banxin").exists()


def test_closing_with_unsaved_work_asks(sample: MainWindow, qtbot: QtBot) -> None:
    change(sample)
    event = QCloseEvent()
    QApplication.sendEvent(sample, event)
    assert not event.isAccepted()
    answer(sample, qtbot, "cancel")
    assert sample.isVisible()
    assert sample.bench.session.modified


def test_discarding_closes(sample: MainWindow, qtbot: QtBot) -> None:
    change(sample)
    sample.close()
    answer(sample, qtbot, "discard")
    assert not sample.isVisible()


def test_saving_first_closes_after_the_save(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sample.files.save_to(tmp_path / "page.banxin")
    change(sample)
    sample.close()
    answer(sample, qtbot, "save")
    assert not sample.isVisible()
    assert open_path(tmp_path / "page.banxin").edition.pages[0].number == "99"


def test_opening_another_with_unsaved_work_asks(sample: MainWindow, qtbot: QtBot) -> None:
    change(sample)
    before = sample.bench.session.edition
    sample.files.open([OTHER])
    assert sample.bench.session.edition is before
    answer(sample, qtbot, "discard")
    assert sample.bench.session.edition.sources[0].name == "news.txt"


def test_the_save_dialog_does_not_block(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sample.table["file.save"].trigger()
    dialog = sample.findChild(QFileDialog, "filedialog")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(tmp_path / "chosen.banxin")])
    dialog.reject()
    assert (tmp_path / "chosen.banxin").is_file()


def test_an_export_can_be_cancelled(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(sample.export.ended, timeout=30_000):
        sample.export.export_to(tmp_path / "page.pdf")
        sample.export.cancel()
    assert not (tmp_path / "page.pdf").exists()
    assert not sample.export.busy


def test_an_export_that_fails_is_a_sentence(sample: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(sample.export.failed, timeout=30_000):
        sample.export.export_to(tmp_path / "no" / "page.pdf")
    answer(sample, qtbot, "close")


def drop(window: MainWindow, files: list[Path], at: QPoint) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, actions, mime, left, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDragMoveEvent(at, actions, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), actions, mime, left, none))


def test_an_article_dropped_opens_and_a_second_joins(window: MainWindow) -> None:
    drop(window, [SAMPLE], QPoint(700, 450))
    drop(window, [OTHER], QPoint(700, 450))
    assert [source.name for source in window.bench.session.edition.sources] == ["article.txt", "news.txt"]


def test_a_picture_dropped_goes_to_the_slot_under_it(sample: MainWindow, tmp_path: Path) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(tmp_path / "photo.png"))
    canvas = sample.frame.canvas
    at = canvas.viewport().mapTo(sample, canvas.frame_rect("picture-2").center())
    drop(sample, [tmp_path / "photo.png"], at)
    page = sample.bench.session.page
    assert page is not None
    assert page.frame("picture-2").media is not None
    sample.bench.session.select([], ["picture-2"])
    sample.table["page.remove_picture"].trigger()
    page = sample.bench.session.page
    assert page is not None
    assert page.frame("picture-2").media is None


def test_settings_survive_the_window(sample: MainWindow) -> None:
    sample.table["view.grid"].trigger()
    sample.close()
    assert sample.bench.preferences.now.show_grid is False
    assert sample.bench.preferences.now.panels
