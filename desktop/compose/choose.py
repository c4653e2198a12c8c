"""Which layout suits an article: one that holds it, with a place for every story and section, and is well filled."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.compose.estimate import CLEARLY_OVER, estimate
from desktop.compose.propose import propose
from desktop.compose.share import share_out
from desktop.model.edition import Flow
from desktop.model.layout import Layout, SlotKind
from desktop.model.story import Role, Story

_TIGHT = 0.1
"""Part of the type area; with less than this left for pictures the estimate may be wrong about what fits."""

_PICTURES = 0.3
"""Part of the type area that pictures take on a page that is neither crowded nor empty."""


def rank_layouts(layouts: Sequence[Layout], stories: Sequence[Story]) -> list[Layout]:
    """Return the layouts, best fit first; stories that one page does not hold are judged on as many as they need."""
    return sorted(layouts, key=lambda layout: _cost(layout, share_out(layout, stories)))


def _cost(layout: Layout, pages: Sequence[Sequence[Story]]) -> tuple[int, int, int, int, float, str]:
    """Return what tells layouts apart, smaller first: overset, stories without a place, pages, slots idle, filling."""
    fits = [_page_cost(layout, stories) for stories in pages]
    over, crowded, idle, unfilled = (sum(part) for part in zip(*fits, strict=True))
    return (over, crowded, len(fits), idle, unfilled / len(fits), layout.id)


def _page_cost(layout: Layout, stories: Sequence[Story]) -> tuple[int, int, int, float]:
    flows = propose(layout, stories)
    fit = estimate(layout, flows, stories)
    places = max(1, *(slot.story for slot in layout.slots()))
    crowded = max(0, len(stories) - places)
    over = fit.over if fit.over > CLEARLY_OVER else int(fit.pictures < _TIGHT)
    return (over, crowded, _mismatch(layout, flows, stories), abs(fit.pictures - _PICTURES))


def _mismatch(layout: Layout, flows: Sequence[Flow], stories: Sequence[Story]) -> int:
    """Return how many text slots would stay empty, or hold several sections; a story in one piece likes one slot."""
    if len(stories) != 1:
        return 0
    texts = [slot.id for slot in layout.slots() if slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts]
    used = {frame for flow in flows for frame in flow.frames}
    sections = max(1, len(stories[0].with_role(Role.SUBHEAD)))
    return abs(sections - len(texts)) + sum(slot not in used for slot in texts)
