"""Which layout suits an article: the one whose text capacity is nearest to what the stories need."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.compose.propose import propose
from desktop.model.layout import Layout, SlotKind
from desktop.model.story import Role, Story

_TEXT_SHARE = 0.62
"""Part of a type area's characters that text takes on a page with heads and two pictures, measured on full pages."""


def rank_layouts(layouts: Sequence[Layout], stories: Sequence[Story]) -> list[Layout]:
    """Return the layouts, best fit first: enough places for the stories, sections and captions, then best filled."""
    return sorted(layouts, key=lambda layout: _cost(layout, stories))


def _cost(layout: Layout, stories: Sequence[Story]) -> tuple[int, int, int, float, str]:
    grid = layout.grid
    capacity = grid.columns * grid.measure * grid.lines * _TEXT_SHARE
    chars = sum(element.length for story in stories for element in story.elements)
    too_full = int(chars > capacity * 1.35)
    places = max(1, *(slot.story for slot in layout.slots()))
    crowded = max(0, len(stories) - places)
    used = {frame for flow in propose(layout, stories) for frame in flow.frames}
    sections = sum(1 for story in stories for _ in story.with_role(Role.SUBHEAD))
    texts = [s for s in layout.slots() if s.kind is SlotKind.TEXT and Role.BODY in s.accepts]
    mismatch = abs(min(sections, 4) - min(len(texts), 4)) if len(stories) == 1 else 0
    idle = sum(1 for slot in texts if slot.id not in used)
    return (too_full, crowded, mismatch + idle, abs(chars / capacity - 1), layout.id)
