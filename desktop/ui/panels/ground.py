"""What lies under a row of a list: soft where the pointer is, with a bar where it is chosen, outlined by the keys."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.theme import Theme

_BAR = 3
"""Pixels: the soft colour alone is too close to the panel's to tell what is chosen."""


class RowState(Struct, frozen=True):
    """Whether a row is chosen, under the pointer, and has the keys."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False


def row_state(option: QStyleOptionViewItem) -> RowState:
    """Return the state that Qt tells a delegate."""
    states = QStyle.StateFlag
    selected = bool(option.state & states.State_Selected)
    focused = bool(option.state & states.State_HasFocus)
    return RowState(selected, bool(option.state & states.State_MouseOver), focused)


def draw_ground(painter: QPainter, box: QRectF, state: RowState, theme: Theme) -> None:
    """Draw the ground of a row into its box."""
    if not (state.selected or state.hovered):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.selection_soft if state.selected else theme.hover))
    painter.drawRoundedRect(box, 6, 6)
    if state.selected:
        painter.setBrush(QColor(theme.selection))
        painter.drawRoundedRect(QRectF(box.x(), box.y() + 5, _BAR, box.height() - 10), _BAR / 2, _BAR / 2)
    if state.selected and state.focused:
        painter.setPen(QPen(QColor(theme.selection), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.restore()
