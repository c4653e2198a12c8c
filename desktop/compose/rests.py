"""What pages hand over to later ones, kept as long as what they were composed from is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.compose.handover import Incoming, Jumps, Rest, onward_numbers, sources
from desktop.compose.made import Made
from desktop.model.edition import Edition, Flow, Page

Compose = Callable[[Edition, Page], Mapping[str, Rest]]
"""Composes a page and returns what it hands over, by the first frame of each flow."""


class Rests:
    """Knows what comes in from earlier pages; composes these where nothing is known of them as they are now."""

    def __init__(self, compose: Compose) -> None:
        self._compose = compose
        self._known: dict[str, tuple[Made, Mapping[str, Rest]]] = {}

    def jumps(self, edition: Edition, page: Page) -> Jumps:
        """Return what goes over from page to page; the pages that a text comes from are composed first."""
        incoming: dict[str, Incoming] = {}
        for flow, source, begun in sources(edition, page):
            rest = self._rest(edition, source, begun)
            if rest is not None:
                incoming[flow.frames[0]] = Incoming(rest, edition.printed_number(source))
        return Jumps(incoming, onward_numbers(edition, page))

    def keep(self, edition: Edition, page: Page, rests: Mapping[str, Rest]) -> None:
        """Remember what a page hands over."""
        here = {page.id for page in edition.pages}
        self._known = {key: known for key, known in self._known.items() if key in here}
        self._known[page.id] = (Made(edition, page), rests)

    def _rest(self, edition: Edition, page: Page, flow: Flow) -> Rest | None:
        held = self._known.get(page.id)
        if held is not None and held[0].key == Made(edition, page).key:
            return held[1].get(flow.frames[0])
        return self._compose(edition, page).get(flow.frames[0])
