"""The page for assistive technology: a document whose children are its frames, each with its name, place and text.

The canvas is one widget, so that Qt alone would tell nothing of what stands on it. Frames are told of only while
somebody asks; what is kept of them is given back to Qt as soon as a frame is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from desktop.ui.canvas.spoken import SpokenFrame

if TYPE_CHECKING:
    from desktop.ui.canvas.canvas import PageCanvas

_KINDS: Mapping[str, QAccessible.Role] = MappingProxyType(
    {
        "head": QAccessible.Role.Heading,
        "picture": QAccessible.Role.Graphic,
        "advert": QAccessible.Role.Graphic,
        "caption": QAccessible.Role.Note,
        "box": QAccessible.Role.Grouping,
        "rule": QAccessible.Role.Separator,
    }
)
"""Roles by kind of slot; all others hold paragraphs."""


@cache
def tell_of_pages() -> None:
    """Let Qt ask here about canvases; done once in a program, however many windows it opens."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, of: QObject) -> QAccessibleInterface | None:
    from desktop.ui.canvas.canvas import PageCanvas  # the canvas imports this module

    return PageAccessible(of) if kind == PageCanvas.__name__ and isinstance(of, PageCanvas) else None


class PageAccessible(QAccessibleWidget):
    """A canvas. Its value is what is selected, its children are the frames in the layout's order."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.Document)
        self._canvas = canvas
        self._frames: dict[str, FrameAccessible] = {}

    def text(self, kind: QAccessible.Text) -> str:
        """Return the page's name and description, and what is selected on it."""
        return self._canvas.spoken_selection() if kind is QAccessible.Text.Value else super().text(kind)

    def childCount(self) -> int:
        """Return the number of frames."""
        return len(self._canvas.spoken_frames())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # None is what Qt asks for
        """Return a frame."""
        ids = list(self._canvas.spoken_frames())
        return self.frame(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return a frame's place among the frames, -1 for anything else."""
        ids = list(self._canvas.spoken_frames())
        return ids.index(child.frame) if isinstance(child, FrameAccessible) and child.frame in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # None is what Qt asks for
        """Return the frame at a global position."""
        name = self._canvas.frame_at(self._canvas.viewport().mapFromGlobal(QPoint(x, y)))
        return self.frame(name) if name is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # None is what Qt asks for
        """Return the selected frame while the page has the keys."""
        chosen = next((name for name, frame in self._canvas.spoken_frames().items() if frame.selected), None)
        return self.frame(chosen) if chosen is not None and self._canvas.hasFocus() else None

    def frame(self, name: str) -> FrameAccessible:
        """Return a frame's interface, the same as long as the frame is on the page."""
        self._forget_gone()
        found = self._frames.get(name)
        if found is None:
            found = self._frames[name] = FrameAccessible(self._canvas, name)
            found.key = QAccessible.registerAccessibleInterface(found)
        return found

    def _forget_gone(self) -> None:
        for name in self._frames.keys() - self._canvas.spoken_frames().keys():
            QAccessible.deleteAccessibleInterface(self._frames.pop(name).key)


class FrameAccessible(QAccessibleInterface):
    """A frame of a page. Its value is its text; a description tells what its marks tell."""

    def __init__(self, canvas: PageCanvas, frame: str) -> None:
        super().__init__()
        self._canvas, self.frame, self.key = canvas, frame, 0

    def _said(self) -> SpokenFrame | None:
        return self._canvas.spoken_frames().get(self.frame)

    def isValid(self) -> bool:
        """Tell whether the frame is on the page."""
        return self._said() is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # None is what Qt asks for
        """Return None: a frame is no widget."""
        return None

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002 - Qt's signature
        """Return None: a frame has no parts."""
        return None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002 - Qt's signature
        """Return None."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's signature
        """Return -1."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Return the frame's name, its text, and what its marks tell."""
        said = self._said()
        if said is None:
            return ""
        words = {
            QAccessible.Text.Name: said.name,
            QAccessible.Text.Value: said.text,
            QAccessible.Text.Description: said.mark,
        }
        return words.get(kind, "")

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: text is written with the text tool."""

    def rect(self) -> QRect:
        """Return where the frame is on the screen."""
        box = self._canvas.frame_rect(self.frame)
        return QRect(self._canvas.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """Return what the frame's kind amounts to."""
        said = self._said()
        return _KINDS.get(said.kind, QAccessible.Role.Paragraph) if said else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        """Return that the frame can be selected, and whether it is."""
        said, state = self._said(), QAccessible.State()
        state.selectable, state.focusable = True, True
        if said is None:
            state.invisible = True
        elif said.selected:
            state.selected = True
            state.focused = self._canvas.hasFocus()
        return state


def tell_chosen(canvas: PageCanvas) -> None:
    """Tell assistive technology, where there is any, which frame is selected now."""
    if not QAccessible.isActive():
        return
    page = QAccessible.queryAccessibleInterface(canvas)
    chosen = page.focusChild() if isinstance(page, PageAccessible) else None
    if chosen is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(chosen, QAccessible.Event.Focus))
