"""The pages of the edition as a person handles them: listed small, added, removed, moved; stories sent to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from desktop.display import PageDisplay
from desktop.errors import BanxinError
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition
from desktop.session import Session
from desktop.session.commands import AddPage, BringElements, MovePage, MoveStory, RemovePage
from desktop.ui.actions import Handler
from desktop.ui.language import tr
from desktop.ui.menus import Menus, add_entry
from desktop.ui.menutable import PAGES_MENU
from desktop.ui.paging import tab_words
from desktop.ui.panels.pagelist import ROOM, PageRow, PagesPanel
from desktop.ui.placing import Perform
from desktop.ui.thumbnail import PagePainter

_FEW = 16
"""Characters of a story's title that a sentence tells."""


class SheetWork(QObject):
    """What the page list and the actions on pages do.

    Signals:
        pointed: what letting go of dragged text would do; empty when it is dragged over no page any more.

    Args:
        session: the open edition.
        faces: that pages are set in.
        panel: the list.
        perform: does commands.
        language: of layout names.
        window: the parent.
    """

    pointed = Signal(str)

    def __init__(
        self, session: Session, faces: FaceLibrary, panel: PagesPanel, perform: Perform, language: str, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._panel, self._perform = session, panel, perform
        self._language, self._window = language, window
        self._painter = PagePainter(faces)
        self._painted: dict[str, PageDisplay] = {}
        self._troubles: dict[str, str] = {}
        panel.set_painter(self._paint)
        panel.list.page_chosen.connect(session.show_page)
        panel.list.page_moved.connect(self._put)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "page.add": self.add,
            "page.remove": self.remove,
            "page.earlier": partial(self.move, -1),
            "page.later": partial(self.move, +1),
        }

    def offer_menu(self, menus: Menus) -> None:
        """Let a click with the other button open the list's menu."""

        def popup(at: QPoint) -> None:
            menus.context(PAGES_MENU, self._window).popup(at)

        self._panel.list.menu_asked.connect(popup)

    def refresh(self) -> None:
        """Show the pages as they are now; what is known of pages that went is forgotten."""
        here = {page.id for page in self._session.edition.pages}
        for known in (self._painted, self._troubles):
            for gone in known.keys() - here:
                del known[gone]
        self._panel.show_rows(self._rows(), self._shown())

    def add(self) -> None:
        """Add a page behind the one that is shown, with the same layout, and show it."""
        page = self._session.page
        if page is None:
            return
        before = {known.id for known in self._session.edition.pages}
        if self._perform(AddPage(page.id, page.layout.arranged)):
            self._session.show_page(next(p.id for p in self._session.edition.pages if p.id not in before))

    def remove(self) -> None:
        """Take the page that is shown out of the edition."""
        page = self._session.page
        if page is not None:
            self._perform(RemovePage(page.id))

    def move(self, by: int) -> None:
        """Move the page that is shown by so many places."""
        page = self._session.page
        if page is not None:
            at = self._session.edition.position(page) + by
            if 0 <= at < len(self._session.edition.pages):
                self._perform(MovePage(page.id, at))

    def fill_targets(self, menu: QMenu) -> None:
        """Fill a menu with the pages that the selected story could be moved to."""
        edition, elements = self._session.edition, self._session.selection.elements
        stories = list(dict.fromkeys(edition.story_of(element).id for element in elements))
        if len(stories) != 1:
            return
        on = {
            page.id
            for page in edition.pages
            if any(edition.story_of(e).id == stories[0] for flow in page.flows for e in flow.elements)
        }
        for page in edition.pages:
            if on != {page.id}:
                add_entry(menu, tab_words(edition, page, self._language), partial(self._send, stories[0], page.id))

    def aim(self, elements: Sequence[str], page: str) -> None:
        """Light up the page in the list that text is dragged over, and tell what letting go would do."""
        move = self._moving(elements, page) if page else None
        takes = move is not None and bool(self._brought(move))
        self._panel.list.show_goal(page or None, takes=takes)
        self.pointed.emit("" if not page else self._words(move, page) if move else tr("All of it stands there already"))

    def send(self, elements: Sequence[str], page: str) -> None:
        """Bring text to a page on whose small picture it was dropped, and show that page; nothing where none fits."""
        move = self._moving(elements, page)
        if move is not None and self._brought(move) and self._perform(move):
            self._session.show_page(page)

    def _moving(self, elements: Sequence[str], page: str) -> MoveStory | BringElements | None:
        """Return what brings text to a page: its whole story where all of that is meant; None where it stands there."""
        edition = self._session.edition
        if set(elements) <= _standing(edition, page):
            return None
        story = edition.story_of(elements[0])
        whole = {element.id for element in story.elements} == set(elements)
        return MoveStory(story.id, page) if whole else BringElements(tuple(elements), page)

    def _brought(self, move: MoveStory | BringElements) -> set[str]:
        """Return the elements that a move would bring to its page."""
        edition = self._session.edition
        try:
            return _standing(move.apply(edition), move.page) - _standing(edition, move.page)
        except BanxinError:
            return set()

    def _words(self, move: MoveStory | BringElements, page: str) -> str:
        """Return what a move would do."""
        edition = self._session.edition
        where = tab_words(edition, edition.page(page), self._language)
        brought = self._brought(move)
        if not brought:
            return tr("No free frame there takes it: “{page}”", page=where)
        if isinstance(move, MoveStory):
            story = next(story for story in edition.stories if story.id == move.story)
            meant = {element.id for element in story.elements}
            told = tr("Let go: all of “{story}” moves to “{page}”", story=_few(story.title), page=where)
        else:
            meant = set(move.elements)
            told = tr("Let go: {count} elements move to “{page}”", count=len(meant), page=where)
        left = meant - brought - _standing(edition, page)
        return told if not left else tr("{told} · {count} elements find no frame there", told=told, count=len(left))

    def _send(self, story: str, page: str) -> None:
        if self._perform(MoveStory(story, page)):
            self._session.show_page(page)

    def _put(self, page: str, gap: int) -> None:
        """Put a page between two others, as they stood before it was moved."""
        pages = [known.id for known in self._session.edition.pages]
        self._perform(MovePage(page, gap - (pages.index(page) < gap)))

    def _shown(self) -> str:
        page = self._session.page
        return page.id if page else ""

    def _rows(self) -> list[PageRow]:
        """Return the pages with what was wrong with each when it was composed last.

        Only the page that is shown is composed for it: composing all of them would keep a hand waiting.
        """
        edition, page = self._session.edition, self._session.page
        if page is not None:
            self._look_over(page.id)
        troubles = self._troubles
        return [PageRow(p.id, tab_words(edition, p, self._language), troubles.get(p.id, "")) for p in edition.pages]

    def _look_over(self, page: str) -> PageDisplay | None:
        """Compose a page and keep what is wrong with it; None where it cannot be composed."""
        try:
            composed = self._session.composed(page)
        except BanxinError:
            return None
        over = sum(fit.over_chars for fit in composed.fits)
        self._troubles[page] = tr("{count} overset", count=f"{over:,}") if over else ""
        return composed.display

    def _paint(self, page: str) -> QPixmap | None:
        """Return a page's picture; None where the one there is still right, or there is none to be had."""
        edition = self._session.edition
        if page not in {known.id for known in edition.pages}:
            return None
        before = self._troubles.get(page, "")
        display = self._look_over(page)
        if self._troubles.get(page, "") != before:
            self._panel.list.show_rows(self._rows(), self._shown())
        if display is None or self._painted.get(page) is display:
            return None
        self._painted[page] = display
        return self._painter.pixmap(display, edition.media, ROOM, self._panel.devicePixelRatioF())


def _standing(edition: Edition, page: str) -> set[str]:
    """Return the elements that stand on a page."""
    return {element for flow in edition.page(page).flows for element in flow.elements}


def _few(text: str) -> str:
    return text if len(text) <= _FEW else text[: _FEW - 1] + "…"
