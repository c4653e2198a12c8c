"""The best of all sequences of breaks: equal to trying every one of them, with a judge written a second time here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.text import Breaker, Cost, LineBreak, Measures, Remedy, ShapedParagraph, set_cells, unpacked
from desktop.text.paragraph import Gap
from tests.text.setting import broken, shaped, text_of

TINY = 1e-6
FREE = float("inf")


def ends_of_lines(paragraph: ShapedParagraph, start: int) -> Iterator[int]:
    """Every cell behind which a line that starts at ``start`` may end without breaking a rule."""
    return (end for end in range(start + 1, len(paragraph) + 1) if paragraph.cells.breaks[end - 1])


def sequences(paragraph: ShapedParagraph, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Every legal sequence of ends of lines."""
    for end in ends_of_lines(paragraph, start):
        if end == len(paragraph):
            yield (end,)
        else:
            yield from ((end, *rest) for rest in sequences(paragraph, end))


def as_line(paragraph: ShapedParagraph, start: int, end: int) -> LineBreak:
    stop = end
    while stop > start + 1 and paragraph.cells.space[stop - 1]:
        stop -= 1
    return LineBreak(start, end, stop, last=end == len(paragraph))


def width(paragraph: ShapedParagraph, line: LineBreak) -> float:
    return set_cells(paragraph, line, FREE, justify=False).width


def least_width(paragraph: ShapedParagraph, line: LineBreak) -> float:
    return set_cells(paragraph, line, -FREE, justify=False).width


def squeeze_step(paragraph: ShapedParagraph, line: LineBreak, need: float) -> int:
    """The highest step of A1 that a line uses, counted cell by cell."""
    cells, spacing = paragraph.cells, paragraph.tables.spacing
    rooms = dict.fromkeys(range(spacing.squeeze_steps + 1), 0.0)
    for cell in range(line.start, line.stop):
        step = cells.squeeze[cell]
        rooms[step] += (cells.lead[cell] if cell > line.start else 0) + (
            cells.trail[cell] if cell < line.stop - 1 else 0
        )
        if cells.space[cell] and cells.advance[cell] < 1:
            rooms[spacing.word_space_squeeze] += cells.advance[cell] - spacing.word_space_least
        if cells.stretch[cell] is Gap.LATIN and cell < line.stop - 1:
            rooms[spacing.latin_gap_squeeze] += cells.gap[cell] - spacing.latin_gap_least
    for step in range(1, spacing.squeeze_steps + 1):
        need -= rooms[step]
        if rooms[step] > 0 and need <= TINY:
            return step
    raise AssertionError("the line fits")


def widest_gap(paragraph: ShapedParagraph, line: LineBreak, measure: float) -> float | None:
    """By how much the widest gap of a justified line is wider than by nature; None where it could not be justified."""
    natural = set_cells(paragraph, line, FREE, justify=False)
    justified = set_cells(paragraph, line, measure, justify=True)
    if justified.width < measure - TINY:
        return None
    moved = [b - a for a, b in zip(natural.x, justified.x, strict=True)]
    return max(after - before for before, after in pairwise(moved))


def cost(paragraph: ShapedParagraph, ends: tuple[int, ...], measures: Measures) -> Cost | None:
    """The tuple of a sequence of breaks as the rules' text defines it; None where a line does not fit."""
    ragged = faults = loose = pushed = wide = squeezed = spread = 0
    start = 0
    for number, end in enumerate(ends):
        line, measure = as_line(paragraph, start, end), measures.of(number)
        if least_width(paragraph, line) > measure + TINY:
            return None
        need = width(paragraph, line) - measure
        if need > TINY:
            squeezed += squeeze_step(paragraph, line, need)
        elif need < -TINY and not line.last:
            gap = widest_gap(paragraph, line, measure)
            ragged += gap is None
            loose += gap is None or gap > 0.25 + TINY
            wide += gap is None or gap > 0.12 + TINY
            spread += ceil((gap or 0.0) * 1000 - TINY) ** 2
        pushed += is_push_out(paragraph, line, measure)
        if line.last and number:
            text = text_of(paragraph, line)
            faults += sum(char not in "，。、！？：；“”《》（）—…·- " for char in text) < 2
        start = end
    return Cost(0, ragged, faults, loose, pushed, wide, squeezed, spread)


