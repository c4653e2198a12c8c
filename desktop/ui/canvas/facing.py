"""The page beside the one that is worked on: seen at the same time, taken up by a click."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.model.edition import Media
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.sheetarea import SheetArea
from desktop.ui.language import tr


class FacingPage(SheetArea):
    """Shows a page as it is printed.

    Signals:
        page_chosen: the id of the page, which was clicked.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facing")
        self.setAccessibleName(tr("Facing page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.set_look(preview=True)
        self._page = ""

    @property
    def page(self) -> str:
        """The id of the page that is shown; empty for none."""
        return self._page

    def show_page(self, page: str, display: PageDisplay, faces: FaceLibrary, media: Mapping[str, Media]) -> None:
        """Show a page."""
        self._page = page
        self._sheet.show(display, faces, media, {})
        self._viewpoint.set_page(display.width, display.height)
        self.viewport().update()

    def show_none(self) -> None:
        """Show no page: there is no other one."""
        self._page = ""
        self._sheet.display = None
        self.viewport().update()

    def set_palette_colours(self, colours: CanvasColours) -> None:
        """Take other colours."""
        self._sheet.set_look(colours=colours)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        self._sheet.paint(painter, self._viewpoint.view, event.rect(), live=self.zooming)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the page up."""
        inside = self.viewport().rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._take_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the page up by Enter; scroll by arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take_up()
        else:
            super().keyPressEvent(event)

    def _take_up(self) -> None:
        if self._page:
            self.page_chosen.emit(self._page)
