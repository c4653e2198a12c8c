"""Heads in slots of their own: kicker, headline, deck as a group, and bylines on one line.

A headline takes the largest of its style's sizes at which it fits on one line or, where the style allows two, on two
balanced lines broken at the border of a phrase, in the height that the slot has left beside its other heads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import ceil, floor, inf

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.division import (
    GOOD,
    LAST_RESORT,
    NEAR,
    Division,
    Rank,
    broken_inside,
    divide,
    divide_freely,
    width_of,
)
from desktop.compose.material import Block
from desktop.model.layout import Grid
from desktop.model.story import Role
from desktop.text import LineBreak, Measures, even_gap, spread_gaps

BESIDE_GAP = 2.0
"""Ems between two bylines on one line."""

_HEAD_LEADING = 7 / 6
"""Line height of heads in ems; rounded up to half a body line, the group to whole ones."""

_SMALL_HEAD = 1.5
"""Body lines; a head no larger than this is led like text."""

_NEAR = 1e-6
"""Points: sums of pitches may miss a whole number of them by this much."""

_BESIDE_HEADLINE = 0.6
"""Of the headline's size: kickers and decks no larger than this do not compete with it."""

LEAD_HEAD = 4
"""Times the body size: what a page's lead head has at least."""

_GROWTH = 1.5
"""Times its lines: how far the slot of the lead head may grow for that."""

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
    gap: float = 0.0
    """Ems added between the characters of a head of one line that is spread evenly."""
    worth: float = GOOD
    """How much of its size it is worth, as ``Division`` says."""
    beside: bool = False
    """The head stands on the line of the head before it and adds no height."""

    @property
    def width(self) -> float:
        """The width of its longest line in points."""
        widest = max((width_of(self.block, line) for line in self.lines), default=0.0)
        spread = self.gap * spread_gaps(self.block.paragraph, self.lines[0]) if self.gap else 0.0
        return (widest + spread) * self.size


def fit_group(blocks: Sequence[Block], width: float, lines: int | None, pitch: float) -> list[SetHead]:
    """Return the heads of a group set in a width in points and a height in body lines (None: as they like).

    The headline comes first: the others are set as large as leaves it its largest size, and below it.
    """
    headlines = [block for block in blocks if block.elements[0].role is Role.HEADLINE]
    others = [block for block in blocks if block.elements[0].role is not Role.HEADLINE]
    found = [_group(headlines, others, width, lines, pitch, cap) for cap in _caps(others, bool(headlines))]
    best = max(found, key=_merit)
    return [best[id(block)] for block in blocks]


def lead_group(blocks: Sequence[Block], width: float, lines: int, grid: Grid) -> list[SetHead]:
    """Return a page's lead heads set in so many lines, or in as many more as give the headline its least size.

    A lead head has four times the body size at least; its slot may grow by half for that, and no more.
    """
    heads = fit_group(blocks, width, lines, grid.pitch)
    for more in range(lines + 1, floor(lines * _GROWTH) + 1):
        if _lead_size(heads) >= LEAD_HEAD * grid.body - _NEAR:
            return heads
        heads = fit_group(blocks, width, more, grid.pitch)
    return heads if _lead_size(heads) >= LEAD_HEAD * grid.body - _NEAR else fit_group(blocks, width, lines, grid.pitch)


def _lead_size(heads: Sequence[SetHead]) -> float:
    return max((head.size for head in heads if head.block.elements[0].role is Role.HEADLINE), default=inf)


def _caps(others: Sequence[Block], beside_headline: bool) -> list[float]:
    """Return the sizes to which the heads beside a headline may be held down, from the largest on."""
    sizes = {size for block in others for size in block.style.sizes}
    return sorted(sizes, reverse=True) if sizes and beside_headline else [inf]


def _merit(group: Mapping[int, SetHead]) -> tuple[float, bool, float]:
    """Tell a better group: a larger headline, then others clearly smaller than it, then the larger others."""
    headlines = [head.size * head.worth for head in group.values() if head.block.elements[0].role is Role.HEADLINE]
    others = [head.size for head in group.values() if head.block.elements[0].role is not Role.HEADLINE]
    largest = min(headlines, default=0.0)
    return largest, max(others, default=0.0) <= _BESIDE_HEADLINE * largest, sum(others)


