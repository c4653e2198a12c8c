"""Where the lines of a text may stand, one after another: down a column, beside obstacles, and on into the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import floor
from typing import NamedTuple

from desktop.compose.exclusions import ColumnShape, Segment, whole_ems

NEAR = 1e-6
"""Lines; sums of half lines may miss a whole number by this much."""


class Spot(NamedTuple):
    """Where text goes on: ``top`` in lines from the column's top; ``segment`` of the band that is open there.

    ``band`` is the height of that band; a line of another height starts below it.
    """

    column: int = 0
    top: float = 0.0
    segment: int = 0
    band: float = 0.0


class Place(NamedTuple):
    """A place for one line: ``top`` and ``height`` in lines; ``x`` from the column's left edge, ``measure`` in ems."""

    column: int
    top: float
    height: float
    x: float
    measure: float


class Walked(NamedTuple):
    """How far lines reached: how many found a place, the spot behind them, and whether the last starts a column."""

    placed: int
    spot: Spot
    alone: bool


class Track:
    """The columns of a text as places for lines of a size in points."""

    def __init__(self, columns: Sequence[ColumnShape]) -> None:
        self.columns = columns
        self.alike_from = _alike_from(columns)
        obstructed = (number for number in reversed(range(len(columns))) if columns[number].obstacles is not None)
        self._plain_from = next(obstructed, -1) + 1

    def walk(self, spot: Spot, height: float, size: float, lines: int) -> Walked:
        """Return how far so many lines of a height reach from a spot on."""
        spot = self.closed(spot, height)
        if spot.column >= self._plain_from:
            return self._down(spot, height, lines)
        last = before = None
        placed = 0
        for place, after in islice(self.places(spot, height, size), lines):
            before, last, spot = last, place, after
            placed += 1
        alone = last is not None and before is not None and last.column != before.column
        return Walked(placed, spot, alone)

    def _down(self, spot: Spot, height: float, lines: int) -> Walked:
        """Walk down columns without obstacles, where lines need only be counted."""
        number, top, left, here = spot.column, spot.top, lines, 0
        while left and number < len(self.columns):
            here = min(left, max(0, floor((self.columns[number].lines - top) / height + NEAR)))
            left -= here
            top += here * height
            if left:
                number, top = number + 1, 0.0
        return Walked(
            lines - left, Spot(number, top), lines > 1 and here == 1 and top == height and number > spot.column
        )

    def places(self, spot: Spot, height: float, size: float) -> Iterator[tuple[Place, Spot]]:
        """Yield places for lines of a height in order, each with the spot behind it, to the last column's foot."""
        spot = self.closed(spot, height)
        number, top, segment = spot.column, spot.top, spot.segment
        while number < len(self.columns):
            column = self.columns[number]
            if top + height > column.lines + NEAR:
                number, top, segment = number + 1, 0.0, 0
                continue
            segments = column.segments(top, height)
            for index in range(segment, len(segments)):
                x, ems = whole_ems(segments[index], column.measure, size)
                last = index + 1 == len(segments)
                after = Spot(number, top + height) if last else Spot(number, top, index + 1, height)
                yield Place(number, top, height, x, float(ems)), after
            top, segment = top + height if segments else floor(top + NEAR) + 1.0, 0

    def closed(self, spot: Spot, height: float) -> Spot:
        """Return the spot for a line of a height: below the open band where that has another height."""
        if spot.segment and spot.band != height:
            return Spot(spot.column, spot.top + spot.band)
        return spot

    def below(self, spot: Spot) -> Spot:
        """Return the spot below the open band, at a line's top."""
        return Spot(spot.column, spot.top + spot.band) if spot.segment else spot

    def widest(self, number: int, top: float, height: float) -> Segment | None:
        """Return the widest free part of a band of a column; None where it is covered."""
        return max(self.columns[number].segments(top, height), key=lambda segment: segment[1], default=None)


def _alike_from(columns: Sequence[ColumnShape]) -> int:
    """Return the first column from which on all are empty and have one measure."""
    first = len(columns)
    while first and columns[first - 1].obstacles is None and columns[first - 1].measure == columns[-1].measure:
        first -= 1
    return first
