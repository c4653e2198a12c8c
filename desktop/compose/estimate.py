"""How well stories would fit a layout, by counting characters: no shaping, so that layouts can be ranked at once.

The layout is arranged as it would be for the page, with the lines that each slot's text takes by its length. Heads are
taken at the middle of their sizes; what comes out is right to a few lines, which is enough to tell layouts apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from msgspec import Struct

from desktop.compose.arrange import arrange
from desktop.compose.columns import column_measures
from desktop.compose.tiers import line_count
from desktop.model.edition import Flow
from desktop.model.layout import Grid, Layout, Slot, SlotKind
from desktop.model.story import Element, Role, Story

CLEARLY_OVER = 12
"""Column lines; an estimate below this may be no overset at all."""

_SUBHEAD_LINES = 3
_HEAD_LINES = {Role.HEADLINE: 6}
_OTHER_HEAD_LINES = 2
_OPEN = 1.5
"""Body lines that a line of text in a slot of its own takes (a lede), and by how much its characters are wider."""

_WIDER = 4 / 3

_HEAD_COLUMN = 16
"""Lines that a vertical head takes in a slot that says nothing of its height."""


class Estimate(Struct, frozen=True):
    """Column lines that would be overset, and the part of the type area that pictures would take (0 to 1)."""

    over: int
    pictures: float


def estimate(layout: Layout, flows: Sequence[Flow], stories: Sequence[Story]) -> Estimate:
    """Return how the stories would fit the layout with an assignment."""
    layout = layout.arranged
    elements = {element.id: element for story in stories for element in story.elements}
    standing: dict[str, list[Element]] = {}
    shares: dict[str, int] = {}
    for flow in flows:
        for frame in flow.frames:
            standing[frame] = [elements[key] for key in flow.elements]
            shares[frame] = sum(layout.slot(other).columns for other in flow.frames)

    needs: dict[tuple[str, int], int] = {}

    def need(slot: Slot, columns: int) -> int:
        key = (slot.id, columns)
        if key not in needs:
            needs[key] = _need(layout.grid, slot, columns, standing.get(slot.id, []), shares.get(slot.id, columns))
        return needs[key]

    boxes = arrange(layout, need, {}).boxes
    over = 0
    for slot in layout.slots():
        box = boxes[slot.id]
        if slot.id in standing and slot.kind in {SlotKind.TEXT, SlotKind.CAPTION, SlotKind.HEAD}:
            over += max(0, need(slot, box.columns) - box.lines) * box.columns
    return Estimate(over, _picture_part(layout, {key: box.columns * box.lines for key, box in boxes.items()}))


def _picture_part(layout: Layout, areas: Mapping[str, int]) -> float:
    pictures = sum(areas[s.id] for s in layout.slots() if s.kind in {SlotKind.PICTURE, SlotKind.ADVERT})
    return pictures / (layout.grid.columns * layout.grid.lines)


def _need(grid: Grid, slot: Slot, columns: int, elements: Sequence[Element], share: int) -> int:
    """Return the lines of a slot's content at a width; of a thread, its frame's part by columns."""
    if not elements:
        return 0
    if slot.vertical:
        return _vertical_need(grid, slot, columns, elements, columns / max(share, columns))
    if slot.kind is SlotKind.HEAD:
        heads = [element.role for element in elements if element.role is not Role.BYLINE]
        lines = sum(_HEAD_LINES.get(role, _OTHER_HEAD_LINES) for role in heads) + (len(heads) < len(elements))
        return max(slot.lines.least, lines)
    if slot.kind is SlotKind.CAPTION:
        return ceil(sum(_lines(element, grid.long(columns)) for element in elements) * _OPEN)
    if slot.kind is SlotKind.TEXT:
        return _text_need(grid, slot, columns, elements, columns / max(share, columns))
    return slot.lines.least


def _vertical_need(grid: Grid, slot: Slot, columns: int, elements: Sequence[Element], part: float) -> int:
    """Return the lines of a vertical slot: of text as long as its lines side by side have to be, else what it may."""
    if slot.kind is not SlotKind.TEXT:
        return slot.lines.least or slot.lines.most or _HEAD_COLUMN
    count = line_count(grid.long(columns) * grid.body, grid)
    ems = ceil(sum(element.length + 2 for element in elements) * part / max(1, count))
    return max(slot.lines.least, ceil(ems * grid.body / grid.pitch))


def _text_need(grid: Grid, slot: Slot, columns: int, elements: Sequence[Element], part: float) -> int:
    measures = [points / grid.body for _, points in column_measures(grid, slot, columns)]
    measure = sum(measures) / len(measures)
    texts = [element for element in elements if element.role is not Role.SUBHEAD]
    if Role.BODY not in slot.accepts:
        return ceil(sum(_lines(element, measure / _WIDER) for element in texts) * _OPEN * part / len(measures))
    heads = len(elements) - len(texts)
    across = heads == 1
    lines = sum(_lines(element, measure) for element in texts) + (0 if across else heads * _SUBHEAD_LINES)
    return ceil(lines * part / len(measures)) + (_SUBHEAD_LINES if across else 0)


def _lines(element: Element, measure: float) -> int:
    return ceil((element.length + 2) / measure)
