"""Where an element is to be split."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.model.story import Element
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr
from desktop.ui.panels.parts import quiet_label

_ENDS = "。！？!?；;\n"
_CLOSING = "”’」』）)》"


def likely_place(text: str) -> int:
    """Return the end of the sentence nearest to the middle; the middle where there is none inside."""
    ends = [at + 1 for at, char in enumerate(text) if char in _ENDS]
    ends = [end + 1 if text[end : end + 1] in tuple(_CLOSING) else end for end in ends]
    inside = [end for end in ends if text[:end].strip() and text[end:].strip()]
    middle = len(text) // 2
    return min(inside, key=lambda end: abs(end - middle), default=middle)


class SplitDialog(QDialog):
    """Shows an element's text with a cursor; the element is split before the character behind it.

    Signals:
        split_asked: the source offset to split at.

    Args:
        parent: the window.
        element: what is to be split.
    """

    split_asked = Signal(int)

    def __init__(self, parent: QWidget, element: Element) -> None:
        super().__init__(parent)
        self.setObjectName("split")
        self.setWindowTitle(tr("Split"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 320)
        self._element = element
        self.text = QPlainTextEdit(element.text.replace("\r", " "))  # Qt would count \r\n as one
        self.text.setObjectName("splittext")
        self.text.setAccessibleName(tr("Text to be split"))
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.cursorPositionChanged.connect(self._look)
        self._split = QPushButton(tr("Split here"))
        self._split.setProperty("primary", True)
        self._split.setDefault(True)
        self._split.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(quiet_label(tr("Put the cursor before the first character of the second part.")))
        column.addWidget(self.text, 1)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.text.setFocus()
        self.place_cursor(likely_place(element.text))
        self._look()
        give_back_focus(self, parent)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._split)
        return row

    def place_cursor(self, position: int) -> None:
        """Put the cursor before a character."""
        cursor = self.text.textCursor()
        cursor.setPosition(len(self._element.text[:position].encode("utf-16-le")) // 2)
        self.text.setTextCursor(cursor)

    def _position(self) -> int:
        """Return the cursor's place in code points; Qt counts UTF-16 units."""
        cursor = QTextCursor(self.text.textCursor())
        units = self._element.text.encode("utf-16-le")[: cursor.position() * 2]
        return len(units.decode("utf-16-le", errors="ignore"))

    def _look(self) -> None:
        text, at = self._element.text, self._position()
        self._split.setEnabled(bool(text[:at].strip()) and bool(text[at:].strip()))

    def _ask(self) -> None:
        position = self._position()
        for part in self._element.ranges:
            if position < len(part):
                self.split_asked.emit(part.start + position)
                break
            position -= len(part)
        self.accept()
