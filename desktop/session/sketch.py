"""A layout as a gallery shows it: every slot as it would stand with nominal content, on the layout's own grid.

Slots that follow their content are given so much text, the same area for each, that everything fits and pictures keep
the part of the page that they have on a page that is neither crowded nor empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from msgspec import Struct

from desktop.compose.arrange import Arrangement, GridBox, RowRule, arrange
from desktop.compose.columns import column_measures
from desktop.model.layout import Grid, Layout, Slot, SlotKind
from desktop.model.story import Role

_PICTURES = 0.3
"""Part of the type area that pictures keep."""
_SMALL = 4
"""Lines of a text that is no body text (a lede), of a head and of a caption that follow their content."""
_HEAD, _CAPTION = 3, 2
_STEPS = 12
"""Halvings of the area of a text; 2 ** 12 cells are more than any page has lines."""


class SketchedSlot(Struct, frozen=True):
    """A slot with its box on the grid. ``texts`` are left edges and widths of its text columns in points."""

    slot: Slot
    box: GridBox
    texts: tuple[tuple[float, float], ...] = ()


class Sketch(Struct, frozen=True):
    """What a gallery draws of a layout: its grid, its slots that take up room, and its rules."""

    grid: Grid
    slots: tuple[SketchedSlot, ...]
    rules: tuple[RowRule, ...]


def sketch(layout: Layout) -> Sketch:
    """Return a layout with nominal content."""
    grid = layout.grid
    made = _filled(layout)
    loose = {s.id: GridBox(s.column, s.columns, line, max(1, s.lines.least)) for line, s in layout.loose}
    boxes: Mapping[str, GridBox] = {**made.boxes, **loose}
    slots = tuple(
        SketchedSlot(slot, boxes[slot.id], _texts(grid, slot, boxes[slot.id]))
        for slot in layout.slots()
        if slot.id in boxes and boxes[slot.id].lines > 0
    )
    return Sketch(grid, slots, made.rules)


def _texts(grid: Grid, slot: Slot, box: GridBox) -> tuple[tuple[float, float], ...]:
    if slot.kind is not SlotKind.TEXT or slot.vertical:
        return ()
    left = grid.column_x(box.column)
    return tuple((left + x, width) for x, width in column_measures(grid, slot, box.columns))


def _filled(layout: Layout) -> Arrangement:
    """Return the arrangement with the most text that leaves pictures their part and every text its room."""
    tree = layout.arranged
    low, high = 1, layout.grid.columns * layout.grid.lines
    best = _with_text(tree, low)
    for _ in range(_STEPS):
        middle = (low + high) // 2
        made = _with_text(tree, middle)
        if _roomy(tree, made, middle):
            best, low = made, middle
        else:
            high = middle
    return best


def _with_text(layout: Layout, area: int) -> Arrangement:
    return arrange(layout, lambda slot, columns: _need(slot, columns, area), {})


def _need(slot: Slot, columns: int, area: int) -> int:
    """Return the lines of a slot's nominal content; ``area`` is that of a body text in columns times lines."""
    body = slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts
    usual = {SlotKind.HEAD: _HEAD, SlotKind.TEXT: _SMALL, SlotKind.CAPTION: _CAPTION}.get(slot.kind, 1)
    least = ceil(area / columns) if body and not slot.vertical else usual
    return max(slot.lines.least, least)


def _roomy(layout: Layout, made: Arrangement, area: int) -> bool:
    boxes = made.boxes
    texts = (slot for slot in layout.slots() if slot.kind is SlotKind.TEXT)
    if any(boxes[slot.id].lines < _capped(slot, _need(slot, boxes[slot.id].columns, area)) for slot in texts):
        return False
    if any(box.line + box.lines - 1 > layout.grid.lines for box in boxes.values()):
        return False
    pictures = [slot.id for slot in layout.slots() if slot.kind is SlotKind.PICTURE]
    shown = sum(boxes[slot].columns * boxes[slot].lines for slot in pictures)
    return not pictures or shown >= _PICTURES * layout.grid.columns * layout.grid.lines


def _capped(slot: Slot, lines: int) -> int:
    return lines if slot.lines.most is None else min(lines, slot.lines.most)
