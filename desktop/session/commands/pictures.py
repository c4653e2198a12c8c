"""Which part of a picture its frame shows, and pictures whose files are found again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition, Media
from desktop.model.pictureview import FILLING, PictureView
from desktop.session.commands.command import Alone
from desktop.session.commands.pages import frame_of, with_frame, with_media
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


class RelinkPicture(Alone, frozen=True):
    """Give a frame's picture its file again, shown as it was; a file of the same name goes to all of its frames.

    Another file goes to this frame alone, in the same view. ``found`` are files of further pictures that were lost,
    under their ids.
    """

    page: str
    frame: str
    media: Media
    found: tuple[Media, ...] = ()

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Relink picture")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the picture's file.

        Raises:
            UsageError: The frame shows no picture.
        """
        page = page_of(edition, self.page)
        frame = frame_of(page, self.frame)
        old = next((known for known in edition.media if known.id == frame.media), None)
        if old is None:
            raise UsageError("“{frame}” has no picture to be relinked.", frame=frame.id)
        found = {media.id: media for media in self.found if media.id != old.id}
        if is_file_of(old, self.media):
            return _exchanged(edition, found | {old.id: replace(self.media, id=old.id)})
        edition, media = with_media(_exchanged(edition, found), self.media)
        edition = edition.replacing_page(with_frame(page, replace(frame, media=media)))
        return _without_lost(edition, old)


def is_file_of(lost: Media, media: Media) -> bool:
    """Tell whether a file is that of a picture: it has its name, or is known to be the very same."""
    return media.name == lost.name or (lost.lost and sha256(media.data).hexdigest() == lost.digest)


def _exchanged(edition: Edition, files: Mapping[str, Media]) -> Edition:
    """Return the edition with the pictures of some ids exchanged."""
    return replace(edition, media=tuple(files.get(media.id, media) for media in edition.media))


def _without_lost(edition: Edition, old: Media) -> Edition:
    """Return the edition without a lost picture that no frame waits for any more."""
    waiting = any(frame.media == old.id for page in edition.pages for frame in page.frames)
    if waiting or not old.lost:
        return edition
    return replace(edition, media=tuple(media for media in edition.media if media.id != old.id))
