"""What a tool is to the canvas: it takes the mouse, keys and input method while it is chosen, and paints on top."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from desktop.ui.canvas.scale import View


class CanvasTool(Protocol):
    """A tool that was chosen. What it does not take (False) the canvas does as without any tool: pan, zoom, select."""

    cursor: Qt.CursorShape | None
    """How the pointer looks over the page; None: as the canvas has it."""

    def press(self, event: QMouseEvent, /) -> bool:
        """Take a press of a button."""

    def move(self, event: QMouseEvent, /) -> bool:
        """Take a move, with or without a button held."""

    def release(self, event: QMouseEvent, /) -> bool:
        """Take a release."""

    def double_click(self, event: QMouseEvent, /) -> bool:
        """Take the second press of a double click."""

    def wheel(self, event: QWheelEvent, /) -> bool:
        """Take a turn of the wheel."""

    def takes(self, event: QKeyEvent, /) -> bool:
        """Tell whether a key is the tool's, so that it is no shortcut."""

    def key(self, event: QKeyEvent, /) -> bool:
        """Take a key."""

    def written(self, event: QInputMethodEvent, /) -> bool:
        """Take what an input method wrote, or is about to."""

    def ask(self, query: Qt.InputMethodQuery, /) -> object:
        """Answer an input method; None where the tool takes no text."""

    def paint(self, painter: QPainter, view: View, /) -> None:
        """Paint over the page, in logical pixels of the viewport."""


class TextlessTool:
    """What a tool does that is about frames: no text, no wheel, no double click; Esc is its own."""

    def double_click(self, event: QMouseEvent, /) -> bool:  # noqa: ARG002 - Qt's signature
        """Take nothing."""
        return False

    def wheel(self, event: QWheelEvent, /) -> bool:  # noqa: ARG002 - the page scrolls
        """Leave the wheel to the canvas."""
        return False

    def takes(self, event: QKeyEvent, /) -> bool:
        """Take Esc."""
        return event.key() == Qt.Key.Key_Escape

    def written(self, event: QInputMethodEvent, /) -> bool:  # noqa: ARG002 - no text here
        """Take no text."""
        return False

    def ask(self, query: Qt.InputMethodQuery, /) -> object:  # noqa: ARG002 - no text here
        """Take no text."""
        return None
