"""Frames drawn, lined up, locked, grouped, copied and taken away: what the Frame menu does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.model.edition import Page
from desktop.model.layout import Grid
from desktop.model.runaround import Place
from desktop.session import Session, standing
from desktop.session.arranging import Edge, aligned, distributed
from desktop.session.commands import (
    Command,
    DeleteFrames,
    DrawFrame,
    DuplicateFrames,
    GroupFrames,
    LockFrames,
    MoveFrames,
    OrderFrames,
    SetFrameLook,
)
from desktop.session.commands.frames import Drawn, group_of
from desktop.ui.actions import Actions, Handler
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.frametool import FrameActs, FrameTool
from desktop.ui.panels.look_part import Look
from desktop.ui.placing import Perform
from desktop.ui.wording import place_words

ByFrames = Callable[[str, tuple[str, ...]], Command]


class FramingWork(QObject):
    """What the actions on frames do.

    Args:
        session: the open edition.
        canvas: takes the tool.
        table: the tool's action is marked while it is chosen.
        perform: does commands.
        window: the parent.
    """

    def __init__(self, session: Session, canvas: PageCanvas, table: Actions, perform: Perform, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._canvas, self._table, self._perform = session, canvas, table, perform
        self._drawn: Drawn | None = None

    @property
    def active(self) -> bool:
        """Whether the frame tool is chosen."""
        return self._drawn is not None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        draws = {f"draw.{drawn}": partial(self.begin, drawn) for drawn in Drawn}
        aligns = {f"frame.align_{edge}": partial(self._align, edge) for edge in Edge}
        return {
            **draws,
            **aligns,
            "frame.across": partial(self._distribute, across=True),
            "frame.down": partial(self._distribute, across=False),
            "frame.delete": partial(self._do, DeleteFrames),
            "frame.duplicate": self._duplicate,
            "frame.lock": partial(self._do, partial(LockFrames, locked=True)),
            "frame.unlock": partial(self._do, partial(LockFrames, locked=False)),
            "frame.group": partial(self._do, partial(GroupFrames, together=True)),
            "frame.ungroup": partial(self._do, partial(GroupFrames, together=False)),
            "frame.front": partial(self._do, partial(OrderFrames, front=True)),
            "frame.back": partial(self._do, partial(OrderFrames, front=False)),
        }

    def begin(self, drawn: Drawn) -> None:
        """Choose the tool that draws frames of a kind."""
        if self._session.page is None:
            return
        self._drawn = drawn
        self._mark()
        self._session.select()
        self._canvas.set_tool(FrameTool(self._canvas, FrameActs(self._grid, self._words, self._draw, self.leave)))
        self._canvas.setFocus()

    def leave(self) -> None:
        """Draw no more."""
        if self._drawn is not None:
            self._drawn = None
            self._mark()
            self._canvas.set_tool(None)

    def _mark(self) -> None:
        """Show at the actions which frames are being drawn."""
        for drawn in Drawn:
            self._table[f"draw.{drawn}"].setChecked(drawn is self._drawn)

    def dress(self, look: Look) -> None:
        """Give the selected frame a look."""
        page, frames = self._session.page, self._session.selection.frames
        if page is not None and len(frames) == 1:
            self._perform(SetFrameLook(page.id, frames[0], look.border, look.line, look.tint))

    def _draw(self, place: Place) -> None:
        """Draw the frame and select it, so that it can be moved and filled at once."""
        page, drawn = self._session.page, self._drawn
        if page is None or drawn is None:
            return
        self.leave()
        if self._perform(DrawFrame(page.id, drawn, place)):
            fresh = self._session.page
            self._session.select(frames=(fresh.frames[-1].id,) if fresh else ())

    def _duplicate(self) -> None:
        before = self._ids()
        self._do(DuplicateFrames)
        page = self._session.page
        fresh = tuple(frame.id for frame in page.frames if frame.id not in before) if page else ()
        if fresh:
            self._session.select(frames=fresh)

    def _ids(self) -> frozenset[str]:
        page = self._session.page
        return frozenset(frame.id for frame in page.frames) if page else frozenset()

    def _do(self, command: ByFrames) -> None:
        """Do something to the selected frames and all that is grouped with them."""
        page = self._session.page
        frames = group_of(page, self._session.selection.frames) if page else ()
        if page is not None and frames:
            self._perform(command(page.id, frames))

    def _align(self, edge: Edge) -> None:
        self._move(lambda places: aligned(places, edge))

    def _distribute(self, *, across: bool) -> None:
        self._move(lambda places: distributed(places, across=across))

    def _move(self, arranged: Callable[[tuple[tuple[str, Place], ...]], tuple[tuple[str, Place], ...]]) -> None:
        page = self._session.page
        if page is not None and len(self._session.selection.frames) > 1:
            self._perform(MoveFrames(page.id, arranged(self._places(page))))

    def _places(self, page: Page) -> tuple[tuple[str, Place], ...]:
        display = self._session.composed(page.id).display
        return tuple((frame, standing(page, display.frame(frame))) for frame in self._session.selection.frames)

    def _grid(self) -> Grid | None:
        page = self._session.page
        return page.layout.grid if page else None

    def _words(self, place: Place) -> str:
        page = self._session.page
        return place_words(page.layout.grid, place) if page else ""
