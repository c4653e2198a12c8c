"""The text columns of a box: basic, long, or broken (n破m)."""

from __future__ import annotations

from desktop.compose.insets import inset_across
from desktop.model.layout import Grid, Slot


def column_measures(grid: Grid, slot: Slot, columns: int) -> list[tuple[float, float]]:
    """Return (x offset, measure) in points of the columns of a slot that is so many basic columns wide."""
    left, right = inset_across(slot, grid, columns)
    less = left + right
    if not less and (slot.break_into is None or slot.break_into == columns):
        step = (grid.measure + grid.gutter) * grid.body
        return [(index * step, grid.measure * grid.body) for index in range(columns)]
    measures, gap = grid.broken(columns, slot.break_into or columns, less)
    placed: list[tuple[float, float]] = []
    x = left * grid.body
    for chars in measures:
        placed.append((x, chars * grid.body))
        x += (chars + gap) * grid.body
    return placed
