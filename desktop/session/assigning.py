"""A page assigned anew by role, keeping what a hand put into frames that it drew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from desktop.model.edition import Edition, Flow, Page
from desktop.model.layout import Layout
from desktop.model.story import Story
from desktop.session.flows import with_flows
from desktop.session.relay import go_on

Propose = Callable[[Layout, Sequence[Story]], tuple[Flow, ...]]
"""Returns flows of a layout's slots that place every element of some stories."""


def assigned(edition: Edition, page: Page, propose: Propose) -> Page:
    """Return a page on which everything that stands on no other page is assigned.

    Texts in frames that were drawn stay in them; texts of earlier pages still go on on this one.
    """
    drawn = {slot.id for _, slot in page.layout.loose}
    kept = [flow for flow in page.flows if all(page.frame(frame).slot in drawn for frame in flow.frames)]
    settled = {element for flow in kept for element in flow.elements}
    elsewhere = {e for other in edition.pages if other.id != page.id for f in other.flows for e in f.elements}
    stories = list(stories_without(edition.stories, elsewhere | settled))
    flows = list(propose(page.layout, stories))
    for flow in page.flows:
        if flow not in kept:
            go_on(flows, flow, page.layout)
    by_slot = {frame.slot: frame.id for frame in page.frames}
    named = (replace(flow, frames=tuple(by_slot[slot] for slot in flow.frames)) for flow in flows)
    return with_flows(page, (*named, *kept))


def stories_without(stories: Iterable[Story], elements: set[str]) -> Iterator[Story]:
    """Yield stories without some elements, leaving out those of which nothing is left."""
    for story in stories:
        kept = tuple(element for element in story.elements if element.id not in elements)
        if kept:
            yield replace(story, elements=kept)
