"""The history: every step by name; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import Message
from desktop.ui.language import tr
from desktop.ui.models.history import CURRENT, UNDONE, HistoryModel
from desktop.ui.models.signs import SIZE, draw_sign
from desktop.ui.panels.ground import draw_ground, row_state
from desktop.ui.panels.parts import panel_head, room_for_line
from desktop.ui.theme import Theme

SIGNS = MappingProxyType({(True, False): "●", (False, True): "○"})
"""Signs by whether a state is the one shown, and whether it was taken back."""


class HistoryDelegate(QStyledItemDelegate):
    """Draws a step: a disc at the state that is shown; one that was taken back is paler, with a ring."""

    theme: Theme | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one step."""
        if self.theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, QRectF(option.rect).adjusted(8, 1, -8, -1), row_state(option), self.theme)
        ink = QColor(self.theme.muted if index.data(UNDONE) else self.theme.text)
        sign = SIGNS.get((bool(index.data(CURRENT)), bool(index.data(UNDONE))))
        if sign is not None:
            draw_sign(painter, sign, ink, QRectF(option.rect.x() + 16, option.rect.y(), SIZE, option.rect.height()))
        painter.setPen(ink)
        box = option.rect.adjusted(16 + int(SIZE) + 8, 0, -16, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        return QSize(120, room_for_line(option.fontMetrics, 28))


class HistoryPanel(QWidget):
    """The list of steps.

    Signals:
        state_chosen: how many steps are to be done, counted from what was opened.
    """

    state_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelbody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = HistoryModel(self)
        self._view = QListView()
        self._view.setObjectName("history")
        self._view.setAccessibleName(tr("History"))
        self._view.setModel(self.model)
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = HistoryDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.clicked.connect(lambda index: self.state_chosen.emit(index.row()))
        self._view.activated.connect(lambda index: self.state_chosen.emit(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel_head(tr("History")))
        column.addWidget(self._view, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._view.viewport().update()

    def set_steps(self, done: Sequence[Message], undone: Sequence[Message]) -> None:
        """Show other steps, and which state is the current one."""
        self.model.set_steps(done, undone)
        current: QModelIndex = self.model.index(self.model.current)
        self._view.setCurrentIndex(current)
        self._view.scrollTo(current)
