"""Filling columns with the lines of blocks, evenly (B1).

Lines are sought as the columns are filled, each in its own column's measure, so columns may differ in width. Columns
are levelled by trying heights: the least height at which all text fits, then as many of the later columns as possible
one line shorter, so that the longest and the shortest differ by a line at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.heads import head_breaks
from desktop.compose.material import Block
from desktop.text import LineBreak

SET_SOLID = 1.12
"""Line height in ems below which lines of Han touch; a line takes as many body lines as give it that."""

KEEP_UNDER_HEAD = 2
"""Body lines that a subhead has under it in its column (O2)."""


class TextColumn(Struct, frozen=True):
    """A column: its measure in points and the whole lines that it holds."""

    measure: float
    lines: int


class PlacedLine(Struct, frozen=True):
    """A line in a column: ``top`` and ``height`` in body lines from the column's top."""

    block: int
    line: LineBreak
    column: int
    top: float
    height: float
    first: bool


class Filled(Struct, frozen=True):
    """Lines in columns; ``block`` and ``cell`` say where the text that found no room begins (block count: none)."""

    lines: tuple[PlacedLine, ...]
    block: int
    cell: int
    used: tuple[float, ...]

    def complete(self, blocks: Sequence[Block]) -> bool:
        """Tell whether everything was placed."""
        return self.block == len(blocks)


def measure_ems(block: Block, points: float) -> float:
    """Return the whole number of ems of a block's size that a measure holds (A3)."""
    return float(floor(points / block.style.size + 1e-6))


def line_at(block: Block, cell: int, measure: float, first: bool) -> LineBreak:
    """Return the line of a block that starts at a cell, in a column of a measure in points; heads break at phrases."""
    ems = measure_ems(block, measure)
    if block.is_head:
        for line in head_breaks(block, ems):
            if line.start <= cell < line.end or cell < line.start:
                return line
    return block.shaped.line(cell, ems - (block.style.indent_ems if first else 0))


def line_height(block: Block, pitch: float, size: float | None = None) -> float:
    """Return how many body lines one set line of a block takes; heads whole ones (B2)."""
    if block.style.pitches and size is None:
        return block.style.pitches
    return float(max(1, ceil((size or block.style.size) * SET_SOLID / pitch - 1e-6)))


class _Filler:
    """One pass over the columns."""

    def __init__(self, blocks: Sequence[Block], columns: Sequence[TextColumn], pitch: float) -> None:
        self.blocks, self.columns, self.pitch = blocks, columns, pitch
        self.lines: list[PlacedLine] = []
        self.used = [0.0] * len(columns)
        self.column = 0

    def run(self) -> Filled:
        for number, block in enumerate(self.blocks):
            cell = self._block(number, block)
            if cell is not None:
                return Filled(tuple(self.lines), number, cell, tuple(self.used))
        return Filled(tuple(self.lines), len(self.blocks), 0, tuple(self.used))

    def _block(self, number: int, block: Block) -> int | None:
        """Place a block's lines; return the cell at which room ran out, None when all stand."""
        cell, first = 0, True
        height = line_height(block, self.pitch)
        while cell < len(block.paragraph):
            if not self._make_room(number, block, height, first):
                return cell
            before = block.style.before if first and self.used[self.column] else 0
            line = self._line(block, cell, first)
            top = self.used[self.column] + before
            self.lines.append(PlacedLine(number, line, self.column, top, height, first))
            self.used[self.column] = top + height
            cell, first = line.end, False
        if self.column < len(self.columns):
            self.used[self.column] = self._after(block, self.used[self.column])
        return None

    def _after(self, block: Block, used: float) -> float:
        """Blocks with a line height of their own end on the grid again (P2)."""
        return float(ceil(used - 1e-6)) + block.style.after

    def _line(self, block: Block, cell: int, first: bool) -> LineBreak:
        return line_at(block, cell, self.columns[self.column].measure, first)

    def _make_room(self, number: int, block: Block, height: float, first: bool) -> bool:
        """Move on to a column with room for the next line; False when there is none."""
        while self.column < len(self.columns):
            used, room = self.used[self.column], self.columns[self.column].lines
            need = height + (block.style.before if first and used else 0)
            if first and block.is_head and used:
                need = self._head_need(number, block, height) + block.style.before
            if used + need <= room + 1e-6:
                return True
            self.column += 1
        self.column = len(self.columns)
        return False

    def _head_need(self, number: int, block: Block, height: float) -> float:
        """A head stands in its column whole, with text under it."""
        lines, cell = 0, 0
        while cell < len(block.paragraph):
            cell = self._line(block, cell, cell == 0).end
            lines += 1
        keep = KEEP_UNDER_HEAD if number + 1 < len(self.blocks) else 0
        return lines * height + block.style.after + keep


