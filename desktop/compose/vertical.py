"""Vertical heads: columns from the right, each from its top (V3).

They are fitted as horizontal heads are, with the box's height for a measure, and only placed otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from desktop.compose.heads import BESIDE_GAP, SetHead, fit_group
from desktop.compose.material import Block
from desktop.compose.place import head_rows, row_width
from desktop.compose.tiers import inner_box
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.layout import Grid, Slot

_NEAR = 1e-6


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
        painted = head.block.shaped.paint(line, head.ems, head.size, style.black, justify=False, gap=head.gap)
        middle = style.before + spare / 2 + (index + 0.5) * head.each
        yield from painted.at(right - middle * pitch, top, frame, number + index)
