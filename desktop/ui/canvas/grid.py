"""The grid that lies under the print: columns in pale colour, baselines, every fifth one stronger, edges of frames.

It is painted before the page's items, so that print stays as dark as it is and costs nothing when overlays change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from desktop.display import PageDisplay
from desktop.geometry import Rect
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.scale import DeviceScale
from desktop.ui.canvas.strokes import on_paper, paint_ring

_WEAK_FROM = 8.0
"""Device pixels between baselines from which each is drawn; closer ones would be a grey veil."""

_STRONG_FROM = 3.0
_FULL_FROM = 22.0
"""Device pixels between baselines from which lines have their full colour; closer ones are paler, as small print is."""

_PALEST = 0.35
"""Strength of the lines where they stand closest."""
_EACH = 5
_EDGE = 0.6
"""Strength of frame edges."""
_TINT = 0.2
"""Strength of a column's colour."""

_SAME = 0.05
"""Points by which measures may differ and still be one."""


class GridLines(Struct, frozen=True):
    """The columns of the type area, and the feet of its lines, in points."""

    columns: tuple[Rect, ...]
    feet: tuple[float, ...]


def grid_of(display: PageDisplay) -> GridLines:
    """Return a page's grid: its narrowest text column repeated over the type area, where that comes out even."""
    area = display.type_area
    lines = max(0, round(area.height / display.pitch)) if display.pitch else 0
    feet = tuple(area.y + (number + 1) * display.pitch for number in range(lines))
    columns = [column for frame in display.frames for column in frame.columns]
    measure = min((column.width for column in columns), default=area.width)
    gutter = _gutter(display, measure)
    count = (area.width + gutter) / (measure + gutter) if measure + gutter > 0 else 0
    if abs(count - round(count)) * measure > 1 or not count:
        return GridLines((area,), feet)
    lefts = (area.x + number * (measure + gutter) for number in range(round(count)))
    return GridLines(tuple(Rect(left, area.y, measure, area.height) for left in lefts), feet)


def _gutter(display: PageDisplay, measure: float) -> float:
    """Return the distance of the narrowest columns; one em of the body where no frame has two."""
    gaps = [
        right.x - left.right
        for frame in display.frames
        for left, right in pairwise(frame.columns)
        if abs(left.width - measure) < _SAME and right.x > left.right
    ]
    return min(gaps, default=display.body)


class GridPixels(NamedTuple):
    """A grid at one scale in device pixels: what is tinted, and the weaker and the stronger lines."""

    tinted: list[QRect]
    weak: list[QRect]
    strong: list[QRect]


def grid_pixels(grid: GridLines, pitch: float, scale: DeviceScale) -> GridPixels:
    """Return the pixels of a grid; they stay while the grid and the scale do."""
    spacing = pitch * scale.down
    feet = [round(foot * scale.down) for foot in grid.feet]
    strong = [foot for number, foot in enumerate(feet, start=1) if spacing >= _STRONG_FROM and not number % _EACH]
    weak = [foot for number, foot in enumerate(feet, start=1) if spacing >= _WEAK_FROM and number % _EACH]
    boxes = [scale.pixels(column) for column in grid.columns]
    sides = [QRect(x, box.top(), 1, box.height()) for box in boxes for x in (box.left(), box.right())]
    return GridPixels(boxes, [*sides, *_across(boxes, weak)], [*_across(boxes, strong)])


def _across(boxes: Sequence[QRect], rows: Sequence[int]) -> Iterator[QRect]:
    return (QRect(box.left(), row, box.width(), 1) for box in boxes for row in rows)


def paint_grid(painter: QPainter, pixels: GridPixels, spacing: float, colours: CanvasColours) -> None:
    """Paint the grid, before anything that is printed, with as much strength as the spacing of its lines asks for."""
    strength = _strength(spacing)
    strong, weak = on_paper(colours.grid_strong, strength), on_paper(colours.grid, strength)
    tint = on_paper(colours.grid, _TINT)
    painter.setPen(Qt.PenStyle.NoPen)
    # At once, and cut by the painter: a call for each line took as long as print.
    for colour, rects in ((tint, pixels.tinted), (weak, pixels.weak), (strong, pixels.strong)):
        painter.setBrush(colour)
        painter.drawRects(rects)


def _strength(spacing: float) -> float:
    """Return the strength of lines so many device pixels apart: print between them stays the darker."""
    share = (spacing - _STRONG_FROM) / (_FULL_FROM - _STRONG_FROM)
    return _PALEST + (1 - _PALEST) * min(1.0, max(0.0, share))


def paint_edges(
    painter: QPainter, display: PageDisplay, scale: DeviceScale, exposed: QRect, colours: CanvasColours
) -> None:
    """Paint faint edges around frames in device pixels, before anything that is printed."""
    colour = on_paper(colours.frame, _EDGE)
    for frame in display.frames:
        box = scale.pixels(frame.box)
        if frame.box.height and box.intersects(exposed):
            paint_ring(painter, box, colour)
