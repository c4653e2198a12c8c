"""Glyph runs → text operators (PDF 32000-1, 9.4), exact to a fraction of a thousandth of an em.

A line goes out as one string wherever it can: the gap that most of its glyphs share becomes the character spacing (Tc),
only what differs is written as an adjustment (TJ). That is compact, and pdfium, which takes a wide adjustment for a
space, then sees a justified line as what it is: it subtracts the spacing that all glyphs have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.display import GlyphRun
from desktop.pdf.memory import RunMemory
from desktop.pdf.objects import number
from desktop.pdf.text import Codes, actual_text, marks_of

# Adjustments are written with one decimal of 1/1000 em; smaller ones are carried on to the next glyph.
_LEAST_ADJUSTMENT = 0.1
# Two glyphs whose cross positions differ by less than this (points) stand on one line.
_SAME_LINE = 1e-4


class WrittenRun(NamedTuple):
    """The operators of a run, in a text state of the given spacing (points) in which they begin and end."""

    spacing: float
    first: int
    """The font of its first glyph, an index into ``Codes.resources``; ``last`` that of its last."""
    last: int
    body: str


class WrittenRuns:
    """Operators of runs, kept while the very same runs are written again: lines that did not move."""

    def __init__(self) -> None:
        self._kept = RunMemory[tuple[Mapping[int, str], float, WrittenRun]]()

    def find(self, run: GlyphRun, codes: Codes, page_height: float) -> WrittenRun:
        """Return a run's operators."""
        if codes.fonts_of(run):
            return written_run(run, codes, page_height)
        kept = self._kept.find(run)
        if kept is None or kept[0] is not codes.written or kept[1] != page_height:
            kept = self._kept.keep(run, (codes.written, page_height, written_run(run, codes, page_height)))
        return kept[2]

    def end_file(self) -> None:
        """Drop what was not used since the last file's end."""
        self._kept.end_file()


class RunWriter:
    """Writes runs of one page into ``out``, remembering the text state so that only changes are written.

    The caller opens and closes the text object (BT, ET) and calls ``forget`` where the graphics state is restored.
    """

    __slots__ = ("_font", "_height", "_out", "_runs", "_spacing")

    def __init__(self, out: list[str], page_height: float, runs: WrittenRuns) -> None:
        self._out = out
        self._height = page_height
        self._runs = runs
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
        written = self._runs.find(run, codes, self._height)
        if written.spacing != self._spacing:
            self._spacing = written.spacing
            self._out.append(f"{written.spacing:.5f} Tc" if written.spacing else "0 Tc")
        font = (codes.resources[written.first], run.size)
        if font != self._font:
            self._out.append(_font(*font))
        self._font = (codes.resources[written.last], run.size)
        self._out.append(written.body)


def written_run(run: GlyphRun, codes: Codes, page_height: float) -> WrittenRun:
    """Return the operators of a run that has glyphs."""
    along, across = _positions(run)
    widths = [codes.widths[gid] * run.size / 1000 for gid in run.gids]
    on_one_line = max(across) - min(across) <= _SAME_LINE
    spacing = _common_gap(along, None if on_one_line else across, widths)
    advances = [width + spacing for width in widths] if spacing else widths
    marks, fonts = marks_of(run), codes.fonts_of(run)
    if on_one_line and not marks and not fonts:
        return WrittenRun(spacing, 0, 0, _line(run, codes, along, across[0], advances, page_height))
    body = _Body(run, codes, page_height).write(along, across, advances, marks, fonts)
    return WrittenRun(spacing, fonts.get(0, 0), fonts.get(len(run.gids) - 1, 0), body)


def _line(
    run: GlyphRun, codes: Codes, along: Sequence[float], across: float, advances: Sequence[float], height: float
) -> str:
    """Return the operators of glyphs that stand on one line, in one font, each telling its own text."""
    written = codes.written
    per_unit = 1000 / run.size
    # An adjustment of less than this comes to no more than the least one when it is rounded.
    least = 1.49 * _LEAST_ADJUSTMENT / per_unit
    parts: list[str] = []
    pen = along[0]
    for gid, at, advance in zip(run.gids, along, advances, strict=True):
        if not -least < pen - at < least:
            adjustment = round((pen - at) * per_unit, 1)
            if abs(adjustment) > _LEAST_ADJUSTMENT:
                parts.append(f">{number(adjustment)}<")
                pen -= adjustment / per_unit
        parts.append(written[gid])
        pen += advance
    return f"{_move(run, along[0], across, height)}\n{_show(parts)}"


