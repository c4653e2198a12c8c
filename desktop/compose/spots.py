"""Where the lines of a text may stand, one after another: down a column, beside obstacles, and on into the next one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from desktop.compose.exclusions import ColumnShape, Lane, Segment, whole_ems

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


class Stretch(NamedTuple):
    """Places in one column that follow one another: of a lane beside obstacles, or alike from ``top`` down."""

    column: int
    top: float
    length: int
    height: float
    x: float
    measure: float
    lane: Lane | None = None
    at: int = 0

    def measures(self, count: int) -> Sequence[float]:
        """Return the measures of the first so many places in ems."""
        return [self.measure] * count if self.lane is None else self.lane.measures[self.at : self.at + count]

    def places(self, count: int) -> Iterator[Place]:
        """Yield the first so many places."""
        if self.lane is None:
            for index in range(count):
                yield Place(self.column, self.top + index * self.height, self.height, self.x, self.measure)
            return
        for index in range(self.at, self.at + count):
            top, x, measure = self.lane.tops[index], self.lane.xs[index], self.lane.measures[index]
            yield Place(self.column, top, self.height, x, measure)

    def behind(self, count: int) -> Spot:
        """Return the spot behind the first so many places, of one at least."""
        if self.lane is None:
            return Spot(self.column, self.top + count * self.height)
        last = self.at + count - 1
        top, segment = self.lane.tops[last], self.lane.segments[last]
        if last + 1 < len(self.lane.tops) and self.lane.tops[last + 1] == top:
            return Spot(self.column, top, segment + 1, self.height)
        return Spot(self.column, top + self.height)

    def bottom(self, count: int) -> float:
        """Return the foot of the first so many places, in lines from the column's top."""
        top = self.top + (count - 1) * self.height if self.lane is None else self.lane.tops[self.at + count - 1]
        return top + self.height


class Walked(NamedTuple):
    """How far lines reached: how many found a place, the spot behind them, and whether the last starts a column.

    ``feet`` are the columns they stand in with the foot of the last of them there.
    """

    placed: int
    spot: Spot
    alone: bool
    feet: tuple[tuple[int, float], ...]


class Track:
    """The columns of a text as places for lines."""

    def __init__(self, columns: Sequence[ColumnShape]) -> None:
        self.columns = columns
        self.alike_from = _alike_from(columns)

    def stretches(self, spot: Spot, height: float, size: float) -> Iterator[Stretch]:
        """Yield the places for lines of a height and size in points from a spot on, to the last column's foot."""
        spot = self.closed(spot, height)
        number, top, segment = spot.column, spot.top, spot.segment
        while number < len(self.columns):
            column = self.columns[number]
            if column.obstacles is not None:
                # Lines as high as a pitch stand on whole lines, all in one lane; others follow where text has come to.
                start = top - floor(top) if height == 1 else top
                lane = column.obstacles.lane(column.measure, height, size, start)
                at = bisect_left(lane.tops, top - NEAR) + segment
                count = bisect_right(lane.tops, column.lines - height + NEAR) - at
                if count > 0:
                    yield Stretch(number, top, count, height, 0.0, 0.0, lane, at)
                top = max(top, lane.end)
            count = floor((column.lines - top) / height + NEAR)
            if count > 0:
                x, ems = whole_ems((0.0, column.measure), column.measure, size)
                yield Stretch(number, top, count, height, x, float(ems))
            number, top, segment = number + 1, 0.0, 0

    def walk(self, spot: Spot, height: float, size: float, lines: int) -> Walked:
        """Return how far so many lines of a height reach from a spot on."""
        spot, left, here = self.closed(spot, height), lines, 0
        feet: dict[int, float] = {}
        for stretch in self.stretches(spot, height, size):
            taken = min(left, stretch.length)
            here = taken + (here if stretch.column in feet else 0)
            left -= taken
            feet[stretch.column] = stretch.bottom(taken)
            spot = stretch.behind(taken)
            if not left:
                break
        else:
            spot = Spot(len(self.columns)) if left else spot
        return Walked(lines - left, spot, here == 1 and len(feet) > 1, tuple(feet.items()))

    def places(self, spot: Spot, height: float, size: float, lines: int) -> Iterator[Place]:
        """Yield the places of so many lines of a height and size from a spot on, as far as the columns go."""
        for stretch in self.stretches(spot, height, size):
            taken = min(lines, stretch.length)
            yield from stretch.places(taken)
            lines -= taken
            if not lines:
                return

    def closed(self, spot: Spot, height: float) -> Spot:
        """Return the spot for a line of a height: below the open band where that has another height."""
        if spot.segment and spot.band != height:
            return self.below(spot)
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
