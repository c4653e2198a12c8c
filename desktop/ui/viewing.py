"""How the page is seen: zoom, grid, preview; the window's theme and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup

from desktop.geometry import Rect
from desktop.settings import Language as LanguageChoice
from desktop.settings import Theme as ThemeChoice
from desktop.ui.actions import Actions, Handler
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.language import tr
from desktop.ui.workbench import Preferences


class ViewingWork(QObject):
    """What the View menu does.

    Signals:
        theme_chosen: the choice of ``desktop.settings.Theme``.
        said: a sentence for the status line.
    """

    theme_chosen = Signal(object)
    said = Signal(str)

    def __init__(self, canvas: PageCanvas, actions: Actions, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._actions, self._preferences = canvas, actions, preferences
        self._marked: Callable[[], Sequence[Rect]] = tuple
        self._themes = {
            ThemeChoice.SYSTEM: actions["view.theme.system"],
            ThemeChoice.LIGHT: actions["view.theme.light"],
            ThemeChoice.DARK: actions["view.theme.dark"],
        }
        self._languages = {choice: actions[f"view.language.{choice.value}"] for choice in LanguageChoice}
        for choices in (self._themes.values(), self._languages.values()):
            group = QActionGroup(self)
            for action in choices:
                group.addAction(action)
        self._languages[preferences.now.language].setChecked(True)
        actions["view.grid"].setChecked(preferences.now.show_grid)
        canvas.set_grid_visible(preferences.now.show_grid)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        themes: dict[str, Handler] = {f"view.theme.{choice.value}": self._choosing(choice) for choice in self._themes}
        languages: dict[str, Handler] = {
            f"view.language.{choice.value}": self._speaking(choice) for choice in self._languages
        }
        return (
            themes
            | languages
            | {
                "view.zoom_in": self._canvas.zoom_in,
                "view.zoom_out": self._canvas.zoom_out,
                "page.fit": self._canvas.fit_page,
                "page.width": self._canvas.fit_width,
                "view.zoom_selection": self._zoom_to_selection,
                "page.actual": self._canvas.actual_size,
                "view.grid": self._toggle_grid,
                "view.preview": self._toggle_preview,
            }
        )

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick the theme that is chosen."""
        self._themes[choice].setChecked(True)

    def _choosing(self, choice: ThemeChoice) -> Callable[[], None]:
        return lambda: self.theme_chosen.emit(choice)

    def _speaking(self, choice: LanguageChoice) -> Callable[[], None]:
        def speak() -> None:
            if choice is not self._preferences.now.language:
                self._preferences.change(language=choice)
                self.said.emit(tr("The window speaks the other language from the next start on."))

        return speak

    def look_first(self, marked: Callable[[], Sequence[Rect]]) -> None:
        """Let zooming to the selection go to these boxes of the page where there are any: selected characters."""
        self._marked = marked

    def _zoom_to_selection(self) -> None:
        boxes = self._marked()
        box = reduce(Rect.united, boxes) if boxes else self._canvas.selection_box()
        if box is not None:
            self._canvas.zoom_to(box)

    def _toggle_grid(self) -> None:
        shown = self._actions["view.grid"].isChecked()
        self._preferences.change(show_grid=shown)
        self._canvas.set_grid_visible(shown)

    def _toggle_preview(self) -> None:
        self._canvas.set_preview(self._actions["view.preview"].isChecked())
