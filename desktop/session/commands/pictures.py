"""Which part of a picture its frame shows."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.pictureview import FILLING, PictureView
from desktop.session.commands.pages import frame_of, with_frame
from desktop.session.flows import SHOWING_PICTURES, page_of


class SetPictureView(Struct, frozen=True):
    """Show another part of a frame's picture; None is the usual one: the frame filled, about the middle."""

    page: str
    frame: str
    view: PictureView | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Crop picture")

    @property
    def merge(self) -> Hashable:
        """Pushing and enlarging a picture step by step is one step."""
        return (type(self), self.page, self.frame)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the picture's view.

        Raises:
            UsageError: The frame shows no pictures.
        """
        page = page_of(edition, self.page)
        frame = frame_of(page, self.frame)
        if page.slot_of(frame.id).kind not in SHOWING_PICTURES:
            raise UsageError("“{frame}” is a place for text; a picture cannot stand in it.", frame=frame.id)
        view = self.view.within() if self.view is not None else None
        view = None if view == FILLING else view
        return edition if view == frame.view else edition.replacing_page(with_frame(page, replace(frame, view=view)))
