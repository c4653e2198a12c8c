"""Columns are filled evenly, nothing is lost on the way (B1, O2 for subheads)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import evening
from desktop.compose.exclusions import ColumnShape, Obstacle, Obstacles, Strip
from desktop.compose.fill import Filled, fill, lines_over
from desktop.compose.levelling import level
from desktop.compose.material import Block
from desktop.model.story import Role
from desktop.text import Remedy
from tests.compose.pages import block, plain_style, words

PITCH = 12.0
few = settings(max_examples=60, deadline=None)


def columns(count: int, lines: int, chars: int = 10) -> list[ColumnShape]:
    return [ColumnShape(chars * 10.0, lines)] * count


def body(*lengths: int, **changes: object) -> list[Block]:
    return [block(words(length, index), plain_style(**changes)) for index, length in enumerate(lengths)]


def cells(blocks: list[Block], filled: Filled) -> list[tuple[int, int, int]]:
    """Block and cells of every line in order of columns and heights."""
    placed = sorted(filled.lines, key=lambda line: (line.place.column, line.place.top))
    return [(line.block, line.line.start, line.line.end) for line in placed]


def assert_whole(blocks: list[Block], filled: Filled) -> None:
    """Every cell stands once, in order, up to where the text found no room."""
    at = (0, 0)
    for number, start, end in cells(blocks, filled):
        if number > at[0]:
            assert at[1] == len(blocks[at[0]].paragraph)
            at = (number, 0)
        assert (number, start) == at
        at = (number, end)
    if filled.complete(blocks):
        assert at == (len(blocks) - 1, len(blocks[-1].paragraph))
    else:
        full = len(blocks[at[0]].paragraph) if filled.lines else 0
        assert (filled.block, filled.cell) in {at, (at[0] + 1, 0) if at[1] == full else at}


@few
@given(st.lists(st.integers(1, 200), min_size=1, max_size=6), st.integers(1, 6), st.integers(8, 20))
def test_b1_columns_are_level_to_a_line(lengths, count, chars):
    blocks = body(*lengths)
    filled = level(blocks, columns(count, 1000, chars), PITCH)
    assert filled.complete(blocks)
    assert_whole(blocks, filled)
    *others, last = filled.used
    assert max(filled.used) - min(others, default=last) <= 1
    assert max(filled.used) - last <= 2
    assert list(filled.used) == sorted(filled.used, reverse=True)


def test_b1_control_filling_one_after_another_is_not_level():
    filled = fill(body(200), columns(3, 1000), PITCH)
    assert max(filled.used) - min(filled.used) > 1


@few
@given(st.lists(st.integers(1, 200), min_size=1, max_size=6), st.integers(1, 4), st.integers(0, 12))
def test_what_does_not_fit_is_told_from_the_first_cell_on(lengths, count, lines):
    blocks = body(*lengths)
    filled = level(blocks, columns(count, lines), PITCH)
    assert_whole(blocks, filled)
    assert all(used <= lines for used in filled.used)
    if not filled.complete(blocks):
        assert sum(filled.used) == count * lines
        over = lines_over(blocks, filled, 100.0, PITCH)
        more = level(blocks, [*columns(count, lines), ColumnShape(100.0, over)], PITCH)
        assert more.complete(blocks)
        assert not fill(blocks, [*columns(count, lines), ColumnShape(100.0, over - 1)], PITCH).complete(blocks)


def test_columns_of_different_width_each_break_in_their_own_measure():
    blocks = body(60)
    filled = fill(blocks, [ColumnShape(100.0, 2), ColumnShape(200.0, 50)], PITCH)
    widths = {placed.place.column: placed.line.end - placed.line.start for placed in filled.lines[:3]}
    assert widths[1] > widths[0] + 5


def test_the_indent_shortens_first_lines_only():
    filled = fill(body(30, indent_ems=2.0), columns(1, 100), PITCH)
    lengths = [placed.line.end - placed.line.start for placed in filled.lines]
    assert lengths[0] < lengths[1]
    assert [placed.first for placed in filled.lines] == [True] + [False] * (len(lengths) - 1)


def test_lines_of_one_and_a_half_pitches_end_on_the_grid():
    blocks = [*body(25, pitches=1.5), *body(5)]
    filled = fill(blocks, columns(1, 100), PITCH)
    tops = [placed.place.top for placed in filled.lines]
    assert tops[:2] == [0, 1.5]
    assert tops[-1] == int(tops[-1])


def test_space_before_a_head_vanishes_at_the_columns_top():
    head = replace(plain_style(pitches=2.0, before=1))
    blocks = [block("题目", head, Role.SUBHEAD), *body(15), block("题目", head, Role.SUBHEAD), *body(15)]
    filled = fill(blocks, columns(1, 100), PITCH)
    assert [line.place.top for line in filled.lines] == [0, 2, 3, 5, 7, 8]


@pytest.mark.parametrize("before", range(20, 61, 10))
def test_o2_no_head_ends_a_column(before):
    blocks = [*body(before), block("题目", plain_style(pitches=1.0, before=1), Role.SUBHEAD), *body(60)]
    filled = fill(blocks, columns(3, 8), PITCH)
    head = next(line for line in filled.lines if line.block == 1)
    under = [line for line in filled.lines if line.block == 2 and line.place.column == head.place.column]
    assert len(under) >= 2


def test_given_columns_are_filled_first():
    blocks = body(150)
    both = [ColumnShape(100.0, 6), *columns(2, 1000)]
    filled = level(blocks, both, PITCH, [True, False, False])
    assert filled.used[0] == 6
    assert abs(filled.used[1] - filled.used[2]) <= 1
    assert filled.complete(blocks)


def test_no_columns_and_no_room():
    blocks = body(10)
    assert not fill(blocks, [], PITCH).complete(blocks)
    assert fill([], columns(2, 3), PITCH).complete([])
    assert level([], columns(2, 3), PITCH).used == (0.0, 0.0)


def head(text: str = "题目", **changes: object) -> Block:
    return block(text, plain_style(**changes), Role.SUBHEAD)


def beside(
    top: float, bottom: float, left: float, right: float, measure: float = 270.0, lines: int = 40
) -> ColumnShape:
    """A wide column with an obstacle in it."""
    return ColumnShape(measure, lines, Obstacles((Obstacle((Strip(top, bottom, left, right),)),), 40.0))


@pytest.mark.parametrize("length", range(5, 50, 5))
@pytest.mark.parametrize("wide_left", [True, False])
def test_a_head_one_line_high_stands_over_no_text_beside_an_obstacle(length, wide_left):
    shape = beside(0, 6, 120, 150) if wide_left else beside(0, 6, 80, 110)
    filled = fill([*body(length), head(), *body(60)], [shape], PITCH)
    above = max(line.place.top for line in filled.lines if line.block == 0)
    (top,) = (line.place.top for line in filled.lines if line.block == 1)
    under = min(line.place.top for line in filled.lines if line.block == 2)
    assert above + 1 == top == under - 1


def test_paragraphs_go_on_in_the_open_band_but_for_the_space_before_one():
    shape = beside(0, 6, 120, 150)
    plain, spaced = fill(body(8, 60), [shape], PITCH), fill([*body(8), *body(60, before=1)], [shape], PITCH)
    assert plain.lines[1].place.top == 0
    assert spaced.lines[1].place.top == 2


@pytest.mark.parametrize("pitches", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("above", [8, 18, 28])
def test_no_line_stays_empty_above_text_of_another_height_beside_an_obstacle(pitches, above):
    blocks = [*body(above), *body(120, pitches=pitches)]
    filled = fill(blocks, [beside(4, 20, -5, 100, 200)], PITCH)
    foot = max(line.place.top for line in filled.lines if line.block == 0) + 1
    tops = [line.place.top for line in filled.lines if line.block == 1]
    assert tops == [foot + pitches * index for index in range(len(tops))]


@pytest.mark.parametrize("length", range(5, 60, 5))
@pytest.mark.parametrize("count", [2, 3])
def test_o2_levelled_columns_keep_text_under_their_first_head_or_tell(length, count):
    blocks = [head(), *body(length)]
    filled = level(blocks, columns(count, 40), PITCH)
    wanted = min(2, sum(line.block == 1 for line in filled.lines))
    under = sum(line.block == 1 and line.place.column == 0 for line in filled.lines)
    assert (under < wanted) == (filled.lines[0].fault is Remedy.HEAD_FOOT)
    assert under >= wanted or count > 2 or length > 10


def test_o2_a_head_without_text_under_it_is_told():
    short = [ColumnShape(100.0, 2), ColumnShape(100.0, 40)]
    filled = fill([head(), *body(60)], short, PITCH)
    assert filled.lines[0].fault is Remedy.HEAD_FOOT
    assert filled.regret
    assert fill([head(), *body(60)], columns(2, 3), PITCH).lines[0].fault is Remedy.NONE
    assert fill([head(), *body(5)], short, PITCH).lines[0].fault is Remedy.NONE
    assert fill([head()], short, PITCH).lines[0].fault is Remedy.NONE


def test_a_head_higher_than_its_column_is_overset_and_stands_over_nothing():
    blocks = [head(words(18), pitches=2.0), *body(10)]
    filled = fill(blocks, columns(1, 3), PITCH)
    assert not filled.lines
    assert (filled.block, filled.cell) == (0, 0)
    assert fill(blocks, columns(1, 7), PITCH).complete(blocks)


def test_space_behind_a_block_stays_empty():
    filled = fill([*body(5, after=2), *body(5)], columns(1, 10), PITCH)
    assert [line.place.top for line in filled.lines] == [0, 3]


def test_b2_below_what_covers_the_column_text_goes_on_upon_the_grid():
    blocks = body(200, pitches=1.5)
    filled = fill(blocks, [beside(2, 5, -5, 205, 200)], PITCH)
    assert [line.place.top for line in filled.lines[:3]] == [0, 5, 6.5]


def sections(*lengths: int) -> list[Block]:
    """Paragraphs of so many characters; a subhead where there are none."""
    subhead = head(pitches=1.0, before=1)
    return [block(words(n, i), plain_style(indent_ems=2.0)) if n else subhead for i, n in enumerate(lengths)]


def levelled(lengths: tuple[int, ...], count: int, first: int = 0) -> Filled:
    """Sections in so many columns, behind a first one of a given height."""
    given_one = [ColumnShape(100.0, first)] if first else []
    return level(sections(*lengths), [*given_one, *columns(count, 1000)], PITCH, [True] * bool(first) + [False] * count)


def is_even(filled: Filled, count: int) -> bool:
    """Whether the last columns are level to a line, the last of all not the higher."""
    *others, last = filled.used[-count:]
    return max(others) - min(others) <= 1 and 0 <= max(others) - last <= 1


def faults(filled: Filled) -> list[Remedy]:
    return [line.fault for line in filled.lines if line.fault is not Remedy.NONE]


UNEVEN = [
    ((105, 0, 56, 137, 134, 0, 71), 4, 0),  # the last column three lines shorter
    ((0, 146, 0, 22, 82), 5, 0),  # a column two lines shorter for the subhead that starts the next
    ((20, 92, 0, 57, 88), 5, 0),  # a last line at a column's head
    ((39, 78, 0, 78), 5, 0),
    ((80, 0, 58), 5, 0),
    ((0, 34, 126, 35, 0, 70, 111, 90), 4, 9),
    ((85, 31, 0, 73), 5, 9),
]


@pytest.mark.parametrize(("lengths", "count", "first"), UNEVEN)
def test_b1_and_o2_columns_among_subheads_are_level_to_a_line_and_without_fault(lengths, count, first):
    filled = levelled(lengths, count, first)
    assert_whole(sections(*lengths), filled)
    assert is_even(filled, count)
    assert faults(filled) == []
    assert not first or filled.used[0] == first
    assert filled == levelled(lengths, count, first)


@pytest.mark.parametrize(("lengths", "count", "first"), UNEVEN)
def test_control_without_the_search_for_even_columns_they_are_not(monkeypatch, lengths, count, first):
    monkeypatch.setattr(evening, "_PATIENCE", 0)
    filled = levelled(lengths, count, first)
    assert not is_even(filled, count) or faults(filled) != []


@pytest.mark.parametrize(
    ("lengths", "count"), [((138, 57, 38), 4), ((134, 110, 124), 4), ((0, 94, 83), 5), ((0, 129, 58), 3)]
)
def test_columns_of_given_height_are_not_judged_with_those_that_are_levelled(monkeypatch, lengths, count):
    monkeypatch.setattr(evening, "_PATIENCE", 0)
    filled = levelled(lengths, count, 9)
    assert max(filled.used) - min(filled.used) > 1
    assert is_even(filled, count)
    assert faults(filled) == []


@few
@given(st.lists(st.integers(0, 120), min_size=1, max_size=9), st.integers(2, 5), st.sampled_from([0, 9]))
def test_the_search_for_even_columns_spoils_none_that_are_even_and_loses_nothing(lengths, count, first):
    filled = levelled(tuple(lengths), count, first)
    assert_whole(sections(*lengths), filled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evening, "_PATIENCE", 0)
        without = levelled(tuple(lengths), count, first)
    assert filled == without or (is_even(filled, count) and not faults(filled))
    if is_even(without, count) and not faults(without):
        assert filled == without


@few
@given(st.lists(st.integers(8, 120), min_size=1, max_size=6), st.integers(2, 6))
def test_in_a_text_without_heads_no_column_is_higher_than_one_before_it(lengths, count):
    used = levelled(tuple(lengths), count).used
    assert list(used) == sorted(used, reverse=True)


def test_control_among_subheads_one_may_be():
    used = levelled((0, 146, 0, 22, 82), 5).used
    assert list(used) != sorted(used, reverse=True)
