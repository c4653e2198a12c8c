"""Frames lined up: their edges put level, the room between them made even; always whole columns and lines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec.structs import replace

from desktop.model.runaround import Place

Places = Sequence[tuple[str, Place]]


class Edge(StrEnum):
    """Which edges are put level."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


def aligned(places: Places, edge: Edge) -> tuple[tuple[str, Place], ...]:
    """Return frames with one edge level: at the outermost of them."""
    left, top = min((p.column for _, p in places), default=1), min((p.line for _, p in places), default=1)
    right = max((p.column + p.columns for _, p in places), default=1)
    bottom = max((p.line + p.lines for _, p in places), default=1)

    def put(place: Place) -> Place:
        match edge:
            case Edge.LEFT:
                return replace(place, column=left)
            case Edge.RIGHT:
                return replace(place, column=right - place.columns)
            case Edge.TOP:
                return replace(place, line=top)
            case Edge.BOTTOM:
                return replace(place, line=bottom - place.lines)

    return tuple((frame, put(place)) for frame, place in places)


def distributed(places: Places, *, across: bool) -> tuple[tuple[str, Place], ...]:
    """Return frames with even room between them; the outermost stay. A rest that does not divide goes to the first."""
    starts = {f: (p.column if across else p.line, p.columns if across else p.lines) for f, p in places}
    order = sorted(starts, key=lambda frame: starts[frame])
    if len(order) < 3:
        return tuple(places)
    first, last = starts[order[0]], starts[order[-1]]
    room = last[0] - first[0] - sum(starts[frame][1] for frame in order[:-1])
    gap, rest = divmod(room, len(order) - 1)
    at, found = first[0], dict(places)
    for number, frame in enumerate(order[:-1]):
        found[frame] = replace(found[frame], column=at) if across else replace(found[frame], line=at)
        at += starts[frame][1] + gap + (number < rest)
    return tuple((frame, found[frame]) for frame, _ in places)
