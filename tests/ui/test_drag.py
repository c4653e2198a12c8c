"""The drag without a window: a fake surface stands for the canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.compose import FlowFit
from desktop.model.edition import Flow
from desktop.session.preview import Fit, FitPreview
from desktop.ui.drag import ElementDrag, drop_words
from desktop.ui.models.rows import Gap


class Surface:
    """A canvas of two frames side by side."""

    def __init__(self, parent: QWidget) -> None:
        self._viewport = QWidget(parent)
        self._viewport.setGeometry(100, 0, 200, 100)
        self._viewport.show()
        self.shown: list[tuple[str | None, str, str]] = []
        self.cleared = 0
        self.scrolled: list[tuple[int, int]] = []

    def viewport(self) -> QWidget:
        return self._viewport

    def frame_at(self, position: QPoint, /) -> str | None:
        return "left" if position.x() < 100 else "right"

    def scroll_by(self, dx: int, dy: int) -> bool:
        self.scrolled.append((dx, dy))
        return True

    def show_drop(self, candidates: Mapping[str, bool], target: str | None, label: str, state: str) -> None:
        assert candidates == {"left": True}
        self.shown.append((target, label, state))

    def clear_drop(self) -> None:
        self.cleared += 1


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 100)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


class Order:
    """An outline of one gap."""

    def __init__(self, parent: QWidget) -> None:
        self._viewport = QWidget(parent)
        self._viewport.setGeometry(0, 0, 90, 100)
        self._viewport.show()
        self.shown: list[Gap | None] = []

    def viewport(self) -> QWidget:
        return self._viewport

    def scroll_by(self, dx: int, dy: int) -> bool:
        return False

    def gap_at(self, position: QPoint, /) -> Gap | None:
        return Gap("s1", position.y() // 10, "e1", above=True)

    def show_gap(self, gap: Gap | None) -> None:
        self.shown.append(gap)


class Sheets:
    """A page list that is not seen."""

    def __init__(self, parent: QWidget) -> None:
        self._viewport = QWidget(parent)
        self._viewport.hide()

    def viewport(self) -> QWidget:
        return self._viewport

    def scroll_by(self, dx: int, dy: int) -> bool:
        return False

    def page_at(self, position: QPoint, /) -> str | None:
        raise AssertionError(position)


class Rig:
    """A drag with what it asked and told."""

    def __init__(self, parent: QWidget) -> None:
        self.parent, self.surface, self.order = parent, Surface(parent), Order(parent)
        self.asked: list[str] = []
        self.dropped: list[tuple[tuple[str, ...], str]] = []
        self.drag = ElementDrag(
            parent, self.surface, self.order, Sheets(parent), self._preview, lambda _: {"left": True}
        )
        self.moved: list[tuple[tuple[str, ...], Gap]] = []
        self.drag.moved.connect(lambda elements, gap: self.moved.append((elements, gap)))
        self.drag.dropped.connect(lambda elements, frame: self.dropped.append((elements, frame)))

    def _preview(self, _elements: Sequence[str], frame: str) -> FitPreview:
        self.asked.append(frame)
        return FitPreview(Fit.OVER, (frame,), over_chars=37, over_lines=3)

    def begin(self) -> None:
        self.drag.begin(["e1", "e2"], "text", self.parent.mapToGlobal(QPoint(10, 10)))

    def move(self, x: int) -> None:
        QTest.mouseMove(self.parent, QPoint(x, 50))


@pytest.fixture
def rig(parent: QWidget) -> Rig:
    return Rig(parent)


def test_release_over_a_frame_drops(rig: Rig) -> None:
    rig.begin()
    rig.move(150)
    QTest.mouseRelease(rig.parent, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    assert rig.dropped == [(("e1", "e2"), "left")]
    assert rig.surface.cleared == 1
    assert not rig.drag.active


def test_the_preview_is_told_before_the_drop_and_asked_once_per_frame(rig: Rig) -> None:
    rig.begin()
    for x in (150, 160, 250, 150):
        rig.move(x)
        rig.drag.settle()
    assert rig.asked == ["left", "right"]
    target, label, state = rig.surface.shown[-1]
    assert (target, state) == ("left", "over")
    assert "37" in label
    assert "3" in label
    rig.drag.cancel()


def test_escape_ends_it_without_a_drop(rig: Rig) -> None:
    rig.begin()
    rig.move(150)
    QTest.keyClick(rig.parent, Qt.Key.Key_Escape)
    QTest.mouseRelease(rig.parent, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    assert rig.dropped == []
    assert rig.surface.cleared == 1


def test_another_button_ends_it(rig: Rig) -> None:
    rig.begin()
    rig.move(150)
    QTest.mousePress(rig.parent, Qt.MouseButton.RightButton, pos=QPoint(150, 50))
    QTest.mouseRelease(rig.parent, Qt.MouseButton.RightButton, pos=QPoint(150, 50))
    assert not rig.drag.active
    assert rig.dropped == []


def test_nothing_dragged_is_no_drag(rig: Rig) -> None:
    rig.drag.begin([], "", QPoint(0, 0))
    assert not rig.drag.active


def test_what_is_pushed_out_is_told() -> None:
    pushed = FlowFit(Flow(("b",), ("e9",)), 0, 0, over_chars=1542)
    words = drop_words(FitPreview(Fit.FITS, ("a",), pushed=(pushed,)))
    assert "1,542" in words
