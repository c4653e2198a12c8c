"""How a row of the outline is drawn: role, first words, length, sign."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.language import ROLE_NAMES, tr
from desktop.ui.models.outline import OutlineRole, row_name
from desktop.ui.models.rows import Row, RowKind
from desktop.ui.models.signs import SIZE, draw_sign
from desktop.ui.panels.ground import RowState, draw_ground
from desktop.ui.panels.parts import room_for_line
from desktop.ui.theme import Theme

ROW_HEIGHT = 28
_GAP = 8
_ROLE = 0.45
"""Part of a row that the role may take at most: with large letters the words themselves need room too."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CUT = Qt.TextElideMode.ElideRight
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class OutlineDelegate(QStyledItemDelegate):
    """Draws rows in the colours of a theme."""

    theme: Theme | None = None
    _widest: int | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(OutlineRole.ROW)
        if self.theme is None or not isinstance(row, Row):
            return
        painter.save()
        box = option.rect.adjusted(2, 0, -_GAP, 0)
        box = self._sign(painter, box, row, self.theme)
        painter.setFont(_font(option.font, bold=row.kind is RowKind.STORY))
        box = self._length(painter, box, row, self.theme)
        box = self._role(painter, box, row, self.theme)
        painter.setPen(QColor(self.theme.text))
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        return QSize(120, room_for_line(option.fontMetrics, ROW_HEIGHT))

    def ground(self, painter: QPainter, row: QRect, state: RowState) -> None:
        """Draw what lies under a whole row, its indentation included."""
        if self.theme is not None:
            draw_ground(painter, QRectF(row).adjusted(4, 1, -4, -1), state, self.theme)

    def gap(self, painter: QPainter, row: QRect, *, above: bool) -> None:
        """Draw the line at a row's edge where what is dragged would go."""
        if self.theme is not None:
            y = row.top() if above else row.bottom()
            painter.fillRect(QRect(row.left(), y - 1, row.width() - _GAP, 2), QColor(self.theme.selection))

    def _sign(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        place = QRectF(box.right() - SIZE, box.center().y() - SIZE / 2 + 0.5, SIZE, SIZE)
        draw_sign(painter, row.sign.shape, QColor(getattr(theme, row.sign.token)), place)
        return box.adjusted(0, 0, -int(SIZE) - _GAP, 0)

    def _length(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        painter.setPen(QColor(theme.muted))
        text = f"{row.length:,}"
        painter.drawText(box, _RIGHT, text)
        return box.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - _GAP, 0)

    def _role(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        if row.kind is RowKind.STORY:
            return box
        painter.setPen(QColor(theme.muted))
        if self._widest is None:
            self._widest = _widest_role(painter.fontMetrics())
        width = min(self._widest, round(_ROLE * box.width()))
        painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(row_name(row), _CUT, width))
        return box.adjusted(width + _GAP, 0, 0, 0)


def _font(font: QFont, *, bold: bool) -> QFont:
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def _widest_role(metrics: QFontMetrics) -> int:
    """Return the width of the longest role name, so that all first words begin at one line."""
    return max(metrics.horizontalAdvance(tr(name)) for name in ROLE_NAMES.values())
