"""Filling columns with the lines of blocks: evenly (B1), and by the rules at columns' heads and feet (O2).

Columns are levelled by trying heights: the least height at which all text fits, then as many of the later columns as
possible one line shorter, so that the longest and the shortest differ by a line at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape
from desktop.compose.material import Block
from desktop.compose.mending import best_runs, mend
from desktop.compose.setting import Run, Setter
from desktop.compose.spots import NEAR, Place
from desktop.text import LineBreak


class PlacedLine(Struct, frozen=True):
    """A line at its place; ``first`` of its paragraph, and whether it starts a column against O2."""

    block: int
    line: LineBreak
    place: Place
    first: bool
    starts_column: bool = False


class Filled(Struct, frozen=True):
    """Lines in columns; ``block`` and ``cell`` say where the text that found no room begins (block count: none).

    ``used`` is the height in lines that each column's text takes; ``regret`` what O2 cost, packed as ``judge`` says.
    """

    lines: tuple[PlacedLine, ...]
    block: int
    cell: int
    used: tuple[float, ...]
    regret: int = 0

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
    return _Trial.of(blocks, columns, pitch, start).filled()


class _Trial(Struct, frozen=True):
    """A text in columns of some heights, its lines not yet at their places."""

    setter: Setter
    runs: list[Run]
    start: tuple[int, int]

    @staticmethod
    def of(
        blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float, start: tuple[int, int] = (0, 0)
    ) -> _Trial:
        """Return the text with the best lines of every paragraph."""
        setter = Setter(blocks, columns, pitch)
        return _Trial(setter, best_runs(setter, start), start)

    def mended(self) -> _Trial:
        """Return the text with fewer faults of O2, where giving paragraphs a line more or fewer spares some."""
        return _Trial(self.setter, mend(self.setter, self.runs), self.start)

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

    def is_level(self, shorter: int) -> bool:
        """Tell whether the columns are level to a line, and the last one so many lines shorter at most (B1)."""
        *used, last = self.used()
        return max(used) - min(used) <= 1 + NEAR and -NEAR <= max(used) - last <= shorter + NEAR

    def filled(self) -> Filled:
        """Return the lines at their places."""
        setter, blocks = self.setter, self.setter.blocks
        lines: list[PlacedLine] = []
        for number, run in enumerate(self.runs, self.start[0]):
            begins = number > self.start[0] or not self.start[1]
            for index, (line, place) in enumerate(zip(run.lines, setter.places(number, run), strict=True)):
                lines.append(PlacedLine(number, line, place, begins and not index, run.alone and line.last))
        last = self.start[0] + len(self.runs) - 1
        block, cell = (last, self.runs[-1].cell) if self._over else (len(blocks), 0)
        return Filled(tuple(lines), block, cell, self.used(), self.regret)


def level(blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float, given: Sequence[bool] = ()) -> Filled:
    """Fill the columns evenly; the text is overset only when the full columns do not hold it.

    Columns marked in ``given`` are filled to their height before the others are levelled.
    """
    full = _Trial.of(blocks, columns, pitch)
    free = [index for index in range(len(columns)) if not given or not given[index]]
    used = full.used()
    if not any(used[index] for index in free):  # the given columns alone hold it: those are levelled
        closed = set(free)
        free = [index for index in range(len(columns)) if index not in closed]
        columns = [replace(column, lines=0) if i in closed else column for i, column in enumerate(columns)]
    if not full.complete or len(columns) < 2 or not free:
        return full.filled()
    return _Levelling(blocks, columns, pitch, free).run(full).filled()


class _Levelling:
    """Tries heights for some of the columns."""

    def __init__(
        self, blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float, free: Sequence[int]
    ) -> None:
        self._blocks, self._columns, self._pitch, self._free = blocks, columns, pitch, free

    def run(self, full: _Trial) -> _Trial:
        """Return the text in columns as level as it goes; of heights alike, one without faults of O2."""
        free = self._free
        alike = len(free) == len(self._columns) and len({shape.measure for shape in self._columns}) == 1
        alike = alike and all(shape.obstacles is None for shape in self._columns)
        total = ceil(sum(full.used()) - NEAR)
        most = max(self._columns[index].lines for index in free)
        # Where all columns are alike, no height below the average can hold the text; elsewhere it is a good guess.
        average = -(-total // len(free))
        height = _least_height(self._holds, average, average if alike else 1, most)
        fewest = max(1, total - (height - 1) * len(free)) if alike else 1
        best: _Trial | None = None
        for heights, shorter in ((self._steps(height, fewest), 1), (self._steps(height + 1, 1), _SHORT_LAST)):
            tried = [trial for trial in map(self._at, heights) if trial.complete]
            for trial in self._promising(tried, shorter):
                if best is None or (trial.regret < best.regret and trial.is_level(shorter)):
                    best = trial
                if not best.regret:
                    return best
        return best or full

    def _holds(self, height: int) -> bool:
        return self._at([height] * len(self._free)).complete

    def _promising(self, tried: Sequence[_Trial], shorter: int) -> Iterator[_Trial]:
        """Yield texts without fault, the levellest first; then those with the fewest faults, mended."""
        yield from (trial for trial in tried if not trial.regret and trial.is_level(shorter))
        for trial in [*tried[:1], *sorted(tried[1:], key=lambda trial: trial.regret)][:_MENDED]:
            better = trial.mended()
            whole = better.complete and (better.is_level(shorter) or not trial.is_level(shorter))
            yield better if whole else trial

    def _steps(self, height: int, fewest: int) -> Iterator[list[int]]:
        """Yield heights to try: as many of the later columns as possible a line lower, then fewer of them."""
        count = len(self._free)
        for tall in range(fewest, count + 1):
            yield [height] * tall + [height - 1] * (count - tall)

    def _at(self, heights: Sequence[int]) -> _Trial:
        return _Trial.of(self._blocks, self._capped(heights), self._pitch)

    def _capped(self, heights: Sequence[int]) -> list[ColumnShape]:
        caps = dict(zip(self._free, heights, strict=True))
        return [
            replace(shape, lines=min(shape.lines, caps[index])) if index in caps else shape
            for index, shape in enumerate(self._columns)
        ]


_MENDED = 3
"""Distributions of a text whose faults are mended: the levellest, and the two others with the least of them."""

_SHORT_LAST = 2
"""Lines by which the last column may be shorter than the others, where that spares a fault of O2."""


def _least_height(holds: Callable[[int], bool], guess: int, least: int, most: int) -> int:
    """Return the least height in lines, ``least`` at least, at which the columns hold the text; they do at ``most``."""
    low, high = least - 1, most  # too low, high enough
    at, step = min(max(guess, least), most), 1
    while low < at < high and not (low >= least and high < most):
        # Away from the guess in growing steps, until the answer lies between two heights that were tried.
        if holds(at):
            high, at = at, at - step
        else:
            low, at = at, at + step
        step *= 2
    while low + 1 < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


def lines_over(blocks: Sequence[Block], filled: Filled, measure: float, pitch: float) -> int:
    """Return how many lines the text that found no room would take in one column of a measure."""
    endless = (ColumnShape(measure, _ENDLESS),)
    return ceil(fill(blocks, endless, pitch, (filled.block, filled.cell)).used[0] - NEAR)


_ENDLESS = 1_000_000
"""Lines of a column that holds any text."""
