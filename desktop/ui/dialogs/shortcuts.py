"""The shortcut sheet in a window of its own; printed, or kept as PDF, from there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import BanxinError
from desktop.ui.actions import Actions
from desktop.ui.dialogs.choose import PDFS, choose_target
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, Notice, button_row
from desktop.ui.keysheet import KeyGroup, key_groups, others_words, paint_sheet, write_sheet
from desktop.ui.language import render, tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_COLUMNS = 3
_WIDTH = 300
"""Pixels of words that go on over several lines."""
_BAR, _ROUND = 16, 120
"""Pixels: what a scroll bar takes, with air beside it; what the screen keeps around the lines."""


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
        self._groups = key_groups(actions)
        self._does = {"printsheet": self._ask_printer, "keepsheet": self._choose_target, "close": self.accept}
        answers = (
            Answer("printsheet", tr("Print…")),
            Answer("keepsheet", tr("Save as PDF…")),
            Answer("close", tr("Close"), primary=True),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(_sheet(self._groups, parent.screen().availableSize()), 1)
        column.addSpacing(16)
        column.addLayout(button_row(answers, lambda answer: self._does[answer]()))
        give_back_focus(self, parent)

    def _choose_target(self) -> None:
        suggested = Path.home() / f"{tr('Keyboard shortcuts')}.pdf"
        choose_target(self, tr("Save as PDF…"), PDFS, suggested, self._write)

    def _write(self, path: Path) -> None:
        try:
            write_sheet(self._groups, path)
        except BanxinError as problem:
            Notice(self, render(problem.message)).open()

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.show()

    def _print(self, printer: QPrinter) -> None:
        try:
            paint_sheet(self._groups, printer)
        except BanxinError as problem:
            Notice(self, render(problem.message)).open()


def _sheet(groups: Sequence[KeyGroup], screen: QSize) -> QScrollArea:
    """Return the groups so that they scroll where the screen is low or letters are large; keys scroll it."""
    body, scroll = QWidget(), QScrollArea()
    body.setObjectName("shortcutlines")
    body.setLayout(_columns(groups))
    scroll.setAccessibleName(tr("Keyboard shortcuts"))
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    most, whole = screen - QSize(_ROUND, 2 * _ROUND), body.sizeHint() + QSize(_BAR, _BAR)
    scroll.setMinimumSize(whole.boundedTo(most))
    return scroll


def _columns(groups: Sequence[KeyGroup]) -> QHBoxLayout:
    """Return the groups in columns about as long as each other."""
    across = QHBoxLayout()
    across.setSpacing(32)
    columns = [QVBoxLayout() for _ in range(_COLUMNS)]
    total, done = sum(_rows(group) for group in groups), 0.0
    for group in groups:
        middle = done + _rows(group) / 2
        columns[min(_COLUMNS - 1, int(middle * _COLUMNS / total))].addLayout(_group(group))
        done += _rows(group)
    for column in columns:
        column.setSpacing(16)
        column.addStretch(1)
        across.addLayout(column)
    return across


def _rows(group: KeyGroup) -> float:
    return len(group.lines) + 2 + len(group.others) / 3


def _group(group: KeyGroup) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    head = QLabel(group.title)
    head.setProperty("head", True)
    column.addWidget(head)
    for text, keys in group.lines:
        line, key = QHBoxLayout(), QLabel(keys)
        key.setProperty("quiet", True)
        line.addWidget(QLabel(text))
        line.addSpacing(16)
        line.addStretch(1)
        line.addWidget(key)
        column.addLayout(line)
    if group.others:
        others = QLabel(others_words(group))
        others.setProperty("quiet", True)
        others.setWordWrap(True)
        others.setMinimumWidth(_WIDTH)
        column.addWidget(others)
    return column
