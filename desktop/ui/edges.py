"""Scrolling while something is dragged near the edge of a view."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

_REACH = 36
"""Pixels from an edge within which dragging scrolls."""
_BAR = 12
"""Pixels of a scroll bar beside the view, over which dragging scrolls too."""
_FASTEST = 18
"""Pixels at a time, right at the edge."""
_EVERY = 16
"""Milliseconds between two steps."""


class ScrollSurface(Protocol):
    """What is scrolled."""

    def viewport(self) -> QWidget:
        """Return the widget that scrolls."""

    def scroll_by(self, dx: int, dy: int) -> bool:
        """Show what lies further right and down by pixels; tells whether anything moved."""


class EdgeScroll(QObject):
    """Scrolls surfaces while the pointer rests near one of their edges; faster the nearer it is.

    Signals:
        scrolled: a surface moved under the pointer.

    Args:
        surfaces: what can be scrolled.
        parent: the drag.
    """

    scrolled = Signal()

    def __init__(self, surfaces: tuple[ScrollSurface, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._surfaces = surfaces
        self._at = QPoint()
        self._steps = QTimer(self)
        self._steps.setInterval(_EVERY)
        self._steps.timeout.connect(self._step)

    def follow(self, at: QPoint) -> None:
        """Know where the pointer is, in global coordinates."""
        self._at = at
        if any(not self._speed(surface).isNull() for surface in self._surfaces):
            if not self._steps.isActive():
                self._steps.start()
        else:
            self._steps.stop()

    def stop(self) -> None:
        """Scroll no more."""
        self._steps.stop()

    def _step(self) -> None:
        speeds = [(surface, self._speed(surface)) for surface in self._surfaces]
        if any(surface.scroll_by(speed.x(), speed.y()) for surface, speed in speeds if not speed.isNull()):
            self.scrolled.emit()
        else:
            self._steps.stop()

    def _speed(self, surface: ScrollSurface) -> QPoint:
        viewport = surface.viewport()
        room, at = viewport.rect(), viewport.mapFromGlobal(self._at)
        if not viewport.isVisible() or not room.adjusted(0, 0, _BAR, _BAR).contains(at):
            return QPoint()
        return QPoint(_towards(at.x(), room.width()), _towards(at.y(), room.height()))


def _towards(at: int, length: int) -> int:
    """Return the pixels of one step along an axis: towards the nearer edge, none in the middle."""
    near, far = _REACH - at, at - (length - 1 - _REACH)
    depth = max(near, far)
    if depth <= 0 or length < 4 * _REACH:
        return 0
    pixels = max(1, round(_FASTEST * depth / _REACH))
    return -pixels if near > far else pixels
