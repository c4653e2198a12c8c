"""Pages painted on paper: sheet after sheet, as the canvas paints them, with marks where sheets are glued."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter

from desktop.display import PageDisplay
from desktop.errors import TargetError
from desktop.replacing import write_file
from desktop.session.tiling import Paper, Tile, fitting, tiles
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale

_FINEST = 300
"""Dots per inch at which pages are painted; finer than any office printer's text is told from."""
_MARK = 8.0
"""Points of a glue mark's length."""
MARGIN = 18.0
"""Points of paper that printers leave white."""


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


def paper_of(plan: PrintPlan) -> Paper:
    """Return what can be printed on of a sheet of the plan's paper."""
    size = QPageSize.size(QPageSize.PageSizeId(plan.paper), QPageSize.Unit.Point)
    width, height = size.width() - 2 * MARGIN, size.height() - 2 * MARGIN
    return Paper(height, width) if plan.landscape else Paper(width, height)


def sheets(display: PageDisplay, plan: PrintPlan) -> tuple[float, tuple[Tile, ...]]:
    """Return the scale at which a page is printed, and its sheets.

    Raises:
        UsageError: The overlap leaves no room on the paper.
    """
    paper = paper_of(plan)
    scale = plan.scale or fitting(display.width, display.height, paper)
    return scale, tiles(display.width, display.height, paper, scale, plan.overlap)


def print_pages(displays: Sequence[PageDisplay], ink: GlyphInk, images: MediaImages, plan: PrintPlan) -> int:
    """Print pages and return how many sheets there are.

    Raises:
        TargetError: The printer does not answer, or the PDF cannot be written.
        UsageError: The overlap leaves no room on the paper.
        FontError: A face cannot be opened.
    """
    laid = [(display, *sheets(display, plan)) for display in displays]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = _device(plan, buffer)
    painter = QPainter()
    if not painter.begin(device):
        raise TargetError("Nothing was printed: {name} does not answer.", name=plan.printer)
    try:
        count = _paint_sheets(painter, device, laid, ink, images, plan.overlap)
    finally:
        painter.end()
    if not plan.printer:
        write_file(Path(plan.target), bytes(buffer.data().data()))
    return count


def _paint_sheets(
    painter: QPainter,
    device: QPagedPaintDevice,
    laid: Sequence[tuple[PageDisplay, float, tuple[Tile, ...]]],
    ink: GlyphInk,
    images: MediaImages,
    overlap: float,
) -> int:
    """Paint all sheets and return their number."""
    count, resolution = 0, device.logicalDpiX()
    dots = min(_FINEST, resolution) / 72
    for display, scale, parts in laid:
        for tile in parts:
            if count:
                device.newPage()
            count += 1
            image = _painted(display, tile, scale * dots, ink, images)
            box = QRectF(0, 0, image.width() / dots, image.height() / dots)
            painter.save()
            painter.scale(resolution / 72, resolution / 72)
            painter.drawImage(box, image)
            _mark(painter, tile, parts, box, overlap)
            painter.restore()
    return count


def _device(plan: PrintPlan, buffer: QBuffer) -> QPagedPaintDevice:
    """Return the printer, or what writes a PDF into a buffer, laid out as planned."""
    way = QPageLayout.Orientation.Landscape if plan.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId(plan.paper)), way, margins, QPageLayout.Unit.Point)
    if plan.printer:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(plan.printer)
        printer.setPageLayout(layout)
        return printer
    writer = QPdfWriter(buffer)
    writer.setResolution(_FINEST)
    writer.setPageLayout(layout)
    return writer


def _painted(display: PageDisplay, tile: Tile, dots: float, ink: GlyphInk, images: MediaImages) -> QImage:
    """Return the part of a page that stands on a sheet, ``dots`` to a point of the page."""
    part, scale = tile.part, DeviceScale.even(dots)
    pixels = scale.pixels(part)
    image = QImage(QSize(pixels.width(), pixels.height()), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.translate(-pixels.topLeft())
    paint_page(painter, display, ink, images, scale, pixels)
    painter.end()
    return image


def _mark(painter: QPainter, tile: Tile, parts: Sequence[Tile], box: QRectF, overlap: float) -> None:
    """Draw short lines where the next sheets are glued on, and say which sheet this is."""
    if len(parts) == 1:
        return
    painter.setPen(QPen(QColor("#808080"), 0.5))
    right, below = box.right() - overlap, box.bottom() - overlap
    if any(other.column > tile.column for other in parts):
        for y in (box.top(), box.bottom() - _MARK):
            painter.drawLine(QPointF(right, y), QPointF(right, y + _MARK))
    if any(other.row > tile.row for other in parts):
        for x in (box.left(), box.right() - _MARK):
            painter.drawLine(QPointF(x, below), QPointF(x + _MARK, below))
