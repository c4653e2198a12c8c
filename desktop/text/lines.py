"""A line of a paragraph: where it begins and ends, how wide it is by nature, and what can be taken out of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.text.paragraph import Cells, Gap, ShapedParagraph

TOLERANCE = 1e-6
"""Ems; sums of binary fractions may miss a whole number by this much."""


class Remedy(StrEnum):
    """What had to be done to a line against a rule, the gravest first."""

    NONE = ""
    OVERFULL = "overfull"
    """One cell is wider than the measure (U4); it stands beyond it."""
    TOKEN_BROKEN = "token-broken"
    """U4: a token longer than the measure is broken."""
    MARK_RUN = "mark-run"
    """K4: marks that nothing satisfies start or end a line."""
    PHRASE_BROKEN = "phrase-broken"
    """A head is broken inside a name, a number, a quotation or a word."""
    SHORT_LAST = "short-last"
    """O1: the paragraph's last line holds too little."""
    COLUMN_HEAD = "column-head"
    """O2: the last line of a paragraph starts a column; the columns' doing, not the breaker's."""
    HEAD_FOOT = "head-foot"
    """O2: a head has too little text under it, at a column's foot or above a picture."""
    EMPTY_FOOT = "empty-foot"
    """O2: lines stay empty at a column's foot, because this head needs text under it."""
    LOOSE = "loose"
    """A gap is stretched by more than the style likes."""


class LineBreak(Struct, frozen=True):
    """Cells ``[start, end)`` make a line; ``stop`` leaves out white space at its end. ``last``: the paragraph ends.

    ``hyphen``: the line ends inside a word and shows a hyphen that is not in the source.
    """

    start: int
    end: int
    stop: int
    last: bool
    remedy: Remedy = Remedy.NONE
    hyphen: bool = False


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
        steps[cells.squeeze[stop - 1]] -= edge_given(cells, stop - 1)
    if cells.edge[stop - 1]:
        steps[spacing.edge_squeeze] += cells.edge[stop - 1]
    if cells.stretch[stop - 1] is Gap.LATIN:
        steps[spacing.latin_gap_squeeze] -= cells.gap[stop - 1] - spacing.latin_gap_least
    return steps


def edge_given(cells: Cells, last: int) -> float:
    """Return the blank that a line's last cell does not give at its own step: it is given already, or as an edge."""
    return cells.trail[last] if cells.edge[last] else min(cells.end[last], cells.trail[last])


def without_space(cells: Cells, start: int, stop: int) -> int:
    """Return where a line ``[start, stop)`` ends without the white space at its end; it keeps one cell at least."""
    while stop > start + 1 and cells.space[stop - 1]:
        stop -= 1
    return stop
