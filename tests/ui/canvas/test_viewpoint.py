"""Zoom, fit and scroll."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.canvas.viewpoint import MARGIN


def whole_page(canvas, sample):
    corner = canvas.frame_rect("headline").topLeft()
    box = sample.frame("headline").box
    scale = canvas.zoom * canvas.logicalDpiX() / 72
    left, top = corner.x() - box.x * scale, corner.y() - box.y * scale
    return left, top, left + sample.width * scale, top + sample.height * scale


def wheel(canvas, at: QPoint, turn: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    viewport = canvas.viewport()
    QApplication.sendEvent(
        viewport,
        QWheelEvent(
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_the_whole_page_is_shown_at_first_and_after_resizing(canvas, sample):
    for size in ((900, 700), (500, 800), (1200, 1000)):
        canvas.resize(*size)
        left, top, right, bottom = whole_page(canvas, sample)
        width, height = canvas.viewport().width(), canvas.viewport().height()
        assert min(left, top, width - right, height - bottom) == pytest.approx(MARGIN, abs=1.5)
        assert left == pytest.approx(width - right, abs=2)
        assert top == pytest.approx(height - bottom, abs=2)


@pytest.mark.parametrize("sheet", ["", "QScrollBar:vertical { width: 22px }"])
def test_fit_width_starts_at_the_top_and_lasts(canvas, sample, sheet):
    canvas.setStyleSheet(sheet)
    canvas.fit_width()
    for size in ((900, 700), (640, 500)):
        canvas.resize(*size)
        QApplication.processEvents()  # the scroll bar comes
        left, top, right, _ = whole_page(canvas, sample)
        assert (left, top) == pytest.approx((MARGIN, MARGIN), abs=1.5)
        assert canvas.viewport().width() - right == pytest.approx(MARGIN, abs=1.5)


def test_at_100_percent_a_point_is_96_72_of_a_pixel(canvas, sample):
    canvas.actual_size()
    width = canvas.frame_rect("headline").width()
    assert width == pytest.approx(sample.frame("headline").box.width * canvas.logicalDpiX() / 72, abs=1.5)


@pytest.mark.parametrize("zoom", [0.25, 0.8, 1.3, 4.0, 8.0])
def test_the_point_under_the_anchor_stays(canvas, zoom):
    canvas.set_zoom(3.0)
    anchor = canvas.viewport().rect().center() + QPoint(170, -120)
    frame = canvas.frame_at(anchor)
    assert frame is not None
    before = canvas.frame_rect(frame)
    share = (anchor.x() - before.x()) / before.width(), (anchor.y() - before.y()) / before.height()
    canvas.set_zoom(zoom, anchor)
    after = canvas.frame_rect(frame)
    if zoom >= 1:  # a page smaller than the viewport stands in its middle
        found = after.x() + share[0] * after.width(), after.y() + share[1] * after.height()
        assert found == pytest.approx((anchor.x(), anchor.y()), abs=1.5)


def test_wheel_zooms_at_the_pointer_from_the_whole_page_on(canvas, qtbot):
    at = canvas.frame_rect("section-1").center()
    with qtbot.waitSignal(canvas.zoom_changed) as told:
        for _ in range(8):
            wheel(canvas, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] > 0
    assert canvas.zoom > 1.5
    middle = canvas.frame_rect("section-1").center()
    assert (middle.x(), middle.y()) == pytest.approx((at.x(), at.y()), abs=8)
    canvas.grab()
    wheel(canvas, at, -120, Qt.KeyboardModifier.ControlModifier)
    canvas.grab()  # stretched, until the gesture rests
    qtbot.wait(150)


def test_zoom_keeps_within_its_bounds(canvas):
    canvas.set_zoom(100)
    assert canvas.zoom == 8.0
    canvas.zoom_in()
    assert canvas.zoom == 8.0
    canvas.zoom_out()
    assert canvas.zoom == 6.0
    canvas.set_zoom(0.001)
    assert canvas.zoom == 0.25
    canvas.zoom_in()
    assert canvas.zoom == 0.33


def test_wheel_keys_and_middle_button_scroll(canvas):
    canvas.set_zoom(2.0)
    start = canvas.frame_rect("lede").topLeft()
    wheel(canvas, QPoint(300, 300), -120)
    below = canvas.frame_rect("lede").topLeft()
    assert below.y() < start.y()
    assert below.x() == start.x()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.frame_rect("lede").left() < below.x()
    before = canvas.frame_rect("lede").topLeft()
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(340, 280))
    assert viewport.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=QPoint(340, 280))
    assert canvas.frame_rect("lede").topLeft() - before == QPoint(40, -20)


def test_space_turns_the_pointer_into_a_hand(canvas):
    canvas.set_zoom(2.0)
    before = canvas.frame_rect("lede").topLeft()
    viewport, pressed = canvas.viewport(), []
    canvas.frame_clicked.connect(lambda *_: pressed.append(1))
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(290, 330))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(290, 330))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.frame_rect("lede").topLeft() - before == QPoint(-10, 30)
    assert not pressed


def test_another_page_of_the_same_size_leaves_zoom_and_place(canvas, sample, library):
    canvas.set_zoom(1.7)
    canvas.verticalScrollBar().setValue(400)
    before = canvas.frame_rect("section-2")
    canvas.set_display(replace(sample, number="10"), library, {})
    assert canvas.frame_rect("section-2") == before
    canvas.set_display(replace(sample, number="11", width=sample.width + 50), library, {})
    assert canvas.zoom < 1
