"""Putting elements into frames and taking them out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Continues, Edition, Page
from desktop.session.commands.command import Alone
from desktop.session.flows import (
    HOLDING_TEXT,
    check_thread,
    inserted,
    known_elements,
    merged,
    page_of,
    reading_order,
    standing_flows,
    taken_out,
    threaded,
    with_flow,
    with_flows,
    without_elements,
)


class AssignElements(Alone, frozen=True):
    """Put elements into a thread of frames (often one), moving them out of wherever they stood.

    A frame that is part of a thread stands for the whole thread. Without an index every element goes where it is
    read; with one they stand as a block, in the order given, before what had that place in the flow.
    """

    page: str
    elements: tuple[str, ...]
    frames: tuple[str, ...]
    index: int | None = None

    @property
    def name(self) -> Message:
        """What the history tells."""
        template = "Assign {count} elements" if len(self.elements) > 1 else "Assign element"
        return message(template, count=len(self.elements)) if len(self.elements) > 1 else message(template)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the elements in the frames."""
        page = page_of(edition, self.page)
        check_thread(page, self.frames)
        elements = known_elements(edition, self.elements)
        if not elements:
            return edition
        ranks = reading_order(edition)
        index = _index_without(page, self.frames[0], elements, self.index)
        edition = taken_out(edition, elements).replacing_page(without_elements(page, elements, keep=self.frames))
        page, flow = threaded(edition.page(self.page), self.frames, ranks)
        if index is None:
            ordered = sorted(elements, key=ranks.__getitem__)
            fresh = merged(flow.elements, ordered, ranks)
        else:
            fresh = inserted(flow.elements, elements, index)
        return edition.replacing_page(with_flow(page, flow, replace(flow, elements=tuple(fresh))))


def _index_without(page: Page, frame: str, elements: tuple[str, ...], index: int | None) -> int | None:
    """Return an index into a flow as it is once the elements that move have left it."""
    flow = page.flow_of_frame(frame)
    if index is None or flow is None:
        return index
    return index - sum(1 for element in flow.elements[: max(0, index)] if element in elements)


class UnassignElements(Alone, frozen=True):
    """Take elements off the pages; they are unplaced then."""

    elements: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Take off the page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition without the elements on its pages."""
        return taken_out(edition, frozenset(self.elements))


class ThreadFrames(Alone, frozen=True):
    """Run one flow through these frames in this order; the flows that touch them become one."""

    page: str
    frames: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Thread frames")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frames threaded."""
        page = page_of(edition, self.page)
        check_thread(page, self.frames)
        page, flow = threaded(page, self.frames, reading_order(edition))
        if flow.frames[: len(self.frames)] != self.frames:  # frames of one flow, in a new order
            rest = (frame for frame in flow.frames if frame not in self.frames)
            page = with_flow(page, flow, replace(flow, frames=(*self.frames, *rest)))
        return edition.replacing_page(page)


class CutThread(Alone, frozen=True):
    """End a thread before a frame: the frames from it on are free, all text stays in those before it."""

    page: str
    frame: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Cut thread")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the thread cut; unchanged where the frame begins its flow or has none."""
        page = page_of(edition, self.page)
        flow = page.flow_of_frame(self.frame)
        if flow is None or flow.frames[0] == self.frame:
            return edition
        kept = replace(flow, frames=flow.frames[: flow.frames.index(self.frame)])
        flows = [kept if other is flow else other for other in page.flows]
        return edition.replacing_page(with_flows(page, standing_flows(flows)))


class SwapFrames(Alone, frozen=True):
    """Exchange what two frames hold: their places in flows, and their pictures."""

    page: str
    first: str
    second: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Swap contents")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the contents exchanged.

        Raises:
            UsageError: One is a place for a picture and the other for text, or a thread cannot run through it.
        """
        page = page_of(edition, self.page)
        pair = {self.first: self.second, self.second: self.first}
        if not {frame.id for frame in page.frames} >= pair.keys():
            raise UsageError("The page has no such frames: {first}, {second}.", first=self.first, second=self.second)
        text = [page.slot_of(frame).kind in HOLDING_TEXT for frame in pair]
        if text.count(True) == 1:
            raise UsageError("A picture and text cannot change places.")
        media = {frame.id: frame.media for frame in page.frames}
        frames = tuple(
            replace(frame, media=media[pair[frame.id]]) if frame.id in pair else frame for frame in page.frames
        )
        flows = tuple(replace(flow, frames=tuple(pair.get(f, f) for f in flow.frames)) for flow in page.flows)
        for flow in flows:
            check_thread(page, flow.frames)
        edition = edition.replacing_page(replace(page, frames=frames, flows=flows))
        return replace(edition, pages=tuple(_relinked(other, page.id, pair) for other in edition.pages))


def _relinked(page: Page, source: str, pair: Mapping[str, str]) -> Page:
    """Return a page whose flows continue the texts they did, which stand in each other's frames on another page now."""
    flows = []
    for flow in page.flows:
        link = flow.continues
        moved = link is not None and link.page == source and link.frame in pair
        flows.append(replace(flow, continues=Continues(source, pair[link.frame])) if link and moved else flow)
    return with_flows(page, flows)
