"""Pages of an edition: added, taken away, put into another order; stories brought from page to page."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from desktop.compose import new_page, propose
from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition, Flow, Page
from desktop.model.layout import Layout
from desktop.model.story import Story
from desktop.session.assigning import stories_without
from desktop.session.commands.command import Alone
from desktop.session.flows import page_of, standing_flows, taken_out, with_flows

_COUNTED = re.compile(r"(.*?)(\d+)")


class AddPage(Alone, frozen=True):
    """Add an empty page behind another one; its number is the next one, its date the same."""

    behind: str
    layout: Layout

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Add page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page."""
        before = page_of(edition, self.behind)
        taken = {page.id for page in edition.pages}
        fresh = next(f"p{number}" for number in range(1, len(taken) + 2) if f"p{number}" not in taken)
        page = new_page(fresh, self.layout, next_number(before.number), before.date)
        at = edition.position(before) + 1
        return replace(edition, pages=(*edition.pages[:at], page, *edition.pages[at:]))


class RemovePage(Alone, frozen=True):
    """Take a page out of the edition; its text is unplaced, its pictures stay among the edition's."""

    page: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Remove page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition without the page.

        Raises:
            UsageError: It is the only one.
        """
        page = page_of(edition, self.page)
        if len(edition.pages) == 1:
            raise UsageError("An edition has one page at least. Add another one before you remove this one.")
        return _linked(replace(edition, pages=tuple(known for known in edition.pages if known.id != page.id)))


class MovePage(Alone, frozen=True):
    """Put a page at another place among the pages, counted from 0.

    Numbers stay what they are. A text that went on on a page that is now an earlier one goes on there no more.
    """

    page: str
    to: int

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Move page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with its pages in another order; a place beyond the last is the last."""
        page = page_of(edition, self.page)
        rest = [known for known in edition.pages if known.id != page.id]
        at = max(0, min(self.to, len(rest)))
        pages = (*rest[:at], page, *rest[at:])
        return edition if pages == edition.pages else _linked(replace(edition, pages=pages))


class MoveStory(Alone, frozen=True):
    """Bring a story to another page: by role into frames in which nothing stands; the rest of it is unplaced."""

    story: str
    page: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Move story to another page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the story on the page; what stood there stays as it is.

        Raises:
            UsageError: There is no such story or page.
        """
        story = next((s for s in edition.stories if s.id == self.story), None)
        if story is None:
            raise UsageError("There is no story {id} any more.", id=self.story)
        return _brought(edition, self.page, {e.id for e in story.elements})


class BringElements(Alone, frozen=True):
    """Bring parts of stories to another page as a whole story is brought there; the rest of them stays."""

    elements: tuple[str, ...]
    page: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Move text to another page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the elements on the page; what stood there stays as it is.

        Raises:
            KeyError: There is no such element.
            UsageError: There is no such page.
        """
        return _brought(edition, self.page, {edition.element(element).id for element in self.elements})


def next_number(number: str) -> str:
    """Return the page number behind another one (A09: A10), nothing behind one without figures."""
    found = _COUNTED.fullmatch(number)
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}}" if found else ""


def _brought(edition: Edition, to: str, elements: Collection[str]) -> Edition:
    """Return the edition with elements in free frames of a page, taken from wherever they stood but there."""
    there = {element for flow in page_of(edition, to).flows for element in flow.elements}
    left = set(elements) - there
    edition = taken_out(edition, left)
    for story in edition.stories:
        moving = left & {e.id for e in story.elements}
        if moving:
            page = page_of(edition, to)
            flows = _into_free_frames(edition, page, story, moving)
            edition = edition.replacing_page(with_flows(page, (*page.flows, *flows)))
    return edition


def _into_free_frames(edition: Edition, page: Page, story: Story, elements: set[str]) -> list[Flow]:
    """Return flows that bring elements of a story into frames of a page that hold nothing."""
    standing = {element for flow in page.flows for element in flow.elements}
    others = {e.id for s in edition.stories for e in s.elements} - standing - elements
    stories = [s for s in stories_without(edition.stories, others) if s.id != story.id]
    moved = next(iter(stories_without([story], {e.id for e in story.elements} - elements)), None)
    taken = {frame for flow in page.flows for frame in flow.frames}
    by_slot = {frame.slot: frame.id for frame in page.frames}
    flows: list[Flow] = []
    for candidates in ([*stories, moved], [moved]) if moved else ():
        for flow in propose(page.layout, candidates):
            frames = tuple(by_slot[slot] for slot in flow.frames)
            placed = {element for known in flows for element in known.elements}
            if set(flow.elements) <= elements - placed and not taken.intersection(frames):
                flows.append(Flow(frames, flow.elements))
                taken.update(frames)
    return flows


def _linked(edition: Edition) -> Edition:
    """Return the edition without the links that lead from no page or from one that is no longer an earlier one."""
    for at, page in enumerate(edition.pages):
        earlier = {known.id for known in edition.pages[:at]}
        if any(flow.continues is not None and flow.continues.page not in earlier for flow in page.flows):
            edition = edition.replacing_page(_unlinked(page, earlier))
    return edition


def _unlinked(page: Page, earlier: Collection[str]) -> Page:
    flows = (
        replace(flow, continues=None) if flow.continues is not None and flow.continues.page not in earlier else flow
        for flow in page.flows
    )
    return with_flows(page, standing_flows(flows))
