"""The outline's rows for Qt's views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.language import noop, role_name, tr
from desktop.ui.models.rows import Row, RowKind, Sign

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class OutlineRole(IntEnum):
    """What the delegate asks for besides the text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ELEMENTS = Qt.ItemDataRole.UserRole + 2


STATE_NAMES = {
    Sign.PLACED: noop("placed"),
    Sign.PARTLY: noop("partly placed"),
    Sign.OVERSET: noop("overset"),
    Sign.UNPLACED: noop("unplaced"),
    Sign.LOST: noop("no room, or placed twice"),
}


class _Node(Struct):
    row: Row
    parent: int
    position: int
    children: list[int]


class OutlineModel(QAbstractItemModel):
    """Stories, their elements and sections as a tree of one column.

    Signals:
        modelReset: other rows; dataChanged: the same rows with other contents.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._roots: list[int] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only their contents differ, selection and expansion stay."""
        nodes, roots = _nodes(rows)
        if _shape(nodes) == _shape(self._nodes):
            others = [at for at, (old, new) in enumerate(zip(self._nodes, nodes, strict=True)) if old.row != new.row]
            self._nodes, self._roots = nodes, roots
            for number in others:
                index = self._index(number)
                self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self._nodes, self._roots = nodes, roots
        self.endResetModel()

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a row below a parent."""
        siblings = self._below(parent)
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """Return the index of a row's parent."""
        if not index.isValid():
            return QModelIndex()
        parent = self._nodes[index.internalId()].parent
        return QModelIndex() if parent < 0 else self._index(parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are below a parent."""
        return len(self._below(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002 - Qt's signature
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, says to a screen reader, or is."""
        if not index.isValid():
            return None
        row = self._nodes[index.internalId()].row
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case OutlineRole.ROW:
                return row
            case OutlineRole.ELEMENTS:
                return row.elements
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every row can be selected and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    # What the view asks

    def row_at(self, index: Index) -> Row:
        """Return the row of a valid index."""
        return self._nodes[index.internalId()].row

    def story_of(self, index: Index) -> Row:
        """Return the row of the story that a valid index belongs to."""
        node = self._nodes[index.internalId()]
        while node.parent >= 0:
            node = self._nodes[node.parent]
        return node.row

    def index_of(self, row_id: str) -> QModelIndex:
        """Return the index of a story, an element or a section by id; an invalid one if it is not shown."""
        number = next((n for n, node in enumerate(self._nodes) if node.row.id == row_id), None)
        return QModelIndex() if number is None else self._index(number)

    def indexes(self) -> Iterator[QModelIndex]:
        """Yield the indexes of all rows."""
        return (self._index(number) for number in range(len(self._nodes)))

    def _below(self, parent: Index) -> list[int]:
        if not parent.isValid():
            return self._roots
        return self._nodes[parent.internalId()].children if parent.column() == 0 else []

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].position, 0, number)


def row_name(row: Row) -> str:
    """Return what a row is called: the role of an element, else story or section."""
    if row.role is not None:
        return role_name(row.role)
    return tr("Section") if row.kind is RowKind.SECTION else tr("Story")


def spoken(row: Row) -> str:
    """Return a row in words."""
    state = tr(STATE_NAMES[row.sign])
    return tr(
        "{role}: {text}, {count} characters, {state}", role=row_name(row), text=row.text, count=row.length, state=state
    )


def _nodes(rows: Sequence[Row]) -> tuple[list[_Node], list[int]]:
    nodes: list[_Node] = []

    def add(row: Row, parent: int, position: int) -> int:
        number = len(nodes)
        nodes.append(_Node(row, parent, position, []))
        nodes[number].children = [add(child, number, at) for at, child in enumerate(row.children)]
        return number

    roots = [add(row, -1, at) for at, row in enumerate(rows)]
    return nodes, roots


def _shape(nodes: Sequence[_Node]) -> list[tuple[str, int, int]]:
    return [(node.row.id, node.parent, len(node.children)) for node in nodes]
