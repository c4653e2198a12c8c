"""The grid that lies under the print: columns in pale colour, baselines, every fifth one stronger, edges of frames.

It is painted before the page's items, so that print stays as dark as it is and costs nothing when overlays change.
"""

from __future__ import annotations

from itertools import pairwise

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


def paint_grid(
    painter: QPainter, grid: GridLines, pitch: float, scale: DeviceScale, exposed: QRect, colours: CanvasColours
) -> None:
    """Paint the grid in device pixels, before anything that is printed."""
    first, last = exposed.top() / scale.down, (exposed.bottom() + 1) / scale.down
    spacing = pitch * scale.down
    strength = _strength(spacing)
    strong, weak = on_paper(colours.grid_strong, strength), on_paper(colours.grid, strength)
    tint = on_paper(colours.grid, _TINT)
    strong_lines: list[QRect] = []
    weak_lines: list[QRect] = []
    for column in grid.columns:
        box = scale.pixels(column)
        seen = box & exposed
        if seen.isEmpty():
            continue
        painter.fillRect(seen, tint)
        weak_lines += (QRect(x, seen.top(), 1, seen.height()) for x in (box.left(), box.right()))
        for number, foot in enumerate(grid.feet, start=1):
            fifth = number % _EACH == 0
            if first <= foot <= last and spacing >= (_STRONG_FROM if fifth else _WEAK_FROM):
                line = QRect(seen.left(), round(foot * scale.down), seen.width(), 1)
                (strong_lines if fifth else weak_lines).append(line)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, lines in ((weak, weak_lines), (strong, strong_lines)):  # at once: a call for each took as long as print
        painter.setBrush(colour)
        painter.drawRects(lines)


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
