"""The folio strip (报眉): page number outside, paper in the middle, date and editors at the right.

Everything in it comes from the articles' own furniture. What they do not say may be added by the layout: the page's
number and date; added text stands for no source character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.compose.material import Context
from desktop.compose.place import baseline
from desktop.display import GlyphRun, Ink
from desktop.geometry import Rect
from desktop.model.settext import SetText
from desktop.model.story import Element, FolioFields, Role
from desktop.model.style import FaceRole, ParagraphStyle
from desktop.text import LineBreak, LinePlace, ShapedParagraph, line_runs, set_cells

_SIDE_GAP = 1.5
"""Ems between two pieces of the same side."""


class _Piece(Struct, frozen=True):
    """One line of furniture, shaped, and where it belongs: left, centre or right."""

    paragraph: ShapedParagraph
    side: str
    size: float
    added: bool


def folio_runs(context: Context, elements: Sequence[Element], box: Rect, frame: str) -> Iterator[GlyphRun]:
    """Yield the runs of the folio strip."""
    style = context.edition.style.head[Role.FOLIO]
    pieces = [piece for element in elements for piece in _pieces(context, element, style)]
    pieces += _additions(context, elements, style)
    scale = _scale(pieces, box.width)
    number = 0
    for side in ("left", "centre", "right"):
        group = [piece for piece in pieces if piece.side == side]
        gap = _SIDE_GAP * style.size * scale
        width = sum(_width(p) * scale for p in group) + gap * max(0, len(group) - 1)
        x = {"left": box.x, "centre": box.x + (box.width - width) / 2, "right": box.right - width}[side]
        for piece in group:
            yield from _place(piece, x, box, scale, frame, number)
            x += _width(piece) * scale + gap
            number += 1


def _scale(pieces: Sequence[_Piece], width: float) -> float:
    """Return by how much everything shrinks so that a long strip still fits; nothing is left out."""
    total = sum(_width(piece) + _SIDE_GAP * piece.size for piece in pieces)
    return min(1.0, width / total) if total else 1.0


def _width(piece: _Piece) -> float:
    return piece.paragraph.widths[-1] * piece.size


def _place(piece: _Piece, x: float, box: Rect, scale: float, frame: str, number: int) -> Iterator[GlyphRun]:
    size = piece.size * scale
    line = LineBreak(0, len(piece.paragraph), len(piece.paragraph), last=True)
    set_line = set_cells(piece.paragraph, line, float("inf"), justify=False)
    y = baseline(box.y, box.height, size)
    yield from line_runs(piece.paragraph, set_line, LinePlace(x, y, size, frame, number, Ink(), piece.added))


def _pieces(context: Context, element: Element, style: ParagraphStyle) -> Iterator[_Piece]:
    """Yield an element's lines, each tied to its source."""
    text = context.part(element)
    fields = element.folio or FolioFields()
    for part in _lines(text):
        plain = part.text.strip()
        side, face, size = _manner(plain, fields, style)
        yield _Piece(_shape(context, face, part), side, size, added=False)


def _manner(text: str, fields: FolioFields, style: ParagraphStyle) -> tuple[str, FaceRole, float]:
    """Return where a piece of furniture stands, in which face and at which size."""
    if fields.page and text.strip("第版 ").upper() == fields.page.upper():
        return "left", FaceRole.BIAOSONG, style.sizes[0] * 2
    if fields.paper and text == fields.paper:
        return "centre", FaceRole.BIAOSONG, style.sizes[0] * 1.5
    return "right", style.face, style.sizes[0]


def _lines(text: SetText) -> Iterator[SetText]:
    """Split a set text where its source jumps or a line ends."""
    start = 0
    for index in range(1, len(text.text) + 1):
        ends = index == len(text.text)
        if ends or text.starts[index] > text.ends[index - 1] or text.text[index] in "\r\n":
            part = text.part(start, index)
            if part.text.strip():
                yield part
            start = index


def _shape(context: Context, face: FaceRole, part: SetText) -> ShapedParagraph:
    return context.store.shape(context.tables(), context.chain(face), [part], head=True).paragraph


def _additions(context: Context, elements: Sequence[Element], style: ParagraphStyle) -> Iterator[_Piece]:
    """Yield what the page knows and the articles do not say."""
    fields = [element.folio for element in elements if element.folio is not None]
    page = context.page
    if page.number and not any(f.page for f in fields):
        yield _added(context, page.number, "left", FaceRole.BIAOSONG, style.sizes[0] * 2)
    if page.date and not any(f.date for f in fields):
        yield _added(context, page.date, "right", style.face, style.sizes[0])


def _added(context: Context, text: str, side: str, face: FaceRole, size: float) -> _Piece:
    zeros = (0,) * len(text)
    return _Piece(_shape(context, face, SetText("", text, zeros, zeros)), side, size, added=True)
