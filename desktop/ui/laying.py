"""Layouts in the window: the gallery, another layout for the page, and what found no place in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Page
from desktop.model.layout import Layout
from desktop.session import Session
from desktop.session.commands import ApplyLayout
from desktop.session.leftovers import Leftover, leftovers
from desktop.session.sketch import sketch
from desktop.ui.actions import Handler
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.dialogs.leftovers import LeftoverLine, LeftoversDialog
from desktop.ui.language import render, role_name, tr
from desktop.ui.models.cards import Card
from desktop.ui.models.rows import first_words
from desktop.ui.placing import Perform
from desktop.ui.theme import Theme
from desktop.ui.wording import layout_words

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

    Args:
        session: the open edition.
        perform: does commands.
        faces: that pages are set in.
        layouts: gives those that can be chosen.
        language: of layout and slot names.
        theme: gives the colours as they are now.
        window: the parent of dialogs.
    """

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        perform: Perform,
        faces: FaceLibrary,
        layouts: Callable[[], Sequence[Layout]],
        language: str,
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._perform, self._faces, self._window = session, perform, faces, window
        self.layouts, self._language, self._theme = layouts, language, theme
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
        dialog = GalleryDialog(self._window, tr("Layouts"), take, self._faces, self._theme())
        layouts = {layout.id: layout for layout in self.layouts()}
        dialog.set_cards([self._card(layout, page) for layout in layouts.values()], page.layout.id)
        dialog.taken.connect(lambda layout: self.lay_out(layouts[layout]))
        dialog.open()

    def lay_out(self, layout: Layout) -> None:
        """Give the page another layout, and list what found no place in it."""
        page, before = self._session.page, self._session.edition
        if page is None or not self._perform(ApplyLayout(page.id, layout)):
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

    def _card(self, layout: Layout, page: Page) -> Card:
        words = layout_words(layout.grid)
        name = layout.name(self._language)
        return Card(layout.id, name, sketch(layout), words[1], " · ".join(words), now=layout.id == page.layout.id)

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
        return tr("{role}: {why}", role=role_name(element.role), why=first_words(element.text))

    def _show(self, item: Leftover) -> None:
        page = self._relaid.page if self._relaid else None
        if page is not None:
            self._session.show_page(page)
        self._session.select(*(((item.element,), ()) if item.element else ((), (item.frame,) if item.frame else ())))
