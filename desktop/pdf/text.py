"""Glyph runs → text operators (PDF 32000-1, 9.4), exact to a fraction of a thousandth of an em.

A line goes out as one string wherever it can: the gap that most of its glyphs share becomes the character spacing (Tc),
only what differs is written as an adjustment (TJ). That is compact, and pdfium, which takes a wide adjustment for a
space, then sees a justified line as what it is: it subtracts the spacing that all glyphs have in common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.display import GlyphRun
from desktop.pdf.objects import number

# Adjustments are written with one decimal of 1/1000 em; smaller ones are carried on to the next glyph.
_LEAST_ADJUSTMENT = 0.1
# Two glyphs whose cross positions differ by less than this (points) stand on one line.
_SAME_LINE = 1e-4


_LAST_BMP = "\uffff"
# Combining accents and voicing marks, joiners and directions, variation selectors.
_CLINGING = re.compile(
    "[\u0300-\u036f\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3099\u309a\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)


SILENT = "\0"
"""What a glyph says that adds nothing to its neighbour; readers leave it out, but take a code without text for an
index into some character collection."""

Saying = tuple[tuple[int, str], ...]
"""Glyphs that go together, each with what its code says."""


class Codes(Struct, frozen=True):
    """How a face's glyphs are written: code in hexadecimal and width in 1/1000 em by glyph id.

    ToUnicode gives a code one text (PDF 32000-1, 9.10.3). A glyph that stands for several is written in as many fonts
    of the same glyphs and codes: ``resources`` are their names, ``text`` is what the first says of a glyph, and
    ``further`` the font that says something else.
    """

    resources: tuple[str, ...]
    written: dict[int, str]
    widths: dict[int, float]
    text: dict[int, str]
    further: dict[Saying, int]

    def fonts_of(self, run: GlyphRun) -> dict[int, int]:
        """Return the fonts of a run's glyphs, by their index, that the first does not tell right."""
        if is_simple(run):
            known = self.text
            pairs = enumerate(zip(run.gids, run.text, strict=True))
            return {at: self.further[((gid, char),)] for at, (gid, char) in pairs if known.get(gid) != char}
        fonts: dict[int, int] = {}
        for first, end, text in parts_of(run):
            font = self.further.get(saying(run.gids[first:end], text), 0)
            fonts.update((at, font) for at in range(first, end) if font)
        return fonts


def is_simple(run: GlyphRun) -> bool:
    """Tell whether every glyph stands for one character, independent of the others: the common case."""
    return run.is_plain and not _CLINGING.search(run.text)


def parts_of(run: GlyphRun) -> Iterator[tuple[int, int, str]]:
    """Yield the run's parts, what clings to the character before it (a variation selector) together with that.

    Glyphs without ink are passed over by pdfium where they stand alone in a string, so that they need its company.
    """
    held: tuple[int, int, str] | None = None
    for first, end, text in run.parts():
        if held is not None and _CLINGING.match(text):
            held = (held[0], end, held[2] + text)
            continue
        if held is not None:
            yield held
        held = (first, end, text)
    if held is not None:
        yield held


def saying(gids: Sequence[int], text: str) -> Saying:
    """Return what the glyphs of a cluster say.

    Of a cluster with as many characters as glyphs or more, each glyph says one, and the last the rest. Where glyphs
    are more, the first says all.
    """
    count = len(gids)
    texts = (*text[: count - 1], text[count - 1 :]) if count <= len(text) else (text, *[""] * (count - 1))
    return tuple((gid, part or SILENT) for gid, part in zip(gids, texts, strict=True))


def marks_of(run: GlyphRun) -> dict[int, tuple[int, str]]:
    """Return ``{first glyph: (end glyph, text)}`` of clusters with more glyphs than characters, for ActualText.

    pdfium drops what is above U+FFFF from ActualText: there ToUnicode alone tells it.
    """
    if is_simple(run):
        return {}
    return {
        first: (end, text)
        for first, end, text in parts_of(run)
        if end - first > len(text) and text and max(text) <= _LAST_BMP
    }


