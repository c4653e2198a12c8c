"""Pinches: what they zoom by, and about which point."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


def pinched(event: QEvent, viewport: QWidget) -> tuple[float, QPointF] | None:
    """Return by how much an event zooms and where in the viewport; None if it is no pinch."""
    if isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            return pinch.scaleFactor(), QPointF(viewport.mapFromGlobal(pinch.hotSpot().toPoint()))
    if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
        return 1 + event.value(), event.position()
    return None
