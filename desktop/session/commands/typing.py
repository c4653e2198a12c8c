"""Text written at the layout desk: characters replaced, paragraphs parted and put together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from desktop.errors import Message, UsageError, message
from desktop.model.corrections import merge_elements, set_role
from desktop.model.edition import Edition
from desktop.model.settext import set_text
from desktop.model.story import Role, Story
from desktop.model.typing import Spot, parted, spliced
from desktop.session.commands.structure import absorbed, story_of, with_runs, with_story

TYPE, DELETE, PASTE, CUT, REPLACE, MOVE = (
    message("Type text"),
    message("Delete text"),
    message("Paste text"),
    message("Cut text"),
    message("Replace text"),
    message("Move text"),
)


class ReplaceText(Struct, frozen=True):
    """Replace what stands between two places of a story by a text; every line of it but the first is a paragraph.

    Places in different elements put these together: the first keeps its id, role and place.
    """

    start: Spot
    end: Spot
    text: str
    what: Message = TYPE
    burst: int = 0
    """What is typed in one go has one number."""

    @property
    def name(self) -> Message:
        """What the history tells."""
        return self.what

    @property
    def merge(self) -> Hashable:
        """What is typed in one go is one step."""
        return (type(self), self.what.template, self.burst)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the text.

        Raises:
            UsageError: A place does not exist, or the two are in different articles.
        """
        return replaced_text(edition, self.start, self.end, self.text)[0]


def replaced_text(edition: Edition, start: Spot, end: Spot, text: str) -> tuple[Edition, Spot]:
    """Return the edition with the text between two places replaced, and the place behind the new text.

    Raises:
        UsageError: A place does not exist, or the two are in different articles.
    """
    first = start.element
    if end.element != first:
        edition = _put_together(edition, start, end)
        end = start
    head, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    story = spliced(story_of(edition, first), first, start.offset, end.offset, head, edition.emphases)
    edition, spot = with_story(edition, story), Spot(first, start.offset + len(head))
    for line in rest:
        edition, spot = _parted(edition, spot)
        story = spliced(story_of(edition, spot.element), spot.element, 0, 0, line, edition.emphases)
        edition = with_story(edition, story)
        spot = Spot(spot.element, len(line))
    return edition, spot


def sequence(edition: Edition, element: str) -> tuple[str, ...]:
    """Return the elements among which an element is read: those of its flow, else those of its story."""
    flows = (flow for page in edition.pages for flow in page.flows_of_element(element))
    flow = next(flows, None)
    return flow.elements if flow else tuple(e.id for e in story_of(edition, element).elements)


def between(edition: Edition, first: str, last: str) -> tuple[str, ...]:
    """Return the elements from one to another as they are read; both of one story.

    Raises:
        UsageError: They are in different articles.
    """
    story = story_of(edition, first)
    own = [element.id for element in story.elements]
    if last not in own:
        raise UsageError("The text of two articles cannot be changed at once. Select text of one.")
    order: Sequence[str] = sequence(edition, first)
    if last not in order or order.index(first) > order.index(last):
        order = own
    low, high = order.index(first), order.index(last)
    return tuple(e for e in order[min(low, high) : max(low, high) + 1] if e in own)


def _put_together(edition: Edition, start: Spot, end: Spot) -> Edition:
    """Return the edition without the text between two places of different elements, these put together."""
    first, *others = between(edition, start.element, end.element)
    if first != start.element:
        raise UsageError("The end of a selection cannot stand before its beginning.")
    story = story_of(edition, first)
    story = spliced(story, first, start.offset, _length(story, first), "", edition.emphases)
    for element in others:
        until = end.offset if element == end.element else _length(story, element)
        story = spliced(story, element, 0, until, "", edition.emphases)
    for element in others:
        story = merge_elements(story, first, element)
        edition = absorbed(edition.replacing_story(story), first, element)
    return edition


def _length(story: Story, element: str) -> int:
    return len(set_text(story.element(element), story).text)


def _parted(edition: Edition, spot: Spot) -> tuple[Edition, Spot]:
    """Return the edition with a new paragraph behind a place, and where it begins; behind a subhead comes text."""
    old = story_of(edition, spot.element)
    story = parted(old, spot.element, spot.offset, edition.emphases)
    known = {element.id for element in old.elements}
    tail = next(element for element in story.elements if element.id not in known)
    if tail.role is Role.SUBHEAD and not _length(story, tail.id):
        story = set_role(story, tail.id, Role.BODY)

    def follow(elements: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(e for one in elements for e in ((one, tail.id) if one == spot.element else (one,)))

    return with_runs(edition.replacing_story(story), follow), Spot(tail.id, 0)
