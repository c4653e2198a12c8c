"""What stands in the window's middle before anything is open: the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.actions import Actions
from desktop.ui.language import tr
from desktop.ui.panels.parts import quiet_label
from desktop.ui.theme import Icons


class EmptyState(QWidget):
    """A sentence and two buttons.

    Args:
        actions: the buttons are those of the table.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptystate")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(tr("Drop TXT articles here, or press Ctrl+O"))
        hint.setObjectName("emptyhint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more = quiet_label(tr("They are read, laid out and placed at once; you correct what you see."))
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(_button(actions, "file.open", primary=True))
        buttons.addWidget(_button(actions, "file.sample", primary=False))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._sign)
        column.addSpacing(8)
        column.addWidget(hint)
        column.addWidget(more)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addStretch(3)

    def set_icons(self, icons: Icons) -> None:
        """Draw the sign for a theme."""
        self._sign.setPixmap(icons.icon("newspaper", "muted").pixmap(48, 48))


def _button(actions: Actions, action_id: str, *, primary: bool) -> QPushButton:
    action = actions[action_id]
    button = QPushButton(action.text())
    button.setObjectName(f"empty.{action_id}")
    button.setProperty("primary", primary)
    button.clicked.connect(lambda _checked=False: action.trigger())
    return button
