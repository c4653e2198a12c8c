"""Pictures pushed and enlarged inside their frames."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox

from desktop.display import Picture
from desktop.locator import resource
from desktop.model.pictureview import PictureView
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow) -> Picture:
    items = window.bench.session.composed().display.items
    return next(item for item in items if isinstance(item, Picture) and item.frame == "picture-1")


def view(window: MainWindow) -> PictureView | None:
    assert window.bench.session.page is not None
    return window.bench.session.page.frame("picture-1").view


@pytest.fixture
def pictured(sample: MainWindow) -> MainWindow:
    sample.placing.place_picture(resource("sample/river.jpg"), "picture-1")
    sample.bench.session.select(frames=("picture-1",))
    return sample


@pytest.fixture
def cropping(pictured: MainWindow) -> MainWindow:
    middle = pictured.frame.canvas.frame_rect("picture-1").center()
    QTest.mouseDClick(pictured.frame.canvas.viewport(), LEFT, pos=middle)
    assert pictured.cropping.active
    return pictured


def drag(window: MainWindow, by: QPoint) -> None:
    viewport, at = window.frame.canvas.viewport(), window.frame.canvas.frame_rect("picture-1").center()
    QTest.mousePress(viewport, LEFT, pos=at)
    QTest.mouseMove(viewport, at + by / 2)
    QTest.mouseMove(viewport, at + by)
    QTest.mouseRelease(viewport, LEFT, pos=at + by)


def test_a_picture_is_enlarged_by_the_wheel_and_pushed_by_the_mouse_as_one_step(cropping: MainWindow) -> None:
    canvas, done = cropping.frame.canvas, len(cropping.bench.session.history.done)
    at = QPointF(canvas.frame_rect("picture-1").center())
    before = shown(cropping)
    wheel = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), wheel)
    larger = shown(cropping)
    assert larger.crop.width < before.crop.width
    assert larger.box == before.box
    drag(cropping, QPoint(20, 10))
    pushed = shown(cropping)
    assert pushed.crop.x < larger.crop.x
    assert pushed.crop.y < larger.crop.y
    assert pushed.crop.width == pytest.approx(larger.crop.width)
    assert len(cropping.bench.session.history.done) == done + 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not cropping.cropping.active
    cropping.bench.session.undo()
    assert shown(cropping) == before


def test_arrows_push_and_plus_and_minus_enlarge(cropping: MainWindow) -> None:
    canvas = cropping.frame.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    first = shown(cropping).crop
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert shown(cropping).crop.x > first.x
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert not cropping.cropping.active
    made = view(cropping)
    assert made is None or made.zoom == pytest.approx(1.0)


def test_a_picture_is_shown_whole_and_fills_again(pictured: MainWindow) -> None:
    before = shown(pictured)
    pictured.table["picture.whole"].trigger()
    whole = shown(pictured)
    assert (whole.crop.width, whole.crop.height) == (1, 1)
    assert whole.box.width < before.box.width or whole.box.height < before.box.height
    pictured.table["picture.fill"].trigger()
    assert shown(pictured) == before
    assert view(pictured) is None


def test_the_inspector_enlarges_and_tells_the_resolution(pictured: MainWindow) -> None:
    page = pictured.frame.inspector.frame
    box = page.findChild(QSpinBox, "picturezoom")
    assert box.value() == 100
    dots = _dpi(pictured)
    box.setValue(200)
    assert view(pictured) is not None
    assert shown(pictured).crop.width == pytest.approx(_part_before(pictured) / 2, rel=0.02)
    assert _dpi(pictured) == pytest.approx(dots / 2, abs=1)


def _part_before(window: MainWindow) -> float:
    window.bench.session.undo()
    width = shown(window).crop.width
    window.bench.session.redo()
    return width


def _dpi(window: MainWindow) -> int:
    from PySide6.QtWidgets import QLabel

    text = window.frame.inspector.frame.findChild(QLabel, "fact.pixels").text()
    return int(text.split("dpi")[0].split("·")[1])


def test_choosing_something_else_ends_cropping(cropping: MainWindow) -> None:
    cropping.bench.session.select(frames=("picture-2",))
    assert not cropping.cropping.active


def test_an_empty_frame_cannot_be_cropped(sample: MainWindow) -> None:
    sample.bench.session.select(frames=("picture-2",))
    sample.table["page.remove_picture"].trigger()
    assert not sample.table["picture.crop"].isEnabled()
    sample.cropping.begin()
    assert not sample.cropping.active
