"""A shaped paragraph: parallel arrays over its cells, ready to be broken and justified any number of times.

A cell is the smallest thing that is placed: one character, one mark in its own cell width, a dash of two characters,
one glyph cluster of a Latin word. All lengths are in ems of the paragraph's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct, field

from desktop.model.settext import SetText
from desktop.text.tables import RuleTables

EM_ASCENT = 0.88
"""Part of the em box above the baseline in ems, as CJK faces have it (OpenType BASE: ideographic box -0.12 to 0.88)."""


class Gap(IntEnum):
    """What the boundary behind a cell may do when a line is stretched (A2)."""

    FIXED = 0
    FREE = 1
    LATIN = 2
    """Between Han and Latin or digits (L1)."""


class CellGlyph(Struct, frozen=True):
    """A glyph of a cell: ``face`` indexes the chain, ``dx, dy`` are in ems from the cell's start and baseline.

    ``rotation`` is 0 or 90 degrees clockwise about its origin, ``stretch`` its width as a part of the face's (V1, V2);
    both are the same for all glyphs of a cell.
    """

    face: int
    gid: int
    dx: float
    dy: float
    rotation: int = 0
    stretch: float = 1.0


def shifted(glyphs: tuple[CellGlyph, ...], by: float, vertical: bool) -> tuple[CellGlyph, ...]:
    """Return glyphs moved on along the line: to the right, in vertical setting down."""
    if not by:
        return glyphs
    if vertical:
        return tuple(CellGlyph(g.face, g.gid, g.dx, g.dy - by, g.rotation, g.stretch) for g in glyphs)
    return tuple(CellGlyph(g.face, g.gid, g.dx + by, g.dy, g.rotation, g.stretch) for g in glyphs)


class Cells(Struct, frozen=True):
    """Parallel arrays, one entry a cell.

    ``first`` and ``last`` are the half-open range of characters. ``advance`` is the width after W1 and W3, ``lead`` and
    ``trail`` the blank that is still there to be given up. ``start`` is what the cell gives up where it starts a line
    (W4), ``end`` where it ends one (W5, and what hangs outside, H1), ``edge`` what it can give up besides where it ends
    one, at the squeeze step of line ends (A1, where a style turned W5 off). ``gap`` is the room between a cell and the
    next before justification (L1), ``stretch`` what that boundary may do. ``squeeze`` is the step of A1 at which the
    cell itself gives up lead and trail, 0 for never. ``breaks`` tells whether a line may end behind the cell.
    """

    vertical: bool = False
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    glyphs: list[tuple[CellGlyph, ...]] = field(default_factory=list)
    advance: list[float] = field(default_factory=list)
    lead: list[float] = field(default_factory=list)
    trail: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
    edge: list[float] = field(default_factory=list)
    gap: list[float] = field(default_factory=list)
    stretch: list[Gap] = field(default_factory=list)
    squeeze: list[int] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    space: list[bool] = field(default_factory=list)
    latin: list[bool] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    """A number shared by the cells of a token, -1 outside tokens: neither broken nor stretched inside (U1, U2)."""
    bound: list[int] = field(default_factory=list)
    """A number shared by cells that stay on one line by the house's choice, -1 elsewhere: stretched as usual (U3)."""

    def __len__(self) -> int:
        return len(self.first)


class ShapedParagraph(Struct, frozen=True):
    """A paragraph after shaping.

    ``parts`` are the elements' texts it was made of, ``part_of`` the part of every character. ``widths[i]`` is the
    natural width of cells before ``i`` with their gaps, ``capacity[step][i]`` the squeeze a step offers before ``i``.
    """

    parts: tuple[SetText, ...]
    text: str
    part_of: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    faces: tuple[str, ...]
    cells: Cells
    widths: Sequence[float]
    capacity: Sequence[Sequence[float]]
    tables: RuleTables
    writing: str = "h"
    clause_space: bool = False
    hyphen: CellGlyph | None = None
    """The glyph that a line shows behind a word broken by hyphenation; None where the face has none."""
    hyphen_width: float = 0.0
    missing: tuple[tuple[str, int], ...] = ()
    """Characters that no face has, with their place in the text."""
    fallback: tuple[tuple[str, int], ...] = ()
    """Characters that came from a face further down the chain."""
    rest: int = 0
    """Characters at the end that were not shaped, as no page holds them: the last cell is all that, without a glyph."""

    def __len__(self) -> int:
        return len(self.cells)


def add_rest(cells: Cells, last: int) -> None:
    """Add a cell for the characters behind the last one, which were not shaped: it has no glyph, and shows nothing."""
    cells.first.append(cells.last[-1])
    cells.last.append(last)
    cells.glyphs.append(())
    cells.advance.append(float(last - cells.first[-1]))
    for lengths in (cells.lead, cells.trail, cells.start, cells.end, cells.edge, cells.gap):
        lengths.append(0.0)
    for numbers, nothing in ((cells.squeeze, 0), (cells.token, -1), (cells.bound, -1)):
        numbers.append(nothing)
    cells.stretch.append(Gap.FIXED)
    cells.breaks.append(True)
    cells.space.append(False)
    cells.latin.append(False)
