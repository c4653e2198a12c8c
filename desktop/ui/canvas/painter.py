"""A PageDisplay → pixels: items in painting order, no layout logic.

The painter's coordinates are device pixels, its origin the page's top left corner. Glyphs under ``masks.LARGE`` pixels
are copied from images, larger and turned ones filled as outlines. Fills, rules and clips keep to whole pixels as PDF
viewers do, nothing being thinner than one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform

from desktop.display import Clip, Fill, GlyphRun, Ink, Item, PageDisplay, Picture, Rule
from desktop.geometry import Rect
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.masks import LARGE, SOFT, Blit, GlyphMasks, is_level, join, row_of
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.reach import reach
from desktop.ui.canvas.scale import DeviceScale

_MISSING = QColor("#6C6F75")
_MANY_LINES = 3000
"""Placed lines kept: those of some ten versions of a page, which undo may bring back."""
_MOST_BYTES = 64 * 1024 * 1024
"""Images of lines kept; those of a page that fills a large screen take about 15 MB."""
_FEW_LINES = 150
"""Lines forgotten at once, more than most pages bring; all of them would take as long as painting a page."""
_SNAPPED = 2.0
"""Device pixels: thinner rules are set on whole pixels, or they would look grey and twice as wide; not at scales from
``masks.SOFT`` on, where that does not show and rules stand exactly where the PDF has them."""


class GlyphInk:
    """What painting glyphs needs, and keeps from one page to the next: outlines, images, placed lines.

    Args:
        outlines: the faces' outlines.
    """

    def __init__(self, outlines: Outlines) -> None:
        self.outlines = outlines
        self._masks = GlyphMasks(outlines)
        self._scale = DeviceScale.even(1.0)
        # Told by identity, which is quicker than what a run says; the run is held, so that nothing else takes its id.
        self._lines: dict[int, tuple[GlyphRun, int, list[Blit]]] = {}
        # A line that moves down its column keeps its glyphs and their distances, the very same tuples, and its image.
        self._levels: dict[tuple[int, int, float, float, str, int], tuple[GlyphRun, list[Blit]]] = {}
        self._bytes = 0
        self._reaches: tuple[PageDisplay | None, tuple[Rect, ...]] = (None, ())

    def reaches(self, display: PageDisplay) -> tuple[Rect, ...]:
        """Return how far each of a page's items reaches; kept while the page, or the item, is the same."""
        before, boxes = self._reaches
        if before is not display:
            known = {id(item): box for item, box in zip(before.items, boxes, strict=True)} if before else {}
            self._reaches = (display, tuple(known.get(id(item)) or reach(item) for item in display.items))
        return self._reaches[1]

    def known_reaches(self, old: PageDisplay, new: PageDisplay) -> Mapping[int, Rect]:
        """Return how far the items of two pages reach, by the items' ids; the second is taken to be shown next."""
        return {
            id(item): box
            for display in (old, new)
            for item, box in zip(display.items, self.reaches(display), strict=True)
        }

    def blits(self, run: GlyphRun, scale: DeviceScale, colour: QColor) -> tuple[int, list[Blit]]:
        """Return the device row of a run and the images of its glyphs; kept while the scale is the same."""
        if scale != self._scale:
            self._scale = scale
            self._lines.clear()
            self._forget_levels()
        found = self._lines.get(id(run))
        if found is None:
            found = self._lines[id(run)] = (run, row_of(run, scale), self._blits(run, scale, colour))
        return found[1], found[2]

    def _blits(self, run: GlyphRun, scale: DeviceScale, colour: QColor) -> list[Blit]:
        if not is_level(run):
            return self._masks.blits(run, scale, colour)
        key = (id(run.gids), id(run.dx), run.x, run.size, run.face, colour.rgba())
        known = self._levels.get(key)
        if known is None:
            if len(self._levels) >= _MANY_LINES or self._bytes > _MOST_BYTES:
                self._lines.clear()
                self._forget_levels()
            joined = join(self._masks.blits(run, scale, colour))
            self._bytes += sum(image.sizeInBytes() for _, _, image in joined)
            known = self._levels[key] = (run, joined)
        return known[1]

    def _forget_levels(self) -> None:
        self._levels.clear()
        self._bytes = 0

    def keep_only(self, display: PageDisplay) -> None:
        """Forget lines that a page does not have, the oldest first, once there are many; a few at a time."""
        spare = min(len(self._lines) - _MANY_LINES, _FEW_LINES)
        if spare <= 0:
            return
        shown = {id(run) for run in display.runs()}
        for key in list(islice(self._lines, spare + len(shown))):
            if key not in shown and spare:
                del self._lines[key]
                spare -= 1


def paint_page(
    painter: QPainter,
    display: PageDisplay,
    ink: GlyphInk,
    images: MediaImages,
    scale: DeviceScale,
    exposed: QRect | None = None,
) -> None:
    """Paint a page's items, only those that reach into ``exposed`` (device pixels) where it is given.

    Raises:
        FontError: A face cannot be opened.
    """
    pages = _ItemPainter(painter, ink, images, scale)
    area = _on_page(exposed, scale) if exposed is not None else None
    for item, box in zip(display.items, ink.reaches(display), strict=True):
        if area is None or isinstance(item, Clip) or box.intersects(area):
            pages.paint(item)
    pages.end()


