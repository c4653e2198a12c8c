"""What keys do on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.canvas.grips import pushed_by, step_of
from desktop.ui.canvas.pointer import Pointer

_CLOSER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})


class CanvasKeys(Struct, frozen=True):
    """Takes the canvas's keys; ``nudge`` moves or sizes the selected picture by a step, if there is one."""

    pointer: Pointer
    zoom_in: Callable[[], None]
    zoom_out: Callable[[], None]
    nudge: Callable[[int, int, bool], bool]
    push: Callable[[int, int], bool]
    """Pushes the selected picture inside its frame by millimetres."""

    def press(self, event: QKeyEvent) -> bool:
        """Zoom by plus and minus, pan while space is held, move a free picture by arrows; tells whether it did."""
        key, step, pushed = event.key(), step_of(event), pushed_by(event)
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.pointer.hold_space(True)
        elif key in _CLOSER:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif pushed is not None:
            return self.push(*pushed)
        else:
            return step is not None and self.nudge(*step)
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Let go of the hand; tells whether it did."""
        released = event.key() == Qt.Key.Key_Space and not event.isAutoRepeat()
        if released:
            self.pointer.hold_space(False)
        return released
