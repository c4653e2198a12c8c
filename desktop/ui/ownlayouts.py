"""One's own layouts in the window: the page kept as one, its grid edited, one taken off the shelf."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.model.edition import Page
from desktop.model.layout import Layout
from desktop.session.commands import SetGrid
from desktop.session.ownlayouts import LayoutShelf, named
from desktop.ui.actions import Handler
from desktop.ui.dialogs.gridedit import GridDialog
from desktop.ui.dialogs.naming import NamingDialog
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.dialogs.versions import Composing
from desktop.ui.language import tr
from desktop.ui.placing import Perform
from desktop.ui.workbench import Workbench


class OwnLayoutWork(QObject):
    """Keeps pages as layouts and edits their grids.

    Signals:
        said: a sentence for the status line.
        failed: a ``BanxinError`` to be shown.
        shelf_changed: there are other layouts to choose from.

    Args:
        bench: the open edition and the settings' folder.
        shelf: where one's own layouts lie.
        perform: does commands.
        language: of layout names.
        window: the parent of dialogs.
    """

    said = Signal(str)
    failed = Signal(object)
    shelf_changed = Signal()

    def __init__(self, bench: Workbench, shelf: LayoutShelf, perform: Perform, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._shelf, self._perform, self._language, self._window = bench, shelf, perform, language, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.save_layout": self.ask_name, "page.grid": self.edit_grid}

    def ask_name(self) -> None:
        """Ask for the name under which the page's layout is kept, and keep it."""
        page = self._bench.session.page
        if page is None:
            return
        name = page.layout.name(self._language)
        own = self._shelf.own(name) is not None
        suggested = name if own else tr("{name} (own)", name=name)
        dialog = NamingDialog(self._window, tr("Save the page as a layout"), suggested, self._remark)
        dialog.given.connect(lambda given: self.save(page, given))
        dialog.open()

    def save(self, page: Page, name: str) -> None:
        """Keep a page as a layout."""
        try:
            layout = self._shelf.save(page, name)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        self.said.emit(tr("Layout “{name}” is in the gallery.", name=layout.name(self._language)))
        self.shelf_changed.emit()

    def ask_removal(self, layout: Layout) -> None:
        """Ask whether a layout is to be taken off the shelf: undo does not bring its file back."""
        text = tr("Take the layout “{name}” off the shelf?", name=layout.name(self._language))
        answers = (Answer("cancel", tr("Leave it")), Answer("remove", tr("Remove"), primary=True))
        notice = Notice(self._window, text, tr("Pages that have it keep it."), answers)
        notice.answered.connect(lambda answer: self._remove(layout) if answer == "remove" else None)
        notice.open()

    def edit_grid(self) -> None:
        """Show the page's grid in figures."""
        session = self._bench.session
        page = session.page
        if page is None:
            return
        composing = Composing(self._bench.faces, session.compositions.composed_once, self._bench.runner)
        dialog = GridDialog(self._window, session.edition, page.id, composing)
        dialog.taken.connect(lambda grid: self._perform(SetGrid(page.id, grid)))
        dialog.open()

    def _remark(self, name: str) -> str:
        title = " ".join(name.split())
        if self._shelf.own(title) is not None:
            return tr("There is a layout of this name; it is replaced.")
        if any(named(layout, title) for layout in self._shelf.layouts()):
            return tr("A layout of this name comes with Banxin; take another name.")
        return tr("Grid, slots, drawn frames and heights set by hand are kept; texts and pictures are not.")

    def _remove(self, layout: Layout) -> None:
        try:
            self._shelf.remove(layout)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        self.shelf_changed.emit()
