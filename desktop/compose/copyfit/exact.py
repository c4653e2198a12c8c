"""Filling columns exactly: every line of every column taken, by giving paragraphs a line more or fewer (齐版).

A text's best lines reach some place; they are to reach the foot of its last column. Block by block, all spots are
kept at which the text so far may end, each with its cheapest way, as paragraphs take the numbers of lines that they
are allowed. The cost is the breaker's and the columns' own (``judge``): remedies, faults and loose lines weigh more
than all else, and an empty line is never accepted. What the text cannot reach any more is not followed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.compose.exclusions import ColumnShape
from desktop.compose.material import Block
from desktop.compose.mending import best_runs
from desktop.compose.setting import Run, Setter, line_height
from desktop.compose.spots import Spot
from desktop.model.copyfit import ParagraphLever
from desktop.text.judge import LOOSE, unpacked

_ENDLESS = 1_000_000
"""Lines of a column behind the last one, where text goes that finds no room."""

_STRAY = 4.0
"""Lines by which a way may stray from between the best setting and the goal: a subhead pushed on leaves as many."""

_MOST_STATES = 4_000
"""States followed at most. A number and not a time, so that the result is the same on every machine; a page of forty
paragraphs with a line more or fewer has about a thousand."""


class Exact(Struct, frozen=True):
    """Lines more than best for every block, and what the setting costs, packed as ``judge`` says."""

    more: tuple[int, ...]
    cost: int


class _State(Struct, frozen=True):
    """The cheapest way to a spot: its cost, the lines given last, and the state before."""

    cost: int
    more: int = 0
    before: _State | None = None


class Filling:
    """A text and the columns that it is to fill exactly.

    Args:
        blocks: The text; what copyfit gave it before is not looked at.
        columns: Where it goes, at the heights that are to be filled.
        pitch: Of the body's lines, in points.
    """

    def __init__(self, blocks: Sequence[Block], columns: Sequence[ColumnShape], pitch: float) -> None:
        self._blocks, self._columns, self._pitch = blocks, columns, pitch
        self._setter = Setter(blocks, columns, pitch)
        behind = ColumnShape(columns[-1].measure, _ENDLESS)
        self._behind = Setter(blocks, (*columns, behind), pitch)
        self._best = best_runs(self._behind)
        tops = [0]
        for column in columns:
            tops.append(tops[-1] + column.lines)
        self._tops = tops

    @property
    def over(self) -> float:
        """Lines by which the best setting ends behind the foot of the last column; less than 0 where it ends before."""
        return self._at(self._best[-1].spot) - self._tops[-1]

    def exact(self, lever: ParagraphLever | None, faults: int = 0) -> Exact | None:
        """Return the cheapest setting that ends at the foot of the last column, None where there is none.

        Args:
            lever: What paragraphs may give and take; None leaves all of them at their best.
            faults: Faults of O2 that are put up with, because the text has them as it is.
        """
        for both in (False, True):
            found = self._sought(lever, both) if lever or not both else None
            if found is not None and unpacked(found.cost).faults <= faults:
                return found
        return None

    def _sought(self, lever: ParagraphLever | None, both: bool) -> Exact | None:
        options = [self._options(number, lever, both) for number in range(len(self._blocks))]
        hoped = sum(
            line_height(block, self._pitch) * max(map(abs, each))
            for block, each in zip(self._blocks, options, strict=True)
        )
        if abs(self.over) > hoped + _STRAY:
            return None
        fewer, more = self._reach(options)
        if not -more - _STRAY <= self.over <= fewer + _STRAY:
            return None
        states: dict[Spot, _State] = {Spot(): _State(0)}
        followed = 0
        for number, option in enumerate(options):
            states = self._step(number, states, option)
            followed += len(states)
            if not states or followed > _MOST_STATES:
                return None
        return _followed(min(states.values(), key=lambda state: state.cost))

    def reach(self, lever: ParagraphLever | None) -> int:
        """Return the lines that paragraphs can give up at most."""
        options = [self._options(number, lever, both=True) for number in range(len(self._blocks))]
        return round(self._reach(options)[0])

    def _reach(self, options: Sequence[Sequence[int]]) -> tuple[float, float]:
        """Return how many lines of the body fewer and more the blocks can take at most, where they stand now."""
        fewer = more = 0.0
        for number, (option, run) in enumerate(zip(options, self._best, strict=False)):
            height = line_height(self._blocks[number], self._pitch)
            able = [lines for lines in option if self._behind.run(number, run.begin, 0, lines) is not None]
            fewer += height * -min(able, default=0)
            more += height * max(able, default=0)
        return fewer, more

    def _options(self, number: int, lever: ParagraphLever | None, both: bool) -> tuple[int, ...]:
        """Return the lines more than best that a block may take."""
        block, lines = self._blocks[number], len(self._best[number].lines)
        if lever is None or block.is_head or lines < max(2, lever.least):
            return (0,)
        fewer, more = range(-1, -lever.lines - 1, -1), range(1, lever.lines + 1)
        if both:
            return (0, *fewer, *more)
        return (0, *fewer) if self.over > 0 else (0, *more)

    def _step(self, number: int, states: dict[Spot, _State], options: Sequence[int]) -> dict[Spot, _State]:
        """Set one block behind every state."""
        reached: dict[Spot, _State] = {}
        cells, last = len(self._blocks[number].paragraph), number == len(self._blocks) - 1
        for spot, state in states.items():
            for more in options:
                run = self._setter.run(number, spot, 0, more)
                if run is None or run.cell < cells or not self._within_reach(number, run.spot):
                    continue
                if last and not self._is_full(run):
                    continue
                if run.regret >= LOOSE and unpacked(run.regret).loose:
                    continue  # lines left empty
                cost = state.cost + run.regret
                known = reached.get(run.spot)
                if known is None or cost < known.cost:
                    reached[run.spot] = _State(cost, more, state)
        return reached

    def _within_reach(self, number: int, spot: Spot) -> bool:
        """Tell whether a spot behind a block lies between the best setting and the goal, or strays from it a little."""
        off = self._at(spot) - self._at(self._best[number].spot)
        return min(0.0, -self.over) - _STRAY <= off <= max(0.0, -self.over) + _STRAY

    def _is_full(self, run: Run) -> bool:
        """Tell whether no column has room for another line behind the last block."""
        block = self._blocks[-1]
        height, spot = line_height(block, self._pitch), Spot(*run.feet[-1])
        return next(self._setter.track.stretches(spot, height, block.style.size), None) is None

    def _at(self, spot: Spot) -> float:
        """Return how far down all columns a spot is, in lines."""
        return self._tops[spot.column] + spot.top if spot.column < len(self._tops) else float("inf")


def _followed(last: _State) -> Exact:
    more: list[int] = []
    state: _State | None = last
    while state is not None and state.before is not None:
        more.append(state.more)
        state = state.before
    return Exact(tuple(reversed(more)), last.cost)
