"""Zoom and scroll: where the page stands in the viewport."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QPointF, QSize, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from desktop.ui.canvas.scale import View

LEAST, MOST = 0.25, 8.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""Where zooming in and out by keys comes to rest."""

MARGIN = 24
"""Logical pixels of pasteboard around a page that is fitted."""


class Fit(Enum):
    """What the zoom keeps to when the viewport's size changes."""

    FREE = "free"
    PAGE = "page"
    WIDTH = "width"


class Viewpoint(QObject):
    """The scale and place of the page, kept in step with an area's scroll bars.

    The page may stand anywhere as long as its edge does not pass the middle of the viewport, so that zooming keeps the
    point under the pointer where it is. Bars are there only along an axis on which the page does not fit.

    Signals:
        zoomed: the zoom is another one.
        moved: the page stands elsewhere.

    Args:
        area: whose viewport shows the page.
    """

    zoomed = Signal(float)
    moved = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._width = self._height = 0.0
        self.zoom = 1.0
        self.fit = Fit.PAGE
        self._x, self._y = 0, 0
        self._room = QSize()
        self._placing = False

    @property
    def view(self) -> View:
        """Where the page is."""
        return View(self._x, self._y, self._scale(self.zoom), self._area.devicePixelRatioF())

    def set_page(self, width: float, height: float) -> None:
        """Show a page of a size in points; the same size leaves everything as it is."""
        if (width, height) == (self._width, self._height):
            return
        self._width, self._height = width, height
        if self.fit is Fit.FREE:
            self.fit = Fit.PAGE
        self.refit()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom, and keep the point of the page under ``anchor`` (the middle if None) where it is."""
        self.fit = Fit.FREE
        middle = QPointF(self._area.viewport().rect().center())
        self._zoom_to(zoom, middle if anchor is None else anchor)

    def step(self, up: bool) -> None:
        """Go to the next zoom of ``STEPS``."""
        steps = [z for z in STEPS if z > self.zoom * 1.001] if up else [z for z in STEPS if z < self.zoom / 1.001]
        if steps:
            self.set_zoom(steps[0] if up else steps[-1])

    def set_fit(self, fit: Fit) -> None:
        """Fit the page now, and whenever the viewport's size changes."""
        self.fit = fit
        self.refit()

    def refit(self) -> None:
        """Keep to what was asked for after the viewport or the page became another one."""
        if not self._width:
            return
        room = self._area.viewport().size()
        if self.fit is Fit.FREE:  # what is in the middle stays there
            grown = room - self._room
            self._place(self._x + grown.width() // 2, self._y + grown.height() // 2)
            return
        self._zoom_to(self._fitting(), QPointF(0, 0))
        at_top = self.fit is Fit.WIDTH
        self._place(self._middle(0), MARGIN if at_top else self._middle(1))

    def put(self, zoom: float, x: int, y: int) -> None:
        """Show the page at a zoom with its corner at a place, or as near as it may be; nothing is fitted any more."""
        self.fit, changed, self.zoom = Fit.FREE, zoom != self.zoom, zoom
        self._place(x, y)
        if changed:
            self.zoomed.emit(zoom)

    def middle(self) -> int:
        """Return where the page's left edge is when it stands in the middle."""
        return self._middle(0)

    def scroll(self, dx: int, dy: int) -> None:
        """Move the page by pixels."""
        self._place(self._x + dx, self._y + dy)

    def bars_moved(self) -> None:
        """Take over what the scroll bars say."""
        if not self._placing and self._width:
            across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
            viewport = self._area.viewport().size()
            x = self._low(0, viewport) + across.maximum() - across.value() if across.maximum() else self._x
            y = self._low(1, viewport) + down.maximum() - down.value() if down.maximum() else self._y
            self._x, self._y = x, y
            self.moved.emit()

    def _scale(self, zoom: float) -> float:
        return zoom * self._area.logicalDpiX() / 72

    def _fitting(self) -> float:
        """Return the zoom that fits, worked out for the viewport as it will be with the bars it then needs."""
        room = self._area.maximumViewportSize()
        unit = self._scale(1.0)
        width = (room.width() - 2 * MARGIN) / (self._width * unit)
        height = (room.height() - 2 * MARGIN) / (self._height * unit)
        if self.fit is Fit.PAGE:
            return min(width, height)
        if width > height:
            bar = self._area.verticalScrollBar().sizeHint().width()  # a style sheet may give it a width of its own
            width = (room.width() - bar - 2 * MARGIN) / (self._width * unit)
        return width

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        zoom = min(MOST, max(LEAST, zoom))
        x, y = self.view.to_page(anchor)
        changed = zoom != self.zoom
        self.zoom = zoom
        scale = self._scale(zoom)
        self._place(round(anchor.x() - x * scale), round(anchor.y() - y * scale))
        if changed:
            self.zoomed.emit(zoom)

    def _place(self, x: int, y: int) -> None:
        """Put the page's corner at a place, or as near as it may be, and set the bars."""
        if self._placing:
            return
        self._placing = True
        try:
            # A bar that comes or goes changes the viewport, and with it the other bar's range.
            for _ in range(3):
                before = self._area.viewport().size()
                self._x = self._set_bar(0, x, before)
                self._y = self._set_bar(1, y, before)
                if self._area.viewport().size() == before:
                    break
        finally:
            self._placing = False
        self._room = self._area.viewport().size()
        self.moved.emit()

    def _set_bar(self, axis: int, wanted: int, viewport: QSize) -> int:
        """Set one bar; return where the page's corner stands along its axis."""
        bar: QScrollBar = self._area.verticalScrollBar() if axis else self._area.horizontalScrollBar()
        room, page = self._lengths(axis, viewport)
        bar.setPageStep(room)
        bar.setSingleStep(max(1, room // 12))
        low, high = self._low(axis, viewport), room // 2
        place = min(high, max(low, wanted))
        if page + 2 * MARGIN <= room + 1:
            bar.setRange(0, 0)
            return place
        bar.setRange(0, high - low)
        bar.setValue(high - place)
        return place

    def _low(self, axis: int, viewport: QSize) -> int:
        room, page = self._lengths(axis, viewport)
        return room // 2 - page

    def _middle(self, axis: int) -> int:
        room, page = self._lengths(axis, self._area.viewport().size())
        return (room - page) // 2

    def _lengths(self, axis: int, viewport: QSize) -> tuple[int, int]:
        """Return the viewport's and the page's length along an axis, in logical pixels."""
        scale = self._scale(self.zoom)
        if axis:
            return viewport.height(), round(self._height * scale)
        return viewport.width(), round(self._width * scale)
