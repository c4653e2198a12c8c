"""What should stand: an element's set characters without white space, each with the source range it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from desktop.model.settext import SetText
from desktop.model.story import ChangeKind, Element, SourceRange, Story

SetTexts = Mapping[str, SetText] | Callable[[str], SetText]
"""The set characters by element id, or what finds them (KeyError for an unknown one)."""

_SPACE = re.compile(r"\s")
_SPACES = re.compile(r"\s+")


class Expected(Struct, frozen=True):
    """Characters that should stand, in order, each with the source range it stands for."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def expected_of(element: str, texts: SetTexts, overset: Sequence[SourceRange] = ()) -> Expected:
    """Return what should stand of an element: its set characters but white space and what is overset."""
    found = texts(element) if callable(texts) else texts[element]
    pieces = list(_outside(found.starts, overset))
    if pieces == [(0, len(found.text))] and not _SPACE.search(found.text):
        return Expected(found.text, found.starts, found.ends)
    kept = [
        (char, start, end)
        for low, high in pieces
        for char, start, end in zip(found.text[low:high], found.starts[low:high], found.ends[low:high], strict=True)
        if not char.isspace()
    ]
    return Expected(
        "".join(char for char, _, _ in kept),
        tuple(start for _, start, _ in kept),
        tuple(end for _, _, end in kept),
    )


def _outside(starts: Sequence[int], ranges: Sequence[SourceRange]) -> Iterator[tuple[int, int]]:
    """Yield from where to where the offsets lie in none of some ranges."""
    if isinstance(starts, range) or sorted(starts) == list(starts):
        low = 0
        for part in sorted(ranges):
            high = bisect_left(starts, part.start)
            if low < high:
                yield low, high
            low = max(low, bisect_left(starts, part.end))
        if low < len(starts):
            yield low, len(starts)
        return
    for index, start in enumerate(starts):
        if not any(part.start <= start < part.end for part in ranges):
            yield index, index + 1


def without(ranges: Sequence[SourceRange], stands: Collection[int]) -> tuple[SourceRange, ...]:
    """Return ranges less the offsets whose characters stand, joined where they touch or overlap."""
    taken = sorted(set(stands))
    left: list[SourceRange] = []
    behind = 0
    for part in sorted(ranges):
        start = max(part.start, behind)
        for at in (*taken[bisect_left(taken, start) : bisect_left(taken, part.end)], part.end):
            if start < at and left and left[-1].end == start:
                left[-1] = SourceRange(left[-1].start, at)
            elif start < at:
                left.append(SourceRange(start, at))
            start = max(start, at + 1)
        behind = max(behind, part.end)
    return tuple(left)


class Tally:
    """What became of each of an element's characters, white space left out."""

    _LEFT, PLACED, OVERSET, CUT, _SPACE = range(5)

    def __init__(self, element: Element) -> None:
        self._states = bytearray(len(element.text))
        bases = accumulate((len(part) for part in element.ranges), initial=0)
        self._parts = sorted(zip(element.ranges, bases, strict=False))
        self._starts = [part.start for part, _ in self._parts]
        for found in _SPACES.finditer(element.text):
            self._states[found.start() : found.end()] = bytes([self._SPACE]) * len(found.group())

    def mark(self, start: int, end: int, state: int) -> None:
        """Take the characters at source offsets for something else than they were, but for white space."""
        for at, behind in self._places(start, end):
            if self._SPACE in self._states[at:behind]:
                self._states[at:behind] = bytes(old if old == self._SPACE else state for old in self._states[at:behind])
            else:
                self._states[at:behind] = bytes([state]) * (behind - at)

    def count(self, state: int, within: Iterable[SourceRange] | None = None) -> int:
        """Return how many characters became that, of all or of those in some ranges."""
        if within is None:
            return self._states.count(state)
        places = (place for part in without(tuple(within), ()) for place in self._places(part.start, part.end))
        return sum(self._states.count(state, at, behind) for at, behind in places)

    @property
    def total(self) -> int:
        """The number of characters."""
        return len(self._states) - self._states.count(self._SPACE)

    @property
    def left(self) -> int:
        """The number of characters that nothing became of."""
        return self._states.count(self._LEFT)

    def _places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where in the element's text the characters at source offsets stand."""
        for part, base in self._parts[max(0, bisect_right(self._starts, start) - 1) : bisect_left(self._starts, end)]:
            low, high = max(start, part.start), min(end, part.end)
            if low < high:
                yield base + low - part.start, base + high - part.start


class Ranges:
    """Source ranges that may overlap, asked for what of them lies inside an element."""

    def __init__(self, ranges: Iterable[SourceRange]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [part.start for part in self._ranges]
        self._reach = list(accumulate((part.end for part in self._ranges), max))
        """How far the ranges up to each one reach."""

    def within(self, element: Element) -> tuple[SourceRange, ...]:
        """Return what lies inside an element, cut to its parts."""
        return tuple(
            SourceRange(max(one.start, part.start), min(one.end, part.end))
            for part in element.ranges
            for one in self._ranges[bisect_right(self._reach, part.start) : bisect_left(self._starts, part.end)]
            if one.end > part.start
        )


def cut_ranges(story: Story) -> Ranges:
    """Return what accepted cuts took out."""
    return Ranges(change.range for change in story.changes if change.accepted and not change.after)


def changed_ranges(story: Story) -> Ranges:
    """Return what accepted changes other than cuts replaced (an insertion replaces nothing)."""
    return Ranges(
        change.range
        for change in story.changes
        if change.accepted and change.after and change.kind is not ChangeKind.CUT
    )
