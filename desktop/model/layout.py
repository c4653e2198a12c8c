"""A layout: the template of a page as a grid of characters by lines and a tree of boxes on it.

Columns and lines count from 1. One character is the body size wide; widths are whole characters, heights whole lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import UsageError
from desktop.geometry import Rect
from desktop.model.story import Role


class Grid(Struct, frozen=True):
    """Sheet and type area. Lengths in points; ``measure`` and ``gutter`` in characters of the body size."""

    sheet_width: float
    sheet_height: float
    body: float
    columns: int
    measure: int
    gutter: int
    lines: int
    pitch: float
    top: float | None = None
    """Distance of the type area from the sheet's top; None centres it."""

    def long(self, columns: int) -> int:
        """Return the measure in characters of a long column of ``columns`` basic ones."""
        return columns * self.measure + (columns - 1) * self.gutter

    def broken(self, basic: int, into: int, less: int = 0) -> tuple[tuple[int, ...], float]:
        """Return the measures of ``into`` columns set in the width of ``basic`` ones, and their gap (n破m).

        ``less`` characters of the width are kept free. Of the remainder that does not divide, each of the first columns
        takes one more character, so that every measure stays whole and the columns and gaps fill the rest exactly.

        Raises:
            UsageError: The width does not hold that many columns.
        """
        room = self.long(basic) - less - (into - 1) * self.gutter
        if into < 1 or room < into:
            raise UsageError("{basic} columns cannot be broken into {into}.", basic=basic, into=into)
        each, rest = divmod(room, into)
        return tuple(each + 1 if i < rest else each for i in range(into)), float(self.gutter)

    @property
    def type_area(self) -> Rect:
        """The type area: width is characters times body, height lines times pitch; margins are what is left."""
        width, height = self.long(self.columns) * self.body, self.lines * self.pitch
        top = (self.sheet_height - height) / 2 if self.top is None else self.top
        return Rect((self.sheet_width - width) / 2, top, width, height)

    def column_x(self, column: int) -> float:
        """Return the x of the left edge of a basic column (from 1)."""
        return self.type_area.x + (column - 1) * (self.measure + self.gutter) * self.body

    def line_y(self, line: int) -> float:
        """Return the y of the top of a line (from 1; 0 and less lie above the type area)."""
        return self.type_area.y + (line - 1) * self.pitch

    def box(self, column: int, columns: int, line: int, lines: int) -> Rect:
        """Return the rectangle of a range of columns and lines."""
        width = self.long(columns) * self.body
        return Rect(self.column_x(column), self.line_y(line), width, lines * self.pitch)


class SlotKind(StrEnum):
    """What a slot holds."""

    HEAD = "head"
    TEXT = "text"
    PICTURE = "picture"
    CAPTION = "caption"
    SLOGAN = "slogan"
    FOLIO = "folio"
    ADVERT = "advert"
    BOX = "box"  # tint and border, nothing inside
    RULE = "rule"  # a line along the longer side


class SlotWriting(StrEnum):
    """How what stands in a slot is set (横排, 竖排)."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Lines(Struct, frozen=True):
    """A height in lines: ``least`` to ``most`` (None: no limit). ``auto`` follows the content, else it stretches."""

    least: int
    most: int | None
    auto: bool = False


class LineStyle(StrEnum):
    """What borders and rules look like (线, 花边)."""

    THIN = "thin"
    THICK = "thick"
    DOUBLE = "double"  # 文武线: a thick one outside, a thin one inside
    DOTTED = "dotted"
    BEADED = "beaded"  # 花边: beads between two thin lines
    WOVEN = "woven"  # 花边: two rows of dots, set between each other, inside a thick line


class Slot(Struct, frozen=True):
    """A place in a layout.

    ``column`` and ``columns`` are filled in for every slot when the tree is read (from its parents where it does not
    say). ``break_into`` sets its width in that many columns. ``story`` is the rank of the story it is meant for, 0 for
    any. ``caption_of`` ties a caption slot to its picture slot. ``next`` is the slot its text continues in by default.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    kind: SlotKind
    accepts: tuple[Role, ...]
    column: int
    columns: int
    lines: Lines
    before: int = 0
    break_into: int | None = None
    story: int = 0
    caption_of: str | None = None
    next: str | None = None
    border: str = ""
    """Sides with a rule, of ``tblr``."""
    line: LineStyle = LineStyle.THIN
    """What its border, or the rule that it is, looks like."""
    tint: float = 0.0
    rule: bool = False
    """A column rule between the slot's own text columns."""
    styles: tuple[tuple[Role, str], ...] = ()
    """Paragraph styles by name that replace the house style's for a role in this slot."""
    variants: tuple[str, ...] = ()
    """Variants of the house's typography in this slot, by id."""
    writing: SlotWriting = SlotWriting.HORIZONTAL
    """Vertical: lines run down, from right to left; ``break_into`` is then the number of tiers (栏) from the top."""

    @property
    def vertical(self) -> bool:
        """Tell whether what stands in the slot is set vertically; slogans always are."""
        return self.writing is SlotWriting.VERTICAL or self.kind is SlotKind.SLOGAN

    def name(self, language: str) -> str:
        """Return the slot's name in ``"zh"`` or ``"en"``, else any."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()), self.id)


class Box(Struct, frozen=True):
    """A group of boxes: a ``stack`` runs down, a ``row`` runs across (its children share its height)."""

    flow: Literal["stack", "row"]
    column: int
    columns: int
    children: tuple[Node, ...]
    before: int = 0
    lines: Lines | None = None
    """The box's own height; None: what its children ask for, a row with stretching children stretches."""
    rule: bool = False
    """A column rule between the children of a row, a cross rule between those of a stack."""


Node = Slot | Box


class Layout(Struct, frozen=True, dict=True):
    """A page template. ``furniture`` slots stand at fixed lines (also above the type area, line 0 and less)."""

    id: str
    names: tuple[tuple[str, str], ...]
    grid: Grid
    root: Box
    furniture: tuple[tuple[int, Slot], ...] = ()
    variants: tuple[str, ...] = ()
    """Variants of the house's typography on every page of this layout, by id."""
    loose: tuple[tuple[int, Slot], ...] = ()
    """Slots that the tree does not arrange, each with its line: frames that a designer drew. They stand free."""

    def slots(self) -> Iterator[Slot]:
        """Yield every slot: furniture, the tree in reading order, then the loose ones."""
        return iter(self._by_id.values())

    def slot(self, slot_id: str) -> Slot:
        """Return a slot by id; raises KeyError."""
        return self._by_id[slot_id]

    @cached_property
    def arranged(self) -> Layout:
        """The layout without its loose slots: what assignment by role fills."""
        return replace(self, loose=()) if self.loose else self

    @cached_property
    def _by_id(self) -> dict[str, Slot]:
        loose = (slot for _, slot in self.loose)
        slots = (*(slot for _, slot in self.furniture), *_slots(self.root), *loose)
        return {slot.id: slot for slot in slots}

    def name(self, language: str) -> str:
        """Return the layout's name in ``"zh"`` or ``"en"``, else any."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()), self.id)


def _slots(node: Node) -> Iterator[Slot]:
    if isinstance(node, Slot):
        yield node
        return
    for child in node.children:
        yield from _slots(child)
