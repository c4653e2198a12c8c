"""The characters to be set, each tied to the source characters it stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.story import Change, ChangeKind, Element, Story


class SetText(Struct, frozen=True):
    """Text with its origin: character ``i`` stands for source ``[starts[i], ends[i])``.

    A replacement longer than what it replaces ties all its characters to the same range. Where the text is the source's
    in one piece, the offsets are a ``range``: a text of millions of characters takes no more room than itself.
    """

    element: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def set_texts(story: Story) -> dict[str, SetText]:
    """Return the characters of every element of a story after its accepted changes."""
    changes = sorted((c for c in story.changes if c.accepted), key=_order)
    places = [change.range.start for change in changes]
    return {element.id: _set_element(element, changes, places) for element in story.elements}


def _order(change: Change) -> tuple[int, bool, int, str]:
    """Where two changes begin at one character a cut goes first: it takes the other with it."""
    return change.range.start, change.kind is not ChangeKind.CUT, change.range.end, change.id


def cut_lengths(story: Story) -> dict[str, int]:
    """Return how many characters of each element accepted cuts took out, white space not counted."""
    cuts = [change.range for change in story.changes if change.kind is ChangeKind.CUT and change.accepted]
    if not cuts:
        return {}
    found: dict[str, int] = {}
    for element in story.elements:
        inside = [cut for cut in cuts for part in element.ranges if part.start <= cut.start and cut.end <= part.end]
        gone = {at for part in inside for at in range(part.start, part.end)}
        offsets = (at for part in element.ranges for at in range(part.start, part.end))
        count = sum(1 for at, char in zip(offsets, element.text, strict=False) if at in gone and not char.isspace())
        if count:
            found[element.id] = count
    return found


def set_text(element: Element, story: Story) -> SetText:
    """Return the element's characters after the story's accepted changes."""
    return set_texts(replace(story, elements=(element,)))[element.id]


def _set_element(element: Element, changes: list[Change], places: list[int]) -> SetText:
    if len(element.ranges) == 1:
        (part,) = element.ranges
        if bisect_left(places, part.start) == bisect_left(places, part.end):
            return SetText(element.id, element.text, range(part.start, part.end), range(part.start + 1, part.end + 1))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for part in element.ranges:
        text = element.text[position : position + len(part)]
        position += len(part)
        at = part.start
        for change in changes[bisect_left(places, part.start) : bisect_left(places, part.end)]:
            if change.range.start < at or change.range.end > part.end:
                continue  # overlaps one already applied, or reaches over the element's border: the other holds
            _plain(chars, starts, ends, text[at - part.start : change.range.start - part.start], at)
            chars.extend(change.after)
            starts.extend([change.range.start] * len(change.after))
            ends.extend([change.range.end] * len(change.after))
            at = change.range.end
        _plain(chars, starts, ends, text[at - part.start :], at)
    return SetText(element.id, "".join(chars), tuple(starts), tuple(ends))


def _plain(chars: list[str], starts: list[int], ends: list[int], text: str, at: int) -> None:
    chars.append(text)
    starts.extend(range(at, at + len(text)))
    ends.extend(range(at + 1, at + 1 + len(text)))
