"""Dividing a head into lines of nearly equal length at the best borders that fit.

The kind of border goes first: a clause space where it fits, else a mark, else a border of phrases. Among borders of a
kind, the strain of the phrase is weighed against the balance of the lines. Between phrases no line is shorter than
half of the other: an upper line that is a mere stub reads as a kicker. At a space or a mark the sense decides. Of two
equally good divisions, the one whose upper line is the shorter is taken: the group stands on its longer foot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from math import ceil, inf

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.material import Block
from desktop.compose.phrases import Border
from desktop.text import LineBreak, Remedy, natural_width

BALANCE = 5.4
"""What a line that differs from the mean by all of it weighs in strain; two characters in six weigh 0.6."""

SHORTEST = 2 / 3
"""Of the mean: of two lines, the shorter one is then half of the longer one."""

LEAST_LINE = 2.0
"""Ems: a head is not divided into lines of one character."""

MORE_LINES = 2
"""Lines beyond the fewest possible that are tried for the sake of better borders."""


NEAR = 1e-6
"""Ems; sums of binary fractions may miss a whole number by this much."""


class Rank(IntEnum):
    """How well a head is divided, from the best on."""

    CLAUSE = 0
    MARK = 1
    PHRASE = 2
    UNEVEN = 3
    """At borders of phrases, in lines of very different length."""
    WORD = 4
    QUOTED = 5
    SYLLABLE = 6
    WHOLE = 7


_TRIES = (
    (Rank.CLAUSE, Border.CLAUSE),
    (Rank.MARK, Border.MARK),
    (Rank.PHRASE, Border.PHRASE),
    (Rank.UNEVEN, Border.PHRASE),
    (Rank.WORD, Border.WORD),
    (Rank.QUOTED, Border.QUOTED),
    (Rank.SYLLABLE, Border.SYLLABLE),
    (Rank.WHOLE, Border.WHOLE),
)
"""The ranks in the order in which they are tried, each with the worst border that it may use."""

_MOST_LINES = 12
"""What takes more lines is no head that anybody divides by its phrases: it runs over as text does."""

_WORTH = (1.0, 1.0, 1.0, 0.75, 0.45, 1e-3, 1e-4, 1e-5)
"""How much of its size a head is worth when so divided: between words it must be twice as large to be preferred to a
smaller one that is divided well; inside a quotation, a word or a name it is divided only if no size fits otherwise."""

_BLANK_AT_BREAK = 2.0
"""Ems that a head loses at most where it is broken: a clause space, the blank of the marks on both sides."""

GOOD = 1.0
"""What a head is worth that stands on one line, or is divided where a reader would pause."""

LAST_RESORT = 1e-3
"""What a division inside a quotation, a word or a name is worth at most."""

_CLAUSE_PASSED_OVER = 0.5
"""A head that has a clause space or a mark and is broken elsewhere."""


class Division(Struct, frozen=True):
    """A head's lines, and what it is worth to have them so: 1 for a good division, less for a poor one."""

    lines: tuple[LineBreak, ...]
    worth: float = GOOD


def width_of(block: Block, line: LineBreak) -> float:
    """Return a line's width in ems before justification."""
    return natural_width(block.paragraph, line.start, line.stop) if line.stop > line.start else 0.0


def whole_line(block: Block) -> LineBreak:
    """Return a head as one line."""
    return _line(block, 0, len(block.paragraph))


def divide(block: Block, ems: float, count: int, least: float = 0.0, worst: Rank = Rank.WHOLE) -> Division | None:
    """Return the best division into exactly so many lines of at most so many ems; None where no border allows it.

    A head that fits on one line is not divided: two lines would be smaller than need be. Divisions worth no more than
    ``least``, or worse than ``worst``, are not sought: those at other places than spaces and marks need the segmenter.
    """
    whole = whole_line(block)
    width = width_of(block, whole)
    if count == 1 or width <= ems + NEAR:
        return Division((whole,)) if count == 1 and width <= ems + NEAR else None
    if width - (count - 1) * _BLANK_AT_BREAK > count * ems or width < count * LEAST_LINE:
        return None
    for rank, border in _TRIES[: worst + 1]:
        # One break that is neither at a space nor at a mark passes over those that there are.
        passed_over = count == 2 and rank > Rank.MARK and block.shaped.borders.plain
        if _WORTH[rank] * (_CLAUSE_PASSED_OVER if passed_over else 1.0) <= least:
            continue
        cuts = _Cuts(block, ems, count, border, even=rank is Rank.PHRASE).best()
        if cuts is not None:
            return _division(block, cuts, rank)
    return None


