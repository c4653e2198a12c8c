"""Guides: lines along which the edges of a frame that is moved are level with those of others."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.display import PageDisplay
from desktop.geometry import Rect
from desktop.model.layout import SlotKind

_NEAR = 0.01
"""Points within which edges are level: frames stand on one grid."""

_SHOWING = frozenset(
    kind.value for kind in (SlotKind.PICTURE, SlotKind.ADVERT, SlotKind.BOX, SlotKind.RULE, SlotKind.HEAD)
)
"""Frames that guides lead to besides free ones. Every edge of a text frame stands on a column of the grid anyway."""


class Guide(Struct, frozen=True):
    """A line in points of the page; ``vertical`` at x = ``at`` from y = ``start`` to ``end``, else the other way."""

    vertical: bool
    at: float
    start: float
    end: float


def guides_of(display: PageDisplay, frame: str) -> tuple[Guide, ...]:
    """Return the guides of a frame of a page, from edge to edge of all frames that are level with it."""
    others = [
        other.box
        for other in display.frames
        if other.id != frame and other.box.height and (other.free or other.kind in _SHOWING)
    ]
    return guides(display.frame(frame).box, others)


def guides(box: Rect, others: Iterable[Rect]) -> tuple[Guide, ...]:
    """Return the guides of a box among others: left and right edges, then top and bottom."""
    known = tuple(others)
    found = (
        _along(vertical, at, box, [other for other in known if _has(other, vertical, at)])
        for vertical, at in ((True, box.x), (True, box.right), (False, box.y), (False, box.bottom))
    )
    return tuple(guide for guide in found if guide is not None)


def _has(box: Rect, vertical: bool, at: float) -> bool:
    edges = (box.x, box.right) if vertical else (box.y, box.bottom)
    return any(abs(edge - at) < _NEAR for edge in edges)


def _along(vertical: bool, at: float, box: Rect, level: list[Rect]) -> Guide | None:
    if not level:
        return None
    spans = [(b.y, b.bottom) if vertical else (b.x, b.right) for b in (box, *level)]
    return Guide(vertical, at, min(start for start, _ in spans), max(end for _, end in spans))
