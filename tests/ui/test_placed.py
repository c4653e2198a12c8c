"""A PDF from the file manager becomes an advertisement: placed, told of as vectors, kept in the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.fonts import FaceLibrary
from desktop.formats.package import open_edition
from desktop.model.runaround import Place
from desktop.session.commands import DrawFrame
from desktop.session.commands.frames import Drawn
from desktop.ui.dialogs.notice import Notice
from desktop.ui.window import MainWindow
from tests.pictures.adverts import advert

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def drop(window: MainWindow, path: Path, frame: str) -> None:
    """Bring a file over the window and let go of it over a frame."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    canvas = window.frame.canvas
    at: QPoint = canvas.viewport().mapTo(window, canvas.frame_rect(frame).center())
    QApplication.sendEvent(window, QDragEnterEvent(at, COPY, data, LEFT, NONE))
    QApplication.sendEvent(window, QDragMoveEvent(at, COPY, data, LEFT, NONE))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), COPY, data, LEFT, NONE))


@pytest.fixture
def frame(sample: MainWindow) -> str:
    session = sample.bench.session
    session.do(DrawFrame("p1", Drawn.ADVERT, Place(3, 2, 40, 12)))
    assert session.page is not None
    return session.page.frames[-1].id


def test_a_pdf_dropped_on_an_advertisement_s_frame_is_placed_and_kept(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path, frame: str, faces: FaceLibrary
) -> None:
    path = tmp_path / "茶.pdf"
    path.write_bytes(advert(faces))
    session = sample.bench.session
    drop(sample, path, frame)
    qtbot.waitUntil(lambda: session.page is not None and session.page.frame(frame).media is not None)
    assert session.page is not None
    media = next(m for m in session.edition.media if m.id == session.page.frame(frame).media)
    assert media.vectors
    session.select(frames=(frame,))
    sample.refresh.selection()
    told = sample.frame.inspector.frame.findChild(QLabel, "fact.pixels").text()
    assert "PDF" in told
    assert "dpi" not in told
    package = tmp_path / "page.banxin"
    sample.files.save_to(package)
    kept = open_edition(package).edition
    assert [m.data for m in kept.media if m.name == "茶.pdf"] == [path.read_bytes()]
    session.undo()
    assert session.page.frame(frame).media is None


def test_a_damaged_pdf_is_a_sentence_and_changes_nothing(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path, frame: str, faces: FaceLibrary
) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(advert(faces)[:-300])
    before = sample.bench.session.edition
    drop(sample, path, frame)
    qtbot.waitUntil(lambda: bool(sample.findChildren(Notice)))
    assert "damaged" in sample.findChildren(Notice)[0].text or "损坏" in sample.findChildren(Notice)[0].text
    assert sample.bench.session.edition is before
