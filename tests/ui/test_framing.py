"""Frames drawn, moved, lined up, copied, locked and taken away, by mouse and keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.display import Fill
from desktop.model.edition import Frame
from desktop.model.layout import SlotKind
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.session.arranging import Edge, aligned, distributed
from desktop.session.commands import AssignElements, DrawFrame, ReplaceText, ThreadFrames
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
     ("draw.picture", SlotKind.PICTURE, False), ("draw.rule", SlotKind.RULE, False),
     ("draw.folio", SlotKind.FOLIO, False)],
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


def drag(window: MainWindow, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    viewport = window.frame.canvas.viewport()
    QTest.mousePress(viewport, LEFT, keys, start)
    QTest.mouseMove(viewport, start + QPoint(14, 14))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, keys, end)


def test_a_band_selects_the_frames_that_it_touches(sample: MainWindow) -> None:
    one, two = drawn(sample, Place(1, 2, 20, 4)), drawn(sample, Place(4, 1, 30, 4))
    canvas = sample.frame.canvas
    drag(sample, QPoint(4, canvas.frame_rect(one).top() - 3), canvas.frame_rect(one).center())
    assert one in sample.bench.session.selection.frames
    assert two not in sample.bench.session.selection.frames
    far = canvas.frame_rect(two)
    drag(sample, QPoint(canvas.viewport().width() - 4, far.top() + 2), far.center(), SHIFT)
    assert {one, two} <= set(sample.bench.session.selection.frames)
    assert canvas._sheet.overlays.band is None


def test_a_place_is_typed_in_columns_characters_or_millimetres(sample: MainWindow) -> None:
    frame = drawn(sample, Place(1, 1, 20, 4))
    sample.bench.session.select(frames=(frame,))
    page = sample.bench.session.page
    assert page is not None
    grid = page.layout.grid
    fields = sample.frame.inspector.frame.free
    for name, typed in (
        ("columns", f"{grid.long(2)}字"),
        ("lines", f"{grid.pitch * 9 / 72 * 25.4:.1f} mm"),
        ("line", "22行"),
        ("column", f"{(grid.measure + grid.gutter) * 2} 字"),
    ):
        field = fields._place[name]
        field.selectAll()
        field.lineEdit().setText(typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert frames(sample)[frame].place == Place(3, 2, 22, 9)
    field = fields._place["lines"]
    field.lineEdit().setText("4 ells")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert frames(sample)[frame].place == Place(3, 2, 22, 9), "what is no length changes nothing"


def test_a_drawn_frame_is_dressed_in_the_inspector(sample: MainWindow) -> None:
    frame = drawn(sample, Place(1, 3, 20, 9), Drawn.TEXT)
    element = sample.bench.session.edition.stories[0].elements[5].id
    sample.bench.session.do(AssignElements("p1", (element,), (frame,)))
    sample.bench.session.select(frames=(frame,))
    look, page = sample.frame.inspector.frame.look, sample.bench.session.page
    assert look.isVisible()
    for side in "tblr":
        QTest.mouseClick(look._sides[side], LEFT, pos=QPoint(8, look._sides[side].height() // 2))
    look._line.activated.emit(5)
    look._tint.setValue(10)
    page = sample.bench.session.page
    assert page is not None
    slot = page.slot_of(frame)
    assert (slot.border, slot.tint) == ("tblr", 0.1)
    shown = sample.bench.session.composed().display
    box, body, pitch = shown.frame(frame).box, page.layout.grid.body, page.layout.grid.pitch
    runs = [run for run in shown.runs() if run.frame == frame]
    assert runs
    assert min(run.x for run in runs) >= box.x + body - 0.01, "text keeps a character off its border"
    assert min(run.y for run in runs) > box.y + pitch
    assert any(isinstance(item, Fill) and item.box == box for item in shown.items)
    sample.bench.session.select(frames=("lede",))
    assert not look.isVisible()


def test_a_text_is_led_from_its_port_into_another_frame_and_the_thread_reordered(sample: MainWindow) -> None:
    names = [drawn(sample, Place(column, 1, 20, 6), Drawn.TEXT) for column in (1, 2, 3)]
    one, two, three = names
    session, canvas = sample.bench.session, sample.frame.canvas
    element = session.edition.stories[0].elements[5].id
    session.do(AssignElements("p1", (element,), (one,)))

    def lead(start: str, goal: str) -> None:
        session.select(frames=(start,))
        rect = canvas.frame_rect(start)
        port = QPoint(rect.right(), rect.bottom() - 18)
        drag(sample, port, canvas.frame_rect(goal).center())

    lead(one, two)
    lead(two, three)
    flow = session.page.flow_of_frame(one)
    assert (flow.frames, flow.elements) == ((one, two, three), (element,))
    lead(one, three)
    flow = session.page.flow_of_frame(one)
    assert (flow.frames, flow.elements) == ((one, three, two), (element,))
    assert not sample.leading.active
    assert (one, three, two) in canvas._sheet.overlays.threads
    session.select(frames=(two,))
    rect = canvas.frame_rect(two)
    QTest.mousePress(canvas.viewport(), LEFT, pos=QPoint(rect.right(), rect.bottom() - 18))
    assert sample.leading.active
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not sample.leading.active
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=canvas.frame_rect(one).center())
    assert session.page.flow_of_frame(one).frames == (one, three, two)


def test_guides_show_while_edges_are_level(sample: MainWindow) -> None:
    one, two = drawn(sample, Place(1, 1, 20, 4)), drawn(sample, Place(2, 1, 30, 4))
    canvas = sample.frame.canvas
    sample.bench.session.select(frames=(two,))
    start, goal = cell(sample, 2, 31), cell(sample, 2, 21)
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(12, 12))
    QTest.mouseMove(canvas.viewport(), goal)
    sample.picture_drag.settle()
    level = [guide for guide in canvas._sheet.overlays.guides if not guide.vertical]
    box = sample.bench.session.composed().display.frame(one).box
    assert [round(guide.at, 3) for guide in level] == [round(box.y, 3), round(box.bottom, 3)]
    assert all(guide.start <= box.x for guide in level)
    canvas.grab()
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=goal)
    assert canvas._sheet.overlays.guides == ()


def test_alt_and_arrows_push_a_picture_by_millimetres(sample: MainWindow) -> None:
    session, canvas = sample.bench.session, sample.frame.canvas
    page = session.page
    assert page is not None
    frame = next(f.id for f in page.frames if f.media is not None)
    sample.bench.session.select(frames=(frame,))
    sample.cropping.zoom(200)
    before = session.page.frame(frame).view
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    after = session.page.frame(frame).view
    assert after.x < before.x
    assert after.y == before.y


def test_leading_a_text_ends_where_something_else_begins(sample: MainWindow) -> None:
    one, two = drawn(sample, Place(1, 1, 20, 6), Drawn.TEXT), drawn(sample, Place(2, 1, 20, 6), Drawn.TEXT)
    session, canvas = sample.bench.session, sample.frame.canvas
    sample.table["page.add"].trigger()

    def take() -> None:
        session.show_page("p1")
        session.select(frames=(one,))
        rect = canvas.frame_rect(one)
        QTest.mousePress(canvas.viewport(), LEFT, pos=QPoint(rect.right(), rect.bottom() - 18))
        QTest.mouseMove(canvas.viewport(), canvas.frame_rect(two).center())
        assert sample.leading.active

    take()
    QTest.keyClick(sample, Qt.Key.Key_PageDown, CTRL)
    assert not sample.leading.active
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=QPoint(9, 9))
    take()
    sample.table["tool.text"].trigger()
    assert not sample.leading.active
    assert canvas._sheet.overlays.drop is None
    assert sample.writing.writing or canvas._tool is not None
    sample.table["tool.select"].trigger()
    take()
    session.undo()
    assert not sample.leading.active
    assert canvas._tool is None


class PaintedAreas(QObject):
    """Notes how many pixels each painting of a widget covers."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.areas.append(sum(rect.width() * rect.height() for rect in event.region()))
        return False


def test_an_edit_beside_a_selected_frame_paints_no_more_than_it_changed(sample: MainWindow, qtbot: QtBot) -> None:
    session, viewport = sample.bench.session, sample.frame.canvas.viewport()
    page = session.page
    assert page is not None
    one, other = drawn(sample, Place(1, 1, 20, 6), Drawn.TEXT), drawn(sample, Place(2, 1, 20, 6), Drawn.TEXT)
    session.do(ThreadFrames("p1", (one, other)))
    session.select(frames=(one,))
    qtbot.wait(50)
    painted = PaintedAreas()
    viewport.installEventFilter(painted)
    head = next(e for e in session.edition.stories[0].elements if e.role is Role.HEADLINE)
    session.do(ReplaceText(Spot(head.id, 0), Spot(head.id, 1), "又"))
    qtbot.waitUntil(lambda: bool(painted.areas))
    viewport.removeEventFilter(painted)
    assert max(painted.areas) < viewport.height() * viewport.width() / 2
