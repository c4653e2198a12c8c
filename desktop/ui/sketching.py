"""A layout's sketch, drawn: the sheet with its grid, heads as bars, text as lines in its columns, pictures crossed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.geometry import Rect
from desktop.model.layout import Grid, SlotKind
from desktop.session.sketch import Sketch, SketchedSlot

_PAPER, _EDGE = QColor("#FFFFFF"), QColor(0, 0, 0, 60)
_COLUMN, _INK, _TEXT, _RULE = QColor("#EAF3F7"), QColor("#4A4C52"), QColor("#A9ACB3"), QColor("#8C8F96")
_PICTURE, _CROSS, _ADVERT = QColor("#CFDDEB"), QColor("#9DB3CA"), QColor("#F1E6CF")
_THINNEST = 2.5
"""Device pixels between lines of text; closer ones would run into a grey."""
_HEAD_LINES = 4.0
"""Lines of the grid that a bar and the space below it stand for in a head."""


def sketch_pixmap(sketch: Sketch, size: QSize, ratio: float) -> QPixmap:
    """Return a sketch that fits into a size.

    Args:
        sketch: what to draw.
        size: in device-independent pixels.
        ratio: device pixels of one.
    """
    grid = sketch.grid
    scale = min(size.width() / grid.sheet_width, size.height() / grid.sheet_height) * ratio
    pixmap = QPixmap(max(1, int(grid.sheet_width * scale)), max(1, int(grid.sheet_height * scale)))
    pixmap.fill(_PAPER)
    painter = QPainter(pixmap)
    painter.scale(scale, scale)
    _Pen(painter, grid, scale).draw(sketch)
    painter.resetTransform()
    painter.setPen(_EDGE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _Pen:
    """Draws in points; lines are cosmetic, a device pixel wide."""

    def __init__(self, painter: QPainter, grid: Grid, scale: float) -> None:
        self._painter, self._grid, self._scale = painter, grid, scale
        self._by_kind: Mapping[SlotKind, Callable[[SketchedSlot, QRectF], None]] = {
            SlotKind.HEAD: self._head,
            SlotKind.TEXT: self._text,
            SlotKind.CAPTION: self._caption,
            SlotKind.PICTURE: self._picture,
            SlotKind.ADVERT: self._picture,
            SlotKind.SLOGAN: self._upright,
            SlotKind.FOLIO: self._folio,
            SlotKind.BOX: self._box,
            SlotKind.RULE: self._rule,
        }

    def draw(self, sketch: Sketch) -> None:
        grid, area = self._grid, self._grid.type_area
        for column in range(1, grid.columns + 1):
            band = QRectF(grid.column_x(column), area.y, grid.measure * grid.body, area.height)
            self._painter.fillRect(band, _COLUMN)
        for drawn in sketch.slots:
            box = _rect(grid.box(drawn.box.column, drawn.box.columns, drawn.box.line, drawn.box.lines))
            self._by_kind[drawn.slot.kind](drawn, box)
            self._border(drawn.slot.border, box)
        for rule in sketch.rules:
            box = _rect(grid.box(rule.column, rule.columns, rule.line, rule.lines))
            gutter = grid.gutter * grid.body / 2
            self._line(box.topLeft(), box.topRight()) if rule.across else self._line(
                box.topLeft() - QPointF(gutter, 0), box.bottomLeft() - QPointF(gutter, 0)
            )

    def _head(self, drawn: SketchedSlot, box: QRectF) -> None:
        if drawn.slot.vertical:
            self._upright(drawn, box)
            return
        grid = self._grid
        bars = max(1, min(2, int(drawn.box.lines / _HEAD_LINES)))
        step = box.height() / bars
        for bar in range(bars):
            thick = min(step * 0.6, grid.pitch * _HEAD_LINES)
            part = 0.72 if bar == 0 else 0.45
            wide = box.width() * part
            top = box.y() + bar * step + (step - thick) / 2
            self._painter.fillRect(QRectF(box.center().x() - wide / 2, top, wide, thick), _INK)

    def _text(self, drawn: SketchedSlot, box: QRectF) -> None:
        self._painter.fillRect(box, _PAPER)
        self._painter.setPen(QPen(_TEXT, 0))
        if drawn.slot.vertical:
            self._upright_lines(box)
            return
        step = self._step()
        for left, width in drawn.texts:
            at = box.y() + step / 2
            while at < box.bottom():
                self._painter.drawLine(QLineF(left, at, left + width, at))
                at += step

    def _caption(self, drawn: SketchedSlot, box: QRectF) -> None:  # noqa: ARG002 - as the others
        self._painter.fillRect(box, _PAPER)
        self._painter.setPen(QPen(_INK, 0))
        at = box.y() + box.height() / 2
        self._painter.drawLine(QLineF(box.x(), at, box.x() + box.width() * 0.6, at))

    def _picture(self, drawn: SketchedSlot, box: QRectF) -> None:
        self._painter.fillRect(box, _ADVERT if drawn.slot.kind is SlotKind.ADVERT else _PICTURE)
        self._painter.setPen(QPen(_CROSS, 0))
        self._painter.drawLine(box.topLeft(), box.bottomRight())
        self._painter.drawLine(box.bottomLeft(), box.topRight())

    def _upright(self, drawn: SketchedSlot, box: QRectF) -> None:  # noqa: ARG002 - as the others
        wide = min(box.width() * 0.5, self._grid.pitch * 2)
        self._painter.fillRect(QRectF(box.center().x() - wide / 2, box.y(), wide, box.height()), _INK)

    def _upright_lines(self, box: QRectF) -> None:
        step = self._step()
        at = box.right() - step / 2
        while at > box.x():
            self._painter.drawLine(QLineF(at, box.y(), at, box.bottom()))
            at -= step

    def _folio(self, drawn: SketchedSlot, box: QRectF) -> None:  # noqa: ARG002 - as the others
        self._painter.fillRect(QRectF(box.x(), box.center().y(), box.width() * 0.3, box.height() / 3), _TEXT)

    def _box(self, drawn: SketchedSlot, box: QRectF) -> None:  # noqa: ARG002 - as the others
        self._painter.fillRect(box, _PAPER)

    def _rule(self, drawn: SketchedSlot, box: QRectF) -> None:  # noqa: ARG002 - as the others
        middle = box.center()
        if box.width() >= box.height():
            self._line(QPointF(box.x(), middle.y()), QPointF(box.right(), middle.y()))
        else:
            self._line(QPointF(middle.x(), box.y()), QPointF(middle.x(), box.bottom()))

    def _border(self, sides: str, box: QRectF) -> None:
        corners = {
            "t": (box.topLeft(), box.topRight()),
            "b": (box.bottomLeft(), box.bottomRight()),
            "l": (box.topLeft(), box.bottomLeft()),
            "r": (box.topRight(), box.bottomRight()),
        }
        for side in sides:
            self._line(*corners[side])

    def _line(self, start: QPointF, end: QPointF) -> None:
        self._painter.setPen(QPen(_RULE, 0))
        self._painter.drawLine(start, end)

    def _step(self) -> float:
        """Return the points between lines of text: those of the grid, or every second, third … of them."""
        step = self._grid.pitch
        while step * self._scale < _THINNEST:
            step += self._grid.pitch
        return step


def _rect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
