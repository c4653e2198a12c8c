"""Columns made even: level to a line (B1) without a fault of O2, where mending alone does not come out so.

Paragraphs take a line more or fewer, and any column, not only the last ones, may end a line before the others. The
search follows the cheapest way so far, from block to block and from spot to spot; whether a column ends a line early is
decided where text first enters it, so that what stands in it is judged by its own foot. Ways that leave too much or too
little text for the columns ahead are not followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate, count, takewhile
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape
from desktop.compose.material import Block
from desktop.compose.setting import Run, Setter, line_height
from desktop.compose.spots import NEAR, Spot
from desktop.text.judge import LOOSE, WIDE

_PATIENCE = 400
"""Steps of one search. A number of steps and not a time, so that the result is the same on every machine."""

_RISE = WIDE
"""What a column costs that ends lower than the one before it: it is seen like a line with wide gaps."""


class Even(Struct, frozen=True):
    """Columns, each at its height, and the runs of all blocks in them."""

    setter: Setter
    runs: list[Run]


class _Way(Struct, frozen=True):
    """The blocks set so far: the last one's run, whether the columns that it enters are short, and the way before."""

    short: bool
    run: Run
    before: _Way | None = None


class _Step(Struct, frozen=True):
    """A block about to be set behind a way, with its best lines or with another number of them."""

    number: int
    way: _Way
    best: bool = True

    @property
    def spot(self) -> Spot:
        """Where the block is set."""
        return self.way.run.spot

    @property
    def short(self) -> bool:
        """Whether the column there is a line less high."""
        return self.way.short


