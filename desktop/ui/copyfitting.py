"""Copyfit in the window: what would change is listed in the inspector and shown on the page, then applied or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.compose import ComposedPage
from desktop.compose.copyfit import Cut, FitPlan
from desktop.errors import BanxinError
from desktop.session import PageFit, Session
from desktop.session.commands import Copyfit
from desktop.ui.actions import Handler
from desktop.ui.language import tr
from desktop.ui.panels.inspector import Inspector
from desktop.ui.placing import Perform


class CopyfitWork(QObject):
    """One plan at a time, for the page that is shown; it is given up as soon as the page is another one.

    Signals:
        said: a sentence for the status line.
        failed: a ``BanxinError`` to be shown.

    Args:
        session: the open edition.
        perform: does commands.
        inspector: lists what would change.
        show: shows a page as it would be; None: as it is.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        perform: Perform,
        inspector: Inspector,
        show: Callable[[ComposedPage | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._perform, self._inspector, self._show = session, perform, inspector, show
        self._fit: PageFit | None = None
        self._plan: FitPlan | None = None
        panel = inspector.copyfit
        panel.apply_asked.connect(self.apply)
        panel.cancel_asked.connect(self.cancel)
        panel.cuts_chosen.connect(self._choose)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"page.copyfit": self.begin, "page.unfit": self.take_back}

    @property
    def active(self) -> bool:
        """Whether a plan is shown."""
        return self._fit is not None

    def begin(self) -> None:
        """Look for what fits the page, and show it."""
        if self._session.page is None:
            return
        fit = PageFit(self._session)
        try:
            with _busy():
                plan = fit.plan()
                composed = fit.composed(plan)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        self._fit, self._plan = fit, plan
        self._inspector.hold(self._inspector.copyfit)
        self._inspector.copyfit.begin(plan, fit.changes(plan))
        self._show(composed)

    def show_again(self) -> None:
        """Show the page as it would be, after something else was shown in its place."""
        if self._fit is not None and self._plan is not None:
            self._show(self._fit.composed(self._plan))

    def apply(self) -> None:
        """Do what is shown, as one step."""
        fit, plan = self._fit, self._plan
        if fit is None or plan is None:
            return
        self.leave()
        try:
            fit.apply(plan)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        exact = sum(text.after.exact for text in plan.texts)
        self.said.emit(
            tr("{exact} of {all} texts end exactly with their last column", exact=exact, all=len(plan.texts))
        )

    def cancel(self) -> None:
        """Show the page as it is; nothing was changed."""
        if self.active:
            self.leave()
            self._show(None)

    def leave(self) -> None:
        """Give the plan up; what the page shows is somebody else's matter."""
        if self.active:
            self._fit = self._plan = None
            self._inspector.release()

    def take_back(self) -> None:
        """Compose the page without what copyfit decided."""
        page = self._session.page
        if page is not None:
            self._perform(Copyfit(page.id))

    def _choose(self, cuts: tuple[Cut, ...]) -> None:
        """Look for what fits the page once these sentences have gone."""
        if self._fit is None:
            return
        try:
            with _busy():
                plan = self._fit.plan(cuts)
                composed = self._fit.composed(plan)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        self._plan = plan
        self._inspector.copyfit.show_plan(plan, self._fit.changes(plan))
        self._show(composed)


@contextmanager
def _busy() -> Iterator[None]:
    """Show that something takes a moment."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
