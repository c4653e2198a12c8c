"""A quiet line above the page: what a person should know, until it is put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.language import tr
from desktop.ui.panels.parts import flat_button


class NoteBar(QWidget):
    """One sentence and a button that puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setObjectName("notebartext")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(flat_button(tr("Got it"), self.hide), 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a sentence; none at all hides the bar."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def add(self, text: str) -> None:
        """Show a sentence behind what is told already."""
        self.tell(f"{self.told()} {text}".strip())

    def told(self) -> str:
        """Return the sentence that is shown."""
        return "" if self.isHidden() else self._text.text()
