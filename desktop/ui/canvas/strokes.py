"""Thin lines and pale colours. Lines are filled, which takes a hundredth of the time of stroking them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter


def paint_ring(painter: QPainter, box: QRect, colour: QColor, width: int = 1) -> None:
    """Fill the inner edge of a box, no pixel twice."""
    left, top, across, down = box.x(), box.y(), box.width(), box.height()
    painter.fillRect(left, top, across, width, colour)
    painter.fillRect(left, top + down - width, across, width, colour)
    painter.fillRect(left, top + width, width, down - 2 * width, colour)
    painter.fillRect(left + across - width, top + width, width, down - 2 * width, colour)


def on_paper(colour: str, strength: float) -> QColor:
    """Return the opaque colour that a thin coat of a colour has on white paper."""
    full = QColor(colour)
    return QColor(*(round(255 + (part - 255) * strength) for part in (full.red(), full.green(), full.blue())))
