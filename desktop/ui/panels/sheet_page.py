"""The inspector's page for the page itself: its layout, number and date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from desktop.model.edition import Page
from desktop.model.layout import Layout
from desktop.model.style import KinsokuLevel
from desktop.session.placement import Tally
from desktop.ui.language import noop, tr
from desktop.ui.panels.parts import Facts, column, quiet_label
from desktop.ui.wording import grid_words, sheet_words

_LEVELS: dict[KinsokuLevel | None, str] = {
    None: noop("As in the house style"),
    KinsokuLevel.NONE: noop("None"),
    KinsokuLevel.BASIC: noop("Basic"),
    KinsokuLevel.GB: noop("National standard"),
    KinsokuLevel.STRICT: noop("Strict"),
}
"""The levels of line-start and line-end rules (K1), as they are chosen for a page."""


class SheetPage(QWidget):
    """Shows a page as a whole.

    Signals:
        layout_chosen: the ``Layout`` that the page is to have.
        gallery_asked: the layouts are to be shown as they look.
        number_given: the page's number as printed.
        date_given: the date as typed, ISO or empty.
        kinsoku_chosen: the page's ``KinsokuLevel``, None for the house style's.

    Args:
        layouts: those that can be chosen.
        language: of the layouts' names.
    """

    layout_chosen = Signal(object)
    gallery_asked = Signal()
    number_given = Signal(str)
    date_given = Signal(str)
    kinsoku_chosen = Signal(object)

    def __init__(self, layouts: Sequence[Layout], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorbody")
        self._known: tuple[Layout, ...] = ()
        self._language = language
        title = QLabel(tr("Page"))
        title.setObjectName("inspectortitle")
        self._layouts = QComboBox()
        self._layouts.setObjectName("layout")
        self._layouts.setAccessibleName(tr("Layout"))
        self._layouts.activated.connect(lambda at: self.layout_chosen.emit(self._known[at]))
        gallery = QPushButton(tr("Choose from the gallery…"))
        gallery.setObjectName("opengallery")
        gallery.clicked.connect(lambda _checked=False: self.gallery_asked.emit())
        self._number = _field("number", tr("Page number"))
        self._number.editingFinished.connect(lambda: self.number_given.emit(self._number.text()))
        self._date = _field("date", tr("Date"))
        self._date.setPlaceholderText("2026-03-30")
        self._date.editingFinished.connect(self._give_date)
        self._shown_date = ""
        self.set_layouts(layouts)
        self._kinsoku = QComboBox()
        self._kinsoku.setObjectName("kinsoku")
        self._kinsoku.setAccessibleName(tr("Line-break rules"))
        self._kinsoku.addItems([tr(name) for name in _LEVELS.values()])
        self._kinsoku.activated.connect(lambda at: self.kinsoku_chosen.emit(list(_LEVELS)[at]))
        self._facts = Facts(
            {"sheet": tr("Sheet"), "grid": tr("Grid"), "source": tr("Articles"), "placed": tr("On the page")}
        )
        layout = column(
            title, quiet_label(tr("Layout")), self._layouts, gallery, quiet_label(tr("Page number")), self._number,
            quiet_label(tr("Date, where no article has one")), self._date, quiet_label(tr("Line-break rules")),
            self._kinsoku, self._facts,
        )  # fmt: skip
        layout.addStretch(1)
        self.setLayout(layout)

    def set_layouts(self, layouts: Sequence[Layout]) -> None:
        """Offer other layouts."""
        chosen = self._layouts.currentIndex()
        before = self._known[chosen].id if 0 <= chosen < len(self._known) else ""
        self._known = tuple(layouts)
        ids = [layout.id for layout in self._known]
        with QSignalBlocker(self._layouts):
            self._layouts.clear()
            self._layouts.addItems([layout.name(self._language) for layout in layouts])
            self._layouts.setCurrentIndex(ids.index(before) if before in ids else -1)

    def offered(self) -> tuple[str, ...]:
        """Return the names of the layouts that can be chosen."""
        return tuple(self._layouts.itemText(at) for at in range(self._layouts.count()))

    def show_page(self, page: Page, tally: Tally) -> None:
        """Show a page."""
        with QSignalBlocker(self._layouts):
            ids = [layout.id for layout in self._known]
            self._layouts.setCurrentIndex(ids.index(page.layout.id) if page.layout.id in ids else -1)
        with QSignalBlocker(self._kinsoku):
            self._kinsoku.setCurrentIndex(list(_LEVELS).index(page.kinsoku))
        if not self._number.hasFocus():
            self._number.setText(page.number)
        if not self._date.hasFocus():
            self._shown_date = page.date
            self._date.setText(page.date)
        self._facts.show_facts(
            {
                "sheet": sheet_words(page),
                "grid": grid_words(page),
                "source": tr("{count} characters", count=f"{tally.source:,}"),
                "placed": tr("{count} characters", count=f"{tally.placed:,}"),
            }
        )

    def _give_date(self) -> None:
        if self._date.text() != self._shown_date:
            self._shown_date = self._date.text()
            self.date_given.emit(self._date.text().strip())


def _field(name: str, spoken: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    return field
