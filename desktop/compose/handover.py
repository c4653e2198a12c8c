"""What of a text is handed over to a later page.

The page on which a text begins is composed first. What found no room there is handed over to the character: the
elements from the one that did not end, and how much of that one stands. On the later page it is a text like any other,
its first paragraph cut off where the other page left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from desktop.model.edition import Edition, Flow, Page


class Rest(Struct, frozen=True):
    """What of a flow goes on on another page: ids of elements, and how much of one of the first paragraph's stands.

    ``stands`` is that element's id and the characters of its set text that stand; elements before it stand whole.
    """

    elements: tuple[str, ...]
    stands: tuple[str, int] | None = None

    @property
    def whole(self) -> tuple[str, ...]:
        """The elements of which nothing stands on an earlier page."""
        if self.stands is None:
            return self.elements
        element, count = self.stands
        at = self.elements.index(element)
        return self.elements[at + bool(count) :]


class Incoming(Struct, frozen=True):
    """What a flow gets from an earlier page, and the number printed on that page."""

    rest: Rest
    number: str


class Jumps(Struct, frozen=True):
    """The jumps of a page by the first frame of each flow: what comes in, and the page on which it goes on."""

    incoming: Mapping[str, Incoming] = field(default_factory=dict)
    onward: Mapping[str, str] = field(default_factory=dict)


NO_JUMPS = Jumps()


def onward_numbers(edition: Edition, page: Page) -> dict[str, str]:
    """Return the printed numbers of the pages on which a page's flows go on, by each flow's first frame."""
    found = ((flow, edition.continuation_of(page, flow)) for flow in page.flows if flow.frames)
    return {flow.frames[0]: edition.printed_number(later[0]) for flow, later in found if later is not None}


def sources(edition: Edition, page: Page) -> Iterator[tuple[Flow, Page, Flow]]:
    """Yield the flows of a page that continue others, each with the page and flow that it continues."""
    for flow in page.flows:
        found = edition.source_of(page, flow)
        if found is not None and flow.frames:
            yield flow, *found
