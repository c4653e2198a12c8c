"""A page as a small picture, painted as the canvas paints it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.display import PageDisplay
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale

_PAPER = QColor("#FFFFFF")
_EDGE = QColor(0, 0, 0, 60)


def miniature(display: PageDisplay, ink: GlyphInk, images: MediaImages, room: QSize, ratio: float) -> QPixmap:
    """Return a page as large as a room in logical pixels, with a hairline round it."""
    scale = min(room.width() / display.width, room.height() / display.height) * ratio
    size = QSize(max(1, int(display.width * scale)), max(1, int(display.height * scale)))
    made = QPixmap(size)
    made.fill(_PAPER)
    painter = QPainter(made)
    paint_page(painter, display, ink, images, DeviceScale.filling(display, size))
    painter.setPen(QPen(_EDGE, 1.0))
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
