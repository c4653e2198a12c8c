"""Where every element stands, in characters (white space not counted) and lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import ComposedPage, FlowFit
from desktop.model.edition import Edition
from desktop.model.settext import cut_lengths
from desktop.model.story import SourceRange


class Placement(StrEnum):
    """How an element stands."""

    PLACED = "placed"
    OVERSET = "overset"  # on a page, but part or all of it found no room
    UNPLACED = "unplaced"
    TWICE = "twice"


class PlacementState(Struct, frozen=True):
    """How one element stands: ``chars`` of it are to stand, ``cut`` were cut.

    ``over_lines`` is the element's share of the lines that its flow is over, rounded up. ``pages`` and ``frames`` are
    those of its flows; ``fit`` is that of the one it is most overset in, else of the first.
    """

    kind: Placement
    chars: int
    over_chars: int = 0
    over_lines: int = 0
    cut: int = 0
    pages: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    fit: FlowFit | None = None


class Tally(Struct, frozen=True):
    """Characters of an edition: ``source`` is ``placed``, ``overset``, ``unplaced`` and ``cut`` together.

    What stands twice counts as placed once, and as twice.
    """

    source: int
    placed: int
    overset: int
    unplaced: int
    twice: int
    cut: int = 0


class _Stand(Struct, frozen=True):
    """One standing of an element: a flow on a composed page."""

    page: ComposedPage
    fit: FlowFit


def placement(edition: Edition, composed: Iterable[ComposedPage]) -> Mapping[str, PlacementState]:
    """Return how every element stands on the composed pages of an edition."""
    stands: dict[str, list[_Stand]] = {}
    for page in composed:
        for fit in page.fits:
            rest = page.rests.get(fit.flow.frames[0]) if fit.flow.frames else None
            handed = rest.whole if rest else ()
            for placed in (element for element in fit.elements if element not in handed):
                stands.setdefault(placed, []).append(_Stand(page, fit))
    states: dict[str, PlacementState] = {}
    for story in edition.stories:
        text, cut = edition.source(story.source).text, cut_lengths(story)
        for element in story.elements:
            gone = cut.get(element.id, 0)
            state = _state(text, element.id, element.length - gone, stands.get(element.id, ()))
            states[element.id] = replace(state, cut=gone) if gone else state
    return states


def _state(text: str, element: str, chars: int, stands: Sequence[_Stand]) -> PlacementState:
    if not stands:
        return PlacementState(Placement.UNPLACED, chars)
    counts = [_count(text, stand.page.overset.get(element, ())) for stand in stands]
    over = max(counts)
    kind = Placement.OVERSET if over else Placement.PLACED
    fit = stands[counts.index(over)].fit
    # What goes on on another page stands once, in two parts.
    begun = sum(element not in stand.fit.carried for stand in stands)
    return PlacementState(
        kind=Placement.TWICE if begun > 1 else kind,
        chars=chars,
        over_chars=over,
        over_lines=ceil(fit.over_lines * over / fit.over_chars) if over and fit.over_chars else 0,
        pages=tuple(dict.fromkeys(stand.page.page for stand in stands)),
        frames=tuple(frame for stand in stands for frame in stand.fit.flow.frames),
        fit=fit,
    )


def _count(text: str, ranges: Iterable[SourceRange]) -> int:
    return sum(1 for part in ranges for char in text[part.start : part.end] if not char.isspace())


def tally(states: Iterable[PlacementState]) -> Tally:
    """Return the characters of an edition by how they stand."""
    known = tuple(states)
    source = sum(state.chars + state.cut for state in known)
    unplaced = sum(state.chars for state in known if state.kind is Placement.UNPLACED)
    overset = sum(state.over_chars for state in known)
    twice = sum(state.chars for state in known if state.kind is Placement.TWICE)
    cut = sum(state.cut for state in known)
    return Tally(source, source - unplaced - overset - cut, overset, unplaced, twice, cut)
