"""A story as one column of text: its paragraphs with their roles, and what an editor's change of it is on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.settext import SetText
from desktop.model.story import Role, Story
from desktop.model.typing import Spot
from desktop.session.carets import Carets

LINE_END = "\u21b5"
"""Stands in the column for a line end inside a paragraph, so that places stay what they are."""


class StoryRow(Struct, frozen=True):
    """A paragraph: ``breaks`` are the places at which the page ends its lines, ``shown`` how far it shows the text."""

    element: str
    role: Role
    text: str
    breaks: tuple[int, ...] = ()
    shown: int | None = None
    """Characters before what finds no room; None: all of it stands on the page."""
    placed: bool = True


class Splice(Struct, frozen=True):
    """What an editor changed: the text between two places, and what it says now."""

    start: Spot
    end: Spot
    text: str


def story_rows(
    story: Story, texts: Mapping[str, SetText], carets: Carets | None, placed: frozenset[str]
) -> tuple[StoryRow, ...]:
    """Return a story's paragraphs in reading order.

    Args:
        story: The story.
        texts: Its set texts.
        carets: Where its text stands on the page that is shown; None: nowhere.
        placed: The elements that stand on any page.
    """
    rows = []
    for element in story.elements:
        text = texts[element.id].text
        lines = [line.offsets[-1] for line in carets.lines_of(element.id)] if carets else []
        shown = lines[-1] if lines and text[lines[-1] :].strip() else None
        row = StoryRow(element.id, element.role, text.replace("\n", LINE_END), tuple(lines[:-1]), shown)
        rows.append(row if element.id in placed else StoryRow(row.element, row.role, row.text, placed=False))
    return tuple(rows)


def column_text(rows: Sequence[StoryRow]) -> str:
    """Return the column: a line for every paragraph."""
    return "\n".join(row.text for row in rows)


def splice_of(rows: Sequence[StoryRow], now: str) -> Splice | None:
    """Return how a column came to say what it says now; None where it says the same."""
    before = column_text(rows)
    if before == now or not rows:
        return None
    first = common(before, now)
    last = common(before[first:][::-1], now[first:][::-1])
    start, end = spot_at(rows, first), spot_at(rows, len(before) - last)
    return Splice(start, end, now[first : len(now) - last].replace(LINE_END, " "))


def spot_at(rows: Sequence[StoryRow], at: int) -> Spot:
    """Return the place in a paragraph of a place in the column."""
    position = 0
    for row in rows:
        if at <= position + len(row.text):
            return Spot(row.element, at - position)
        position += len(row.text) + 1
    return Spot(rows[-1].element, len(rows[-1].text))


def place_of(rows: Sequence[StoryRow], spot: Spot) -> int | None:
    """Return the place in the column of a place in a paragraph; None where the paragraph is not in it."""
    position = 0
    for row in rows:
        if row.element == spot.element:
            return position + min(spot.offset, len(row.text))
        position += len(row.text) + 1
    return None


def common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    count = min(len(one), len(other))
    if one[:count] == other[:count]:
        return count
    return next(at for at in range(count) if one[at] != other[at])
