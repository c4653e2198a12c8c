"""The page with all that is shown over it, painted into a view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.model.edition import Media
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.grid import GridLines, grid_of, paint_grid
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.overlays import OverlayPainter, Overlays
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale, View
from desktop.ui.canvas.tiles import PageTiles, changes

_SHADOW = 9
"""Logical pixels to which the page's shadow reaches."""

_SHADOW_ALPHA = 9
"""Alpha of each of its layers."""


class Sheet:
    """What the canvas shows: a page and what lies over it."""

    def __init__(self) -> None:
        self.display: PageDisplay | None = None
        self.hits: PageHits | None = None
        self.colours = CanvasColours()
        self.overlays = Overlays()
        self.grid_visible = True
        self.preview = False
        self._library: FaceLibrary | None = None
        self._ink: GlyphInk | None = None
        self._images = MediaImages({})
        self._grid = GridLines((), ())
        self._tiles = PageTiles(self._paint_items)

    def show(
        self, display: PageDisplay | None, faces: FaceLibrary, media: Mapping[str, Media], names: Mapping[str, str]
    ) -> None:
        """Take another page; what looks the same stays painted."""
        images = self._images.updated(media)
        same = faces is self._library and images is self._images
        areas = changes(self.display, display) if same and self.display and display else None
        if faces is not self._library:
            self._library, self._ink = faces, GlyphInk(Outlines(faces))
        self._images, self.display = images, display
        self.overlays.names = dict(names)
        if areas is None:
            self._tiles.clear()
        else:
            self._tiles.forget(areas)
        self.hits = PageHits(display, faces) if display else None
        self._grid = grid_of(display) if display else GridLines((), ())
        if display and self._ink:
            self._ink.keep_only(display)

    def counts(self) -> tuple[int, int, int]:
        """Return how many frames, elements and characters the page has."""
        if self.display is None or self.hits is None:
            return 0, 0, 0
        characters = sum(len(run.gids) for run in self.display.runs() if run.element is not None)
        return len(self.display.frames), len(self.hits.elements), characters

    def paint(self, painter: QPainter, view: View, exposed: QRect, *, live: bool) -> None:
        """Paint pasteboard, page and overlays where they are exposed.

        Args:
            painter: in logical pixels of the viewport.
            view: where the page stands.
            exposed: what has to be painted.
            live: the zoom is being changed; what is painted at another scale will do.
        """
        painter.fillRect(exposed, QColor(self.colours.pasteboard))
        if self.display is None or self.hits is None:
            return
        device, corner = view.device, QPoint(*view.corner)
        size = device.page(self.display)
        ratio = view.ratio
        paper = QRectF(corner.x() / ratio, corner.y() / ratio, size.width() / ratio, size.height() / ratio)
        self._paint_shadow(painter, paper)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # device pixels: tiles are copied, not scaled
        if not (live and self._tiles.draw_stretched(painter, QRectF(corner, size))):
            self._tiles.draw(painter, corner, _device_rect(exposed, ratio), device, size)
        painter.restore()
        painter.save()
        painter.setClipRect(exposed)
        self._paint_overlays(painter, view)
        painter.restore()

    def _paint_items(self, painter: QPainter, scale: DeviceScale, exposed: QRect) -> None:
        if self.display is not None and self._ink is not None:
            paint_page(painter, self.display, self._ink, self._images, scale, exposed)

    def _paint_shadow(self, painter: QPainter, paper: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.colours.shadow)
        colour.setAlpha(_SHADOW_ALPHA)
        painter.setPen(QPen(QColor(0, 0, 0, 0), 0))
        painter.setBrush(colour)
        for reach in range(1, _SHADOW + 1):
            painter.drawRoundedRect(paper.translated(0, 2).adjusted(-reach, -reach, reach, reach), reach, reach)
        painter.restore()

    def _paint_overlays(self, painter: QPainter, view: View) -> None:
        if self.display is None or self.hits is None:
            return
        over, shown = OverlayPainter(painter, view, self.hits, self.colours), self.overlays
        if not self.preview:
            if self.grid_visible:
                paint_grid(painter, self._grid, self.display.pitch, view, self.colours)
            over.edges(self.display.frames)
            over.names(shown.names)
        over.highlight(shown.elements)
        over.outlines(shown.frames)
        if not self.preview:
            over.marks(shown.marks)
        if shown.drop is not None:
            over.drop(shown.drop, QRectF(painter.window()))


def _device_rect(exposed: QRect, ratio: float) -> QRect:
    return QRectF(
        exposed.x() * ratio, exposed.y() * ratio, exposed.width() * ratio, exposed.height() * ratio
    ).toAlignedRect()
