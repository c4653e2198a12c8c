"""The frame tool: a frame drawn on the grid, its size said while it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from desktop.geometry import Rect
from desktop.model.layout import Grid
from desktop.model.runaround import Place
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.tags import draw_tag, tag_size
from desktop.ui.canvas.tool import TextlessTool


class FrameActs(Struct, frozen=True):
    """What the tool asks of the window: the page's grid, words for a size, to draw a frame, and to end."""

    grid: Callable[[], Grid | None]
    words: Callable[[Place], str]
    draw: Callable[[Place], None]
    leave: Callable[[], None]


class FrameTool(TextlessTool):
    """The tool."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.CrossCursor

    def __init__(self, surface: PageCanvas, acts: FrameActs) -> None:
        self._surface, self._acts = surface, acts
        self._from: tuple[int, int] | None = None
        self._place: Place | None = None

    @property
    def place(self) -> Place | None:
        """What is being drawn."""
        return self._place

    def press(self, event: QMouseEvent, /) -> bool:
        """Begin a frame in the cell of the grid that was pressed."""
        cell = self._cell(event)
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            return False
        self._from = cell
        self._place = Place(cell[0], 1, cell[1], 1)
        self._surface.viewport().update()
        return True

    def move(self, event: QMouseEvent, /) -> bool:
        """Draw on to the cell under the pointer."""
        cell = self._cell(event)
        if self._from is None or cell is None:
            return not event.buttons()
        (column, line), (other, below) = self._from, cell
        left, top = min(column, other), min(line, below)
        self._place = Place(left, abs(column - other) + 1, top, abs(line - below) + 1)
        self._surface.viewport().update()
        return True

    def release(self, event: QMouseEvent, /) -> bool:  # noqa: ARG002 - Qt's signature
        """Draw the frame; a click that drew nothing but a cell ends the tool."""
        place, self._from, self._place = self._place, None, None
        if place is None:
            return False
        self._surface.viewport().update()
        if (place.columns, place.lines) == (1, 1):
            self._acts.leave()
        else:
            self._acts.draw(place)
        return True

    def key(self, event: QKeyEvent, /) -> bool:
        """Give up what is being drawn, or else the tool."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        drawing, self._from, self._place = self._place is not None, None, None
        self._surface.viewport().update()
        if not drawing:
            self._acts.leave()
        return True

    def paint(self, painter: QPainter, view: View, /) -> None:
        """Paint the frame as it would be, and its size."""
        grid = self._acts.grid()
        if self._place is None or grid is None:
            return
        place = self._place
        box = view.snapped(grid.box(place.column, place.columns, place.line, place.lines))
        colour = QColor(self._surface.selection_colour)
        painter.setPen(QPen(colour, 2.0))
        painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 40))
        painter.drawRect(box)
        words = self._acts.words(place)
        size = tag_size(painter.font(), words)
        corner = QPointF(max(4.0, box.right() - size.width()), box.bottom() + 6)
        draw_tag(painter, corner, "ok", words, colour)

    def _cell(self, event: QMouseEvent) -> tuple[int, int] | None:
        """Return the column and line under the pointer, the nearest on the grid; None without a page."""
        grid = self._acts.grid()
        if grid is None:
            return None
        x, y = self._surface.page_at(event.position().toPoint())
        area: Rect = grid.type_area
        step = (grid.measure + grid.gutter) * grid.body
        column = min(max(1, int((x - area.x) // step) + 1), grid.columns)
        return column, min(max(1, int((y - area.y) // grid.pitch) + 1), grid.lines)
