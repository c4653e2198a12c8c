"""The command palette: every action that can be done now, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.actions import ACTIONS, PALETTE, Actions
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr
from desktop.ui.panels.ground import draw_ground, row_state
from desktop.ui.panels.parts import room_for_line, widened
from desktop.ui.theme import Theme

_WIDTH, _ROW, _ROWS, _TOP = 520, 28, 12, 96
"""Pixels of the palette and of a row; rows seen at once; pixels from the window's top."""
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class PaletteEntry(Struct, frozen=True):
    """An action as the palette lists it; ``found_by`` is all that typing is compared with, in small letters."""

    id: str
    text: str
    keys: str
    found_by: str


def entries_of(actions: Actions) -> tuple[PaletteEntry, ...]:
    """Return what can be done now, in the table's order."""
    enabled = ((spec, actions[spec.id]) for spec in ACTIONS if spec.id != PALETTE)
    return tuple(
        PaletteEntry(spec.id, _text(action), _keys(action), f"{_text(action)} {spec.text} {spec.id}".casefold())
        for spec, action in enabled
        if action.isEnabled()
    )


def matching(entries: Sequence[PaletteEntry], typed: str) -> tuple[PaletteEntry, ...]:
    """Return the entries in which every word typed occurs, those that begin with it first."""
    words = typed.casefold().split()
    found = [entry for entry in entries if all(word in entry.found_by for word in words)]
    return tuple(sorted(found, key=lambda entry: not entry.found_by.startswith(words[0] if words else "")))


def _text(action: QAction) -> str:
    return action.text().removesuffix("…")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry: its name, and its keys at the right."""

    def __init__(self, theme: Theme, parent: CommandPalette) -> None:
        super().__init__(parent)
        self._theme, self._palette = theme, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        entry = self._palette.shown[index.row()]
        box = option.rect.adjusted(12, 0, -12, 0)
        painter.save()
        draw_ground(painter, QRectF(option.rect).adjusted(0, 1, 0, -1), row_state(option), self._theme)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.keys)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        return QSize(120, room_for_line(option.fontMetrics, _ROW))


class CommandPalette(QDialog):
    """A field and the list of what it finds; arrows choose, Enter does it, Esc leaves.

    Args:
        window: the window.
        actions: the actions as they are now.
        theme: its colours.
    """

    def __init__(self, window: QWidget, actions: Actions, theme: Theme) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(tr("Commands"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions, self._entries = actions, entries_of(actions)
        self.shown: tuple[PaletteEntry, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type what you want to do"))
        self.field.setAccessibleName(tr("Commands"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self._model = QStringListModel(self)
        self._view = self._made_view(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._view)
        self._filter("")
        self._view.setFixedHeight(room_for_line(self.fontMetrics(), _ROW) * _ROWS)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        width = widened(self.fontMetrics(), _WIDTH)
        self.field.setFixedWidth(width)
        self.move(window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - width) // 2,
                  window.mapToGlobal(window.rect().topLeft()).y() + _TOP)  # fmt: skip
        give_back_focus(self, window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move in the list and Enter choose, while typing goes on in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._view.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _made_view(self, theme: Theme) -> QListView:
        view = QListView()
        view.setObjectName("paletteentries")
        view.setModel(self._model)
        view.setItemDelegate(_EntryDelegate(theme, self))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._choose)
        view.selectionModel().currentChanged.connect(self._say)
        return view

    def _filter(self, typed: str) -> None:
        self.shown = matching(self._entries, typed)
        self._model.setStringList([entry.text for entry in self.shown])
        self._view.setCurrentIndex(self._model.index(0))

    def _say(self, index: QModelIndex) -> None:
        """Let the field, which has the keys, tell which entry is chosen: the list itself never has the focus."""
        entry = self.shown[index.row()] if index.isValid() and index.row() < len(self.shown) else None
        self.field.setAccessibleDescription(" ".join(filter(None, (entry.text, entry.keys))) if entry else "")

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            action = self._actions[self.shown[index.row()].id]
            self.finished.connect(lambda _: action.trigger())
            self.accept()
