"""What lies over the page on the screen only: names, selection, marks, what a drop would do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.display import DisplayFrame
from desktop.geometry import Rect
from desktop.session.guides import Guide
from desktop.ui.canvas.colours import CanvasColours, DropState, FrameMark
from desktop.ui.canvas.grips import SIDE, corners, gripped
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.ports import paint_port, paint_threads, ported, way_out
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.strokes import on_paper
from desktop.ui.canvas.tags import draw_tag, tag_size

_PLATE = QColor(255, 255, 255, 200)
"""Behind names: a placeholder's lines cross where its name stands."""
_HIGHLIGHT, _SOFT, _TARGET = 0.20, 0.10, 0.20
"""Strength of the colour behind selected text, in frames that take what is dragged, in the frame under the pointer."""
_SELECTED, _AIMED = 2.0, 2.0
"""Logical pixels: line widths of the selection and of the drop's target."""
_MARK_FONT, _DROP_FONT = 0.85, 1.1
"""Parts of the interface's font size in which marks and the drop's label are written."""
_FOOT = 4
"""Logical pixels by which a mark reaches into its frame: it hangs in the gap below, not on the last line."""
_BAND_ALPHA = 32
_GRIP = "#FFFFFF"
"""Inside of grips, like paper."""
_ROOM = 3.0
"""A target this many tags high carries its tag in the middle; a lower one above itself, so that it is seen."""


class Drop(Struct, frozen=True):
    """A drop as it would be done now; without candidates the target is what is dragged, not where it goes."""

    candidates: Mapping[str, bool]
    target: str | None
    label: str
    state: DropState


class Overlays(Struct):
    """What is to be shown over the page."""

    frames: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, FrameMark] = field(default_factory=dict)
    drop: Drop | None = None
    guides: tuple[Guide, ...] = ()
    threads: tuple[tuple[str, ...], ...] = ()
    """Frames through which texts run, in their order."""
    band: QRectF | None = None
    """What is drawn round frames to select them, in the viewport."""
    writing: bool = False
    """A caret stands in the text: what is selected are characters, not elements."""


