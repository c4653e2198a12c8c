"""Where heads stand in a box over part of which pictures stand: in the largest part that is clear.

Heads are not broken line by line round an obstacle; they keep one measure, and stand beside it, below or above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct

from desktop.compose.exclusions import ColumnShape, Segment
from desktop.compose.heads import SetHead

LEAST_HEAD_EMS = 8.0
"""Ems of the body that heads need beside a picture: four characters of the smallest head."""

_NEAR = 1e-6


class Clearing(Struct, frozen=True):
    """A part of a box: from a line on, so many ``lines``; ``x`` from the box's left and ``width`` in points."""

    top: int
    lines: int
    x: float
    width: float


class Across(Struct, frozen=True):
    """Heads across a text frame, as they stand from a line on; ``x`` from the frame's left and ``width`` in points."""

    top: int
    x: float
    width: float
    heads: tuple[SetHead, ...]

    @property
    def lines(self) -> int:
        """The lines of the frame down to where its text begins."""
        return self.top + self.height if self.heads else 0

    @property
    def height(self) -> int:
        """The lines that the heads themselves take."""
        return sum(head.height for head in self.heads)


def clearing(shape: ColumnShape, least: float) -> Clearing | None:
    """Return the largest part of a box that nothing stands over, at least so many points wide; None for none."""
    if shape.obstacles is None:
        return Clearing(0, shape.lines, 0.0, shape.measure)
    return max(_clearings(shape, least), key=lambda c: (c.lines * c.width, c.width, -c.top), default=None)


def _clearings(shape: ColumnShape, least: float) -> Iterator[Clearing]:
    tops, bottoms = [0, *_feet(shape)], [*_heads(shape), shape.lines]
    for top in tops:
        for bottom in bottoms:
            widest = _widest(shape, top, bottom - top) if bottom > top else None
            if widest is not None and widest[1] >= least:
                yield Clearing(top, bottom - top, *widest)


def across(shape: ColumnShape, least: float, fit: Callable[[float], Sequence[SetHead]]) -> Across:
    """Return heads as they stand as high as they can in a frame; ``fit`` sets them in a width in points.

    Where no place is clear they stand at its top: heads that are covered are seen and told, those that vanish are not.
    """
    whole = Across(0, 0.0, shape.measure, tuple(fit(shape.measure)))
    if shape.obstacles is None or not whole.heads:
        return whole
    places = (_beside(shape, least, fit, top, whole.height) for top in (0, *_feet(shape)))
    return next((place for place in places if place is not None), whole)


def _beside(
    shape: ColumnShape, least: float, fit: Callable[[float], Sequence[SetHead]], top: int, height: int
) -> Across | None:
    """Return the heads at a line, beside what crosses it: the narrower they get, the higher they are."""
    while top + height <= shape.lines:
        widest = _widest(shape, top, height)
        if widest is None or widest[1] < least:
            return None
        place = Across(top, *widest, tuple(fit(widest[1])))
        if place.height <= height:
            return place
        height = place.height
    return None


def _widest(shape: ColumnShape, top: int, lines: int) -> Segment | None:
    return max(shape.segments(top, lines), key=lambda segment: segment[1], default=None)


def _feet(shape: ColumnShape) -> list[int]:
    """Return the first free lines below each obstacle, the highest first."""
    found = shape.obstacles.all if shape.obstacles else ()
    feet = {ceil(max(strip.bottom for strip in obstacle.strips) - _NEAR) for obstacle in found}
    return sorted(foot for foot in feet if 0 < foot < shape.lines)


def _heads(shape: ColumnShape) -> list[int]:
    """Return the lines at which each obstacle begins."""
    found = shape.obstacles.all if shape.obstacles else ()
    heads = {floor(min(strip.top for strip in obstacle.strips) + _NEAR) for obstacle in found}
    return sorted(head for head in heads if 0 < head < shape.lines)
