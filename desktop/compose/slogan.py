"""Slogans (栏题): large vertical type, columns from right to left, starting at one height (V3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.compose.material import Block
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.text import LineBreak, Measures

COLUMN_PITCH = 1.35
"""Distance of vertical columns in ems: a third of an em between them reads as separate lines."""

FILL = 0.92
"""Part of the box that the type may take, so that it does not touch what stands beside it."""


class SetSlogan(Struct, frozen=True):
    """Vertical columns in order, with their block, and the size found."""

    columns: tuple[tuple[Block, LineBreak], ...]
    size: float
    ems: float
    """The length of a column in ems; a longer one is squeezed into it."""
    left: tuple[tuple[Block, LineBreak], ...] = ()
    """Columns that found no room even at the smallest size."""


def fit_slogan(blocks: Sequence[Block], width: float, height: float) -> SetSlogan:
    """Return the slogans at the largest of the style's sizes at which all of them fit, one column each if possible."""
    sizes = blocks[0].style.sizes
    for split in (False, True):
        for size in sizes:
            columns = _columns(blocks, height * FILL / size)
            if _shaped_columns(columns) < len(columns) or (len(columns) > len(blocks) and not split):
                continue
            if len(columns) * COLUMN_PITCH * size <= width * FILL + size * (COLUMN_PITCH - 1):
                return SetSlogan(columns, size, height * FILL / size)
    columns = _columns(blocks, height * FILL / sizes[-1])
    room = min(_shaped_columns(columns), max(1, int(width / (COLUMN_PITCH * sizes[-1]))))
    return SetSlogan(columns[:room], sizes[-1], height * FILL / sizes[-1], columns[room:])


def _columns(blocks: Sequence[Block], ems: float) -> tuple[tuple[Block, LineBreak], ...]:
    measures = Measures(max(1.0, ems))
    return tuple((block, line) for block in blocks for line in block.shaped.lines(measures).lines)


def _shaped_columns(columns: Sequence[tuple[Block, LineBreak]]) -> int:
    """Return how many columns, in order, were shaped: all, but for a text that no page holds."""
    short = (i for i, (block, line) in enumerate(columns) if block.paragraph.rest and line.end == len(block.paragraph))
    return next(short, len(columns))


def slogan_runs(slogan: SetSlogan, box: Rect, frame: str) -> Iterator[GlyphRun]:
    """Yield the runs of a slogan, the block of columns centred in its box."""
    size, count = slogan.size, len(slogan.columns)
    painted = [b.shaped.paint(line, slogan.ems, size, b.style.black, justify=False) for b, line in slogan.columns]
    tallest = max((line.width for line in painted), default=0.0)
    pitch = min(COLUMN_PITCH * size, box.width / max(1, count))
    right = box.x + (box.width + (count - 1) * pitch) / 2
    top = box.y + max(0.0, box.height - tallest) / 2
    for number, line in enumerate(painted):
        yield from line.at(right - number * pitch, top, frame, number)
