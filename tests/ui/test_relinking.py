"""A page opens without a picture's file, says which is missing, and takes it back."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.formats.archive import write_archive
from desktop.locator import resource
from desktop.model.pictureview import PictureView
from desktop.session.commands import SetPictureView
from desktop.ui.window import MainWindow

RIVER = resource("sample/river.jpg")
VIEW = PictureView(zoom=2.0, x=0.3, y=0.4)


@pytest.fixture
def without(sample: MainWindow, tmp_path: Path) -> MainWindow:
    """The sample opened from a package out of which the picture was taken; it stands in two frames."""
    session = sample.bench.session
    path = tmp_path / "page.banxin"
    for frame in ("picture-1", "picture-2"):
        sample.placing.place_picture(RIVER, frame)
    assert session.page is not None
    session.do(SetPictureView(session.page.id, "picture-1", VIEW))
    session.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.endswith("river.jpg")}
    with path.open("wb") as file:
        write_archive(file, parts, "mimetype")
    session.open(path)
    return sample


def lost(window: MainWindow) -> list[str]:
    return [finding.frame or "" for finding in window.refresh.findings() if finding.id == "picture.missing"]


def choose(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    dialog.accept()


def test_the_findings_say_which_picture_is_missing_and_lead_to_its_frame(without: MainWindow) -> None:
    assert lost(without) == ["picture-1", "picture-2"]
    model = without.frame.findings.model
    said = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert sum("river.jpg" in words and "丢失" in words for words in said) == 2
    finding = next(f for f in without.refresh.findings() if f.id == "picture.missing")
    without.show_finding(finding)
    assert without.bench.session.selection.frames == ("picture-1",)
    fact = without.frame.inspector.findChild(QLabel, "fact.pixels")
    assert fact is not None
    assert "丢失" in fact.text()


def test_the_page_is_not_said_to_be_composed_otherwise(without: MainWindow) -> None:
    assert without.frame.note.told() == ""


def test_the_frame_says_it_in_words(without: MainWindow) -> None:
    canvas = without.frame.canvas
    canvas.set_zoom(1.0)
    box = canvas.frame_rect("picture-1").intersected(canvas.viewport().rect())
    with_words = canvas.viewport().grab(box).toImage()
    canvas.set_preview(True)
    without_words = canvas.viewport().grab(box).toImage()
    canvas.set_preview(False)
    assert dark(with_words) > dark(without_words)


def dark(image: QImage) -> int:
    return sum(image.pixelColor(x, y).lightness() < 140 for x in range(image.width()) for y in range(image.height()))


def test_a_double_click_asks_for_the_file_and_all_its_frames_have_it_again(without: MainWindow, tmp_path: Path) -> None:
    session, canvas = without.bench.session, without.frame.canvas
    folder = tmp_path / "found"
    folder.mkdir()
    shutil.copy(RIVER, folder / "river.jpg")
    steps = len(session.history.done)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.frame_rect("picture-1").center())
    dialog = without.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "重新链接“river.jpg”"
    choose(without, folder / "river.jpg")
    assert lost(without) == []
    assert session.page is not None
    assert session.page.frame("picture-1").view == VIEW
    assert session.page.frame("picture-1").media == session.page.frame("picture-2").media
    assert len(session.history.done) == steps + 1
    without.table["edit.undo"].trigger()
    assert lost(without) == ["picture-1", "picture-2"]


def test_another_file_goes_to_the_selected_frame_by_the_inspectors_button(
    without: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session = without.bench.session
    other = tmp_path / "other.jpg"
    shutil.copy(resource("sample/reading-room.jpg"), other)
    session.select(frames=("picture-2",))
    buttons = without.frame.inspector.frame.findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == "重新链接图片…")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    choose(without, other)
    assert lost(without) == ["picture-1"]


def test_a_file_that_is_no_picture_is_told_and_nothing_changes(without: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "river.jpg").write_bytes(b"no picture")
    without.placing.relink(tmp_path / "river.jpg", "picture-1")
    notice = next(w for w in without.children() if w.objectName() == "notice")
    notice.close()
    assert lost(without) == ["picture-1", "picture-2"]


def test_the_context_menu_and_the_menu_bar_offer_it(without: MainWindow) -> None:
    without.bench.session.select(frames=("picture-1",))
    action = without.table["picture.relink"]
    assert action.isEnabled()
    at = without.frame.canvas.viewport().mapToGlobal(QPoint(5, 5))
    without.gestures.canvas_menu("picture-1", at)
    [menu] = [m for m in without.findChildren(QMenu) if m.isVisible()]
    assert action in menu.actions()
    menu.close()
    assert any(action in (m.menu().actions() if m.menu() else []) for m in without.menuBar().actions())
    without.bench.session.select(frames=("section-1",))
    assert not action.isEnabled()


def test_a_file_dropped_on_the_frame_relinks_it(without: MainWindow) -> None:
    without.drop.picture_dropped.emit(RIVER, "picture-2")
    assert lost(without) == []


def test_saving_without_the_picture_keeps_the_page_waiting(without: MainWindow) -> None:
    session = without.bench.session
    path = session.path
    assert path is not None
    session.save(path)
    before = session.edition
    session.open(path)
    assert session.edition == before
    assert lost(without) == ["picture-1", "picture-2"]
