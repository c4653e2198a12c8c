"""Heads in slots of their own: kicker, headline, deck as a group, and bylines on one line.

A headline takes the largest of its style's sizes at which it fits on one line or, where the style allows two, on two
balanced lines broken at the border of a phrase, in the height that the slot has left beside its other heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.material import Block
from desktop.compose.phrases import phrase_borders
from desktop.model.story import Role
from desktop.text import LineBreak, Measures, natural_width

BESIDE_GAP = 2.0
"""Ems between two bylines on one line."""

_HEAD_LEADING = 7 / 6
"""Line height of heads in ems; rounded up to half a body line, the group to whole ones."""

_SMALL_HEAD = 1.5
"""Body lines; a head no larger than this is led like text."""

_NEAR = 1e-6
"""Points: sums of pitches may miss a whole number of them by this much."""

ROOMY = 1_000
"""Lines: a height that limits nothing."""


class SetHead(Struct, frozen=True):
    """A head at the size that was found: its lines, and how many body lines each of them and all of them take."""

    block: Block
    size: float
    lines: tuple[LineBreak, ...]
    each: float
    height: int
    ems: float
    """The measure at the size; a line that was pushed in is squeezed into it."""
    beside: bool = False
    """The head stands on the line of the head before it and adds no height."""

    @property
    def width(self) -> float:
        """The width of its longest line in points."""
        return max((_width(self.block, line) for line in self.lines), default=0.0) * self.size


def fit_group(blocks: Sequence[Block], width: float, lines: int | None, pitch: float) -> list[SetHead]:
    """Return the heads of a group set in a width in points and a height in body lines (None: as they like)."""
    others = {id(b): fit_head(b, width, ROOMY, pitch) for b in blocks if b.elements[0].role is not Role.HEADLINE}
    beside = _side_by_side([others[id(block)] for block in blocks if id(block) in others], width)
    taken = sum(head.height for head in beside.values())
    headlines = [b for b in blocks if b.elements[0].role is Role.HEADLINE]
    room = ROOMY if lines is None else max(1, (lines - taken) // max(1, len(headlines)))
    return [beside.get(id(block)) or fit_head(block, width, room, pitch) for block in blocks]


def fitting_heads(heads: Sequence[SetHead], room: float, pitch: float) -> int:
    """Return how many heads of a group, in order, find room in so many points across their lines."""
    feet = accumulate(head.height for head in heads)
    return sum(foot * pitch <= room + _NEAR for foot in feet)


def _side_by_side(heads: Sequence[SetHead], width: float) -> dict[int, SetHead]:
    """Put bylines that follow each other on one line as far as they fit; return the heads by their block."""
    placed: dict[int, SetHead] = {}
    used = 0.0
    for head in heads:
        byline = head.block.elements[0].role is Role.BYLINE and len(head.lines) == 1
        room = used + BESIDE_GAP * head.size + head.width
        beside = byline and bool(used) and room <= width
        placed[id(head.block)] = replace(head, height=0, beside=True) if beside else head
        used = room if beside else head.width if byline else 0.0
    return placed


def fit_head(block: Block, width: float, lines: int, pitch: float) -> SetHead:
    """Return a head at its largest size that fits; at the smallest, on as many lines as it takes, if none does."""
    for size in block.style.sizes:
        each = _lines_each(block, size, pitch)
        for count in range(1, max(1, block.style.max_lines) + 1):
            if ceil(count * each) > lines:
                break
            found = _break_in(block, width / size, count)
            if found is not None:
                return SetHead(block, size, found, each, ceil(count * each) + _space(block), width / size)
    size = block.style.sizes[-1]
    found = _run_over(block, width / size)
    each = _lines_each(block, size, pitch)
    return SetHead(block, size, found, each, ceil(len(found) * each) + _space(block), width / size)


def breaks_well(block: Block, ems: float) -> bool:
    """Tell whether a head stands on one line, or breaks at a space if it has one, else at any phrase's border."""
    if _break_in(block, ems, 1):
        return True
    borders = next(phrase_borders(block.paragraph))
    if not borders:
        return _break_in(block, ems, 2) is not None
    return any(max(_width(block, line) for line in _halves(block, at)) <= ems for at in borders)


