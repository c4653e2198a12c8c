"""Pictures by hand: dragged and nudged over the page, put back into their slots, and how text runs round them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QPoint

from desktop.errors import BanxinError
from desktop.model.edition import Frame, Page
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.session import Session
from desktop.session.commands import Command, MoveFrames, PlaceFrame, ReturnFrame, SetRunaround, SwapFrames
from desktop.session.commands.frames import group_of, shifted
from desktop.session.freestanding import FrameDrag, Grip, dragged, standing, with_contour
from desktop.session.targets import picture_frames
from desktop.ui.actions import Handler
from desktop.ui.framedrag import PictureDrag
from desktop.ui.placing import Perform


class FreeFrameWork:
    """What is done with the selected picture.

    Args:
        session: the open edition.
        perform: does commands.
        perform_on: does commands that become one step with the one before.
        drag: of pictures over the page.
        failed: is told what could not be done.
    """

    def __init__(
        self,
        session: Session,
        perform: Perform,
        perform_on: Perform,
        drag: PictureDrag,
        failed: Callable[[BanxinError], None],
    ) -> None:
        self._session, self._perform, self._perform_on, self._drag = session, perform, perform_on, drag
        self._failed = failed
        drag.dropped.connect(self._drop)
        drag.swapped.connect(lambda frame, other: self._do(lambda page: SwapFrames(page, frame, other)))

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.lift": self.lift, "page.home": self.put_back}

    def selected(self) -> Frame | None:
        """Return the selected frame if it is one alone."""
        page, frames = self._session.page, self._session.selection.frames
        if page is None or len(frames) != 1:
            return None
        return page.frame(frames[0])

    def begin_drag(self, frame: str, grip: Grip, at: QPoint) -> None:
        """Let a frame follow the pointer, which pressed it at a global position."""
        page = self._session.page
        if page is None:
            return
        try:
            drag = FrameDrag(self._session, frame, grip)
        except BanxinError as problem:
            self._failed(problem)
            return
        partners = (other for other in picture_frames(page) if other != frame)
        self._drag.begin(drag, page.layout.grid, at, tuple(partners))

    def _drop(self, frame: str, place: Place) -> None:
        """Put a frame where it was dropped, with what is grouped with it."""
        page = self._session.page
        if page is None:
            return
        together = group_of(page, (frame,))
        start = self._standing(page, frame)
        whole = (start.columns, start.lines) == (place.columns, place.lines)
        if len(together) == 1 or not whole:
            self._perform(PlaceFrame(page.id, frame, place))
            return
        places = [(other, self._standing(page, other)) for other in together]
        by = (place.column - start.column, place.line - start.line)
        self._perform(MoveFrames(page.id, shifted(places, *by, page.layout.grid)))

    def lift(self) -> None:
        """Let the selected picture stand free where it stands."""
        frame, page = self.selected(), self._session.page
        if frame is not None and page is not None and frame.place is None:
            self._perform(PlaceFrame(page.id, frame.id, self._standing(page, frame.id)))

    def put_back(self) -> None:
        """Put the selected picture back into its slot."""
        frame = self.selected()
        if frame is not None:
            self._do(lambda page: ReturnFrame(page, frame.id))

    def nudge(self, frame: str, columns: int, lines: int, sizing: bool) -> None:
        """Move a free picture, or its lower right corner, by columns and lines; one step with the nudge before."""
        page = self._session.page
        if page is not None:
            grip = Grip.BOTTOM_RIGHT if sizing else Grip.WHOLE
            place = dragged(self._standing(page, frame), grip, columns, lines, page.layout.grid)
            self._perform_on(PlaceFrame(page.id, frame, place))

    def place(self, place: Place) -> None:
        """Give the selected picture a place."""
        frame, page = self.selected(), self._session.page
        if frame is not None and page is not None:
            self._perform_on(PlaceFrame(page.id, frame.id, place))

    def run_round(self, around: Runaround) -> None:
        """Let text run round the selected picture in a way."""
        frame, page = self.selected(), self._session.page
        if frame is not None and page is not None:
            self._perform_on(SetRunaround(page.id, frame.id, around))

    def around(self) -> Runaround:
        """Return how text runs round the selected picture."""
        frame = self.selected()
        return (frame.runaround if frame else None) or Runaround()

    def choose_contour(self, contour: Contour) -> None:
        """Let text keep out of the selected picture's box or outline, or of nothing."""
        self.run_round(with_contour(self.around(), contour))

    def choose_sides(self, sides: Sides) -> None:
        """Let text stand on some sides of the selected picture."""
        self.run_round(replace(self.around(), sides=sides))

    def _standing(self, page: Page, frame: str) -> Place:
        return standing(page, self._session.composed(page.id).display.frame(frame))

    def _do(self, command: Callable[[str], Command]) -> None:
        page = self._session.page
        if page is not None:
            self._perform(command(page.id))
