"""Corrections of the recognised structure; what stands on a page follows its element."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model import corrections
from desktop.model.edition import Edition, Page
from desktop.model.story import Role, Story
from desktop.session.commands.command import Alone
from desktop.session.flows import merged, reading_order, taken_out, with_flows
from desktop.session.relay import at_home


def story_of(edition: Edition, element: str) -> Story:
    """Return the story of an element.

    Raises:
        UsageError: The edition has no such element.
    """
    try:
        return edition.story_of(element)
    except KeyError:
        raise UsageError("There is no element {id} any more.", id=element) from None


def with_story(edition: Edition, story: Story) -> Edition:
    """Return the edition with a story exchanged; the same edition where it is the same."""
    return edition if story == edition.story(story.id) else edition.replacing_story(story)


def with_runs(edition: Edition, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Edition:
    """Return the edition with the elements of every flow changed by a function."""

    def page(old: Page) -> Page:
        return with_flows(old, (replace(flow, elements=change(flow.elements)) for flow in old.flows))

    pages = tuple(map(page, edition.pages))
    return edition if pages == edition.pages else replace(edition, pages=pages)


class SetRole(Alone, frozen=True):
    """Give an element another role; where its place does not take that, it moves to one that does."""

    element: str
    role: Role

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change role")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the element in its role."""
        story = story_of(edition, self.element)
        changed = with_story(edition, corrections.set_role(story, self.element, self.role))
        return changed if changed is edition else at_home(changed, self.element)


class SplitElement(Alone, frozen=True):
    """Cut an element in two before the character at a source offset; the second part follows the first."""

    element: str
    at: int

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Split element")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the element in two."""
        old = story_of(edition, self.element)
        fresh = corrections.split_element(old, self.element, self.at)
        known = {element.id for element in old.elements}
        part = next(element.id for element in fresh.elements if element.id not in known)

        def follow(elements: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(e for old in elements for e in ((old, part) if old == self.element else (old,)))

        return with_runs(edition.replacing_story(fresh), follow)


def absorbed(edition: Edition, first: str, second: str) -> Edition:
    """Return the edition whose flows know the second element no more; the first takes its place if it has none."""
    placed = any(first in flow.elements for page in edition.pages for flow in page.flows)
    if placed:
        return taken_out(edition, {second})
    return with_runs(edition, lambda elements: tuple(first if e == second else e for e in elements))


class MergeElements(Alone, frozen=True):
    """Put an element's characters behind another's; the first keeps its id, role and place."""

    first: str
    second: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Merge elements")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the two as one."""
        story = corrections.merge_elements(story_of(edition, self.first), self.first, self.second)
        return absorbed(edition.replacing_story(story), self.first, self.second)


class JoinElements(Alone, frozen=True):
    """Put a sentence together that a column change had cut, and list the join."""

    first: str
    second: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Join sentence")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the two as one, the join listed."""
        story = corrections.join(story_of(edition, self.first), self.first, self.second)
        return absorbed(edition.replacing_story(story), self.first, self.second)


class ReorderElement(Alone, frozen=True):
    """Read an element at another place of its story, counted from 0; on the page it moves within its flow."""

    element: str
    position: int

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change order")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the element read elsewhere."""
        story = story_of(edition, self.element)
        fresh = with_story(edition, corrections.reorder_element(story, self.element, self.position))
        return fresh if fresh is edition else _in_order(fresh, self.element)


def _in_order(edition: Edition, element: str) -> Edition:
    """Return the edition with an element moved within its flow to where it is read."""
    ranks = reading_order(edition)

    def settle(elements: tuple[str, ...]) -> tuple[str, ...]:
        if element not in elements:
            return elements
        return tuple(merged([e for e in elements if e != element], [element], ranks))

    return with_runs(edition, settle)


class MoveElements(Alone, frozen=True):
    """Read elements, in their order, before the element that now stands at a place of a story, counted from 0.

    They may come from other stories of the same file; on the page they stay where they are, in the new order.
    """

    elements: tuple[str, ...]
    story: str
    position: int

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change order")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the elements read there.

        Raises:
            UsageError: The story comes from another file, or there is no such story or element.
        """
        ranks = reading_order(edition)
        moved = sorted(self.elements, key=lambda element: ranks.get(element, 0))
        before = _standing(edition, self.story, self.position, moved)
        stories: tuple[Story, ...] = edition.stories
        for element in moved:
            stories = corrections.move_to_story(stories, element, self.story)
        story = next(story for story in stories if story.id == self.story)
        for element in moved:
            rest = [e.id for e in story.elements if e.id != element]
            story = corrections.reorder_element(story, element, rest.index(before) if before else len(rest))
        stories = tuple(story if story.id == self.story else other for other in stories)
        if stories == edition.stories:
            return edition
        fresh = replace(edition, stories=stories)
        for element in moved:
            fresh = _in_order(fresh, element)
        return fresh


def _standing(edition: Edition, story: str, position: int, moved: Collection[str]) -> str | None:
    """Return the first element from a place of a story on that is not moved itself; None for the end.

    Raises:
        UsageError: There is no such story.
    """
    found = next((s for s in edition.stories if s.id == story), None)
    if found is None:
        raise UsageError("There is no element {id} or no story {story}.", id=next(iter(moved), ""), story=story)
    following: Sequence[str] = [element.id for element in found.elements[position:]]
    return next((element for element in following if element not in moved), None)


class MoveToStory(Alone, frozen=True):
    """Make elements part of another story of the same file, a new one if none is named; on the page they stay."""

    elements: tuple[str, ...]
    story: str | None = None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Move to another story")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the elements in the other story.

        Raises:
            UsageError: The other story comes from another file, or there is no such story or element.
        """
        if not self.elements:
            return edition
        stories, target = edition.stories, self.story
        if target is None:
            target = _free_id(edition)
            origin = story_of(edition, self.elements[0])
            at = stories.index(origin) + 1
            stories = (*stories[:at], Story(target, origin.source, ()), *stories[at:])
        for element in self.elements:
            stories = corrections.move_to_story(stories, element, target)
        return edition if stories == edition.stories else replace(edition, stories=stories)


def _free_id(edition: Edition) -> str:
    """Return a story id that neither a story has nor an element's id begins with."""
    taken = {story.id for story in edition.stories}
    taken |= {element.id.partition("e")[0] for story in edition.stories for element in story.elements}
    return next(name for name in (f"s{number}" for number in range(1, len(taken) + 2)) if name not in taken)
