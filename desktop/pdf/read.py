"""PDF → the text that pdfium extracts, and pixels: the second, independent look at what was written."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desktop.errors import UsageError
from desktop.pictures.pdfium import PdfiumError, opened_document, pdfium

if TYPE_CHECKING:
    from desktop.pictures import Image

_ARTIFACT = "Artifact"
_HYPHEN = 2  # pdfium's stand-in for a hyphen at a line's end
_HIGH, _LOW, _ASTRAL = 0xD800, 0xDC00, 0x10000


class PageText(Struct, frozen=True):
    """A page's text in the order of its content, one place for each character.

    ``places`` are the origins in points, y down from the top. ``added`` is what the layout put there (marked as an
    artifact, PDF 32000-1, 14.8.2.2) and is not in ``text``; so is what a placed PDF says, a form. White space is
    what pdfium makes of gaps and lines.
    """

    text: str
    places: tuple[tuple[float, float], ...]
    added: str


def read_text(data: bytes) -> list[PageText]:
    """Return the text of each page.

    Raises:
        UsageError: The bytes are no PDF.
    """
    with _opened(data) as document:
        return [_page_text(document, at) for at in range(len(document))]


def render(data: bytes, page: int, scale: float) -> Image:
    """Return a page's pixels in RGB, ``scale`` pixels for a point.

    pdfium stretches a page to whole pixels (by up to one at the far edge) and sets glyphs under 50 pixels on whole
    pixels too; a comparison has to allow for both.

    Raises:
        UsageError: The bytes are no PDF, or have no such page.
    """
    from desktop.pictures import image_from_rgb

    with _opened(data) as document:
        if not 0 <= page < len(document):
            raise UsageError("The PDF has no page {page}.", page=page + 1)
        sheet = document[page]
        try:
            return image_from_rgb(*_pixels(sheet, scale))
        finally:
            sheet.close()


def _pixels(sheet: Any, scale: float) -> tuple[bytes, int, int]:
    """Return packed RGB rows, width and height in pixels."""
    bitmap = sheet.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    try:
        rows, used, stride = bytes(bitmap.buffer), 3 * bitmap.width, bitmap.stride
        packed = b"".join(rows[start : start + used] for start in range(0, stride * bitmap.height, stride))
        return packed, bitmap.width, bitmap.height
    finally:
        bitmap.close()


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    try:
        with opened_document(data) as document:
            yield document
    except PdfiumError as problem:
        raise UsageError("The file is not a PDF that can be read.") from problem


def _page_text(document: Any, at: int) -> PageText:
    page = document[at]
    try:
        height = page.get_height()
        order, artifacts = _objects(page)
        text_page = page.get_textpage()
        try:
            characters = _characters(text_page, order)
        finally:
            text_page.close()
    finally:
        page.close()
    # pdfium sorts what stands on one line by x; the reading order is that of the content.
    characters.sort(key=lambda character: character[0])
    own = [character for character in characters if character[0] not in artifacts]
    return PageText(
        "".join(char for _, char, _, _ in own),
        tuple((x, height - y) for _, _, x, y in own),
        "".join(char for place, char, _, _ in characters if place in artifacts),
    )


def _objects(page: Any) -> tuple[dict[int, int], set[int]]:
    """Return each page object's place in the content by its address, and the places of the artifacts.

    What is in a form has the form's place; forms are placed PDFs, so that they are artifacts, marked or not.
    """
    order: dict[int, int] = {}
    artifacts: set[int] = set()
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, place)
        order[_address(item)] = place
        count = pdfium.FPDFPageObj_CountMarks(item)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
            artifacts.add(place)
            order.update(dict.fromkeys(_within(item), place))
        if any(_mark_name(pdfium.FPDFPageObj_GetMark(item, mark)) == _ARTIFACT for mark in range(count)):
            artifacts.add(place)
    return order, artifacts


def _within(form: Any) -> Iterator[int]:
    """Yield the addresses of what is in a form and in the forms within it."""
    waiting = [form]
    while waiting:
        outer = waiting.pop()
        for at in range(max(0, pdfium.FPDFFormObj_CountObjects(outer))):
            item = pdfium.FPDFFormObj_GetObject(outer, at)
            yield _address(item)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
                waiting.append(item)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _mark_name(mark: Any) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64, ctypes.byref(length))
    return buffer.raw[: max(0, min(length.value, 64) - 2)].decode("utf-16-le", "replace")


def _characters(text_page: Any, order: dict[int, int]) -> list[tuple[int, str, float, float]]:
    """Return ``(place of its object, character, x, y)``; what pdfium made up goes with the object before it."""
    found: list[tuple[int, str, float, float]] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    place, high = -1, 0
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        value = pdfium.FPDFText_GetUnicode(text_page, at)
        place = order.get(_address(pdfium.FPDFText_GetTextObject(text_page, at)), place)
        if _HIGH <= value < _LOW:
            high = value
            continue
        if high and _LOW <= value < 0xE000:
            value = _ASTRAL + ((high - _HIGH) << 10) + value - _LOW
        high = 0
        if value == _HYPHEN:
            value = ord("-")
        pdfium.FPDFText_GetCharOrigin(text_page, at, ctypes.byref(x), ctypes.byref(y))
        if value:
            found.append((place, chr(value), x.value, y.value))
    return found
