"""Which panels are shown, the window's place, as they were left; and the way from panel to panel by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.ui.actions import Actions, Handler
from desktop.ui.frame import WindowFrame
from desktop.ui.workbench import Preferences

FULL_SCREEN = "view.full_screen"
STORY = "view.story"
"""The story editor is filled by those who show it; here it is only remembered."""


class PanelWork(QObject):
    """Shows and hides panels, fills the screen, and remembers it.

    Args:
        frame: has the panels.
        actions: the table's.
        preferences: where it is remembered.
        window: whose place it is.
    """

    def __init__(self, frame: WindowFrame, actions: Actions, preferences: Preferences, window: QMainWindow) -> None:
        super().__init__(window)
        self._frame, self._actions, self._preferences, self._window = frame, actions, preferences, window
        self._panels: dict[str, QWidget] = {f"view.{name}": panel for name, panel in frame.panels().items()}
        self._panels[STORY] = frame.story
        self._parts: tuple[QWidget, ...] = (
            frame.topbar, frame.outline, frame.sheets, frame.history, frame.pages, frame.note, frame.find_bar,
            frame.middle, frame.story, frame.inspector, frame.findings, frame.status,
        )  # fmt: skip

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            **{action_id: self._shower(action_id) for action_id in self._panels if action_id != STORY},
            FULL_SCREEN: self._fill_screen,
            "view.next_panel": lambda: self._go(1),
            "view.previous_panel": lambda: self._go(-1),
        }

    def restore(self) -> None:
        """Give the window its place and the panels their sizes as they were left."""
        settings = self._preferences.now
        self._window.resize(self._window.sizeHint())
        if settings.window:
            self._window.restoreGeometry(QByteArray(bytes.fromhex(settings.window)))
        for action_id in self._panels:
            self._show(action_id, shown=action_id not in settings.hidden_panels)
        self._frame.settle_columns()
        if settings.panels:
            self._frame.restore(settings.panels)
        self.follow_screen()

    def keep(self) -> None:
        """Remember the window's place, and the panels as they are."""
        hidden = tuple(action_id for action_id in self._panels if not self._actions[action_id].isChecked())
        place = bytes(self._window.saveGeometry().data()).hex()
        self._preferences.change(window=place, panels=self._frame.state(), hidden_panels=hidden)

    def follow_screen(self) -> None:
        """Tick whether the window fills the screen, however that came about."""
        self._actions[FULL_SCREEN].setChecked(self._window.isFullScreen())

    def _go(self, step: int) -> None:
        """Give the keys to the next or previous part of the window that takes them; what is selected stays so."""
        first = {at: stop for at, part in enumerate(self._parts) if (stop := _first_stop(part)) is not None}
        if not first:
            return
        now = QApplication.focusWidget()
        inside = (at for at, part in enumerate(self._parts) if now is not None and part.isAncestorOf(now))
        at = next((at for at, part in enumerate(self._parts) if part is now), next(inside, -1))
        order = sorted(first)
        onward = [other for other in order if other > at] if step > 0 else [other for other in order if other < at]
        wrapped = order[0] if step > 0 else order[-1]
        target = wrapped if not onward else onward[0] if step > 0 else onward[-1]
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        first[target].setFocus(reason)

    def _shower(self, action_id: str) -> Handler:
        def show() -> None:
            self._show(action_id, shown=self._actions[action_id].isChecked())
            self._frame.settle_columns()

        return show

    def _show(self, action_id: str, *, shown: bool) -> None:
        self._actions[action_id].setChecked(shown)
        self._panels[action_id].setVisible(shown)

    def _fill_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self.follow_screen()


def _first_stop(part: QWidget) -> QWidget | None:
    """Return the first widget of a part at which Tab would stop, from top left to bottom right."""
    inside = [part, *part.findChildren(QWidget)]
    stops = [widget for widget in inside if widget.isVisible() and widget.isEnabled() and _stops(widget)]
    return min(stops, key=lambda widget: _reading_place(part, widget), default=None)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _reading_place(part: QWidget, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(part, QPoint(0, 0)) if widget is not part else QPoint(0, 0)
    return at.y(), at.x()
