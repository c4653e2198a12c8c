"""Small glyphs as images, ready to be copied to their pixels.

A glyph under ``LARGE`` pixels stands on whole pixels down the page and on thirds of a pixel across it, rounded as PDF
viewers built on pdfium and FreeType do: so a line keeps one baseline, and the screen shows what the PDF shows. From
``SOFT`` pixels for a point on they are filtered across by a third of a pixel, as such viewers do at every size: there
it costs no sharpness that anybody sees, and halves what is left of the difference.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from desktop.display import GlyphRun
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.scale import DeviceScale

LARGE = 48.0
"""Device pixels in an em from which glyphs are filled as outlines, exactly where they stand."""

SOFT = 1.9
"""Device pixels for a point from which small glyphs are filtered across."""

_PHASES = 3
_FILTER = (-1, 0, 0, 1)
"""Shifts in phases, each with a quarter of the ink: a light version of what FreeType and pdfium apply across."""

_QUARTER = 64
"""A quarter of full alpha; four of them are full again, as sums end at 255."""

_MOST_BYTES = 64 * 1024 * 1024
"""Glyph images kept, of all scales; a page at its largest body scale takes about 12 MB."""

_JOINED = 3
"""Glyphs from which a line becomes one image."""

_WIDEST = 1 << 14
"""Pixels: a line that is wider, which nobody sees whole, is left in pieces; Qt paints half of 65,536 at most."""

Blit = tuple[int, int, QImage]
"""Device column of an image's left edge, its top in rows from the line's, and the image."""

_Mask = tuple[int, int, QImage | None]
"""Left and top of a glyph's image from its origin, and the image where the glyph has ink."""


class _Cut(NamedTuple):
    """One size and colour of a face, in which its glyphs are drawn."""

    face: str
    width: float
    height: float
    """Of the em, in pixels."""
    rgba: int
    filtered: bool


def row_of(run: GlyphRun, scale: DeviceScale) -> int:
    """Return the device row of a run's baseline, that of its first glyph."""
    return floor(scale.down * (run.y + (run.dy[0] if run.dy else 0.0)) + 0.5)


def is_level(run: GlyphRun) -> bool:
    """Tell whether all glyphs stand on one baseline: the same images then do wherever a line is moved down the page."""
    return run.dy.count(run.dy[0]) == len(run.dy) if run.dy else True


def join(blits: list[Blit]) -> list[Blit]:
    """Return the images of a line's glyphs as one image, which is painted in one go wherever the line moves."""
    if len(blits) < _JOINED:
        return blits
    left, top = min(x for x, _, _ in blits), min(y for _, y, _ in blits)
    right = max(x + image.width() for x, _, image in blits)
    if right - left > _WIDEST:
        return blits
    whole = _blank(right - left, max(y + image.height() for _, y, image in blits) - top)
    painter = QPainter(whole)
    for x, y, image in blits:
        painter.drawImage(x - left, y - top, image)
    painter.end()
    return [(left, top, whole)]


class GlyphMasks:
    """Glyph images by face, size, colour, glyph and phase, drawn once each."""

    def __init__(self, outlines: Outlines) -> None:
        self._outlines = outlines
        self._masks: dict[_Cut, dict[int, _Mask]] = {}
        self._bytes = 0

    def blits(self, run: GlyphRun, scale: DeviceScale, colour: QColor) -> list[Blit]:
        """Return the images of an upright run's glyphs and where they go, rows counted from ``row_of`` the run."""
        if self._bytes > _MOST_BYTES:
            self._masks.clear()
            self._bytes = 0
        across, down = scale
        cut = _Cut(run.face, run.size * across, run.size * down, colour.rgba(), down >= SOFT)
        masks = self._masks.setdefault(cut, {})
        found: list[Blit] = []
        left, base, row = run.x, run.y, row_of(run, scale)
        level = is_level(run)
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            x = across * (left + dx)
            column = floor(x)
            phase = int((x - column) * _PHASES)
            mask = masks.get(gid * _PHASES + phase) or self._mask(cut, gid, phase)
            image = mask[2]
            if image is not None:
                top = mask[1] if level else floor(down * (base + dy) + 0.5) - row + mask[1]
                found.append((column + mask[0], top, image))
        return found

    def _mask(self, cut: _Cut, gid: int, phase: int) -> _Mask:
        masks = self._masks.setdefault(cut, {})
        mask = masks.get(gid * _PHASES + phase)
        if mask is None:
            mask = masks[gid * _PHASES + phase] = (self._filter if cut.filtered else self._draw)(cut, gid, phase)
            self._bytes += mask[2].sizeInBytes() if mask[2] else 0
        return mask

    def _draw(self, cut: _Cut, gid: int, phase: int) -> _Mask:
        path = self._outlines.path(cut.face, gid)
        if path.isEmpty():
            return 0, 0, None
        em, shift = self._outlines.face(cut.face).units_per_em, phase / _PHASES
        across, down = cut.width / em, cut.height / em
        box = path.controlPointRect()  # y up: Qt's bottom is the highest ink
        left, top = floor(box.left() * across + shift), floor(-box.bottom() * down)
        right, bottom = ceil(box.right() * across + shift), ceil(-box.top() * down)
        image = _blank(right - left, bottom - top)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On an empty image this is the same as painting over it, and several times faster with translucent colour.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.setTransform(QTransform(across, 0, 0, -down, shift - left, -top))
        painter.fillPath(path, QColor.fromRgba(cut.rgba))
        painter.end()
        return left, top, image

    def _filter(self, cut: _Cut, gid: int, phase: int) -> _Mask:
        """Add up a glyph's neighbouring phases, each with a quarter of its ink."""
        faint = cut._replace(rgba=(cut.rgba & 0xFFFFFF) | _QUARTER << 24, filtered=False)
        parts: list[tuple[int, QImage]] = []
        top = 0
        for by in _FILTER:
            column, other = divmod(phase + by, _PHASES)
            left, top, image = self._mask(faint, gid, other)
            if image is not None:
                parts.append((column + left, image))
        if not parts:
            return 0, 0, None
        first = min(left for left, _ in parts)
        whole = _blank(max(left + image.width() for left, image in parts) - first, parts[0][1].height())
        painter = QPainter(whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        for left, image in parts:
            painter.drawImage(QPoint(left - first, 0), image)
        painter.end()
        return first, top, whole


def _blank(width: int, height: int) -> QImage:
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
