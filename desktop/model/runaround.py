"""Where a frame stands that was lifted out of its slot, and how text runs round it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Contour(StrEnum):
    """What text keeps out of."""

    NONE = "none"  # nothing: text runs on over the picture
    BOX = "box"
    OUTLINE = "outline"  # what the picture shows, without its empty background


class Sides(StrEnum):
    """On which sides of a frame text may stand, within one column."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    LARGER = "larger"  # the one with more room


class Place(Struct, frozen=True):
    """Whole columns and lines of the page's grid (B2), counting from 1; parts of several text frames may lie below."""

    column: int
    columns: int
    line: int
    lines: int

    def within(self, columns: int, lines: int) -> Place:
        """Return the place moved, and where it is too large made smaller, to lie on a grid of so many of each."""
        wide, high = min(max(1, self.columns), columns), min(max(1, self.lines), lines)
        column = min(max(1, self.column), columns - wide + 1)
        return Place(column, wide, min(max(1, self.line), lines - high + 1), high)


class Runaround(Struct, frozen=True):
    """How text runs round a frame: the distance kept beside it in ems of the body, above and below in lines."""

    contour: Contour = Contour.BOX
    sides: Sides = Sides.BOTH
    beside: float = 1.0
    above: int = 1
