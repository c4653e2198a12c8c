"""Composed pages, kept as long as what they were composed from is the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from desktop.compose import ComposedPage, Composer, Made
from desktop.compose.copyfit import Cut, FitPlan, copyfit
from desktop.model.edition import Edition

KEPT = 32
"""Compositions kept beside one of every page, for undo at once: a tabloid takes 0.1 MB beside lines that it shares."""


class Compositions:
    """Composes pages, each state of a page once. May be asked from several threads; one composes at a time."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._kept: OrderedDict[tuple[object, ...], tuple[Made, ComposedPage]] = OrderedDict()
        self._lock = threading.Lock()

    def composed(self, edition: Edition, page_id: str) -> ComposedPage:
        """Return a page of an edition composed.

        Raises:
            KeyError: The edition has no such page.
            FontError: A face of the house style cannot be opened.
        """
        page = edition.page(page_id)
        made = Made(edition, page)
        key = made.key
        with self._lock:
            held = self._kept.get(key)
            if held is None:
                held = self._kept[key] = (made, self._composer.compose(edition, page))
                while len(self._kept) > len(edition.pages) + KEPT:  # fewer: an edit would compose every page anew
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
