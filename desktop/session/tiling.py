"""A page on sheets of paper: how large, and which part of it stands on which sheet."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from desktop.errors import UsageError
from desktop.geometry import Rect

_NEAR = 1e-6
LEAST_SCALE, MOST_SCALE = 0.1, 4.0
"""How small and how large a page is printed."""


class Paper(Struct, frozen=True):
    """What a printer can print on of a sheet, in points."""

    width: float
    height: float


class Tile(Struct, frozen=True):
    """A sheet: its column and row, counted from 1, and the part of the page that stands on it, in points."""

    column: int
    row: int
    part: Rect


def fitting(width: float, height: float, paper: Paper) -> float:
    """Return the scale at which a page of a size in points fills the paper without passing its edges."""
    return min(paper.width / width, paper.height / height)


def tiles(width: float, height: float, paper: Paper, scale: float, overlap: float) -> tuple[Tile, ...]:
    """Return the sheets that a page takes, row by row.

    Neighbours show the same strip of the page, as wide as ``overlap`` in points of the paper, to be glued.

    Raises:
        UsageError: The overlap leaves no room on a sheet.
    """
    if overlap * 2 >= min(paper.width, paper.height):
        raise UsageError("The overlap leaves no room on the paper.")
    columns, rows = (_count(length * scale, room, overlap) for length, room in
                     ((width, paper.width), (height, paper.height)))  # fmt: skip
    step_x, step_y = (paper.width - overlap) / scale, (paper.height - overlap) / scale
    return tuple(
        Tile(column + 1, row + 1, _part(column * step_x, row * step_y, paper, scale, width, height))
        for row in range(rows)
        for column in range(columns)
    )


def _count(length: float, room: float, overlap: float) -> int:
    return max(1, ceil((length - overlap) / (room - overlap) - _NEAR))


def _part(x: float, y: float, paper: Paper, scale: float, width: float, height: float) -> Rect:
    return Rect(x, y, min(paper.width / scale, width - x), min(paper.height / scale, height - y))
