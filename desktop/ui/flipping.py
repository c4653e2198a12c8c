"""Other ways to fill the page, to be flipped through: small live pages with the reasons for and against each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import message
from desktop.model.edition import Edition, Page
from desktop.session.alternatives import Alternative, alternatives
from desktop.session.commands import TakeAlternative
from desktop.session.ownlayouts import LayoutShelf
from desktop.session.sketch import sketch
from desktop.session.weighing import weighed
from desktop.ui.actions import Handler
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.judging import Judging, Offer
from desktop.ui.language import render, tr
from desktop.ui.models.cards import Card
from desktop.ui.placing import Perform
from desktop.ui.theme import Theme
from desktop.ui.wording import layout_words
from desktop.ui.workbench import Workbench

_NOW = "now"
"""The card of the page as it is."""


class AlternativesWork(QObject):
    """Shows alternatives of the page and takes one.

    Args:
        bench: the open edition, and what composes aside.
        perform: does commands.
        shelf: the layouts to fall back on.
        theme: gives the colours as they are now.
        window: the parent of the dialog.
    """

    def __init__(
        self, bench: Workbench, perform: Perform, shelf: LayoutShelf, theme: Callable[[], Theme], window: QWidget
    ) -> None:
        super().__init__(window)
        self._bench, self._perform, self._shelf, self._theme, self._window = bench, perform, shelf, theme, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.alternatives": self.open}

    def open(self) -> None:
        """Show what else could be made of the page."""
        session = self._bench.session
        page, edition = session.page, session.edition
        if page is None:
            return
        found = alternatives(edition, page.id, self._shelf.layouts())
        by_key = {str(number): one for number, one in enumerate(found, start=1)}
        title, take = tr("Other ways to fill the page"), tr("Fill the page so")
        dialog = GalleryDialog(self._window, title, take, self._bench.faces, self._theme())
        here = Alternative(message("As it is now"), page)
        offers = [self._offer(edition, key, one) for key, one in ({_NOW: here} | by_key).items()]
        Judging(self._bench.runner, dialog).begin(offers, "1" if by_key else _NOW)
        dialog.taken.connect(lambda key: self._take(by_key[key]) if key in by_key else None)
        dialog.open()

    def _offer(self, edition: Edition, key: str, one: Alternative) -> Offer:
        compose = self._bench.session.compositions.composed_once
        return Offer(_card(key, one.page, render(one.name)), partial(weighed, edition, one, compose))

    def _take(self, one: Alternative) -> None:
        self._perform(TakeAlternative(one.page, one.name))


def _card(key: str, page: Page, title: str) -> Card:
    return Card(key, title, sketch(page.layout), facts=" · ".join(layout_words(page.layout.grid)), now=key == _NOW)
