"""Even spacing (均排): a line's characters spread over its measure with equal room added between them.

Nothing is added inside a token (U1), around connectors and solidi, or twice around a space: a clause space stays an em
and the gap.
"""

from __future__ import annotations

from desktop.text.justify import SetLine
from desktop.text.lines import TOLERANCE, LineBreak, natural_width
from desktop.text.paragraph import Gap, ShapedParagraph


def even_gap(paragraph: ShapedParagraph, line: LineBreak, measure: float, most: float) -> float:
    """Return the ems to be added between the characters of a line that they fill a measure; ``most`` at most."""
    places = spread_gaps(paragraph, line)
    free = measure - natural_width(paragraph, line.start, line.stop) if line.stop > line.start else 0.0
    return min(most, free / places) if places and free > TOLERANCE else 0.0


def spread_gaps(paragraph: ShapedParagraph, line: LineBreak) -> int:
    """Return between how many characters of a line room may be added."""
    return sum(_spreads(paragraph, cell) for cell in range(line.start, line.stop - 1))


def spread_evenly(paragraph: ShapedParagraph, line: SetLine, gap: float) -> SetLine:
    """Return a set line with so many ems added between its characters."""
    added = 0.0
    x: list[float] = []
    for offset, place in enumerate(line.x):
        x.append(place + added)
        cell = line.line.start + offset
        if cell < line.line.stop - 1 and _spreads(paragraph, cell):
            added += gap
    return SetLine(line.line, tuple(x), line.width + added)


def _spreads(paragraph: ShapedParagraph, cell: int) -> bool:
    """Tell whether room may be added behind a cell."""
    cells = paragraph.cells
    if cells.space[cell]:
        return not cells.space[cell + 1]
    return not cells.space[cell + 1] and cells.stretch[cell] is not Gap.FIXED
