"""Where elements, pictures and drawn frames go when the layout changes, and elements when their role does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop.compose import new_page, propose
from desktop.model.edition import Continues, Edition, Flow, Frame, Page
from desktop.model.layout import Layout, Slot, SlotKind
from desktop.model.story import Role
from desktop.session.flows import RUNNING, SHOWING_PICTURES, merged, reading_order, with_flows, without_elements


def relaid(edition: Edition, page: Page, layout: Layout) -> Edition:
    """Return the edition with a page in another layout.

    Where the new layout has the same slots, flows stay as they were; other elements go where a proposal puts their
    role. What was unplaced stays so. Pictures keep slots of the same name, else they follow their caption, else they
    fill the free slots of their kind in order. Frames that were drawn come along. Texts that go on from or to other
    pages do so still.
    """
    layout = with_drawn(page, layout)
    fresh = new_page(page.id, layout, page.number, page.date)
    kept = [flow for flow in _by_slots(page) if _fits(flow, page.layout, layout)]
    ranks = reading_order(edition)
    placed = {element for flow in page.flows for element in flow.elements}
    settled = {element for flow in kept for element in flow.elements}
    stories = [replace(s, elements=tuple(e for e in s.elements if e.id in placed)) for s in edition.stories]
    flows = list(kept)
    for flow in propose(layout, [story for story in stories if story.elements]):
        _put(flows, replace(flow, elements=tuple(e for e in flow.elements if e not in settled)), ranks)
    for flow in page.flows:
        go_on(flows, flow, layout)
    fresh = replace(fresh, flows=tuple(flows), kinsoku=page.kinsoku, variants=page.variants)
    fresh = replace(fresh, frames=tuple(_furnished(page, fresh)))
    return relinked(edition.replacing_page(fresh), page, fresh)


def with_drawn(page: Page, layout: Layout) -> Layout:
    """Return a layout with the frames that were drawn on a page, as far as it has no slots of their names."""
    taken = {slot.id for slot in layout.slots()}
    drawn = tuple((line, slot) for line, slot in page.layout.loose if slot.id not in taken)
    columns = layout.grid.columns
    fitted = tuple((line, slot if slot.columns <= columns else replace(slot, columns=columns)) for line, slot in drawn)
    inside = tuple((line, replace(s, column=min(s.column, columns - s.columns + 1))) for line, s in fitted)
    return replace(layout, loose=(*layout.loose, *inside)) if inside else layout


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


# Texts of other pages


def go_on(flows: list[Flow], old: Flow, layout: Layout) -> None:
    """Let the text of an earlier page go on where its own elements went, or in a free slot for text.

    It is left out where there is neither: the list of what found no place names it.
    """
    if old.continues is None or any(flow.continues == old.continues for flow in flows):
        return
    at = next((i for i, f in enumerate(flows) if set(f.elements) & set(old.elements) and f.continues is None), None)
    if at is not None and all(layout.slot(slot).kind in RUNNING for slot in flows[at].frames):
        flows[at] = replace(flows[at], continues=old.continues)
        return
    taken = {frame for flow in flows for frame in flow.frames}
    texts = (slot for slot in layout.slots() if slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts)
    free = next((slot.id for slot in texts if slot.id not in taken), None)
    if free is not None:
        flows.append(Flow((free,), (), old.continues))


def relinked(edition: Edition, before: Page, after: Page) -> Edition:
    """Return the edition in which later pages go on with the texts that they did, wherever these stand now."""
    goals: dict[str, str] = {}
    for flow in before.flows:
        now = successor(before, after, flow)
        goals |= dict.fromkeys(flow.frames, now.frames[0]) if now is not None else {}

    def linked(flow: Flow) -> Flow:
        link = flow.continues
        if link is None or link.page != after.id or after.flow_of_frame(link.frame) is not None:
            return flow
        return replace(flow, continues=Continues(link.page, goals[link.frame])) if link.frame in goals else flow

    return replace(edition, pages=tuple(with_flows(p, [linked(f) for f in p.flows]) for p in edition.pages))


def successor(before: Page, after: Page, flow: Flow) -> Flow | None:
    """Return what became of a flow in another layout: the one with its last element, or with the same other text."""
    if flow.elements:
        return next((other for other in after.flows if flow.elements[-1] in other.elements), None)
    slots = tuple(before.frame(frame).slot for frame in flow.frames)
    same = (other for other in after.flows if other.frames == slots or (flow.continues and _same_text(flow, other)))
    return next(same, None)


def _same_text(one: Flow, other: Flow) -> bool:
    return one.continues == other.continues


# Pictures


def _furnished(page: Page, fresh: Page) -> Iterator[Frame]:
    """Yield the frames of a new page with the old one's pictures, and its heights where the slot is the same.

    Free pictures stay where they stand on a grid of as many columns and lines, else they go into their slots; frames
    that were drawn stay free, brought onto the new grid.
    """
    grid = fresh.layout.grid
    same_grid = (page.layout.grid.columns, page.layout.grid.lines) == (grid.columns, grid.lines)
    old = {frame.slot: frame for frame in page.frames}
    drawn = {slot.id for _, slot in page.layout.loose}
    shown = _pictures(page, fresh)
    for frame in fresh.frames:
        before, source = old.get(frame.slot), shown.get(frame.slot)
        made = replace(frame, media=source.media, view=source.view) if source else frame
        if before is None:
            yield made
            continue
        if _same(page.layout.slot(frame.slot), fresh.layout.slot(frame.slot)):
            made = replace(made, lines=before.lines)
        if frame.slot in drawn and before.place is not None:
            place = before.place.within(grid.columns, grid.lines)
            yield replace(made, place=place, runaround=before.runaround, locked=before.locked, group=before.group)
        elif _shows(fresh, frame):
            yield replace(made, place=before.place if same_grid else made.place, runaround=before.runaround)
        else:
            yield made


def _pictures(page: Page, fresh: Page) -> dict[str, Frame]:
    """Return the old frames whose pictures the slots of the new page show."""
    goals = {frame.slot: frame for frame in fresh.frames if _shows(fresh, frame)}
    filled = [frame for frame in page.frames if frame.media]
    shown = {frame.slot: frame for frame in filled if frame.slot in goals}
    homeless = [frame for frame in filled if frame.slot not in goals]
    for find in (_beside_caption, _of_kind, _any):
        left = []
        for frame in homeless:
            free = [goal for slot, goal in goals.items() if slot not in shown]
            goal = find(page, fresh, frame, free)
            if goal is None:
                left.append(frame)
            else:
                shown[goal.slot] = frame
        homeless = left
    return shown


def _beside_caption(page: Page, fresh: Page, frame: Frame, free: Sequence[Frame]) -> Frame | None:
    """Return the free frame below which a picture's caption stands now."""
    words = caption_of(page, frame.id)
    return next((goal for goal in free if words and set(words) & set(caption_of(fresh, goal.id))), None)


def _of_kind(page: Page, fresh: Page, frame: Frame, free: Sequence[Frame]) -> Frame | None:
    kind = page.slot_of(frame.id).kind
    return next((goal for goal in free if fresh.slot_of(goal.id).kind is kind), None)


def _any(page: Page, fresh: Page, frame: Frame, free: Sequence[Frame]) -> Frame | None:  # noqa: ARG001 - as the others
    return next(iter(free), None)


def caption_of(page: Page, frame: str) -> tuple[str, ...]:
    """Return the elements in the caption's frame of a picture's."""
    slot = page.frame(frame).slot
    captions = (f.id for f in page.frames if page.slot_of(f.id).caption_of == slot)
    flows = (page.flow_of_frame(caption) for caption in captions)
    return tuple(element for flow in flows if flow for element in flow.elements)


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