def fill(blocks: Sequence[Block], columns: Sequence[TextColumn], pitch: float) -> Filled:
    """Fill the columns one after another, each as full as it goes."""
    return _Filler(blocks, columns, pitch).run()


def level(blocks: Sequence[Block], columns: Sequence[TextColumn], pitch: float, given: Sequence[bool] = ()) -> Filled:
    """Fill the columns evenly; the text is overset only when the full columns do not hold it.

    Columns marked in ``given`` are filled to their height before the others are levelled.
    """
    full = fill(blocks, columns, pitch)
    free = [index for index in range(len(columns)) if not given or not given[index]]
    if not any(full.used[index] for index in free):  # the given columns alone hold it: those are levelled
        closed = set(free)
        free = [index for index in range(len(columns)) if index not in closed]
        columns = [replace(column, lines=0) if i in closed else column for i, column in enumerate(columns)]
    if not full.complete(blocks) or len(columns) < 2 or not free:
        return full

    def at(heights: Sequence[int]) -> Filled:
        caps = dict(zip(free, heights, strict=True))
        limited = [
            TextColumn(column.measure, min(column.lines, caps.get(index, column.lines)))
            for index, column in enumerate(columns)
        ]
        return fill(blocks, limited, pitch)

    # Where all columns are alike, no height below the average can hold the text: the search starts there.
    alike = len(free) == len(columns) and len({column.measure for column in columns}) == 1
    total = ceil(sum(full.used) - 1e-6)
    most = max(columns[index].lines for index in free)
    height, filled = _least_height(lambda h: at([h] * len(free)), blocks, -(-total // len(free)) if alike else 1, most)
    fewest = max(1, total - (height - 1) * len(free)) if alike else 1
    for tall in range(fewest, len(free)):
        tried = at([height] * tall + [height - 1] * (len(free) - tall))
        if tried.complete(blocks):
            return tried
    return filled


def _least_height(at: Callable[[int], Filled], blocks: Sequence[Block], start: int, most: int) -> tuple[int, Filled]:
    """Return the least height from ``start`` on, in lines, at which the columns hold the text; they do at ``most``."""
    low, step = max(0, start - 1), 1
    high = min(low + step, most)
    filled = at(high)
    while high < most and not filled.complete(blocks):
        low, step = high, step * 2
        high = min(low + step, most)
        filled = at(high)
    while low + 1 < high:
        middle = (low + high) // 2
        tried = at(middle)
        if tried.complete(blocks):
            high, filled = middle, tried
        else:
            low = middle
    return high, filled


def lines_over(blocks: Sequence[Block], filled: Filled, measure: float, pitch: float) -> int:
    """Return how many lines the text that found no room would take in one column of a measure."""
    total = 0.0
    for number in range(filled.block, len(blocks)):
        block = blocks[number]
        cell = filled.cell if number == filled.block else 0
        while cell < len(block.paragraph):
            cell = line_at(block, cell, measure, cell == 0).end
            total += line_height(block, pitch)
    return ceil(total - 1e-6)
