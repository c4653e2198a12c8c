"""Layouts in the window: the gallery, another layout for the page, and what found no place in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.errors import BanxinError
from desktop.model.edition import Edition, Page
from desktop.model.layout import Layout
from desktop.session.commands import ApplyLayout
from desktop.session.leftovers import Leftover, leftovers
from desktop.session.ownlayouts import LayoutShelf
from desktop.session.proposals import holds_text, proposed
from desktop.session.relay import with_drawn
from desktop.session.sketch import sketch
from desktop.ui.actions import Handler
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.dialogs.leftovers import LeftoverLine, LeftoversDialog
from desktop.ui.judging import Judging, Offer
from desktop.ui.language import render, role_name, tr
from desktop.ui.models.cards import Card
from desktop.ui.models.rows import first_words
from desktop.ui.panels.parts import flat_button
from desktop.ui.placing import Perform
from desktop.ui.theme import Theme
from desktop.ui.wording import layout_words
from desktop.ui.workbench import Workbench

_HERE = "@here"
"""The card of a page's layout that is on no shelf: its grid was edited, or a frame's slot."""

_NAMING = 20
"""Characters of an element that name it in the list, on one line."""

_ASIDE = 40
"""Pixels between the list and the window's corner."""


class _Relaid(Struct, frozen=True):
    """A page that got another layout: the edition before it, and the list of what found no place."""

    before: Edition
    page: str
    layout: Layout
    dialog: LeftoversDialog


