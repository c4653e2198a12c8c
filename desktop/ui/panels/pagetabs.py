"""The pages of an edition as slim tabs; there only when there is more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui.language import tr


class PageTabs(QTabBar):
    """A tab for each page.

    Signals:
        page_chosen: the id of a page.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagetabs")
        self.setAccessibleName(tr("Pages"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self._ids: tuple[str, ...] = ()
        self.hide()
        self.currentChanged.connect(self._chosen)

    def set_pages(self, pages: Sequence[tuple[str, str]], current: str) -> None:
        """Show pages, as ids with names, and which one is shown."""
        with QSignalBlocker(self):
            self._ids = tuple(page for page, _ in pages)
            while self.count() > len(pages):
                self.removeTab(self.count() - 1)
            while self.count() < len(pages):
                self.addTab("")
            for at, (page, name) in enumerate(pages):
                if self.tabText(at) != (shown := name.replace("&", "&&")):
                    self.setTabText(at, shown)
                if page == current:
                    self.setCurrentIndex(at)
        self.setVisible(len(pages) > 1)

    def _chosen(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self.page_chosen.emit(self._ids[at])
