"""Menus made from the table of actions; submenus whose entries depend on what is open are filled when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.ui.actions import Actions
from desktop.ui.language import tr
from desktop.ui.menutable import MENUS, SEPARATOR, SUBMENUS

Fill = Callable[[QMenu], None]
"""Adds a submenu's entries; none at all leaves a quiet line in it."""


class Menus:
    """Builds menus.

    Args:
        actions: the entries.
        fills: what fills each submenu.
    """

    def __init__(self, actions: Actions, fills: Mapping[str, Fill]) -> None:
        self._actions, self._fills = actions, fills

    def fill_bar(self, bar: QMenuBar) -> None:
        """Build the menu bar."""
        for title, entries in MENUS:
            bar.addMenu(self._menu(tr(title), entries, bar))

    def context(self, entries: Iterable[str], parent: QWidget, told: str = "") -> QMenu:
        """Return a context menu, headed by a sentence that cannot be chosen; the caller shows it."""
        menu = self._menu("", entries, parent)
        if told:
            first = menu.actions()[0]
            note = QAction(told.replace("&", "&&"), menu)
            note.setEnabled(False)
            menu.insertAction(first, note)
            menu.insertSeparator(first)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _menu(self, title: str, entries: Iterable[str], parent: QWidget) -> QMenu:
        menu = QMenu(title, parent)
        menu.setToolTipsVisible(False)
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in SUBMENUS:
                menu.addMenu(self._submenu(entry, menu))
            else:
                menu.addAction(self._actions[entry])
        return menu

    def _submenu(self, entry: str, parent: QMenu) -> QMenu:
        menu = QMenu(tr(SUBMENUS[entry]), parent)
        menu.setObjectName(entry)
        menu.aboutToShow.connect(lambda: self._refill(menu, entry))
        self._refill(menu, entry)
        return menu

    def _refill(self, menu: QMenu, entry: str) -> None:
        menu.clear()
        self._fills[entry](menu)
        if menu.isEmpty():
            menu.addAction(tr("Nothing here yet")).setEnabled(False)


def add_entry(menu: QMenu, text: str, chosen: Callable[[], object], *, checked: bool | None = None) -> None:
    """Add an entry to a submenu; with a tick, if ``checked`` says whether."""
    action = menu.addAction(text.replace("&", "&&"))
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    action.triggered.connect(lambda _checked=False: chosen())
