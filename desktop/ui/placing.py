"""Elements and pictures onto the page and off it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.model.edition import Media, Page
from desktop.pictures import found_beside, read_media
from desktop.session import Session
from desktop.session.commands import Command, PlacePicture, ProposeAssignment, RelinkPicture, RemovePicture
from desktop.session.preview import Fit, FitPreview, preview_assign
from desktop.session.targets import accepting_frames, drop_frame, picture_frames
from desktop.ui.actions import Handler
from desktop.ui.dialogs.choose import PICTURES, choose_files
from desktop.ui.language import tr
from desktop.ui.steps import assigning, taking_off

Perform = Callable[[Command], bool]
"""Does a command, showing the sentence where it cannot be done; tells whether it changed anything."""


class Place(Struct, frozen=True):
    """A frame that elements can go to; ``meant`` if its slot accepts their roles."""

    frame: str
    name: str
    meant: bool


class PlacingWork(QObject):
    """What puts things on the page.

    Signals:
        failed: a ``BanxinError`` to be shown.

    Args:
        session: the open edition.
        perform: does commands.
        language: of slot names.
        window: the parent of dialogs.
    """

    failed = Signal(object)

    def __init__(self, session: Session, perform: Perform, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._perform, self._language, self._window = session, perform, language, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "edit.place": self.place_first,
            "edit.unassign": self.unassign,
            "edit.next_frame": self.select_next_frame,
            "edit.deselect": self._session.select,
            "page.propose": self.propose,
            "page.picture": self.choose_picture,
            "picture.relink": self.choose_again,
            "page.remove_picture": self.remove_picture,
        }

    # Elements

    def places(self, elements: Sequence[str]) -> tuple[Place, ...]:
        """Return where elements can go, in the layout's order."""
        page, edition = self._session.page, self._session.edition
        if page is None or not elements:
            return ()
        meant = set(accepting_frames(edition, page, elements))
        ids = [frame.id for frame in page.frames if drop_frame(edition, page, elements, frame.id) == frame.id]
        return tuple(Place(frame, page.slot_of(frame).name(self._language), frame in meant) for frame in ids)

    def candidates(self, elements: Sequence[str]) -> dict[str, bool]:
        """Return the frames that elements can be dropped on, and whether they are meant for them."""
        page, edition = self._session.page, self._session.edition
        if page is None:
            return {}
        meant = set(accepting_frames(edition, page, elements))
        ends = {frame.id: drop_frame(edition, page, elements, frame.id) for frame in page.frames}
        return {frame: end in meant for frame, end in ends.items() if end is not None}

    def preview(self, elements: Sequence[str], frame: str) -> FitPreview:
        """Return what dropping elements on a frame would do."""
        return preview_assign(self._session, elements, (frame,))

    def place(self, elements: Sequence[str], frame: str) -> None:
        """Put elements into a frame, or into its caption's where it is a picture's."""
        page, edition = self._session.page, self._session.edition
        target = drop_frame(edition, page, elements, frame) if page else None
        if page is not None and target is not None:
            self._perform(assigning(edition, page, elements, target, self._language))

    def place_first(self) -> None:
        """Put the selected elements into the first free slot where they fit, else into the first meant for them.

        With a picture's frame selected instead, ask for a picture.
        """
        page, elements = self._session.page, self._session.selection.elements
        if not elements:
            self.choose_picture()
            return
        meant = [place.frame for place in self.places(elements) if place.meant]
        if page is None or not meant:
            return
        free = [frame for frame in meant if not _holds(page, frame)]
        fitting = (frame for frame in free if self.preview(elements, frame).fit is not Fit.OVER)
        self.place(elements, next(fitting, (free or meant)[0]))

    def unassign(self) -> None:
        """Take the selected elements, or what stands in the selected frames, off the page."""
        elements = self.placed_selection()
        if elements:
            self._perform(taking_off(self._session.edition, elements))

    def select_next_frame(self) -> None:
        """Select the frame behind the selected one, the first behind the last."""
        page, selected = self._session.page, self._session.selection.frames
        if page is not None:
            ids = [frame.id for frame in page.frames]
            at = ids.index(selected[-1]) + 1 if selected else 0
            self._session.select(frames=(ids[at % len(ids)],))

    def placed_selection(self) -> tuple[str, ...]:
        """Return the selected elements that stand on the page, or else all in the selected frames."""
        page, selection = self._session.page, self._session.selection
        if page is None:
            return ()
        if selection.elements:
            return tuple(element for element in selection.elements if page.flows_of_element(element))
        flows = (page.flow_of_frame(frame) for frame in selection.frames)
        return tuple(dict.fromkeys(element for flow in flows if flow for element in flow.elements))

    # The page

    def propose(self) -> None:
        """Assign everything by role."""
        if self._session.page is not None:
            self._perform(ProposeAssignment(self._session.page.id))

    # Pictures

    def picture_frame(self) -> str | None:
        """Return the selected frame if it shows pictures."""
        page, frames = self._session.page, self._session.selection.frames
        if page is None or len(frames) != 1:
            return None
        return frames[0] if frames[0] in picture_frames(page) else None

    def choose_picture(self) -> None:
        """Ask for a picture for the selected frame."""
        frame = self.picture_frame()
        if frame is not None:
            title, folder = tr("Place picture"), str(Path.home())
            choose_files(self._window, title, PICTURES, folder, lambda paths: self.place_picture(paths[0], frame))

    def place_picture(self, path: Path, frame: str) -> None:
        """Show a picture file in a frame; where one was lost, that is relinked."""
        page, media = self._session.page, self._read(path)
        if page is None or media is None:
            return
        if self.lost(frame) is not None:
            self._relink(page, frame, media, path.parent)
        else:
            self._perform(PlacePicture(page.id, frame, media))

    def lost(self, frame: str) -> Media | None:
        """Return the picture of a frame if its file was lost."""
        media = self._media(frame)
        return media if media is not None and media.lost else None

    def choose_again(self) -> None:
        """Ask for the file of the selected frame's picture."""
        frame = self.picture_frame()
        media = self._media(frame) if frame is not None else None
        if frame is not None and media is not None:
            title, folder = tr("Relink “{name}”", name=media.name), str(Path.home())
            choose_files(self._window, title, PICTURES, folder, lambda paths: self.relink(paths[0], frame))

    def relink(self, path: Path, frame: str) -> None:
        """Give a frame's picture its file, and others that were lost theirs where they lie beside it."""
        page, media = self._session.page, self._read(path)
        if page is not None and media is not None:
            self._relink(page, frame, media, path.parent)

    def _relink(self, page: Page, frame: str, media: Media, folder: Path) -> None:
        shown = page.frame(frame).media
        others = (known for known in self._session.edition.media if known.lost and known.id != shown)
        self._perform(RelinkPicture(page.id, frame, media, found_beside(others, folder)))

    def _media(self, frame: str) -> Media | None:
        page, edition = self._session.page, self._session.edition
        shown = next((known.media for known in page.frames if known.id == frame), None) if page is not None else None
        return next((media for media in edition.media if media.id == shown), None)

    def _read(self, path: Path) -> Media | None:
        try:
            return read_media(path, f"m{len(self._session.edition.media) + 1}")
        except BanxinError as problem:
            self.failed.emit(problem)
            return None

    def remove_picture(self) -> None:
        """Show no picture in the selected frame."""
        page, frame = self._session.page, self.picture_frame()
        if page is not None and frame is not None:
            self._perform(RemovePicture(page.id, frame))


def _holds(page: Page, frame: str) -> bool:
    flow = page.flow_of_frame(frame)
    return bool(flow and (flow.elements or flow.continues))
