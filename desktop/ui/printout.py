"""Pages painted on paper, sheet after sheet, by the painter of the canvas; with marks where sheets are joined.

Everything is painted so large that no glyph is small enough for the painter to make an image of it: print is outlines,
as fine as the printer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter

from desktop.display import PageDisplay
from desktop.errors import TargetError
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.replacing import write_file
from desktop.session.tiling import STRIP, Laid, Paper, Tile, laid
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.masks import LARGE
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale
from desktop.ui.language import tr

_RESOLUTION = 1200
"""Dots per inch of a PDF for a printer; outlines are set to a tenth of them."""
_PICTURES = 300
"""Dots per inch of pictures on paper: newsprint shows half of it."""
_LEAST_FINE = 4.0
"""Units for a point at least, so that thin rules keep their widths."""
_LABEL = 7.0
"""Points of the words that say which sheet this is."""
_INK = QColor("#6B6D73")
MARGIN = 18.0
"""Points of paper that printers leave white."""

Tell = Callable[[float], None]
"""Is told how far printing is, 0 to 1; may raise ``CancelledError``."""


class PrintPlan(Struct, frozen=True):
    """How pages are printed.

    ``scale`` 1.0 is the true size, None as large as fits one sheet. ``overlap`` is in points of the paper. ``paper`` is
    a ``QPageSize.PageSizeId``'s value. ``printer`` names one of the system's; empty: a PDF is written to ``target``.
    """

    scale: float | None = None
    overlap: float = 28.0
    paper: int = QPageSize.PageSizeId.A4.value
    landscape: bool = False
    printer: str = ""
    target: str = ""


class PrintedPage(Struct, frozen=True):
    """A page to be printed, and what it is called on its sheets."""

    name: str
    display: PageDisplay


class _Sheet(Struct, frozen=True):
    page: PrintedPage
    laid: Laid
    number: int

    @property
    def tile(self) -> Tile:
        return self.laid.tiles[self.number - 1]

    @property
    def box(self) -> QRectF:
        """Where the part of the page stands, in points of the paper."""
        part, scale = self.tile.part, self.laid.scale
        return QRectF(self.laid.left, self.laid.top, part.width * scale, part.height * scale)


class _PaperImages(MediaImages):
    """Pictures, no finer than paper shows them."""

    share = 1.0
    """Dots of the paper for a unit of the painter."""

    def sized(self, media_id: str, crop: Rect, size: QSize) -> QImage | None:
        return super().sized(media_id, crop, (size * self.share).expandedTo(QSize(1, 1)))


def paper_of(plan: PrintPlan) -> Paper:
    """Return what can be printed on of a sheet of the plan's paper."""
    size = QPageSize.size(QPageSize.PageSizeId(plan.paper), QPageSize.Unit.Point)
    width, height = size.width() - 2 * MARGIN, size.height() - 2 * MARGIN
    return Paper(height, width) if plan.landscape else Paper(width, height)


def sheets(display: PageDisplay, plan: PrintPlan) -> Laid:
    """Return how a page lies on sheets.

    Raises:
        UsageError: The overlap leaves no room on the paper.
    """
    return laid(display.width, display.height, paper_of(plan), plan.scale, plan.overlap)


def print_pages(
    pages: Sequence[PrintedPage], faces: FaceLibrary, media: Sequence[Media], plan: PrintPlan, tell: Tell
) -> int:
    """Print pages and return how many sheets there are.

    Raises:
        TargetError: The printer does not answer, or the PDF cannot be written.
        UsageError: The overlap leaves no room on the paper.
        FontError: A face cannot be opened.
        CancelledError: ``tell`` says so; nothing is written, and the printer is told to forget it.
    """
    todo = list(_all_sheets(pages, plan))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = _device(plan, buffer, pages[0].name)
    painter = QPainter()
    if not painter.begin(device):
        raise TargetError("Nothing was printed: {name} does not answer.", name=plan.printer)
    images, ink = _PaperImages({item.id: item for item in media}), GlyphInk(Outlines(faces))
    try:
        for at, sheet in enumerate(todo):
            tell(at / len(todo))
            if at:
                device.newPage()
            _paint_sheet(painter, sheet, ink, images, plan.overlap)
    except Exception:
        if isinstance(device, QPrinter):
            device.abort()
        raise
    finally:
        painter.end()
    if not plan.printer:
        write_file(Path(plan.target), bytes(buffer.data().data()))
    return len(todo)


