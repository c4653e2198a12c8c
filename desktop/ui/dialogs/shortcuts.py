"""The shortcut sheet, from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QKeySequence, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import BanxinError
from desktop.replacing import write_file
from desktop.ui.actions import ACTIONS, Actions
from desktop.ui.dialogs.choose import PDFS, choose_target
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Notice
from desktop.ui.language import noop, render, tr

_COLUMNS = 3
_BAR, _ROUND = 16, 120
"""Pixels: what a scroll bar takes, with air beside it; what the screen keeps around the lines."""

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
        lines = shortcut_lines(actions)
        keep = QPushButton(tr("Save as PDF…"))
        keep.clicked.connect(lambda _checked=False: self._choose_target(lines))
        close = QPushButton(tr("Close"))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(_sheet(lines, parent.screen().availableSize()), 1)
        column.addSpacing(16)
        column.addLayout(buttons)
        give_back_focus(self, parent)

    def _choose_target(self, lines: Sequence[tuple[str, str]]) -> None:
        suggested = Path.home() / f"{tr('Keyboard shortcuts')}.pdf"
        choose_target(self, tr("Save as PDF…"), PDFS, suggested, lambda path: self._write(lines, path))

    def _write(self, lines: Sequence[tuple[str, str]], path: Path) -> None:
        try:
            write_sheet(lines, path)
        except BanxinError as problem:
            Notice(self, render(problem.message)).open()


def shortcut_lines(actions: Actions) -> list[tuple[str, str]]:
    """Return what there is to know by heart: what is done, and by which keys."""
    lines = [(tr(spec.text).removesuffix("…"), _keys(actions, spec.id)) for spec in ACTIONS if spec.keys]
    return lines + [(tr(text), tr(keys)) for text, keys in BY_HAND]


def write_sheet(lines: Sequence[tuple[str, str]], path: Path) -> None:
    """Write the sheet as a PDF of A4 pages, in two columns, to be pinned beside the screen.

    Raises:
        TargetError: It cannot be written.
    """
    half = -(-len(lines) // 2)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(a)}</td><td><b>{escape(b)}</b></td>" for a, b in lines[at::half]) + "</tr>"
        for at in range(half)
    )
    document = QTextDocument()
    document.setDefaultStyleSheet("td { padding: 3px 10px 3px 0; font-size: 8pt } h1 { font-size: 14pt }")
    document.setHtml(f"<h1>{escape(tr('Keyboard shortcuts'))}</h1><table>{rows}</table>")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)
    write_file(path, bytes(buffer.data().data()))


def _keys(actions: Actions, action_id: str) -> str:
    shortcuts = actions[action_id].shortcuts()
    names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in shortcuts)
    return "  ".join(dict.fromkeys(names))  # both Enter keys have one name


def _sheet(lines: list[tuple[str, str]], screen: QSize) -> QScrollArea:
    """Return the lines so that they scroll where the screen is low or letters are large; keys scroll it."""
    body, scroll = QWidget(), QScrollArea()
    body.setObjectName("shortcutlines")
    body.setLayout(_grid(lines))
    scroll.setAccessibleName(tr("Keyboard shortcuts"))
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    most, whole = screen - QSize(_ROUND, 2 * _ROUND), body.sizeHint() + QSize(_BAR, _BAR)
    scroll.setMinimumSize(whole.boundedTo(most))
    return scroll


def _grid(lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
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
