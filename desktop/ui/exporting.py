"""Writing the PDF in the background, with progress and cancel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.formats.press_xml import find_press, press_ids
from desktop.model.press import PressPreset
from desktop.preflight import press_findings
from desktop.session.jobs import Job, JobControl, Outcome, Progress
from desktop.ui.actions import Handler
from desktop.ui.dialogs.choose import PDFS, choose_target
from desktop.ui.dialogs.pressing import PressDialog
from desktop.ui.language import render, tr
from desktop.ui.workbench import Workbench


class ExportWork(QObject):
    """Exports the edition as it is when asked, while editing goes on.

    Signals:
        begun: an export runs now; progressed: how far it is, 0 to 1; ended: it runs no more.
        exported: the file that was written.
        failed: a ``BanxinError`` to be shown.
    """

    begun = Signal()
    progressed = Signal(float)
    ended = Signal()
    exported = Signal(Path)
    failed = Signal(object)

    def __init__(self, bench: Workbench, window: QWidget, language: str) -> None:
        super().__init__(window)
        self._bench, self._window, self._language = bench, window, language
        self._job: Job[Path] | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"file.export": self.choose_target, "file.press": self.choose_press}

    @property
    def busy(self) -> bool:
        """Whether an export runs."""
        return self._job is not None

    def choose_press(self) -> None:
        """Ask for which press, then for a file, and export to it."""
        session = self._bench.session
        try:
            pages = session.composed_pages()
            presets = [find_press(name) for name in press_ids()]
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        edition = session.edition

        def faults(preset: PressPreset) -> list[str]:
            return [render(finding.message) for finding in press_findings(edition, pages, preset)]

        dialog = PressDialog(self._window, presets, self._language, faults)
        dialog.taken.connect(self.choose_target)
        dialog.open()

    def choose_target(self, preset: PressPreset | None = None) -> None:
        """Ask for a file and export to it, for a press where one is given."""
        session, settings = self._bench.session, self._bench.preferences.now
        folder = session.path.parent if session.path else Path(settings.last_folder or Path.home())
        suggested = folder / f"{session.edition.name or tr('Page')}.pdf"
        export = partial(self.export_to, preset=preset)
        choose_target(self._window, tr("Export PDF"), PDFS, suggested, export)

    def export_to(self, path: Path, preset: PressPreset | None = None) -> None:
        """Write the PDF in the background."""
        if self.busy:
            return
        session, bench = self._bench.session, self._bench
        try:
            edition, pages = session.edition, session.composed_pages()
        except BanxinError as problem:
            self.failed.emit(problem)
            return

        def work(control: JobControl) -> Path:
            data = bench.press(edition, pages, control.progress, preset)
            control.check()
            bench.save_pdf(path, data)
            return path

        self.begun.emit()
        self._job = bench.runner.submit(work, self._done, self._progress)

    def cancel(self) -> None:
        """End the export; nothing is written."""
        if self._job is not None:
            self._job.cancel()

    def _progress(self, told: Progress) -> None:
        self.progressed.emit(told.done)

    def _done(self, outcome: Outcome[Path]) -> None:
        self._job = None
        self.ended.emit()
        if outcome.error is None:
            self.exported.emit(outcome.value())
        elif isinstance(outcome.error, BanxinError) and not outcome.cancelled:
            self.failed.emit(outcome.error)
        elif not outcome.cancelled:
            raise outcome.error
