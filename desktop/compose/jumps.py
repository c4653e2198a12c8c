"""Texts that go on on another page: cutting what is handed over, and the lines that say so, 下转 and 上接."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.blocks import block_of, style_of_group
from desktop.compose.exclusions import ColumnShape, Obstacle, Obstacles, Strip
from desktop.compose.fill import Filled, PlacedLine
from desktop.compose.handover import Rest
from desktop.compose.material import Block, Context
from desktop.compose.place import baseline
from desktop.compose.setting import measure_ems
from desktop.display import GlyphRun, Ink
from desktop.display.items import Writing
from desktop.geometry import Rect
from desktop.model.layout import Slot
from desktop.model.settext import SetText
from desktop.model.story import Element, Role
from desktop.model.style import ParagraphStyle, indent_of
from desktop.text import LineBreak, LinePlace, Measures, Remedy, ShapedParagraph, line_runs, natural_width, set_cells

ONWARD, BACKWARD = "（下转第{number}版）", "（上接第{number}版）"
"""As newspapers print them: where a text goes on, and where it comes from."""

_GAP = 1.0
"""Ems at least between the end of a text and what is said behind it in the same line."""
_LEAST_BESIDE = 3.0
"""Ems of text that a line keeps beside what is said at its head; else that takes a line of its own."""
_TRIES = 4
"""Tries to find room for saying where a text goes on, each with a line less of it."""
_NEAR = 1e-6


class JumpLine(Struct, frozen=True):
    """What is said of a jump, shaped."""

    paragraph: ShapedParagraph
    style: ParagraphStyle

    @property
    def width(self) -> float:
        """Its width in points."""
        return natural_width(self.paragraph, 0, len(self.paragraph)) * self.style.size

    def runs(
        self, column: Rect, band: tuple[float, float], x: float, size: float, pitch: float, frame: str, number: int
    ) -> Iterator[GlyphRun]:
        """Yield its runs as part of a line of a frame; it stands for no source.

        Args:
            column: of text, or the tier of a vertical frame, on the page.
            band: the line's top and height in lines.
            x: where it begins along the line, in points from the column's left or the tier's top.
            size: of the type whose baseline it stands on, in points.
            pitch: of the body's lines, in points.
            frame: the frame's id.
            number: the line's in the frame.
        """
        top, height = band
        if self.paragraph.writing == "v":
            at = column.right - (top + height / 2) * pitch, column.y + x
        else:
            at = column.x + x, baseline(column.y + top * pitch, height * pitch, size)
        line = LineBreak(0, len(self.paragraph), len(self.paragraph), last=True)
        set_line = set_cells(self.paragraph, line, float("inf"), justify=False)
        place = LinePlace(*at, self.style.size, frame, number, Ink(black=self.style.black), added=True)
        yield from line_runs(self.paragraph, set_line, place)


def jump_line(context: Context, template: str, number: str, slot: Slot, writing: Writing) -> JumpLine:
    """Return what is said of a jump in a slot, in the style of jump lines and the direction of the text."""
    house = context.edition.style
    style = house.flow.get(Role.JUMP_LINE) or house.flow[Role.BODY]
    text = template.format(number=number)
    zeros = (0,) * len(text)
    tables, chain = context.tables(style, slot), context.chain(style.face)
    shaped = context.store.shape(tables, chain, [SetText("", text, zeros, zeros)], writing, head=True)
    return JumpLine(shaped.paragraph, style)


# What is handed over


def rest_of(context: Context, blocks: Sequence[Block], filled: Filled) -> Rest | None:
    """Return what a text that was filled has left over; None for nothing."""
    if filled.complete(blocks):
        return None
    elements = tuple(element.id for block in blocks[filled.block :] for element in block.elements)
    if not filled.cell:
        return Rest(elements, _before(context, blocks[filled.block]))
    paragraph = blocks[filled.block].paragraph
    char = paragraph.cells.first[filled.cell]
    part = paragraph.parts[paragraph.part_of[char]]
    begun = char - paragraph.part_of.index(paragraph.part_of[char])
    return Rest(elements, (part.element, _cut(context, part) + begun))


def _before(context: Context, block: Block) -> tuple[str, int] | None:
    """Return what stands on earlier pages of a block of which nothing stands on this one."""
    part = block.paragraph.parts[0]
    cut = _cut(context, part)
    return (part.element, cut) if cut or part.element != block.elements[0].id else None


def _cut(context: Context, part: SetText) -> int:
    """Return how many characters of an element stand before a part of it."""
    whole = context.part(context.elements[part.element])
    return len(whole.text) - len(part.text)


def cut_block(context: Context, group: tuple[Element, ...], stands: tuple[str, int], slot: Slot) -> Block:
    """Return a paragraph without what stands on an earlier page; it goes on without an indent."""
    element, count = stands
    texts = [context.part(one) for one in group]
    first = next((index for index, one in enumerate(group) if one.id == element), 0)
    parts = [_behind(texts[first], count), *texts[first + 1 :]]
    begins = not first and not count
    style = style_of_group(context, group, slot)
    style = style if begins else replace(style, indent_ems=0.0)
    return block_of(context, group, style, slot, [part for part in parts if part.text] or [texts[first]])


def _behind(text: SetText, count: int) -> SetText:
    return text.part(count)


# What is said of it


class Opening(Struct, frozen=True):
    """Where a text says which page it comes from: ``indent`` ems into a block's first line, or in a line above all."""

    line: JumpLine
    block: int
    indent: float
    above: bool

    def runs_above(self, column: Rect, pitch: float, frame: str, number: int) -> Iterator[GlyphRun]:
        """Yield its runs as the first line of a column."""
        yield from self.line.runs(column, (0.0, 1.0), 0.0, self.line.style.size, pitch, frame, number)

    def runs_before(
        self, placed: PlacedLine, size: float, column: Rect, pitch: float, frame: str, number: int
    ) -> Iterator[GlyphRun]:
        """Yield its runs in the room that its block's first line, of a size, leaves for it; nothing for other lines."""
        if self.above or not placed.first or placed.block != self.block:
            return
        band, x = (placed.place.top, placed.place.height), placed.place.x + self.indent * size
        yield from self.line.runs(column, band, x, size, pitch, frame, number)


