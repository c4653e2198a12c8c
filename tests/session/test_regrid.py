"""Pages on other grids: frames stay on columns and lines, rows stay full, what cannot be is said."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import new_page
from desktop.errors import UsageError
from desktop.formats.layout_xml import find_layout, layout_from_bytes, layout_ids, write_layout
from desktop.geometry.units import MM
from desktop.model.layout import Box, Grid, Node
from desktop.model.runaround import Place
from desktop.session import Session
from desktop.session.commands import DrawFrame, MoveFrames, SetGrid
from desktop.session.commands.frames import Drawn
from desktop.session.regrid import regridded, shared

LAYOUTS = {name: find_layout(name) for name in layout_ids()}


def rows(node: Node) -> list[Box]:
    if not isinstance(node, Box):
        return []
    inside = [row for child in node.children for row in rows(child)]
    return [node, *inside] if node.flow == "row" else inside


@given(
    st.sampled_from(sorted(LAYOUTS)),
    st.integers(3, 12),
    st.integers(5, 16),
    st.integers(0, 3),
    st.integers(40, 110),
)
def test_rows_stay_full_and_frames_stay_on_the_page(
    name: str, columns: int, measure: int, gutter: int, lines: int
) -> None:
    page = new_page("p1", LAYOUTS[name])
    grid = replace(page.layout.grid, columns=columns, measure=measure, gutter=gutter, lines=lines)
    try:
        made = regridded(page, grid)
    except UsageError:
        assume(False)
        return
    assert made.layout.grid == grid
    for row in rows(made.layout.root):
        assert sum(child.columns for child in row.children) == row.columns
        assert row.children[0].column == row.column
    for slot in made.layout.slots():
        assert slot.column >= 1
        assert slot.column + slot.columns - 1 <= columns
    assert layout_from_bytes(write_layout(made.layout), "x.xml") == made.layout


def test_the_same_columns_leave_the_tree_as_it_is() -> None:
    for layout in LAYOUTS.values():
        page = new_page("p1", layout)
        made = regridded(
            page, replace(layout.grid, lines=layout.grid.lines - 4, gutter=2, measure=layout.grid.measure - 2)
        )
        assert made.layout.root == layout.root


def test_widths_follow_in_proportion() -> None:
    page = new_page("p1", LAYOUTS["special-report"])
    made = regridded(page, replace(page.layout.grid, columns=9, measure=7))
    assert (made.layout.slot("section-1").columns, made.layout.slot("section-3").columns) == (3, 6)
    assert made.layout.slot("section-3").column == 4
    assert made.layout.slot("headline").columns == 9


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 30))
def test_a_room_is_shared_whole(wishes: list[int], more: int) -> None:
    least = [1] * len(wishes)
    given_ = shared(wishes, least, len(wishes) + more)
    assert sum(given_) == len(wishes) + more
    assert all(part >= 1 for part in given_)


def test_free_frames_and_furniture_go_along(session: Session) -> None:
    session.do(DrawFrame("p1", Drawn.TEXT, Place(5, 2, 80, 6)))
    session.do(MoveFrames("p1", (("picture-1", Place(1, 3, 30, 10)),)))
    page = session.edition.pages[0]
    grid = replace(page.layout.grid, columns=4, measure=16, lines=70, top=page.layout.grid.type_area.y)
    assert session.do(SetGrid("p1", grid))
    now = session.edition.pages[0]
    assert now.frame("frame-1").place == Place(4, 1, 65, 6)
    assert now.frame("picture-1").place == Place(1, 2, 30, 10)
    area = grid.type_area
    for frame in session.composed().display.frames:
        assert frame.box.x >= area.x - 0.01
        assert frame.box.right <= area.right + 0.01
        step = (frame.box.x - area.x) / ((grid.measure + grid.gutter) * grid.body)
        assert frame.kind == "folio" or abs(step - round(step)) < 0.001
    session.undo()
    assert session.edition.pages[0] == page


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"columns": 8}, "wide together"),
        ({"lines": 100}, "below the foot"),
        ({"top": 60 * MM}, "below the foot"),
        ({"columns": 1, "measure": 20}, "beside each other"),
        ({"lines": 9}, "at least"),
        ({"pitch": 8.0}, "overlap"),
        ({"columns": 0}, "at least one column"),
        ({"top": 2.0}, "hold together"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(session: Session, change: dict[str, float], says: str) -> None:
    before = session.edition
    grid: Grid = replace(before.pages[0].layout.grid, **change)
    with pytest.raises(UsageError, match=says):
        session.do(SetGrid("p1", grid))
    assert session.edition is before


def test_the_same_grid_is_no_step(session: Session) -> None:
    assert not session.do(SetGrid("p1", session.edition.pages[0].layout.grid))
