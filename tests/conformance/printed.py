"""The records of ``positions`` read from an exported PDF, by pdfium: where a viewer puts every glyph, and its ink.

The file tells characters, origins, advances, ink, sizes and directions. It does not tell which characters of which
source they are: that comes from the page's own list, matched one by one in painting order, and a character that is
another or missing is an error. Frames, lines and columns are found again from the places alone.

Places agree with the page's to a few ten-thousandths of an em: the file has advances in whole thousandths of an em
and adjustments in tenths of them, what is left over being carried on to the next glyph, and pdfium counts in single
precision. The questions' tolerance of a hundredth of an em holds for both.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.display import PageDisplay
from desktop.formats.display_json import dump_lines
from tests.conformance.positions import OPENING, Box, Glyph, Line, Note, Sheet, glyphs_of, in_order, line_of

_SAME = 0.02
"""Points by which baselines of one line, and origins of one cluster, may differ."""


def read_pages(data: bytes, displays: Sequence[PageDisplay], notes: Sequence[Sequence[Note]]) -> list[Sheet]:
    """Return the sheets of a PDF's pages; ``displays`` tell what the characters are, not where."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [
            _sheet(document[at], display, note) for at, (display, note) in enumerate(zip(displays, notes, strict=True))
        ]
    finally:
        document.close()


def _sheet(sheet: Any, display: PageDisplay, notes: Sequence[Note]) -> Sheet:
    records = [json.loads(line) for line in dump_lines(display)]
    page, items = records[0], [record for record in records[1:] if record["kind"] == "glyphs"]
    known = [glyph for item in items for glyph in glyphs_of(item)]
    glyphs = list(_named(_glyphs(sheet), known))
    pictures = tuple(_pictures(sheet))
    lines = _lines(page, [glyph for glyph in glyphs if not glyph.vertical], pictures)
    upright = tuple(glyph for glyph in glyphs if glyph.vertical)
    sheet.close()
    return Sheet(page, tuple(lines), (), upright, pictures, tuple(notes))


# Characters with their places


def _glyphs(sheet: Any) -> list[Glyph]:
    """Return a page's glyphs in the order of its content; characters of one glyph share its place."""
    text = sheet.get_textpage()
    height = sheet.get_height()
    order = {_address(pdfium.FPDFPage_GetObject(sheet, at)): at for at in range(pdfium.FPDFPage_CountObjects(sheet))}
    found: list[tuple[int, Glyph]] = []
    for at in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        glyph = _glyph(text, at, height)
        place = order[_address(pdfium.FPDFText_GetTextObject(text, at))]
        before = found[-1] if found else None
        if before and before[0] == place and _one_cluster(before[1], glyph):
            found[-1] = (place, _joined(before[1], glyph))
        else:
            found.append((place, glyph))
    text.close()
    found.sort(key=lambda item: item[0])
    return [glyph for _, glyph in found]


def _glyph(text: Any, at: int, height: float) -> Glyph:
    x, y, left, right, low, high = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    pdfium.FPDFText_GetCharBox(text, at, left, right, low, high)
    code = pdfium.FPDFText_GetUnicode(text, at)
    size = pdfium.FPDFText_GetFontSize(text, at)
    width = ctypes.c_float()
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, at))
    shown = "-" if code == _HYPHEN else chr(code)
    pdfium.FPDFFont_GetGlyphWidth(font, ord(shown), size, width)
    ink = (left.value, height - high.value, right.value, height - low.value)
    matrix = pdfium.FS_MATRIX()
    turned = pdfium.FPDFText_GetCharAngle(text, at) > 0 and pdfium.FPDFText_GetMatrix(text, at, matrix) and matrix.b < 0
    return Glyph(shown, x.value, height - y.value, width.value, size, ink, None, 0, False, bool(turned))


_HYPHEN = 2
"""pdfium's stand-in for a hyphen at a line's end."""


def _one_cluster(before: Glyph, glyph: Glyph) -> bool:
    return abs(before.x - glyph.x) < _SAME and abs(before.y - glyph.y) < _SAME and before.ink == glyph.ink


def _joined(before: Glyph, glyph: Glyph) -> Glyph:
    """Return one glyph of several characters; the font's width of the first alone says nothing of it."""
    text = before.text + glyph.text
    if 0xD800 <= ord(before.text[-1]) < 0xDC00:
        text = (before.text + glyph.text).encode("utf-16", "surrogatepass").decode("utf-16")
    advance = before.ink[2] - before.ink[0] + 2 * (before.ink[0] - before.x)
    return Glyph(text, before.x, before.y, advance, before.size, before.ink, None, 0, False, before.turned)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


# What they are


