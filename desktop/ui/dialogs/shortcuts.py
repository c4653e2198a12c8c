"""The shortcut sheet, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.actions import ACTIONS, Actions
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import noop, tr

_COLUMNS = 2

BY_HAND = (
    (noop("Place the selection in the first fitting slot"), noop("Enter")),
    (noop("Select several, one by one or all between"), noop("Ctrl+click, Shift+click")),
    (noop("Select the frame instead of its text"), noop("Alt+click")),
    (noop("Find text in the list of articles"), noop("Double click")),
    (noop("Leave a drag without a change"), noop("Esc")),
    (noop("Zoom at the pointer"), noop("Ctrl+wheel")),
    (noop("Move the page"), noop("Space or middle button")),
)
"""What has no action of its own."""


class ShortcutSheet(QDialog):
    """All shortcuts on one sheet.

    Args:
        parent: the window.
        actions: the actions, as they are called and reached now.
    """

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = [(tr(spec.text).removesuffix("…"), _keys(actions, spec.id)) for spec in ACTIONS if spec.keys]
        lines += [(tr(text), tr(keys)) for text, keys in BY_HAND]
        close = QPushButton(tr("Close"))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addLayout(_grid(lines))
        column.addSpacing(16)
        column.addLayout(buttons)
        give_back_focus(self, parent)


def _keys(actions: Actions, action_id: str) -> str:
    shortcuts = actions[action_id].shortcuts()
    names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in shortcuts)
    return "  ".join(dict.fromkeys(names))  # both Enter keys have one name


def _grid(lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    height = -(-len(lines) // _COLUMNS)
    for at, (text, keys) in enumerate(lines):
        column, row = divmod(at, height)
        key = QLabel(keys)
        key.setProperty("quiet", True)
        key.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(text), row, column * 3)
        grid.addWidget(key, row, column * 3 + 1)
    for column in range(_COLUMNS - 1):
        grid.setColumnMinimumWidth(column * 3 + 2, 32)
    return grid
