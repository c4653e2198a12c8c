"""Breaking a paragraph into lines: the best of all sequences of breaks, not line after line.

Every legal end of a line (K1, K2, U1) that fits its measure, squeezed if need be, is an edge from the cell where the
line starts to the cell where the next one starts, and has a cost (``judge``). The best sequence is the cheapest path
from the paragraph's start to its end; of equally cheap ones, the one that breaks earlier. It is sought backwards, so
that what follows a cell is worked out once for a measure, however the lines before it are cut.

Four nets of edges are tried, each a part of the next: lines that need nothing but gaps too small to be seen; lines no
looser than the style likes; all legal lines; all ends that a remedy allows (U4, K4). A path found in a smaller net is
the best in a larger one too when it costs less than any line that only the larger one has.

The caller says every line's measure: a few of their own, then one for all further lines. So text runs round pictures
and through columns of different width, and a demanded number of lines is one more condition (O2, copyfit).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct

from desktop.text.judge import BEYOND, LOOSE, PUSHED, REMEDY, SQUEEZED, Judge, unpacked
from desktop.text.lines import TOLERANCE, LineBreak, Remedy, without_space
from desktop.text.longtokens import LongTokens
from desktop.text.paragraph import ShapedParagraph

_EDGE_BLANK = 1.5
"""Ems that the edges of a line give up at most: half at its start, half at its end, half hanging."""


class Measures(Struct, frozen=True):
    """The measures of a paragraph's lines in ems: of the first lines one by one, and of all lines after them."""

    rest: float
    first: tuple[float, ...] = ()

    def of(self, line: int) -> float:
        """Return the measure of a line, counted from 0."""
        return self.first[line] if line < len(self.first) else self.rest

    def after(self, lines: int) -> Measures:
        """Return the measures without those of so many lines."""
        return Measures(self.rest, self.first[lines:])


class Broken(Struct, frozen=True):
    """A paragraph's lines and what they cost together, packed as ``judge`` says."""

    lines: tuple[LineBreak, ...]
    cost: int


class _Net(IntEnum):
    """Which lines are tried."""

    EASY = 0
    """Nothing is squeezed, and no gap is wide enough to be seen."""
    CLOSE = 1
    """No gap is wider than the style likes."""
    LEGAL = 2
    REMEDIES = 3


_Edges = Sequence[tuple[int, int]]
"""Where the next line may start, ascending, with the cost of the line that ends there."""

_ACCEPTABLE = LOOSE
"""A path that costs less has no remedy, no fault and no loose line."""

_NO_WAY = BEYOND
"""More than any path costs: from this cell the net has none."""

_BEST_BELOW = MappingProxyType(
    {_Net.EASY: SQUEEZED, _Net.CLOSE: _ACCEPTABLE, _Net.LEGAL: REMEDY, _Net.REMEDIES: _NO_WAY}
)
"""A path of a net that costs less is the best of all: no larger net has lines that cost as little."""


