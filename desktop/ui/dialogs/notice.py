"""A sentence with buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr


class Answer(Struct, frozen=True):
    """A button: what it stands for and what it says. The primary one answers to Enter."""

    id: str
    text: str
    primary: bool = False


class Notice(QDialog):
    """Shows a sentence, asks if there is more than one answer, and goes away by itself. Call ``open()``.

    Signals:
        answered: the id of the answer chosen; ``cancel`` for Esc and for closing.

    Args:
        parent: the window that it belongs to.
        text: the sentence.
        detail: what was kept and what to do, in quieter letters; may be empty.
        answers: the buttons from left to right; left out, one to close.
    """

    answered = Signal(str)

    def __init__(self, parent: QWidget | None, text: str, detail: str = "", answers: Sequence[Answer] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWindowTitle(tr("Banxin"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = text
        self._answer = "cancel"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(_sentence(text, "noticetext"))
        if detail:
            quiet = _sentence(detail, "noticedetail")
            quiet.setProperty("quiet", True)
            column.addWidget(quiet)
        column.addSpacing(16)
        column.addLayout(button_row(answers or (Answer("close", tr("Close"), primary=True),), self._choose))
        for button in self.findChildren(QPushButton):
            if button.isDefault():
                button.setFocus()
        self.finished.connect(lambda _: self.answered.emit(self._answer))
        if parent is not None:
            give_back_focus(self, parent)

    def button(self, answer: str) -> QPushButton:
        """Return the button of an answer."""
        return button_of(self, answer)

    def _choose(self, answer: str) -> None:
        self._answer = answer
        self.accept()


def button_row(answers: Sequence[Answer], choose: Callable[[str], None]) -> QHBoxLayout:
    """Return the buttons of a question, at the right; ``choose`` is called with the id of the answer."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for answer in answers:
        button = QPushButton(answer.text)
        button.setObjectName(answer.id)
        button.setProperty("primary", answer.primary)
        button.setDefault(answer.primary)
        button.setAutoDefault(answer.primary)
        button.clicked.connect(lambda _checked=False, chosen=answer.id: choose(chosen))
        row.addWidget(button)
    return row


def button_of(dialog: QDialog, answer: str) -> QPushButton:
    """Return the button of an answer in a dialog with a row of them.

    Raises:
        KeyError: There is none.
    """
    found = dialog.findChild(QPushButton, answer)
    if found is None:
        raise KeyError(answer)
    return found


def _sentence(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(360)
    label.setMaximumWidth(520)
    return label
