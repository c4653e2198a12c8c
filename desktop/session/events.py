"""What happens to an open edition, as records for those who listen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.errors import Message
from desktop.model.edition import Edition


class Cause(StrEnum):
    """Why there is another edition now."""

    COMMAND = "command"
    UNDO = "undo"
    REDO = "redo"
    OPENED = "opened"


class Selection(Struct, frozen=True):
    """What is selected: ids of elements and of frames on the current page, in the order in which they were chosen."""

    elements: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.elements or self.frames)


class EditionChanged(Struct, frozen=True):
    """There is another edition; ``name`` is that of the step done, undone or redone."""

    old: Edition
    new: Edition
    name: Message
    cause: Cause


class SelectionChanged(Struct, frozen=True):
    """Something else is selected."""

    old: Selection
    new: Selection


class PageChanged(Struct, frozen=True):
    """Another page of the edition is the current one."""

    page: str


class FileChanged(Struct, frozen=True):
    """The edition belongs to another file, or what is open differs from the file (or no longer does)."""

    path: Path | None
    modified: bool


class AutosaveDone(Struct, frozen=True):
    """A copy for recovery was written."""

    at: datetime


class AutosaveFailed(Struct, frozen=True):
    """No copy for recovery could be written; the open edition is as it was. ``reason`` is a sentence."""

    reason: Message


Event = EditionChanged | SelectionChanged | PageChanged | FileChanged | AutosaveDone | AutosaveFailed
Listener = Callable[[Event], None]


class Listeners:
    """Those who are told of events, in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every event from now on; calling what is returned ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def tell(self, event: Event) -> None:
        """Tell everybody who listened when the event came; one who was unsubscribed meanwhile is left out."""
        for listener in tuple(self._listeners):
            if listener in self._listeners:
                listener(event)
