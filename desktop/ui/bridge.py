"""The session's events and jobs as Qt signals, on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop.session import (
    AutosaveDone,
    AutosaveFailed,
    EditionChanged,
    Event,
    FileChanged,
    PageChanged,
    SelectionChanged,
    Session,
)
from desktop.session.jobs import JobRunner


class SessionSignals(QObject):
    """Tells Qt what a session tells its listeners.

    Signals:
        edition_changed, selection_changed, page_changed, file_changed: the event of that name.
        autosaved: ``AutosaveDone``; autosave_failed: ``AutosaveFailed``.
    """

    edition_changed = Signal(object)
    selection_changed = Signal(object)
    page_changed = Signal(object)
    file_changed = Signal(object)
    autosaved = Signal(object)
    autosave_failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_kind = {
            EditionChanged: self.edition_changed,
            SelectionChanged: self.selection_changed,
            PageChanged: self.page_changed,
            FileChanged: self.file_changed,
            AutosaveDone: self.autosaved,
            AutosaveFailed: self.autosave_failed,
        }
        self._leave = session.subscribe(self._hear)

    def close(self) -> None:
        """Listen no more."""
        self._leave()

    def _hear(self, event: Event) -> None:
        self._by_kind[type(event)].emit(event)


class JobBell(QObject):
    """Brings what background jobs tell to the window's thread.

    Signals:
        rung: something waits; emitted on the jobs' threads.
    """

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = JobRunner(wake=self.rung.emit)
        self.rung.connect(self.answer, Qt.ConnectionType.QueuedConnection)

    def answer(self) -> None:
        """Call what waits."""
        self.runner.run_pending()

    def close(self) -> None:
        """End all jobs and their threads."""
        self.runner.close()
