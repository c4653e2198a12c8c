"""Files dropped from outside: articles and editions open or join, pictures go to the slot under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.session.targets import picture_frames
from desktop.ui.drag import DropSurface
from desktop.ui.language import tr

PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"})


class FileDrop(QObject):
    """Takes files that are dropped anywhere on the window.

    Signals:
        pages_dropped: articles and editions, as paths.
        picture_dropped: a picture's path and the frame it goes to.

    Args:
        window: what files are dropped on.
        surface: the canvas.
        session: the open edition.
    """

    pages_dropped = Signal(list)
    picture_dropped = Signal(Path, str)

    def __init__(self, window: QWidget, surface: DropSurface, session: Session) -> None:
        super().__init__(window)
        self._window, self._surface, self._session = window, surface, session
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Take the window's drag and drop events."""
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent)):  # both are QDropEvents too
            return self._hover(event)
        if isinstance(event, QDropEvent):
            return self._drop(event)
        if event.type() is QEvent.Type.DragLeave:
            self._surface.clear_drop()
        return False

    def _hover(self, event: QDropEvent) -> bool:
        files = local_files(event.mimeData())
        pictures, others = _sorted(files)
        if pictures and not others:
            target = self._target(event.position().toPoint())
            frames = dict.fromkeys(self._frames(), True)
            self._surface.show_drop(frames, target, tr("Place picture") if target else "", "ok")
            event.setDropAction(Qt.DropAction.CopyAction if target else Qt.DropAction.IgnoreAction)
        if files:
            event.accept()
        return bool(files)

    def _drop(self, event: QDropEvent) -> bool:
        pictures, others = _sorted(local_files(event.mimeData()))
        target = self._target(event.position().toPoint())
        self._surface.clear_drop()
        if others:
            self.pages_dropped.emit(others)
        elif pictures and target:
            self.picture_dropped.emit(pictures[0], target)
        event.acceptProposedAction()
        return True

    def _frames(self) -> tuple[str, ...]:
        return picture_frames(self._session.page) if self._session.page else ()

    def _target(self, at: QPoint) -> str | None:
        viewport = self._surface.viewport()
        inside = viewport.mapFromGlobal(self._window.mapToGlobal(at))
        frame = self._surface.frame_at(inside) if viewport.rect().contains(inside) else None
        return frame if frame in self._frames() else None


def local_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def _sorted(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    pictures = [file for file in files if file.suffix.lower() in PICTURE_ENDINGS]
    return pictures, [file for file in files if file not in pictures]
