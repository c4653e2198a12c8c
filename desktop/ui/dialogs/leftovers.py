"""What found no place in another layout: a list beside the page, from which one gets to each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.session.leftovers import Leftover
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr
from desktop.ui.panels.parts import quiet_label, room_for_line

_ROW = 48
"""Pixels of a row: what it is about, and below it the reason."""


class LeftoverLine(Struct, frozen=True):
    """A row: what is left over, in words, and what to select."""

    what: str
    why: str
    of: Leftover


class LeftoversDialog(QDialog):
    """The list; the window stays usable beside it, and what was seen to leaves it.

    Signals:
        shown: a ``Leftover`` whose place is to be shown.
    """

    shown = Signal(object)

    def __init__(self, parent: QWidget, layout_name: str) -> None:
        super().__init__(parent)
        self.setObjectName("leftovers")
        self.setWindowTitle(tr("What found no place"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines: tuple[LeftoverLine, ...] = ()
        self._name = layout_name
        self.head = QLabel()
        self.head.setObjectName("noticetext")
        self.head.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("leftoverlist")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self._show(self.list.currentRow()))
        self.list.itemClicked.connect(lambda _: self._show(self.list.currentRow()))
        close = QPushButton(tr("Close"))
        close.setProperty("primary", True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(quiet_label(tr("Choose a line to get to its place. What is seen to leaves the list.")))
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        give_back_focus(self, parent)

    def set_lines(self, lines: Sequence[LeftoverLine]) -> None:
        """Show what is left over now."""
        fresh = tuple(lines)
        count = len(fresh)
        if fresh:
            text = tr("“{name}”: {count} found no place of their own.", name=self._name, count=count)
        else:
            text = tr("“{name}”: everything has found its place.", name=self._name)
        self.head.setText(text)
        if fresh == self.lines:
            return
        self.lines = fresh
        self.list.blockSignals(True)  # filling chooses nothing
        self.list.clear()
        for line in fresh:
            item = QListWidgetItem(f"{line.what}\n{line.why}")
            item.setToolTip(line.why)
            item.setSizeHint(QSize(0, room_for_line(self.fontMetrics(), _ROW, 2)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.what}. {line.why}")
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Return a size that leaves the page in sight."""
        return QSize(460, 360)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.lines):
            self.shown.emit(self.lines[row].of)