def _group(
    headlines: Sequence[Block], others: Sequence[Block], width: float, lines: int | None, pitch: float, cap: float
) -> dict[int, SetHead]:
    set_others = [fit_head(_capped(block, cap), width, ROOMY, pitch) for block in others]
    found = dict(zip(map(id, others), _side_by_side(set_others, width), strict=True))
    taken = sum(head.height for head in found.values())
    room = ROOMY if lines is None else max(1, (lines - taken) // max(1, len(headlines)))
    return found | {id(block): fit_head(block, width, room, pitch) for block in headlines}


def fitting_heads(heads: Sequence[SetHead], room: float, pitch: float) -> int:
    """Return how many heads of a group, in order, find room in so many points across their lines."""
    feet = accumulate(head.height for head in heads)
    return sum(foot * pitch <= room + _NEAR for foot in feet)


def _capped(block: Block, cap: float) -> Block:
    """Return a block whose sizes do not exceed a cap; the smallest stays."""
    sizes = tuple(size for size in block.style.sizes if size <= cap) or block.style.sizes[-1:]
    return block if sizes == block.style.sizes else replace(block, style=replace(block.style, sizes=sizes))


def _side_by_side(heads: Sequence[SetHead], width: float) -> list[SetHead]:
    """Put bylines that follow each other on one line as far as they fit."""
    placed: list[SetHead] = []
    used = 0.0
    for head in heads:
        byline = head.block.elements[0].role is Role.BYLINE and len(head.lines) == 1
        width_so_far = used + BESIDE_GAP * head.size + head.width if byline else 0.0
        beside = byline and bool(used) and width_so_far <= width
        placed.append(replace(head, height=0, beside=True) if beside else head)
        used = width_so_far if beside else head.width if byline else 0.0
    return placed


def fit_head(block: Block, width: float, lines: int, pitch: float) -> SetHead:
    """Return a head at its largest size that fits and lets it be divided well.

    At the smallest size, on as many lines as it takes, where none fits. The block's shaped text keeps the answer.
    """
    key = (block.style, width, lines, pitch)
    found: SetHead | None = block.shaped.fitted.get(key)
    if found is None:
        found = block.shaped.fitted[key] = _fitted(block, width, lines, pitch)
    return found if found.block is block else replace(found, block=block)


def _fitted(block: Block, width: float, lines: int, pitch: float) -> SetHead:
    best = _largest(block, width, lines, pitch, None, Rank.MARK)
    best = _largest(block, width, lines, pitch, best, Rank.WHOLE)
    if best is not None and best.worth > LAST_RESORT:
        return best
    size = block.style.sizes[-1]
    longer = _set_head(block, size, _as_it_goes(block, width / size), _lines_each(block, size, pitch), width)
    return longer if best is None or (longer.worth > LAST_RESORT and longer.height <= lines) else best


def _largest(block: Block, width: float, lines: int, pitch: float, best: SetHead | None, worst: Rank) -> SetHead | None:
    """Return the head at the size that is worth most, divided no worse than a rank; ``best`` if none is worth more."""
    for size in block.style.sizes:
        least = best.size * best.worth / size if best is not None else 0.0
        if least >= 1.0:
            break
        each = _lines_each(block, size, pitch)
        for count in range(1, max(1, block.style.max_lines) + 1):
            found = divide(block, width / size, count, least, worst) if ceil(count * each) <= lines else None
            if found is not None and found.worth > least:
                best = _set_head(block, size, found, each, width)
                least = found.worth
    return best


def _set_head(block: Block, size: float, division: Division, each: float, width: float) -> SetHead:
    ems, lines = width / size, division.lines
    height = ROOMY * ROOMY if block.paragraph.rest else ceil(len(lines) * each) + _space(block)
    most = block.style.spread if len(lines) == 1 else 0.0
    gap = even_gap(block.paragraph, lines[0], ems, most) if most else 0.0
    return SetHead(block, size, lines, each, height, ems, gap, division.worth)


def breaks_well(block: Block, ems: float) -> bool:
    """Tell whether a head stands on one line, or breaks at a space if it has one, else at any phrase's border."""
    return divide(block, ems, 1) is not None or divide(block, ems, 2, GOOD - NEAR) is not None


def _space(block: Block) -> int:
    return block.style.before + block.style.after


def head_breaks(block: Block, ems: float) -> tuple[LineBreak, ...]:
    """Return a head that stands inside a text column: on one line, on two balanced ones, or on as many as it takes.

    Found once for a block and a measure; the block's shaped text keeps the answer.
    """
    found = block.shaped.heads.get(ems)
    if found is None:
        found = block.shaped.heads[ems] = _as_it_goes(block, ems).lines
    return found


def _as_it_goes(block: Block, ems: float) -> Division:
    found = divide_freely(block, ems)
    return found or Division(tuple(broken_inside(block, _run_over(block, ems))), 0.0)


def _lines_each(block: Block, size: float, pitch: float) -> float:
    """A head's line takes its size and a sixth more; the group as a whole takes whole pitches (B2)."""
    if block.style.pitches:
        return block.style.pitches
    if size <= _SMALL_HEAD * pitch:
        return float(ceil(size / pitch - 1e-6))
    return float(ceil(2 * size * _HEAD_LEADING / pitch - 1e-6)) / 2


def _run_over(block: Block, ems: float) -> tuple[LineBreak, ...]:
    return block.shaped.lines(Measures(ems)).lines
