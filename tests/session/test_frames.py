"""Frames that a designer draws: on the page, in its text, in the package, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.compose import Composer, new_page
from desktop.display import Rule
from desktop.errors import UsageError
from desktop.formats.layout_xml import layout_from_bytes, write_layout
from desktop.integrity import check_display
from desktop.model.edition import Edition
from desktop.model.layout import LineStyle
from desktop.model.runaround import Place
from desktop.model.settext import set_texts
from desktop.model.story import Role
from desktop.session import Session
from desktop.session.commands import (
    AssignElements,
    DeleteFrames,
    DrawFrame,
    DuplicateFrames,
    GroupFrames,
    LockFrames,
    MoveFrames,
    OrderFrames,
    ProposeAssignment,
    SetFrameLook,
)
from desktop.session.commands.frames import Drawn, group_of, shifted

PLACE = Place(2, 2, 30, 10)


def page(session: Session):
    assert session.page is not None
    return session.page


def holds(session: Session) -> bool:
    composed = session.composed()
    texts = {key: text for story in session.edition.stories for key, text in set_texts(story).items()}
    unplaced = [element.id for element in session.edition.unplaced()]
    report = check_display(
        [composed.display], session.edition.stories, texts, overset=composed.overset, unplaced=unplaced
    )
    return report.holds


@pytest.mark.parametrize("drawn", list(Drawn))
def test_a_frame_of_any_kind_stands_where_it_is_drawn_and_text_keeps_out_of_it(session: Session, drawn: Drawn) -> None:
    first = session.edition
    session.do(DrawFrame("p1", drawn, PLACE))
    shown = session.composed().display.frame("frame-1")
    grid = page(session).layout.grid
    assert shown.box == grid.box(PLACE.column, PLACE.columns, PLACE.line, PLACE.lines)
    assert shown.free
    inside = [
        run for run in session.composed().display.runs()
        if run.frame != "frame-1" and run.element and shown.box.contains(run.x + 1, run.y - 1)
    ]  # fmt: skip
    assert not inside
    assert holds(session)
    session.undo()
    assert session.edition == first


def test_a_page_without_the_frame_has_text_there(session: Session) -> None:
    box = page(session).layout.grid.box(PLACE.column, PLACE.columns, PLACE.line, PLACE.lines)
    assert [run for run in session.composed().display.runs() if run.element and box.contains(run.x + 1, run.y - 1)]


def test_text_assigned_to_a_drawn_frame_stands_in_it(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.TEXT, Place(1, 3, 20, 20)))
    body = [e.id for e in session.edition.stories[0].with_role(Role.BODY)][:2]
    session.do(AssignElements("p1", tuple(body), ("frame-1",)))
    shown = session.composed().display
    box = shown.frame("frame-1").box
    runs = [run for run in shown.runs() if run.element in body]
    assert runs
    assert all(run.frame == "frame-1" and box.y <= run.y <= box.bottom for run in runs)
    assert holds(session)


def test_deleting_a_frame_keeps_its_text_in_the_story(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.TEXT, Place(1, 3, 20, 20)))
    body = session.edition.stories[0].with_role(Role.BODY)[0].id
    session.do(AssignElements("p1", (body,), ("frame-1",)))
    session.do(DeleteFrames("p1", ("frame-1",)))
    assert "frame-1" not in {frame.id for frame in page(session).frames}
    assert page(session).layout.loose == ()
    assert body in {element.id for element in session.edition.unplaced()}
    assert holds(session)


def test_a_frame_of_the_tree_is_lifted_and_goes_back(session: Session) -> None:
    first = session.edition
    session.do(MoveFrames("p1", (("headline", Place(1, 4, 30, 8)),)))
    assert session.composed().display.frame("headline").free
    assert holds(session)
    session.do(DeleteFrames("p1", ("headline",)))
    assert session.edition.pages == first.pages


def test_a_locked_frame_is_neither_moved_nor_deleted(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.BOX, PLACE))
    session.do(LockFrames("p1", ("frame-1",), locked=True))
    for command in (MoveFrames("p1", (("frame-1", Place(1, 1, 1, 1)),)), DeleteFrames("p1", ("frame-1",))):
        with pytest.raises(UsageError, match="locked"):
            session.do(command)
    session.do(LockFrames("p1", ("frame-1",), locked=False))
    assert session.do(DeleteFrames("p1", ("frame-1",)))


def test_groups_move_together_and_stop_together_at_the_edge(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.BOX, Place(1, 1, 1, 4)))
    session.do(DrawFrame("p1", Drawn.BOX, Place(3, 2, 10, 4)))
    session.do(GroupFrames("p1", ("frame-1", "frame-2"), together=True))
    assert group_of(page(session), ["frame-1"]) == ("frame-1", "frame-2")
    places = tuple((f.id, f.place) for f in page(session).frames if f.place)
    grid = page(session).layout.grid
    moved = dict(shifted(places, 99, -3, grid))
    assert moved["frame-2"].column + moved["frame-2"].columns - 1 == grid.columns
    assert moved["frame-2"].column - moved["frame-1"].column == 2
    assert moved["frame-1"].line == 1
    session.do(GroupFrames("p1", ("frame-1", "frame-2"), together=False))
    assert group_of(page(session), ["frame-1"]) == ("frame-1",)


def test_copies_stand_beside_and_orders_change(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.BOX, PLACE))
    session.do(DuplicateFrames("p1", ("frame-1",)))
    copy = page(session).frame("frame-2")
    assert copy.place == Place(3, 2, 31, 10)
    assert [f.id for f in page(session).frames][-2:] == ["frame-1", "frame-2"]
    session.do(OrderFrames("p1", ("frame-1",), front=True))
    assert [f.id for f in page(session).frames][-2:] == ["frame-2", "frame-1"]


@pytest.mark.parametrize(("style", "strokes"), [(LineStyle.THIN, 4), (LineStyle.DOUBLE, 8), (LineStyle.DOTTED, 4)])
def test_a_look_is_drawn_and_kept_by_the_layout(session: Session, style: LineStyle, strokes: int) -> None:
    session.do(DrawFrame("p1", Drawn.BOX, PLACE))
    session.do(SetFrameLook("p1", "frame-1", "tblr", style, 0.2))
    rules = [i for i in session.composed().display.items if isinstance(i, Rule) and i.frame == "frame-1"]
    assert len(rules) == strokes
    layout = page(session).layout
    again = layout_from_bytes(write_layout(layout), "layout.xml", own=True)
    assert again == layout
    frame = new_page("x", again).frame("frame-1")
    assert frame.place == PLACE, "a new page of this layout has the frame where it was drawn"


def test_a_slot_of_the_layout_keeps_its_look(session: Session) -> None:
    with pytest.raises(UsageError, match="part of the layout"):
        session.do(SetFrameLook("p1", "headline", "t", LineStyle.THICK, 0))


def test_a_package_keeps_drawn_locked_and_grouped_frames(session: Session, tmp_path: Path, faces) -> None:
    session.do(DrawFrame("p1", Drawn.VERTICAL, PLACE))
    session.do(DrawFrame("p1", Drawn.RULE, Place(1, 6, 28, 1)))
    session.do(GroupFrames("p1", ("frame-1", "frame-2"), together=True))
    session.do(LockFrames("p1", ("frame-1",), locked=True))
    path = tmp_path / "page.banxin"
    session.save(path)
    other = Session(Composer(faces), faces)
    other.open(path)
    assert _plain(other.edition) == _plain(session.edition)


def _plain(edition: Edition) -> object:
    return edition.pages


def test_assigning_by_role_leaves_drawn_frames_where_they_are(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.PICTURE, PLACE))
    session.do(ProposeAssignment("p1"))
    assert page(session).frame("frame-1").place == PLACE
    assert holds(session)
