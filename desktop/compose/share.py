"""As many pages as the stories need: a page takes story after story while there is room."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.compose.estimate import CLEARLY_OVER, estimate
from desktop.compose.propose import propose
from desktop.model.layout import Layout
from desktop.model.story import Story


def share_out(layout: Layout, stories: Sequence[Story]) -> list[tuple[Story, ...]]:
    """Return the stories of each page, in their order; at least one page.

    A story stands on one page. One that is longer than a page has it for itself.
    """
    pages: list[tuple[Story, ...]] = []
    room = layout.grid.columns * layout.grid.measure * layout.grid.lines
    here: tuple[Story, ...] = ()
    for story in stories:
        together = (*here, story)
        if here and (_length(together) > room or not _fit(layout, together)):
            pages.append(here)
            here = (story,)
        else:
            here = together
    return [*pages, here]


def _length(stories: Sequence[Story]) -> int:
    return sum(element.length for story in stories for element in story.elements)


def _fit(layout: Layout, stories: Sequence[Story]) -> bool:
    return estimate(layout, propose(layout, stories), stories).over <= CLEARLY_OVER