def _on_page(pixels: QRect, scale: DeviceScale) -> Rect:
    return Rect(
        pixels.x() / scale.across, pixels.y() / scale.down, pixels.width() / scale.across, pixels.height() / scale.down
    )


def colour_of(ink: Ink) -> QColor:
    """Return ink's colour on the screen."""
    return QColor.fromRgbF(*ink.rgb())


class _ItemPainter:
    """Paints one page's items one after the other."""

    def __init__(self, painter: QPainter, ink: GlyphInk, images: MediaImages, scale: DeviceScale) -> None:
        self._painter, self._ink, self._images, self._scale = painter, ink, images, scale
        self._clipped = False
        self._colours: dict[Ink, QColor] = {}
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)

    def paint(self, item: Item) -> None:
        if isinstance(item, GlyphRun):
            self._glyphs(item)
        elif isinstance(item, Picture):
            self._picture(item)
        elif isinstance(item, Rule):
            self._rule(item)
        elif isinstance(item, Fill):
            self._painter.fillRect(self._whole(item.box), self._colour(item.ink))
        else:
            self._clip(item)

    def end(self) -> None:
        if self._clipped:
            self._painter.restore()
            self._clipped = False

    def _clip(self, clip: Clip) -> None:
        self.end()
        if clip.box is not None:
            self._painter.save()
            self._clipped = True
            self._painter.setClipRect(self._whole(clip.box), Qt.ClipOperation.IntersectClip)

    def _colour(self, ink: Ink) -> QColor:
        colour = self._colours.get(ink)
        if colour is None:
            colour = self._colours[ink] = colour_of(ink)
        return colour

    def _whole(self, box: Rect) -> QRect:
        """Return the closest whole pixels, at least one each way."""
        exact = self._scale.rect(box)
        left, top = round(exact.left()), round(exact.top())
        return QRect(left, top, max(1, round(exact.right()) - left), max(1, round(exact.bottom()) - top))

    def _glyphs(self, run: GlyphRun) -> None:
        colour = self._colour(run.ink)
        if run.rotation or run.stretch != 1 or run.size * self._scale.down >= LARGE:
            self._outlines(run, QBrush(colour))
            return
        draw = self._painter.drawImage
        row, blits = self._ink.blits(run, self._scale, colour)
        for left, top, image in blits:
            draw(left, row + top, image)

    def _outlines(self, run: GlyphRun, brush: QBrush) -> None:
        painter, outlines, (across, down) = self._painter, self._ink.outlines, self._scale
        size = run.size / outlines.face(run.face).units_per_em
        wide = size * run.stretch
        base = painter.transform()
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            x, y = across * (run.x + dx), down * (run.y + dy)
            if run.rotation:  # a quarter turn clockwise: the glyph's right points down, its top to the right
                turned = QTransform(0, wide * down, size * across, 0, x, y)
            else:
                turned = QTransform(wide * across, 0, 0, -size * down, x, y)
            painter.setTransform(turned * base)
            painter.fillPath(outlines.path(run.face, gid), brush)
        painter.setTransform(base)

    def _picture(self, picture: Picture) -> None:
        box = self._whole(picture.box)
        image = self._images.sized(picture.media, picture.crop, box.size())
        if image is None:
            self._missing(box)
        else:
            self._painter.drawImage(box, image)

    def _missing(self, box: QRect) -> None:
        self._painter.setPen(QPen(_MISSING, 0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        self._painter.drawLine(box.topLeft(), box.bottomRight())
        self._painter.drawLine(box.bottomLeft(), box.topRight())

    def _rule(self, rule: Rule) -> None:
        across, down = self._scale
        width = max(1.0, rule.width * down)
        start, end = QPointF(rule.x1 * across, rule.y1 * down), QPointF(rule.x2 * across, rule.y2 * down)
        if width < _SNAPPED and down < SOFT and (rule.x1 == rule.x2 or rule.y1 == rule.y2):
            width = 1.0 if width < 1.5 else 2.0
            start, end = _on_pixels(start, end, width)
        pen = QPen(self._colour(rule.ink), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if rule.dash:
            pen.setDashPattern([length * down / width for length in rule.dash])
        self._painter.setPen(pen)
        self._painter.drawLine(start, end)


def _on_pixels(start: QPointF, end: QPointF, width: float) -> tuple[QPointF, QPointF]:
    """Move an upright or level line so that its edges fall between pixels."""
    half = width / 2
    if start.x() == end.x():
        x = floor(start.x() - half + 0.5) + half
        return QPointF(x, start.y()), QPointF(x, end.y())
    y = floor(start.y() - half + 0.5) + half
    return QPointF(start.x(), y), QPointF(end.x(), y)
