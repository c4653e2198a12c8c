"""Setting one block into columns from a spot on: its lines, their places, and what that costs the columns (O2).

What lines cost among themselves is the breaker's matter; here the columns' rules are added: the last line of a
paragraph does not start a column, and lines left empty under a column's text because a subhead went to the next one
count like loose lines.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import takewhile
from math import ceil, floor, inf

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape, whole_ems
from desktop.compose.heads import head_breaks
from desktop.compose.material import Block
from desktop.compose.spots import NEAR, Place, Spot, Stretch, Track
from desktop.model.style import LineRules, indent_of
from desktop.text import Broken, LineBreak, Measures
from desktop.text.judge import FAULT, LOOSE

SET_SOLID = 1.12
"""Line height in ems below which lines of Han touch; a line takes as many body lines as give it that."""

_MORE_LINES = 2
"""Lines that a paragraph may take beyond its width divided by its narrowest measure, as far as places are sought."""


Seen = tuple[int, float]
"""A column and the lines that it has at least; of all columns their number."""


class Run(Struct, frozen=True):
    """A block's lines as far as the columns go, the spots where they begin and end, and the cell behind them.

    ``regret`` is what was paid for the columns' sake: faults of O2, empty lines, and lines that are not the paragraph's
    best. ``alone``: the last line of several starts a column.
    """

    lines: tuple[LineBreak, ...]
    begin: Spot
    cell: int
    spot: Spot
    regret: int = 0
    alone: bool = False
    empty: int = 0
    """Lines left empty under the column before, for the sake of the head that this is."""
    bare: bool = False
    """Too few lines of text stand under the head that this is."""
    feet: tuple[tuple[int, float], ...] = ()
    """The columns its lines stand in, with the foot of the last of them there in lines."""
    places: tuple[Place, ...] | None = None
    """Of a head; a text's places follow from where it begins."""
    seen: Seen = (sys.maxsize, inf)
    """What had a part in it: the heights of the columns before one, and that this one has so many lines at least."""


def measure_ems(block: Block, points: float) -> float:
    """Return the whole number of ems of a block's size that a measure holds (A3)."""
    return float(floor(points / block.style.size + NEAR))


def line_height(block: Block, pitch: float, size: float | None = None) -> float:
    """Return how many body lines one set line of a block takes; heads whole ones (B2)."""
    if block.style.pitches and size is None:
        return block.style.pitches
    return float(max(1, ceil((size or block.style.size) * SET_SOLID / pitch - NEAR)))


