"""A story's listed changes, each with a tick: accepted, or refused."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.model.edition import Edition
from desktop.model.story import Change, Story
from desktop.ui.language import render

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_AROUND = 5
"""Characters of context shown on either side."""


class ChangeLine(Struct, frozen=True):
    """A change with its surroundings."""

    change: Change
    before: str
    after: str

    @property
    def text(self) -> str:
        """The change as one line."""
        return f"{self.before}[{self.change.before} → {self.change.after}]{self.after}"


def change_lines(edition: Edition, story: Story) -> tuple[ChangeLine, ...]:
    """Return a story's changes in the order of the source."""
    source = edition.source(story.source).text
    return tuple(
        ChangeLine(
            change,
            _plain(source[max(0, change.range.start - _AROUND) : change.range.start]),
            _plain(source[change.range.end : change.range.end + _AROUND]),
        )
        for change in sorted(story.changes, key=lambda change: change.range)
    )


def _plain(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text)


class ChangesModel(QAbstractListModel):
    """The lines for Qt's views.

    Signals:
        judged: a change's id, and whether it is accepted from now on.
    """

    judged = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ChangeLine, ...] = ()

    def set_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show other lines; the same changes judged otherwise keep their place."""
        fresh = tuple(lines)
        if [line.change.id for line in fresh] == [line.change.id for line in self._lines]:
            others = [row for row, pair in enumerate(zip(self._lines, fresh, strict=True)) if pair[0] != pair[1]]
            self._lines = fresh
            for row in others:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of changes."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a change as text, with its tick and reason."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if line.change.accepted else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return render(line.change.reason)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a change is accepted or refused; the session answers with other lines."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.judged.emit(self._lines[index.row()].change.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every line can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def change_at(self, index: Index) -> str:
        """Return the id of the change in a row."""
        return self._lines[index.row()].change.id

    def first_in(self, ranges: Sequence[range]) -> QModelIndex:
        """Return the index of the first change within some ranges of the source."""
        for row, line in enumerate(self._lines):
            if any(line.change.range.start in part for part in ranges):
                return self.index(row)
        return QModelIndex()
