"""The page list in the real window: pages small, added, removed and moved by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.model.layout import SlotKind
from desktop.model.runaround import Place
from desktop.model.typing import Spot
from desktop.session.commands import AssignElements, DrawFrame, ReplaceText
from desktop.session.commands.frames import Drawn
from desktop.ui.models.rows import RowKind
from desktop.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def ids(window: MainWindow) -> list[str]:
    return [page.id for page in window.bench.session.edition.pages]


def test_pages_are_added_shown_small_moved_and_removed(sample: MainWindow) -> None:
    session, panel = sample.bench.session, sample.frame.sheets
    first = ids(sample)
    QTest.keyClick(sample, Qt.Key.Key_N, CTRL | SHIFT)
    fresh = session.page.id
    assert ids(sample) == [first[0], fresh, *first[1:]]
    panel.settle()
    assert panel.list.pages() == tuple(ids(sample))
    assert all(not panel.list.item(at).icon().isNull() for at in range(panel.list.count()))
    QTest.keyClick(sample, Qt.Key.Key_PageUp, CTRL | SHIFT)
    assert ids(sample)[0] == fresh
    QTest.keyClick(sample, Qt.Key.Key_Z, CTRL)
    assert ids(sample)[1] == fresh
    sample.table["page.remove"].trigger()
    assert ids(sample) == first
    assert session.page.id == first[0]


def test_a_click_shows_a_page_and_a_drag_moves_it(sample: MainWindow) -> None:
    session, listed = sample.bench.session, sample.frame.sheets.list
    sample.table["page.add"].trigger()
    first, second = ids(sample)[:2]
    view = listed.viewport()
    boxes = [listed.visualItemRect(listed.item(at)) for at in range(2)]
    QTest.mouseClick(view, LEFT, pos=boxes[0].center())
    assert session.page.id == first
    listed.scrollToItem(listed.item(0))
    start = listed.visualItemRect(listed.item(0)).center()
    end = QPoint(start.x(), listed.visualItemRect(listed.item(1)).bottom() - 2)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(0, 20))
    QTest.mouseMove(view, end)
    listed.grab()
    QTest.mouseRelease(view, LEFT, pos=end)
    assert ids(sample)[:2] == [second, first]


def test_the_story_of_the_selected_text_is_brought_to_another_page(sample: MainWindow) -> None:
    session = sample.bench.session
    story = session.edition.stories[0]
    sample.table["page.add"].trigger()
    goal = session.page.id
    session.show_page(ids(sample)[0])
    session.select((story.elements[3].id,))
    menu = QMenu(sample)
    sample.sheets.fill_targets(menu)
    action = next(a for a in menu.actions() if session.edition.page(goal).layout.name("zh") in a.text())
    action.trigger()
    assert session.page.id == goal
    assert {e for flow in session.page.flows for e in flow.elements} <= {e.id for e in story.elements}
    assert session.page.flows


def test_an_overset_page_says_so_in_the_list(sample: MainWindow) -> None:
    session, panel = sample.bench.session, sample.frame.sheets
    page = session.page
    frame = next(f.id for f in page.frames if (flow := page.flow_of_frame(f.id)) and page.runs_on(flow))
    element = page.flow_of_frame(frame).elements[-1]
    sample.bench.session.select((element,))
    assert "△" not in panel.list.currentItem().text()
    session.do(ReplaceText(Spot(element, 0), Spot(element, 0), "山重水复疑无路。" * 400))
    assert "△" in panel.list.currentItem().text()
    session.undo()


def test_another_page_is_shown_while_a_frame_is_selected(sample: MainWindow) -> None:
    session = sample.bench.session
    sample.table["page.add"].trigger()
    session.show_page(ids(sample)[0])
    session.do(DrawFrame(session.page.id, Drawn.BOX, Place(1, 2, 10, 5)))
    session.select(frames=("frame-1",))
    QTest.keyClick(sample, Qt.Key.Key_PageDown, CTRL)
    assert session.page.id == ids(sample)[1]
    assert session.selection.frames == ()


def test_a_page_that_comes_back_is_seen_small_again(sample: MainWindow) -> None:
    panel = sample.frame.sheets
    sample.table["page.add"].trigger()
    panel.settle()
    sample.table["page.remove"].trigger()
    panel.settle()
    sample.bench.session.undo()
    panel.settle()
    assert [panel.list.item(at).icon().isNull() for at in range(panel.list.count())] == [False, False]


def drag_row(window: MainWindow, row: QModelIndex, to: QPoint) -> None:
    """Press on a row of the outline and lead it to a place of the page list, without letting go."""
    outline, view = window.frame.outline, window.frame.sheets.list.viewport()
    outline.scrollTo(row)
    start = outline.visualRect(row).center()
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    for by in (8, 16):  # the second tells that it is a drag
        QTest.mouseMove(outline.viewport(), start + QPoint(0, by))
    assert window.drag.active
    QTest.mouseMove(view, to)


def small(window: MainWindow, at: int) -> QPoint:
    listed = window.frame.sheets.list
    listed.scrollToItem(listed.item(at))
    return listed.visualItemRect(listed.item(at)).center()


def standing(window: MainWindow, page: str) -> set[str]:
    return {e for flow in window.bench.session.edition.page(page).flows for e in flow.elements}


def test_a_story_dragged_onto_a_small_page_moves_there_whole(sample: MainWindow) -> None:
    session, status, listed = sample.bench.session, sample.frame.status, sample.frame.sheets.list
    sample.table["page.add"].trigger()
    first, goal = ids(sample)
    session.show_page(first)
    before, plain = standing(sample, first), listed.grab().toImage()
    drag_row(sample, sample.frame.outline.model().index(0, 0), small(sample, 1))
    assert listed.grab().toImage() != plain, "the page lights up"
    assert "整篇" in status.shown()
    assert session.edition.stories[0].title[:8] in status.shown()
    QTest.mouseMove(listed.viewport(), small(sample, 0))
    assert "整篇" not in status.shown(), "all of it stands there"
    QTest.mouseMove(listed.viewport(), small(sample, 1))
    QTest.mouseRelease(listed.viewport(), LEFT, pos=small(sample, 1))
    assert session.page.id == goal
    assert not standing(sample, first) & {e.id for e in session.edition.stories[0].elements}
    assert standing(sample, goal)
    assert "整篇" not in status.shown()
    assert listed._goal is None
    session.undo()
    assert standing(sample, first) == before
    assert not standing(sample, goal)


def test_escape_leaves_the_story_where_it_is(sample: MainWindow) -> None:
    sample.table["page.add"].trigger()
    sample.bench.session.show_page(ids(sample)[0])
    edition = sample.bench.session.edition
    drag_row(sample, sample.frame.outline.model().index(0, 0), small(sample, 1))
    QTest.keyClick(sample, Qt.Key.Key_Escape)
    assert not sample.drag.active
    assert sample.frame.sheets.list._goal is None
    assert "松手" not in sample.frame.status.shown()
    QTest.mouseRelease(sample.frame.sheets.list.viewport(), LEFT, pos=small(sample, 1))
    assert sample.bench.session.edition is edition


def test_a_section_dragged_onto_a_small_page_moves_alone(sample: MainWindow) -> None:
    session, model = sample.bench.session, sample.frame.outline.model()
    sample.table["page.add"].trigger()
    first, goal = ids(sample)
    session.show_page(first)
    before = standing(sample, first)
    story = model.index(0, 0)
    rows = (model.index(at, 0, story) for at in range(model.rowCount(story)))
    section = next(row for row in rows if model.row_at(row).kind is RowKind.SECTION)
    moving = set(model.row_at(section).elements)
    drag_row(sample, section, small(sample, 1))
    assert str(len(moving)) in sample.frame.status.shown()
    QTest.mouseRelease(sample.frame.sheets.list.viewport(), LEFT, pos=small(sample, 1))
    assert standing(sample, goal)
    assert standing(sample, goal) <= moving
    assert standing(sample, first) == before - moving


def test_a_page_without_a_free_frame_takes_nothing(sample: MainWindow) -> None:
    session = sample.bench.session
    sample.table["page.add"].trigger()
    first, goal = ids(sample)
    session.show_page(first)
    page, model = session.edition.page(goal), sample.frame.outline.model()
    texts = [e.id for e in session.edition.stories[0].elements]
    taking = [
        frame.id for frame in page.frames if page.slot_of(frame.id).kind not in {SlotKind.PICTURE, SlotKind.FOLIO}
    ]
    for frame, text in zip(taking, reversed(texts), strict=False):
        session.do(AssignElements(goal, (text,), (frame,)))
    edition = session.edition
    assert all(session.edition.page(goal).flow_of_frame(frame) for frame in taking)
    drag_row(sample, model.index(0, 0), small(sample, 1))
    assert "没有空框" in sample.frame.status.shown()
    QTest.mouseRelease(sample.frame.sheets.list.viewport(), LEFT, pos=small(sample, 1))
    assert session.edition is edition
    assert session.page.id == first


def test_what_is_dragged_does_not_hide_what_the_status_line_says(sample: MainWindow) -> None:
    sample.table["page.add"].trigger()
    drag_row(sample, sample.frame.outline.model().index(0, 0), small(sample, 1))
    view = sample.frame.sheets.list.viewport()
    for y in range(4, view.height(), 20):
        QTest.mouseMove(view, QPoint(20, y))
        ghost, status = sample.drag._ghost, sample.frame.status
        assert not QRect(status.mapTo(sample, QPoint(0, 0)), status.size()).intersects(ghost.geometry())
    sample.drag.cancel()
    QTest.mouseRelease(view, LEFT, pos=QPoint(20, 4))
