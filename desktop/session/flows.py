"""Flows of a page as plain operations: taking elements out, putting them in, threading frames.

No operation loses an element: what leaves one flow enters another, or is named by the caller as taken out. Every
operation keeps the two rules of a page: a frame is in at most one flow, an element in at most one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from desktop.errors import UsageError
from desktop.model.edition import Edition, Flow, Page
from desktop.model.layout import SlotKind

RUNNING = frozenset({SlotKind.TEXT, SlotKind.CAPTION})
"""Kinds of slots through which text can run on from one to the next."""

HOLDING_TEXT = RUNNING | {SlotKind.HEAD, SlotKind.SLOGAN, SlotKind.FOLIO}

SHOWING_PICTURES = frozenset({SlotKind.PICTURE, SlotKind.ADVERT})


def reading_order(edition: Edition) -> dict[str, int]:
    """Return the rank of every element: story by story, each in its own order."""
    ids = (element.id for story in edition.stories for element in story.elements)
    return {element: rank for rank, element in enumerate(ids)}


def check_thread(page: Page, frames: Sequence[str]) -> None:
    """Make sure that text can run through frames in this order.

    Raises:
        UsageError: A frame is not on the page, is named twice, holds no text, or cannot be part of a thread.
    """
    known = {frame.id for frame in page.frames}
    if not frames or len(set(frames)) < len(frames) or not known.issuperset(frames):
        raise UsageError("The page has no such thread of frames: {frames}.", frames=", ".join(frames) or "–")
    kinds = [page.slot_of(frame).kind for frame in frames]
    for frame, kind in zip(frames, kinds, strict=True):
        if kind not in HOLDING_TEXT:
            raise UsageError("“{frame}” is a place for a picture; text cannot stand in it.", frame=frame)
        if len(frames) > 1 and kind not in RUNNING:
            raise UsageError("Text cannot run on through “{frame}”; it takes what stands in one place.", frame=frame)


def without_elements(page: Page, elements: Collection[str], keep: Collection[str] = ()) -> Page:
    """Return the page with elements taken out of its flows.

    A flow left with one frame and no text goes, unless its frame is among those to ``keep``.
    """
    flows = []
    for flow in page.flows:
        kept = tuple(element for element in flow.elements if element not in elements)
        if kept or len(flow.frames) > 1 or flow.continues is not None or flow.frames[0] in keep:
            flows.append(flow if len(kept) == len(flow.elements) else replace(flow, elements=kept))
    return with_flows(page, flows)


def standing_flows(flows: Iterable[Flow]) -> Iterator[Flow]:
    """Yield the flows that are more than a frame without text: with elements, a thread, or another page's text."""
    return (flow for flow in flows if flow.elements or len(flow.frames) > 1 or flow.continues is not None)


def with_flows(page: Page, flows: Iterable[Flow]) -> Page:
    """Return the page with these flows; the same page where they are the same."""
    fresh = tuple(flows)
    return page if fresh == page.flows else replace(page, flows=fresh)


def taken_out(edition: Edition, elements: Collection[str]) -> Edition:
    """Return the edition with elements taken out of every page."""
    pages = tuple(without_elements(page, elements) for page in edition.pages)
    return edition if pages == edition.pages else replace(edition, pages=pages)


def threaded(page: Page, frames: Sequence[str], ranks: Mapping[str, int]) -> tuple[Page, Flow]:
    """Return the page with one flow through ``frames``, and that flow.

    Frames inside one flow stand for that flow as it is. Otherwise the flows that touch the frames become one: through
    the frames as given, then through their other frames; their text goes on in reading order where it was in it.

    Raises:
        UsageError: No text can run through them, or two of the flows continue texts of other pages.
    """
    touched = [flow for flow in page.flows if set(flow.frames) & set(frames)]
    if len(touched) == 1 and set(frames) <= set(touched[0].frames):
        return page, touched[0]
    others = (frame for flow in touched for frame in flow.frames if frame not in frames)
    elements: list[str] = []
    for flow in sorted(touched, key=lambda flow: _first(flow.frames, frames)):
        elements = merged(elements, flow.elements, ranks)
    links = {flow.continues for flow in touched if flow.continues is not None}
    if len(links) > 1:
        raise UsageError("Two texts from other pages cannot go on in one thread.")
    joined = Flow((*frames, *others), tuple(elements), next(iter(links), None))
    check_thread(page, joined.frames)
    return _exchanged(page, touched, joined), joined


def _first(frames: Sequence[str], order: Sequence[str]) -> int:
    return min(order.index(frame) for frame in frames if frame in order)


def _exchanged(page: Page, old: Sequence[Flow], new: Flow) -> Page:
    """Return the page with flows exchanged for one, at the place of the first."""
    if not old:
        return with_flows(page, (*page.flows, new))
    flows = [new if flow is old[0] else flow for flow in page.flows if flow is old[0] or flow not in old]
    return with_flows(page, flows)


def merged(into: Sequence[str], elements: Sequence[str], ranks: Mapping[str, int]) -> list[str]:
    """Return elements put into a sequence, each behind those that are read before it.

    A sequence that a person has put into another order keeps it: an element goes before the first that is read later.
    """
    result = list(into)
    for element in elements:
        rank = ranks.get(element, len(ranks))
        at = next((i for i, other in enumerate(result) if ranks.get(other, -1) > rank), len(result))
        result.insert(at, element)
    return result


def inserted(into: Sequence[str], elements: Sequence[str], index: int) -> list[str]:
    """Return elements put into a sequence as a block at an index, which is brought into range."""
    at = max(0, min(index, len(into)))
    return [*into[:at], *elements, *into[at:]]


def with_flow(page: Page, old: Flow, new: Flow) -> Page:
    """Return the page with one flow exchanged."""
    return with_flows(page, (new if flow is old else flow for flow in page.flows))


def known_elements(edition: Edition, elements: Iterable[str]) -> tuple[str, ...]:
    """Return element ids once each, in the order given.

    Raises:
        UsageError: The edition has no such element.
    """
    known = reading_order(edition)
    ids = tuple(dict.fromkeys(elements))
    for element in ids:
        if element not in known:
            raise UsageError("There is no element {id} any more.", id=element)
    return ids


def page_of(edition: Edition, page_id: str) -> Page:
    """Return a page by id.

    Raises:
        UsageError: The edition has no such page.
    """
    for page in edition.pages:
        if page.id == page_id:
            return page
    raise UsageError("There is no page {id} any more.", id=page_id)
