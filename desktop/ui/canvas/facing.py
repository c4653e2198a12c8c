"""The page beside the one that is worked on: seen at the same time, taken up by a click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.model.edition import Media
from desktop.ui.canvas.colours import CanvasColours
from desktop.ui.canvas.sheetarea import SheetArea
from desktop.ui.canvas.viewpoint import MARGIN
from desktop.ui.language import tr


class FacingPage(SheetArea):
    """Shows a page as it is printed.

    Signals:
        page_chosen: the id of the page, which was clicked.
        led: the page was scrolled or zoomed here by hand: the one beside it is to go along.
        room_changed: there is more or less room, or another page in it.
    """

    page_chosen = Signal(str)
    led = Signal()
    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facing")
        self.setAccessibleName(tr("Facing page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.set_look(preview=True)
        self._page = ""
        self._at_left = False
        self._going_along = False
        self.moved.connect(self._lead)

    @property
    def page(self) -> str:
        """The id of the page that is shown; empty for none."""
        return self._page

    def show_page(self, page: str, display: PageDisplay, faces: FaceLibrary, media: Mapping[str, Media]) -> None:
        """Show a page."""
        self._page = page
        self._sheet.show(display, faces, media, {})
        with self._following():
            self._viewpoint.set_page(display.width, display.height)
        self.viewport().update()
        self.room_changed.emit()

    def go_beside(self, zoom: float, y: int, *, left: bool, live: bool) -> None:
        """Show the page as large as the one beside it, and level with it at the top.

        Across it stands in the middle, or with its edge towards the other page where there is not the room.

        Args:
            zoom: of the other page.
            y: of its upper edge, in the viewport of this one.
            left: this page is at the left.
            live: the other one is being zoomed.
        """
        here, same = self.view, zoom == self.zoom and left == self._at_left
        self._at_left = left
        if live:
            self._rest.start()
        with self._following():
            self._viewpoint.put(zoom, round(here.x), y)
            middle = self._viewpoint.middle()
            if middle >= 0 or not same:
                inner = 2 * middle - MARGIN if left else MARGIN
                self._viewpoint.put(zoom, middle if middle >= 0 else inner, y)

    def show_none(self) -> None:
        """Show no page: there is no other one."""
        self._page = ""
        self._sheet.display = None
        self.viewport().update()

    def set_palette_colours(self, colours: CanvasColours) -> None:
        """Take other colours."""
        self._sheet.set_look(colours=colours)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in step with the page beside."""
        with self._following():
            super().resizeEvent(event)
        self.room_changed.emit()

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

    @contextmanager
    def _following(self) -> Iterator[None]:
        """Let what moves the page here not be taken for a hand's doing."""
        before, self._going_along = self._going_along, True
        yield
        self._going_along = before

    def _lead(self) -> None:
        if not self._going_along and self._page:
            self.led.emit()

    def _take_up(self) -> None:
        if self._page:
            self.page_chosen.emit(self._page)
