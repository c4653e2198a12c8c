"""Printing pages: to a printer or, sheet by sheet, into a PDF for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.session.jobs import Job, JobControl, Outcome, Progress
from desktop.ui.actions import Handler
from desktop.ui.dialogs.choose import PDFS, choose_target
from desktop.ui.language import tr
from desktop.ui.paging import tab_words
from desktop.ui.thumbnail import PagePainter
from desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from desktop.ui.printout import PrintedPage, PrintPlan


class PrintWork(QObject):
    """What printing does. Qt's printing is imported when somebody prints: it takes a while to look for printers.

    Signals:
        begun: sheets are printed now; progressed: how far it is, 0 to 1; ended: they are no more.
        said: a sentence for the status line.
        failed: a ``BanxinError`` to be shown.

    Args:
        bench: the open edition and what runs jobs.
        language: of layout names.
        window: the parent.
    """

    begun = Signal()
    progressed = Signal(float)
    ended = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, bench: Workbench, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._language, self._window = bench, language, window
        self._plan: PrintPlan | None = None
        self._job: Job[int] | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"file.print": self.ask}

    @property
    def busy(self) -> bool:
        """Whether sheets are being printed."""
        return self._job is not None

    def pages(self) -> list[PrintedPage]:
        """Return every page of the edition with what it is called.

        Raises:
            FontError: A face of the house style cannot be opened.
        """
        from desktop.ui.printout import PrintedPage

        session = self._bench.session
        names = (tab_words(session.edition, page, self._language) for page in session.edition.pages)
        return [PrintedPage(name, display) for name, display in zip(names, session.displays(), strict=True)]

    def ask(self) -> None:
        """Ask how pages are to be printed; what was chosen the last time is offered again."""
        from PySide6.QtPrintSupport import QPrinterInfo

        from desktop.ui.dialogs.printing import PrintDialog, first_plan

        session, painter = self._bench.session, PagePainter(self._bench.faces)
        page = session.page
        if page is None or self.busy:
            return
        try:
            pages = self.pages()
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        shown, media = session.edition.position(page), session.edition.media
        dialog = PrintDialog(
            self._window,
            pages,
            shown,
            QPrinterInfo.availablePrinterNames(),
            self._plan or first_plan(pages[shown].display),
            lambda display, room, ratio: painter.pixmap(display, media, room, ratio),
        )
        dialog.asked.connect(self._asked)
        dialog.open()

    def cancel(self) -> None:
        """Print no more; a PDF is not written."""
        if self._job is not None:
            self._job.cancel()

    def _asked(self, plan: PrintPlan, pages: Sequence[PrintedPage]) -> None:
        self._plan = plan
        if plan.printer:
            self.print_out(plan, pages)
            return
        folder = Path(self._bench.preferences.now.last_folder or Path.home())
        suggested = folder / f"{self._bench.session.edition.name or tr('Page')}-{tr('Print')}.pdf"

        def write(path: Path) -> None:
            self.print_out(replace(plan, target=str(path)), pages)

        choose_target(self._window, tr("Print"), PDFS, suggested, write)

    def print_out(self, plan: PrintPlan, pages: Sequence[PrintedPage]) -> None:
        """Print pages in the background, while work on them goes on."""
        from desktop.ui.printout import print_pages

        if self.busy or not pages:
            return
        faces, media = self._bench.faces, self._bench.session.edition.media

        def work(control: JobControl) -> int:
            return print_pages(pages, faces, media, plan, control.progress)

        self.begun.emit()
        self._job = self._bench.runner.submit(work, self._done, self._progress)

    def _progress(self, told: Progress) -> None:
        self.progressed.emit(told.done)

    def _done(self, outcome: Outcome[int]) -> None:
        self._job = None
        self.ended.emit()
        if outcome.cancelled:
            self.said.emit(tr("Printing was cancelled."))
        elif isinstance(outcome.error, BanxinError):
            self.failed.emit(outcome.error)
        else:
            self.said.emit(tr("Printed: {count} sheets", count=outcome.value()))
