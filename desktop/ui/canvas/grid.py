"""The grid that lies over the page: columns in pale colour, baselines, every fifth one stronger."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from desktop.display import PageDisplay
from desktop.geometry import Rect
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.scale import View

_WEAK_FROM = 7.0
"""Logical pixels between baselines from which each is drawn; closer ones would be a grey veil."""

_STRONG_FROM = 3.0
_EACH = 5
_TINT = 52
"""Alpha of a column's colour."""

_PICTURES = frozenset({"picture", "advert"})

_SAME = 0.05
"""Points by which measures may differ and still be one."""


class GridLines(Struct, frozen=True):
    """The columns of the type area, and the feet of its lines, in points."""

    columns: tuple[Rect, ...]
    feet: tuple[float, ...]
    hidden: tuple[Rect, ...] = ()
    """Where pictures are, over which no grid lies."""


def grid_of(display: PageDisplay) -> GridLines:
    """Return a page's grid: its narrowest text column repeated over the type area, where that comes out even."""
    area = display.type_area
    lines = max(0, round(area.height / display.pitch)) if display.pitch else 0
    feet = tuple(area.y + (number + 1) * display.pitch for number in range(lines))
    pictures = tuple(frame.box for frame in display.frames if frame.kind in _PICTURES)
    columns = [column for frame in display.frames for column in frame.columns]
    measure = min((column.width for column in columns), default=area.width)
    gutter = _gutter(display, measure)
    count = (area.width + gutter) / (measure + gutter) if measure + gutter > 0 else 0
    if abs(count - round(count)) * measure > 1 or not count:
        return GridLines((area,), feet, pictures)
    lefts = (area.x + number * (measure + gutter) for number in range(round(count)))
    return GridLines(tuple(Rect(left, area.y, measure, area.height) for left in lefts), feet, pictures)


def _gutter(display: PageDisplay, measure: float) -> float:
    """Return the distance of the narrowest columns; one em of the body where no frame has two."""
    gaps = [
        right.x - left.right
        for frame in display.frames
        for left, right in pairwise(frame.columns)
        if abs(left.width - measure) < _SAME and right.x > left.right
    ]
    return min(gaps, default=display.body)


def paint_grid(painter: QPainter, grid: GridLines, pitch: float, view: View, colours: CanvasColours) -> None:
    """Paint the grid so that what is printed stays as dark as it is."""
    painter.save()
    _spare(painter, grid.hidden, view)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    weak, strong = QColor(colours.grid), QColor(colours.grid_strong)
    tint = QColor(weak)
    tint.setAlpha(_TINT)
    lines: dict[bool, list[QLineF]] = {False: [], True: []}
    spacing = pitch * view.scale
    for column in grid.columns:
        box = view.snapped(column)
        painter.fillRect(box, tint)
        painter.setPen(QPen(weak, 0))
        painter.drawLines(_sides(box))
        for number, foot in enumerate(grid.feet, start=1):
            fifth = number % _EACH == 0
            if spacing >= (_STRONG_FROM if fifth else _WEAK_FROM):
                y = view.snapped(Rect(0, foot, 1, 1)).top() + 0.5 / view.ratio
                lines[fifth].append(QLineF(box.left(), y, box.right(), y))
    for fifth, colour in ((False, weak), (True, strong)):
        painter.setPen(QPen(colour, 0))
        painter.drawLines(lines[fifth])
    painter.restore()


def _spare(painter: QPainter, boxes: Iterable[Rect], view: View) -> None:
    """Leave boxes out of what is painted from now on."""
    region = painter.clipRegion()
    for box in boxes:
        region -= QRegion(view.snapped(box).toAlignedRect())
    painter.setClipRegion(region)


def _sides(box: QRectF) -> list[QLineF]:
    return [QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight())]