def _named(found: Sequence[Glyph], known: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the file's glyphs with the source that the page's own list gives them, in order."""
    shown = [glyph for glyph in found if glyph.text.strip()]
    wanted = [glyph for glyph in known if glyph.text.strip()]
    said = "".join(glyph.text for glyph in shown), "".join(glyph.text.strip() for glyph in wanted)
    assert said[0] == said[1], f"the file says {said[0][:60]!r}…, the page {said[1][:60]!r}…"
    at = {id(glyph): own for glyph, own in zip(shown, wanted, strict=True)}
    own = wanted[0] if wanted else None
    for glyph in found:
        own = at.get(id(glyph), own)
        assert own is not None
        yield Glyph(
            glyph.text, glyph.x, glyph.y, glyph.advance, glyph.size, glyph.ink, own.element, own.start, own.vertical,
            glyph.turned,
        )  # fmt: skip


# Lines


def _lines(page: dict[str, Any], glyphs: Sequence[Glyph], pictures: Sequence[Box]) -> Iterator[Line]:
    """Yield lines: glyphs that follow one another to the right on one baseline, in one column, beside no picture."""
    groups: dict[tuple[str, int], list[Glyph]] = {}
    count: dict[str, int] = {}
    before: Glyph | None = None
    key = ("", 0)
    for glyph in glyphs:
        if before is None or not _follows(page, before, glyph, pictures):
            frame = _frame(page, glyph)
            key = (frame, count.get(frame, 0))
            count[frame] = key[1] + 1
        groups.setdefault(key, []).append(glyph)
        before = glyph
    for (frame, number), group in in_order(page, groups):
        if any(glyph.text.strip() for glyph in group):
            yield line_of(page, frame, number, group)


def _follows(page: dict[str, Any], before: Glyph, glyph: Glyph, pictures: Sequence[Box]) -> bool:
    same = abs(before.y - glyph.y) < _SAME and glyph.x >= before.x and before.size == glyph.size
    if not same:
        return False
    gap = (glyph.ink[0] - before.ink[2]) / glyph.size
    crossed = any(
        before.x < left and right < glyph.x + glyph.size and top < glyph.y and bottom > glyph.y - glyph.size
        for left, top, right, bottom in pictures
    )
    if crossed or (gap > _APART and before.element != glyph.element):
        return False
    return gap < _GUTTER or not _starts_column(page, glyph) or _column(page, before) == _column(page, glyph)


_APART = 1.5
"""Ems between two elements that stand side by side on a line, as bylines do, and are lines of their own."""

_GUTTER = 0.6
"""Ems of empty paper at least between two columns."""


def _frame(page: dict[str, Any], glyph: Glyph) -> str:
    """Return the frame that a glyph's ink stands in: the smallest one around it."""
    around = [(frame["box"], frame["id"]) for frame in page["frames"] if _holds(frame["box"], glyph)]
    return min(around, key=lambda found: found[0][2] * found[0][3])[1] if around else ""


def _column(page: dict[str, Any], glyph: Glyph) -> float | None:
    frame = _frame(page, glyph)
    boxes = next((each["columns"] for each in page["frames"] if each["id"] == frame), [])
    starts = [box[0] for box in boxes if box[0] - _SLACK <= glyph.ink[0]]
    return starts[-1] if starts else None


def _starts_column(page: dict[str, Any], glyph: Glyph) -> bool:
    """Whether a glyph's cell begins at a column's left edge; in a head that spans columns none does but by chance."""
    left = glyph.x + glyph.advance - glyph.size / 2 if glyph.text in OPENING else glyph.x
    column = _column(page, glyph)
    return column is not None and abs(left - column) < glyph.size / 20


_SLACK = 1.0
"""Points by which ink may stand out of its frame: serifs do at large sizes."""


def _holds(box: Sequence[float], glyph: Glyph) -> bool:
    x, y, width, height = box
    middle = (glyph.ink[0] + glyph.ink[2]) / 2
    return x - _SLACK <= middle <= x + width + _SLACK and y <= glyph.y <= y + height + _SLACK


def _pictures(sheet: Any) -> Iterator[Box]:
    """Yield what is seen of each image: its bounds inside its clip (a picture is cropped by clipping)."""
    height = sheet.get_height()
    for at in range(pdfium.FPDFPage_CountObjects(sheet)):
        item = pdfium.FPDFPage_GetObject(sheet, at)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = (ctypes.c_float() for _ in range(4))
            pdfium.FPDFPageObj_GetBounds(item, left, low, right, high)
            sides = [left.value, low.value, right.value, high.value]
            for xs, ys in _clips(pdfium.FPDFPageObj_GetClipPath(item)):
                sides = [max(sides[0], min(xs)), max(sides[1], min(ys)), min(sides[2], max(xs)), min(sides[3], max(ys))]
            yield sides[0], height - sides[3], sides[2], height - sides[1]


def _clips(clip: Any) -> Iterator[tuple[list[float], list[float]]]:
    """Yield the points of each path of a clip."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
        xs, ys = [], []
        for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            yield xs, ys
