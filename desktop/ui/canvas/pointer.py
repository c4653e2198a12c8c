"""What the mouse does on the canvas: pointing, panning, and beginning to drag text or pictures."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.session.freestanding import Grip
from desktop.ui.canvas.grips import CURSORS, Hold

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Held, a press chooses what is selected and takes hold of nothing."""


class PointerTarget(Struct, frozen=True):
    """What the pointer's gestures ask and tell the canvas."""

    frame_at: Callable[[QPoint], str | None]
    text_at: Callable[[QPoint, Qt.KeyboardModifier], str | None]
    """The element whose text a press takes hold of; none at a frame's edge, nor while Alt is held."""
    selected: Callable[[], tuple[str, ...]]
    clicked: Callable[[str | None, str | None, Qt.KeyboardModifier], None]
    """(element, frame, modifiers): the element where text was hit, otherwise the frame, None for neither."""
    dragged: Callable[[list[str], QPoint], None]
    hold_at: Callable[[QPoint], Hold | None]
    held: Callable[[str, Grip, QPoint], None]
    """(frame, grip, where it was pressed, globally): a picture is dragged."""
    band: Callable[[QPoint | None, QPoint], None]
    """(from, to): a band is drawn round frames; none is drawn any more."""
    enclosed: Callable[[QPoint, QPoint, Qt.KeyboardModifier], None]
    """(from, to, modifiers): the band was let go."""
    pan: Callable[[QPoint], None]
    cursor: Callable[[Qt.CursorShape | None], None]


class Pointer:
    """Keeps what a press began until it ends; one button at a time.

    A press on text that is selected selects nothing else before the button is released, so that several elements can
    be dragged together.
    """

    def __init__(self, target: PointerTarget) -> None:
        self._target = target
        self._space = False
        self._pan_from: QPoint | None = None
        self._press: QPoint | None = None
        self._element: str | None = None
        self._hold: Hold | None = None
        self._pending = self._band = False

    @property
    def panning(self) -> bool:
        """Whether the page follows the pointer."""
        return self._pan_from is not None

    def hold_space(self, held: bool) -> None:
        """Space turns the pointer into a hand."""
        self._space = held
        self._show_hand()

    def press(self, event: QMouseEvent) -> None:
        """Take a press."""
        at, button = event.position().toPoint(), event.button()
        left = button == Qt.MouseButton.LeftButton
        if button == Qt.MouseButton.MiddleButton or (left and self._space):
            self._pan_from = at
            self._show_hand()
            return
        if not left:
            return
        self._press, hold = at, self._target.hold_at(at)
        if hold is not None and hold[1] is not Grip.WHOLE:
            self._hold = hold  # a corner lies over whatever else is there
            return
        self._element = self._target.text_at(at, event.modifiers())
        self._hold = hold if self._element is None and not event.modifiers() & _CHOOSING else None
        self._pending = self._element is not None and self._element in self._target.selected()
        if not self._pending:
            self._click(at, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Take a move."""
        at = event.position().toPoint()
        if self._pan_from is not None:
            self._target.pan(at - self._pan_from)
            self._pan_from = at
            return
        if self._press is None:
            if not event.buttons():
                self._hover(at)
            return
        if self._band:
            self._target.band(self._press, at)
            return
        if (at - self._press).manhattanLength() >= QApplication.startDragDistance():
            self._start_drag(event.globalPosition().toPoint(), at)

    def release(self, event: QMouseEvent) -> None:
        """Take a release."""
        if self._pan_from is not None:
            self._pan_from = None
            self._show_hand()
            return
        if self._press is None:
            return
        if self._band:
            self._target.enclosed(self._press, event.position().toPoint(), event.modifiers())
        elif self._pending:
            self._click(self._press, event.modifiers())
        self.forget()

    def forget(self) -> None:
        """End what a press began."""
        if self._band:
            self._target.band(None, QPoint())
        self._band = False
        self._press, self._element, self._hold, self._pending = None, None, None, False

    def _click(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._target.clicked(self._target.text_at(at, modifiers), self._target.frame_at(at), modifiers)

    def _start_drag(self, at: QPoint, inside: QPoint) -> None:
        """Begin to drag what was pressed; ``at`` is global, ``inside`` the same position in the view."""
        element, selected, hold, press = self._element, self._target.selected(), self._hold, self._press
        if element is None and hold is None and press is not None:
            self._band = True
            self._target.band(press, inside)
            return
        self.forget()
        if hold is not None and press is not None:
            self._target.held(*hold, at - (inside - press))
        elif element is not None and element in selected:
            self._target.dragged(list(selected), at)

    def _hover(self, at: QPoint) -> None:
        """Show what a press would take hold of: a corner."""
        if not self._space:
            hold = self._target.hold_at(at)
            self._target.cursor(CURSORS[hold[1]] if hold is not None and hold[1] is not Grip.WHOLE else None)

    def _show_hand(self) -> None:
        if self.panning:
            self._target.cursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._target.cursor(Qt.CursorShape.OpenHandCursor if self._space else None)
