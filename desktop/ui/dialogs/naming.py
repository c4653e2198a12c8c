"""A name is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_of, button_row
from desktop.ui.language import tr
from desktop.ui.panels.parts import quiet_label

_WIDTH, _LONGEST = 420, 60


class NamingDialog(QDialog):
    """A field with a name; Enter takes it, Esc leaves. Call ``open()``.

    Signals:
        given: the name.

    Args:
        window: the window.
        title: what gets a name.
        suggested: the name to begin with.
        remark: says of a name what taking it would do; nothing where it is simply taken.
    """

    given = Signal(str)

    def __init__(self, window: QWidget, title: str, suggested: str, remark: Callable[[str], str]) -> None:
        super().__init__(window)
        self.setObjectName("naming")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._remark = remark
        head = QLabel(title)
        head.setObjectName("noticetext")
        self.field = QLineEdit(suggested)
        self.field.setObjectName("name")
        self.field.setAccessibleName(tr("Name"))
        self.field.setMaxLength(_LONGEST)
        self.field.setMinimumWidth(_WIDTH)
        self.field.selectAll()
        self.field.textChanged.connect(self._look)
        self.said = quiet_label()
        answers = Answer("cancel", tr("Cancel")), Answer("take", tr("Save"), primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for part in (head, self.field, self.said):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(button_row(answers, lambda answer: self._give() if answer == "take" else self.reject()))
        self.take = button_of(self, "take")
        self._look(suggested)
        give_back_focus(self, window)

    def _look(self, name: str) -> None:
        self.take.setEnabled(bool(name.strip()))
        self.said.setText(self._remark(name))

    def _give(self) -> None:
        name = self.field.text()
        self.finished.connect(lambda _: self.given.emit(name))
        self.accept()