class _Body:
    """Writes a run whose glyphs change lines or fonts, or have their text told in marks."""

    def __init__(self, run: GlyphRun, codes: Codes, page_height: float) -> None:
        self._run, self._codes, self._height = run, codes, page_height
        self._out: list[str] = []
        self._parts: list[str] = []

    def write(
        self,
        along: Sequence[float],
        across: Sequence[float],
        advances: Sequence[float],
        marks: Mapping[int, tuple[int, str]],
        fonts: Mapping[int, int],
    ) -> str:
        """Return the operators."""
        run, out, parts = self._run, self._out, self._parts
        pen, line, mark_end = 0.0, None, -1
        font = fonts.get(0, 0)
        per_unit = 1000 / run.size
        for at, gid in enumerate(run.gids):
            if at == mark_end:
                self._flush()
                out.append("EMC")
            if fonts.get(at, 0) != font:
                self._flush()
                font = fonts.get(at, 0)
                out.append(_font(self._codes.resources[font], run.size))
            if line is None or abs(across[at] - line) > _SAME_LINE:
                self._flush()
                out.append(_move(run, along[at], across[at], self._height))
                pen, line = along[at], across[at]
            if at in marks:
                self._flush()
                mark_end, text = marks[at]
                out.append(actual_text(text))
            adjustment = round((pen - along[at]) * per_unit, 1)
            if abs(adjustment) > _LEAST_ADJUSTMENT:
                parts.append(f">{number(adjustment)}<")
                pen -= adjustment / per_unit
            parts.append(self._codes.written[gid])
            pen += advances[at]
        self._flush()
        if mark_end == len(run.gids):
            out.append("EMC")
        return "\n".join(out)

    def _flush(self) -> None:
        """Write the pending string."""
        if self._parts:
            self._out.append(_show(self._parts))
            self._parts.clear()


def _font(resource: str, size: float) -> str:
    """Return the operator that chooses a font (PDF 32000-1, 9.3.1)."""
    return f"/{resource} {number(size)} Tf"


def _move(run: GlyphRun, along: float, across: float, height: float) -> str:
    """Return the text matrix (PDF 32000-1, 9.4.2): the glyph's origin, turned a quarter clockwise where asked."""
    wide = number(run.stretch)
    along *= run.stretch
    if run.rotation == 90:
        return f"0 -{wide} 1 0 {number(across)} {number(height - along)} Tm"
    return f"{wide} 0 0 1 {number(along)} {number(height - across)} Tm"


def _show(parts: Sequence[str]) -> str:
    """Return the operator that shows a string (PDF 32000-1, 9.4.3)."""
    text = "".join(parts)
    return f"[<{text}>]TJ".replace("[<>", "[", 1) if ">" in text else f"<{text}>Tj"


def _positions(run: GlyphRun) -> tuple[list[float], list[float]]:
    """Return the glyphs' places along the run's direction, in units of its glyphs' width, and across it, in points."""
    xs = [run.x + dx for dx in run.dx]
    ys = [run.y + dy for dy in run.dy]
    along, across = (ys, xs) if run.rotation == 90 else (xs, ys)
    return (along if run.stretch == 1 else [at / run.stretch for at in along]), across


def _common_gap(along: Sequence[float], across: Sequence[float] | None, widths: Sequence[float]) -> float:
    """Return the gap (points) that most glyphs leave to the next on their line, 0 where there is no such habit.

    Without ``across`` all stand on one line.
    """
    gaps = [round(end - start - width, 4) for start, end, width in zip(along, along[1:], widths)]  # noqa: B905
    if across is not None:
        gaps = [gap for gap, (a, b) in zip(gaps, pairwise(across), strict=True) if abs(b - a) <= _SAME_LINE]
    if not gaps:
        return 0.0
    counts = Counter(gaps)
    gap = max(counts, key=counts.__getitem__)
    return gap if counts[gap] > 1 and abs(gap) > 1e-4 else 0.0
