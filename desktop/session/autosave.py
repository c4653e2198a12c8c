"""Unsaved work is copied aside, off the caller's thread: what is older than three seconds survives any end.

Every change hands its edition to a thread that writes the newest one at once, or a second after it began to write the
last. The thread asks for nobody's timer, and composing, saving or exporting on other threads does not hold it up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from desktop.errors import BanxinError, Message, PackageError, message
from desktop.model.edition import Edition
from desktop.opening import Opened, open_path
from desktop.session.events import AutosaveDone, AutosaveFailed, EditionChanged, Event, FileChanged
from desktop.session.jobs import JobRunner
from desktop.session.latest import LatestOnly
from desktop.session.recovery import Kept, Recovery, RecoveryCopy, open_recovery
from desktop.session.session import Session

SECONDS = 1.0
"""From one copy to the next: with the time to write one, well under the three seconds that may be lost."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Autosave:
    """Keeps a copy for recovery of a session's unsaved work.

    The copy goes away when the work is saved or given up, and when this is closed.

    Args:
        session: whose work is kept.
        runner: brings what is told to the session's thread.
        folder: where copies lie, one folder each.
        seconds: least time between two copies.
        now: the time of day.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        folder: Path,
        seconds: float = SECONDS,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._session, self._runner, self._folder, self._now = session, runner, folder, now
        self._copy = RecoveryCopy.fresh(folder)
        self._failed: Message | None = None
        self._given: Edition | None = None
        self._line = LatestOnly(seconds)
        self._leave = session.subscribe(self._hear)

    def hurry(self) -> None:
        """Write what waits to be written without waiting for its time."""
        self._line.hurry()

    def settle(self) -> None:
        """Write what waits, and return when it is written or has failed."""
        self._line.settle()

    def recover(self, recovery: Recovery, apart: str = "") -> tuple[Message, ...]:
        """Open a copy that was left behind, as a step after the saved edition; it stays until the work is saved.

        Where the saved edition cannot be read any more, the copy alone is opened. Returns what should be said.

        Args:
            recovery: the copy.
            apart: the name of an edition of its own, without a file, that the copy is to become instead.

        Raises:
            PackageError: The copy is damaged; the open edition is as it was.
            TargetError: Another window has the copy; the open edition is as it was.
        """
        opened, copy = open_recovery(recovery), RecoveryCopy(recovery.folder)
        copy.hold()
        saved = None if apart else saved_edition(recovery)
        alone = Opened(replace(opened.edition, name=apart), notes=opened.notes) if apart else opened
        self._session.take(saved or alone, modified=saved is None)
        self._drop()
        self._copy = copy
        if saved is None:
            self._keep()
        elif not self._session.exchange(opened.edition, message("Recover unsaved work")):
            self._drop()  # it had been saved
        return opened.notes

    def close(self) -> None:
        """Remove the copy and listen no more: the program ends as its person wants it to."""
        self._leave()
        self._drop()
        self._line.close()

    def _hear(self, event: Event) -> None:
        if not isinstance(event, (EditionChanged, FileChanged)):
            return
        if not self._session.modified:
            self._drop()
        elif self._session.edition is not self._given:
            self._keep()

    def _keep(self) -> None:
        """Have the edition written as it is now."""
        session, copy = self._session, self._copy
        self._given = session.edition
        kept = Kept(session.edition, session.path, self._now(), session.history.unsaved)

        def write() -> bool:
            error: Exception | None = None
            try:
                copy.write(kept)
            except Exception as problem:  # noqa: BLE001 - raised again on the session's thread if it is no sentence
                error = problem
            self._runner.later(lambda: self._tell(copy, kept.at, error))
            return error is None

        self._line.put(write)

    def _drop(self) -> None:
        """Have the copy removed, once nobody writes it any more."""
        self._failed = self._given = None
        self._line.instead(self._copy.remove)
        self._copy = RecoveryCopy.fresh(self._folder)

    def _tell(self, copy: RecoveryCopy, at: datetime, error: Exception | None) -> None:
        if copy is not self._copy:
            return  # that work was saved or given up meanwhile
        if error is None:
            self._failed = None
            self._session.tell(AutosaveDone(at))
        elif not isinstance(error, BanxinError):
            raise error
        elif error.message != self._failed:  # said once, tried again and again
            self._failed = error.message
            self._session.tell(AutosaveFailed(error.message))


def saved_edition(recovery: Recovery) -> Opened | None:
    """Return the edition in the file that a copy belongs to; None where there is none that can be read."""
    if recovery.original is None or not recovery.original.is_file():
        return None
    try:
        return open_path(recovery.original)
    except PackageError:
        return None
