"""The empty canvas: where a page would be, and what to do for one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.ui.canvas.colours import CanvasColours

_WIDTH, _HEIGHT, _RADIUS, _PAD = 460.0, 150.0, 6.0, 24.0
_LARGER = 1.3
_FRAME_ALPHA = 90


def paint_hint(painter: QPainter, room: QRect, text: str, colours: CanvasColours) -> None:
    """Paint the pasteboard with a hint in its middle."""
    painter.fillRect(room, QColor(colours.pasteboard))
    if not text:
        return
    width, height = min(_WIDTH, room.width() - 2 * _PAD), min(_HEIGHT, room.height() - 2 * _PAD)
    box = QRectF(0, 0, width, height)
    box.moveCenter(QRectF(room).center())
    ink = QColor(colours.text)
    frame = QColor(ink)
    frame.setAlpha(_FRAME_ALPHA)
    pen = QPen(frame, 1.0)
    pen.setDashPattern([5, 4])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(ink)
    font = QFont(painter.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _LARGER)
    painter.setFont(font)
    words = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