class OverlayPainter(Struct, frozen=True):
    """Paints overlays in logical pixels."""

    painter: QPainter
    view: View
    hits: PageHits
    colours: CanvasColours

    def names(self, names: Mapping[str, str]) -> None:
        """Write what belongs there into frames in which nothing stands."""
        colour = QColor(self.colours.frame).darker(170)
        for frame in self.hits.empty:
            box, text = self.view.to_view(frame.box), names.get(frame.id, "")
            metrics = self.painter.fontMetrics()
            if text and box.height() >= metrics.height() and box.width() > 2 * metrics.averageCharWidth():
                room = int(box.width()) - 8
                self.painter.setPen(colour)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                plate = metrics.boundingRect(box.toRect(), Qt.AlignmentFlag.AlignCenter, shown)
                self.painter.fillRect(plate.adjusted(-4, -1, 4, 1), _PLATE)
                self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def highlight(self, elements: Iterable[str]) -> None:
        """Lay a soft colour behind the lines of elements: print stays as dark as it is."""
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        colour = on_paper(self.colours.selection, _HIGHLIGHT)
        for element in elements:
            for box in self.hits.element_boxes(element):
                self.painter.fillRect(self.view.snapped(box), colour)
        self.painter.restore()

    def outlines(self, names: Iterable[str]) -> None:
        """Outline the selected frames."""
        self._pen(self.colours.selection, _SELECTED)
        for frame in self._frames(names):
            self.painter.drawRect(self._outline(frame.box, _SELECTED))

    def grips(self, names: Sequence[str]) -> None:
        """Draw the corners of the selected picture, to be taken hold of."""
        frame = gripped(self.hits, names)
        if frame is None:
            return
        self._pen(self.colours.selection, 1.0)
        self.painter.setBrush(QColor(_GRIP))
        for corner in corners(self.view.snapped(frame.box)).values():
            box = QRectF(0, 0, SIDE, SIDE)
            box.moveCenter(corner)
            self.painter.drawRect(QRectF(self._pixel(box.topLeft()), box.size()))

    def port(self, names: Sequence[str], threads: Collection[Sequence[str]]) -> None:
        """Draw the ways of the selected frames' texts, and the port of the one that is selected."""
        self._pen(self.colours.selection, 1.0)
        paint_threads(self.painter, self.view, self.hits, threads, names)
        frame = ported(self.hits, names)
        if frame is not None:
            box = way_out(self.view, frame)
            paint_port(self.painter, QRectF(self._pixel(box.topLeft()), box.size()), self.colours.selection)

    def guides(self, guides: Iterable[Guide]) -> None:
        """Draw lines along which edges are level."""
        self._pen(self.colours.accent, 1.0)
        for guide in guides:
            start, end = (guide.at, guide.start), (guide.at, guide.end)
            if not guide.vertical:
                start, end = start[::-1], end[::-1]
            box = self.view.to_view(Rect(*start, end[0] - start[0], end[1] - start[1]))
            self.painter.drawLine(self._pixel(box.topLeft()), self._pixel(box.bottomRight()))

    def band(self, band: QRectF) -> None:
        """Draw the band that is drawn round frames."""
        colour = QColor(self.colours.selection)
        self._pen(self.colours.selection, 1.0)
        self.painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), _BAND_ALPHA))
        self.painter.drawRect(QRectF(self._pixel(band.topLeft()), self._pixel(band.bottomRight())))

    def marks(self, marks: Mapping[str, FrameMark]) -> None:
        """Set a tag at the foot of marked frames."""
        self.painter.save()
        self._font(_MARK_FONT)
        grounds = {"overset": self.colours.accent, "short": self.colours.reject, "ok": self.colours.accept}
        for name, mark in marks.items():
            frame = self.hits.frame(name)
            if frame is None or (mark.kind == "ok" and not mark.text):
                continue
            corner = mark_box(self.view.to_view(frame.box), self.painter.font(), mark.text).topLeft()
            draw_tag(self.painter, self._pixel(corner), mark.kind, mark.text, QColor(grounds[mark.kind]))
        self.painter.restore()

    def drop(self, drop: Drop, room: QRectF) -> None:
        """Light up the frames that take what is dragged, and say at the target what a drop would do."""
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        taking = list(self._frames(name for name, takes in drop.candidates.items() if takes))
        for frame in taking:
            self.painter.fillRect(self.view.snapped(frame.box), on_paper(self.colours.accept, _SOFT))
        self.painter.restore()
        self._pen(self.colours.accept, 1.0, Qt.PenStyle.DashLine)
        for frame in taking:
            self.painter.drawRect(self._outline(frame.box, 1.0))
        target = self.hits.frame(drop.target) if drop.target is not None else None
        if target is not None:
            self._target(target, drop, room)

    def _target(self, frame: DisplayFrame, drop: Drop, room: QRectF) -> None:
        ground = QColor(self._state_colour(drop.state))
        box = self.view.snapped(frame.box)
        if drop.candidates:  # a picture that moves is itself what is to be seen
            self.painter.save()
            self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            self.painter.fillRect(box, on_paper(ground.name(), _TARGET))
            self.painter.restore()
        self._pen(ground.name(), _AIMED)
        self.painter.drawRect(self._outline(frame.box, _AIMED))
        if drop.label:
            self._label(drop, box, room, ground)

    def _label(self, drop: Drop, box: QRectF, room: QRectF, ground: QColor) -> None:
        self.painter.save()
        self._font(_DROP_FONT)
        size, seen = tag_size(self.painter.font(), drop.label), box.intersected(room)
        left = seen.center().x() - size.width() / 2
        inside = seen.height() >= _ROOM * size.height()
        top = seen.center().y() - size.height() / 2 if inside else seen.top() - size.height() - 4
        left = max(room.left() + 4, min(left, room.right() - size.width() - 4))
        top = max(room.top() + 4, min(top, room.bottom() - size.height() - 4))
        draw_tag(self.painter, self._pixel(QPointF(left, top)), drop.state, drop.label, ground)
        self.painter.restore()

    def _font(self, factor: float) -> None:
        self.painter.setFont(resized(self.painter.font(), factor))

    def _state_colour(self, state: DropState) -> str:
        colours = self.colours
        return {
            "ok": colours.accept,
            "over": colours.accent,
            "short": colours.selection,
            "reject": colours.reject,
        }[state]

    def _frames(self, names: Iterable[str]) -> Iterable[DisplayFrame]:
        return (frame for name in names if (frame := self.hits.frame(name)) is not None)

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        # Whole device pixels: half a pixel of colour looks blurred.
        pen = QPen(QColor(colour), round(width * self.view.ratio) / self.view.ratio, style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def _outline(self, box: Rect, width: float) -> QRectF:
        """Return the rectangle whose stroke of a width lies around the frame, on whole pixels: text stays readable."""
        half = round(width * self.view.ratio) / 2 / self.view.ratio
        return self.view.snapped(box).adjusted(-half, -half, half, half)

    def _pixel(self, at: QPointF) -> QPointF:
        ratio = self.view.ratio
        return QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)


def mark_at(marks: Mapping[str, FrameMark], hits: PageHits, view: View, font: QFont, at: QPointF) -> str | None:
    """Return the frame whose tag is at a position of the viewport."""
    font = resized(font, _MARK_FONT)
    for name, mark in marks.items():
        frame = hits.frame(name)
        if frame is not None and mark.text and mark_box(view.to_view(frame.box), font, mark.text).contains(at):
            return name
    return None


def mark_box(frame: QRectF, font: QFont, text: str) -> QRectF:
    """Return where the tag at a frame's foot is."""
    size = tag_size(font, text)
    return QRectF(QPointF(frame.right() - size.width(), frame.bottom() - _FOOT), size)


def resized(font: QFont, factor: float) -> QFont:
    """Return a font in another size."""
    made = QFont(font)
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * factor)
    else:
        made.setPixelSize(round(made.pixelSize() * factor))
    return made
