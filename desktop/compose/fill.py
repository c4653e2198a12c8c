"""Filling columns of given heights with the lines of blocks, by the rules at columns' heads and feet (O2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape
from desktop.compose.material import Block
from desktop.compose.mending import best_runs, mend
from desktop.compose.setting import Run, Setter
from desktop.compose.spots import NEAR, Place
from desktop.text import LineBreak, Remedy
from desktop.text.judge import LOOSE


class PlacedLine(Struct, frozen=True):
    """A line at its place; ``first`` of its paragraph, and what it does to its column against O2."""

    block: int
    line: LineBreak
    place: Place
    first: bool
    fault: Remedy = Remedy.NONE


class Filled(Struct, frozen=True):
    """Lines in columns; ``block`` and ``cell`` say where the text that found no room begins (block count: none).

    ``used`` is the height in lines that each column's text takes; ``regret`` what O2 cost, packed as ``judge`` says.
    ``level`` is how many lines its levelled columns have together, but for those that obstacles close; 0 where
    these are not needed, or all columns are as high as they were given.
    """

    lines: tuple[PlacedLine, ...]
    block: int
    cell: int
    used: tuple[float, ...]
    regret: int = 0
    level: float = 0.0

    def complete(self, blocks: Sequence[Block]) -> bool:
        """Tell whether everything was placed."""
        return self.block == len(blocks)


def fill(
    blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float, start: tuple[int, int] = (0, 0)
) -> Filled:
    """Fill the columns one after another, each as full as it goes, with every paragraph's best lines.

    Args:
        blocks: The text.
        columns: Where it goes.
        pitch: Of the body's lines, in points.
        start: Block and cell from which on the text is set.
    """
    return Trial.of(blocks, columns, pitch, start).filled()


class Trial(Struct, frozen=True, weakref=True):
    """A text in columns of some heights, its lines not yet at their places."""

    setter: Setter
    runs: list[Run]
    start: tuple[int, int] = (0, 0)
    level: float = 0.0
    free: Sequence[int] = ()
    """The columns that are levelled; none where all are as high as they were given."""
    spared: bool = False
    """Columns of a given height are levelled, as these alone hold the text."""

    @staticmethod
    def of(
        blocks: Sequence[Block],
        columns: Sequence[ColumnShape],
        pitch: float,
        start: tuple[int, int] = (0, 0),
        level: float = 0.0,
        free: Sequence[int] = (),
        kin: Iterable[Trial] = (),
    ) -> Trial:
        """Return the text with the best lines of every paragraph.

        ``kin`` are texts set before, in other columns perhaps: of one whose first blocks and columns are these, the
        paragraphs that end before the columns differ are set already.
        """
        setter = Setter(blocks, columns, pitch)
        runs: list[Run] = max((trial.shared(setter) for trial in kin), key=len, default=[]) if start == (0, 0) else []
        if runs and (len(runs) == len(blocks) or runs[-1].cell < len(blocks[len(runs) - 1].paragraph)):
            return Trial(setter, runs, start, level, free)
        rest = best_runs(setter, (len(runs), 0), runs[-1].spot) if runs else best_runs(setter, start)
        return Trial(setter, runs + rest, start, level, free)

    def shared(self, setter: Setter) -> list[Run]:
        """Return the runs of the first blocks, as far as another setter sets them just so."""
        if self.start != (0, 0):
            return []
        same = setter.shared(self.setter)
        return list(takewhile(lambda run: run.seen <= same, self.runs))

    def lacking(self) -> float:
        """Return about how many lines more the levelled columns had to have together; below 0 how many fewer."""
        setter, last = self.setter, len(self.runs) - 1
        if self._over:
            measure, cell = max(setter.columns[index].measure for index in self.free), self.runs[-1].cell
            widths = [block.paragraph.widths[-1] * block.style.size for block in setter.blocks[last:]]
            widths[0] -= setter.blocks[last].paragraph.widths[cell] * setter.blocks[last].style.size
            return float(sum(ceil(width / measure) for width in widths))
        ends, used = self.runs[-1].spot.column if self.runs else 0, self.used()
        behind = [(setter.columns[index], used[index]) for index in self.free if index >= ends]
        return -sum(max(0.0, shape.open(shape.lines) - shape.open(foot)) for shape, foot in behind)

    def mended(self, shorter: int) -> Trial:
        """Return the text with fewer faults of O2, where giving paragraphs a line more or fewer spares some.

        Where the columns are level, they stay so, the last one so many lines shorter at most.
        """

        def accept(runs: list[Run]) -> bool:
            return replace(self, runs=runs).is_level(shorter)

        was_level = self.is_level(shorter)
        return replace(self, runs=mend(self.setter, self.runs, accept if was_level else lambda _: True))

    def mended_so_far(self) -> Trial:
        """Return a text that the columns do not hold with fewer faults of O2 among the paragraphs that end in them."""

        def on(runs: list[Run]) -> Trial:
            return Trial(self.setter, [*runs, *best_runs(self.setter, (len(runs), 0), runs[-1].spot)])

        ended = self.runs[:-1]
        mended = mend(self.setter, ended, lambda runs: on(runs).regret < self.regret)
        return self if mended is ended else on(mended)

    @property
    def complete(self) -> bool:
        """Whether everything was placed."""
        blocks = self.setter.blocks
        return self.start[0] + len(self.runs) == len(blocks) and not self._over

    @property
    def _over(self) -> bool:
        last = self.start[0] + len(self.runs) - 1
        return bool(self.runs) and self.runs[-1].cell < len(self.setter.blocks[last].paragraph)

    @property
    def regret(self) -> int:
        """What O2 costs, packed as ``judge`` says."""
        return sum(run.regret for run in self.runs)

    def used(self) -> tuple[float, ...]:
        """Return the height in lines that each column's text takes."""
        used = [0.0] * len(self.setter.columns)
        for number, run in enumerate(self.runs, self.start[0]):
            for column, foot in run.feet:
                used[column] = max(used[column], foot)
            if run.cell == len(self.setter.blocks[number].paragraph) and run.spot.column < len(used):
                used[run.spot.column] = max(used[run.spot.column], run.spot.top)
        return tuple(used)

    def closed(self) -> float:
        """Return how many lines are closed to text by obstacles above the feet of the columns."""
        return sum(shape.closed(foot) for shape, foot in zip(self.setter.columns, self.used(), strict=True))

    def is_level(self, shorter: int) -> bool:
        """Tell whether the columns are level to a line, and the last one so many lines shorter at most (B1)."""
        feet = self.used()
        *used, last = (feet[index] for index in self.free)
        if not used:
            return True
        return max(used) - min(used) <= 1 + NEAR and -NEAR <= max(used) - last <= shorter + NEAR

    def is_better(self, other: Trial, shorter: int) -> bool:
        """Tell whether the columns are level, with less cost than others or with no fault where others are uneven."""
        if not self.is_level(shorter):
            return False
        return self.regret < other.regret or (self.regret < LOOSE and not other.is_level(shorter))

    @property
    def is_clean(self) -> bool:
        """Whether all columns are level to a line, and without a fault."""
        return self.regret < LOOSE and self.is_level(1)

    def filled(self) -> Filled:
        """Return the lines at their places."""
        setter, blocks = self.setter, self.setter.blocks
        lines: list[PlacedLine] = []
        for number, run in enumerate(self.runs, self.start[0]):
            begins = number > self.start[0] or not self.start[1]
            for index, (line, place) in enumerate(zip(run.lines, setter.places(number, run), strict=True)):
                lines.append(PlacedLine(number, line, place, begins and not index, _fault(run, line)))
        last = self.start[0] + len(self.runs) - 1
        block, cell = (last, self.runs[-1].cell) if self._over else (len(blocks), 0)
        level = 0.0 if self.spared else self.level
        return Filled(tuple(lines), block, cell, self.used(), self.regret, level)


def _fault(run: Run, line: LineBreak) -> Remedy:
    """Return what a line does to its column against O2."""
    if run.alone and line.last:
        return Remedy.COLUMN_HEAD
    if run.bare and line is run.lines[-1]:
        return Remedy.HEAD_FOOT
    return Remedy.EMPTY_FOOT if run.empty and line is run.lines[0] else Remedy.NONE


def lines_over(blocks: Sequence[Block], filled: Filled, measure: float, pitch: float) -> int:
    """Return how many lines the text that found no room would take in one column of a measure."""
    endless = (ColumnShape(measure, _ENDLESS),)
    shaped = fill(blocks, endless, pitch, (filled.block, filled.cell)).used[0]
    # A tier of a vertical frame may be less than a character high.
    rest = sum(block.paragraph.rest / max(1.0, measure / block.style.size) for block in blocks[filled.block :])
    return ceil(shaped + rest - NEAR)


_ENDLESS = 1_000_000
"""Lines of a column that holds any text."""
