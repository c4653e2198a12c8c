"""Frames by hand: a text continued in another frame, a thread cut, two frames' contents exchanged."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.edition import Page
from desktop.session import Session
from desktop.session.commands import CutThread, SwapFrames, ThreadFrames
from desktop.session.flows import HOLDING_TEXT, RUNNING
from desktop.ui.placing import Perform


class Goal(Struct, frozen=True):
    """A frame that can be chosen, by its slot's name."""

    frame: str
    name: str


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

    def continue_in(self, frame: str) -> None:
        """Let the text run on into a frame."""
        page, home = self._session.page, self.home()
        if page is not None and home is not None:
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
        """End the thread before the frame; all its text stays in the frames before."""
        page, home = self._session.page, self.home()
        if page is not None and home is not None:
            self._perform(CutThread(page.id, home))

    def _goals(self, page: Page, frames: list[str]) -> tuple[Goal, ...]:
        return tuple(Goal(frame, page.slot_of(frame).name(self._language)) for frame in frames)
