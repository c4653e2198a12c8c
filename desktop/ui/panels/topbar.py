"""The slim bar above everything: the page's name, what is shown of it, and the way out."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.ui.actions import Actions
from desktop.ui.language import tr
from desktop.ui.panels.parts import ElidedLabel, room_for_line, widened
from desktop.ui.theme import Icons
from desktop.ui.theme.icons import SIZE

_STEPS = (25, 50, 75, 100, 150, 200, 400)
"""Percent offered in the zoom box."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LEFT = ("file.open", "file.save", "edit.undo", "edit.redo")
_TOOLS = ("tool.select", "tool.text", "draw.text", "draw.picture")
_RIGHT = ("view.grid", "view.preview", "page.fit", "page.width")


class TopBar(QWidget):
    """The bar.

    Signals:
        zoom_asked: a zoom, 1.0 for actual size.

    Args:
        actions: its buttons are those of the table.
    """

    zoom_asked = Signal(float)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(room_for_line(self.fontMetrics(), 45))
        self._title, self._facts = ElidedLabel(), ElidedLabel()
        self._title.setObjectName("pagetitle")
        self._facts.setProperty("quiet", True)
        self._zoom = self._made_zoom()
        self._export_action = actions["file.export"]
        self._export = self._made_export()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        for action_id in _LEFT:
            row.addWidget(_tool(actions, action_id))
        row.addSpacing(12)
        for action_id in _TOOLS:
            row.addWidget(_tool(actions, action_id))
        row.addSpacing(12)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._facts)
        row.addStretch(1)
        for action_id in _RIGHT:
            row.addWidget(_tool(actions, action_id))
        row.addWidget(self._zoom)
        row.addSpacing(8)
        row.addWidget(self._export)

    def show_page(self, title: str, facts: str) -> None:
        """Show the page's name, and its number and date."""
        self._title.setText(title)
        self._facts.setText(facts)

    def show_zoom(self, zoom: float | None) -> None:
        """Show the zoom; 1.0 is actual size, None that there is no page."""
        self._zoom.setEnabled(zoom is not None)
        with QSignalBlocker(self._zoom):
            self._zoom.setCurrentIndex(-1)
            self._zoom.setEditText("" if zoom is None else f"{zoom * 100:.0f} %")

    def set_icons(self, icons: Icons) -> None:
        """Draw the bar's own icon for a theme."""
        self._export.setIcon(icons.icon("export", "on_selection"))

    def _made_zoom(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("zoombox")
        box.setAccessibleName(tr("Zoom"))
        box.setToolTip(tr("Zoom"))
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setFixedWidth(widened(box.fontMetrics(), 92))
        box.addItems([f"{step} %" for step in _STEPS])
        box.activated.connect(lambda _: self._ask(box.currentText()))
        line = box.lineEdit()
        if line is not None:
            line.returnPressed.connect(lambda: self._ask(box.currentText()))
        return box

    def _made_export(self) -> QPushButton:
        button = QPushButton(tr("Export"))
        button.setObjectName("export")
        button.setProperty("primary", True)
        button.setToolTip(self._export_action.toolTip())
        button.setIconSize(QSize(SIZE - 4, SIZE - 4))
        button.setEnabled(self._export_action.isEnabled())
        button.clicked.connect(lambda _checked=False: self._export_action.trigger())
        self._export_action.enabledChanged.connect(button.setEnabled)
        return button

    def _ask(self, text: str) -> None:
        found = _NUMBER.search(text)
        if found is not None:
            self.zoom_asked.emit(float(found.group()) / 100)


def _tool(actions: Actions, action_id: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[action_id])
    button.setIconSize(QSize(SIZE, SIZE))
    button.setFixedSize(32, 32)
    button.setAutoRaise(True)
    return button