class Breaker:
    """Breaks one paragraph in any measures; what was found in a measure is kept."""

    def __init__(self, paragraph: ShapedParagraph) -> None:
        cells = paragraph.cells
        self.paragraph = paragraph
        self._count = len(cells) - bool(paragraph.rest)
        rules = paragraph.tables.lines
        self._judge = Judge(paragraph, rules)
        self._ends = [index + 1 for index in range(self._count) if cells.breaks[index]]
        vanishing = (width if space else 0.0 for width, space in zip(cells.advance, cells.space, strict=True))
        giving = zip(paragraph.widths, self._judge.given, accumulate(vanishing, initial=0.0), strict=True)
        self._least = [width - given - vanished for width, given, vanished in giving]
        self._most = [width + rules.loosest * index for index, width in enumerate(paragraph.widths)]
        self._easy = [width + rules.tight * index for index, width in enumerate(paragraph.widths)]
        self._edges: dict[tuple[_Net, float], dict[int, _Edges]] = {}
        self._tails: dict[tuple[_Net, float], _Tail] = {}
        self._long = LongTokens(paragraph)

    def lines(self, measures: Measures, start: int = 0, count: int | None = None) -> Broken | None:
        """Return the best lines from a cell on; with a ``count``, the best of so many lines, None if there are none.

        A demanded number of lines is only given where it costs no remedy, fault or loose line more than the best. What
        was not shaped is a line of its own, behind all others, that no column holds.
        """
        if not self.paragraph.rest:
            return self._lines_of(measures, start, count)
        if count is not None:
            return None
        rest = LineBreak(self._count, self._count + 1, self._count + 1, last=True, remedy=Remedy.OVERFULL)
        found = self._lines_of(measures, start, None) if start < self._count else None
        return Broken((*found.lines, rest), found.cost) if found else Broken((rest,), REMEDY)

    def _lines_of(self, measures: Measures, start: int, count: int | None) -> Broken | None:
        cells = self.paragraph.cells
        while start < self._count and cells.space[start]:
            start += 1
        if start >= self._count:
            return Broken((LineBreak(start, self._count, self._count, last=True),), 0) if count in {None, 1} else None
        best = self._best(measures, start)
        if count is None or len(best.lines) == count:
            return best
        net = _Net.CLOSE if best.cost < _ACCEPTABLE else _Net.LEGAL
        counted = self._path(net, measures, start, count)
        return counted if counted and counted.cost // LOOSE <= best.cost // LOOSE else None

    def _best(self, measures: Measures, start: int) -> Broken:
        for net in _Net:
            found = self._path(net, measures, start)
            if found is not None and found.cost < _BEST_BELOW[net]:
                return found
        raise AssertionError  # a remedy ends a line behind any cell

    def _path(self, net: _Net, measures: Measures, start: int, count: int | None = None) -> Broken | None:
        """Return the cheapest path in a net of lines."""
        layers = self._layers(net, measures, start, count)
        if count is not None and len(layers) < count:
            return None
        ahead: Mapping[int, int] = {}
        if count is None and len(layers) > len(measures.first):
            ahead = self._tail(net, measures.rest, layers.pop())
        choices: list[dict[int, int]] = []
        for line in reversed(range(len(layers))):
            ends_here = count is None or line == count - 1
            ahead, choice = self._step(net, measures.of(line), layers[line], ahead, ends_here)
            choices.append(choice)
        if ahead.get(start, _NO_WAY) >= _NO_WAY:
            return None
        return Broken(tuple(self._follow(net, measures, start, choices[::-1])), ahead[start])

    def _layers(self, net: _Net, measures: Measures, start: int, count: int | None) -> list[set[int]]:
        """Return the cells at which the first, second … line may start, as far as measures or the count tell."""
        layers = [{start}]
        for line in range(len(measures.first) if count is None else count - 1):
            measure = measures.of(line)
            edges = self._edges_in(net, measure)
            ahead = {end for at in layers[-1] for end, _ in self._at(edges, net, measure, at)}
            ahead.discard(self._count)
            if count is not None:
                ahead = self._within_reach(net, ahead, measures, line + 1, count)
            if not ahead:
                break
            layers.append(ahead)
        return layers

    def _within_reach(self, net: _Net, cells: set[int], measures: Measures, line: int, count: int) -> set[int]:
        """Return the cells from which the rest may fill the lines up to the count, neither more nor fewer."""
        room = [measures.of(number) for number in range(line, count)]
        edges = _EDGE_BLANK * len(room)
        least, most, end = self._least, self._most, self._count
        near = {at for at in cells if least[end] - least[at] <= sum(room) + edges}
        if net is not _Net.CLOSE:
            return near
        return {at for at in near if most[end] - most[at] >= sum(room[:-1]) - edges}

    def _step(
        self, net: _Net, measure: float, cells: Iterable[int], ahead: Mapping[int, int], ends_here: bool
    ) -> tuple[dict[int, int], dict[int, int]]:
        """Return the least costs from some cells on, and where the line ends that leads there."""
        here: dict[int, int] = {}
        choice: dict[int, int] = {}
        edges, count = self._edges_in(net, measure), self._count
        final = 0 if ends_here else _NO_WAY
        for at in cells:
            low = _NO_WAY
            for end, cost in self._at(edges, net, measure, at):
                total = cost + (ahead.get(end, _NO_WAY) if end < count else final)
                if total < low:
                    low, choice[at] = total, end
            here[at] = low
        return here, choice

    def _tail(self, net: _Net, measure: float, starts: Iterable[int]) -> Mapping[int, int]:
        """Return the least costs from cells on where all further lines have one measure."""
        tail = self._tails.setdefault((net, measure), _Tail({}, {}))
        edges, count, costs, choice = self._edges_in(net, measure), self._count, tail.costs, tail.choice
        fresh: set[int] = set()
        todo = list(starts)
        while todo:
            at = todo.pop()
            if at not in fresh and at not in costs and at < count:
                fresh.add(at)
                todo.extend(end for end, _ in self._at(edges, net, measure, at))
        for at in sorted(fresh, reverse=True):
            low = _NO_WAY
            for end, cost in edges[at]:
                total = cost + costs[end] if end < count else cost
                if total < low:
                    low, choice[at] = total, end
            costs[at] = low
        return costs

    def _follow(
        self, net: _Net, measures: Measures, start: int, choices: Sequence[Mapping[int, int]]
    ) -> Iterable[LineBreak]:
        """Yield the lines of the path that was found."""
        at, line = start, 0
        while at < self._count:
            measure = measures.of(line)
            ends = choices[line] if line < len(choices) else self._tails[net, measure].choice
            yield self._line(at, ends[at], measure)
            at, line = ends[at], line + 1

    def _line(self, start: int, end: int, measure: float) -> LineBreak:
        stop = without_space(self.paragraph.cells, start, end)
        last = end == self._count
        hyphen = not last and self._long.hyphen(end, measure) > 0
        return LineBreak(start, end, stop, last, self._remedy(start, end, stop, measure), hyphen)

    def _remedy(self, start: int, end: int, stop: int, measure: float) -> Remedy:
        """Return the gravest thing done to a line against a rule."""
        last = end == self._count
        cost = self._judge.line(start, stop, measure, last, self._long.hyphen(end, measure))
        if cost is None:
            return Remedy.OVERFULL
        if not self._is_legal(end, measure):
            return Remedy.TOKEN_BROKEN if self._inside_token(end) >= 0 else Remedy.MARK_RUN
        opening = None if self.paragraph.cells.breaks[end - 1] else self._long.opening(end, measure)
        if opening is not None and not opening.by_rule:
            return Remedy.TOKEN_BROKEN
        parts = unpacked(cost)
        return Remedy.SHORT_LAST if parts.faults else Remedy.LOOSE if parts.loose else Remedy.NONE

    def _is_legal(self, end: int, measure: float) -> bool:
        return self.paragraph.cells.breaks[end - 1] or self._long.opens(end, measure)

    def _inside_token(self, end: int) -> int:
        """Return the number of the token that a line's end divides, -1 if it divides none."""
        token = self.paragraph.cells.token
        return token[end] if end < self._count and token[end - 1] == token[end] else -1

    # The net of lines

    def _edges_in(self, net: _Net, measure: float) -> dict[int, _Edges]:
        return self._edges.setdefault((net, measure), {})

    def _at(self, edges: dict[int, _Edges], net: _Net, measure: float, start: int) -> _Edges:
        found = edges.get(start)
        if found is None:
            found = edges[start] = self._lines_from(net, start, measure)
        return found

    def _lines_from(self, net: _Net, start: int, measure: float) -> _Edges:
        """Return the lines that start at a cell."""
        beyond = min(self._count, bisect_right(self._least, self._least[start] + measure + _EDGE_BLANK))
        if net is _Net.REMEDIES:
            return self._with_remedies(start, measure, beyond)
        if net is _Net.EASY:
            return self._easy_lines(start, measure)
        first = start + 1
        if net is _Net.CLOSE:
            first = max(first, bisect_left(self._most, self._most[start] + measure - TOLERANCE))
        low, high = bisect_left(self._ends, min(first, self._count)), bisect_right(self._ends, beyond)
        ends = self._ends[low:high]
        opened = self._long.ends(measure, first, beyond)
        return self._judged(start, sorted({*ends, *opened}) if opened else ends, measure, net)

    def _easy_lines(self, start: int, measure: float) -> _Edges:
        """Return the lines that cost only small gaps; where the natural end is legal, others are not looked at."""
        natural = self._natural_end(start, measure)
        if self._long.any_wider(measure) or not self.paragraph.cells.breaks[natural - 1]:
            close = self._at(self._edges_in(_Net.CLOSE, measure), _Net.CLOSE, measure, start)
            return [edge for edge in close if edge[1] < SQUEEZED]
        first = max(start + 1, bisect_left(self._easy, self._easy[start] + measure - TOLERANCE))
        low, high = bisect_left(self._ends, min(first, self._count)), bisect_right(self._ends, natural)
        edges = self._judged(start, self._ends[low:high], measure, _Net.EASY)
        return [edge for edge in edges if edge[1] < SQUEEZED]

    def _judged(self, start: int, ends: Iterable[int], measure: float, net: _Net) -> _Edges:
        hyphens = self._long.hyphen if self._long.any_wider(measure) else None
        edges = self._judge.lines(start, ends, measure, hyphens)
        if net is not _Net.LEGAL:
            edges = [edge for edge in edges if not edge[1] & LOOSE]
        squeezed = net is not _Net.EASY and edges and edges[-1][1] >= SQUEEZED
        return self._push_outs(start, edges, measure) if squeezed else edges

    def _push_outs(self, start: int, edges: _Edges, measure: float) -> _Edges:
        """K3: where a line may not end at its natural end but a mark can be pushed in, a push-out costs."""
        natural = self._natural_end(start, measure)
        if natural == self._count or self._is_legal(natural, measure) or edges[-1][0] <= natural:
            return edges
        return [(end, cost + PUSHED if end < natural else cost) for end, cost in edges]

    def _natural_end(self, start: int, measure: float) -> int:
        """Return the furthest end whose natural width fits, legal or not; at least one cell."""
        widths, cells = self.paragraph.widths, self.paragraph.cells
        end = min(self._count, bisect_right(widths, widths[start] + measure + _EDGE_BLANK))
        while end < self._count and cells.space[end]:
            end += 1
        while end > start + 1:
            if self._judge.width(start, without_space(cells, start, end)) <= measure + TOLERANCE:
                break
            end -= 1
        return max(end, start + 1)

    def _with_remedies(self, start: int, measure: float, beyond: int) -> _Edges:
        """Return all lines that fit, those that break a rule at its cost; one cell is a line in any measure."""
        cells, long = self.paragraph.cells, self._long
        edges: list[tuple[int, int]] = []
        if long.endless(start, start + 1) and long.endless(start, full := self._natural_end(start, measure)):
            return [(full, REMEDY + (self._judge.line(start, full, measure, last=False) or 0))]
        beyond = max(beyond, start + 1)
        while beyond < self._count and cells.space[beyond]:  # behind the white space that vanishes there
            beyond += 1
        for end in range(start + 1, beyond + 1):
            legal = self._is_legal(end, measure)
            whole = not legal and self._inside_token(end) >= 0 and not long.divides(end, measure)
            if whole or (end < self._count and cells.space[end]):
                continue
            stop = without_space(cells, start, end)
            cost = self._judge.line(start, stop, measure, end == self._count, long.hyphen(end, measure))
            if cost is None and stop == start + 1:
                edges.append((end, REMEDY))
            elif cost is not None:
                edges.append((end, cost if legal else cost + REMEDY))
        return edges


class _Tail(Struct):
    """The least cost from each cell on in one measure, and where the line ends that leads there."""

    costs: dict[int, int]
    choice: dict[int, int]
