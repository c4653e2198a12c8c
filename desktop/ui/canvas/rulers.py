"""Rulers beside the page: millimetres of the sheet, or characters and lines of the type area."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import ceil, floor

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.geometry import MM
from desktop.model.layout import Grid
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.language import tr

BREADTH = 20
"""Logical pixels of a ruler."""
_LEAST = 4.0
"""Logical pixels between two ticks; closer ones are left out."""
_WORDS = 36.0
"""Logical pixels that a figure needs."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)


class Unit(StrEnum):
    """What rulers count."""

    MILLIMETRES = "mm"
    GRID = "grid"


class Tick(Struct, frozen=True):
    """A tick: where in points of the page, and its figure, empty for a small one."""

    at: float
    figure: str


def ticks(start: float, end: float, origin: float, unit: float, scale: float) -> Iterator[Tick]:
    """Yield the ticks between two points of the page.

    Args:
        start: first point of the page that is seen.
        end: last one.
        origin: where counting begins.
        unit: points of what is counted.
        scale: logical pixels of a point.
    """
    small = next((step for step in _STEPS if step * unit * scale >= _LEAST), _STEPS[-1])
    large = next((step for step in _STEPS if step * unit * scale >= _WORDS and step % small == 0), _STEPS[-1])
    first, last = floor((start - origin) / unit / small), ceil((end - origin) / unit / small)
    for number in range(first, last + 1):
        count = number * small
        yield Tick(origin + count * unit, str(count) if count % large == 0 else "")


class Ruler(QWidget):
    """One ruler. What it shows is painted once for a place and scale of the page; the pointer's mark lies over it."""

    def __init__(self, canvas: PageCanvas, *, across: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._across = canvas, across
        self._unit = Unit.MILLIMETRES
        self._grid: Grid | None = None
        self._pointer: int | None = None
        self._painted: QPixmap | None = None
        self.setAccessibleName(tr("Ruler across") if across else tr("Ruler down"))
        self.setObjectName("ruler")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below is not painted for it
        if across:
            self.setFixedHeight(BREADTH)
        else:
            self.setFixedWidth(BREADTH)
        canvas.moved.connect(self._forget)

    def show_unit(self, unit: Unit, grid: Grid | None) -> None:
        """Count in a unit, of a grid."""
        self._unit, self._grid = unit, grid
        self._forget()

    def follow(self, at: QPoint | None) -> None:
        """Show where the pointer is in the canvas; only the mark is painted anew."""
        before, self._pointer = self._pointer, None if at is None else (at.x() if self._across else at.y())
        for place in (place for place in (before, self._pointer) if place is not None):
            self.update(QRect(place - 1, 0, 3, BREADTH) if self._across else QRect(0, place - 1, BREADTH, 3))

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme's colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as long as the canvas."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw ticks and figures along the page."""
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.devicePixelRatioF() != ratio:
            self._painted = self._made(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        if self._pointer is not None:
            painter.setPen(self.palette().highlight().color())
            end = (self._pointer, BREADTH) if self._across else (BREADTH, self._pointer)
            start = (self._pointer, 0) if self._across else (0, self._pointer)
            painter.drawLine(*start, *end)
        painter.end()

    def _forget(self) -> None:
        self._painted = None
        self.update()

    def _made(self, ratio: float) -> QPixmap:
        """Return the ruler without the pointer's mark."""
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self.palette().window().color())
        painter = QPainter(made)
        if self._canvas.has_page and self._grid is not None:
            self._paint_columns(painter, self._grid)
            self._paint_ticks(painter, self._grid)
        painter.setPen(self.palette().mid().color())
        edge = (
            (0, BREADTH - 1, self.width(), BREADTH - 1)
            if self._across
            else (BREADTH - 1, 0, BREADTH - 1, self.height())
        )
        painter.drawLine(*edge)
        painter.end()
        return made

    def _paint_columns(self, painter: QPainter, grid: Grid) -> None:
        """Show where columns stand, or between which heights the type area lies."""
        view, area = self._canvas.view, grid.type_area
        if not self._across:
            painter.fillRect(QRectF(0, view.y + area.y * view.scale, BREADTH, area.height * view.scale), self._paper())
            return
        width = grid.measure * grid.body * view.scale
        for column in range(1, grid.columns + 1):
            painter.fillRect(QRectF(view.x + grid.column_x(column) * view.scale, 0, width, BREADTH), self._paper())

    def _paper(self) -> QColor:
        return self.palette().light().color()

    def _paint_ticks(self, painter: QPainter, grid: Grid) -> None:
        view, length = self._canvas.view, self.width() if self._across else self.height()
        offset = view.x if self._across else view.y
        origin, unit = self._counted(grid)
        font = painter.font()
        font.setPixelSize(9)
        painter.setFont(font)
        painter.setPen(QColor(self.palette().placeholderText().color()))
        for tick in ticks(-offset / view.scale, (length - offset) / view.scale, origin, unit, view.scale):
            at, size = round(offset + tick.at * view.scale), 10 if tick.figure else 4
            if self._across:
                painter.drawLine(at, BREADTH - size, at, BREADTH)
                painter.drawText(at + 3, BREADTH - 8, tick.figure)
            else:
                painter.drawLine(BREADTH - size, at, BREADTH, at)
                self._write_down(painter, at, tick.figure)

    def _write_down(self, painter: QPainter, at: int, figure: str) -> None:
        """Write a figure's digits below each other, as narrow rulers do."""
        for number, digit in enumerate(figure):
            box = QRect(0, at + 2 + number * 8, BREADTH - 10, 9)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), digit)

    def _counted(self, grid: Grid) -> tuple[float, float]:
        """Return where counting begins on the page and the points of what is counted."""
        if self._unit is Unit.MILLIMETRES:
            return 0.0, MM
        area = grid.type_area
        return (area.x, grid.body) if self._across else (area.y, grid.pitch)


