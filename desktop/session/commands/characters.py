"""Characters set in another face than their paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.emphasis import emphasised, source_ranges
from desktop.model.settext import set_text
from desktop.model.story import SourceRange, Story
from desktop.model.style import FaceRole
from desktop.model.typing import Spot
from desktop.session.commands.command import Alone
from desktop.session.commands.structure import story_of


class SetFace(Alone, frozen=True):
    """Set the characters between two spots of one story in a face of the house; None: in their paragraph's again."""

    start: Spot
    end: Spot
    face: FaceRole | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change face") if self.face else message("Take the face back")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the characters in the face.

        Raises:
            UsageError: There is no such element, the spots stand in different articles, or nothing but what was typed
                stands between them.
        """
        story = story_of(edition, self.start.element)
        if story_of(edition, self.end.element).id != story.id:
            raise UsageError("The selection reaches over several articles. Change the face in one after the other.")
        ranges = tuple(_between(story, self.start, self.end))
        if not ranges and self.start != self.end:
            raise UsageError("This was typed here and has no place in the article that came in; its face stays.")
        fresh = emphasised(edition.emphases, story.source, ranges, self.face)
        return edition if fresh == edition.emphases else replace(edition, emphases=fresh)


def _between(story: Story, start: Spot, end: Spot) -> Iterator[SourceRange]:
    """Yield the source characters between two spots, in reading order."""
    order = {element.id: number for number, element in enumerate(story.elements)}
    first, last = sorted((start, end), key=lambda spot: (order[spot.element], spot.offset))
    for element in story.elements[order[first.element] : order[last.element] + 1]:
        text = set_text(element, story)
        low = first.offset if element.id == first.element else 0
        high = last.offset if element.id == last.element else len(text.text)
        yield from source_ranges(text, low, high)
