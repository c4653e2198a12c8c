"""The text columns of a box: basic, long, or broken (n破m)."""

from __future__ import annotations

from desktop.compose.arrange import GridBox
from desktop.geometry import Rect
from desktop.model.layout import Grid, Slot


def column_measures(grid: Grid, slot: Slot, columns: int) -> list[tuple[float, float]]:
    """Return (x offset, measure) in points of the columns of a slot that is so many basic columns wide."""
    if slot.break_into is None or slot.break_into == columns:
        step = (grid.measure + grid.gutter) * grid.body
        return [(index * step, grid.measure * grid.body) for index in range(columns)]
    measures, gap = grid.broken(columns, slot.break_into)
    placed: list[tuple[float, float]] = []
    x = 0.0
    for chars in measures:
        placed.append((x, chars * grid.body))
        x += (chars + gap) * grid.body
    return placed


def column_rects(grid: Grid, slot: Slot, box: GridBox, head_lines: int = 0) -> list[Rect]:
    """Return the rectangles of a placed slot's columns, below a spanning head of so many lines."""
    left, top = grid.column_x(box.column), grid.line_y(box.line + head_lines)
    height = max(0, box.lines - head_lines) * grid.pitch
    return [Rect(left + x, top, width, height) for x, width in column_measures(grid, slot, box.columns)]