class Setter:
    """Sets the blocks of one text into one set of columns."""

    def __init__(self, blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float) -> None:
        self.blocks, self.columns = blocks, columns
        self.track = Track(columns)
        self._heights = [line_height(block, pitch) for block in blocks]
        self._all: Seen = (len(columns), 0.0)

    def shared(self, other: Setter) -> Seen:
        """Return up to where the columns are as another's are, which sets the same blocks; no lines where it does not.

        Lines of which no more was seen are the same in both.
        """
        if self._heights != other._heights or self.track.alike_from != other.track.alike_from:
            return 0, 0.0
        if self.blocks is not other.blocks and [b.key for b in self.blocks] != [b.key for b in other.blocks]:
            return 0, 0.0
        for number, (mine, its) in enumerate(zip(self.columns, other.columns, strict=False)):
            if mine != its:
                alike = mine.measure == its.measure and mine.obstacles == its.obstacles
                return number, float(min(mine.lines, its.lines)) if alike else 0.0
        fewer = min(len(self.columns), len(other.columns))
        return fewer, inf if len(self.columns) == len(other.columns) else -1.0

    def run(self, number: int, spot: Spot, cell: int = 0, more: int = 0) -> Run | None:
        """Return a block set from a cell on at a spot, with so many lines more than is best; None where that fails."""
        block = self.blocks[number]
        # Beside the line before it in the same band there is no place for a head, nor for the space before a block.
        below = block.is_head or (block.style.before and not cell)
        spot = self.track.below(spot) if below else self.track.closed(spot, self._heights[number])
        spot, empty = self._start(number, spot, cell)
        if spot.column >= len(self.columns):
            return None if more else Run((), spot, cell, spot, seen=self._all)
        found = self._head(block, number, spot) if block.is_head else self._text(block, number, spot, cell, more)
        if found is None or not empty:
            return found
        return replace(found, regret=found.regret + empty * LOOSE, empty=empty)

    def places(self, number: int, run: Run) -> Sequence[Place]:
        """Return the places of a run's lines."""
        if run.places is not None:
            return run.places
        size = self.blocks[number].style.size
        return list(self.track.places(run.begin, self._heights[number], size, len(run.lines)))

    def _start(self, number: int, spot: Spot, cell: int) -> tuple[Spot, int]:
        """Return where the block begins, below the space before it, and how many lines stay empty for its sake."""
        block = self.blocks[number]
        while spot.column < len(self.columns):
            before = block.style.before if spot.top and not cell and not spot.segment else 0
            need = self._heights[number]
            if block.is_head:  # whole; at a column's head at least itself
                need = self._head_need(number, spot.column) if spot.top else self._head_height(number, spot.column)
            left = self.columns[spot.column].lines - spot.top
            if before + need <= left + NEAR:
                return Spot(spot.column, spot.top + before, spot.segment, spot.band), 0
            empty = max(0, floor(left + NEAR) - block.style.before) if block.is_head else 0
            ahead = Spot(spot.column + 1)
            if empty and ahead.column < len(self.columns):
                return self._start(number, ahead, cell)[0], empty
            spot = ahead
        return Spot(len(self.columns)), 0

    def _head_need(self, number: int, column: int) -> float:
        """A head stands in its column whole, together with heads that follow it, and with text under it (O2)."""
        need, index = 0.0, number
        while index < len(self.blocks) and self.blocks[index].is_head:
            block = self.blocks[index]
            need += ceil(self._head_height(index, column) - NEAR) + block.style.after
            need += block.style.before if index > number else 0
            index += 1
        return need + (self._rules(number).lines_under_head if index < len(self.blocks) else 0)

    def _head_height(self, number: int, column: int) -> float:
        """Return the lines that a head takes in a column."""
        block = self.blocks[number]
        return len(head_breaks(block, measure_ems(block, self.columns[column].measure))) * self._heights[number]

    def _rules(self, number: int) -> LineRules:
        return self.blocks[number].paragraph.tables.lines

    def _head(self, block: Block, number: int, spot: Spot) -> Run:
        """Set a head whole, each line in the widest free part of its band; none of it where no place is clear."""
        found = self._head_lines(block, number, spot)
        if found is None:
            end = Spot(len(self.columns))
            return Run((), end, 0, end, seen=self._all)
        spot, lines, seen = found
        height, size = self._heights[number], block.style.size
        column = self.columns[spot.column]
        places: list[Place] = []
        top = spot.top
        for _ in lines:
            x, ems = whole_ems(
                self.track.widest(spot.column, top, height) or (0.0, column.measure), column.measure, size
            )
            places.append(Place(spot.column, top, height, x, float(ems)))
            top += height
        behind = self._after(block, Spot(spot.column, top))
        bare = self._is_bare(number, behind)
        feet, cells = ((spot.column, top),), len(block.paragraph)
        return Run(
            lines, spot, cells, behind, FAULT if bare else 0, bare=bare, feet=feet, places=tuple(places), seen=seen
        )

    def _is_bare(self, number: int, behind: Spot) -> bool:
        """Tell whether the text that follows a head has places for fewer lines under it than it should (O2)."""
        following = [*takewhile(lambda block: not block.is_head, self.blocks[number + 1 :])]
        if not following:
            return False
        block, height, column = following[0], self._heights[number + 1], self.columns[behind.column]
        under = self._rules(number).lines_under_head
        if len(following) == 1:
            under = min(under, len(block.shaped.lines(Measures(measure_ems(block, column.measure))).lines))
        beside = takewhile(
            lambda stretch: stretch.column == behind.column, self.track.stretches(behind, height, block.style.size)
        )
        return sum(stretch.length for stretch in beside) < under

    def _head_lines(self, block: Block, number: int, spot: Spot) -> tuple[Spot, tuple[LineBreak, ...], Seen] | None:
        """Return where a head stands and its lines: from the spot on the first place that is clear, with text under it.

        Where no column has one, a place without text under it will do. Last comes what was looked at.
        """
        if self.columns[spot.column].obstacles is None:
            lines = head_breaks(block, measure_ems(block, self.columns[spot.column].measure))
            under = self._head_need(number, spot.column) + self._rules(number).lines_under_head
            return spot, lines, (spot.column, spot.top + under)
        text_follows = any(not other.is_head for other in self.blocks[number + 1 :])
        wanted = self._rules(number).lines_under_head if text_follows else 0
        for under in (wanted, 0):
            for column in range(spot.column, len(self.columns)):
                top = spot.top if column == spot.column else 0.0
                found = self._clear_head(block, number, Spot(column, top), under)
                if found is not None:
                    return *found, (column, inf) if under == wanted else self._all
        return None

    def _clear_head(
        self, block: Block, number: int, spot: Spot, under: int
    ) -> tuple[Spot, tuple[LineBreak, ...]] | None:
        """Return the first clear place of a head in a column, and its lines: as narrow as the narrowest of its bands.

        Text stands in all of the ``under`` lines below it.
        """
        column, height, top = self.columns[spot.column], self._heights[number], spot.top
        lines = head_breaks(block, measure_ems(block, column.measure))
        while top + len(lines) * height <= column.lines + NEAR:
            bands = [self.track.widest(spot.column, top + index * height, height) for index in range(len(lines))]
            if all(bands):
                narrow = head_breaks(block, measure_ems(block, min(band[1] for band in bands if band)))
                foot = top + len(narrow) * height + block.style.after
                below = [self.track.widest(spot.column, foot + index, 1.0) for index in range(under)]
                if len(narrow) <= len(lines) and all(below) and foot + under <= column.lines + NEAR:
                    return Spot(spot.column, top), narrow
                if len(narrow) > len(lines):  # narrower it has more lines, whose bands have to be looked at as well
                    lines = narrow
                    continue
            top = floor(top + NEAR) + 1.0
            lines = head_breaks(block, measure_ems(block, column.measure))
        return None

    def _text(self, block: Block, number: int, spot: Spot, cell: int, more: int) -> Run | None:
        """Set a paragraph's lines one after another; a demanded number of lines is told from the best one."""
        measures, known, seen = self._measures(block, number, spot, cell)
        best = found = _fitted(block, measures, cell)
        if len(best.lines) + more > known:  # lines shorter than was thought: the measures further down count too
            measures, _, seen = self._measures(block, number, spot, cell, 2 * len(best.lines) + more)
            best = found = _fitted(block, measures, cell)
        if more:
            counted = block.shaped.counted(measures, cell, len(best.lines) + more)
            if counted is None:
                return None
            found = counted
        shaped = len(found.lines) - bool(block.paragraph.rest)  # what was not shaped stands nowhere
        walked = self.track.walk(spot, self._heights[number], block.style.size, shaped)
        regret = max(0, found.cost - best.cost)  # less, where what copyfit asked for is undone
        if walked.placed < len(found.lines):
            end = found.lines[walked.placed].start
            behind, ends = walked.spot if walked.placed < shaped else Spot(len(self.columns)), self._all
            return Run(found.lines[: walked.placed], spot, end, behind, regret, feet=walked.feet, seen=ends)
        alone = walked.alone and self._rules(number).keep_last_line
        regret += FAULT if alone else 0
        seen = max(seen, walked.feet[-1] if walked.feet else (spot.column, inf))
        behind = self._after(block, walked.spot)
        return Run(found.lines, spot, len(block.paragraph), behind, regret, alone, feet=walked.feet, seen=seen)

    def _measures(self, block: Block, number: int, spot: Spot, cell: int, lines: int = 0) -> tuple[Measures, int, Seen]:
        """Return the measures of a paragraph's lines from a spot on, and of how many lines they are known.

        They are sought as far as the text may reach, by its width, and for so many ``lines`` at least; last comes
        what was looked at.
        """
        column = self.columns[spot.column]
        indent = 0.0 if cell else indent_of(block.style, measure_ems(block, column.measure))
        if spot.column >= self.track.alike_from:
            rest = measure_ems(block, column.measure)
            return Measures(rest, (rest - indent,) if indent else ()), sys.maxsize, (spot.column, 0.0)
        width = block.paragraph.widths[-1] - block.paragraph.widths[cell] + indent
        found: list[float] = []
        for stretch in self.track.stretches(spot, self._heights[number], block.style.size):
            reach = min(stretch.length, max(_reach(stretch, width), lines - len(found)))
            found += stretch.measures(reach)
            width -= sum(found[len(found) - reach :]) - reach * _SLACK
            if reach < stretch.length:
                known = len(found)
                return _shortest(found, indent), known, (stretch.column, stretch.bottom(reach + 1))
        rest = measure_ems(block, column.measure)
        return _shortest(found or [rest], indent), sys.maxsize, self._all

    def _after(self, block: Block, spot: Spot) -> Spot:
        """Blocks with a line height of their own end on the grid again (P2)."""
        if spot.segment and not block.style.after:
            return spot
        spot = self.track.below(spot)
        return Spot(spot.column, ceil(spot.top - NEAR) + float(block.style.after))


def _fitted(block: Block, measures: Measures, cell: int) -> Broken:
    """Return a paragraph's best lines, or those of the count that copyfit gave it, where there are such lines."""
    best = block.shaped.lines(measures, cell)
    if not block.more or cell:
        return best
    return block.shaped.counted(measures, cell, len(best.lines) + block.more) or best


def _reach(stretch: Stretch, width: float) -> int:
    """Return how many places of a stretch a text of a width in ems may need, by a generous count; one at least."""
    least = min(stretch.measures(stretch.length), default=1.0) if stretch.lane else stretch.measure
    return max(1, ceil(width / max(1.0, least - _SLACK)) + _MORE_LINES)


def _shortest(measures: list[float], indent: float) -> Measures:
    """Return measures with those alike at the end as one, the first shortened by the indent."""
    rest, count = measures[-1], len(measures)
    while count and measures[count - 1] == rest:
        count -= 1
    first = measures[: max(count, 1)]
    first[0] -= indent
    return Measures(rest, tuple(first) if count or indent else ())


_SLACK = 1.5
"""Ems by which a line may stay shorter than its measure, so far as the reach of a text is judged."""
