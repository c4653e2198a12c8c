"""Frames lifted out of their slots, put back, and how text runs round them."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.runaround import Place, Runaround
from desktop.session.commands.command import Alone
from desktop.session.commands.frames import unlocked
from desktop.session.commands.pages import frame_of, with_frame
from desktop.session.flows import page_of


class PlaceFrame(Struct, frozen=True):
    """Let a frame stand free over the page; a place that leaves the page is moved onto it."""

    page: str
    frame: str
    place: Place

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Move picture")

    @property
    def merge(self) -> Hashable:
        """Moving and sizing a picture step by step is one step."""
        return (type(self), self.page, self.frame)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame at the place.

        Raises:
            UsageError: The frame is locked.
        """
        page = page_of(edition, self.page)
        frame, grid = unlocked(frame_of(page, self.frame)), page.layout.grid
        place = self.place.within(grid.columns, grid.lines)
        return edition.replacing_page(with_frame(page, replace(frame, place=place)))


class ReturnFrame(Alone, frozen=True):
    """Put a free frame back into its slot; how text is to run round it is kept for another time."""

    page: str
    frame: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Put picture back")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame in its slot; unchanged where it is in it."""
        page = page_of(edition, self.page)
        frame = frame_of(page, self.frame)
        return edition if frame.place is None else edition.replacing_page(with_frame(page, replace(frame, place=None)))


class SetRunaround(Struct, frozen=True):
    """Let text run round a frame in a way; None is the usual one."""

    page: str
    frame: str
    runaround: Runaround | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change runaround")

    @property
    def merge(self) -> Hashable:
        """Turning a distance up and down is one step."""
        return (type(self), self.page, self.frame)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame's runaround.

        Raises:
            UsageError: A distance is negative.
        """
        page = page_of(edition, self.page)
        frame, around = frame_of(page, self.frame), self.runaround
        if around is not None and min(around.beside, around.above) < 0:
            raise UsageError("Text cannot keep less than no distance from a picture.")
        return edition.replacing_page(with_frame(page, replace(frame, runaround=around)))