def opening_indent(block: Block, line: JumpLine, measure: float) -> float | None:
    """Return the indent in ems of a text's first line behind a jump line.

    None where too little would be left, or where what is left breaks a rule: a line so short has few gaps to stretch.

    Args:
        block: whose first line begins with it.
        line: what is said.
        measure: of the narrowest column, in points.
    """
    ems = measure_ems(block, measure)
    indent = indent_of(block.style, ems) + ceil(line.width / block.style.size + _GAP / 2 - _NEAR)
    if ems - indent < _LEAST_BESIDE - _NEAR:
        return None
    first = block.shaped.lines(Measures(ems, (ems - indent,))).lines[0]
    return indent if first.remedy is Remedy.NONE else None


def with_opening(block: Block, indent: float) -> Block:
    """Return a block whose first line leaves room for a jump line."""
    return replace(block, style=replace(block.style, indent_ems=indent, narrow_below=0.0))


def without_first_line(shape: ColumnShape) -> ColumnShape:
    """Return a column whose first line is taken."""
    strip = Obstacle((Strip(0.0, 1.0, 0.0, shape.measure),))
    found = shape.obstacles
    obstacles = Obstacles((strip, *found.all), found.least) if found else Obstacles((strip,), 0.0)
    return replace(shape, obstacles=obstacles)


class Closing(Struct, frozen=True):
    """Where what is said behind a text stands: column, band in lines, x from the column's left in points."""

    column: int
    top: float
    height: float
    x: float
    same_line: bool


class Closed(Struct, frozen=True):
    """A text in its columns with what is said behind it, and where; None where nothing can be said."""

    filled: Filled
    line: JumpLine
    at: Closing | None


def closed(
    blocks: Sequence[Block],
    columns: Sequence[ColumnShape],
    line: JumpLine,
    filled: Filled,
    fill: Callable[[Sequence[ColumnShape]], Filled],
) -> Closed:
    """Return a text that fills its columns with room for a jump line behind it: as it is, or with less of the text.

    Args:
        blocks: The text.
        columns: As they are filled.
        line: What is said.
        filled: The text in the columns.
        fill: Fills the text into other columns.
    """
    tried = filled
    for _ in range(_TRIES):
        at = closing_place(blocks, tried, columns, line.width)
        if at is not None:
            return Closed(tried, line, at)
        tried = fill(without_last_line(tried, columns))
    return Closed(filled, line, None)


def closing_place(
    blocks: Sequence[Block], filled: Filled, columns: Sequence[ColumnShape], width: float
) -> Closing | None:
    """Return where something so many points wide stands at the right behind a text: in its last line, or below it.

    None where neither has room.
    """
    if not filled.lines:
        return _below(columns, 0, 0.0, width)
    last = filled.lines[-1]
    room = _room(blocks[last.block], last, columns[last.place.column].measure)
    if last.line.last and room is not None and room[1] >= width + _GAP * blocks[last.block].style.size:
        place = last.place
        return Closing(place.column, place.top, place.height, room[0] - width, same_line=True)
    return _below(columns, last.place.column, ceil(last.place.top + last.place.height - _NEAR), width)


def without_last_line(filled: Filled, columns: Sequence[ColumnShape]) -> list[ColumnShape]:
    """Return columns that end above the last line of a text that filled them."""
    if not filled.lines:
        return list(columns)
    last = filled.lines[-1].place
    above = floor(last.top + _NEAR)
    lines = [*(shape.lines for shape in columns[: last.column]), above, *(0 for _ in columns[last.column + 1 :])]
    return [replace(shape, lines=count) for shape, count in zip(columns, lines, strict=True)]


def _room(block: Block, placed: PlacedLine, measure: float) -> tuple[float, float] | None:
    """Return where the free end of a line ends, and how wide it is, in points; None for a head."""
    if block.is_head:
        return None
    size, line = block.style.size, placed.line
    indent = indent_of(block.style, measure / size) if placed.first else 0.0
    used = indent + natural_width(block.paragraph, line.start, line.stop)
    return placed.place.x + placed.place.measure * size, (placed.place.measure - used) * size


def _below(columns: Sequence[ColumnShape], column: int, top: float, width: float) -> Closing | None:
    """Return the first free line with room from a line of a column on, down it and through the next ones."""
    for number in range(column, len(columns)):
        while top + 1 <= columns[number].lines + _NEAR:
            for x, wide in reversed(columns[number].segments(top, 1.0)):
                if wide >= width - _NEAR:
                    return Closing(number, top, 1.0, x + wide - width, same_line=False)
            top += 1
        top = 0.0
    return None


def closing_runs(closing: Closed, column: Rect, pitch: float, frame: str, number: int) -> Iterator[GlyphRun]:
    """Yield the runs of a jump line behind a text; ``number`` is that of the frame's next line."""
    at, line = closing.at, closing.line
    if at is not None:
        band = at.top, at.height
        yield from line.runs(column, band, at.x, line.style.size, pitch, frame, number - at.same_line)
