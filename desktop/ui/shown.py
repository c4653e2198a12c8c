"""What the window shows of a session at one moment, worked out once and read by every panel."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.compose import ComposedPage
from desktop.model.edition import Edition, Page
from desktop.preflight import Finding, find_all
from desktop.session import Session
from desktop.session.placement import PlacementState, Tally, placement, tally
from desktop.ui.models.rows import Row, rows_of


class Shown(Struct, frozen=True):
    """An edition with its current page composed, and what follows from it."""

    edition: Edition
    page: Page
    composed: ComposedPage
    states: Mapping[str, PlacementState]
    tally: Tally
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def shown(session: Session) -> Shown | None:
    """Return what is to be shown; None while the session has no page.

    Raises:
        FontError: A face of the house style cannot be opened.
    """
    edition, page = session.edition, session.page
    if page is None:
        return None
    pages = session.composed_pages()
    states = placement(edition, pages)
    return Shown(
        edition=edition,
        page=page,
        composed=session.composed(page.id),
        states=states,
        tally=tally(states.values()),
        rows=rows_of(edition, states),
        findings=find_all(edition, pages),
    )
