"""Justification: the place of every cell of a line (A1, A2, A3)."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from desktop.text.lines import TOLERANCE, LineBreak, edge_given, natural_width, squeeze_capacity
from desktop.text.paragraph import Gap, ShapedParagraph


class SetLine(Struct, frozen=True):
    """A justified line.

    ``x[i]`` is where the cell ``line.start + i`` begins, in ems from the line's start; blank that the cell gave up
    before its ink is already taken off. ``width`` is what the line takes in all, the hyphen that it shows at ``hyphen``
    counted.
    """

    line: LineBreak
    x: tuple[float, ...]
    width: float
    hyphen: float = 0.0


class _Parts(NamedTuple):
    """Of every cell of a line: blank taken off before it, its width (that blank counted), the gap behind it."""

    lead: list[float]
    width: list[float]
    gap: list[float]


def set_cells(paragraph: ShapedParagraph, line: LineBreak, measure: float, justify: bool) -> SetLine:
    """Place the cells of a line in a measure of so many ems.

    With ``justify`` the line is made exactly as wide as the measure, unless it is the paragraph's last and fits.
    """
    start, stop = line.start, line.stop
    if stop <= start:
        return SetLine(line, (), 0.0)
    natural = natural_width(paragraph, start, stop)
    hyphen = paragraph.hyphen_width if line.hyphen else 0.0
    slack = measure - natural - hyphen
    parts = _natural_parts(paragraph, start, stop)
    lead, width, gap = parts
    if slack < -TOLERANCE:
        _squeeze(paragraph, start, stop, -slack, parts)
    elif justify and not line.last and slack > TOLERANCE:
        _stretch(paragraph, start, slack, parts)
    x: list[float] = []
    pen = 0.0
    for index in range(stop - start):
        x.append(pen - lead[index])
        pen += width[index] - lead[index] + gap[index]
    return SetLine(line, tuple(x), pen + hyphen, pen)


def _natural_parts(paragraph: ShapedParagraph, start: int, stop: int) -> _Parts:
    """Return per cell: blank taken off before it, its width (that blank still counted), and the gap behind it."""
    cells = paragraph.cells
    lead = [0.0] * (stop - start)
    width = cells.advance[start:stop]
    gap = cells.gap[start:stop]
    lead[0] = cells.start[start]  # W4
    width[-1] -= cells.end[stop - 1]  # W5, H1
    gap[-1] = 0.0
    return _Parts(lead, width, gap)


def _squeeze(paragraph: ShapedParagraph, start: int, stop: int, need: float, parts: _Parts) -> None:
    """Take ``need`` ems out of the line, step after step of A1, equally within a step."""
    for step, room in enumerate(squeeze_capacity(paragraph, start, stop)):
        if room <= TOLERANCE or need <= TOLERANCE:
            continue
        share = min(1.0, need / room)
        need -= share * room
        _squeeze_step(paragraph, start, step, share, parts)


def _squeeze_step(paragraph: ShapedParagraph, start: int, step: int, share: float, parts: _Parts) -> None:
    """Let every cell give its share of what a step of A1 takes; the line's edges have given already (W4, W5)."""
    cells, spacing = paragraph.cells, paragraph.tables.spacing
    lead, width, gap = parts
    last = len(width) - 1
    for index in range(len(width)):
        cell = start + index
        if cells.squeeze[cell] == step:
            if index:
                lead[index] += share * cells.lead[cell]
            width[index] -= share * (cells.trail[cell] - (edge_given(cells, cell) if index == last else 0.0))
        if step == spacing.edge_squeeze and index == last:
            width[index] -= share * cells.edge[cell]
        if step == spacing.word_space_squeeze and cells.space[cell] and cells.advance[cell] < 1:
            width[index] -= share * (cells.advance[cell] - spacing.word_space_least)
        if step == spacing.latin_gap_squeeze and cells.stretch[cell] is Gap.LATIN and index < last:
            gap[index] -= share * (cells.gap[cell] - spacing.latin_gap_least)


def _stretch(paragraph: ShapedParagraph, start: int, need: float, parts: _Parts) -> None:
    """Add ``need`` ems to the line: word spaces, then Han–Latin gaps, then all other gaps equally (A2).

    Only where there are no other gaps do spaces and Han–Latin gaps grow beyond their limits: A3 goes before them.
    """
    cells, spacing = paragraph.cells, paragraph.tables.spacing
    _, width, gap = parts
    inner = range(len(width) - 1)
    spaces = [i for i in inner if cells.space[start + i] and cells.advance[start + i] < 1]
    latin = [i for i in inner if cells.stretch[start + i] is Gap.LATIN]
    free = [i for i in inner if cells.stretch[start + i] is Gap.FREE]
    need -= _spread(width, spaces, need, spacing.word_space_most - spacing.word_space)
    need -= _spread(gap, latin, need, spacing.latin_gap_most - spacing.latin_gap)
    if free:
        _spread(gap, free, need, float("inf"))
    elif need > TOLERANCE and (latin or spaces):
        each = need / (len(latin) + len(spaces))
        _spread(gap, latin, each * len(latin), float("inf"))
        _spread(width, spaces, each * len(spaces), float("inf"))


def _spread(target: list[float], where: list[int], need: float, most: float) -> float:
    """Add up to ``most`` to each place, equally, and return how much was added in all."""
    if not where or need <= TOLERANCE:
        return 0.0
    each = min(most, need / len(where))
    for index in where:
        target[index] += each
    return each * len(where)
