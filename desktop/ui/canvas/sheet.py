"""The page with all that is shown over it, painted into a view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.grid import GridLines, GridPixels, grid_of, grid_pixels, paint_edges, paint_grid
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.overlays import OverlayPainter, Overlays
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.ports import Way, ways
from desktop.ui.canvas.scale import DeviceScale, View
from desktop.ui.canvas.strokes import paint_ring
from desktop.ui.canvas.tiles import PageTiles, changes

_SHADOW = 9
"""Logical pixels to which the page's shadow reaches."""

_SHADOW_DROP = 1
_SHADOW_ALPHA = 6
"""Alpha that the shadow gains with each pixel towards the page."""


class Sheet:
    """What the canvas shows: a page and what lies over it."""

    def __init__(self) -> None:
        self.display: PageDisplay | None = None
        self.hits: PageHits | None = None
        self.overlays = Overlays()
        self._ways: tuple[Way, ...] = ()
        self._colours = CanvasColours()
        self._grid_visible = True
        self._preview = False
        self._library: FaceLibrary | None = None
        self._ink: GlyphInk | None = None
        self._images = MediaImages({})
        self._grid = GridLines((), ())
        self._grid_pixels: tuple[object, GridPixels] | None = None
        self._tiles = PageTiles(self._paint_items)

    def show(
        self, display: PageDisplay | None, faces: FaceLibrary, media: Mapping[str, Media], names: Mapping[str, str]
    ) -> tuple[Rect, ...] | None:
        """Take another page; what looks the same stays painted.

        Returns:
            Where the page looks different with all that lies over it; None: everywhere.
        """
        images = self._images.updated(media)
        same = faces is self._library and images is self._images
        lit, bare, named = self._lit(), self.hits.empty if self.hits else (), self.overlays.names
        areas = None
        if same and self.display and display and self._ink:
            areas = changes(self.display, display, self._ink.known_reaches(self.display, display))
        if faces is not self._library:
            self._library, self._ink = faces, GlyphInk(Outlines(faces))
        self._images, self.display = images, display
        self.overlays.names = dict(names)
        if areas is None:
            self._tiles.clear()
        else:
            self._tiles.forget(areas)
        self.hits = PageHits(display, faces) if display else None
        grid = grid_of(display) if display else GridLines((), ())
        if grid != self._grid:
            self._grid, self._grid_pixels, areas = grid, None, None
            self._tiles.clear()
        if display and self._ink:
            self._ink.keep_only(display)
        if areas is None or self.hits is None or named != self.overlays.names:
            return None
        labelled = {frame.box for frame in set(bare) ^ set(self.hits.empty)}
        return (*areas, *labelled, *(lit ^ self._lit()))

    def _lit(self) -> set[Rect]:
        """Return where selected text and frames are shown as selected."""
        if self.hits is None or self.overlays.writing:
            return set()
        boxes = {box for element in self.overlays.elements for box in self.hits.element_boxes(element)}
        return boxes | {frame.box for name in self.overlays.frames if (frame := self.hits.frame(name))}

    def set_threads(self, threads: Iterable[Sequence[str]]) -> tuple[Way, ...]:
        """Take the frames through which texts run, and return the ways that are no longer, or now, to be shown."""
        overlays, before = self.overlays, self._ways
        overlays.threads = tuple(tuple(thread) for thread in threads)
        self._ways = ways(self.hits, overlays.threads, overlays.frames) if self.hits else ()
        gone, come = (w for w in before if w not in self._ways), (w for w in self._ways if w not in before)
        return (*gone, *come)

    def picture(self, media_id: str) -> QImage | None:
        """Return a picture, whole; None where it cannot be decoded."""
        return self._images.image(media_id)

    @property
    def colours(self) -> CanvasColours:
        """The colours of all but the page itself."""
        return self._colours

    def set_look(
        self, *, colours: CanvasColours | None = None, grid: bool | None = None, preview: bool | None = None
    ) -> None:
        """Change the colours, whether there is a grid, or whether there is nothing but print."""
        now = (self._colours, self._grid_visible, self._preview)
        self._colours = colours or self._colours
        self._grid_visible = self._grid_visible if grid is None else grid
        self._preview = self._preview if preview is None else preview
        if now != (self._colours, self._grid_visible, self._preview):
            self._tiles.clear()

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
        if self.display is None or self.hits is None:
            painter.fillRect(exposed, QColor(self._colours.pasteboard))
            return
        device, corner = view.device, QPoint(*view.corner)
        paper, ratio = QRect(corner, device.page(self.display)), view.ratio
        pixels = _device_rect(exposed, ratio)
        if not paper.contains(pixels):
            painter.fillRect(exposed, QColor(self._colours.pasteboard))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # device pixels: tiles are copied, not scaled
        if not paper.contains(pixels):
            self._paint_shadow(painter, paper, ratio)
        if not (live and self._tiles.draw_stretched(painter, QRectF(paper))):
            self._tiles.draw(painter, corner, pixels, device, paper.size())
        painter.restore()
        painter.save()
        painter.setClipRect(exposed)
        self._paint_overlays(painter, view)
        painter.restore()

    def _paint_items(self, painter: QPainter, scale: DeviceScale, exposed: QRect) -> None:
        if self.display is None or self._ink is None:
            return
        if not self._preview:
            pitch = self.display.pitch
            if self._grid_visible:
                paint_grid(painter, self._gridded(scale, pitch), pitch * scale.down, self._colours)
            paint_edges(painter, self.display, scale, exposed, self._colours)
        paint_page(painter, self.display, self._ink, self._images, scale, exposed)

    def _gridded(self, scale: DeviceScale, pitch: float) -> GridPixels:
        """Return the grid's pixels, made anew only for another grid or scale."""
        key = (id(self._grid), scale, pitch)
        if self._grid_pixels is None or self._grid_pixels[0] != key:
            self._grid_pixels = (key, grid_pixels(self._grid, pitch, scale))
        return self._grid_pixels[1]

    def _paint_shadow(self, painter: QPainter, paper: QRect, ratio: float) -> None:
        """Paint the shadow as rings of device pixels: filling it would take longer than the page."""
        colour, sunk = QColor(self._colours.shadow), paper.translated(0, round(_SHADOW_DROP * ratio))
        width = max(1, round(ratio))
        for reach in range(1, _SHADOW + 1):
            colour.setAlpha(_SHADOW_ALPHA * (_SHADOW + 1 - reach))
            out = reach * width
            paint_ring(painter, sunk.adjusted(-out, -out, out, out), colour, width)

    def _paint_overlays(self, painter: QPainter, view: View) -> None:
        if self.display is None or self.hits is None:
            return
        over, shown = OverlayPainter(painter, view, self.hits, self._colours), self.overlays
        if not self._preview:
            over.names(shown.names)
        if not shown.writing:
            over.highlight(shown.elements)
        over.outlines(shown.frames)
        if not self._preview:
            over.port(shown.frames, shown.threads)
            over.grips(shown.frames)
            over.marks(shown.marks)
        if shown.drop is not None:
            over.guides(shown.guides)
            over.drop(shown.drop, QRectF(painter.window()))
        if shown.band is not None:
            over.band(shown.band)


def _device_rect(exposed: QRect, ratio: float) -> QRect:
    return QRectF(
        exposed.x() * ratio, exposed.y() * ratio, exposed.width() * ratio, exposed.height() * ratio
    ).toAlignedRect()
