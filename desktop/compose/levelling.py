"""Filling columns evenly (B1), and by the rules at columns' heads and feet (O2).

Columns are levelled by trying how many lines they need together, shared out so that the first ones are a line higher
at most: the least number at which all text fits, then more, where that spares faults. Where a fault is left, or columns
that are not level, these are sought with other lines of paragraphs and with any columns a line higher (``evening``).
What was tried before, in other heights or in a draft of a page much like this one, is taken over as far as columns are
the same: a paragraph is set anew only where something before its end has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from msgspec.structs import replace

from desktop.compose.evening import Evening
from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import Filled, Trial
from desktop.compose.material import Block
from desktop.compose.spots import NEAR


def draft(
    blocks: Sequence[Block],
    columns: Sequence[ColumnShape],
    pitch: float,
    given: Sequence[bool] = (),
    before: Trial | None = None,
) -> Trial:
    """Fill the columns evenly and mend no fault of O2, as quickly as it goes.

    Args:
        blocks: The text.
        columns: Where it goes.
        pitch: Of the body's lines, in points.
        given: Marks columns that are filled to their height before the others are levelled.
        before: A text much like this one; the answer is looked for near its level.
    """
    free = _free(columns, given)
    if before is not None and before.level and free and len(columns) > 1:
        shut, levelled = _without(columns, free) if before.spared else (columns, free)
        found = _Levelling(blocks, shut, pitch, levelled, before).near(before.level) if levelled else None
        if found is not None and found.complete:
            used = found.used()
            if before.spared or any(used[index] for index in free):
                return replace(found, spared=before.spared)
    return levelled_trial(blocks, columns, pitch, given, mends=False, before=before)


def _free(columns: Sequence[ColumnShape], given: Sequence[bool]) -> list[int]:
    return [index for index in range(len(columns)) if not given or not given[index]]


def _without(columns: Sequence[ColumnShape], free: Sequence[int]) -> tuple[list[ColumnShape], list[int]]:
    """Return columns of which some hold nothing, and the others, which are levelled instead."""
    closed = set(free)
    shut = [replace(column, lines=0) if i in closed else column for i, column in enumerate(columns)]
    return shut, [index for index in range(len(columns)) if index not in closed]


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
    return levelled_trial(blocks, columns, pitch, given, mends=mends, goes_on=goes_on).filled()


def levelled_trial(
    blocks: Sequence[Block],
    columns: Sequence[ColumnShape],
    pitch: float,
    given: Sequence[bool] = (),
    *,
    mends: bool = True,
    goes_on: bool = False,
    before: Trial | None = None,
) -> Trial:
    """Return what ``level`` answers, its lines not yet at their places."""
    full, free = Trial.of(blocks, columns, pitch, kin=(before,) if before else ()), _free(columns, given)
    used = full.used()
    needed = any(used[index] for index in free)
    if not needed:  # the given columns alone hold it: those are levelled
        columns, free = _without(columns, free)
    if not full.complete:
        return full.mended_so_far() if goes_on and mends else full
    if len(columns) < 2 or not free:
        return full
    levelling = _Levelling(blocks, columns, pitch, free, before)
    found = levelling.run(full) if mends else levelling.levellest(full)
    return replace(found, spared=not needed)


class _Levelling:
    """Tries heights for some of the columns."""

    def __init__(
        self,
        blocks: Sequence[Block],
        columns: Sequence[ColumnShape],
        pitch: float,
        free: Sequence[int],
        before: Trial | None = None,
    ) -> None:
        self._blocks, self._columns, self._pitch, self._free = blocks, columns, pitch, free
        self._before = before
        self._tried: dict[int, Trial] = {}

    def run(self, full: Trial) -> Trial:
        """Return the text in columns as level as it goes; of heights alike, one without faults of O2."""
        least = self._least(full)
        found = self._mildest(least) or replace(full, free=self._free)
        if found.is_clean or len(self._blocks) == 1:  # one paragraph has little choice: mending has seen it
            return found
        return self._even(least) or found

    def _mildest(self, least: int) -> Trial | None:
        """Return the text with the least faults of O2 in columns of so many lines or more; None where none hold it."""
        count = len(self._free)
        level = -(-least // count) * count
        best: Trial | None = None
        for steps, shorter in ((range(least, level + 1), 1), (range(level + 1, level + count + 1), _SHORT_LAST)):
            for trial in self._promising(steps, shorter):
                if best is None or trial.is_better(best, shorter):
                    best = trial
                if not best.regret and best.is_level(shorter):
                    return best
        return best

    def _even(self, least: int) -> Trial | None:
        """Return the text without fault in columns that are level to a line in any order; None where none is found."""
        height, runs = -(-least // len(self._free)), self._at(least).runs
        for even in Evening(self._blocks, self._columns, self._free, height, self._pitch, runs).ways():
            lines = sum(even.setter.columns[index].lines for index in self._free)
            found = Trial(even.setter, even.runs, (0, 0), lines - self._closed(lines), self._free)
            if found.is_level(1):
                return found
        return None

    def levellest(self, full: Trial) -> Trial:
        """Return the text in the levellest columns that hold it, whatever faults of O2 are in it."""
        found = self._at(self._least(full))
        return found if found.complete else full

    def near(self, known: float) -> Trial:
        """Return the text in the levellest columns that hold it, sought from a known level on."""
        guess = known
        for _ in range(_GUESSES):  # the higher the columns, the more of an obstacle stands in them
            guess, last = known + self._closed(guess), guess
            if guess <= last + NEAR:
                break
        return self._at(self._sought(ceil(guess - NEAR)))

    def _closed(self, lines: float) -> float:
        """Return about how many lines obstacles close in the free columns, so many lines high together."""
        return sum(self._columns[index].closed(lines // len(self._free)) for index in self._free)

    @property
    def _most(self) -> int:
        return len(self._free) * max(self._columns[index].lines for index in self._free)

    def _least(self, full: Trial) -> int:
        """Return the least number of lines that the free columns have together when they hold the text."""
        return self._sought(self._guess(full))

    def _sought(self, guess: int) -> int:
        """Return the least number of lines at which the free columns hold the text, or the most that there are."""
        return _least(lambda lines: self._at(lines).lacking(), guess, self._most)

    def _guess(self, full: Trial) -> int:
        """Return about how many lines the free columns have to have together: right where nothing stands in them."""
        lines = ceil(sum(full.used()) - NEAR)
        return ceil(lines + self._closed(lines) - full.closed() - NEAR)

    def _promising(self, steps: Iterable[int], shorter: int) -> Iterator[Trial]:
        """Yield texts without fault, the levellest first; then those with the fewest faults, mended."""
        tried: list[Trial] = []
        for trial in filter(lambda trial: trial.complete, map(self._at, steps)):
            tried.append(trial)
            if not trial.regret and trial.is_level(shorter):
                yield trial
        for trial in [*tried[:1], *sorted(tried[1:], key=lambda trial: trial.regret)][:_MENDED]:
            yield trial.mended(shorter)

    def _at(self, lines: int) -> Trial:
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
        kin = [*self._tried.values(), self._before] if self._before else self._tried.values()
        found = self._tried[lines] = Trial.of(self._blocks, columns, self._pitch, (0, 0), level, self._free, kin)
        return found


_MENDED = 3
"""Distributions of a text whose faults are mended: the levellest, and the two others with the least of them."""

_SHORT_LAST = 2
"""Lines by which the last column may be shorter than the others, where that spares a fault of O2."""


_GUESSES = 6
"""Steps from a level of text to the lines that columns must have for it, beside obstacles."""


def _least(lacking: Callable[[int], float], guess: int, most: int) -> int:
    """Return the least number of lines at which columns hold a text; they do at ``most``.

    Args:
        lacking: About how many more it needs than so many; 0 or less where these hold it, so many could be spared.
        guess: A number near the answer.
        most: The most lines that there are.
    """
    low, high = 0, most  # too few, enough
    at, step = min(max(guess, 1), most), 1
    while low + 1 < high:
        if not low < at < high:
            at = (low + high) // 2
        more = ceil(lacking(at) - NEAR)
        # Away from what was tried by what is lacking, in growing steps at least, until the answer lies in between.
        if more > 0:
            low, at = at, at + max(more, step)
        else:
            high, at = at, at - max(-more, step)
        step = 1 if low and high < most else step * 2
    return high