def divide_freely(block: Block, ems: float) -> Division | None:
    """Return the best division into as many lines as it takes, few lines weighed against good borders."""
    fewest = max(1, ceil((width_of(block, whole_line(block)) - NEAR) / ems)) if ems > 0 else 1
    best: Division | None = None
    for count in range(fewest, fewest + MORE_LINES + 1) if fewest <= _MOST_LINES else ():
        found = divide(block, ems, count, best.worth / len(best.lines) * count if best else 0.0)
        if found is not None and (best is None or found.worth / count > best.worth / len(best.lines)):
            best = found
    return best


def _division(block: Block, cuts: Sequence[int], rank: Rank) -> Division:
    borders = block.shaped.borders
    worth = _WORTH[rank]
    if rank > Rank.MARK and borders.plain and not set(cuts) & set(borders.plain):
        worth *= _CLAUSE_PASSED_OVER
    bounds = [0, *cuts, len(block.paragraph)]
    lines = [_line(block, start, end) for start, end in pairwise(bounds)]
    return Division(tuple(broken_inside(block, lines)) if rank > Rank.WORD else tuple(lines), worth)


def broken_inside(block: Block, lines: Sequence[LineBreak]) -> list[LineBreak]:
    """Mark the lines that end inside a quotation, a word, a name or a number, so that it is reported."""
    if len(lines) > _MOST_LINES:
        return list(lines)
    borders = block.shaped.borders.all
    return [
        replace(line, remedy=Remedy.PHRASE_BROKEN)
        if not line.remedy and borders.get(line.end, Border.CLAUSE) >= Border.QUOTED
        else line
        for line in lines
    ]


def _line(block: Block, start: int, end: int) -> LineBreak:
    cells = block.paragraph.cells
    while start < end - 1 and cells.space[start]:
        start += 1
    stop = end
    while stop > start + 1 and cells.space[stop - 1]:
        stop -= 1
    return LineBreak(start, end, stop, last=True)


_Reached = tuple[int, float, tuple[int, ...]]
"""Kinds of the borders used, summed; then strain and unevenness; then the cuts: the smallest is the best."""


class _Cuts:
    """The search for the cheapest cuts: over borders from left to right, once for every number of lines."""

    def __init__(self, block: Block, ems: float, count: int, worst: Border, even: bool) -> None:
        self._block, self._ems, self._count, self._even = block, ems, count, even
        kinds: Mapping[int, Border] = block.shaped.borders.plain if worst <= Border.MARK else block.shaped.borders.all
        self._kinds = {cell: kind for cell, kind in kinds.items() if kind <= worst}
        self._bounds = [0, *sorted(self._kinds), len(block.paragraph)]
        self._mean = width_of(block, whole_line(block)) / count

    def best(self) -> tuple[int, ...] | None:
        """Return the cells before which to break, None where no lines fit."""
        last = len(self._bounds) - 1
        reached: dict[int, _Reached] = {0: (0, 0.0, ())}
        for number in range(1, self._count + 1):
            ends = [last] if number == self._count else range(number, last)
            reached = {end: found for end in ends if (found := self._reach(reached, end)) is not None}
        return reached[last][2][:-1] if last in reached else None

    def _reach(self, reached: Mapping[int, _Reached], end: int) -> _Reached | None:
        """Return how a bound is best reached with one line more."""
        kind, strain = self._border(self._bounds[end])
        return min(
            (
                (kinds + kind, round(cost + line + strain, 6), (*cuts, self._bounds[end]))
                for start, (kinds, cost, cuts) in reached.items()
                if start < end and (line := self._cost(start, end)) < inf
            ),
            default=None,
        )

    def _border(self, cell: int) -> tuple[int, float]:
        if cell not in self._kinds:
            return 0, 0.0
        kind = self._kinds[cell]
        return kind, self._block.shaped.borders.strain(cell) if kind > Border.MARK else 0.0

    def _cost(self, start: int, end: int) -> float:
        """Return what a line between two bounds weighs, infinite where it does not fit."""
        first, stop = self._bounds[start], self._bounds[end]
        width = width_of(self._block, _line(self._block, first, stop))
        if width > self._ems + NEAR:
            return inf
        borders = {self._kinds.get(first, Border.PHRASE), self._kinds.get(stop, Border.PHRASE)}
        if self._even and width < SHORTEST * self._mean and min(borders) >= Border.PHRASE:
            return inf
        return BALANCE * (width / self._mean - 1) ** 2 if self._mean else 0.0
