"""A sheet in an area that scrolls and zooms, and where on it things are."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.geometry import Rect
from desktop.ui.canvas.grips import Hold, hold_at
from desktop.ui.canvas.overlays import mark_at
from desktop.ui.canvas.ports import port_at
from desktop.ui.canvas.sheet import Sheet
from desktop.ui.canvas.zoomarea import ZoomArea

_OUTSIDE, _INSIDE = 3.0, 1.0
"""Logical pixels by which a frame's edge can be missed. Text begins right inside it."""


class SheetArea(ZoomArea):
    """Knows what is where. Positions are those of the viewport, in logical pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet()

    def frame_at(self, position: QPoint, /) -> str | None:
        """Return the frame at a position."""
        hits = self._sheet.hits
        return hits.frame_at(*self._on_page(position)) if hits else None

    def selection_box(self) -> Rect | None:
        """Return the rectangle of the page around all that is selected; None where nothing of it stands there."""
        hits, overlays = self._sheet.hits, self._sheet.overlays
        if hits is None:
            return None
        boxes = [frame.box for name in overlays.frames if (frame := hits.frame(name)) is not None]
        boxes += [box for element in overlays.elements for box in hits.element_boxes(element)]
        if not boxes:
            return None
        return reduce(Rect.united, boxes)

    def frame_rect(self, frame_id: str) -> QRect:
        """Return where a frame or slot is; a null rectangle where the page has none of this id."""
        frame = self._sheet.hits.frame(frame_id) if self._sheet.hits else None
        return self._viewpoint.view.to_view(frame.box).toAlignedRect() if frame else QRect()

    def element_at(self, position: QPoint, /) -> str | None:
        """Return the element whose text is at a position."""
        hits = self._sheet.hits
        return hits.element_at(*self._on_page(position)) if hits else None

    def element_rects(self, element_id: str) -> list[QRect]:
        """Return where the lines of an element are."""
        boxes = self._sheet.hits.element_boxes(element_id) if self._sheet.hits else ()
        return [self._viewpoint.view.to_view(box).toAlignedRect() for box in boxes]

    def text_at(self, position: QPoint, modifiers: Qt.KeyboardModifier) -> str | None:
        """Return the element whose text a press takes hold of: none at a frame's edge, nor while Alt is held."""
        if modifiers & Qt.KeyboardModifier.AltModifier or self._edge_at(position) is not None:
            return None
        return self.element_at(position)

    def hold_at(self, position: QPoint) -> Hold | None:
        """Return the picture's frame that a press takes hold of, and what of it; corners only of the selected one."""
        return hold_at(self._sheet.hits, self._viewpoint.view, self._sheet.overlays.frames, QPointF(position))

    @property
    def selection_colour(self) -> str:
        """The colour of what is selected."""
        return self._sheet.colours.selection

    def picture(self, media_id: str) -> QImage | None:
        """Return a picture of the edition, whole; None where it cannot be decoded."""
        return self._sheet.picture(media_id)

    def view_rect(self, box: Rect) -> QRectF:
        """Return where a rectangle of the page is."""
        return self._viewpoint.view.to_view(box)

    def page_at(self, position: QPoint) -> tuple[float, float]:
        """Return the point of the page, in points, at a position."""
        return self._on_page(position)

    def page_point(self, at: QPoint, /) -> tuple[float, float]:
        """Return the point of the page, in points, under a global position."""
        return self._on_page(self.viewport().mapFromGlobal(at))

    def _edge_at(self, position: QPoint) -> str | None:
        scale, hits = self._viewpoint.view.scale, self._sheet.hits
        return hits.edge_at(*self._on_page(position), _OUTSIDE / scale, _INSIDE / scale) if hits else None

    def _on_page(self, position: QPoint) -> tuple[float, float]:
        # A position names a pixel: its middle is what is pointed at.
        return self._viewpoint.view.to_page(QPointF(position) + QPointF(0.5, 0.5))

    def _mark_at(self, event: QMouseEvent) -> str | None:
        hits, overlays = self._sheet.hits, self._sheet.overlays
        if hits is None or event.button() != Qt.MouseButton.LeftButton:
            return None
        return mark_at(overlays.marks, hits, self._viewpoint.view, self.font(), event.position())

    def _port_at(self, event: QMouseEvent) -> str | None:
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        return port_at(self._sheet.hits, self._viewpoint.view, self._sheet.overlays.frames, event.position())
