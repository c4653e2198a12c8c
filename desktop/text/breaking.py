"""Finding the end of one line.

Line by line, in the order of K3: marks have their rule widths already; if the last cell that fits may end a line, it
does; else more is pushed in as long as squeezing makes room; else the line ends earlier and is stretched. Where not
even that is possible, a rule is broken, and the remedy is recorded on the line (K4, U4).
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

from desktop.text.paragraph import Cells, Gap, ShapedParagraph

TOLERANCE = 1e-6
"""Ems; sums of binary fractions may miss a whole number by this much."""


class Remedy(StrEnum):
    """A rule that had to be broken on a line."""

    NONE = ""
    TOKEN_BROKEN = "token-broken"  # U4
    MARK_RUN = "mark-run"  # K4


class LineBreak(Struct, frozen=True):
    """Cells ``[start, end)`` make a line; ``stop`` leaves out white space at its end. ``last``: the paragraph ends."""

    start: int
    end: int
    stop: int
    last: bool
    remedy: Remedy = Remedy.NONE


def natural_width(paragraph: ShapedParagraph, start: int, stop: int) -> float:
    """Return the width of a line before justification: W4 at its start, W5 at its end, no gap behind it."""
    cells = paragraph.cells
    width = paragraph.widths[stop] - paragraph.widths[start] - cells.gap[stop - 1]
    return width - cells.start[start] - cells.end[stop - 1]


def squeeze_capacity(paragraph: ShapedParagraph, start: int, stop: int) -> list[float]:
    """Return what each step of A1 can take out of a line (index 0 unused); its edges have given already."""
    cells, spacing = paragraph.cells, paragraph.tables.spacing
    steps = [prefix[stop] - prefix[start] for prefix in paragraph.capacity]
    if cells.squeeze[start]:
        steps[cells.squeeze[start]] -= min(cells.start[start], cells.lead[start])
    if cells.squeeze[stop - 1]:
        steps[cells.squeeze[stop - 1]] -= min(cells.end[stop - 1], cells.trail[stop - 1])
    if cells.stretch[stop - 1] is Gap.LATIN:
        steps[spacing.latin_gap_squeeze] -= cells.gap[stop - 1] - spacing.latin_gap_least
    return steps


def next_line(paragraph: ShapedParagraph, start: int, measure: float) -> LineBreak:
    """Return the line that starts at cell ``start`` in a measure of so many ems (indent already taken off)."""
    cells = paragraph.cells
    while start < len(cells) and cells.space[start]:
        start += 1
    count = len(cells)
    if start >= count:
        return LineBreak(start, count, count, last=True)
    rest = _without_space(cells, start, count)
    if natural_width(paragraph, start, rest) <= measure + TOLERANCE:
        return LineBreak(start, count, rest, last=True)
    fitting = _last_fitting(paragraph, start, measure)
    end = _legal_end(paragraph, start, fitting, measure)
    if end is not None:
        return _line(cells, start, end, count)
    return _remedy(paragraph, start, fitting, count)


def _without_space(cells: Cells, start: int, stop: int) -> int:
    while stop > start + 1 and cells.space[stop - 1]:
        stop -= 1
    return stop


def _last_fitting(paragraph: ShapedParagraph, start: int, measure: float) -> int:
    """Return the furthest end whose natural width fits; at least one cell."""
    widths = paragraph.widths
    count = len(paragraph.cells)
    end = min(count, bisect_right(widths, widths[start] + measure) + 3)
    while end > start + 1:
        stop = _without_space(paragraph.cells, start, end)
        if natural_width(paragraph, start, stop) <= measure + TOLERANCE:
            break
        end -= 1
    return max(end, start + 1)


def _legal_end(paragraph: ShapedParagraph, start: int, fitting: int, measure: float) -> int | None:
    """Return the best legal end, if there is one: the fitting one, one pushed in, one pushed out (K3)."""
    cells = paragraph.cells
    if cells.breaks[fitting - 1] and _fits(paragraph, start, fitting, measure):
        return fitting
    for end in range(fitting + 1, len(cells) + 1):
        stop = _without_space(cells, start, end)
        least = natural_width(paragraph, start, stop) - sum(squeeze_capacity(paragraph, start, stop))
        if least > measure + TOLERANCE:
            if end > fitting + 4:  # a mark at the end may make a longer line narrower, but not by more than that
                break
            continue
        if cells.breaks[end - 1]:
            return end
    for end in range(fitting - 1, start, -1):
        if cells.breaks[end - 1]:
            return end
    return None


def _fits(paragraph: ShapedParagraph, start: int, end: int, measure: float) -> bool:
    stop = _without_space(paragraph.cells, start, end)
    return natural_width(paragraph, start, stop) <= measure + TOLERANCE


def _line(cells: Cells, start: int, end: int, count: int) -> LineBreak:
    while end < count and cells.space[end]:
        end += 1
    return LineBreak(start, end, _without_space(cells, start, end), last=end == count)


def _remedy(paragraph: ShapedParagraph, start: int, fitting: int, count: int) -> LineBreak:
    """Break where it fits and say which rule it cost: nothing is clipped, nothing is lost."""
    cells = paragraph.cells
    inside = fitting < count and cells.token[fitting - 1] >= 0 and cells.token[fitting - 1] == cells.token[fitting]
    remedy = Remedy.TOKEN_BROKEN if inside else Remedy.MARK_RUN
    return LineBreak(start, fitting, _without_space(cells, start, fitting), last=fitting == count, remedy=remedy)
