"""A composed page, small: painted from its display list as the canvas paints it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.model.edition import Media
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale

_PAPER = QColor("#FFFFFF")
_EDGE = QColor(0, 0, 0, 60)


class PagePainter:
    """Paints whole pages of one edition small.

    Args:
        faces: that the pages are set in.
    """

    def __init__(self, faces: FaceLibrary) -> None:
        self._ink = GlyphInk(Outlines(faces))
        self._images = MediaImages({})

    def pixmap(self, display: PageDisplay, media: Iterable[Media], room: QSize, ratio: float) -> QPixmap:
        """Return a page as large as fits into a room of device-independent pixels, ``ratio`` device pixels each."""
        self._images = self._images.updated({m.id: m for m in media})
        scale = min(room.width() / display.width, room.height() / display.height) * ratio
        size = QSize(max(1, int(display.width * scale)), max(1, int(display.height * scale)))
        painted = QPixmap(size)
        painted.fill(_PAPER)
        painter = QPainter(painted)
        paint_page(painter, display, self._ink, self._images, DeviceScale.filling(display, size))
        painter.resetTransform()
        painter.setPen(_EDGE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(painted.rect().adjusted(0, 0, -1, -1))
        painter.end()
        painted.setDevicePixelRatio(ratio)
        return painted


class PageThumbnail(QWidget):
    """Shows a page as large as there is room, or a word in its place.

    Args:
        faces: that the page is set in.
        size: pixels asked for.
    """

    def __init__(self, faces: FaceLibrary, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = PagePainter(faces)
        self._media: tuple[Media, ...] = ()
        self._size = size
        self._display: PageDisplay | None = None
        self._word = ""
        self._painted: tuple[QSize, float, QPixmap] | None = None
        self.setMinimumSize(size)

    @property
    def display(self) -> PageDisplay | None:
        """The page that is shown."""
        return self._display

    def show_page(self, display: PageDisplay, media: Iterable[Media]) -> None:
        """Show a page."""
        self._display, self._media, self._word, self._painted = display, tuple(media), "", None
        self.update()

    def show_word(self, word: str) -> None:
        """Show a word where there is no page."""
        self._display, self._word, self._painted = None, word, None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size asked for."""
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the page in the middle."""
        painter = QPainter(self)
        if self._display is None:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._word)
        else:
            image = self._image(self._display)
            area = QRect(0, 0, *(round(n / image.devicePixelRatio()) for n in (image.width(), image.height())))
            area.moveCenter(self.rect().center())
            painter.drawPixmap(area, image)
        painter.end()

    def _image(self, display: PageDisplay) -> QPixmap:
        room, ratio = self.size(), self.devicePixelRatioF()
        if self._painted is None or self._painted[:2] != (room, ratio):
            self._painted = (room, ratio, self._painter.pixmap(display, self._media, room, ratio))
        return self._painted[2]
