"""Points on the page ↔ pixels."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from desktop.display import PageDisplay
from desktop.geometry import Rect


class DeviceScale(NamedTuple):
    """Device pixels for a point, across and down; the two differ only where a page is stretched to whole pixels."""

    across: float
    down: float

    @classmethod
    def even(cls, pixels: float) -> DeviceScale:
        """Return the same scale both ways."""
        return cls(pixels, pixels)

    @classmethod
    def filling(cls, display: PageDisplay, size: QSize) -> DeviceScale:
        """Return the scale at which a page fills a size exactly, as a PDF viewer stretches it to whole pixels."""
        return cls(size.width() / display.width, size.height() / display.height)

    def rect(self, box: Rect) -> QRectF:
        """Return a rectangle of the page in pixels."""
        return QRectF(box.x * self.across, box.y * self.down, box.width * self.across, box.height * self.down)

    def pixels(self, box: Rect) -> QRect:
        """Return the pixels that a rectangle of the page touches."""
        left, top = floor(box.x * self.across), floor(box.y * self.down)
        return QRect(left, top, ceil(box.right * self.across) - left, ceil(box.bottom * self.down) - top)

    def page(self, display: PageDisplay) -> QSize:
        """Return the pixels of a whole page."""
        return QSize(max(1, ceil(display.width * self.across)), max(1, ceil(display.height * self.down)))


class View(Struct, frozen=True):
    """Where a page stands in the viewport: its top left corner and its scale, in logical pixels."""

    x: float
    y: float
    scale: float
    ratio: float = 1.0
    """Device pixels for a logical one."""

    def to_page(self, at: QPointF) -> tuple[float, float]:
        """Return the point of the page under a position of the viewport."""
        return (at.x() - self.x) / self.scale, (at.y() - self.y) / self.scale

    def to_view(self, box: Rect) -> QRectF:
        """Return where a rectangle of the page is."""
        scale = self.scale
        return QRectF(self.x + box.x * scale, self.y + box.y * scale, box.width * scale, box.height * scale)

    def snapped(self, box: Rect) -> QRectF:
        """Return where a rectangle of the page is, its edges on whole device pixels."""
        ratio, exact = self.ratio, self.to_view(box)
        left, top = round(exact.left() * ratio), round(exact.top() * ratio)
        right, bottom = round(exact.right() * ratio), round(exact.bottom() * ratio)
        return QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)

    @property
    def device(self) -> DeviceScale:
        """The scale in device pixels."""
        return DeviceScale.even(self.scale * self.ratio)

    @property
    def corner(self) -> tuple[int, int]:
        """The device pixel of the page's top left corner."""
        return round(self.x * self.ratio), round(self.y * self.ratio)
