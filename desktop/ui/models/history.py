"""The steps done and undone, for Qt's views."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.errors import Message
from desktop.ui.language import render, tr

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
UNDONE = Qt.ItemDataRole.UserRole + 1
CURRENT = Qt.ItemDataRole.UserRole + 2


class HistoryModel(QAbstractListModel):
    """First the state that was opened, then every step; those that were taken back are told by ``UNDONE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Message, ...] = ()
        self._done = 0

    @property
    def current(self) -> int:
        """The row of the state that is shown: 0 before the first step."""
        return self._done

    def set_steps(self, done: Sequence[Message], undone: Sequence[Message]) -> None:
        """Show other steps, the oldest first; ``undone`` begins with the one that redo does next."""
        steps, before = (*done, *undone), self._steps
        if steps == before:  # undone or redone: rows stay, only paler or not
            self._done = len(done)
            self.dataChanged.emit(self.index(0), self.index(len(steps)))
        elif steps[:-1] == before and len(done) == len(steps):
            self.beginInsertRows(_NOWHERE, len(steps), len(steps))
            self._steps, self._done = steps, len(done)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._steps, self._done = steps, len(done)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of states."""
        return 0 if parent.isValid() else len(self._steps) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a step's name, or whether it was taken back."""
        if not index.isValid():
            return None
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case _ if role == UNDONE:
                return row > self._done
            case _ if role == CURRENT:
                return row == self._done
        return None

    def _spoken(self, row: int) -> str:
        name = self._name(row)
        if row == self._done:
            return tr("{step}, shown now", step=name)
        return tr("{step}, undone", step=name) if row > self._done else name

    def _name(self, row: int) -> str:
        return render(self._steps[row - 1]) if row else tr("Opened")
