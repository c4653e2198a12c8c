"""The thread tool: text led from a frame's port into another frame, as long as the button is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.tool import TextlessTool


class ThreadActs(Struct, frozen=True):
    """What the tool asks of the window: the frames it may end in, words for one, to lead text there, and to end."""

    goals: Mapping[str, str]
    """What dropping on each frame would do, in words."""
    lead: Callable[[str], None]
    leave: Callable[[], None]


class ThreadTool(TextlessTool):
    """The tool.

    Args:
        surface: the canvas.
        start: where the line begins, in the viewport.
        acts: what it asks of the window.
    """

    cursor: Qt.CursorShape | None = Qt.CursorShape.CrossCursor

    def __init__(self, surface: PageCanvas, start: QPoint, acts: ThreadActs) -> None:
        self._surface, self._start, self._end, self._acts = surface, start, start, acts

    def press(self, event: QMouseEvent, /) -> bool:  # noqa: ARG002 - another button gives up
        """Give up at a second button."""
        self._acts.leave()
        return True

    def move(self, event: QMouseEvent, /) -> bool:
        """Draw the line on, and say what a release would do."""
        self._end = event.position().toPoint()
        goal = self._goal()
        candidates = dict.fromkeys(self._acts.goals, True)
        self._surface.show_drop(candidates, goal, self._acts.goals.get(goal or "", ""), "ok")
        return True

    def release(self, event: QMouseEvent, /) -> bool:
        """Lead the text into the frame under the pointer; beside all frames nothing happens."""
        self._end = event.position().toPoint()
        goal = self._goal()
        self._acts.leave()
        if goal is not None:
            self._acts.lead(goal)
        return True

    def key(self, event: QKeyEvent, /) -> bool:
        """Give up."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._acts.leave()
        return True

    def paint(self, painter: QPainter, view: View, /) -> None:  # noqa: ARG002 - positions are the viewport's
        """Paint the line from the port to the pointer."""
        painter.setPen(QPen(QColor(self._surface.selection_colour), 2.0))
        painter.drawLine(QPointF(self._start), QPointF(self._end))

    def _goal(self) -> str | None:
        under = self._surface.frame_at(self._end)
        return under if under in self._acts.goals else None
