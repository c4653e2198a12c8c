"""What a line costs, so that whole sequences of breaks can be compared.

Candidates are compared by a tuple, smaller first, each part an integer summed over the lines: remedies that break a
rule (U4, K4); lines that have no gap to be made flush by (A3); faults of O1; lines with a gap stretched too far;
push-outs where a push-in would have done (K3); lines with a gap wide enough to be seen; the highest squeeze step used
(A1); the square of the widest added gap in thousandths of an em (A2). The parts of the tuple are packed into one
integer, so that a sum and a comparison of costs are a sum and a comparison of integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from desktop.model.style import LineRules
from desktop.text.lines import TOLERANCE, squeeze_capacity
from desktop.text.paragraph import Gap, ShapedParagraph

_BITS = (24, 24, 24, 24, 24, 24, 24, 60)
"""Room of each part: sixteen million lines, and the squares of gaps as wide as a broadsheet in all of them."""

_SHIFTS = tuple(sum(_BITS[index + 1 :]) for index in range(len(_BITS)))

REMEDY, RAGGED, FAULT, LOOSE, PUSHED, WIDE, SQUEEZED = (1 << shift for shift in _SHIFTS[:-1])
"""One of each part of the tuple as a packed cost; the last part counts in ones."""

BEYOND = REMEDY << _BITS[0]
"""More than any lines cost."""

Hyphens = Callable[[int, float], float]
"""How wide the hyphen is, in ems, that a line with an end shows in a measure."""


class Cost(NamedTuple):
    """The tuple by which sequences of breaks are compared."""

    remedies: int
    ragged: int
    faults: int
    loose: int
    pushed: int
    wide: int
    squeezed: int
    spread: int


def unpacked(cost: int) -> Cost:
    """Return a packed cost as the tuple it stands for."""
    return Cost(*((cost >> shift) & ((1 << bits) - 1) for shift, bits in zip(_SHIFTS, _BITS, strict=True)))


class Judge:
    """Tells what lines of one paragraph cost in any measure; keeps prefix sums, so that each answer is a few sums."""

    def __init__(self, paragraph: ShapedParagraph, rules: LineRules) -> None:
        cells = paragraph.cells
        self.paragraph = paragraph
        self._rules = rules
        spaces = (space and advance < 1 for space, advance in zip(cells.space, cells.advance, strict=True))
        self._spaces = list(accumulate(spaces, initial=0))
        self._latin = list(accumulate((gap is Gap.LATIN for gap in cells.stretch), initial=0))
        self._free = list(accumulate((gap is Gap.FREE for gap in cells.stretch), initial=0))
        self._begin = next((index for index, space in enumerate(cells.space) if not space), 0)
        self._written = list(accumulate(_is_written(paragraph), initial=0))
        self.given = [sum(steps) for steps in zip(*paragraph.capacity, strict=True)]
        """What all steps of A1 together can take out before each cell, as a prefix sum in ems."""
        self._edge = max(cells.edge, default=0.0)
        widths = paragraph.widths
        self._from = [width + given for width, given in zip(widths, cells.start, strict=False)]
        ends = zip(widths[1:], cells.gap, cells.end, strict=True)
        self._stops = _stops(cells.space)
        self._apart = [spaces + latin for spaces, latin in zip(self._spaces, self._latin, strict=True)]
        self._count = len(cells) - bool(paragraph.rest)
        self._to = [0.0, *(width - gap - given for width, gap, given in ends)]

    def width(self, start: int, stop: int) -> float:
        """Return the width of a line before justification, in ems, as ``lines.natural_width`` does."""
        return self._to[stop] - self._from[start]

    def line(self, start: int, stop: int, measure: float, last: bool, hyphen: float = 0.0) -> int | None:
        """Return the cost of a line in a measure in ems, None where it does not fit; K3 is the breaker's to judge."""
        slack = measure - (self._to[stop] - self._from[start]) - hyphen
        if slack < -TOLERANCE:
            level = self._squeeze(start, stop, -slack)
            if level is None or (last and not self._rules.last_line_squeeze):
                return None
            return level * SQUEEZED + (self._last(start, stop) if last else 0)
        if last:
            return self._last(start, stop)
        if slack <= TOLERANCE:
            return 0
        added = self.widest_gap(start, stop, slack)
        if added is None:  # A3 cannot be kept
            return RAGGED + LOOSE + WIDE
        spread = ceil(added * 1000 - TOLERANCE)
        if added > self._rules.loosest + TOLERANCE:
            return spread * spread + LOOSE + WIDE
        return spread * spread + (WIDE if added > self._rules.tight + TOLERANCE else 0)

    def lines(self, start: int, ends: Iterable[int], measure: float, hyphens: Hyphens | None) -> list[tuple[int, int]]:
        """Return those of some lines from a cell on that fit a measure, each as where it ends and what it costs.

        ``hyphens`` tells how wide the hyphen is that a line with such an end shows.
        """
        fitting: list[tuple[int, int]] = []
        stops, to, count, apart, free = self._stops, self._to, self._count, self._apart, self._free
        room, given, tight = measure + self._from[start], self.given[start] - self._edge - TOLERANCE, self._rules.tight
        for end in ends:
            stop = stops[end] if stops[end] > start else start + 1
            slack = room - to[stop]
            inner = stop - 1
            if hyphens or end == count:
                cost = self.line(start, stop, measure, end == count, hyphens(end, measure) if hyphens else 0.0)
            elif slack < -TOLERANCE:
                cost = self.line(start, stop, measure, False) if given - slack <= self.given[stop] else None
            elif apart[inner] == apart[start] and slack <= tight * (gaps := free[inner] - free[start]):
                # Most lines: only gaps between Han, none of them wide enough to be seen.
                cost = ceil(slack / gaps * 1000 - TOLERANCE) ** 2 if gaps and slack > TOLERANCE else 0
            else:
                cost = self.line(start, stop, measure, False)
            if cost is not None:
                fitting.append((end, cost))
        return fitting

    def _last(self, start: int, stop: int) -> int:
        """O1: the last line of several holds some characters besides marks."""
        few = self._written[stop] - self._written[start] < self._rules.last_line_least
        return FAULT if few and start > self._begin else 0

    def _squeeze(self, start: int, stop: int, need: float) -> int | None:
        """Return the highest step of A1 that takes so much out of a line, None where all of them do not."""
        if need > self.given[stop] - self.given[start] + self._edge + TOLERANCE:
            return None
        for step, room in enumerate(squeeze_capacity(self.paragraph, start, stop)):
            need -= room
            if room > 0 and need <= TOLERANCE:
                return step
        return None

    def widest_gap(self, start: int, stop: int, slack: float) -> float | None:
        """Return what the widest gap of a line is stretched by (A2), in ems; None where there is none to stretch."""
        spacing, inner = self.paragraph.tables.spacing, stop - 1
        spaces = self._spaces[inner] - self._spaces[start]
        latin = self._latin[inner] - self._latin[start]
        free = self._free[inner] - self._free[start]
        if free and not spaces and not latin:
            return slack / free
        by_space = min(spacing.word_space_most - spacing.word_space, slack / spaces) if spaces else 0.0
        slack -= by_space * spaces
        by_latin = min(spacing.latin_gap_most - spacing.latin_gap, slack / latin) if latin else 0.0
        slack -= by_latin * latin
        if slack <= TOLERANCE:
            return max(by_space, by_latin)
        if free:
            return max(by_space, by_latin, slack / free)
        if not spaces + latin:
            return None
        more = slack / (spaces + latin)
        return max(by_space if spaces else 0.0, by_latin if latin else 0.0) + more


def _is_written(paragraph: ShapedParagraph) -> Sequence[bool]:
    """Tell of each cell whether it counts as a character besides marks (O1)."""
    cells, text, marks = paragraph.cells, paragraph.text, paragraph.tables.marks
    return [not cells.space[index] and text[first : first + 1] not in marks for index, first in enumerate(cells.first)]


def _stops(space: Sequence[bool]) -> list[int]:
    """Return of every end of a line where it ends without the white space there."""
    stops = [0]
    for end, vanishing in enumerate(space, 1):
        stops.append(stops[-1] if vanishing else end)
    return stops
