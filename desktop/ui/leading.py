"""Text led from frame to frame by a hand: what the port of a text frame does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.model.edition import Flow, Page
from desktop.session import Session
from desktop.session.commands import ThreadFrames
from desktop.session.flows import RUNNING
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.threadtool import ThreadActs, ThreadTool
from desktop.ui.language import tr
from desktop.ui.placing import Perform


class LeadingWork(QObject):
    """Lets a pressed port be dragged onto the frame in which the text goes on.

    On a frame of another thread, or of none, the text runs on there next; on one of the same thread that frame moves
    up, right behind the one the drag began at. The text itself stays whole.

    Args:
        session: the open edition.
        canvas: tells of the pressed port; takes the tool.
        perform: does commands.
        language: of slot names.
        window: the parent.
    """

    def __init__(self, session: Session, canvas: PageCanvas, perform: Perform, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._canvas, self._perform, self._language = session, canvas, perform, language
        self._tool: ThreadTool | None = None
        canvas.port_pressed.connect(self.begin)

    @property
    def active(self) -> bool:
        """Whether a line is being drawn."""
        return self._tool is not None and self._canvas.tool is self._tool

    def begin(self, frame: str, at: QPoint) -> None:
        """Draw a line from a frame's port, which was pressed at a position of the viewport."""
        page = self._session.page
        if page is None:
            return
        acts = ThreadActs(self._goals(page, frame), lambda goal: self.lead(frame, goal), self.leave)
        self._tool = ThreadTool(self._canvas, at, acts)
        self._canvas.set_tool(self._tool)
        self._canvas.setFocus()

    def leave(self) -> None:
        """Draw no more: also where the page, or what stands on it, is another and other frames were meant."""
        if self.active:
            self._canvas.set_tool(None)
        self._tool = None

    def lead(self, frame: str, goal: str) -> None:
        """Let the text of a frame run on into another one next."""
        page = self._session.page
        if page is None:
            return
        own = [known for known in _flow(page, frame).frames if known != goal]
        at = own.index(frame) + 1
        self._perform(ThreadFrames(page.id, (*own[:at], goal, *own[at:])))

    def _goals(self, page: Page, frame: str) -> dict[str, str]:
        """Return what leading the text into each frame would do, in words."""
        own = _flow(page, frame).frames
        following = own[own.index(frame) + 1 : own.index(frame) + 2]
        words: dict[str, str] = {}
        for known in page.frames:
            slot = page.slot_of(known.id)
            if slot.kind not in RUNNING or known.id == frame or known.id in following:
                continue
            name = slot.name(self._language)
            moved = tr("{name} comes next in this thread", name=name)
            words[known.id] = moved if known.id in own else tr("The text runs on in {name}", name=name)
        return words


def _flow(page: Page, frame: str) -> Flow:
    return page.flow_of_frame(frame) or Flow((frame,), ())
