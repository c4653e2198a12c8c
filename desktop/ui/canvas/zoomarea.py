"""An area that shows a page at a zoom: fitted, stepped, by wheel and pinch, scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.geometry import Rect
from desktop.ui.canvas.pinch import pinched
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.viewpoint import Fit, Viewpoint

_NOTCH = 120
"""A wheel's notch in QWheelEvent.angleDelta."""
_WHEEL_ZOOM = 1.2
"""Zoom for one notch."""
_ROOM = 24
"""Logical pixels that stay around what is scrolled into view."""
_REST = 90
"""Milliseconds without zooming after which the page is painted sharp again."""


class ZoomArea(QAbstractScrollArea):
    """Keeps where the page lies and how large it is; what is shown is for those that are made of it.

    Signals:
        zoom_changed: the zoom, 1.0 being the true size.
        moved: the page stands elsewhere, or is larger or smaller.
    """

    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport = self.viewport()
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        self._viewpoint = Viewpoint(self)
        self._viewpoint.zoomed.connect(self.zoom_changed)
        self._viewpoint.moved.connect(viewport.update)
        self._viewpoint.moved.connect(self.moved)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(viewport.update)

    @property
    def has_page(self) -> bool:
        """Whether there is a page to zoom."""
        return True

    @property
    def zooming(self) -> bool:
        """Whether a gesture of zooming goes on, during which what was painted is stretched."""
        return self._rest.isActive()

    def scroll_by(self, dx: int, dy: int) -> bool:
        """Show what lies further right and down by pixels; tells whether the page moved."""
        before = self._viewpoint.view
        self._viewpoint.scroll(-dx if self.horizontalScrollBar().maximum() else 0,
                               -dy if self.verticalScrollBar().maximum() else 0)  # fmt: skip
        return self._viewpoint.view != before

    def reveal(self, box: Rect) -> None:
        """Scroll as little as shows a rectangle of the page, with some room around it."""
        room = QRectF(self.viewport().rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        seen = self._viewpoint.view.to_view(box)
        dx = min(0.0, room.right() - seen.right()) or max(0.0, room.left() - seen.left())
        dy = min(0.0, room.bottom() - seen.bottom()) or max(0.0, room.top() - seen.top())
        if dx or dy:
            self._viewpoint.scroll(round(dx), round(dy))

    @property
    def view(self) -> View:
        """Where the page stands in the viewport."""
        return self._viewpoint.view

    def zoom_to(self, box: Rect) -> None:
        """Show a rectangle of the page as large as there is room, in the middle."""
        room = QRectF(self.viewport().rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        seen = self.view.to_view(box)
        if seen.width() > 0 and seen.height() > 0:
            self.set_zoom(self.zoom * min(room.width() / seen.width(), room.height() / seen.height()))
            by = room.center() - self.view.to_view(box).center()
            self._viewpoint.scroll(round(by.x()), round(by.y()))

    @property
    def zoom(self) -> float:
        """The zoom; at 1.0 a point has the size that the screen's resolution gives it."""
        return self._viewpoint.zoom

    def set_zoom(self, zoom: float, anchor: QPoint | QPointF | None = None) -> None:
        """Zoom (0.25 to 8) and keep what is under ``anchor``, the middle if left out, where it is."""
        self._viewpoint.set_zoom(zoom, None if anchor is None else QPointF(anchor))

    def go_along(self, zoom: float, y: int, *, live: bool) -> None:
        """Take another area's zoom and put the page's upper edge at a height; ``live`` while that one is zoomed."""
        if live:
            self._rest.start()
        if zoom != self.zoom:
            self.set_zoom(zoom)
        self._viewpoint.scroll(0, y - round(self.view.y))

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self._viewpoint.step(up=True)

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self._viewpoint.step(up=False)

    def fit_page(self) -> None:
        """Show the whole page, also after the window is resized."""
        self._viewpoint.set_fit(Fit.PAGE)

    def fit_width(self) -> None:
        """Show the page's whole width, also after the window is resized."""
        self._viewpoint.set_fit(Fit.WIDTH)

    def actual_size(self) -> None:
        """Show the page in its true size."""
        self.set_zoom(1.0)

    def _zoom_live(self, factor: float, at: QPointF) -> None:
        """Zoom as part of a gesture: what was painted is stretched until the gesture rests."""
        if self.has_page and factor > 0:
            self._rest.start()
            self._viewpoint.set_zoom(self.zoom * factor, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page fitted."""
        super().resizeEvent(event)
        self._viewpoint.refit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Follow the scroll bars."""
        self._viewpoint.bars_moved()

    def viewportEvent(self, event: QEvent) -> bool:
        """Take pinches and changes of the screen besides what an area takes itself."""
        zoom = pinched(event, self.viewport())
        if zoom is not None:
            self._zoom_live(*zoom)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._viewpoint.refit()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_live(_WHEEL_ZOOM ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
        elif not event.pixelDelta().isNull():
            self._viewpoint.scroll(event.pixelDelta().x(), event.pixelDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)
