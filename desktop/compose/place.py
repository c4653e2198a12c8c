"""Lines at their place on the page: glyph runs with coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop.compose.fill import PlacedLine
from desktop.compose.heads import BESIDE_GAP, SetHead
from desktop.compose.material import Block, PaintedLine
from desktop.compose.setting import measure_ems
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.style import Align, indent_of
from desktop.text import EM_ASCENT, even_gap

_SHIFT = {Align.JUSTIFY: 0.0, Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0}


def baseline(top: float, height: float, size: float) -> float:
    """Return the baseline of type whose em box stands centred in a line of a height, all in points."""
    return top + (height - size) / 2 + EM_ASCENT * size


def text_line(
    block: Block, placed: PlacedLine, column: Rect, pitch: float, frame: str, number: int
) -> Iterator[GlyphRun]:
    """Yield the runs of a line in a text column."""
    place = placed.place
    painted, start = _painted(block, placed, column.width, _SHIFT[block.style.align])
    y = baseline(column.y + place.top * pitch, place.height * pitch, block.style.size)
    yield from painted.at(column.x + place.x + start, y, frame, number)


def column_line(
    block: Block, placed: PlacedLine, tier: Rect, pitch: float, frame: str, number: int
) -> Iterator[GlyphRun]:
    """Yield the runs of a line of vertical text in a tier; heads and centred lines start at its top (V3)."""
    place, head, align = placed.place, block.is_head, block.style.align
    painted, start = _painted(block, placed, tier.height, 0.0 if head or align is Align.CENTRE else _SHIFT[align])
    # What a head's size leaves of the measure is less than an em of it; an obstacle leaves more.
    above = 0.0 if head and place.x < block.style.size else place.x
    axis = tier.right - (place.top + place.height / 2) * pitch
    yield from painted.at(axis, tier.y + above + start, frame, number)


def _painted(block: Block, placed: PlacedLine, measure: float, shift: float) -> tuple[PaintedLine, float]:
    """Return a line set at its place in a measure of so many points, and where it begins there.

    ``shift`` is the part of the room it leaves that comes before it.
    """
    style, size = block.style, block.style.size
    indent = indent_of(style, measure_ems(block, measure)) if placed.first else 0.0
    ems = placed.place.measure - indent
    alone = style.spread and placed.first and placed.line.last
    gap = even_gap(block.paragraph, placed.line, ems, style.spread) if alone else 0.0
    painted = block.shaped.paint(placed.line, ems, size, style.black, style.align is Align.JUSTIFY, gap)
    return painted, indent * size + max(0.0, ems * size - painted.width) * shift


def head_lines(heads: Sequence[SetHead], box: Rect, pitch: float, frame: str) -> Iterator[GlyphRun]:
    """Yield the runs of a group of heads in a box, the group centred in the box's height."""
    spare = box.height - sum(head.height for head in heads) * pitch
    top = box.y + max(0.0, spare) / 2
    number = 0
    for row in head_rows(heads):
        x = box.x + (box.width - row_width(row)) / 2
        for head in row:
            place = Rect(x, top, head.width, row[0].height * pitch) if len(row) > 1 else replace(box, y=top)
            yield from _one_head(head, row[0], place, pitch, frame, number)
            x += head.width + BESIDE_GAP * head.size
            number += len(head.lines)
        top += row[0].height * pitch


def head_rows(heads: Sequence[SetHead]) -> list[list[SetHead]]:
    """Return the heads that stand beside each other, row after row."""
    rows: list[list[SetHead]] = []
    for head in heads:
        if head.beside and rows:
            rows[-1].append(head)
        else:
            rows.append([head])
    return rows


def row_width(row: Sequence[SetHead]) -> float:
    """Return the length of heads that stand beside each other, in points."""
    return sum(head.width for head in row) + sum(BESIDE_GAP * head.size for head in row[1:])


def _one_head(head: SetHead, leader: SetHead, box: Rect, pitch: float, frame: str, number: int) -> Iterator[GlyphRun]:
    style = head.block.style
    spare = leader.height - style.before - style.after - len(head.lines) * head.each
    for index, line in enumerate(head.lines):
        painted = head.block.shaped.paint(line, head.ems, head.size, style.black, justify=False, gap=head.gap)
        x = box.x + max(0.0, box.width - painted.width) * _SHIFT[style.align]
        top = box.y + (style.before + spare / 2 + index * head.each) * pitch
        yield from painted.at(x, baseline(top, head.each * pitch, head.size), frame, number + index)