def is_push_out(paragraph: ShapedParagraph, line: LineBreak, measure: float) -> bool:
    """Whether a line ends before its natural end, which is not legal, though a later legal end can be squeezed in."""
    every = [as_line(paragraph, line.start, end) for end in range(line.start + 1, len(paragraph) + 1)]
    natural = max([k.end for k in every if width(paragraph, k) <= measure + TINY], default=line.start + 1)
    legal = set(ends_of_lines(paragraph, line.start))
    pushed_in = [k for k in every if k.end > natural and k.end in legal and least_width(paragraph, k) <= measure + TINY]
    return line.end < natural and natural not in legal and bool(pushed_in)


def brute(
    paragraph: ShapedParagraph, measures: Measures, count: int | None = None
) -> tuple[Cost, tuple[int, ...]] | None:
    judged = [
        (found, ends)
        for ends in sequences(paragraph)
        if count in {None, len(ends)} and (found := cost(paragraph, ends, measures)) is not None
    ]
    return min(judged, default=None)


pieces = st.sampled_from(
    [
        "国",
        "安",
        "的",
        "，",
        "。",
        "、",
        "：",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "！",
        "——",
        "·",
        "23",
        "5%",
        "Q",
        " ",
        "A b",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=11).map("".join).filter(lambda text: text.strip() == text)
some = settings(max_examples=150, deadline=None)


@some
@given(texts, st.integers(3, 6), st.lists(st.integers(2, 6), max_size=3).map(tuple))
@example("国，安，的国，安", 4, ())
@example("国安（的）国。安国", 5, (3,))
@example("安国 A b，的国安国", 4, (4, 3))
def test_the_lines_are_those_that_trying_everything_finds(text, rest, first):
    paragraph, measures = shaped(text), Measures(rest, first)
    expected = brute(paragraph, measures)
    found = Breaker(paragraph).lines(measures)
    assert found is not None
    if expected is None:
        assert unpacked(found.cost).remedies > 0
    else:
        assert (unpacked(found.cost), tuple(line.end for line in found.lines)) == expected


@some
@given(texts, st.integers(3, 6), st.integers(1, 5))
def test_so_do_the_lines_of_a_demanded_number(text, measure, count):
    paragraph, measures = shaped(text), Measures(measure)
    expected, best = brute(paragraph, measures, count), brute(paragraph, measures)
    found = Breaker(paragraph).lines(measures, count=count)
    if expected is None or best is None or expected[0][:4] > best[0][:4]:
        assert found is None or best is None
    else:
        assert found is not None
        assert (unpacked(found.cost), tuple(line.end for line in found.lines)) == expected


def test_control_line_after_line_is_not_the_best():
    """First fit would fill the first line and leave a lone character: the paragraph as a whole has better lines."""
    text = "一二三四五六七八九。"
    assert [len(row) for row in rows_of(text, 4)] == [3, 4, 3]


def rows_of(text: str, measure: float) -> list[str]:
    paragraph = shaped(text)
    return [text_of(paragraph, line) for line in broken(paragraph, measure)]


@pytest.mark.parametrize(
    ("text", "measure", "rows"),
    [
        (
            "一二三四五六七八九",
            4,
            ["一二三", "四五六七", "八九"],
        ),  # a character is carried down, the earlier the better
        ("一，二三四，五六七八。", 5, ["一，二三四，", "五六七八。"]),  # W6: the comma gives room for the last one
    ],
)
def test_o1_no_lone_character_on_the_last_line(text, measure, rows):
    assert rows_of(text, measure) == rows


def test_o1_where_nothing_helps_it_is_told():
    [_, last] = broken(shaped("一二"), 1)
    assert last.remedy is Remedy.SHORT_LAST


def test_a_loose_line_is_told():
    first, *_ = broken(shaped("国安2023456789国安国安国安"), 6)
    assert first.remedy is Remedy.LOOSE
    assert {line.remedy for line in broken(shaped("国安国安国安"), 3)} == {Remedy.NONE}


@pytest.mark.parametrize(("measure", "lines"), [(10, 11), (10, 12), (13, 9)])
def test_a_paragraph_is_run_on_or_pulled_in_by_a_line(measure, lines):
    paragraph = shaped("国安，" * 38)
    free = Breaker(paragraph).lines(Measures(measure))
    found = Breaker(paragraph).lines(Measures(measure), count=lines)
    assert free is not None
    assert found is not None
    assert len(found.lines) == lines
    assert unpacked(found.cost) >= unpacked(free.cost)


def test_lines_from_the_middle_are_the_rest():
    paragraph = shaped("国安" * 20)
    breaker = Breaker(paragraph)
    whole = breaker.lines(Measures(7))
    assert whole is not None
    rest = breaker.lines(Measures(7), start=whole.lines[2].start)
    assert rest is not None
    assert rest.lines == whole.lines[2:]
