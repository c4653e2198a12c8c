"""Texts that go on on another page."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Continues, Edition, Flow, Page
from desktop.session.commands.command import Alone
from desktop.session.flows import (
    RUNNING,
    check_thread,
    page_of,
    reading_order,
    standing_flows,
    threaded,
    with_flow,
    with_flows,
)


class ContinueText(Alone, frozen=True):
    """Let what finds no room in the flow of a frame go on in frames of a later page.

    A text goes on in one place; if it went on in another, it does so no more. What stands in the frames follows it.
    """

    source: str
    frame: str
    page: str
    frames: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Continue on another page")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the text going on.

        Raises:
            UsageError: The page is not a later one, no text runs through the frame, or none can run through the others.
        """
        source, page = page_of(edition, self.source), page_of(edition, self.page)
        if edition.position(source) >= edition.position(page):
            raise UsageError("A text goes on on a later page only.")
        flow = source.flow_of_frame(self.frame)
        if flow is None or not source.runs_on(flow):
            raise UsageError("No text that could go on runs through “{frame}”.", frame=self.frame)
        _check_running(page, self.frames)
        edition = _without_continuation(edition, source, flow)
        page, target = threaded(edition.page(page.id), self.frames, reading_order(edition))
        if target.continues is not None:
            raise UsageError("Another text goes on in “{frame}” already.", frame=target.frames[0])
        link = Continues(source.id, flow.frames[0])
        return edition.replacing_page(with_flow(page, target, replace(target, continues=link)))


class EndContinuation(Alone, frozen=True):
    """Let the flow of a frame continue no other page's text; that is overset where it began, what else stands stays."""

    page: str
    frame: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("End the continuation")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the flow on its own."""
        page = page_of(edition, self.page)
        flow = page.flow_of_frame(self.frame)
        if flow is None or flow.continues is None:
            return edition
        return edition.replacing_page(_on_its_own(page, flow))


def _check_running(page: Page, frames: tuple[str, ...]) -> None:
    check_thread(page, frames)
    for frame in frames:
        if page.slot_of(frame).kind not in RUNNING:
            raise UsageError("Text cannot run on through “{frame}”; it takes what stands in one place.", frame=frame)


def _without_continuation(edition: Edition, source: Page, flow: Flow) -> Edition:
    """Return the edition with a flow going on nowhere."""
    for page in edition.pages:
        for other in page.flows:
            link = other.continues
            if link is not None and link.page == source.id and link.frame in flow.frames:
                edition = edition.replacing_page(_on_its_own(edition.page(page.id), other))
    return edition


def _on_its_own(page: Page, flow: Flow) -> Page:
    alone = with_flow(page, flow, replace(flow, continues=None))
    return with_flows(alone, standing_flows(alone.flows))
