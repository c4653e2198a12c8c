"""Tags with a sign and a few words, as they stand at frames."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

_HEIGHT, _PAD, _SIGN, _GAP, _RADIUS = 1.35, 0.45, 0.72, 0.36, 6.0
"""In parts of the words' line height: a tag's height, space at its ends, its sign's side, space between sign and words;
its radius in logical pixels."""

_LINE = 1.5
_INKS = (QColor("#10141C"), QColor("#FFFFFF"))


def tag_size(font: QFont, text: str) -> QSizeF:
    """Return the size of a tag."""
    metrics = QFontMetricsF(font)
    line = metrics.height()
    words = metrics.horizontalAdvance(text) + _GAP * line if text else 0.0
    return QSizeF((2 * _PAD + _SIGN) * line + words, _HEIGHT * line)


def draw_tag(painter: QPainter, corner: QPointF, sign: str, text: str, ground: QColor) -> None:
    """Draw a rounded tag of one colour with sign and words on it; the painter's font sets the words."""
    size = tag_size(painter.font(), text)
    box = QRectF(corner, size)
    ink = on_colour(ground)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    radius = min(_RADIUS, size.height() / 3)
    painter.drawRoundedRect(box, radius, radius)
    line = size.height() / _HEIGHT
    side = _SIGN * line
    place = QRectF(box.left() + _PAD * line, box.center().y() - side / 2, side, side)
    draw_sign(painter, place, sign, ink)
    painter.setPen(ink)
    words = box.adjusted((_PAD + _SIGN + _GAP) * line, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def on_colour(ground: QColor) -> QColor:
    """Return dark or white ink, whichever is read better on a ground."""
    return max(_INKS, key=lambda ink: contrast(ink, ground))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def draw_sign(painter: QPainter, box: QRectF, sign: str, colour: QColor) -> None:
    """Draw a sign; its shape alone tells what it means."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, _LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[sign](painter, box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2))
    painter.restore()


def _overset(painter: QPainter, box: QRectF) -> None:
    """A plus in a ring: more text than place."""
    painter.drawEllipse(box)
    inner = box.width() * 0.26
    centre = box.center()
    painter.drawLine(centre - QPointF(inner, 0), centre + QPointF(inner, 0))
    painter.drawLine(centre - QPointF(0, inner), centre + QPointF(0, inner))


def _short(painter: QPainter, box: QRectF) -> None:
    """A triangle: lines are empty."""
    painter.drawPolygon([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])


def _fits(painter: QPainter, box: QRectF) -> None:
    """A tick."""
    low = QPointF(box.left() + box.width() * 0.38, box.bottom() - box.height() * 0.12)
    painter.drawPolyline([QPointF(box.left(), box.center().y()), low, QPointF(box.right(), box.top() + 1)])


def _refused(painter: QPainter, box: QRectF) -> None:
    """A cross."""
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


_SIGNS: MappingProxyType[str, Callable[[QPainter, QRectF], None]] = MappingProxyType(
    {"overset": _overset, "over": _overset, "short": _short, "ok": _fits, "reject": _refused}
)
