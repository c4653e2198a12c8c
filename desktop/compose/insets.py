"""Where horizontal text stands in a frame with a border or a tint: a character off the sides, a line off head and foot.

Whole characters and lines are kept free, so that measures stay whole and baselines on the page's grid. A frame too
narrow or too low for that gives its text all of its room: text on a border is seen, text that vanishes is not.
"""

from __future__ import annotations

from msgspec.structs import replace

from desktop.compose.arrange import GridBox
from desktop.model.layout import Grid, Slot, SlotKind


def inset_across(slot: Slot, grid: Grid, columns: int) -> tuple[int, int]:
    """Return the characters that text keeps off the left and the right of a slot so many basic columns wide."""
    left, right = _inset(slot, "l"), _inset(slot, "r")
    into = slot.break_into or columns
    room = grid.long(columns) - left - right - (into - 1) * grid.gutter
    return (left, right) if room >= into else (0, 0)


def inset_down(slot: Slot) -> int:
    """Return the lines that text has less than its slot is high, where there is room for that."""
    return _inset(slot, "t") + _inset(slot, "b")


def inside(slot: Slot, box: GridBox) -> GridBox:
    """Return the lines of a slot's box that its text may fill: one at least, the foot's inset goes first."""
    top, bottom = _inset(slot, "t"), _inset(slot, "b")
    bottom = min(bottom, max(0, box.lines - top - 1))
    top = min(top, max(0, box.lines - bottom - 1))
    return replace(box, line=box.line + top, lines=box.lines - top - bottom) if top or bottom else box


def _inset(slot: Slot, side: str) -> int:
    bordered = slot.kind is SlotKind.TEXT and not slot.vertical and (slot.tint or side in slot.border)
    return int(bool(bordered))
