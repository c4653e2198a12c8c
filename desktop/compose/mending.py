"""O2, solved by the breaker and the columns together.

A text is first set with the best lines of every paragraph. Where that leaves the last line of a paragraph at a
column's head, or lines empty under a column because a subhead needs text below it, the cheapest way is sought of giving
paragraphs shortly before it a line more or fewer. Every paragraph tells what that costs it; the search follows the
cheapest way so far, from block to block and from spot to spot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count

from msgspec import Struct

from desktop.compose.setting import Run, Setter
from desktop.compose.spots import Spot
from desktop.text.judge import FAULT

_PATIENCE = 400
"""Steps of one search: some ten paragraphs with a line more, as it was, or a line fewer. A number of steps and not a
time, so that the result is the same on every machine."""

_BACK = (1, 3)
"""Columns before a fault whose paragraphs are tried: the one before it, then the three before it."""


def best_runs(setter: Setter, start: tuple[int, int] = (0, 0), spot: Spot | None = None) -> list[Run]:
    """Return the runs of blocks with every paragraph's best lines, from a block and cell on, as far as columns go."""
    spot, runs = spot or Spot(), []
    for number in range(start[0], len(setter.blocks)):
        run = setter.run(number, spot, start[1] if number == start[0] else 0)
        assert run is not None, "a block's own number of lines is always to be had"
        runs.append(run)
        if run.cell < len(setter.blocks[number].paragraph):
            break
        spot = run.spot
    return runs


def mend(setter: Setter, runs: list[Run], accept: Callable[[list[Run]], bool]) -> list[Run]:
    """Return the runs of blocks with the fewest faults, where there is a better way; else as they are.

    Args:
        setter: Sets the blocks.
        runs: Of all blocks, or of the first ones, with their best lines; nothing is mended where the last does not end.
        accept: Tells whether runs of as many blocks will do, for instance whether they leave the columns level.
    """
    if not _is_whole(setter, runs):
        return runs
    fault = next((number for number, run in enumerate(runs) if run.regret), None)
    while fault is not None:
        better = _mended_from(setter, runs, fault, accept)
        if better is not None:
            runs = better
        fault = next((number for number, run in enumerate(runs) if number > fault and run.regret >= FAULT), None)
    return runs


def _is_whole(setter: Setter, runs: list[Run]) -> bool:
    return bool(runs) and runs[-1].cell == len(setter.blocks[len(runs) - 1].paragraph)


def _mended_from(setter: Setter, runs: list[Run], fault: int, accept: Callable[[list[Run]], bool]) -> list[Run] | None:
    """Return the runs with the block at fault, those shortly before it and all behind it set otherwise."""
    for back in _BACK:
        column = runs[fault].spot.column - back
        first = next(number for number, run in enumerate(runs) if run.spot.column >= column)
        price = sum(run.regret for run in runs[first:])
        spot = runs[first - 1].spot if first else Spot()
        for found in _Search(setter, first, spot, len(runs)).cheapest(price):
            better = [*runs[:first], *found]
            if accept(better):
                return better
    return None


class _Way(Struct, frozen=True):
    """The blocks set so far: the last one's run and the way before it."""

    before: _Way | None
    run: Run


class _Step(Struct, frozen=True):
    """A block about to be set at a spot, with its best lines or with another number of them."""

    number: int
    spot: Spot
    way: _Way | None
    best: bool


class _Search:
    """Seeks the cheapest way through blocks from one to an end; of each, its best lines, or a line more or fewer."""

    def __init__(self, setter: Setter, first: int, spot: Spot, end: int) -> None:
        self._setter, self._end = setter, end
        self._order = count()
        self._heap: list[tuple[int, int, _Step]] = []
        self._push(0, _Step(first, spot, None, best=True))

    def cheapest(self, price: int) -> Iterator[list[Run]]:
        """Yield ways to set the blocks that cost less than a price, the cheapest first, as far as patience goes."""
        known: set[tuple[int, Spot, bool]] = set()
        for _ in range(_PATIENCE):
            if not self._heap:
                return
            regret, _, step = heappop(self._heap)
            if step.number == self._end:
                yield list(_runs(step.way))
                continue
            if (step.number, step.spot, step.best) in known:
                continue
            known.add((step.number, step.spot, step.best))
            self._go_on(regret, step, price)

    def _go_on(self, regret: int, step: _Step, price: int) -> None:
        for more in (0,) if step.best else (1, -1):
            run = self._setter.run(step.number, step.spot, 0, more)
            if run is None or run.cell < len(self._setter.blocks[step.number].paragraph):
                continue
            total = regret + run.regret - (not step.best)
            if total < price:
                self._push(total, _Step(step.number + 1, run.spot, _Way(step.way, run), best=True))
        if step.best and not self._setter.blocks[step.number].is_head:
            # Another number of lines costs one at least: it is asked for only when that may be cheapest.
            self._push(regret + 1, _Step(step.number, step.spot, step.way, best=False))

    def _push(self, regret: int, step: _Step) -> None:
        heappush(self._heap, (regret, next(self._order), step))


def _runs(way: _Way | None) -> Iterator[Run]:
    runs = []
    while way is not None:
        runs.append(way.run)
        way = way.before
    yield from reversed(runs)