class Evening:
    """Seeks cheap ways to set all blocks into even columns.

    Args:
        blocks: The text.
        columns: Where it goes.
        free: The columns that are to be even; the others keep their height.
        height: Of the free columns in lines; short ones are a line less.
        pitch: Of the body's lines, in points.
        runs: The blocks with their best lines in these columns at some height.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        columns: Sequence[ColumnShape],
        free: Sequence[int],
        height: int,
        pitch: float,
        runs: Sequence[Run],
    ) -> None:
        self._blocks, self._pitch = blocks, pitch
        self._free, self._last, self._least = frozenset(free), free[-1], height - 1 - NEAR
        self._heights = {
            short: [
                replace(shape, lines=min(shape.lines, height - short)) if index in self._free else shape
                for index, shape in enumerate(columns)
            ]
            for short in (False, True)
        }
        self._given = _given(runs, free[0])
        self._may_rise = any(block.is_head for block in blocks)
        self._setters: dict[tuple[int, bool, bool], Setter] = {}
        self._bounds = _Bounds(self._setter(0, False, False), runs, self._free, pitch)
        self._order = count()
        self._heap: list[tuple[int, int, int, int, _Step]] = []

    def ways(self) -> Iterator[Even]:
        """Yield ways without fault and loose line: the fewest wide ones first, as far as patience goes."""
        known: set[tuple[int, Spot, bool, bool]] = set()
        entered = self._given[-1] if self._given else Run((), Spot(), 0, Spot())
        for short in (False, True):
            self._push(0, _Step(len(self._given), _Way(short, entered)))
        for _ in range(_PATIENCE):
            if not self._heap:
                return
            _, _, regret, _, step = heappop(self._heap)
            if step.number == len(self._blocks):
                yield self._even(step.way)
                continue
            key = (step.number, step.spot, step.short, step.best)
            if key not in known:
                known.add(key)
                self._go_on(regret, step)

    def _go_on(self, regret: int, step: _Step) -> None:
        for more in (0,) if step.best else (1, -1):
            for run, short in self._runs(step, more):
                total = regret + run.regret - (not step.best) + _RISE * (step.short and not short)
                if total < LOOSE and self._is_even(step, run, short):
                    self._push(total, _Step(step.number + 1, _Way(short, run, step.way)))
        if step.best and not self._blocks[step.number].is_head:
            # Another number of lines costs one at least: it is asked for only when that may be cheapest.
            self._push(regret + 1, replace(step, best=False))

    def _push(self, regret: int, step: _Step) -> None:
        if self._bounds.allow(step.number, step.spot):
            # Of ways with as many wide lines the one that has come furthest goes on: one is soon at the end.
            heappush(self._heap, (regret // WIDE, -step.number, regret, next(self._order), step))

    def _runs(self, step: _Step, more: int) -> Iterator[tuple[Run, bool]]:
        """Yield the block set with the columns that it enters as high as those before, and otherwise.

        In a text without heads columns do not rise again: nothing in it would let the reader expect that.
        """
        for short in (step.short, not step.short):
            if step.short and not short and not self._may_rise:
                return
            run = self._setter(step.spot.column, step.short, short).run(step.number, step.spot, 0, more)
            if run is None or run.cell < len(self._blocks[step.number].paragraph):
                continue
            yield run, short
            if run.spot.column == step.spot.column:
                return

    def _is_even(self, step: _Step, run: Run, short: bool) -> bool:
        """Tell whether all columns that the block leaves behind, and the last one behind the text, are filled."""
        feet = {step.spot.column: step.spot.top, **dict(run.feet)}
        ends = step.number == len(self._blocks) - 1
        rises = step.short and not short and run.spot.column == self._last  # only the last column may be shorter
        if rises or (ends and run.spot.column != self._last):
            return False
        left = range(step.spot.column, run.spot.column + ends)
        return all(feet.get(column, 0.0) >= self._least for column in left if column in self._free)

    def _setter(self, column: int, short: bool, then: bool) -> Setter:
        """Return what sets blocks into columns that are short up to one, or not, and behind it, or not."""
        key = (column if short is not then else 0, short, then)
        if key not in self._setters:
            columns = [*self._heights[short][: column + 1], *self._heights[then][column + 1 :]]
            self._setters[key] = Setter(self._blocks, columns, self._pitch)
        return self._setters[key]

    def _even(self, way: _Way) -> Even:
        """Return the columns as the way made them."""
        runs: list[Run] = []
        columns = list(self._heights[way.short])
        while way.before is not None:
            runs.append(way.run)
            behind = way.before.run.spot.column + 1
            columns[behind : way.run.spot.column + 1] = self._heights[way.short][behind : way.run.spot.column + 1]
            way = way.before
        columns[: way.run.spot.column + 1] = self._heights[way.short][: way.run.spot.column + 1]
        return Even(Setter(self._blocks, columns, self._pitch), [*self._given, *runs[::-1]])


def _given(runs: Sequence[Run], first: int) -> list[Run]:
    """Return the runs that end before the first free column: they stay as they are, where no fault is among them."""
    given = list(takewhile(lambda run: run.spot.column < first, runs))
    return given if sum(run.regret for run in given) < LOOSE else []


class _Bounds:
    """How much text the columns take from each of them on, and how much there is from each block on, in lines.

    Args:
        setter: Of the blocks, in columns at their full height.
        runs: The blocks with their best lines; where the measures of columns differ, these tell nothing.
        free: The columns that may be a line less high.
        pitch: Of the body's lines, in points.
    """

    def __init__(self, setter: Setter, runs: Sequence[Run], free: frozenset[int], pitch: float) -> None:
        self._known = not setter.track.alike_from
        blocks, columns = setter.blocks, setter.columns
        spared = max((1, *(block.style.before for block in blocks)))  # space at the feet of columns
        self._most = _from_each_on(shape.lines for shape in columns)
        self._least = _from_each_on(
            shape.lines - 1 if index in free else max(0, shape.lines - spared) for index, shape in enumerate(columns)
        )
        lines = [len(run.lines) for run in runs]
        heights = [line_height(block, pitch) for block in blocks]
        other = [not block.is_head for block in blocks]
        spaces = [block.style.before + block.style.after for block in blocks]
        both = list(zip(lines, other, heights, spaces, strict=True))
        self._short = _from_each_on((count - less) * high for count, less, high, _ in both)
        self._long = _from_each_on(ceil((count + more) * high - NEAR) + space for count, more, high, space in both)

    def allow(self, number: int, spot: Spot) -> bool:
        """Tell whether the blocks from one on may fill the columns from a spot on, and no more than these."""
        if not self._known or spot.column >= len(self._most) - 1:
            return True
        fills = self._least[spot.column] - spot.top <= self._long[number] + NEAR
        return fills and self._short[number] <= self._most[spot.column] - spot.top + NEAR


def _from_each_on(amounts: Iterable[float]) -> list[float]:
    """Return the sums of amounts from each of them on to the last; behind that nothing."""
    return list(accumulate(reversed(list(amounts)), initial=0.0))[::-1]
