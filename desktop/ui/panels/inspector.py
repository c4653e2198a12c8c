"""The inspector: what is selected, and what can be said and set about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from desktop.model.layout import Layout
from desktop.ui.actions import Actions
from desktop.ui.language import tr
from desktop.ui.panels.copyfit_page import CopyfitPage
from desktop.ui.panels.element_page import ElementPage
from desktop.ui.panels.frame_page import FramePage
from desktop.ui.panels.parts import column, panel_head, quiet_label
from desktop.ui.panels.sheet_page import SheetPage


class Inspector(QWidget):
    """One page at a time: for elements, for a frame, for the page, or none; for copyfit as long as it is held.

    Args:
        actions: for the pages' buttons.
        layouts: that can be chosen.
        language: of the layouts' names.
    """

    def __init__(
        self, actions: Actions, layouts: Sequence[Layout], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.elements = ElementPage()
        self.frame = FramePage(actions)
        self.sheet = SheetPage(layouts, language)
        self.copyfit = CopyfitPage()
        self._empty = quiet_label(tr("Open an article to begin."))
        self._empty.setObjectName("inspectorbody")
        self._empty.setContentsMargins(16, 8, 16, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._scrolls: dict[QWidget, QScrollArea] = {}
        self._wanted: QWidget = self._empty
        self._held: QWidget | None = None
        for page in (self.elements, self.frame, self.sheet, self.copyfit, self._empty):
            self._scrolls[page] = self._add(page)
        layout = column(panel_head(tr("Inspector")), self._pages, margins=(0, 0, 0, 0), spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_none()

    def show_part(self, page: QWidget) -> None:
        """Show one of the pages; while one is held, as soon as that is over."""
        self._wanted = page
        self._pages.setCurrentWidget(self._scrolls[self._held or page])

    def hold(self, page: QWidget) -> None:
        """Show one of the pages whatever is selected, until it is released."""
        self._held = page
        self.show_part(self._wanted)

    def release(self) -> None:
        """Show again what belongs to the selection."""
        self._held = None
        self.show_part(self._wanted)

    def show_none(self) -> None:
        """Show that nothing is open."""
        self.show_part(self._empty)

    def _add(self, page: QWidget) -> QScrollArea:
        """Put a page into the stack, so that it scrolls where the window is low."""
        scroll = QScrollArea()
        scroll.setObjectName("inspectorscroll")
        scroll.setAccessibleName(tr("Inspector"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self._pages.addWidget(scroll)
        return scroll
