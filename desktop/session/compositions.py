"""Composed pages, kept as long as what they were composed from is the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from desktop.compose import ComposedPage, Composer
from desktop.compose.copyfit import Cut, FitPlan, copyfit
from desktop.model.edition import Edition, Media, Page
from desktop.model.story import Story
from desktop.model.style import HouseStyle

KEPT = 32
"""Compositions kept at most, for undo at once: a tabloid page's takes 0.1 MB beside the lines that it shares."""


class _Made:
    """What a composition was made of; equal to another only when all of it is the very same."""

    __slots__ = ("media", "page", "stories", "style")

    def __init__(self, edition: Edition, page: Page) -> None:
        placed = {element for flow in page.flows for element in flow.elements}
        shown = {frame.media for frame in page.frames}
        self.page: Page = page
        self.style: HouseStyle = edition.style
        self.stories: tuple[Story, ...] = tuple(
            story for story in edition.stories if any(element.id in placed for element in story.elements)
        )
        self.media: tuple[Media, ...] = tuple(media for media in edition.media if media.id in shown)

    @property
    def key(self) -> tuple[int, ...]:
        """Identities of the parts; valid as long as this record holds them."""
        return (id(self.page), id(self.style), *map(id, self.stories), 0, *map(id, self.media))


class Compositions:
    """Composes pages, each state of a page once. May be asked from several threads; one composes at a time."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._kept: OrderedDict[tuple[int, ...], tuple[_Made, ComposedPage]] = OrderedDict()
        self._lock = threading.Lock()

    def composed(self, edition: Edition, page_id: str) -> ComposedPage:
        """Return a page of an edition composed.

        Raises:
            KeyError: The edition has no such page.
            FontError: A face of the house style cannot be opened.
        """
        page = edition.page(page_id)
        made = _Made(edition, page)
        key = made.key
        with self._lock:
            held = self._kept.get(key)
            if held is None:
                held = self._kept[key] = (made, self._composer.compose(edition, page))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return held[1]

    def copyfit(self, edition: Edition, page_id: str, cuts: Sequence[Cut] = ()) -> FitPlan:
        """Return what fits the texts of a page into their columns once some sentences have gone."""
        page = edition.page(page_id)
        with self._lock:
            return copyfit(self._composer, edition, page, cuts)

    def composed_once(self, edition: Edition, page_id: str, *, draft: bool = False) -> ComposedPage:
        """Return a page composed without keeping it: for a state that may never come to be.

        A ``draft`` is for the time of a drag: faults at columns' heads and feet stay as they fall.
        """
        page = edition.page(page_id)
        with self._lock:
            return self._composer.compose(edition, page, draft=draft)
