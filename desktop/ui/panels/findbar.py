"""The bar for finding and replacing, above the page."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.session.searching import Query
from desktop.ui.language import tr
from desktop.ui.panels.parts import flat_button

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindBar(QWidget):
    """Two fields, what they mean, and where one is among the places found.

    Signals:
        sought: a ``Query``, whenever it changes.
        stepped: 1 for the next place, -1 for the one before.
        replaced: the text for the place that is shown; all_replaced: for all of them.
        closed: the bar was put away.
    """

    sought = Signal(object)
    stepped = Signal(int)
    replaced = Signal(str)
    all_replaced = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pattern, self.replacement = QLineEdit(), QLineEdit()
        self.pattern.setObjectName("findpattern")
        self.replacement.setObjectName("findreplacement")
        self.pattern.setPlaceholderText(tr("Find in all articles"))
        self.replacement.setPlaceholderText(tr("Replace by"))
        for field in (self.pattern, self.replacement):
            field.setAccessibleName(field.placeholderText())
            field.setClearButtonEnabled(True)
            field.setMinimumWidth(140)
            field.installEventFilter(self)
        self.case, self.regular = QCheckBox(tr("Match case")), QCheckBox(tr("Regular expression"))
        self._count = QLabel()
        self._count.setObjectName("findcount")
        self._count.setMinimumWidth(64)
        self._count.setProperty("quiet", True)
        self._arrange()
        self.pattern.textChanged.connect(lambda _: self.sought.emit(self.query))
        for box in (self.case, self.regular):
            box.toggled.connect(lambda _: self.sought.emit(self.query))
        self.pattern.returnPressed.connect(lambda: self.stepped.emit(1))
        self.replacement.returnPressed.connect(self._replace)
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self.pattern.text(), self.regular.isChecked(), self.case.isChecked())

    def open(self, text: str = "") -> None:
        """Show the bar, looking for a text if one is given."""
        if text:
            with QSignalBlocker(self.pattern):
                self.pattern.setText(text)
        self.show()
        self.pattern.setFocus()
        self.pattern.selectAll()
        self.sought.emit(self.query)

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say where one is, or what is wrong with the pattern."""
        self._count.setText(words)
        self._count.setToolTip(words)
        self._count.setProperty("wrong", wrong)
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)

    def told(self) -> str:
        """Return what the bar says."""
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Esc from being the window's shortcut while one is in a field."""
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc; step backwards by Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Lay two lines: what is looked for, and what takes its place; large letters find room in both."""
        for layout, parts in (
            (first := QHBoxLayout(), (self._count, self.case, self.regular, flat_button(tr("Close"), self.close_bar))),
            (second := QHBoxLayout(), self._replacing()),
        ):
            layout.setSpacing(8)
            for part in parts:
                layout.addWidget(part)
            layout.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (field, beside) in enumerate(((self.pattern, first), (self.replacement, second))):
            grid.addWidget(field, row, 0)
            grid.addLayout(beside, row, 1)
        order = (self.pattern, *_buttons(first), self.replacement, *_buttons(second))
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _replacing(self) -> tuple[QWidget, ...]:
        one = flat_button(tr("Replace"), self._replace)
        return one, flat_button(tr("Replace all"), lambda: self.all_replaced.emit(self.replacement.text()))

    def _replace(self) -> None:
        self.replaced.emit(self.replacement.text())


def _buttons(layout: QHBoxLayout) -> list[QWidget]:
    widgets = (item.widget() for at in range(layout.count()) if (item := layout.itemAt(at)) is not None)
    return [widget for widget in widgets if isinstance(widget, QAbstractButton)]
