"""A PDF as a picture in the window: dropped on an advertisement's frame, drawn sharp, saved, exported, relinked."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.formats.style_xml import default_style
from desktop.model.edition import Media
from desktop.session.commands import ApplyLayout
from desktop.ui.dialogs.choose import PICTURES
from desktop.ui.window import MainWindow
from tests.pictures.adverts import advert, page_of, quarters_pdf, saved
from tests.ui.test_files import drop

FRAME = "advert"


@pytest.fixture
def broadsheet(sample: MainWindow) -> MainWindow:
    session = sample.bench.session
    assert session.page is not None
    session.do(ApplyLayout(session.page.id, find_layout("broadsheet-feature", default_style)))
    assert sample.frame.canvas.frame_rect(FRAME) is not None
    return sample


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "广告.PDF"
    path.write_bytes(quarters_pdf())
    return path


def place(window: MainWindow, path: Path, frame: str = FRAME) -> None:
    canvas = window.frame.canvas
    drop(window, [path], canvas.viewport().mapTo(window, canvas.frame_rect(frame).center()))


def media(window: MainWindow, frame: str = FRAME) -> Media | None:
    page = window.bench.session.page
    assert page is not None
    shown = page.frame(frame).media
    return next((known for known in window.bench.session.edition.media if known.id == shown), None)


def colours(window: MainWindow, frame: str = FRAME) -> list[QColor]:
    """What the canvas shows in the middle of the picture's quarters; it is shown whole, twice as wide as high."""
    canvas = window.frame.canvas
    image, box = canvas.viewport().grab().toImage(), canvas.frame_rect(frame)
    ratio = image.devicePixelRatio()
    across = min(box.width(), 2 * box.height()) // 4
    points = [box.center() + QPoint(x * across, y * across // 2) for y in (-1, 1) for x in (-1, 1)]
    return [image.pixelColor(round(point.x() * ratio), round(point.y() * ratio)) for point in points]


def test_a_pdf_dropped_on_an_advertisement_is_shown_and_is_one_step(broadsheet: MainWindow, file: Path) -> None:
    session, before = broadsheet.bench.session, broadsheet.bench.session.edition
    place(broadsheet, file)
    placed = media(broadsheet)
    assert placed is not None
    assert (placed.name, placed.vectors, placed.data) == ("广告.PDF", True, file.read_bytes())
    assert [colour.name() for colour in colours(broadsheet)] == ["#ff0000", "#00ff00", "#0000ff", "#ffff00"]
    broadsheet.table["edit.undo"].trigger()
    assert session.edition is before
    broadsheet.table["edit.redo"].trigger()
    assert media(broadsheet) == placed


def test_the_inspector_says_vectors_and_the_size_and_no_resolution(broadsheet: MainWindow, file: Path) -> None:
    place(broadsheet, file)
    broadsheet.bench.session.select(frames=(FRAME,))
    fact = broadsheet.frame.inspector.findChild(QLabel, "fact.pixels")
    assert fact is not None
    assert fact.text() == "PDF，矢量 · 56.4 × 28.2 mm"


def test_it_is_drawn_anew_for_a_closer_look(broadsheet: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    fine = b"0 g " + b"".join(b"%.2f 0 0.2 80 re " % (0.4 * at) for at in range(400)) + b"f"
    path = tmp_path / "fine.pdf"
    path.write_bytes(saved(page_of(fine)))
    place(broadsheet, path)
    images = broadsheet.frame.canvas._sheet._images
    placed = media(broadsheet)
    assert placed is not None
    canvas = broadsheet.frame.canvas
    canvas.viewport().grab()
    far = images._drawn[placed.id].width()
    canvas.set_zoom(8 * canvas.zoom, canvas.frame_rect(FRAME).center())
    canvas.viewport().grab()
    qtbot.waitUntil(lambda: images._drawn[placed.id].width() >= 4 * far)
    canvas.set_zoom(canvas.zoom / 8)
    canvas.viewport().grab()
    assert images._drawn[placed.id].width() >= 4 * far  # finer than needed is kept


def test_the_dialog_offers_pdf_and_relinking_takes_one(broadsheet: MainWindow, file: Path, tmp_path: Path) -> None:
    assert "*.pdf" in PICTURES
    place(broadsheet, file)
    other = tmp_path / "other.pdf"
    other.write_bytes(quarters_pdf(Rotate=180))
    broadsheet.bench.session.select(frames=(FRAME,))
    broadsheet.table["picture.relink"].trigger()
    dialog = broadsheet.findChild(QFileDialog)
    assert dialog is not None
    assert any("*.pdf" in kind for kind in dialog.nameFilters())
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(other))
    dialog.accept()
    placed = media(broadsheet)
    assert placed is not None
    assert placed.name == "other.pdf"
    assert colours(broadsheet)[0].name() == "#ffff00"


def test_a_damaged_pdf_is_a_sentence_and_changes_nothing(broadsheet: MainWindow, file: Path, qtbot: QtBot) -> None:
    file.write_bytes(quarters_pdf()[:300])
    before = broadsheet.bench.session.edition
    with qtbot.waitSignal(broadsheet.placing.failed) as told:
        place(broadsheet, file)
    assert "damaged" in str(told.args[0])
    assert broadsheet.bench.session.edition is before


def test_a_package_keeps_it_and_the_export_has_its_type(
    broadsheet: MainWindow, faces: FaceLibrary, qtbot: QtBot, tmp_path: Path
) -> None:
    path, page, target = tmp_path / "advert.pdf", tmp_path / "page.banxin", tmp_path / "page.pdf"
    path.write_bytes(advert(faces))
    place(broadsheet, path)
    placed = media(broadsheet)
    session = broadsheet.bench.session
    session.save(page)
    session.open(page)
    assert media(broadsheet) == placed
    with qtbot.waitSignal(broadsheet.export.exported, timeout=30_000):
        broadsheet.export.export_to(target)
    with pikepdf.open(target) as document:
        [form] = [item for item in document.pages[0].Resources.XObject.values() if item.Subtype == "/Form"]
        assert "/Font" in form.Resources