class RuledCanvas(QWidget):
    """The canvas with its rulers.

    Signals:
        menu_asked: a menu is wanted at a global position, of what rulers count.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.rulers = (Ruler(canvas, across=True), Ruler(canvas, across=False))
        self._corner = QLabel()
        self._corner.setObjectName("rulercorner")
        self._corner.setFixedSize(BREADTH, BREADTH)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._corner, 0, 0)
        grid.addWidget(self.rulers[0], 0, 1)
        grid.addWidget(self.rulers[1], 1, 0)
        grid.addWidget(canvas, 1, 1)
        canvas.viewport().installEventFilter(self)
        self.show_rulers(shown=False)

    def show_rulers(self, *, shown: bool) -> None:
        """Show or hide the rulers."""
        for part in (*self.rulers, self._corner):
            part.setVisible(shown)

    def count(self, unit: Unit, grid: Grid | None) -> None:
        """Count in a unit, of a page's grid; the corner says in which."""
        in_mm = unit is Unit.MILLIMETRES
        self._corner.setText("mm" if in_mm else tr("ch"))
        what = tr("Rulers count millimetres") if in_mm else tr("Rulers count characters and lines")
        for part in (*self.rulers, self._corner):
            part.setToolTip(tr("{what}; right-click to change it", what=what))
        for ruler in self.rulers:
            ruler.show_unit(unit, grid)

    def follow(self, at: QPoint) -> None:
        """Show where the pointer is, globally: a drag takes the mouse from the canvas."""
        self._mark(self._canvas.viewport().mapFromGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; those of the canvas are its own."""
        event.accept()
        self.menu_asked.emit(event.globalPos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the rulers follow the pointer."""
        if watched is self._canvas.viewport():
            if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
                self._mark(event.position().toPoint())
            elif event.type() == QEvent.Type.Leave:
                self._mark(None)
        return False

    def _mark(self, at: QPoint | None) -> None:
        if self.rulers[0].isVisible():
            for ruler in self.rulers:
                ruler.follow(at)