def _halves(block: Block, at: int) -> tuple[LineBreak, LineBreak]:
    return _line(block, 0, at), _line(block, at, len(block.paragraph))


def _space(block: Block) -> int:
    return block.style.before + block.style.after


def head_breaks(block: Block, ems: float) -> tuple[LineBreak, ...]:
    """Return a head that stands inside a text column: on one line, on two balanced ones, or on as many as it takes.

    Found once for a block and a measure; the block's shaped text keeps the answer.
    """
    found = block.shaped.heads.get(ems)
    if found is None:
        at_space = breaks_well(block, ems) and _break_in(block, ems, 2)
        found = _break_in(block, ems, 1) or at_space or _by_clauses(block, ems) or _run_over(block, ems)
        block.shaped.heads[ems] = found
    return found


def _by_clauses(block: Block, ems: float) -> tuple[LineBreak, ...]:
    """Break a head at every space, and a clause that is still too long into two balanced lines of its own."""
    spaces = next(phrase_borders(block.paragraph))
    bounds = [0, *spaces, len(block.paragraph)]
    lines: list[LineBreak] = []
    for start, end in pairwise(bounds):
        clause = _line(block, start, end)
        lines += [clause] if _width(block, clause) <= ems else _halved(block, clause, ems)
    return tuple(lines) if all(_width(block, line) <= ems for line in lines) else ()


def _halved(block: Block, clause: LineBreak, ems: float) -> tuple[LineBreak, ...]:
    for borders in phrase_borders(block.paragraph):
        inside = [at for at in borders if clause.start < at < clause.end]
        pairs = [(_line(block, clause.start, at), _line(block, at, clause.end)) for at in inside]
        fitting = [pair for pair in pairs if max(_width(block, line) for line in pair) <= ems]
        if fitting:
            return min(fitting, key=lambda pair: abs(_width(block, pair[0]) - _width(block, pair[1])))
    return (clause,)


def _lines_each(block: Block, size: float, pitch: float) -> float:
    """A head's line takes its size and a sixth more; the group as a whole takes whole pitches (B2)."""
    if block.style.pitches:
        return block.style.pitches
    if size <= _SMALL_HEAD * pitch:
        return float(ceil(size / pitch - 1e-6))
    return float(ceil(2 * size * _HEAD_LEADING / pitch - 1e-6)) / 2


def _break_in(block: Block, ems: float, count: int) -> tuple[LineBreak, ...] | None:
    """Return the head broken into exactly so many balanced lines of at most so many ems, or None."""
    whole = _line(block, 0, len(block.paragraph))
    if count == 1:
        return (whole,) if _width(block, whole) <= ems else None
    if _width(block, whole) <= ems:
        return None  # one line does; two would be smaller than need be
    if count != 2:
        lines = _run_over(block, ems)
        return lines if len(lines) <= count else None
    for borders in phrase_borders(block.paragraph):
        pairs = [_halves(block, at) for at in borders]
        fitting = [pair for pair in pairs if max(_width(block, pair[0]), _width(block, pair[1])) <= ems]
        if fitting:
            return min(fitting, key=lambda pair: abs(_width(block, pair[0]) - _width(block, pair[1])))
    return None


def _width(block: Block, line: LineBreak) -> float:
    return natural_width(block.paragraph, line.start, line.stop) if line.stop > line.start else 0.0


def _line(block: Block, start: int, end: int) -> LineBreak:
    cells = block.paragraph.cells
    while start < end - 1 and cells.space[start]:
        start += 1
    stop = end
    while stop > start + 1 and cells.space[stop - 1]:
        stop -= 1
    return LineBreak(start, end, stop, last=True)


def _run_over(block: Block, ems: float) -> tuple[LineBreak, ...]:
    return block.shaped.lines(Measures(ems)).lines
