"""What lies over the page on the screen only: frame edges, names, selection, marks, what a drop would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.display import DisplayFrame
from desktop.geometry import Rect
from desktop.ui.canvas.colours import CanvasColours, DropState, FrameMark
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.tags import draw_tag, tag_size

_PAPER = QColor("#FFFFFF")
_EDGE = 0.6
"""Strength of frame edges."""
_HIGHLIGHT, _SOFT, _TARGET = 0.20, 0.10, 0.20
"""Strength of the colour behind selected text, in frames that take what is dragged, in the frame under the pointer."""
_SELECTED, _AIMED = 1.5, 2.0
"""Logical pixels: line widths of the selection and of the drop's target."""
_RADIUS = 6.0


@dataclass(frozen=True, slots=True)
class Drop:
    """A drop as it would be done now."""

    candidates: Mapping[str, bool]
    target: str | None
    label: str
    state: DropState


@dataclass(slots=True)
class Overlays:
    """What is to be shown over the page."""

    frames: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, FrameMark] = field(default_factory=dict)
    drop: Drop | None = None


@dataclass(frozen=True, slots=True)
class OverlayPainter:
    """Paints overlays in logical pixels."""

    painter: QPainter
    view: View
    hits: PageHits
    colours: CanvasColours

    def edges(self, frames: Iterable[DisplayFrame]) -> None:
        """Paint faint frame edges, no darker than print under them."""
        colour = _faded(self.colours.frame, _EDGE)
        self.painter.setPen(QPen(colour, 0))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for frame in frames:
            if frame.box.height:
                self.painter.drawRect(self._outline(frame.box, 1 / self.view.ratio))

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
                self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def highlight(self, elements: Iterable[str]) -> None:
        """Lay a soft colour behind the lines of elements: print stays as dark as it is."""
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        colour = _on_paper(self.colours.selection, _HIGHLIGHT)
        for element in elements:
            for box in self.hits.element_boxes(element):
                self.painter.fillRect(self.view.snapped(box), colour)
        self.painter.restore()

    def outlines(self, names: Iterable[str]) -> None:
        """Outline the selected frames."""
        self._pen(self.colours.selection, _SELECTED)
        for frame in self._frames(names):
            self.painter.drawRect(self._outline(frame.box, _SELECTED))

    def marks(self, marks: Mapping[str, FrameMark]) -> None:
        """Set a tag at the foot of marked frames."""
        grounds = {"overset": self.colours.accent, "short": self.colours.reject, "ok": self.colours.accept}
        for name, mark in marks.items():
            frame = self.hits.frame(name)
            if frame is None or (mark.kind == "ok" and not mark.text):
                continue
            box, size = self.view.to_view(frame.box), tag_size(self.painter.font(), mark.text)
            corner = QPointF(box.right() - size.width(), box.bottom() - size.height() / 2)
            draw_tag(self.painter, self._pixel(corner), mark.kind, mark.text, QColor(grounds[mark.kind]))

    def drop(self, drop: Drop, room: QRectF) -> None:
        """Light up the frames that take what is dragged, and say at the target what a drop would do."""
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        taking = list(self._frames(name for name, takes in drop.candidates.items() if takes))
        for frame in taking:
            self.painter.fillRect(self.view.snapped(frame.box), _on_paper(self.colours.accept, _SOFT))
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
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self.painter.fillRect(box, _on_paper(ground.name(), _TARGET))
        self.painter.restore()
        self._pen(ground.name(), _AIMED)
        self.painter.drawRect(self._outline(frame.box, _AIMED))
        if drop.label:
            size = tag_size(self.painter.font(), drop.label)
            seen = box.intersected(room)
            left = min(max(seen.center().x() - size.width() / 2, room.left() + 4), room.right() - size.width() - 4)
            top = min(max(seen.top() + 8, room.top() + 4), room.bottom() - size.height() - 4)
            draw_tag(self.painter, self._pixel(QPointF(left, top)), drop.state, drop.label, ground)

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
        pen = QPen(QColor(colour), width, style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def _outline(self, box: Rect, width: float) -> QRectF:
        """Return the rectangle whose stroke of a width ends at the frame's edge, on whole pixels."""
        half = round(width * self.view.ratio) / 2 / self.view.ratio
        return self.view.snapped(box).adjusted(half, half, -half, -half)

    def _pixel(self, at: QPointF) -> QPointF:
        ratio = self.view.ratio
        return QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)


def _faded(colour: str, strength: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(strength)
    return faded


def _on_paper(colour: str, strength: float) -> QColor:
    """Return the opaque colour that a thin coat of a colour has on white paper."""
    full, paper = QColor(colour), _PAPER
    parts = zip((full.red(), full.green(), full.blue()), (paper.red(), paper.green(), paper.blue()), strict=True)
    return QColor(*(round(one * strength + other * (1 - strength)) for one, other in parts))
