"""Signs drawn as strokes, so that they are sharp at every scale and of one weight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_WEIGHT = 1.6
SIZE = 14.0
"""Pixels of the square a sign stands in."""


def _tick(painter: QPainter, at: QPointF) -> None:
    points = [at + QPointF(-4, 0.4), at + QPointF(-1.2, 3.2), at + QPointF(4.2, -3.4)]
    painter.drawPolyline(QPolygonF(points))


def _cross(painter: QPainter, at: QPointF) -> None:
    painter.drawLine(at + QPointF(-3.4, -3.4), at + QPointF(3.4, 3.4))
    painter.drawLine(at + QPointF(-3.4, 3.4), at + QPointF(3.4, -3.4))


def _ring(painter: QPainter, at: QPointF) -> None:
    painter.drawEllipse(at, 3.6, 3.6)


def _disc(painter: QPainter, at: QPointF) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(at, 3.2, 3.2)


def _plus_in_ring(painter: QPainter, at: QPointF) -> None:
    """More text than room, as at the foot of a frame."""
    painter.drawEllipse(at, 5.0, 5.0)
    painter.drawLine(at + QPointF(-2.4, 0), at + QPointF(2.4, 0))
    painter.drawLine(at + QPointF(0, -2.4), at + QPointF(0, 2.4))


def _triangle(painter: QPainter, at: QPointF) -> None:
    points = [at + QPointF(0, -4), at + QPointF(4.4, 3.6), at + QPointF(-4.4, 3.6)]
    painter.drawPolygon(QPolygonF(points))


_SHAPES: dict[str, Callable[[QPainter, QPointF], None]] = {
    "✓": _tick,
    "✕": _cross,
    "○": _ring,
    "●": _disc,
    "⊕": _plus_in_ring,
    "△": _triangle,
}


def draw_sign(painter: QPainter, shape: str, colour: QColor, box: QRectF) -> None:
    """Draw a sign in the middle of a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, _WEIGHT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[shape](painter, box.center())
    painter.restore()
