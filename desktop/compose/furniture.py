"""What is not text: pictures and their placeholders, borders, column rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from msgspec.structs import replace

from desktop.compose.arrange import GridBox, RowRule
from desktop.display import Fill, Ink, Item, Picture, Rule
from desktop.geometry import Rect
from desktop.model.edition import Frame, Media
from desktop.model.layout import Grid, LineStyle, Slot, SlotKind
from desktop.model.pictureview import shown_part

HAIRLINE = 0.25
"""Points; the thinnest rule that newsprint holds."""

BORDER = 0.5
PLACEHOLDER = Ink(black=0.08)
PLACEHOLDER_LINE = Ink(black=0.35)
HATCH = 12.0
"""Points between the strokes over the place of a picture that was lost: an empty one has a cross."""


def picture_items(frame: Frame, box: Rect, media: Media | None) -> Iterator[Item]:
    """Yield a frame's picture, as much of it as its view says, or a placeholder without text."""
    if media is not None and media.width and media.height and not media.lost:
        place, part = shown_part(box, media.width, media.height, frame.view)
        yield Picture(place, media.id, frame.id, part)
        return
    yield Fill(box, frame.id, PLACEHOLDER)
    cross = ((box.x, box.y, box.right, box.bottom), (box.x, box.bottom, box.right, box.y))
    for x1, y1, x2, y2 in cross if media is None else _hatching(box):
        yield Rule(x1, y1, x2, y2, HAIRLINE, frame.id, PLACEHOLDER_LINE)
    yield from border_items("tblr", box, frame.id, HAIRLINE, PLACEHOLDER_LINE)


def _hatching(box: Rect) -> Iterator[tuple[float, float, float, float]]:
    """Yield strokes over all of a box, rising at 45 degrees, from its top left to its bottom right."""
    for count in range(1, int((box.width + box.height) / HATCH) + 1):
        reach = count * HATCH
        right, down = min(reach, box.width), min(reach, box.height)
        yield box.x + reach - down, box.y + down, box.x + right, box.y + reach - right


def border_items(sides: str, box: Rect, frame: str, width: float = BORDER, ink: Ink | None = None) -> Iterator[Rule]:
    """Yield rules along the named sides (of ``tblr``) of a box."""
    lines = {
        "t": (box.x, box.y, box.right, box.y),
        "b": (box.x, box.bottom, box.right, box.bottom),
        "l": (box.x, box.y, box.x, box.bottom),
        "r": (box.right, box.y, box.right, box.bottom),
    }
    for side in sides:
        yield Rule(*lines[side], width, frame, ink or Ink())


STROKES: Mapping[LineStyle, tuple[tuple[float, float, tuple[float, ...]], ...]] = MappingProxyType(
    {
        LineStyle.THIN: ((0.0, BORDER, ()),),
        LineStyle.THICK: ((0.0, 1.5, ()),),
        LineStyle.DOUBLE: ((0.0, 1.5, ()), (2.2, BORDER, ())),
        LineStyle.DOTTED: ((0.0, 1.2, (0.01, 2.4)),),
        LineStyle.BEADED: ((0.0, BORDER, ()), (2.6, 2.6, (0.01, 4.4)), (5.2, BORDER, ())),
        LineStyle.WOVEN: ((0.0, 1.5, ()), (2.6, 1.4, (0.01, 3.0)), (4.4, 1.4, (0.01, 3.0)), (6.4, BORDER, ())),
    }
)
"""Strokes of a line style: how far inside its place each lies, its width and its dash, in points."""


def styled_border(slot: Slot, box: Rect, frame: str) -> Iterator[Rule]:
    """Yield the border of a slot in its line style, stroke inside stroke."""
    for inset, width, dash in STROKES[slot.line]:
        inner = Rect(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset)
        for rule in border_items(slot.border, inner, frame, width):
            yield replace(rule, dash=dash)


def rule_items(slot: Slot, box: Rect, frame: str) -> Iterator[Rule]:
    """Yield the line that a slot of this kind is: along the longer side, in the middle of the other."""
    for inset, width, dash in STROKES[slot.line]:
        if box.width >= box.height:
            y = box.y + box.height / 2 + inset
            yield Rule(box.x, y, box.right, y, width, frame, Ink(), dash)
        else:
            x = box.x + box.width / 2 + inset
            yield Rule(x, box.y, x, box.bottom, width, frame, Ink(), dash)


def slot_items(slot: Slot, frame: str, box: Rect, *, free: bool = False) -> Iterator[Item]:
    """Yield a slot's tint and border, or the rule that it is; a bordered text that stands free covers what it is on."""
    if slot.tint or (free and slot.border and slot.kind is SlotKind.TEXT):
        yield Fill(box, frame, Ink(black=slot.tint))
    yield from rule_items(slot, box, frame) if slot.kind is SlotKind.RULE else styled_border(slot, box, frame)


def row_rule(grid: Grid, rule: RowRule, free: Iterable[Rect] = ()) -> Iterator[Rule]:
    """Yield a column rule in the middle of its gutter, or a rule across above a line, broken by ``free`` boxes."""
    if rule.across:
        box = grid.box(rule.column, rule.columns, rule.line, rule.lines)
        y = box.y - grid.pitch / 2
        for start, end in _left((box.x, box.right), ((f.x, f.right) for f in free if f.y <= y <= f.bottom)):
            yield Rule(start, y, end, y, HAIRLINE, "")
        return
    x = grid.column_x(rule.column) - grid.gutter * grid.body / 2
    top = grid.line_y(rule.line)
    bottom = top + rule.lines * grid.pitch
    for start, end in _left((top, bottom), ((f.y, f.bottom) for f in free if f.x <= x <= f.right)):
        yield Rule(x, start, x, end, HAIRLINE, "")


def column_rules(columns: Sequence[Rect], frame: str, free: Iterable[Rect] = ()) -> Iterator[Rule]:
    """Yield rules in the middle of the gutters between a frame's text columns, broken by ``free`` boxes."""
    over = tuple(free)
    for left, right in pairwise(columns):
        x = (left.right + right.x) / 2
        taken = ((box.y, box.bottom) for box in over if box.x < right.x and box.right > left.right)
        for start, end in _left((left.y, left.bottom), taken):
            yield Rule(x, start, x, end, HAIRLINE, frame)


def _left(whole: tuple[float, float], taken: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield what parts of a range are left outside others."""
    at, end = whole
    for low, high in sorted(taken):
        if high <= at or low >= end:
            continue
        if low > at:
            yield at, low
        at = high
    if at < end:
        yield at, end


def frame_box(grid: Grid, box: GridBox) -> Rect:
    """Return the rectangle of a box on the grid."""
    return grid.box(box.column, box.columns, box.line, box.lines)
