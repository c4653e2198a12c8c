"""A thread that does the newest of what it is given, at most every so many seconds.

The thread waits and works by itself: it needs nobody's timer, so that it goes on while the owner's thread is busy.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

Work = Callable[[], bool]
"""Does something without raising; tells whether it is done or to be tried again."""

RETRY = 5.0
"""Seconds until what failed is tried again: a disk that is full says so often enough."""


class LatestOnly:
    """Works on what was given last; what waited before it is left out.

    Args:
        seconds: from the beginning of one piece of work to that of the next.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._wake = threading.Condition()
        self._newest: Work | None = None
        self._due = 0.0
        self._sure: deque[Callable[[], object]] = deque()
        self._busy = self._hurried = self._closed = False
        self._thread: threading.Thread | None = None

    def put(self, work: Work) -> None:
        """Give work to be done when it is due, in place of what waits."""
        with self._wake:
            self._newest = work
            self._begin()

    def instead(self, work: Callable[[], object]) -> None:
        """Give up what waits and do this as soon as what is under way has ended; it is never left out itself."""
        with self._wake:
            self._newest = None
            self._sure.append(work)
            self._begin()

    def hurry(self) -> None:
        """Do what waits now, due or not."""
        with self._wake:
            self._hurried = self._newest is not None
            self._wake.notify_all()

    def settle(self) -> None:
        """Do what waits now, and return when it is done or has failed."""
        with self._wake:
            self._hurried = self._newest is not None
            self._wake.notify_all()
            self._wake.wait_for(lambda: not (self._hurried or self._sure or self._busy))

    def close(self) -> None:
        """Give up what waits, do what is never left out, and end the thread."""
        with self._wake:
            self._closed, self._newest, self._hurried = True, None, False
            self._wake.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="banxin-keeper", daemon=True)
            self._thread.start()
        self._wake.notify_all()

    def _run(self) -> None:
        while (turn := self._turn()) is not None:
            self._end(again=None if turn() else turn)

    def _turn(self) -> Work | None:
        """Wait for work and return it; None when there will be none any more."""
        with self._wake:
            while True:
                if self._sure:
                    self._busy = True
                    return _once(self._sure.popleft())
                if self._closed:
                    return None
                if self._newest is not None and (self._hurried or time.monotonic() >= self._due):
                    work, self._newest = self._newest, None
                    self._busy, self._hurried = True, False
                    self._due = time.monotonic() + self._seconds
                    return work
                self._wake.wait(None if self._newest is None else max(0.0, self._due - time.monotonic()))

    def _end(self, again: Work | None) -> None:
        with self._wake:
            self._busy = False
            if again is not None and not self._closed and not self._sure:
                self._newest = self._newest or again
                self._due = time.monotonic() + max(self._seconds, RETRY)
            self._wake.notify_all()


def _once(work: Callable[[], object]) -> Work:
    """Return work that is not tried again, whatever it returns."""

    def done() -> bool:
        work()
        return True

    return done
