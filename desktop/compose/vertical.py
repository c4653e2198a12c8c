"""Vertical frames: heads in columns from the right, each from its top (V3), and where the lines of vertical text run.

Set vertically, a frame is a horizontal one turned a quarter: the measure is its height, lines follow each other from
right to left, body pitches apart. So heads are fitted and text is filled by what does it for horizontal frames, in text
coordinates (x down the page, y from right to left), and only placed otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from desktop.compose.heads import BESIDE_GAP, SetHead, fit_group
from desktop.compose.material import Block
from desktop.compose.place import head_rows, row_width
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.layout import Grid, Slot

_INSET = 1.0
"""Ems of the body that type keeps from a rule or the edge of a tint."""

_NEAR = 1e-6


def inner_box(slot: Slot, box: Rect, body: float) -> Rect:
    """Return where type may stand in a vertical slot's box: an em off its rules, all round on a tint."""
    sides = "tblr" if slot.tint else slot.border
    top, bottom, left, right = (_INSET * body if side in sides else 0.0 for side in "tblr")
    width, height = max(0.0, box.width - left - right), max(0.0, box.height - top - bottom)
    return Rect(box.x + left, box.y + top, width, height)


def line_count(width: float, grid: Grid) -> int:
    """Return how many lines stand side by side in a width; the outermost need only their type's room, not a pitch's."""
    return max(0, floor((width + grid.pitch - grid.body) / grid.pitch + _NEAR))


def tiers(slot: Slot, box: Rect, grid: Grid) -> list[Rect]:
    """Return the tiers (栏) of a vertical text frame, from the top: whole pitches wide, whole body ems high."""
    inside = inner_box(slot, box, grid.body)
    count = slot.break_into or 1
    gap = grid.gutter * grid.body
    ems = max(0, floor(((inside.height - (count - 1) * gap) / count) / grid.body + _NEAR))
    width = line_count(inside.width, grid) * grid.pitch
    left = inside.x + (inside.width - width) / 2
    top = inside.y + (inside.height - count * ems * grid.body - (count - 1) * gap) / 2
    return [Rect(left, top + n * (ems * grid.body + gap), width, ems * grid.body) for n in range(count)]


def turned(box: Rect) -> Rect:
    """Return a rectangle of the page in text coordinates: x down the page, y from right to left."""
    return Rect(box.y, -box.right, box.height, box.width)


def fit_head_columns(blocks: Sequence[Block], box: Rect, pitch: float) -> list[SetHead]:
    """Return a group of heads in columns of a box's height; as many as its width holds."""
    return fit_group(blocks, box.height, _pitches(box, pitch), pitch)


def head_need(blocks: Sequence[Block], slot: Slot, width: float, grid: Grid) -> int:
    """Return the lines of the page down which a group's longest column reaches, in the height that its slot allows."""
    most = (slot.lines.most if slot.lines.auto else slot.lines.least) or grid.lines
    box = Rect(0.0, 0.0, width, most * grid.pitch)
    inside = inner_box(slot, box, grid.body)
    longest = max(row_width(row) for row in head_rows(fit_head_columns(blocks, inside, grid.pitch)))
    return min(most, ceil((longest + box.height - inside.height) / grid.pitch - _NEAR))


def _pitches(box: Rect, pitch: float) -> int:
    return max(1, floor(box.width / pitch + _NEAR))


def head_columns(heads: Sequence[SetHead], box: Rect, pitch: float, frame: str) -> Iterator[GlyphRun]:
    """Yield the runs of a group of heads: kicker, headline and deck from the right, the group centred in its box."""
    right = box.right - max(0.0, box.width - sum(head.height for head in heads) * pitch) / 2
    number = 0
    for row in head_rows(heads):
        top = box.y
        for head in row:
            yield from _one_head(head, row[0], right, top, pitch, frame, number)
            top += head.width + BESIDE_GAP * head.size
            number += len(head.lines)
        right -= row[0].height * pitch


def _one_head(
    head: SetHead, leader: SetHead, right: float, top: float, pitch: float, frame: str, number: int
) -> Iterator[GlyphRun]:
    style = head.block.style
    spare = leader.height - style.before - style.after - len(head.lines) * head.each
    for index, line in enumerate(head.lines):
        painted = head.block.shaped.paint(line, head.ems, head.size, style.black, justify=False)
        middle = style.before + spare / 2 + (index + 0.5) * head.each
        yield from painted.at(right - middle * pitch, top, frame, number + index)