def actual_text(text: str) -> str:
    """Return the opening of a marked sequence that says what its glyphs stand for (PDF 32000-1, 14.9.4)."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>>>BDC"


class RunWriter:
    """Writes runs of one page into ``out``, remembering the text state so that only changes are written.

    The caller opens and closes the text object (BT, ET) and calls ``forget`` where the graphics state is restored.
    """

    __slots__ = ("_font", "_height", "_out", "_spacing")

    def __init__(self, out: list[str], page_height: float) -> None:
        self._out = out
        self._height = page_height
        self._font: tuple[str, float] | None = None
        self._spacing = 0.0

    def forget(self) -> None:
        """Take the text state for the initial one again (after Q)."""
        self._font = None
        self._spacing = 0.0

    def write(self, run: GlyphRun, codes: Codes) -> None:
        """Write one run."""
        if not run.gids:
            return
        along, across = _positions(run)
        widths = [codes.widths[gid] * run.size / 1000 for gid in run.gids]
        spacing = _common_gap(along, across, widths)
        if spacing != self._spacing:
            self._spacing = spacing
            self._out.append(f"{spacing:.5f} Tc" if spacing else "0 Tc")
        advances = [width + spacing for width in widths] if spacing else widths
        self._write_glyphs(run, codes, along, across, advances)

    def _write_glyphs(
        self, run: GlyphRun, codes: Codes, along: Sequence[float], across: Sequence[float], advances: Sequence[float]
    ) -> None:
        marks, fonts = marks_of(run), codes.fonts_of(run)
        parts: list[str] = []
        pen, line, mark_end = 0.0, None, -1
        per_unit = 1000 / run.size
        for at, gid in enumerate(run.gids):
            if at == mark_end:
                self._show(parts)
                self._out.append("EMC")
            font = (codes.resources[fonts.get(at, 0)], run.size)
            if font != self._font:
                self._show(parts)
                self._font = font
                self._out.append(f"/{font[0]} {number(run.size)} Tf")
            if line is None or abs(across[at] - line) > _SAME_LINE:
                self._show(parts)
                self._move(run, along[at], across[at])
                pen, line = along[at], across[at]
            if at in marks:
                self._show(parts)
                mark_end, text = marks[at]
                self._out.append(actual_text(text))
            adjustment = round((pen - along[at]) * per_unit, 1)
            if abs(adjustment) > _LEAST_ADJUSTMENT:
                parts.append(f">{number(adjustment)}<")
                pen -= adjustment / per_unit
            parts.append(codes.written[gid])
            pen += advances[at]
        self._show(parts)
        if mark_end == len(run.gids):
            self._out.append("EMC")

    def _move(self, run: GlyphRun, along: float, across: float) -> None:
        """Set the text matrix (PDF 32000-1, 9.4.2): the glyph's origin, turned a quarter clockwise where asked."""
        if run.rotation == 90:
            self._out.append(f"0 -1 1 0 {number(across)} {number(self._height - along)} Tm")
        else:
            self._out.append(f"1 0 0 1 {number(along)} {number(self._height - across)} Tm")

    def _show(self, parts: list[str]) -> None:
        """Write the pending string (PDF 32000-1, 9.4.3)."""
        if parts:
            text = "".join(parts)
            self._out.append(f"[<{text}>]TJ".replace("[<>", "[", 1) if ">" in text else f"<{text}>Tj")
            parts.clear()


def _positions(run: GlyphRun) -> tuple[list[float], list[float]]:
    """Return the glyphs' places along the run's direction and across it, in page coordinates."""
    xs = [run.x + dx for dx in run.dx]
    ys = [run.y + dy for dy in run.dy]
    return (ys, xs) if run.rotation == 90 else (xs, ys)


def _common_gap(along: Sequence[float], across: Sequence[float], widths: Sequence[float]) -> float:
    """Return the gap (points) that most glyphs leave to the next on their line, 0 where there is no such habit."""
    gaps = Counter(
        round(along[at + 1] - along[at] - widths[at], 4)
        for at in range(len(along) - 1)
        if abs(across[at + 1] - across[at]) <= _SAME_LINE
    )
    if not gaps:
        return 0.0
    gap, times = gaps.most_common(1)[0]
    return gap if times > 1 and abs(gap) > 1e-4 else 0.0
