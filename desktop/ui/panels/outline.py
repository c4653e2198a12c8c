"""The outline: what the articles consist of and where it stands; the place where dragging begins."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QCursor, QHoverEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from desktop.ui.language import tr
from desktop.ui.models.outline import OutlineModel
from desktop.ui.models.rows import Gap, Row, RowKind
from desktop.ui.panels.ground import RowState
from desktop.ui.panels.outline_delegate import OutlineDelegate
from desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineView(QTreeView):
    """The tree of stories, elements and sections.

    Signals:
        elements_chosen: the ids of the elements now selected by hand.
        drag_begun: the ids of the elements dragged, and where, in global coordinates.
        place_asked: Enter was pressed on a selection.
        menu_asked: a context menu is wanted at a global position.
    """

    elements_chosen = Signal(tuple)
    drag_begun = Signal(tuple, QPoint)
    place_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(tr("Articles"))
        self._model = model
        self._following = False
        self._hovered = QPersistentModelIndex()
        self._gap: Gap | None = None
        self._opened: set[str] = set()
        self._closed: set[str] = set()
        self._delegate = OutlineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        model.modelReset.connect(self._restore)
        self.collapsed.connect(lambda index: self._fold(model.row_at(index), closed=True))
        self.expanded.connect(lambda index: self._fold(model.row_at(index), closed=False))
        self.selectionModel().selectionChanged.connect(self._chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; what was folded stays folded, nothing is told of the selection."""
        self._following = True
        self._model.set_rows(tuple(rows))
        self._following = False

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the elements selected, in reading order."""
        selected = self.selectionModel().selectedIndexes()
        ids = {element for index in selected for element in self._model.row_at(index).elements}
        roots = (self._model.row_at(self._model.index(at, 0)) for at in range(self._model.rowCount()))
        return tuple(element for root in roots for element in root.elements if element in ids)

    def choose(self, elements: Iterable[str]) -> None:
        """Select the rows of elements without telling; sections are selected when all of them is meant."""
        wanted = set(elements)
        if wanted == set(self.chosen()):
            return
        selection = QItemSelection()
        covered: set[str] = set()
        for index in self._model.indexes():
            row = self._model.row_at(index)
            whole = row.kind is not RowKind.STORY or len(row.elements) > 1
            if whole and wanted.issuperset(row.elements) and not covered.issuperset(row.elements):
                covered.update(row.elements)
                selection.select(index, index)
        self._following = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if selection.indexes():
            self.scrollTo(selection.indexes()[0])

    def reveal(self, element: str) -> None:
        """Show the row of an element, its section opened, and take the keys."""
        index = self._model.index_of(element)
        if index.isValid():
            self.expand(index.parent())
            self._following = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._following = False
            self.scrollTo(index)
            self.setFocus()

    # Where a drag would put things

    def gap_at(self, position: QPoint, /) -> Gap | None:
        """Return between which elements a position of the viewport is."""
        index = self.indexAt(position)
        if not index.isValid():
            return None
        row, box = self._model.row_at(index), self.visualRect(index)
        story = self._model.story_of(index)
        if row.kind is RowKind.STORY:
            return Gap(story.id, 0, row.id, above=False)
        above = position.y() < box.center().y()
        opened = row.kind is RowKind.SECTION and self.isExpanded(index)
        beside = row.elements[0] if above or opened else row.elements[-1]
        return Gap(story.id, story.elements.index(beside) + (0 if above else 1), row.id, above=above)

    def show_gap(self, gap: Gap | None) -> None:
        """Draw a line where a drop would go; none for None."""
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def scroll_by(self, dx: int, dy: int) -> bool:  # noqa: ARG002 - rows only scroll up and down
        """Show what lies further down by pixels; tells whether anything moved."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + dy)
        return bar.value() != before

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line where a drop would go."""
        super().paintEvent(event)
        index = self._model.index_of(self._gap.row) if self._gap else QModelIndex()
        if self._gap is not None and index.isValid():
            painter = QPainter(self.viewport())
            self._delegate.gap(painter, self.visualRect(index), above=self._gap.above)
            painter.end()

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002 - Qt's signature
        """Begin the window's own drag instead of the system's, so that fit can be shown before the drop."""
        if self.chosen():
            self.drag_begun.emit(self.chosen(), QCursor.pos())

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of a row under all of it, then the row."""
        selected = self.selectionModel().isSelected(index)
        hovered = self._hovered.isValid() and self._hovered == index
        focused = self.hasFocus() and index == self.currentIndex()
        self._delegate.ground(painter, options.rect, RowState(selected, hovered, focused))
        super().drawRow(painter, options, index)

    def viewportEvent(self, event: QEvent) -> bool:
        """Know the row under the pointer."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            leaving = event.type() is QEvent.Type.HoverLeave
            at = event.position().toPoint() if isinstance(event, QHoverEvent) and not leaving else QPoint(-1, -1)
            self._hovered = QPersistentModelIndex(self.indexAt(at))
            self.viewport().update()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place what is selected with Enter."""
        if event.key() in _ENTER and self.chosen():
            self.place_asked.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or, from the keyboard, at the row."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if self.chosen():
            self.menu_asked.emit(at)

    def _chosen(self) -> None:
        if not self._following:
            self.elements_chosen.emit(self.chosen())

    def _fold(self, row: Row, *, closed: bool) -> None:
        (self._closed.add if closed else self._closed.discard)(row.id)
        (self._opened.discard if closed else self._opened.add)(row.id)

    def _restore(self) -> None:
        """Open the stories and close the sections, but for what a person did otherwise."""
        for index in self._model.indexes():
            row = self._model.row_at(index)
            opened = row.id in self._opened if row.kind is RowKind.SECTION else row.id not in self._closed
            self.setExpanded(index, opened)
