"""Rulers in the real window: what they count, that they follow, and that they cost the canvas nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.geometry import MM
from desktop.model.typing import Spot
from desktop.ui.canvas import rulers as module
from desktop.ui.canvas.rulers import BREADTH, Ruler
from desktop.ui.window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def ruled(sample: MainWindow) -> MainWindow:
    QTest.keyClick(sample, Qt.Key.Key_R, CTRL)
    QApplication.processEvents()
    return sample


def menu(window: MainWindow, widget: QWidget) -> QMenu:
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def dark_at(image: QImage, ratio: float, place: float, *, across: bool) -> bool:
    """Tell whether there is a tick at a place along a ruler: its outermost row or column but one is drawn on."""
    edge = round((BREADTH - 3) * ratio)
    along = round(place * ratio)
    pixels = [image.pixelColor(*((at, edge) if across else (edge, at))) for at in (along - 1, along, along + 1)]
    ground = image.pixelColor(*((along + 3, edge) if across else (edge, along + 3)))
    return any(abs(pixel.lightness() - ground.lightness()) > 20 for pixel in pixels)


def test_ticks_stand_at_the_millimetres_and_at_the_columns_of_the_page(ruled: MainWindow) -> None:
    canvas, page = ruled.frame.canvas, ruled.bench.session.page
    across, down = ruled.frame.ruled.rulers
    for _ in range(2):  # fitted, then zoomed and scrolled
        view = canvas.view
        for ruler, offset, sheet in ((across, view.x, page.layout.grid.sheet_width), (down, view.y, 300)):
            image = ruler.grab().toImage()
            for mm in range(0, 400, 50):
                place = offset + mm * MM * view.scale
                if 5 < place < (ruler.width() if ruler is across else ruler.height()) - 5 and mm * MM < sheet:
                    assert dark_at(image, image.devicePixelRatio(), place, across=ruler is across), mm
        canvas.set_zoom(1.5)
        canvas.scroll_by(37, 53)
    ruled.table["view.ruler_grid"].trigger()
    grid, view = page.layout.grid, canvas.view
    image = down.grab().toImage()
    for line in range(0, grid.lines, 5):
        place = view.y + (grid.type_area.y + line * grid.pitch) * view.scale
        if 5 < place < down.height() - 5:
            assert dark_at(image, image.devicePixelRatio(), place, across=False), line


def test_the_unit_is_chosen_in_a_menu_and_remembered(ruled: MainWindow) -> None:
    table, settings = ruled.table, ruled.bench.preferences
    assert table["view.ruler_mm"].isChecked()
    for widget in (ruled.frame.ruled.rulers[0], ruled.frame.ruled.rulers[1], ruled.frame.ruled._corner):
        shown = menu(ruled, widget)
        assert [action.objectName() for action in shown.actions() if not action.isSeparator()] == [
            "view.ruler_mm",
            "view.ruler_grid",
            "view.rulers",
        ]
        shown.close()
    shown = menu(ruled, ruled.frame.ruled.rulers[0])
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert settings.now.ruler_grid
    assert table["view.ruler_grid"].isChecked()
    assert not table["view.ruler_mm"].isChecked()
    assert ruled.frame.ruled._corner.text() == "字"
    table["view.ruler_mm"].trigger()
    assert not settings.now.ruler_grid
    assert ruled.frame.ruled._corner.text() == "mm"


def test_the_pointer_is_marked_without_painting_the_page_or_the_ticks_again(
    ruled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas, (across, down) = ruled.frame.canvas, ruled.frame.ruled.rulers
    blank = canvas.viewport().rect().bottomRight() - QPoint(4, 4)
    QTest.mouseMove(canvas.viewport(), blank)
    QApplication.processEvents()
    made: list[Ruler] = []
    real = module.ticks
    monkeypatch.setattr(module, "ticks", lambda *args: made.append(args) or real(*args))
    page, marks = Paints(canvas.viewport()), Paints(across)
    for step in range(1, 6):
        QTest.mouseMove(canvas.viewport(), blank - QPoint(10 * step, 10 * step))
        QApplication.processEvents()
    assert marks.count >= 5
    assert (page.count, made) == (0, [])
    colour = across.palette().highlight().color()
    shown = across.grab().toImage()
    at = round((blank.x() - 50) * shown.devicePixelRatio())
    assert shown.pixelColor(at, 2) == colour
    across.follow(None)
    assert across.grab().toImage().pixelColor(at, 2) != colour
    canvas.set_zoom(2.0)
    QApplication.processEvents()
    assert len(made) == 2, "another place or scale: each ruler once"
    across.update()
    down.update()
    page.count = 0
    QApplication.processEvents()
    assert (page.count, len(made)) == (0, 2)


def test_the_mark_follows_a_drag(ruled: MainWindow) -> None:
    canvas = ruled.frame.canvas
    across, down = ruled.frame.ruled.rulers
    ruled.bench.session.select(frames=("picture-1",))
    ruled.table["page.lift"].trigger()
    start = canvas.frame_rect("picture-1").center()
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(12, 12))
    QTest.mouseMove(canvas.viewport(), start + QPoint(40, 60))
    assert ruled.picture_drag.active
    assert (across._pointer, down._pointer) == (start.x() + 40, start.y() + 60)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=start)


def test_marked_characters_are_zoomed_to_while_writing(ruled: MainWindow) -> None:
    canvas, writer = ruled.frame.canvas, ruled.writing.writer
    element = ruled.frame.canvas._sheet.hits.elements[-1]
    ruled.writing.show_range(Spot(element, 0), Spot(element, 4))
    ruled.enable()
    assert ruled.table["view.zoom_selection"].isEnabled()
    QTest.keyClick(ruled, Qt.Key.Key_0, CTRL | ALT)
    boxes = [canvas.view_rect(box).toAlignedRect() for box in writer.selection_boxes()]
    assert boxes
    assert all(canvas.viewport().rect().contains(box) for box in boxes)
    assert canvas.zoom > 2
