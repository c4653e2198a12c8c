"""Going from page to page of an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.model.edition import Edition, Page
from desktop.session import Session
from desktop.ui.actions import Handler
from desktop.ui.language import tr


class PagingWork:
    """What changes the page that is shown.

    Args:
        session: the open edition.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.previous": lambda: self.step(-1), "page.next": lambda: self.step(+1)}

    def step(self, by: int) -> None:
        """Show the page so many behind the one that is shown; the last one's next is the first."""
        page, pages = self._session.page, self._session.edition.pages
        if page is not None:
            at = [known.id for known in pages].index(page.id)
            self._session.show_page(pages[(at + by) % len(pages)].id)


def facing(pages: Sequence[Page], page: Page) -> tuple[Page, bool] | None:
    """Return the page that is seen beside another one, and whether it stands at its left; None where there is none.

    In an open newspaper an even page is at the left and the next one at its right. Where the edition has no such page,
    it is the one behind, or for the last the one before.
    """
    if len(pages) < 2:
        return None
    at = next(place for place, known in enumerate(pages) if known.id == page.id)
    section, number = _counted(page.number)
    if number is not None:
        at_left = bool(number % 2)
        wanted = (section, number - 1 if at_left else number + 1)
        for known in pages:
            if _counted(known.number) == wanted:
                return known, at_left
    return (pages[at + 1], False) if at + 1 < len(pages) else (pages[at - 1], True)


def _counted(number: str) -> tuple[str, int | None]:
    """Return a page number's section, as the A of A03, and its count; None where it does not end in figures."""
    section = number.rstrip("0123456789")
    figures = number[len(section) :]
    return section, int(figures) if figures else None


def number_words(page: Page) -> str:
    """Return a page's number as the newsroom says it; nothing for one that has none."""
    return tr("Page {number}", number=page.number) if page.number else ""


def page_title(edition: Edition, page: Page) -> str:
    """Return what a page is called: the title of the first article that stands on it."""
    placed = {element for flow in page.flows for element in flow.elements}
    standing = (s for s in edition.stories if s.title and any(e.id in placed for e in s.elements))
    return next((story.title for story in standing), "")


def tab_words(edition: Edition, page: Page, language: str) -> str:
    """Return what a page's tab says: its number, and its first article, or its layout while there is none."""
    number = number_words(page) or tr("Page")
    return f"{number}  {page_title(edition, page) or page.layout.name(language)}"


def recomposed_words(session: Session) -> str:
    """Return which pages came out otherwise than when they were saved, and why; nothing if none did."""
    changed = session.recomposed_pages()
    if not changed:
        return ""
    edition = session.edition
    pages = tr(", ").join(number_words(edition.page(page)) or edition.name for page in changed)
    fonts = session.changed_fonts()
    if fonts:
        why = tr("the fonts are others ({fonts})", fonts=tr(", ").join(fonts))
    else:
        why = tr("the rules of composition are newer")
    return tr(
        "{pages}: composed otherwise than when it was saved; {why}. The file on disk is as it was; look it over before"
        " you save.",
        pages=pages,
        why=why,
    )
