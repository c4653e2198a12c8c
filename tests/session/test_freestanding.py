"""Pictures placed freely: commands, what a drag shows before it is done, and how it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import needs
from desktop.compose.levelling import draft
from desktop.errors import UsageError
from desktop.formats.layout_xml import find_layout
from desktop.model.edition import Frame
from desktop.model.layout import Grid
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.session import FrameDrag, Grip, Session, dragged, standing
from desktop.session.commands import ApplyLayout, LockFrames, PlaceFrame, ReturnFrame, SetRunaround

GRID = Grid(600, 600, 10, 4, 10, 1, 40, 12.0)
PLACE = Place(2, 2, 40, 14)


def frame(session: Session, name: str = "picture-1") -> Frame:
    assert session.page is not None
    return session.page.frame(name)


def test_a_picture_is_placed_freely_and_put_back(session: Session) -> None:
    first = session.edition
    assert session.do(PlaceFrame("p1", "picture-1", PLACE))
    assert frame(session).place == PLACE
    assert session.do(SetRunaround("p1", "picture-1", Runaround(Contour.OUTLINE, Sides.LEFT)))
    assert session.do(ReturnFrame("p1", "picture-1"))
    assert frame(session) == replace(
        first.pages[0].frame("picture-1"), runaround=Runaround(Contour.OUTLINE, Sides.LEFT)
    )
    assert not session.do(ReturnFrame("p1", "picture-1"))
    for _ in range(3):
        session.undo()
    assert session.edition == first


def test_a_place_outside_the_page_is_moved_onto_it(session: Session) -> None:
    session.do(PlaceFrame("p1", "picture-1", Place(99, 3, -4, 500)))
    grid = first_grid(session)
    assert frame(session).place == Place(grid.columns - 2, 3, 1, grid.lines)


def first_grid(session: Session) -> Grid:
    assert session.page is not None
    return session.page.layout.grid


def test_a_frame_for_text_stands_free_too_unless_it_is_locked(session: Session) -> None:
    session.do(LockFrames("p1", ("lede",), locked=True))
    with pytest.raises(UsageError, match="locked"):
        session.do(PlaceFrame("p1", "lede", PLACE))
    session.do(LockFrames("p1", ("lede",), locked=False))
    assert session.do(PlaceFrame("p1", "lede", PLACE))
    assert session.composed().display.frame("lede").free


def test_a_negative_distance_is_refused(session: Session) -> None:
    for around in (Runaround(beside=-1.0), Runaround(above=-1)):
        with pytest.raises(UsageError, match="distance"):
            session.do(SetRunaround("p1", "picture-1", around))


def test_nudges_are_one_step_until_settled(session: Session) -> None:
    for line in (40, 41, 42):
        session.do(PlaceFrame("p1", "picture-1", replace(PLACE, line=line)), dragging=True)
    assert len(session.history.done) == 1
    session.settle()
    session.do(PlaceFrame("p1", "picture-1", replace(PLACE, line=43)), dragging=True)
    session.do(PlaceFrame("p1", "picture-2", PLACE), dragging=True)
    assert len(session.history.done) == 3


def test_a_layout_of_the_same_grid_keeps_the_place_and_another_gives_the_slot_back(session: Session) -> None:
    session.do(PlaceFrame("p1", "picture-1", PLACE))
    session.do(SetRunaround("p1", "picture-1", Runaround(Contour.NONE)))
    assert session.page is not None
    same = replace(session.page.layout, id="other")
    session.do(ApplyLayout("p1", same))
    assert (frame(session).place, frame(session).runaround) == (PLACE, Runaround(Contour.NONE))
    session.do(ApplyLayout("p1", find_layout("broadsheet-feature")))
    assert (frame(session).place, frame(session).runaround) == (None, Runaround(Contour.NONE))


def test_the_place_of_every_picture_is_read_off_the_page(session: Session) -> None:
    assert session.page is not None
    page, grid = session.page, first_grid(session)
    for shown in session.composed().display.frames:
        if shown.kind == "picture":
            place = standing(page, shown)
            box = grid.box(place.column, place.columns, place.line, place.lines)
            assert (box.x, box.y, box.width, box.height) == pytest.approx(
                (shown.box.x, shown.box.y, shown.box.width, shown.box.height)
            )


def test_lifting_a_picture_without_moving_it_leaves_it_where_it_was(session: Session) -> None:
    drag = FrameDrag(session, "picture-1")
    before = session.composed().display.frame("picture-1").box
    session.do(PlaceFrame("p1", "picture-1", drag.start))
    after = session.composed().display.frame("picture-1")
    assert after.free
    assert (after.box.x, after.box.y) == pytest.approx((before.x, before.y))


def test_a_drag_shows_the_page_as_it_would_be_and_changes_nothing(session: Session) -> None:
    before = session.edition
    drag = FrameDrag(session, "picture-1")
    place = drag.place(1, 9)
    assert place == replace(
        drag.start, line=drag.start.line + 9, column=min(drag.start.column + 1, 7 - drag.start.columns)
    )
    preview = drag.over(place)
    assert standing(before.pages[0], preview.composed.display.frame("picture-1")) == place
    assert drag.over(place) is preview
    assert str(place.line) in str(preview.message)
    assert session.edition is before
    assert drag.over(drag.start).composed is session.composed()


def test_a_drop_is_one_step_and_shows_what_was_previewed(session: Session) -> None:
    drag = FrameDrag(session, "picture-1")
    place = drag.place(0, 9)
    shown = drag.over(place).composed.display
    assert drag.drop(place)
    assert len(session.history.done) == 1
    final = session.composed().display
    assert [(frame.id, frame.box.x, frame.box.y) for frame in final.frames if frame.free] == [
        (frame.id, frame.box.x, frame.box.y) for frame in shown.frames if frame.free
    ]
    # The draft of a drag leaves O2 as it falls; it shows the same text.
    assert sorted(char for run in final.runs() for char in run.text) == sorted(
        char for run in shown.runs() for char in run.text
    )


def test_a_drag_leaves_texts_that_nothing_comes_near_as_they_are(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    levelled: list[str] = []

    def told(blocks, *rest, **more):
        levelled.append(blocks[0].elements[0].id)
        return draft(blocks, *rest, **more)

    assert session.page is not None
    session.composed()
    monkeypatch.setattr(needs, "draft", told)
    FrameDrag(session, "picture-1").over(Place(1, 2, 60, 9))
    flows = {frame: session.page.flow_of_frame(frame) for frame in ("section-2", "section-3", "section-4")}
    mine = {frame for frame, flow in flows.items() if flow and set(flow.elements) & set(levelled)}
    assert mine == {"section-2"}


def test_a_drop_where_it_was_is_no_step(session: Session) -> None:
    drag = FrameDrag(session, "picture-1")
    drag.over(drag.place(0, 9))
    assert not drag.drop(drag.start)
    assert session.history.done == ()


def test_what_a_place_pushes_out_is_told(session: Session) -> None:
    drag = FrameDrag(session, "picture-1")
    small = drag.over(drag.start)
    assert not small.pushed
    assert "characters" not in str(small.message)
    large = drag.over(Place(1, 6, 30, 57))
    over = sum(fit.over_chars for fit in large.pushed)
    assert over > 100
    assert str(over) in str(large.message)


def test_frames_that_are_not_there_or_locked_are_not_dragged(session: Session) -> None:
    session.do(LockFrames("p1", ("lede",), locked=True))
    with pytest.raises(UsageError):
        FrameDrag(session, "lede")
    with pytest.raises(UsageError):
        FrameDrag(session, "nothing")


@pytest.mark.parametrize(
    ("grip", "by", "wanted"),
    [
        (Grip.WHOLE, (1, -3), Place(3, 2, 7, 8)),
        (Grip.WHOLE, (9, 99), Place(3, 2, 33, 8)),
        (Grip.TOP_LEFT, (-1, -2), Place(1, 3, 8, 10)),
        (Grip.TOP_LEFT, (5, 50), Place(3, 1, 17, 1)),
        (Grip.TOP_RIGHT, (1, 2), Place(2, 3, 12, 6)),
        (Grip.BOTTOM_LEFT, (1, 4), Place(3, 1, 10, 12)),
        (Grip.BOTTOM_RIGHT, (9, 99), Place(2, 3, 10, 31)),
        (Grip.BOTTOM_RIGHT, (-9, -99), Place(2, 1, 10, 1)),
    ],
)
def test_grips_move_their_corner(grip: Grip, by: tuple[int, int], wanted: Place) -> None:
    assert dragged(Place(2, 2, 10, 8), grip, *by, GRID) == wanted


_PLACES = st.builds(Place, st.integers(1, 4), st.integers(1, 4), st.integers(1, 40), st.integers(1, 40))


@given(_PLACES, st.sampled_from(Grip), st.integers(-60, 60), st.integers(-60, 60))
def test_a_dragged_place_lies_on_the_page_and_the_opposite_corner_stays(place, grip, columns, lines) -> None:
    start = place.within(4, 40)
    moved = dragged(start, grip, columns, lines, GRID)
    assert moved == moved.within(4, 40)
    assert dragged(start, grip, 0, 0, GRID) == start
    if grip is Grip.WHOLE:
        assert (moved.columns, moved.lines) == (start.columns, start.lines)
        return
    fixed_right, fixed_bottom = grip.value.endswith("left"), grip.value.startswith("top")
    ends = [(p.column + p.columns, p.line + p.lines) for p in (start, moved)]
    assert (ends[0][0] == ends[1][0]) if fixed_right else (moved.column == start.column)
    assert (ends[0][1] == ends[1][1]) if fixed_bottom else (moved.line == start.line)
