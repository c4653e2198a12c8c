"""Where the lines of a vertical frame run.

Set vertically, a frame is a horizontal one turned a quarter: its measure is its height, or that of one of its tiers
(栏), and lines follow each other from right to left, body pitches apart. So its text is filled by what fills columns,
in text coordinates: x down the page, y from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape, Exclusion, column_shapes
from desktop.geometry import Rect
from desktop.model.layout import Grid, Slot

_INSET = 1.0
"""Ems of the body that type keeps from a rule or the edge of a tint."""

_NEAR = 1e-6


def inner_box(slot: Slot, box: Rect, body: float) -> Rect:
    """Return where type may stand in a vertical slot's box: an em off its rules, all round on a tint."""
    sides = "tblr" if slot.tint else slot.border
    top, bottom, left, right = (_INSET * body if side in sides else 0.0 for side in "tblr")
    width, height = max(0.0, box.width - left - right), max(0.0, box.height - top - bottom)
    return Rect(box.x + left, box.y + top, width, height)


def line_count(width: float, grid: Grid) -> int:
    """Return how many lines stand side by side in a width; the outermost need only their type's room, not a pitch's."""
    return max(0, floor((width + grid.pitch - grid.body) / grid.pitch + _NEAR))


def tiers(slot: Slot, box: Rect, grid: Grid) -> list[Rect]:
    """Return the tiers (栏) of a vertical text frame, from the top: whole pitches wide, whole body ems high.

    Tiers of less than an em have no room for lines either: they are as wide as nothing.
    """
    inside = inner_box(slot, box, grid.body)
    count = slot.break_into or 1
    gap = grid.gutter * grid.body
    ems = max(0, floor(((inside.height - (count - 1) * gap) / count) / grid.body + _NEAR))
    width = line_count(inside.width, grid) * grid.pitch if ems else 0.0
    left = inside.x + (inside.width - width) / 2
    top = inside.y + (inside.height - count * ems * grid.body - (count - 1) * gap) / 2
    return [Rect(left, top + n * (ems * grid.body + gap), width, ems * grid.body) for n in range(count)]


def turned(box: Rect) -> Rect:
    """Return a rectangle of the page in text coordinates: x down the page, y from right to left."""
    return Rect(box.y, -box.right, box.height, box.width)


def tier_shapes(
    grid: Grid, rects: Iterable[Rect], exclusions: Iterable[Exclusion], least_ems: float
) -> list[ColumnShape]:
    """Return the shapes of tiers as columns of text: as long as the tier is high, with what stands over them."""
    over = [replace(exclusion, boxes=tuple(turned(box) for box in exclusion.boxes)) for exclusion in exclusions]
    return list(column_shapes(grid, [turned(rect) for rect in rects], over, least_ems))
