"""Characters set in another face than their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.emphasis import emphasised, set_faces, source_ranges, with_faces
from desktop.model.settext import set_pieces, set_text
from desktop.model.story import Element, SourceRange, Story
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
            UsageError: There is no such element, or the spots stand in different articles.
        """
        story = story_of(edition, self.start.element)
        if story_of(edition, self.end.element).id != story.id:
            raise UsageError("The selection reaches over several articles. Change the face in one after the other.")
        selected = {element: (low, high) for element, low, high in _between(story, self.start, self.end)}
        ranges = [part for element, span in selected.items() for part in _source(story, element, *span)]
        fresh = emphasised(edition.emphases, story.source, ranges, self.face)
        made = story
        for element in (e for e in story.elements if e.id in selected or _touches(e, ranges)):
            low, high = selected.get(element.id, (0, 0))
            faces = set_faces(edition.emphases, story, element.id)
            wanted = [*faces[:low], *[self.face] * (high - low), *faces[high:]]
            made = with_faces(fresh, made, element.id, wanted)
        edition = edition if made == story else edition.replacing_story(made)
        return edition if fresh == edition.emphases else replace(edition, emphases=fresh)


def _between(story: Story, start: Spot, end: Spot) -> Iterator[tuple[str, int, int]]:
    """Yield the elements between two spots, in reading order, and from which to which set character."""
    order = {element.id: number for number, element in enumerate(story.elements)}
    first, last = sorted((start, end), key=lambda spot: (order[spot.element], spot.offset))
    for element in story.elements[order[first.element] : order[last.element] + 1]:
        length = len(set_text(element, story).text)
        low = first.offset if element.id == first.element else 0
        high = last.offset if element.id == last.element else length
        yield element.id, min(low, length), min(high, length)


def _source(story: Story, element_id: str, low: int, high: int) -> Iterator[SourceRange]:
    """Yield the source characters that set ones stand for; of a change only where all that it puts in is meant."""
    element = story.element(element_id)
    text = set_text(element, story)
    at = 0
    for piece in set_pieces(story, element):
        end = at + len(piece.text)
        if piece.change is None:
            yield from source_ranges(text, max(at, low), max(at, low, min(end, high)))
        elif low <= at < end <= high:
            yield from source_ranges(text, at, end)
        at = end


def _touches(element: Element, ranges: Sequence[SourceRange]) -> bool:
    """Tell whether what was typed at an element's ends might take a face from pieces beside it."""
    return any(own.start <= part.end and part.start <= own.end for own in element.ranges for part in ranges)
