"""What stands over a column leaves free segments: pure geometry, compared with points asked one by one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose.exclusions import (
    LEAST_EMS,
    ColumnShape,
    Exclusion,
    Obstacle,
    Obstacles,
    Strip,
    column_shapes,
    outline_boxes,
    whole_ems,
)
from desktop.geometry import Rect
from desktop.model.layout import Grid
from desktop.model.runaround import Sides

GRID = Grid(600, 600, 10, 4, 10, 1, 40, 12.0)
BODY, PITCH = GRID.body, GRID.pitch
LEAST = LEAST_EMS * BODY


def columns(count: int = 4, lines: int = 40, top: int = 1) -> list[Rect]:
    return [GRID.box(column, 1, top, lines) for column in range(1, count + 1)]


def long_column(lines: int = 40) -> Rect:
    return GRID.box(1, 4, 1, lines)


def one(column: Rect, *exclusions: Exclusion) -> ColumnShape:
    (shape,) = column_shapes(GRID, [column], exclusions)
    return shape


def across(column: int, columns: int, line: int, lines: int, **says: object) -> Exclusion:
    return replace(Exclusion((GRID.box(column, columns, line, lines),)), **says)


def test_a_column_in_which_nothing_stands_gives_its_whole_measure_for_every_band():
    beside = across(3, 1, 5, 10, beside=BODY)
    below = across(1, 1, 31, 5)
    shape = one(columns(lines=30)[0], beside, below)
    assert shape == ColumnShape(100.0, 30)
    assert shape.obstacles is None
    assert shape.segments(0, 1) == shape.segments(7.5, 1.5) == ((0.0, 100.0),)


def test_a_narrow_column_that_nothing_crosses_keeps_its_measure():
    shape = one(replace(GRID.box(1, 1, 1, 10), width=2 * BODY), across(1, 1, 9, 2))
    free = [shape.segments(line, 1) for line in range(10)]
    assert free[0] == ((0.0, 2 * BODY),)
    assert [line for line, found in enumerate(free) if not found] == [8, 9]


def test_a_picture_over_the_whole_column_leaves_nothing_beside_it_and_all_above_and_below():
    shape = one(columns()[1], across(1, 3, 11, 5))
    free = [shape.segments(line, 1) for line in range(40)]
    assert [line for line, found in enumerate(free) if not found] == [10, 11, 12, 13, 14]
    assert {found for found in free if found} == {((0.0, 100.0),)}


def test_whole_lines_stay_free_above_and_below():
    free = [one(columns()[0], across(1, 1, 11, 5, above=2)).segments(line, 1) for line in range(40)]
    assert [line for line, found in enumerate(free) if not found] == list(range(8, 17))


def test_lines_of_a_height_of_their_own_are_blocked_as_soon_as_they_reach_the_picture():
    shape = one(columns()[0], across(1, 1, 11, 5))
    assert shape.segments(8.5, 1.5)
    assert not shape.segments(9, 1.5)
    assert not shape.segments(14.5, 1.5)
    assert shape.segments(15, 1.5)


BESIDE = {
    Sides.BOTH: ((0.0, 100.0), (330.0, 100.0)),
    Sides.LEFT: ((0.0, 100.0),),
    Sides.RIGHT: ((330.0, 100.0),),
    Sides.LARGER: ((0.0, 100.0),),
}


@pytest.mark.parametrize("sides", Sides)
def test_text_stands_on_the_sides_asked_for(sides):
    shape = one(long_column(), across(2, 2, 5, 10, beside=BODY, sides=sides))
    assert shape.segments(0, 1) == ((0.0, 430.0),)
    assert shape.segments(6, 1) == BESIDE[sides]


def test_the_larger_side_is_one_for_the_whole_outline():
    """A ragged outline would else send every line to another side."""
    box = GRID.box(1, 4, 5, 2)
    ragged = outline_boxes(box, [(0.2, 0.6), (0.5, 0.7)])
    shape = one(long_column(), Exclusion(ragged, Sides.LARGER))
    assert [len(shape.segments(line, 1)) for line in (4, 5)] == [1, 1]
    assert all(x > 0 for line in (4, 5) for x, _ in shape.segments(line, 1))
    each = [one(long_column(), Exclusion((part,), Sides.LARGER)) for part in ragged]
    assert each[1].segments(5, 1)[0][0] == 0


def test_each_column_under_a_picture_has_the_side_that_is_left_of_it():
    first, second = GRID.box(1, 2, 1, 40), GRID.box(3, 2, 1, 40)
    middle = across(2, 2, 5, 10, beside=BODY)
    left, right = column_shapes(GRID, [first, second], [middle])
    assert left.segments(6, 1) == ((0.0, 100.0),)
    assert right.segments(6, 1) == ((110.0, 100.0),)
    assert left.segments(20, 1) == right.segments(20, 1) == ((0.0, 210.0),)


def test_segments_below_the_least_measure_are_left_empty():
    box = Rect(GRID.column_x(1) + LEAST, GRID.line_y(3), 100 - LEAST, 24)
    assert one(columns()[0], Exclusion((box,))).segments(2, 1) == ((0.0, LEAST),)
    assert one(columns()[0], Exclusion((box,), beside=1.0)).segments(2, 1) == ()


def test_two_pictures_in_one_band_leave_what_neither_takes():
    shape = one(long_column(), across(1, 1, 5, 4, beside=BODY), across(3, 1, 7, 4, beside=BODY))
    assert shape.segments(4, 1) == ((110.0, 320.0),)
    assert shape.segments(7, 1) == ((110.0, 100.0), (330.0, 100.0))
    assert shape.segments(9, 1) == ((0.0, 210.0), (330.0, 100.0))


def test_text_follows_an_outline_and_enters_no_bay_between_two_parts_of_it():
    box = GRID.box(1, 4, 11, 4)
    shape = one(long_column(), Exclusion(outline_boxes(box, [(0.5, 0.6), (0.25, 0.75), (0.0, 1.0), (1.0, 0.0)])))
    # What is left beside the picture is turned to where text ends and begins again: edges of the outline.
    edges = [
        tuple(round(edge, 6) for x, width in shape.segments(line, 1) for edge in (x, x + width))
        for line in range(9, 15)
    ]
    whole = (0.0, 430.0)
    assert edges == [whole, (0.0, 215.0, 258.0, 430.0), (0.0, 107.5, 322.5, 430.0), (), whole, whole]
    taller = shape.segments(10, 2)
    assert [round(x + width, 6) for x, width in taller] == [107.5, 430.0]
    apart = Exclusion((Rect(box.x, box.y, 50, 12), Rect(box.x + 300, box.y, 50, 12)))
    assert one(long_column(), apart).segments(10, 1) == ((350.0, 80.0),)


def test_the_remainder_of_whole_ems_lies_at_the_picture():
    assert whole_ems((0.0, 47.0), 100.0, 10.0) == (0.0, 4)
    assert whole_ems((53.0, 47.0), 100.0, 10.0) == (60.0, 4)
    assert whole_ems((20.0, 47.0), 100.0, 10.0) == (23.5, 4)
    assert whole_ems((0.0, 100.0), 100.0, 12.0) == (2.0, 8)
    assert whole_ems((0.0, 100.0), 100.0, 10.0) == (0.0, 10)


def test_shapes_are_equal_by_value_whatever_was_asked_of_them():
    exclusion = across(2, 2, 5, 10, beside=BODY)
    first, second = (one(long_column(), exclusion) for _ in range(2))
    first.segments(6, 1)
    assert first == second
    assert hash(first) == hash(second)
    assert first != one(long_column(), replace(exclusion, beside=0.0))
    assert first != one(long_column())
    assert first != replace(first, lines=7)


def test_what_is_known_of_bands_holds_for_other_heights_and_no_other_measure():
    shape = one(long_column(), across(2, 2, 5, 10, beside=BODY))
    found = shape.segments(6, 1)
    assert shape.segments(6, 1) is found
    assert replace(shape, lines=20).segments(6, 1) is found
    assert replace(shape, measure=210.0).segments(6, 1) == ((0.0, 100.0),)


_TENTHS = st.integers(-50, 500).map(lambda n: n / 10)
_STRIP = st.tuples(_TENTHS, _TENTHS, st.integers(-40, 300), st.integers(-40, 300)).map(
    lambda t: Strip(min(t[:2]), max(t[:2]) + 0.1, min(t[2:]), max(t[2:]) + 1)
)
_OBSTACLES = st.lists(st.lists(_STRIP, min_size=1, max_size=4), max_size=4)


@given(_OBSTACLES, st.integers(4, 30), st.integers(0, 80).map(lambda n: n / 2), st.sampled_from([1.0, 1.5, 2.0, 7.0]))
def test_segments_are_exactly_what_no_obstacle_takes(obstacles, ems, top, height):
    measure = ems * BODY
    shape = ColumnShape(measure, 40, Obstacles(tuple(Obstacle(tuple(strips)) for strips in obstacles), LEAST))
    segments = shape.segments(top, height)
    crossing = [[s for s in strips if s.top < top + height - 1e-6 and s.bottom > top + 1e-6] for strips in obstacles]
    hulls = [(min(s.left for s in met), max(s.right for s in met)) for met in crossing if met]
    assert all(width > 0 and x >= 0 and x + width <= measure for x, width in segments)
    assert all(a + width <= b for (a, width), (b, _) in pairwise(segments))
    # The middle of every point of the measure, and how long a free run it lies in.
    free = [not any(left < at + 0.5 < right for left, right in hulls) for at in range(int(measure))]
    used = [any(x < at + 0.5 < x + width for x, width in segments) for at in range(int(measure))]
    for at, inside in enumerate(used):
        start, end = at, at
        while free[at] and start > 0 and free[start - 1]:
            start -= 1
        while free[at] and end + 1 < len(free) and free[end + 1]:
            end += 1
        assert inside == (free[at] and (end + 1 - start >= LEAST or end + 1 - start == measure))


@given(
    st.integers(1, 4), st.integers(1, 4), st.integers(1, 40), st.integers(1, 40), st.sampled_from(list(Sides)),
    st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip
def test_no_segment_of_any_column_comes_nearer_than_the_distance(column, wide, line, lines, sides, beside, above):
    box = GRID.box(column, min(wide, 5 - column), line, min(lines, 41 - line))
    exclusion = Exclusion((box,), sides, beside * BODY, above)
    kept = Rect(
        box.x - beside * BODY, box.y - above * PITCH, box.width + 2 * beside * BODY, box.height + 2 * above * PITCH
    )
    places = [*columns(top=1), long_column(), GRID.box(2, 2, 11, 20)]
    for place, shape in zip(places, column_shapes(GRID, places, [exclusion]), strict=True):
        for number in range(shape.lines):
            for x, width in shape.segments(number, 1):
                band = Rect(place.x + x, place.y + number * PITCH, width, PITCH).inset(1e-4)
                assert not band.intersects(kept)


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=30),
)
def test_outline_boxes_stand_in_their_bands(bands):
    box = Rect(10, 20, 200, 120)
    boxes = outline_boxes(box, bands)
    assert len(boxes) == sum(right > left for left, right in bands)
    for part in boxes:
        assert box.x <= part.x
        assert part.right <= box.right + 1e-9
        index = (part.y - box.y) / (box.height / len(bands))
        assert abs(index - round(index)) < 1e-6
