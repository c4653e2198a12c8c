"""Glyph runs → text operators (PDF 32000-1, 9.4), exact to a fraction of a thousandth of an em.

A line goes out as one string wherever it can: the gap that most of its glyphs share becomes the character spacing (Tc),
only what differs is written as an adjustment (TJ). That is compact, and pdfium, which takes a wide adjustment for a
space, then sees a justified line as what it is: it subtracts the spacing that all glyphs have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.display import GlyphRun
from desktop.pdf.objects import number

# Adjustments are written with one decimal of 1/1000 em; smaller ones are carried on to the next glyph.
_LEAST_ADJUSTMENT = 0.1
# Two glyphs whose cross positions differ by less than this (points) stand on one line.
_SAME_LINE = 1e-4


class Codes(Struct, frozen=True):
    """How a font's glyphs are written: code in hexadecimal, width in 1/1000 em, and text by ToUnicode, by glyph id."""

    resource: str
    written: dict[int, str]
    widths: dict[int, float]
    text: dict[int, str]


def clusters_of(run: GlyphRun) -> Iterator[tuple[int, int, str]]:
    """Yield ``(first glyph, end glyph, displayed text)``; glyphs that begin at the same character are one cluster."""
    count, length = len(run.gids), len(run.text)
    bounds = (*run.clusters[:count], length)
    first = 0
    for at in range(1, count + 1):
        if at == count or bounds[first] != bounds[at] < length:
            yield first, at, run.text[bounds[first] : bounds[at]]
            first = at


def is_plain(run: GlyphRun) -> bool:
    """Tell whether every glyph stands for one character, the common case."""
    count = len(run.gids)
    return len(run.text) == count and run.clusters[:count] == tuple(range(count))


def actual_text(text: str) -> str:
    """Return the opening of a marked sequence that says what its glyphs stand for (PDF 32000-1, 14.9.4)."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>>>BDC"


def replacements(run: GlyphRun, codes: Codes) -> dict[int, tuple[int, str]]:
    """Return ``{first glyph: (end glyph, text)}`` for the clusters that ToUnicode alone would tell wrong."""
    known = codes.text
    if is_plain(run):
        return {
            at: (at + 1, char)
            for at, (gid, char) in enumerate(zip(run.gids, run.text, strict=True))
            if known.get(gid) != char
        }
    return {
        first: (end, text)
        for first, end, text in clusters_of(run)
        if text and (end - first > 1 or known.get(run.gids[first]) != text)
    }


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
        if self._font != (codes.resource, run.size):
            self._font = (codes.resource, run.size)
            self._out.append(f"/{codes.resource} {number(run.size)} Tf")
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
        marks = replacements(run, codes)
        parts: list[str] = []
        pen, line, mark_end = 0.0, None, -1
        per_unit = 1000 / run.size
        for at, gid in enumerate(run.gids):
            if at == mark_end:
                self._show(parts)
                self._out.append("EMC")
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
