"""Compositions are kept for every page, however many there are."""

from __future__ import annotations

from desktop.compose import ComposedPage, Composer
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Page
from desktop.session import Session
from desktop.session.commands import AddPage, SetPageNumber
from desktop.session.compositions import KEPT, Compositions


class Counting(Composer):
    """Counts what is composed."""

    count = 0

    def compose(self, edition: Edition, page: Page, *, draft: bool = False) -> ComposedPage:
        self.count += 1
        return super().compose(edition, page, draft=draft)


def test_an_edit_in_a_long_edition_composes_the_page_that_it_changed_alone(
    session: Session, faces: FaceLibrary
) -> None:
    while len(session.edition.pages) < KEPT + 8:
        session.do(AddPage(session.edition.pages[-1].id, session.edition.pages[-1].layout))
    composer = Counting(faces)
    known = Compositions(composer)

    def show() -> None:
        for page in session.edition.pages:
            known.composed(session.edition, page.id)

    show()
    show()
    assert composer.count == len(session.edition.pages)
    session.do(SetPageNumber("p1", "88"))
    show()
    assert composer.count == len(session.edition.pages) + 1
