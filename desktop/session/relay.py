"""Where elements go when the layout or their role changes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.compose import new_page, propose
from desktop.model.edition import Edition, Flow, Frame, Page
from desktop.model.layout import Layout, Slot
from desktop.session.flows import SHOWING_PICTURES, merged, reading_order, without_elements


def relaid(edition: Edition, page: Page, layout: Layout) -> Page:
    """Return the page in another layout.

    Where the new layout has the same slots, flows stay as they were; other elements go where a proposal puts their
    role. What was unplaced stays so. Pictures keep slots of the same name, the others fill the free ones in order.
    """
    fresh = new_page(page.id, layout, page.number, page.date)
    fresh = replace(fresh, frames=tuple(_furnished(page, fresh)))
    kept = [flow for flow in _by_slots(page) if _fits(flow, page.layout, layout)]
    ranks = reading_order(edition)
    placed = {element for flow in page.flows for element in flow.elements}
    settled = {element for flow in kept for element in flow.elements}
    stories = [replace(s, elements=tuple(e for e in s.elements if e.id in placed)) for s in edition.stories]
    flows = list(kept)
    for flow in propose(layout, [story for story in stories if story.elements]):
        _put(flows, replace(flow, elements=tuple(e for e in flow.elements if e not in settled)), ranks)
    return replace(fresh, flows=tuple(flows))


def _by_slots(page: Page) -> Iterator[Flow]:
    """Yield the page's flows with slots in place of frames: frames of a new page are named after their slots."""
    for flow in page.flows:
        yield replace(flow, frames=tuple(page.frame(frame).slot for frame in flow.frames))


def _fits(flow: Flow, old: Layout, new: Layout) -> bool:
    slots = {slot.id: slot for slot in new.slots()}
    return all(slot in slots and slots[slot].kind is old.slot(slot).kind for slot in flow.frames)


def _put(flows: list[Flow], flow: Flow, ranks: dict[str, int]) -> None:
    """Add a flow to others; where its frames are taken, its elements join the flow that has the first of them."""
    if not flow.elements:
        return
    taken = next((i for i, other in enumerate(flows) if set(other.frames) & set(flow.frames)), None)
    if taken is None:
        flows.append(flow)
        return
    elements = merged(flows[taken].elements, flow.elements, ranks)
    flows[taken] = replace(flows[taken], elements=tuple(elements))


def _furnished(page: Page, fresh: Page) -> Iterator[Frame]:
    """Yield the frames of a new page with the old one's pictures, and its heights where the slot is the same.

    Free pictures stay where they stand on a grid of as many columns and lines, else they go into their slots.
    """
    grids = [(made.layout.grid.columns, made.layout.grid.lines) for made in (page, fresh)]
    old = {frame.slot: frame for frame in page.frames}
    keeping = {frame.slot for frame in fresh.frames if _shows(fresh, frame) and frame.slot in old}
    homeless = [frame.media for frame in page.frames if frame.media and frame.slot not in keeping]
    for frame in fresh.frames:
        before = old.get(frame.slot)
        media = before.media if before and frame.slot in keeping else None
        if media is None and homeless and _shows(fresh, frame):
            media = homeless.pop(0)
        same = before is not None and _same(page.layout.slot(frame.slot), fresh.layout.slot(frame.slot))
        free = before if before and frame.slot in keeping else None
        yield replace(
            frame,
            media=media,
            lines=before.lines if before and same else None,
            place=free.place if free and grids[0] == grids[1] else None,
            runaround=free.runaround if free else None,
        )


def _shows(page: Page, frame: Frame) -> bool:
    return page.slot_of(frame.id).kind in SHOWING_PICTURES


def _same(old: Slot, new: Slot) -> bool:
    return replace(old, names=()) == replace(new, names=())


def at_home(edition: Edition, element_id: str) -> Edition:
    """Return the edition with a placed element moved, if its frames do not take its role, to where a proposal puts it.

    An element that is not placed stays so, and so does one for which the page has no better place.
    """
    element = edition.element(element_id)
    for page in edition.pages:
        flow = next((flow for flow in page.flows if element_id in flow.elements), None)
        if flow is None or any(element.role in page.slot_of(frame).accepts for frame in flow.frames):
            continue
        placed = {e for other in page.flows for e in other.elements}
        stories = [replace(s, elements=tuple(e for e in s.elements if e.id in placed)) for s in edition.stories]
        wanted = next((f for f in propose(page.layout, stories) if element_id in f.elements), None)
        if wanted is None or not any(element.role in page.layout.slot(slot).accepts for slot in wanted.frames):
            continue
        edition = edition.replacing_page(_moved(page, element_id, wanted, reading_order(edition)))
    return edition


def _moved(page: Page, element: str, wanted: Flow, ranks: dict[str, int]) -> Page:
    """Return the page with an element moved to the flow of some slots."""
    frames = {frame.slot: frame.id for frame in page.frames}
    flows = list(without_elements(page, {element}).flows)
    _put(flows, Flow(tuple(frames[slot] for slot in wanted.frames), (element,)), ranks)
    return replace(page, flows=tuple(flows))
