"""Dragging a picture over the page: it moves by whole columns and lines, and the text runs round it under the hand."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.compose import ComposedPage
from desktop.model.layout import Grid
from desktop.model.runaround import Place
from desktop.session.freestanding import FrameDrag, Grip
from desktop.session.guides import Guide
from desktop.ui.canvas.grips import CURSORS
from desktop.ui.drag import DropSurface
from desktop.ui.edges import EdgeScroll
from desktop.ui.language import render, tr

_MOUSE = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_ENDING = (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationStateChange)
_SWAPPING = Qt.KeyboardModifier.ControlModifier


class PageSurface(DropSurface, Protocol):
    """What the drag needs of the canvas."""

    def page_point(self, at: QPoint, /) -> tuple[float, float]:
        """Return the point of the page, in points, under a global position."""

    def show_guides(self, guides: Collection[Guide], /) -> None:
        """Draw guides as long as the drop is shown."""


class PictureDrag(QObject):
    """One drag at a time: begins where a button is held, ends with release or Esc.

    While it lasts it sees the application's mouse before all widgets do. The page is composed when the pointer has
    come to rest in the event queue, so that no move waits for it; every place is composed once.

    With Ctrl held the picture does not move: dropped on another picture's frame the two change places.

    Signals:
        dropped: frame and the ``Place`` it was dropped at.
        swapped: the frames whose contents are to change places.
        ended: the drag is over, whether it dropped something or not.
        followed: the drag was led to a global position.

    Args:
        surface: the canvas.
        show: shows a page as it would be; None: as it is.
    """

    dropped = Signal(str, object)
    swapped = Signal(str, str)
    ended = Signal()
    followed = Signal(QPoint)

    def __init__(
        self, surface: PageSurface, show: Callable[[ComposedPage | None], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._surface, self._show_page = surface, show
        self._partners: frozenset[str] = frozenset()
        self._drag: FrameDrag | None = None
        self._grid: Grid | None = None
        self._from = (0.0, 0.0)
        self._at = QPoint()
        self._swapping = self._collects = False
        self._place: Place | None = None
        self._partner: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._show)
        self._edges = EdgeScroll((surface,), self)
        self._edges.scrolled.connect(self._aim)

    @property
    def active(self) -> bool:
        """Whether something is being dragged."""
        return self._drag is not None

    @property
    def place(self) -> Place | None:
        """Where the frame would stand if it were dropped now; None while it would change places with another."""
        return self._place

    def begin(self, drag: FrameDrag, grid: Grid, at: QPoint, partners: Collection[str] = ()) -> None:
        """Drag a frame that was pressed at a global position; ``partners`` are those it can change places with."""
        if self.active:
            return
        self._partners = frozenset(partners)
        self._drag, self._grid, self._from, self._place = drag, grid, self._surface.page_point(at), drag.start
        QApplication.setOverrideCursor(CURSORS[drag.grip])
        # Python's collector would look through the whole edition now and then, for longer than a picture of the screen
        # lasts; a composed page has no cycles, and what little else there is can wait for the drop.
        self._collects = gc.isenabled()
        gc.disable()
        _application().installEventFilter(self)
        self._follow(at, Qt.KeyboardModifier.NoModifier)

    def cancel(self) -> None:
        """End the drag without a drop."""
        self._end()

    def settle(self) -> None:
        """Compose at once what a drop would do."""
        self._rest.stop()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Take the mouse, Ctrl and Esc while something is dragged."""
        kind = event.type()
        if kind in _MOUSE:
            self._mouse(kind, cast("QMouseEvent", event))
            return True
        if kind in _KEYS:
            return self._key(cast("QKeyEvent", event))
        if kind in _ENDING:
            self.cancel()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.cancel()
            return True
        if event.key() == Qt.Key.Key_Control and event.type() != QEvent.Type.ShortcutOverride:
            held = event.type() == QEvent.Type.KeyPress
            self._follow(self._at, _SWAPPING if held else Qt.KeyboardModifier.NoModifier)
        return False

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> None:
        if kind is QEvent.Type.MouseButtonPress:
            self.cancel()
            return
        self._follow(event.globalPosition().toPoint(), event.modifiers())
        if kind is QEvent.Type.MouseButtonRelease and self._drag is not None:
            drag, place, partner = self._drag, self._place, self._partner
            self._end()
            if partner is not None:
                self.swapped.emit(drag.frame, partner)
            elif place is not None and place != drag.start:
                self.dropped.emit(drag.frame, place)

    def _follow(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._at = at
        self.followed.emit(at)
        swapping = self._drag is not None and self._drag.grip is Grip.WHOLE and bool(modifiers & _SWAPPING)
        if swapping != self._swapping:
            self._swapping = swapping
            self._show_page(None)
        self._edges.follow(at)
        self._aim()

    def _aim(self) -> None:
        """Find where the frame would stand, or with which it would change places."""
        if self._drag is None or self._grid is None:
            return
        before = (self._place, self._partner)
        self._place = self._partner = None
        if self._swapping:
            inside = self._surface.viewport().mapFromGlobal(self._at)
            under = self._surface.frame_at(inside)
            self._partner = under if under in self._partners else None
        else:
            (x, y), (x0, y0), grid = self._surface.page_point(self._at), self._from, self._grid
            step = (grid.measure + grid.gutter) * grid.body
            self._place = self._drag.place(round((x - x0) / step), round((y - y0) / grid.pitch))
        if (self._place, self._partner) != before:
            self._rest.start(0)

    def _show(self) -> None:
        drag = self._drag
        if drag is None:
            return
        if self._place is None:
            label = tr("Swap contents") if self._partner else ""
            self._surface.show_drop(dict.fromkeys(self._partners, True), self._partner, label, "ok")
            return
        preview = drag.over(self._place)
        self._show_page(preview.composed)
        self._surface.show_guides(preview.guides)
        self._surface.show_drop({}, drag.frame, render(preview.message), "over" if preview.pushed else "ok")

    def _end(self) -> None:
        if not self.active:
            return
        self._drag, self._place, self._partner, self._swapping = None, None, None, False
        self._rest.stop()
        self._edges.stop()
        _application().removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        if self._collects:
            gc.enable()
        self._surface.clear_drop()
        self._show_page(None)
        self.ended.emit()


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())
