"""Small glyphs as images, ready to be copied to their pixels.

A glyph under ``LARGE`` pixels stands on whole pixels down the page and on thirds of a pixel across it, rounded as PDF
viewers built on pdfium and FreeType do: so a line keeps one baseline, and the screen shows what the PDF shows.
"""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from desktop.display import GlyphRun
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.scale import DeviceScale

LARGE = 48.0
"""Device pixels in an em from which glyphs are filled as outlines, exactly where they stand."""

_PHASES = 3
_MOST_BYTES = 64 * 1024 * 1024
"""Glyph images kept, of all scales; a page at its largest body scale takes about 12 MB."""

Blit = tuple[QPoint, QImage]
"""A device pixel and the image whose top left goes there."""

_Mask = tuple[int, int, QImage | None]


class GlyphMasks:
    """Glyph images by face, glyph, size, phase and colour, drawn once each."""

    def __init__(self, outlines: Outlines) -> None:
        self._outlines = outlines
        self._masks: dict[tuple[str, int, float, float, int, int], _Mask] = {}
        self._bytes = 0

    def blits(self, run: GlyphRun, scale: DeviceScale, colour: QColor) -> list[Blit]:
        """Return the images of an upright run's glyphs and where they go, from the page's top left pixel."""
        found: list[Blit] = []
        across, down = scale.across, scale.down
        width, height, rgb = run.size * across, run.size * down, colour.rgb()
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            x = across * (run.x + dx)
            column = floor(x)
            phase = int((x - column) * _PHASES)
            left, top, image = self._mask(run.face, gid, width, height, phase, rgb)
            if image is not None:
                found.append((QPoint(column + left, floor(down * (run.y + dy) + 0.5) + top), image))
        return found

    def _mask(self, face: str, gid: int, width: float, height: float, phase: int, rgb: int) -> _Mask:
        key = (face, gid, width, height, phase, rgb)
        mask = self._masks.get(key)
        if mask is None:
            mask = self._draw(face, gid, width, height, phase / _PHASES, rgb)
            if self._bytes > _MOST_BYTES:
                self._masks.clear()
                self._bytes = 0
            self._masks[key] = mask
            self._bytes += mask[2].sizeInBytes() if mask[2] else 0
        return mask

    def _draw(self, face: str, gid: int, width: float, height: float, shift: float, rgb: int) -> _Mask:
        path = self._outlines.path(face, gid)
        if path.isEmpty():
            return 0, 0, None
        em = self._outlines.face(face).units_per_em
        across, down = width / em, height / em
        box = path.controlPointRect()  # y up: Qt's bottom is the highest ink
        left, top = floor(box.left() * across + shift), floor(-box.bottom() * down)
        right, bottom = ceil(box.right() * across + shift), ceil(-box.top() * down)
        image = QImage(max(1, right - left), max(1, bottom - top), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(QTransform(across, 0, 0, -down, shift - left, -top))
        painter.fillPath(path, QColor.fromRgb(rgb))
        painter.end()
        return left, top, image
