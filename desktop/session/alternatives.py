"""Other ways to fill a page, to be flipped through: which section where, pictures left or right, large or small.

Every alternative is a page as it would be. Each differs from the page as it is and from the others; where the layout
allows too few, other layouts make up the number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import propose, propose_as_thread, propose_by_sections, stacks_of
from desktop.errors import Message, Named, message
from desktop.model.edition import Edition, Flow, Frame, Page
from desktop.model.layout import Layout, Slot, SlotKind
from desktop.model.story import Role, Story
from desktop.session.assigning import assigned
from desktop.session.flows import SHOWING_PICTURES, with_flows
from desktop.session.mirroring import mirrored
from desktop.session.relay import caption_of, relaid

LEAST = 3
"""Alternatives that a person can choose from at least."""


class Alternative(Struct, frozen=True):
    """A page as it would be, and in a few words what is done otherwise."""

    name: Message
    page: Page


def alternatives(edition: Edition, page_id: str, layouts: Sequence[Layout] = ()) -> tuple[Alternative, ...]:
    """Return other ways to fill a page.

    Args:
        edition: as it is; everything that stands on no other page is assigned.
        page_id: of the page.
        layouts: others to fall back on.
    """
    page = edition.page(page_id)
    own = (Alternative(name, made) for name, make in _WAYS if (made := make(edition, page)) is not None)
    found = _different(page, own)
    for more in _in_layouts(edition, page, layouts) if len(found) < LEAST else ():
        found = _different(page, (*found, more))
        if len(found) >= LEAST:
            break
    return found


def _different(page: Page, found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Return alternatives that differ from a page and from each other, the first of equals."""
    seen = [_core(page)]
    kept = []
    for one in found:
        if _core(one.page) not in seen:
            seen.append(_core(one.page))
            kept.append(one)
    return tuple(kept)


def _core(page: Page) -> tuple[object, ...]:
    """Return what tells pages apart for the eye: the layout, what stands where, and the pictures."""
    flows = frozenset((flow.frames, flow.elements, flow.continues) for flow in page.flows)
    return (page.layout, flows, tuple(frame.media for frame in page.frames))


def _by_role(edition: Edition, page: Page) -> Page:
    return _paired(page, assigned(edition, page, propose))


def _by_sections(edition: Edition, page: Page) -> Page:
    return _paired(page, assigned(edition, page, propose_by_sections))


def _stacks_turned(edition: Edition, page: Page) -> Page | None:
    order = _stacks_reversed(page.layout)
    if order is None:
        return None
    return _paired(page, assigned(edition, page, partial(propose_by_sections, order=order)))


def _longest_first(edition: Edition, page: Page) -> Page:
    return _paired(page, assigned(edition, page, _longest_in_widest))


def _as_thread(edition: Edition, page: Page) -> Page:
    return _paired(page, assigned(edition, page, propose_as_thread))


def _other_side(edition: Edition, page: Page) -> Page:
    turned = _on_layout(page, mirrored(page.layout))
    return _paired(page, assigned(edition, turned, propose))


def _other_side_by_sections(edition: Edition, page: Page) -> Page:
    turned = _on_layout(page, mirrored(page.layout))
    return _paired(page, assigned(edition, turned, propose_by_sections))


def _mirrored_as_it_is(edition: Edition, page: Page) -> Page:  # noqa: ARG001 - as the others
    return _on_layout(page, mirrored(page.layout))


def _pictures_exchanged(edition: Edition, page: Page) -> Page | None:
    return _exchanged(_by_role(edition, page))


_WAYS: tuple[tuple[Message, Callable[[Edition, Page], Page | None]], ...] = (
    (message("By role"), _by_role),
    (message("A frame for every section"), _by_sections),
    (message("Pictures at the other side"), _other_side),
    (message("Pictures at the other side, a frame for every section"), _other_side_by_sections),
    (message("Sections the other way round"), _stacks_turned),
    (message("Pictures exchanged"), _pictures_exchanged),
    (message("The longest section in the widest place"), _longest_first),
    (message("One text through all frames"), _as_thread),
    (message("All as it stands, mirrored"), _mirrored_as_it_is),
)
"""What the page's own layout allows, the usual first."""


def _in_layouts(edition: Edition, page: Page, layouts: Sequence[Layout]) -> Iterator[Alternative]:
    """Yield the page in other layouts."""
    for layout in layouts:
        if layout.id != page.layout.id:
            fresh = relaid(edition, page, layout).page(page.id)
            made = assigned(edition.replacing_page(fresh), fresh, propose)
            yield Alternative(message("In the layout “{name}”", name=Named(layout.names)), _paired(fresh, made))


def _on_layout(page: Page, layout: Layout) -> Page:
    return page if layout is page.layout else replace(page, layout=layout)


# Sections


