"""Layouts proposed for a page: each laid out as it would be, judged, and ranked by how well it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from desktop.compose import ComposedPage
from desktop.model.edition import Edition
from desktop.model.layout import Layout
from desktop.session.commands import ApplyLayout
from desktop.session.judging import PageFit, Reason, judged, reasons

Compose = Callable[[Edition, str], ComposedPage]
"""Composes a page of an edition, by its id."""


class LayoutProposal(Struct, frozen=True):
    """A layout, the page as it would be in it, and how that fits."""

    layout: Layout
    edition: Edition
    composed: ComposedPage
    fit: PageFit

    @property
    def cost(self) -> tuple[float, ...]:
        """What it is ranked by, smaller first."""
        return self.fit.cost

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for it and against it."""
        return reasons(self.fit)


def proposed(edition: Edition, page: str, layout: Layout, compose: Compose, *, anew: bool = False) -> LayoutProposal:
    """Return what a layout would make of a page.

    Args:
        edition: as it is.
        page: the page's id.
        layout: that the page would get.
        compose: composes it.
        anew: everything is assigned by role, also what is unplaced now.
    """
    after = ApplyLayout(page, layout, anew).apply(edition)
    composed = compose(after, page)
    return LayoutProposal(layout, after, composed, judged(edition, after, page, composed))


def ranked(proposals: Iterable[LayoutProposal]) -> list[LayoutProposal]:
    """Return proposals, the best fit first; of equals the one that came first."""
    return sorted(proposals, key=lambda proposal: proposal.cost)


def holds_text(edition: Edition, page: str) -> bool:
    """Tell whether anything stands on a page: only then is there an assignment to keep."""
    return any(flow.elements for flow in edition.page(page).flows)
