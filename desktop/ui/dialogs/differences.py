"""What the desk wrote and cut: every edit of every article beside what came in, to be taken back one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from desktop.model.edition import Edition
from desktop.model.story import ChangeKind
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr
from desktop.ui.models.changes import ChangeLine, ChangesModel, change_lines
from desktop.ui.panels.parts import flat_button, quiet_label

_DESK = frozenset({ChangeKind.EDIT, ChangeKind.CUT})


def desk_changes(edition: Edition) -> tuple[ChangeLine, ...]:
    """Return what was written and cut at the desk, article by article, in the order of the source."""
    lines = (line for story in edition.stories for line in change_lines(edition, story))
    return tuple(line for line in lines if line.change.kind in _DESK)


class DifferencesDialog(QDialog):
    """The list. A tick says that a change holds; without it the page says what came in.

    Signals:
        judged: a change's id, and whether it holds from now on.
        shown: a change's id: its place is to be shown.
    """

    judged = Signal(str, bool)
    shown = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setWindowTitle(tr("What the desk changed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines: tuple[ChangeLine, ...] = ()
        self._model = ChangesModel(self)
        self._model.judged.connect(self.judged)
        self._head, self._list = quiet_label(), QListView()
        self._list.setObjectName("differencelist")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.activated.connect(lambda index: self.shown.emit(self._model.change_at(index)))
        close = QPushButton(tr("Close"))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(flat_button(tr("Copy as text"), self._copy))
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        give_back_focus(self, parent)

    def set_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show changes."""
        self._lines = tuple(lines)
        self._model.set_lines(lines)
        holding = sum(line.change.accepted for line in lines)
        words = tr("{count} changes, {holding} of them hold.", count=len(lines), holding=holding)
        self._head.setText(words if lines else tr("The text stands as it came in, but for marks made full-width."))

    def sizeHint(self) -> QSize:
        """Return a size that shows lines whole."""
        return QSize(560, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(line.text for line in self._lines))
