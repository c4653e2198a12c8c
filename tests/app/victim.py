"""The application in a process of its own, working at random until somebody kills it.

    python -m tests.app.victim SETTINGS PACKAGE LOG SEED

LOG tells, one line each, what is about to be done and what was done: ``about DIGEST`` and ``done SECONDS DIGEST``;
``saved SECONDS DIGEST`` once the package was written. SECONDS are those of the system's monotonic clock, DIGEST stands
for the whole edition.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer

import desktop.app.window as application
from desktop.app import main
from desktop.errors import BanxinError
from desktop.formats.kept import Written
from desktop.model.edition import Edition
from desktop.session.commands import (
    AssignElements,
    Command,
    MergeElements,
    ProposeAssignment,
    SetPageDate,
    SetPageNumber,
    SplitElement,
    UnassignElements,
)
from desktop.ui.window import MainWindow
from tests.app.killed import digest_of

BUSY = (0.3, 2.0)
"""Seconds for which the window now and then answers nobody, as if it composed a long edition."""

SAVERS = 0.3
"""The part of the hands that save now and then; the others rely on the copies."""


class Worker:
    """Does something to the open edition as soon as the window is idle, and writes down what."""

    def __init__(self, window: MainWindow, package: Path, log: Path, seed: int) -> None:
        self._window, self._session, self._package = window, window.bench.session, package
        self._random, self._written, self._count = random.Random(seed), Written(), 0
        self._saves = self._random.random() < SAVERS
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._work)
        self._timer.start(0)

    def _work(self) -> None:
        chance = self._random.random()
        if chance < 0.06:
            self._keep_busy(self._random.uniform(*BUSY))
        elif chance < 0.12 and self._saves:
            self._window.files.save()
            self._tell(f"saved {time.monotonic()} {digest_of(self._session.edition, self._written)}")
        elif chance < 0.2 and self._session.history.done:
            self._step(self._session.undo)
        else:
            self._do(self._command())

    def _do(self, command: Command) -> None:
        try:
            wanted = command.apply(self._session.edition)
        except BanxinError:
            return
        self._tell(f"about {digest_of(wanted, self._written)}")
        self._step(lambda: self._session.do(command))

    def _step(self, step: Callable[[], object]) -> None:
        step()
        at = time.monotonic()
        self._tell(f"done {at} {digest_of(self._session.edition, self._written)}")

    def _command(self) -> Command:
        """Return something that a hand could do now."""
        edition, page = self._session.edition, self._session.edition.pages[0]
        story = edition.stories[0]
        element = self._random.choice([e for e in story.elements if e.ranges])
        part = element.ranges[0]
        self._count += 1
        some: Sequence[Command] = (
            SetPageNumber(page.id, str(self._count)),
            SetPageDate(page.id, date(2023, 3, self._random.randint(1, 30))),
            SplitElement(element.id, self._random.randint(part.start, part.end)),
            MergeElements(element.id, _next(edition, element.id)),
            UnassignElements((element.id,)),
            AssignElements(page.id, (element.id,), (self._random.choice(page.frames).id,)),
            ProposeAssignment(page.id),
        )
        return self._random.choice(some)

    def _keep_busy(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            sum(range(1000))

    def _tell(self, line: str) -> None:
        os.write(self._log, f"{line}\n".encode())


def _next(edition: Edition, element: str) -> str:
    """Return the element behind another; the first behind the last."""
    ids = [e.id for e in edition.story_of(element).elements]
    return ids[(ids.index(element) + 1) % len(ids)]


def _end_at_a_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """End the process where Qt would only print what its callback raised."""
    sys.__excepthook__(kind, fault, trace)
    os._exit(3)


def run(words: Sequence[str]) -> int:
    """Open the window on a package and work on it."""
    settings, package, log, seed = words
    begin = application._begin

    def begin_and_work(window: MainWindow, *given: object, **named: object) -> None:
        begin(window, *given, **named)
        window.worker = Worker(window, Path(package), Path(log), int(seed))

    application._begin = begin_and_work
    sys.excepthook = _end_at_a_fault
    return main.run(["--settings", settings, "--no-recovery", package])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
