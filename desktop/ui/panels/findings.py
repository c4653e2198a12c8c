"""The findings: what is wrong or unusual, each one click from its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.preflight import Finding, Severity
from desktop.ui.language import tr
from desktop.ui.models.findings import FINDING, SEVERITIES, FindingsModel
from desktop.ui.models.signs import SIZE, draw_sign
from desktop.ui.panels.ground import draw_ground, row_state
from desktop.ui.panels.parts import panel_head, quiet_label
from desktop.ui.theme import Theme

_PADDING = 6
_LEFT = 16


class FindingDelegate(QStyledItemDelegate):
    """Draws a finding: its sign, and its sentence on as many lines as it takes."""

    theme: Theme | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one finding."""
        finding = index.data(FINDING)
        if self.theme is None or not isinstance(finding, Finding):
            return
        painter.save()
        draw_ground(painter, QRectF(option.rect).adjusted(8, 1, -8, -1), row_state(option), self.theme)
        shape, token, _ = SEVERITIES[finding.severity]
        first = QRectF(option.rect.x() + _LEFT, option.rect.y() + _PADDING, SIZE, painter.fontMetrics().height())
        draw_sign(painter, shape, QColor(getattr(self.theme, token)), first)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(_text_box(option.rect), _FLAGS, index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the sentence takes in the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        box = _text_box(QRect(0, 0, width, 1000))
        height = option.fontMetrics.boundingRect(box, _FLAGS, str(index.data())).height()
        return QSize(width, max(28, height + 2 * _PADDING))


_FLAGS = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def _text_box(row: QRect) -> QRect:
    return row.adjusted(_LEFT + int(SIZE) + 8, _PADDING, -16, -_PADDING)


class FindingsPanel(QWidget):
    """The list with its counts.

    Signals:
        finding_chosen: a ``Finding`` whose place is to be shown.
    """

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelbody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = FindingsModel(self)
        self._counts = quiet_label()
        self._view = self._made_view()
        self._delegate = FindingDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._clear = quiet_label(tr("Nothing to report."))
        self._clear.setContentsMargins(16, 0, 16, 8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.addWidget(panel_head(tr("Preflight")), 1)
        head.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._clear)
        column.addWidget(self._view, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._view.viewport().update()

    def set_findings(self, findings: Sequence[Finding] | None) -> None:
        """Show other findings; None: nothing was looked at."""
        self.model.set_findings(findings or ())
        counts = self.model.counts()
        shown = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.INFO: "○"}
        self._counts.setText("   ".join(f"{counts[kind]} {sign}" for kind, sign in shown.items() if counts[kind]))
        self._clear.setVisible(findings is not None and not findings)

    def _made_view(self) -> QListView:
        view = QListView()
        view.setObjectName("findings")
        view.setAccessibleName(tr("Preflight"))
        view.setModel(self.model)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _choose(self, index: QModelIndex) -> None:
        self.finding_chosen.emit(index.data(FINDING))
