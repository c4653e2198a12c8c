"""What stands: the characters that the pages' glyphs show, by element, without white space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from desktop.display import GlyphRun, PageDisplay


class Stretch(Struct):
    """Characters of one element that stand in a row, before another element begins; ranges by character.

    ``page`` is the index of the page that they begin on.
    """

    element: str
    page: int = 0
    text: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def stretches(displays: Sequence[PageDisplay]) -> tuple[list[Stretch], int]:
    """Return the stretches in reading order, and how many characters the layout added."""
    found: list[Stretch] = []
    added = 0
    for page, display in enumerate(displays):
        for run in display.runs():
            if run.element is None:
                added += sum(1 for char in run.text if not char.isspace())
                continue
            if not found or found[-1].element != run.element:
                found.append(Stretch(run.element, page))
            _collect(run, found[-1])
    return found, added


_SPACE = re.compile(r"\s")


def _collect(run: GlyphRun, into: Stretch) -> None:
    """Add a run's characters; those of one cluster share its whole source range."""
    if run.is_plain and not _SPACE.search(run.text):
        into.text += run.text
        into.starts += run.starts
        into.ends += run.ends
        return
    for first, behind, text in run.parts():
        start, end = min(run.starts[first:behind]), max(run.ends[first:behind])
        for char in text:
            if not char.isspace():
                into.text.append(char)
                into.starts.append(start)
                into.ends.append(end)


def offsets_of(starts: Sequence[int], ends: Sequence[int]) -> set[int]:
    """Return the source offsets that characters stand for; those of one cluster share its range."""
    return {at for start, end in set(zip(starts, ends, strict=True)) for at in range(start, end)}
