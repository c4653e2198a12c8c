"""Frames drawn, moved, lined up, copied, locked and taken away, by mouse and keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.model.edition import Frame
from desktop.model.layout import SlotKind
from desktop.model.runaround import Place
from desktop.session.arranging import Edge, aligned, distributed
from desktop.session.commands import AssignElements, DrawFrame
from desktop.session.commands.frames import Drawn
from desktop.ui.canvas.frametool import FrameTool
from desktop.ui.dialogs.notice import Notice
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def cell(window: MainWindow, column: int, line: int) -> QPoint:
    """The middle of a cell of the grid, in the viewport."""
    page = window.bench.session.page
    assert page is not None
    return window.frame.canvas.view_rect(page.layout.grid.box(column, 1, line, 1)).center().toPoint()


def draw(window: MainWindow, start: tuple[int, int], end: tuple[int, int]) -> None:
    viewport = window.frame.canvas.viewport()
    QTest.mousePress(viewport, LEFT, pos=cell(window, *start))
    QTest.mouseMove(viewport, cell(window, *end))
    QTest.mouseRelease(viewport, LEFT, pos=cell(window, *end))


def frames(window: MainWindow) -> dict[str, Frame]:
    assert window.bench.session.page is not None
    return {frame.id: frame for frame in window.bench.session.page.frames}


def drawn(window: MainWindow, place: Place, kind: Drawn = Drawn.BOX) -> str:
    window.bench.session.do(DrawFrame("p1", kind, place))
    return next(reversed(frames(window)))


@pytest.mark.parametrize(
    ("action", "kind", "vertical"),
    [("draw.text", SlotKind.TEXT, False), ("draw.vertical", SlotKind.TEXT, True), ("draw.box", SlotKind.BOX, False),
     ("draw.picture", SlotKind.PICTURE, False), ("draw.rule", SlotKind.RULE, False)],
)  # fmt: skip
def test_a_frame_is_drawn_on_the_grid_and_selected(sample: MainWindow, action: str, kind: SlotKind, vertical) -> None:
    sample.table[action].trigger()
    draw(sample, (2, 20), (3, 26))
    page = sample.bench.session.page
    assert page is not None
    assert frames(sample)["frame-1"].place == Place(2, 2, 20, 7)
    assert page.slot_of("frame-1").kind is kind
    assert page.slot_of("frame-1").vertical is vertical
    assert sample.bench.session.selection.frames == ("frame-1",)
    assert not sample.framing.active
    QTest.keyClick(sample, Qt.Key.Key_Z, CTRL)
    assert "frame-1" not in frames(sample)


def test_f_chooses_the_tool_backwards_drawing_works_and_esc_gives_up(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    QTest.keyClick(sample, Qt.Key.Key_F)
    assert sample.framing.active
    tool = canvas._tool
    assert isinstance(tool, FrameTool)
    QTest.mousePress(canvas.viewport(), LEFT, pos=cell(sample, 4, 30))
    QTest.mouseMove(canvas.viewport(), cell(sample, 2, 25))
    assert tool.place == Place(2, 3, 25, 6)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tool.place is None
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=cell(sample, 2, 25))
    assert "frame-1" not in frames(sample)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not sample.framing.active


def test_a_drawn_frame_is_moved_by_the_mouse_and_by_arrows(sample: MainWindow) -> None:
    frame = drawn(sample, Place(2, 2, 20, 6))
    canvas = sample.frame.canvas
    sample.bench.session.select(frames=(frame,))
    start, goal = cell(sample, 2, 22), cell(sample, 3, 30)
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(12, 12))
    QTest.mouseMove(canvas.viewport(), goal)
    sample.picture_drag.settle()
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=goal)
    assert frames(sample)[frame].place == Place(3, 2, 28, 6)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert frames(sample)[frame].place == Place(2, 2, 29, 6)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert frames(sample)[frame].place == Place(2, 3, 29, 6)


def test_a_text_frame_is_lifted_out_of_the_layout_and_put_back(sample: MainWindow) -> None:
    before = sample.bench.session.composed().display.frame("lede").box
    sample.bench.session.select(frames=("lede",))
    sample.table["page.lift"].trigger()
    assert sample.bench.session.composed().display.frame("lede").free
    sample.table["page.home"].trigger()
    assert sample.bench.session.composed().display.frame("lede").box == before


def test_grouped_frames_move_together(sample: MainWindow) -> None:
    one, two = drawn(sample, Place(1, 1, 20, 4)), drawn(sample, Place(3, 1, 22, 4))
    sample.bench.session.select(frames=(one, two))
    QTest.keyClick(sample, Qt.Key.Key_G, CTRL)
    canvas = sample.frame.canvas
    sample.bench.session.select(frames=(one,))
    start, goal = cell(sample, 1, 21), cell(sample, 2, 24)
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(12, 12))
    QTest.mouseMove(canvas.viewport(), goal)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=goal)
    assert frames(sample)[one].place == Place(2, 1, 23, 4)
    assert frames(sample)[two].place == Place(4, 1, 25, 4)


def test_frames_are_aligned_copied_ordered_and_deleted(sample: MainWindow) -> None:
    one, two = drawn(sample, Place(1, 1, 20, 4)), drawn(sample, Place(3, 1, 22, 4))
    sample.bench.session.select(frames=(one, two))
    sample.table["frame.align_top"].trigger()
    assert frames(sample)[two].place == Place(3, 1, 20, 4)
    sample.bench.session.select(frames=(one,))
    sample.table["frame.duplicate"].trigger()
    assert sample.bench.session.selection.frames == ("frame-3",)
    sample.table["frame.back"].trigger()
    assert next(iter(frames(sample))) == "frame-3"
    sample.table["frame.delete"].trigger()
    assert "frame-3" not in frames(sample)


def test_del_takes_the_text_off_first_and_then_the_frame(sample: MainWindow) -> None:
    frame = drawn(sample, Place(1, 3, 20, 9), Drawn.TEXT)
    element = sample.bench.session.edition.stories[0].elements[5].id
    sample.bench.session.do(AssignElements("p1", (element,), (frame,)))
    sample.bench.session.select(frames=(frame,))
    sample.frame.canvas.setFocus()
    QTest.keyClick(sample.frame.canvas, Qt.Key.Key_Delete)
    assert frame in frames(sample)
    assert element in {e.id for e in sample.bench.session.edition.unplaced()}
    QTest.keyClick(sample.frame.canvas, Qt.Key.Key_Delete)
    assert frame not in frames(sample)


def test_a_locked_frame_says_so(sample: MainWindow) -> None:
    frame = drawn(sample, Place(1, 1, 20, 4))
    sample.bench.session.select(frames=(frame,))
    QTest.keyClick(sample, Qt.Key.Key_L, CTRL)
    sample.table["frame.delete"].trigger()
    notice = sample.findChild(Notice)
    assert notice is not None
    notice.reject()
    assert frame in frames(sample)
    QTest.keyClick(sample, Qt.Key.Key_L, CTRL | SHIFT)
    sample.table["frame.delete"].trigger()
    assert frame not in frames(sample)


def test_edges_are_level_and_room_is_even() -> None:
    places = (("a", Place(1, 1, 1, 3)), ("b", Place(2, 2, 6, 2)), ("c", Place(5, 1, 20, 5)))
    assert {p.column for _, p in aligned(places, Edge.LEFT)} == {1}
    assert {p.column + p.columns for _, p in aligned(places, Edge.RIGHT)} == {6}
    assert {p.line + p.lines for _, p in aligned(places, Edge.BOTTOM)} == {25}
    down = dict(distributed(places, across=False))
    assert (down["a"].line, down["c"].line) == (1, 20)
    above, below = down["b"].line - 4, 20 - (down["b"].line + 2)
    assert abs(above - below) <= 1
    assert distributed(places[:2], across=True) == places[:2]
