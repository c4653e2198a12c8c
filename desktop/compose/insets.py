"""Where horizontal text stands in a frame with a border or a tint: a character off the sides, a line off head and foot.

Whole characters and lines are kept free, so that measures stay whole and baselines on the page's grid.
"""

from __future__ import annotations

from msgspec.structs import replace

from desktop.compose.arrange import GridBox
from desktop.model.layout import Slot, SlotKind


def inset(slot: Slot, side: str) -> int:
    """Return the characters, or lines, that text keeps off a side (of ``tblr``) of a slot."""
    bordered = slot.kind is SlotKind.TEXT and not slot.vertical and (slot.tint or side in slot.border)
    return int(bool(bordered))


def inset_across(slot: Slot) -> int:
    """Return the characters that text has less than its slot is wide."""
    return inset(slot, "l") + inset(slot, "r")


def inset_down(slot: Slot) -> int:
    """Return the lines that text has less than its slot is high."""
    return inset(slot, "t") + inset(slot, "b")


def inside(slot: Slot, box: GridBox) -> GridBox:
    """Return the lines of a slot's box that its text may fill."""
    down = inset_down(slot)
    return replace(box, line=box.line + inset(slot, "t"), lines=max(0, box.lines - down)) if down else box
