"""The characters to be set, each tied to the source characters it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.story import Change, Element, SourceRange, Story


@dataclass(frozen=True, slots=True)
class SetText:
    """Text with its origin: character ``i`` stands for source ``[starts[i], ends[i])``.

    A replacement longer than what it replaces ties all its characters to the same range.
    """

    element: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def set_text(element: Element, story: Story) -> SetText:
    """Return the element's characters after the story's accepted changes."""
    changes = _changes_inside(element, story)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for part in element.ranges:
        at = part.start
        for change in (c for c in changes if part.start <= c.range.start and c.range.end <= part.end):
            if change.range.start < at:
                continue  # overlaps one already applied: the earlier one holds
            plain = change.range.start - at
            chars.extend(element.text[position : position + plain])
            starts.extend(range(at, change.range.start))
            ends.extend(range(at + 1, change.range.start + 1))
            chars.extend(change.after)
            starts.extend([change.range.start] * len(change.after))
            ends.extend([change.range.end] * len(change.after))
            position += plain + len(change.range)
            at = change.range.end
        chars.extend(element.text[position : position + part.end - at])
        starts.extend(range(at, part.end))
        ends.extend(range(at + 1, part.end + 1))
        position += part.end - at
    return SetText(element.id, "".join(chars), tuple(starts), tuple(ends))


def _changes_inside(element: Element, story: Story) -> list[Change]:
    first, last = element.ranges[0].start, element.ranges[-1].end
    inside = [c for c in story.changes if c.accepted and first <= c.range.start < last]
    return sorted(inside, key=lambda change: (change.range, change.id))


def covers(ranges: tuple[SourceRange, ...], at: int) -> bool:
    """Tell whether a source offset lies in one of the ranges."""
    return any(part.start <= at < part.end for part in ranges)
