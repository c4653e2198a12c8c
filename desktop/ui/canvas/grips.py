"""What of a frame a hand takes hold of: the whole of it, or a corner of the one that is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from desktop.display import DisplayFrame
from desktop.model.layout import SlotKind
from desktop.session.freestanding import Grip
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.scale import View

Hold = tuple[str, Grip]
"""A frame, and what of it is held."""

SIDE = 7.0
"""Logical pixels of a grip's side."""
_REACH = 6.0
"""Logical pixels around a corner in which a press takes hold of it."""
_PICTURES = frozenset({SlotKind.PICTURE.value, SlotKind.ADVERT.value})

CURSORS: Mapping[Grip, Qt.CursorShape] = MappingProxyType(
    {
        Grip.WHOLE: Qt.CursorShape.SizeAllCursor,
        Grip.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
        Grip.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
        Grip.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
        Grip.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    }
)

_STEPS: Mapping[Qt.Key, tuple[int, int]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
)
_SIZING = Qt.KeyboardModifier.ShiftModifier


def gripped(hits: PageHits | None, selected: Sequence[str]) -> DisplayFrame | None:
    """Return the frame that shows grips: a picture's, or one that stands free, that alone is selected."""
    frame = hits.frame(selected[0]) if hits and len(selected) == 1 else None
    return frame if frame is not None and _is_held(frame) and frame.box.height else None


def _is_held(frame: DisplayFrame) -> bool:
    return frame.free or frame.kind in _PICTURES


def corners(box: QRectF) -> dict[Grip, QPointF]:
    """Return where the corners of a frame are in the view."""
    return {
        Grip.TOP_LEFT: box.topLeft(),
        Grip.TOP_RIGHT: box.topRight(),
        Grip.BOTTOM_LEFT: box.bottomLeft(),
        Grip.BOTTOM_RIGHT: box.bottomRight(),
    }


def hold_at(hits: PageHits | None, view: View, selected: Sequence[str], at: QPointF) -> Hold | None:
    """Return what a press at a position of the view takes hold of; None where nothing can be moved."""
    if hits is None:
        return None
    frame = gripped(hits, selected)
    if frame is not None:
        for grip, corner in corners(view.to_view(frame.box)).items():
            if max(abs(at.x() - corner.x()), abs(at.y() - corner.y())) <= _REACH:
                return frame.id, grip
    name = hits.frame_at(*view.to_page(at))
    under = hits.frame(name) if name is not None else None
    return (under.id, Grip.WHOLE) if under is not None and _is_held(under) else None


def pushed_by(event: QKeyEvent) -> tuple[int, int] | None:
    """Return by how many millimetres an arrow key with Alt pushes what a frame shows."""
    step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
    others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return step if others == Qt.KeyboardModifier.AltModifier else None


def step_of(event: QKeyEvent) -> tuple[int, int, bool] | None:
    """Return the columns and lines of an arrow key, and whether it sizes (with Shift) instead of moving."""
    step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
    others = event.modifiers() & ~(_SIZING | Qt.KeyboardModifier.KeypadModifier)
    if step is None or others:
        return None
    return (*step, bool(event.modifiers() & _SIZING))
