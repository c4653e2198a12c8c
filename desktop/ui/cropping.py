"""Which part of a picture is shown: the crop tool and the actions beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.display import Picture
from desktop.geometry import MM
from desktop.model.edition import Frame, Page
from desktop.model.pictureview import FILLING, PictureView, panned, zoomed
from desktop.session import Session
from desktop.session.commands import Command, SetPictureView
from desktop.ui.actions import Handler
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.croptool import CropActs, Cropped, CropTool

Perform = Callable[[Command], bool]


class CropWork(QObject):
    """What the actions on a picture's view do.

    Args:
        session: the open edition.
        canvas: shows the page; takes the tool.
        perform_on: does a command that may become one step with the one before.
        window: the parent.
    """

    def __init__(self, session: Session, canvas: PageCanvas, perform_on: Perform, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._canvas, self._perform_on = session, canvas, perform_on
        self._frame: str | None = None

    @property
    def active(self) -> bool:
        """Whether a picture is being cropped."""
        return self._frame is not None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "picture.crop": self.begin,
            "picture.fill": lambda: self._give(FILLING),
            "picture.whole": lambda: self._give(PictureView(whole=True)),
        }

    def begin(self) -> None:
        """Crop the selected picture."""
        frames = self._session.selection.frames
        if len(frames) == 1 and self._cropped(frames[0]) is not None:
            self._frame = frames[0]
            self._session.settle()
            acts = CropActs(lambda: self._cropped(self._frame), self._show, self.leave)
            self._canvas.set_tool(CropTool(self._canvas, acts))
            self._canvas.setFocus()

    def leave(self) -> None:
        """End cropping; what was done stays."""
        if self._frame is not None:
            self._frame = None
            self._session.settle()
            self._canvas.set_tool(None)

    def selection_changed(self) -> None:
        """End cropping where something else is selected, or the picture is gone."""
        if self._frame is not None and (
            self._session.selection.frames != (self._frame,) or self._cropped(self._frame) is None
        ):
            self.leave()

    def zoom(self, percent: int) -> None:
        """Enlarge the selected picture about its middle."""
        now = self._selected()
        if now is not None:
            self._show(zoomed(now.view, now.part, percent / 100))

    def push(self, across: int, down: int) -> None:
        """Push the selected picture inside its frame by millimetres."""
        now = self._selected()
        if now is not None:
            dx, dy = across * MM / now.box.width, down * MM / now.box.height
            self._show(panned(now.view, now.part, dx, dy))

    def _give(self, view: PictureView) -> None:
        self._session.settle()
        self._show(view)
        self._session.settle()

    def _show(self, view: PictureView) -> None:
        page, frame = self._session.page, self._frame or next(iter(self._session.selection.frames), None)
        if page is not None and frame is not None:
            self._perform_on(SetPictureView(page.id, frame, view))
        if self._frame is not None:
            self._canvas.viewport().update()  # what lies outside the frame is no part of the page

    def _selected(self) -> Cropped | None:
        frames = self._session.selection.frames
        return self._cropped(frames[0]) if len(frames) == 1 else None

    def _cropped(self, frame_id: str | None) -> Cropped | None:
        """Return a frame's picture as the page shows it; None where it shows none."""
        page = self._session.page
        frame = _frame(page, frame_id)
        if frame is None or frame.media is None:
            return None
        shown = (item for item in self._session.composed().display.items if isinstance(item, Picture))
        picture = next((item for item in shown if item.frame == frame.id), None)
        image = self._canvas.picture(frame.media)
        if picture is None or image is None:
            return None
        return Cropped(picture.box, picture.crop, frame.view or FILLING, image)


def _frame(page: Page | None, frame_id: str | None) -> Frame | None:
    return next((frame for frame in page.frames if frame.id == frame_id), None) if page is not None else None
