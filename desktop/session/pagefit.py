"""Copyfit of the current page, shown before it is applied."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.compose import ComposedPage
from desktop.compose.copyfit import Cut, FitPlan
from desktop.errors import UsageError
from desktop.session.commands import Copyfit
from desktop.session.session import Session


class PageFit:
    """What fits the texts of the page as it is now; nothing changes before it is applied.

    Args:
        session: the open edition.

    Raises:
        UsageError: The edition has no page.
    """

    def __init__(self, session: Session) -> None:
        page = session.page
        if page is None:
            raise UsageError("The edition has no page yet.")
        self._session, self._page, self._edition = session, page, session.edition
        self._plans: dict[tuple[Cut, ...], FitPlan] = {}

    @property
    def current(self) -> bool:
        """Whether the page is still as it was looked at, and the one that is shown."""
        return self._session.edition is self._edition and self._session.page is self._page

    def plan(self, cuts: Sequence[Cut] = ()) -> FitPlan:
        """Return what fits the page once some sentences have gone; found once for the same ones.

        Raises:
            FontError: A face of the house style cannot be opened.
        """
        key = tuple(cuts)
        if key not in self._plans:
            self._plans[key] = self._session.compositions.copyfit(self._edition, self._page.id, key)
        return self._plans[key]

    def changes(self, plan: FitPlan) -> bool:
        """Tell whether a plan changes anything."""
        return bool(plan.cuts) or plan.fitting != self._page.fitting

    def composed(self, plan: FitPlan) -> ComposedPage:
        """Return the page as it would be."""
        wanted = self._command(plan).apply(self._edition)
        return self._session.compositions.composed_once(wanted, self._page.id)

    def apply(self, plan: FitPlan) -> bool:
        """Do it, as one step; tells whether anything changed."""
        return self._session.do(self._command(plan))

    def _command(self, plan: FitPlan) -> Copyfit:
        return Copyfit(self._page.id, plan.fitting, plan.cuts)
