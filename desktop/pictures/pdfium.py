"""The one door to pdfium, which draws placed pages and, in ``pdf``, reads back what was written.

pdfium is not safe for threads, not even with documents of their own: whoever calls it, and that are the canvas, the
composer's jobs and the export's, holds the one lock of this process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfiumError

from desktop.geometry import Rect

__all__ = ["PdfiumError", "opened_document", "pdfium", "pixels_of_page"]

_LOCK = RLock()  # the library is one for the process, and so is what guards it
_CLEAR = (255, 255, 255, 0)


@contextmanager
def opened_document(data: bytes) -> Iterator[Any]:
    """Open a PDF; nobody else uses pdfium meanwhile.

    Raises:
        PdfiumError: pdfium cannot read it.
    """
    with _LOCK:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def pixels_of_page(data: bytes, box: Rect, width: int, height: int) -> bytes:
    """Return packed RGBA rows of a PDF's first page, upright; clear where nothing is drawn, and without annotations.

    Args:
        data: the file.
        box: the part of the page, in its own space (y up).
        width: pixels across.
        height: pixels down.

    Raises:
        PdfiumError: pdfium cannot read it.
    """
    with opened_document(data) as document:
        page = document[0]
        try:
            page.set_cropbox(box.x, box.y, box.right, box.bottom)
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRA, rev_byteorder=True)
            try:
                bitmap.fill_rect(_CLEAR, 0, 0, width, height)
                flags = pdfium.FPDF_REVERSE_BYTE_ORDER | pdfium.FPDF_RENDER_LIMITEDIMAGECACHE
                pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
                return bytes(bitmap.buffer)
            finally:
                bitmap.close()
        finally:
            page.close()
