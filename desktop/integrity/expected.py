"""What should stand: an element's set characters without white space, each with the source range it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate, chain

from msgspec import Struct

from desktop.model.settext import SetText
from desktop.model.story import ChangeKind, Element, SourceRange, Story

SetTexts = Mapping[str, SetText] | Callable[[str], SetText]
"""The set characters by element id, or what finds them (KeyError for an unknown one)."""

_SPACE = re.compile(r"\s")


class Expected(Struct, frozen=True):
    """Characters that should stand, in order; ``owed`` tells those that are not overset."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def expected_of(element: str, texts: SetTexts, overset: Sequence[SourceRange] = ()) -> Expected:
    """Return what should stand of an element: its set characters but white space and what is overset."""
    found = texts(element) if callable(texts) else texts[element]
    if not overset and not _SPACE.search(found.text):
        return Expected(found.text, found.starts, found.ends)
    kept = [
        (char, start, end)
        for char, start, end in zip(found.text, found.starts, found.ends, strict=True)
        if not (char.isspace() or (overset and any(part.start <= start < part.end for part in overset)))
    ]
    return Expected(
        "".join(char for char, _, _ in kept),
        tuple(start for _, start, _ in kept),
        tuple(end for _, _, end in kept),
    )


def without(ranges: Sequence[SourceRange], stands: Collection[int]) -> tuple[SourceRange, ...]:
    """Return ranges less the offsets whose characters stand."""
    if not ranges:
        return ()
    taken = set(stands)
    left = sorted({at for part in ranges for at in range(part.start, part.end)} - taken)
    joined: list[SourceRange] = []
    for at in left:
        if joined and joined[-1].end == at:
            joined[-1] = SourceRange(joined[-1].start, at + 1)
        else:
            joined.append(SourceRange(at, at + 1))
    return tuple(joined)


def source_characters(element: Element) -> dict[int, str]:
    """Return the element's characters but white space by source offset."""
    offsets = chain.from_iterable(range(part.start, part.end) for part in element.ranges)
    if not _SPACE.search(element.text):
        return dict(zip(offsets, element.text, strict=False))
    return {at: char for at, char in zip(offsets, element.text, strict=False) if not char.isspace()}


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


def count_inside(offsets: Mapping[int, str], ranges: Sequence[SourceRange]) -> set[int]:
    """Return the offsets that lie in one of the ranges."""
    return {at for part in ranges for at in range(part.start, part.end) if at in offsets}
