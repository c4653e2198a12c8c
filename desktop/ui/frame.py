"""The window's widgets and how they stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.model.layout import Layout
from desktop.ui.actions import Actions
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.facing import FacingPage
from desktop.ui.canvas.rulers import RuledCanvas
from desktop.ui.language import tr
from desktop.ui.models.outline import OutlineModel
from desktop.ui.panels.empty import EmptyState
from desktop.ui.panels.findbar import FindBar
from desktop.ui.panels.findings import FindingsPanel
from desktop.ui.panels.history import HistoryPanel
from desktop.ui.panels.inspector import Inspector
from desktop.ui.panels.notebar import NoteBar
from desktop.ui.panels.outline import OutlineView
from desktop.ui.panels.pagelist import PagesPanel
from desktop.ui.panels.pagetabs import PageTabs
from desktop.ui.panels.parts import panel_head, widened
from desktop.ui.panels.status import StatusLine
from desktop.ui.panels.storyeditor import StoryEditor
from desktop.ui.panels.topbar import TopBar
from desktop.ui.theme import Icons, Theme

LEFT_WIDTH, RIGHT_WIDTH = 280, 300
"""Pixels of the panels at first; later as wide as they were left."""


class WindowFrame(QWidget):
    """Top bar, outline, canvas, inspector and status line; what they do is wired by the window.

    Args:
        actions: the table's.
        layouts: that can be chosen.
        language: of layout names.
    """

    def __init__(self, actions: Actions, layouts: Sequence[Layout], language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chrome")
        self.topbar = TopBar(actions)
        self.outline = OutlineView(OutlineModel(self))
        self.history = HistoryPanel()
        self.sheets = PagesPanel()
        self.canvas = PageCanvas()
        self.canvas.setObjectName("canvas")
        self.empty = EmptyState(actions)
        self.inspector = Inspector(actions, layouts, language)
        self.findings = FindingsPanel()
        self.status = StatusLine()
        self.pages = PageTabs()
        self.note = NoteBar()
        self.find_bar = FindBar()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.ruled = RuledCanvas(self.canvas)
        self.facing = FacingPage()
        self.facing.hide()
        self._side_by_side = _split(Qt.Orientation.Horizontal, self.ruled, self.facing)
        self.middle.addWidget(self._side_by_side)
        self.story = StoryEditor()
        self._beside = _split(Qt.Orientation.Horizontal, self.middle, self.story)
        self._beside.setStretchFactor(0, 1)
        self._titled = self._titled_outline()
        self.left = _split(Qt.Orientation.Vertical, self._titled, self.sheets, self.history)
        self.right = _split(Qt.Orientation.Vertical, self.inspector, self.findings)
        self._across = _split(Qt.Orientation.Horizontal, self.left, self._centre(), self.right)
        self._arrange()

    def panels(self) -> dict[str, QWidget]:
        """Return the panels that can be put elsewhere, by name."""
        return {
            "outline": self._titled,
            "pages": self.sheets,
            "history": self.history,
            "inspector": self.inspector,
            "findings": self.findings,
        }

    def settle_columns(self) -> None:
        """Show the columns in which a panel is to be seen, and no others."""
        for column in (self.left, self.right):
            panels = (column.widget(at) for at in range(column.count()))
            column.setVisible(any(panel is not None and not panel.isHidden() for panel in panels))

    def put_facing(self, *, left: bool) -> None:
        """Put the facing page at the left or the right of the canvas, as broad as it was; at first both are alike."""
        sizes = self._side_by_side.sizes()
        if self._side_by_side.indexOf(self.facing) != (0 if left else 1):
            self._side_by_side.insertWidget(0 if left else 1, self.facing)
            sizes.reverse()
        if not all(sizes):
            sizes = [self._side_by_side.width() // 2] * 2
        self._side_by_side.setSizes(sizes)

    def show_page(self, there: bool) -> None:
        """Show the canvas, or the empty state."""
        self.middle.setCurrentWidget(self._side_by_side if there else self.empty)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw in the colours of a theme."""
        for panel in (self.outline, self.history, self.findings):
            panel.set_theme(theme)
        self.topbar.set_icons(icons)
        self.empty.set_icons(icons)

    def state(self) -> str:
        """Return the panels' sizes as hexadecimal digits."""
        data = QByteArray()
        stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
        for splitter in self._splitters():
            stream << splitter.saveState()  # pyright: ignore
        return bytes(data.data()).hex()

    def restore(self, state: str) -> None:
        """Give the panels the sizes they were left with."""
        stream = QDataStream(QByteArray(bytes.fromhex(state)))
        for splitter in self._splitters():
            saved = QByteArray()
            stream >> saved
            if not saved.isEmpty():
                splitter.restoreState(saved)

    def _splitters(self) -> tuple[QSplitter, ...]:
        return (self._across, self.left, self.right, self._beside)

    def _titled_outline(self) -> QWidget:
        panel = QWidget()
        panel.setObjectName("leftpanel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel_head(tr("Articles")))
        column.addWidget(self.outline, 1)
        return panel

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.pages, self.note, self.find_bar):
            column.addWidget(part)
        column.addWidget(self._beside, 1)
        return centre

    def _arrange(self) -> None:
        self.left.setMinimumWidth(200)
        self.right.setMinimumWidth(240)
        letters = self.fontMetrics()
        self._across.setSizes([widened(letters, LEFT_WIDTH), 800, widened(letters, RIGHT_WIDTH)])
        self._across.setStretchFactor(1, 1)
        self.left.setSizes([560, 240, 220])
        self.right.setSizes([580, 220])
        self.history.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self._across, 1)
        column.addWidget(self.status)


def _split(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