def _all_sheets(pages: Sequence[PrintedPage], plan: PrintPlan) -> Iterator[_Sheet]:
    for page in pages:
        on = sheets(page.display, plan)
        for number in range(1, len(on.tiles) + 1):
            yield _Sheet(page, on, number)


def _device(plan: PrintPlan, buffer: QBuffer, title: str) -> QPagedPaintDevice:
    """Return the printer, or what writes a PDF into a buffer, laid out as planned."""
    way = QPageLayout.Orientation.Landscape if plan.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId(plan.paper)), way, margins, QPageLayout.Unit.Point)
    if plan.printer:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(plan.printer)
        printer.setDocName(title)
        printer.setPageLayout(layout)
        return printer
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setPageLayout(layout)
    return writer


def _paint_sheet(painter: QPainter, sheet: _Sheet, ink: GlyphInk, images: _PaperImages, overlap: float) -> None:
    """Paint one sheet; the painter's origin is where the margins end."""
    resolution = painter.device().logicalDpiX()
    painter.save()
    painter.scale(resolution / 72, resolution / 72)
    _paint_part(painter, sheet, ink, images)
    if len(sheet.laid.tiles) > 1:
        _paint_marks(painter, sheet, overlap)
        _paint_label(painter, sheet)
    painter.restore()


def _paint_part(painter: QPainter, sheet: _Sheet, ink: GlyphInk, images: _PaperImages) -> None:
    """Paint the part of the page that stands on a sheet; the painter's unit is a point of the paper."""
    display, box, part, scale = sheet.page.display, sheet.box, sheet.tile.part, sheet.laid.scale
    smallest = min((run.size for run in display.runs()), default=LARGE)
    fine = max(_LEAST_FINE, ceil(LARGE / smallest))
    images.share = min(1.0, scale * _PICTURES / 72 / fine)
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(scale / fine, scale / fine)
    painter.translate(-part.x * fine, -part.y * fine)
    device = DeviceScale.even(fine)
    paint_page(painter, display, ink, images, device, device.pixels(part))
    painter.restore()


def _paint_marks(painter: QPainter, sheet: _Sheet, overlap: float) -> None:
    """Draw, outside the page, where the strip begins and ends that a sheet has in common with its neighbours."""
    painter.setPen(QPen(_INK, 0.4))
    box, tile = sheet.box, sheet.tile
    places = {(other.column, other.row) for other in sheet.laid.tiles}
    across = _borders((tile.column - 1, tile.row) in places, (tile.column + 1, tile.row) in places,
                      box.left(), box.right(), overlap)  # fmt: skip
    down = _borders((tile.column, tile.row - 1) in places, (tile.column, tile.row + 1) in places,
                    box.top(), box.bottom(), overlap)  # fmt: skip
    long, gap = STRIP - 6, 2.0
    for x in across:
        painter.drawLine(QPointF(x, box.top() - gap), QPointF(x, box.top() - gap - long))
        painter.drawLine(QPointF(x, box.bottom() + gap), QPointF(x, box.bottom() + gap + long))
    for y in down:
        painter.drawLine(QPointF(box.left() - gap, y), QPointF(box.left() - gap - long, y))
        painter.drawLine(QPointF(box.right() + gap, y), QPointF(box.right() + gap + long, y))


def _borders(before: bool, after: bool, low: float, high: float, overlap: float) -> list[float]:
    return ([low, low + overlap] if before else []) + ([high - overlap, high] if after else [])


def _paint_label(painter: QPainter, sheet: _Sheet) -> None:
    """Say below the page which sheet this is, and where it belongs."""
    font = QFont()
    font.setPixelSize(round(_LABEL))
    painter.setFont(font)
    tile, box = sheet.tile, sheet.box
    words = tr(
        "{page}: sheet {number} of {count}, row {row}, column {column}",
        page=sheet.page.name,
        number=sheet.number,
        count=len(sheet.laid.tiles),
        row=tile.row,
        column=tile.column,
    )
    room = QRectF(box.left(), box.bottom() + 3, box.width(), STRIP - 4)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)
