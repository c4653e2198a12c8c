"""Filling columns with the lines of blocks: evenly (B1), and by the rules at columns' heads and feet (O2).

Columns are levelled by trying how many lines they need together, shared out so that the first ones are a line higher
at most: the least number at which all text fits, then more, where that spares faults. Where a fault is left, or columns
that are not level, these are sought with other lines of paragraphs and with any columns a line higher (``evening``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.evening import Evening
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
    return _Trial.of(blocks, columns, pitch, start).filled()


class _Trial(Struct, frozen=True):
    """A text in columns of some heights, its lines not yet at their places."""

    setter: Setter
    runs: list[Run]
    start: tuple[int, int] = (0, 0)
    level: float = 0.0
    free: Sequence[int] = ()
    """The columns that are levelled; none where all are as high as they were given."""

    @staticmethod
    def of(
        blocks: Sequence[Block],
        columns: Sequence[ColumnShape],
        pitch: float,
        start: tuple[int, int] = (0, 0),
        level: float = 0.0,
        free: Sequence[int] = (),
    ) -> _Trial:
        """Return the text with the best lines of every paragraph."""
        setter = Setter(blocks, columns, pitch)
        return _Trial(setter, best_runs(setter, start), start, level, free)

    def mended(self, shorter: int) -> _Trial:
        """Return the text with fewer faults of O2, where giving paragraphs a line more or fewer spares some.

        Where the columns are level, they stay so, the last one so many lines shorter at most.
        """

        def accept(runs: list[Run]) -> bool:
            return replace(self, runs=runs).is_level(shorter)

        was_level = self.is_level(shorter)
        return replace(self, runs=mend(self.setter, self.runs, accept if was_level else lambda _: True))

    def mended_so_far(self) -> _Trial:
        """Return a text that the columns do not hold with fewer faults of O2 among the paragraphs that end in them."""

        def on(runs: list[Run]) -> _Trial:
            return _Trial(self.setter, [*runs, *best_runs(self.setter, (len(runs), 0), runs[-1].spot)])

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

    def is_better(self, other: _Trial, shorter: int) -> bool:
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
        return Filled(tuple(lines), block, cell, self.used(), self.regret, self.level)


def _fault(run: Run, line: LineBreak) -> Remedy:
    """Return what a line does to its column against O2."""
    if run.alone and line.last:
        return Remedy.COLUMN_HEAD
    if run.bare and line is run.lines[-1]:
        return Remedy.HEAD_FOOT
    return Remedy.EMPTY_FOOT if run.empty and line is run.lines[0] else Remedy.NONE


def draft(
    blocks: Sequence[Block],
    columns: Sequence[ColumnShape],
    pitch: float,
    given: Sequence[bool] = (),
    known: float = 0.0,
) -> Filled:
    """Fill the columns evenly and mend no fault of O2, as quickly as it goes.

    Args:
        blocks: The text.
        columns: Where it goes.
        pitch: Of the body's lines, in points.
        given: Marks columns that are filled to their height before the others are levelled.
        known: ``Filled.level`` of a text much like this one, near which the answer is looked for.
    """
    free = _free(columns, given)
    if known and free and len(columns) > 1:
        found = _Levelling(blocks, columns, pitch, free).near(known)
        used = found.used()
        if found.complete and any(used[index] for index in free):
            return found.filled()
    return level(blocks, columns, pitch, given, mends=False)


def _free(columns: Sequence[ColumnShape], given: Sequence[bool]) -> list[int]:
    return [index for index in range(len(columns)) if not given or not given[index]]


def level(
    blocks: Sequence[Block],
    columns: Sequence[ColumnShape],
    pitch: float,
    given: Sequence[bool] = (),
    *,
    mends: bool = True,
    goes_on: bool = False,
) -> Filled:
    """Fill the columns evenly; the text is overset only when the full columns do not hold it.

    Args:
        blocks: The text.
        columns: Where it goes.
        pitch: Of the body's lines, in points.
        given: Marks columns that are filled to their height before the others are levelled.
        mends: Whether faults of O2 are mended; without, the levellest columns are taken as they are.
        goes_on: Whether what the columns do not hold goes on elsewhere. Such columns are done and are mended; those
            from which text is overset wait for somebody to do something about it.
    """
    full, free = _Trial.of(blocks, columns, pitch), _free(columns, given)
    used = full.used()
    needed = any(used[index] for index in free)
    if not needed:  # the given columns alone hold it: those are levelled
        closed = set(free)
        free = [index for index in range(len(columns)) if index not in closed]
        columns = [replace(column, lines=0) if i in closed else column for i, column in enumerate(columns)]
    if not full.complete:
        return (full.mended_so_far() if goes_on and mends else full).filled()
    if len(columns) < 2 or not free:
        return full.filled()
    levelling = _Levelling(blocks, columns, pitch, free)
    found = (levelling.run(full) if mends else levelling.levellest(full)).filled()
    return found if needed else replace(found, level=0.0)


class _Levelling:
    """Tries heights for some of the columns."""

    def __init__(
        self, blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float, free: Sequence[int]
    ) -> None:
        self._blocks, self._columns, self._pitch, self._free = blocks, columns, pitch, free
        self._tried: dict[int, _Trial] = {}

    def run(self, full: _Trial) -> _Trial:
        """Return the text in columns as level as it goes; of heights alike, one without faults of O2."""
        least = self._least(full)
        found = self._mildest(least) or replace(full, free=self._free)
        if found.is_clean or len(self._blocks) == 1:  # one paragraph has little choice: mending has seen it
            return found
        return self._even(least) or found

    def _mildest(self, least: int) -> _Trial | None:
        """Return the text with the least faults of O2 in columns of so many lines or more; None where none hold it."""
        count = len(self._free)
        level = -(-least // count) * count
        best: _Trial | None = None
        for steps, shorter in ((range(least, level + 1), 1), (range(level + 1, level + count + 1), _SHORT_LAST)):
            for trial in self._promising(steps, shorter):
                if best is None or trial.is_better(best, shorter):
                    best = trial
                if not best.regret and best.is_level(shorter):
                    return best
        return best

    def _even(self, least: int) -> _Trial | None:
        """Return the text without fault in columns that are level to a line in any order; None where none is found."""
        height, runs = -(-least // len(self._free)), self._at(least).runs
        for even in Evening(self._blocks, self._columns, self._free, height, self._pitch, runs).ways():
            lines = sum(even.setter.columns[index].lines for index in self._free)
            found = _Trial(even.setter, even.runs, (0, 0), lines - self._closed(lines), self._free)
            if found.is_level(1):
                return found
        return None

    def levellest(self, full: _Trial) -> _Trial:
        """Return the text in the levellest columns that hold it, whatever faults of O2 are in it."""
        found = self._at(self._least(full))
        return found if found.complete else full

    def near(self, known: float) -> _Trial:
        """Return the text in the levellest columns that hold it, sought from a known level on."""
        guess = ceil(known + self._closed(known + self._closed(known)) - NEAR)
        return self._at(_least(lambda lines: self._at(lines).complete, guess, self._most))

    def _closed(self, lines: float) -> float:
        """Return about how many lines obstacles close in the free columns, so many lines high together."""
        return sum(self._columns[index].closed(lines // len(self._free)) for index in self._free)

    @property
    def _most(self) -> int:
        return len(self._free) * max(self._columns[index].lines for index in self._free)

    def _least(self, full: _Trial) -> int:
        """Return the least number of lines that the free columns have together when they hold the text."""
        return _least(lambda lines: self._at(lines).complete, self._guess(full), self._most)

    def _guess(self, full: _Trial) -> int:
        """Return about how many lines the free columns have to have together: right where nothing stands in them."""
        lines = ceil(sum(full.used()) - NEAR)
        return ceil(lines + self._closed(lines) - full.closed() - NEAR)

    def _promising(self, steps: Iterable[int], shorter: int) -> Iterator[_Trial]:
        """Yield texts without fault, the levellest first; then those with the fewest faults, mended."""
        tried: list[_Trial] = []
        for trial in filter(lambda trial: trial.complete, map(self._at, steps)):
            tried.append(trial)
            if not trial.regret and trial.is_level(shorter):
                yield trial
        for trial in [*tried[:1], *sorted(tried[1:], key=lambda trial: trial.regret)][:_MENDED]:
            yield trial.mended(shorter)

    def _at(self, lines: int) -> _Trial:
        """Return the text in level columns of so many lines together, the first ones a line higher if need be."""
        if lines in self._tried:
            return self._tried[lines]
        each, rest = divmod(lines, len(self._free))
        caps = {index: each + (number < rest) for number, index in enumerate(self._free)}
        columns = [
            replace(shape, lines=min(shape.lines, caps[index])) if index in caps else shape
            for index, shape in enumerate(self._columns)
        ]
        level = lines - self._closed(lines)
        found = self._tried[lines] = _Trial.of(self._blocks, columns, self._pitch, (0, 0), level, self._free)
        return found


_MENDED = 3
"""Distributions of a text whose faults are mended: the levellest, and the two others with the least of them."""

_SHORT_LAST = 2
"""Lines by which the last column may be shorter than the others, where that spares a fault of O2."""


def _least(holds: Callable[[int], bool], guess: int, most: int) -> int:
    """Return the least number of lines at which columns hold a text; they do at ``most``."""
    low, high = 0, most  # too few, enough
    at, step = min(max(guess, 1), most), 1
    while low < at < high and not (low and high < most):
        # Away from the guess in growing steps, until the answer lies between two numbers that were tried.
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
    shaped = fill(blocks, endless, pitch, (filled.block, filled.cell)).used[0]
    # A tier of a vertical frame may be less than a character high.
    rest = sum(block.paragraph.rest / max(1.0, measure / block.style.size) for block in blocks[filled.block :])
    return ceil(shaped + rest - NEAR)


_ENDLESS = 1_000_000
"""Lines of a column that holds any text."""
