"""A page on sheets of paper: how large, and which part of it stands on which sheet."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from desktop.errors import UsageError
from desktop.geometry import Rect

_NEAR = 1e-6
STRIP = 16.0
"""Points around the part of a page on one sheet of several."""
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


class Laid(Struct, frozen=True):
    """A page on sheets: at which scale, and where on each sheet its part begins, in points of the paper."""

    scale: float
    left: float
    top: float
    tiles: tuple[Tile, ...]


def laid(width: float, height: float, paper: Paper, scale: float | None, overlap: float) -> Laid:
    """Return a page of a size in points on sheets: in the middle of one where it fits, otherwise on several.

    Several keep a strip free all round, for the marks by which they are joined.

    Args:
        width: the page's, in points.
        height: the same down.
        paper: the sheets.
        scale: 1.0 is the true size; None: as large as fits one sheet.
        overlap: points of the paper that neighbours have in common.

    Raises:
        UsageError: The overlap leaves no room on a sheet.
    """
    chosen = fitting(width, height, paper) if scale is None else scale
    spare_x, spare_y = paper.width - width * chosen, paper.height - height * chosen
    if min(spare_x, spare_y) >= -_NEAR:
        whole = Tile(1, 1, Rect(0, 0, width, height))
        return Laid(chosen, max(0.0, spare_x / 2), max(0.0, spare_y / 2), (whole,))
    inner = Paper(paper.width - 2 * STRIP, paper.height - 2 * STRIP)
    return Laid(chosen, STRIP, STRIP, tiles(width, height, inner, chosen, overlap))


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
