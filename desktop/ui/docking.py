"""Panels moved by hand: from one side of the page to the other, above or below each other, as they were left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QRubberBand, QSplitter, QWidget

from desktop.ui.frame import WindowFrame
from desktop.ui.language import noop, tr
from desktop.ui.menus import Fill, add_entry
from desktop.ui.workbench import Preferences

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "outline": noop("Articles"),
        "pages": noop("Pages"),
        "history": noop("History"),
        "inspector": noop("Inspector"),
        "findings": noop("Preflight"),
    }
)
"""The panels that can be moved, as their titles say."""
_SIDES, _PANELS = "|", ","
"""What stands between the columns and between the panels of one, as they are remembered."""
_GAP = 6
"""Pixels of the bar that shows where a panel would go."""


class DockWork(QObject):
    """Lets a panel's title be dragged to another place of either column; its menu and the View menu do the same.

    Args:
        frame: has the panels, in two columns.
        preferences: where their places are remembered.
        window: the parent.
    """

    def __init__(self, frame: WindowFrame, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._frame, self._preferences, self._window = frame, preferences, window
        self._columns = (frame.left, frame.right)
        self._panels = frame.panels()
        self._heads: dict[QObject, str] = {}
        self._held: tuple[str, QPoint] | None = None
        self._band: QRubberBand | None = None
        for name, panel in self._panels.items():
            head = panel.findChild(QLabel, "panelhead")
            if head is not None:
                self._heads[head] = name
                head.installEventFilter(self)
                head.setToolTip(tr("Drag to put the panel elsewhere"))
        self._restore(preferences.now.docks)

    def fills(self) -> Mapping[str, Fill]:
        """Return what fills the submenu of panels."""
        return {"menu.panels": self._fill}

    def places(self) -> tuple[tuple[str, ...], ...]:
        """Return the panels of the left column and of the right one, from the top."""
        names = {panel: name for name, panel in self._panels.items()}
        return tuple(tuple(names[panel] for panel in _in(column) if panel in names) for column in self._columns)

    def move(self, name: str, side: int, at: int) -> None:
        """Put a panel into the left (0) or right (1) column, so many from the top, and remember it."""
        panel = self._panels[name]
        column = self._columns[side]
        shown = not panel.isHidden()
        column.insertWidget(min(at, column.count()), panel)
        panel.setVisible(shown)
        self._frame.settle_columns()
        self._preferences.change(docks=_SIDES.join(_PANELS.join(side) for side in self.places()))

    def to_the_other_side(self, name: str) -> None:
        """Put a panel below those of the other column."""
        side = self._side_of(name)
        self.move(name, 1 - side, self._columns[1 - side].count())

    def step(self, name: str, by: int) -> None:
        """Put a panel above or below its neighbour."""
        side = self._side_of(name)
        at = self.places()[side].index(name) + by
        if 0 <= at < len(self.places()[side]):
            self.move(name, side, at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a title that is dragged, and open its menu."""
        name = self._heads.get(watched)
        if name is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.ContextMenu:
            self._menu(name).popup(cast("QContextMenuEvent", event).globalPos())
            return True
        if kind == QEvent.Type.MouseButtonPress and cast("QMouseEvent", event).button() == Qt.MouseButton.LeftButton:
            self._held = (name, cast("QMouseEvent", event).globalPosition().toPoint())
            return True
        if kind == QEvent.Type.MouseMove and self._held is not None:
            self._follow(cast("QMouseEvent", event).globalPosition().toPoint())
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._held is not None:
            self._drop(cast("QMouseEvent", event).globalPosition().toPoint())
            return True
        return False

    def _follow(self, at: QPoint) -> None:
        """Show where the panel would stand."""
        if self._held is None:
            return
        if self._band is None and (at - self._held[1]).manhattanLength() < QApplication.startDragDistance():
            return
        self._band = self._band or QRubberBand(QRubberBand.Shape.Rectangle, self._frame)
        goal = self._goal(at)
        self._band.setVisible(goal is not None)
        if goal is not None:
            self._band.setGeometry(self._gap(*goal))

    def _drop(self, at: QPoint) -> None:
        held, band, self._held, self._band = self._held, self._band, None, None
        if band is None or held is None:
            return
        band.deleteLater()
        goal = self._goal(at)
        if goal is not None:
            side, place = goal
            own = self.places()[side]
            before = held[0] in own and own.index(held[0]) < place
            self.move(held[0], side, place - before)

    def _goal(self, at: QPoint) -> tuple[int, int] | None:
        """Return the column at a global position and how many of its panels stand above it; None beside both."""
        for side, column in enumerate(self._columns):
            inside = column.mapFromGlobal(at)
            if column.isVisible() and column.rect().contains(inside):
                panels = _in(column)
                below = (n for n, panel in enumerate(panels) if _seen_below(panel, inside.y()))
                return side, next(below, len(panels))
        return None

    def _gap(self, side: int, at: int) -> QRect:
        """Return a flat rectangle between two panels of a column, in the frame."""
        column: QSplitter = self._columns[side]
        panels = _in(column)
        y = panels[at].geometry().top() if at < len(panels) else column.height() - _GAP
        corner = column.mapTo(self._frame, QPoint(_GAP, max(0, y - _GAP // 2)))
        return QRect(corner, QSize(column.width() - 2 * _GAP, _GAP))

    def _side_of(self, name: str) -> int:
        return next(side for side, names in enumerate(self.places()) if name in names)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_entry(menu, tr("To the other side"), partial(self.to_the_other_side, name))
        add_entry(menu, tr("Further up"), partial(self.step, name, -1))
        add_entry(menu, tr("Further down"), partial(self.step, name, +1))
        return menu

    def _fill(self, menu: QMenu) -> None:
        for name, title in NAMES.items():
            text = tr("{panel}: to the other side", panel=tr(title))
            add_entry(menu, text, partial(self.to_the_other_side, name))

    def _restore(self, remembered: str) -> None:
        """Put panels where they were left; what is not remembered, or not known, stays where it is."""
        sides = [side.split(_PANELS) for side in remembered.split(_SIDES)]
        if len(sides) != len(self._columns):
            return
        for column, names in zip(self._columns, sides, strict=True):
            for at, name in enumerate(name for name in names if name in self._panels):
                panel = self._panels[name]
                shown = not panel.isHidden()
                column.insertWidget(at, panel)
                panel.setVisible(shown)


def _in(column: QSplitter) -> list[QWidget]:
    """Return the panels of a column, from the top."""
    found = (column.widget(at) for at in range(column.count()))
    return [panel for panel in found if panel is not None]


def _seen_below(panel: QWidget, y: int) -> bool:
    """Tell whether a panel is seen and its middle lies below a height; a hidden one stands nowhere."""
    return not panel.isHidden() and panel.geometry().center().y() >= y
