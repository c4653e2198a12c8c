"""The crop tool: a picture pushed and enlarged inside its frame, the rest of it seen faintly around."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QWheelEvent,
)

from desktop.geometry import Rect
from desktop.model.pictureview import PictureView, panned, zoomed
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.scale import View

_STEP, _NUDGE = 1.1, 0.05
"""Enlarging by one key; pushing by one key, in parts of what is shown."""
_NOTCH = 120
"""A wheel's notch in QWheelEvent.angleDelta."""
_GHOST = 0.35
"""Strength of what lies outside the frame."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CLOSER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_DONE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Cropped(Struct, frozen=True):
    """A picture in its frame: where it stands on the page, which part of it, its view and its pixels."""

    box: Rect
    part: Rect
    view: PictureView
    image: QImage


class CropActs(Struct, frozen=True):
    """What the tool asks of the window: the picture as it stands now, another view of it, and to end."""

    now: Callable[[], Cropped | None]
    show: Callable[[PictureView], None]
    leave: Callable[[], None]


class CropTool:
    """The tool, for one frame."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.SizeAllCursor

    def __init__(self, surface: PageCanvas, acts: CropActs) -> None:
        self._surface, self._acts = surface, acts
        self._from: tuple[float, float] | None = None
        self._began: Cropped | None = None

    def press(self, event: QMouseEvent, /) -> bool:
        """Take hold of the picture; a press beside it ends cropping."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        now, at = self._acts.now(), self._surface.page_at(event.position().toPoint())
        if now is None or not now.box.contains(*at):
            self._acts.leave()
            return False
        self._from, self._began = at, now
        return True

    def move(self, event: QMouseEvent, /) -> bool:
        """Push the picture."""
        if self._from is None or self._began is None:
            return not event.buttons()
        x, y = self._surface.page_at(event.position().toPoint())
        box = self._began.box
        by = ((x - self._from[0]) / box.width, (y - self._from[1]) / box.height)
        self._acts.show(panned(self._began.view, self._began.part, *by))
        return True

    def release(self, event: QMouseEvent, /) -> bool:  # noqa: ARG002 - Qt's signature
        """Let go."""
        held, self._from, self._began = self._from is not None, None, None
        return held

    def double_click(self, event: QMouseEvent, /) -> bool:
        """Make what was pressed the focus: it comes to the middle."""
        now = self._acts.now()
        x, y = self._surface.page_at(event.position().toPoint())
        if now is None or not now.box.contains(x, y):
            return False
        part, box = now.part, now.box
        focus = part.x + (x - box.x) / box.width * part.width, part.y + (y - box.y) / box.height * part.height
        self._acts.show(PictureView(now.view.zoom, *focus))
        return True

    def wheel(self, event: QWheelEvent, /) -> bool:
        """Enlarge at the pointer."""
        now, at = self._acts.now(), self._surface.page_at(event.position().toPoint())
        if now is None or not now.box.contains(*at):
            return False
        inside = (at[0] - now.box.x) / now.box.width, (at[1] - now.box.y) / now.box.height
        notches = event.angleDelta().y() / _NOTCH
        self._acts.show(zoomed(now.view, now.part, now.view.zoom * _STEP**notches, inside))
        return True

    def takes(self, event: QKeyEvent, /) -> bool:
        """Tell whether a key is the tool's."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return plain and event.key() in {*_ARROWS, *_CLOSER, *_DONE, Qt.Key.Key_Minus}

    def key(self, event: QKeyEvent, /) -> bool:
        """Push by arrows, enlarge by plus and minus, end by Enter or Esc."""
        now = self._acts.now()
        if not self.takes(event) or now is None:
            return False
        key = Qt.Key(event.key())
        if key in _DONE:
            self._acts.leave()
        elif key in _ARROWS:
            across, down = _ARROWS[key]
            self._acts.show(panned(now.view, now.part, across * _NUDGE, down * _NUDGE))
        else:
            self._acts.show(zoomed(now.view, now.part, now.view.zoom * (_STEP if key in _CLOSER else 1 / _STEP)))
        return True

    def written(self, event: QInputMethodEvent, /) -> bool:  # noqa: ARG002 - a picture takes no text
        """Take no text."""
        return False

    def ask(self, query: Qt.InputMethodQuery, /) -> object:  # noqa: ARG002 - a picture takes no text
        """Take no text."""
        return None

    def paint(self, painter: QPainter, view: View, /) -> None:
        """Paint faintly what of the picture lies outside the frame, and the frame's edge."""
        now = self._acts.now()
        if now is None:
            return
        frame = view.to_view(now.box)
        whole = _around(frame, now.part)
        outside = QPainterPath()
        outside.addRect(whole)
        inside = QPainterPath()
        inside.addRect(frame)
        painter.save()
        painter.setClipPath(outside.subtracted(inside))
        painter.setOpacity(_GHOST)
        painter.drawImage(whole, now.image)
        painter.restore()
        painter.setPen(QPen(QColor(self._surface.selection_colour), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)


def _around(frame: QRectF, part: Rect) -> QRectF:
    """Return where all of a picture would stand of which a frame shows a part."""
    width, height = frame.width() / part.width, frame.height() / part.height
    return QRectF(frame.x() - part.x * width, frame.y() - part.y * height, width, height)