def _stacks_reversed(layout: Layout) -> tuple[str, ...] | None:
    """Return the slots of running text with the stacks in the other order; None where all stand in one."""
    texts = [slot.id for slot in layout.arranged.slots() if _takes_body(slot)]
    stacks = stacks_of(layout)
    there = sorted({stacks.get(slot, -1) for slot in texts}, reverse=True)
    if len(there) < 2:
        return None
    return tuple(slot for stack in there for slot in texts if stacks.get(slot, -1) == stack)


def _takes_body(slot: Slot) -> bool:
    return slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts


def _longest_in_widest(layout: Layout, stories: Sequence[Story]) -> tuple[Flow, ...]:
    """Return an assignment in which the flows' contents change places: the longest to where most columns are."""
    flows = propose_by_sections(layout, stories)
    lengths = {e.id: e.length for story in stories for e in story.elements}
    texts = [i for i, flow in enumerate(flows) if all(_takes_body(layout.slot(slot)) for slot in flow.frames)]
    if len({_story_of(flows[i], stories) for i in texts}) != 1:
        return flows  # texts of several stories do not change places
    opening = _opening(flows[texts[0]], stories) if texts else ()
    contents = [tuple(e for e in flows[i].elements if e not in opening) for i in texts]
    longest = sorted(contents, key=lambda elements: -sum(lengths[e] for e in elements))
    widest = sorted(texts, key=lambda i: -sum(layout.slot(slot).columns for slot in flows[i].frames))
    given = dict(zip(widest, longest, strict=True))
    made = list(flows)
    for i in texts:
        made[i] = replace(flows[i], elements=given[i])
    first = texts[0] if texts else 0
    if opening:
        made[first] = replace(made[first], elements=(*opening, *made[first].elements))
    return tuple(made)


def _story_of(flow: Flow, stories: Sequence[Story]) -> str:
    return next((s.id for s in stories if any(e.id in flow.elements for e in s.elements)), "")


def _opening(flow: Flow, stories: Sequence[Story]) -> tuple[str, ...]:
    """Return what stands before the first section: it stays where the text begins."""
    roles = {e.id: e.role for story in stories for e in story.elements}
    heads = [at for at, element in enumerate(flow.elements) if roles[element] is Role.SUBHEAD]
    return flow.elements[: heads[0]] if heads else ()


# Pictures


def _paired(before: Page, after: Page) -> Page:
    """Return a page on which pictures stand above the captions that they had; the others stay in their slots."""
    filled = [frame for frame in before.frames if frame.media and before.slot_of(frame.id).kind in SHOWING_PICTURES]
    goals = {frame.id: frame for frame in after.frames if after.slot_of(frame.id).kind in SHOWING_PICTURES}
    shown: dict[str, Frame] = {}
    left = []
    for frame in filled:
        words = set(caption_of(before, frame.id))
        goal = next((g for g in goals if g not in shown and words & set(caption_of(after, g))), None)
        if goal is None:
            left.append(frame)
        else:
            shown[goal] = frame
    for frame in left:
        free = [goal for goal in goals if goal not in shown]
        same = frame.id if frame.id in free else next(iter(free), None)
        if same is None:
            return after
        shown[same] = frame
    frames = tuple(_showing(frame, shown.get(frame.id)) if frame.id in goals else frame for frame in after.frames)
    return replace(after, frames=frames)


def _showing(frame: Frame, source: Frame | None) -> Frame:
    if source is None:
        return replace(frame, media=None, view=None)
    return replace(frame, media=source.media, view=source.view if source.id == frame.id else None)


def _exchanged(page: Page) -> Page | None:
    """Return a page on which the largest picture and the next one change places, captions too; None for fewer."""
    pictures = [f for f in page.frames if page.slot_of(f.id).kind is SlotKind.PICTURE and f.place is None]
    full = [f for f in pictures if f.media or caption_of(page, f.id)]
    if len(full) < 2:
        return None
    one, other = sorted(full, key=lambda frame: -page.slot_of(frame.id).columns)[:2]
    pair = {one.id: other.id, other.id: one.id}
    words = _caption_frames(page)
    first, second = words.get(one.id), words.get(other.id)
    if (first is None) != (second is None):
        return None  # one caption would be left beside the other's picture
    if first is not None and second is not None:
        pair |= {first: second, second: first}
    frames = tuple(_showing(f, page.frame(pair[f.id])) if f.id in (one.id, other.id) else f for f in page.frames)
    flows = [replace(flow, frames=tuple(pair.get(frame, frame) for frame in flow.frames)) for flow in page.flows]
    return with_flows(replace(page, frames=frames), flows)


def _caption_frames(page: Page) -> dict[str, str]:
    """Return the frame of each picture's caption."""
    slots = {frame.slot: frame.id for frame in page.frames}
    pairs = ((page.slot_of(frame.id).caption_of, frame.id) for frame in page.frames)
    return {slots[picture]: caption for picture, caption in pairs if picture in slots}
