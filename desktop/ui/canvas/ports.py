"""The port of a text frame: where a hand takes the text that runs out of it, to lead it into another frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.display import DisplayFrame
from desktop.model.layout import SlotKind
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.scale import View

SIDE = 13.0
"""Logical pixels of a port's side."""
_ABOVE = 18.0
"""Logical pixels by which a port's middle stands above the frame's foot: the corner below it is a grip."""
_REACH = 3.0
"""Logical pixels by which a port can be missed."""
_RUNNING = frozenset({SlotKind.TEXT.value, SlotKind.CAPTION.value})
_PAPER = "#FFFFFF"


def ported(hits: PageHits | None, selected: Sequence[str]) -> DisplayFrame | None:
    """Return the frame that shows its port: one that text can run through, and that alone is selected."""
    frame = hits.frame(selected[0]) if hits and len(selected) == 1 else None
    return frame if frame is not None and frame.kind in _RUNNING and frame.box.height else None


def way_out(view: View, frame: DisplayFrame) -> QRectF:
    """Return where the port is at which text leaves a frame."""
    return _about(view.to_view(frame.box).bottomRight() - QPointF(0, _ABOVE))


def way_in(view: View, frame: DisplayFrame) -> QRectF:
    """Return where text comes into a frame."""
    return _about(view.to_view(frame.box).topLeft() + QPointF(0, _ABOVE))


def port_at(hits: PageHits | None, view: View, selected: Sequence[str], at: QPointF) -> str | None:
    """Return the frame whose port is at a position of the view."""
    frame = ported(hits, selected)
    if frame is None:
        return None
    return frame.id if way_out(view, frame).adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at) else None


def paint_port(painter: QPainter, box: QRectF, colour: str) -> None:
    """Paint a port: a square with an arrow."""
    painter.setPen(QPen(QColor(colour), 1.0))
    painter.setBrush(QColor(_PAPER))
    painter.drawRect(box)
    middle, third = box.center(), box.width() / 4
    arrow = [QPointF(-third, -third), QPointF(third, 0), QPointF(-third, third)]
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([middle + corner for corner in arrow]))


Way = tuple[DisplayFrame, DisplayFrame]
"""The frame that text leaves, and the one that it comes into."""


def ways(hits: PageHits, threads: Collection[Sequence[str]], selected: Collection[str]) -> tuple[Way, ...]:
    """Return from which frame to which text runs, in the threads of which a frame is selected."""
    found: list[Way] = []
    for thread in threads:
        frames = [frame for name in thread if (frame := hits.frame(name)) is not None and frame.box.height]
        if any(frame.id in selected for frame in frames):
            found.extend(pairwise(frames))
    return tuple(found)


def way_line(view: View, way: Way) -> QLineF:
    """Return the line from one frame's way out to the next one's way in, in pixels."""
    return QLineF(way_out(view, way[0]).center(), way_in(view, way[1]).center())


def paint_threads(
    painter: QPainter, view: View, hits: PageHits, threads: Collection[Sequence[str]], selected: Collection[str]
) -> None:
    """Paint the ways that text takes from frame to frame, of the threads of which a frame is selected."""
    for way in ways(hits, threads, selected):
        painter.drawLine(way_line(view, way))


def _about(middle: QPointF) -> QRectF:
    box = QRectF(0, 0, SIDE, SIDE)
    box.moveCenter(middle)
    return box