class LayoutWork(QObject):
    """What gives pages their layouts.

    Signals:
        said: a sentence for the status line.
        removal_asked: a ``Layout`` of one's own that is to be taken off the shelf.

    Args:
        bench: the open edition, and what composes aside.
        perform: does commands.
        shelf: holds those that can be chosen.
        language: of layout and slot names.
        theme: gives the colours as they are now.
        window: the parent of dialogs.
    """

    said = Signal(str)
    removal_asked = Signal(object)

    def __init__(
        self,
        bench: Workbench,
        perform: Perform,
        shelf: LayoutShelf,
        language: str,
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bench, self._session, self._perform, self._window = bench, bench.session, perform, window
        self._shelf, self._language, self._theme = shelf, language, theme
        self._relaid: _Relaid | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.layouts": self.open_gallery}

    def open_gallery(self) -> None:
        """Show the layouts, each as its grid and slots look."""
        page = self._session.page
        if page is None:
            return
        take = tr("Use this layout")
        dialog = GalleryDialog(self._window, tr("Layouts"), take, self._bench.faces, self._theme())
        layouts = self._offered(page)
        now = next(key for key, layout in layouts.items() if with_drawn(page, layout) == page.layout)
        anew = QCheckBox(tr("Assign everything anew"))
        anew.setObjectName("anew")
        anew.setToolTip(tr("By role, also what is unplaced now; without it what is placed keeps its place"))
        anew.setChecked(not holds_text(self._session.edition, page.id))
        judging = Judging(self._bench.runner, dialog)

        def judge() -> None:
            offers = [self._offer(key, layout, page.id, now, anew=anew.isChecked()) for key, layout in layouts.items()]
            judging.begin(offers, dialog.chosen.id if dialog.chosen else now)

        anew.toggled.connect(judge)
        dialog.add_to_foot(anew)
        dialog.taken.connect(lambda key: self.lay_out(layouts[key], anew=anew.isChecked()))
        judge()
        self._offer_removal(dialog, layouts)
        for why in self._shelf.refused():
            self.said.emit(render(why))
        dialog.open()

    def layouts(self) -> tuple[Layout, ...]:
        """Return the layouts that can be chosen."""
        return self._shelf.layouts()

    def show_shelf(self, show: Callable[[Sequence[Layout]], None]) -> None:
        """Have the layouts shown that lie on the shelf now."""
        show(self.layouts())

    def lay_out(self, layout: Layout, *, anew: bool = False) -> None:
        """Give the page another layout, and list what found no place in it; ``anew`` assigns everything by role."""
        page, before = self._session.page, self._session.edition
        if page is None or not self._perform(ApplyLayout(page.id, layout, anew)):
            return
        self._leave()
        name, found = layout.name(self._language), self._found(before, page.id)
        if not found:
            self.said.emit(tr("“{name}”: everything has found its place.", name=name))
            return
        self._relaid = _Relaid(before, page.id, layout, self._made_list(name))
        self._relaid.dialog.set_lines(found)
        self._relaid.dialog.show()
        self._put_aside(self._relaid.dialog)

    def edition_changed(self) -> None:
        """Bring the list to what still has no place; put it away once the page has another layout again."""
        relaid = self._relaid
        if relaid is None:
            return
        pages = {page.id: page for page in self._session.edition.pages}
        if relaid.page not in pages or pages[relaid.page].layout.id != relaid.layout.id:
            self._leave()
        else:
            relaid.dialog.set_lines(self._found(relaid.before, relaid.page))

    # Inside

    def _offered(self, page: Page) -> dict[str, Layout]:
        """Return the layouts by the ids of their cards; the page's own first where it is not on the shelf as it is."""
        shelf = {layout.id: layout for layout in self.layouts()}
        if any(with_drawn(page, layout) == page.layout for layout in shelf.values()):
            return shelf
        return {_HERE: page.layout, **shelf}

    def _offer(self, key: str, layout: Layout, page: str, now: str, *, anew: bool) -> Offer:
        """Return a layout's card, and what judges it."""
        edition, compose = self._session.edition, self._session.compositions.composed_once
        work = partial(proposed, edition, page, layout, compose, anew=anew)
        return Offer(self._card(key, layout, now), work)

    def _card(self, key: str, layout: Layout, now: str) -> Card:
        words = layout_words(layout.grid)
        name = layout.name(self._language)
        title = tr("{name}, changed here", name=name) if key == _HERE else name
        return Card(key, title, sketch(layout), words[1], " · ".join(words), now=key == now)

    def _offer_removal(self, dialog: GalleryDialog, layouts: Mapping[str, Layout]) -> None:
        """Let one's own layouts be taken off the shelf."""
        chosen: list[Layout] = []

        def ask() -> None:
            layout = chosen[0]
            dialog.finished.connect(lambda _: self.removal_asked.emit(layout))
            dialog.reject()

        button = flat_button(tr("Remove from the shelf…"), ask)
        button.setObjectName("remove")
        button.setAutoDefault(False)
        dialog.add_to_foot(button)

        def turned(key: str) -> None:
            chosen[:] = [layouts[key]]
            button.setVisible(key != _HERE and self._shelf.is_own(layouts[key]))

        dialog.turned.connect(turned)
        turned(dialog.chosen.id if dialog.chosen else _HERE)

    def _made_list(self, name: str) -> LeftoversDialog:
        dialog = LeftoversDialog(self._window, name)
        dialog.shown.connect(self._show)
        dialog.finished.connect(self._closed)
        return dialog

    def _put_aside(self, dialog: LeftoversDialog) -> None:
        """Put the list into the window's lower right corner, where it covers neither the page nor the outline."""
        corner = self._window.mapToGlobal(self._window.rect().bottomRight())
        dialog.move(corner.x() - dialog.width() - _ASIDE, corner.y() - dialog.height() - _ASIDE)

    def _closed(self) -> None:
        self._relaid = None

    def _leave(self) -> None:
        if self._relaid is not None:
            self._relaid.dialog.close()
            self._relaid = None

    def _found(self, before: Edition, page: str) -> list[LeftoverLine]:
        edition = self._session.edition
        try:
            composed = self._session.composed(page)
        except BanxinError:  # a face is missing, which was said already; what is not placed can be told all the same
            composed = None
        found = leftovers(before, edition, page, composed)
        return [LeftoverLine(self._what(edition, item), render(item.reason), item) for item in found]

    def _what(self, edition: Edition, item: Leftover) -> str:
        if item.media is not None:
            name = next((media.name for media in edition.media if media.id == item.media), item.media)
            return tr("Picture “{name}”", name=name)
        if item.element is None:
            return ""
        element = edition.element(item.element)
        return tr("{role}: {why}", role=role_name(element.role), why=first_words(element.text, _NAMING))

    def _show(self, item: Leftover) -> None:
        page = self._relaid.page if self._relaid else None
        if page is not None:
            self._session.show_page(page)
        self._session.select(*(((item.element,), ()) if item.element else ((), (item.frame,) if item.frame else ())))
