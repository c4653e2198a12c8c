"""What can be done now, in a sentence for the status line."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.ui.language import noop, tr

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


class Doing(StrEnum):
    """What a hand is about."""

    NOTHING = "nothing"
    WRITING = "writing"
    DRAWING = "drawing"
    CROPPING = "cropping"
    FRAMES = "frames"
    ELEMENTS = "elements"


_HINTS: Mapping[Doing, str] = MappingProxyType(
    {
        Doing.NOTHING: noop("Click to select, double-click to write; drag beside frames to select several."),
        Doing.WRITING: noop("Type into the text. Esc ends writing."),
        Doing.DRAWING: noop("Drag over the columns and lines that the frame is to have. Esc gives up."),
        Doing.CROPPING: noop("Drag pushes the picture, the wheel enlarges it. Enter ends."),
        Doing.FRAMES: noop("Drag to move, corners to size; arrows by columns and lines, with Shift to size."),
        Doing.ELEMENTS: noop("Drag into a frame, or Ctrl+D for the first that fits. Double-click to write."),
    }
)


def hint_now(window: MainWindow) -> str:
    """Return the sentence for what a hand is about in the window; nothing while nothing is open."""
    session = window.bench.session
    if session.page is None:
        return ""
    states = {
        Doing.WRITING: window.writing.writing,
        Doing.DRAWING: window.framing.active,
        Doing.CROPPING: window.cropping.active,
        Doing.FRAMES: bool(session.selection.frames),
        Doing.ELEMENTS: bool(session.selection.elements),
    }
    return tr(_HINTS[next((doing for doing, now in states.items() if now), Doing.NOTHING)])
