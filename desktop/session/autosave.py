"""Unsaved work is copied aside now and then, off the caller's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.errors import BanxinError, Message
from desktop.session.events import AutosaveDone, AutosaveFailed, EditionChanged, Event, FileChanged
from desktop.session.jobs import Job, JobControl, JobRunner, Outcome
from desktop.session.recovery import Recovery, RecoveryCopy, open_recovery
from desktop.session.session import Session


def _now() -> datetime:
    return datetime.now().astimezone()


class Autosave:
    """Keeps a copy for recovery of a session's unsaved work, written at most every so many seconds.

    The copy goes away when the work is saved or given up, and when this is closed. The window calls ``tick`` now and
    then; no timer runs here.

    Args:
        session: whose work is kept.
        runner: runs the writing.
        folder: where copies lie, one folder each.
        seconds: least time between two copies.
        clock: seconds that only grow.
        now: the time of day.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        folder: Path,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._session, self._runner, self._folder = session, runner, folder
        self.seconds, self._clock, self._now = seconds, clock, now
        self._copy = RecoveryCopy.fresh(folder)
        self._job: Job[datetime] | None = None
        self._stale = False
        self._last: float | None = None
        self._leave = session.subscribe(self._hear)

    def tick(self) -> None:
        """Begin to write a copy where one is due."""
        waited = self._last is None or self._clock() - self._last >= self.seconds
        if self._stale and waited and self._job is None:
            self._begin()

    def recover(self, recovery: Recovery) -> tuple[Message, ...]:
        """Open a copy that was left behind; it stays until the work is saved. Returns what should be said.

        Raises:
            PackageError: The copy is damaged; the open edition is as it was.
            TargetError: Another window has the copy; the open edition is as it was.
        """
        opened, copy = open_recovery(recovery), RecoveryCopy(recovery.folder)
        copy.hold()
        self._drop()
        self._copy = copy
        notes = self._session.take(opened, modified=True)
        self._stale = False  # the copy is what was opened
        return notes

    def close(self) -> None:
        """Remove the copy and listen no more: the program ends as its person wants it to."""
        self._leave()
        self._drop()

    def _hear(self, event: Event) -> None:
        if not isinstance(event, (EditionChanged, FileChanged)):
            return
        if not self._session.modified:
            self._drop()
        elif isinstance(event, EditionChanged):
            self._stale = True
            self.tick()

    def _drop(self) -> None:
        """Remove the copy, once nobody writes it any more."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        self._job, self._stale = None, False
        self._copy.remove()
        self._copy = RecoveryCopy.fresh(self._folder)

    def _begin(self) -> None:
        self._stale, self._last = False, self._clock()
        copy, edition, path, at = self._copy, self._session.edition, self._session.path, self._now()

        def write(_control: JobControl) -> datetime:
            copy.write(edition, path, at)
            return at

        self._job = self._runner.submit(write, lambda outcome: self._done(copy, outcome))

    def _done(self, copy: RecoveryCopy, outcome: Outcome[datetime]) -> None:
        if copy is not self._copy:
            return  # that work was saved or given up meanwhile
        self._job = None
        if outcome.error is None:
            self._session.tell(AutosaveDone(outcome.value()))
        elif isinstance(outcome.error, BanxinError):
            self._stale = True
            self._session.tell(AutosaveFailed(outcome.error.message))
        else:
            raise outcome.error
