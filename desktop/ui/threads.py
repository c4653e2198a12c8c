"""Frames by hand: a text continued in another frame or on another page, a thread cut, contents exchanged."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.edition import Page
from desktop.session import Session
from desktop.session.commands import ContinueText, CutThread, EndContinuation, SwapFrames, ThreadFrames
from desktop.session.flows import HOLDING_TEXT, RUNNING
from desktop.ui.language import tr
from desktop.ui.paging import number_words
from desktop.ui.placing import Perform


class Goal(Struct, frozen=True):
    """A frame that can be chosen, by its slot's name; ``page`` where it is on another page."""

    frame: str
    name: str
    page: str | None = None


class ThreadingWork:
    """What the Page menu does with the frame that is selected, or in which the selected element ends.

    Args:
        session: the open edition.
        perform: does commands.
        language: of slot names.
    """

    def __init__(self, session: Session, perform: Perform, language: str) -> None:
        self._session, self._perform, self._language = session, perform, language

    def home(self) -> str | None:
        """Return the frame that is meant."""
        page, selection = self._session.page, self._session.selection
        if page is None:
            return None
        if selection.frames:
            return selection.frames[-1]
        flows = (flow for element in selection.elements for flow in page.flows_of_element(element))
        return next((flow.frames[-1] for flow in flows if flow.frames), None)

    def continuations(self) -> tuple[Goal, ...]:
        """Return the frames that the text could run on into."""
        page, home = self._session.page, self.home()
        if page is None or home is None or page.slot_of(home).kind not in RUNNING:
            return ()
        flow = page.flow_of_frame(home)
        own = flow.frames if flow else (home,)
        return self._goals(page, [f.id for f in page.frames if f.id not in own and page.slot_of(f.id).kind in RUNNING])

    def onward(self) -> tuple[Goal, ...]:
        """Return the frames of later pages in which the text could go on; those in which nothing stands first."""
        page, home, edition = self._session.page, self.home(), self._session.edition
        flow = page.flow_of_frame(home) if page is not None and home is not None else None
        if page is None or flow is None or not page.runs_on(flow):
            return ()
        goals: list[tuple[bool, Goal]] = []
        for later in edition.pages[edition.position(page) + 1 :]:
            number = number_words(later) or tr("Page {number}", number=edition.printed_number(later))
            for frame in later.frames:
                slot, there = later.slot_of(frame.id), later.flow_of_frame(frame.id)
                if slot.kind in RUNNING and (there is None or there.continues is None):
                    goal = Goal(frame.id, f"{number} · {slot.name(self._language)}", later.id)
                    goals.append((there is not None, goal))
        return tuple(goal for _, goal in sorted(goals, key=lambda pair: pair[0]))

    def continue_in(self, frame: str, on: str | None = None) -> None:
        """Let the text run on into a frame, or go on in a frame of a later page."""
        page, home = self._session.page, self.home()
        if page is not None and home is not None and on is not None:
            self._perform(ContinueText(page.id, home, on, (frame,)))
        elif page is not None and home is not None:
            flow = page.flow_of_frame(home)
            self._perform(ThreadFrames(page.id, (*(flow.frames if flow else (home,)), frame)))

    def partners(self) -> tuple[Goal, ...]:
        """Return the frames whose contents could change places with this one's."""
        page, home = self._session.page, self.home()
        if page is None or home is None:
            return ()
        text = page.slot_of(home).kind in HOLDING_TEXT
        same = [f.id for f in page.frames if f.id != home and (page.slot_of(f.id).kind in HOLDING_TEXT) is text]
        return self._goals(page, same)

    def swap_with(self, frame: str) -> None:
        """Exchange what two frames hold."""
        page, home = self._session.page, self.home()
        if page is not None and home is not None:
            self._perform(SwapFrames(page.id, home, frame))

    def cut(self) -> None:
        """End the thread before the frame; all its text stays in the frames before, or on the page it comes from."""
        page, home = self._session.page, self.home()
        if page is None or home is None:
            return
        flow = page.flow_of_frame(home)
        if flow is not None and flow.continues is not None and flow.frames[0] == home:
            self._perform(EndContinuation(page.id, home))
        else:
            self._perform(CutThread(page.id, home))

    def _goals(self, page: Page, frames: list[str]) -> tuple[Goal, ...]:
        return tuple(Goal(frame, page.slot_of(frame).name(self._language)) for frame in frames)
