"""Long work in the background: jobs run on threads, what they tell arrives on the owner's thread.

A job is a function of its ``JobControl``; frozen editions make it safe to work on one while the editor goes on. What
it tells waits in a queue until ``run_pending`` is called there, so that listeners never hear from another thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from msgspec import Struct

from desktop.errors import CancelledError, Message

T = TypeVar("T")

THREADS = 2
"""An export and an autosave side by side; more would only take the processor from the window."""


class Progress(Struct, frozen=True):
    """How far a job is, 0 to 1, and what it is doing."""

    done: float
    doing: Message | None = None


class Outcome(Struct, Generic[T], frozen=True):
    """How a job ended: with a value, or with an error."""

    result: T | None = None
    error: BaseException | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the person cancelled it."""
        return isinstance(self.error, CancelledError)

    def value(self) -> T:
        """Return the job's value; raises its error."""
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[return-value] # None only where T is None


class JobControl:
    """What a running job is given: it tells progress through this and learns whether to go on."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to end; it does at its next ``check``."""
        self._cancelled.set()

    def check(self) -> None:
        """Go on, or end.

        Raises:
            CancelledError: The job was cancelled.
        """
        if self._cancelled.is_set():
            raise CancelledError("Cancelled.")

    def progress(self, done: float, doing: Message | None = None) -> None:
        """Tell how far the job is; also checks whether to go on."""
        self.check()
        self._tell(Progress(done, doing))


class Job(Generic[T]):
    """A job under way, as its owner sees it."""

    def __init__(self, future: Future[T], control: JobControl) -> None:
        self._future, self._control = future, control

    def cancel(self) -> None:
        """Ask the job to end; ``done`` is called as ever, with a cancelled outcome."""
        self._control.cancel()

    @property
    def finished(self) -> bool:
        """Whether the job's work is over (``done`` may still wait to be called)."""
        return self._future.done()

    def wait(self) -> None:
        """Block until the job's work is over."""
        wait((self._future,))


class JobRunner:
    """Runs jobs on threads of its own until it is closed.

    Args:
        wake: called on a job's thread when something waits for ``run_pending`` (a window emits a queued signal).
    """

    def __init__(self, wake: Callable[[], None] | None = None) -> None:
        self._wake = wake
        self._pending: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._jobs: dict[int, JobControl] = {}
        self._threads: ThreadPoolExecutor | None = None
        self._closed = False

    def submit(
        self,
        job: Callable[[JobControl], T],
        done: Callable[[Outcome[T]], None],
        progress: Callable[[Progress], None] | None = None,
    ) -> Job[T]:
        """Run a job in the background; ``progress`` and ``done`` are called by ``run_pending``."""
        if self._closed:
            raise RuntimeError("the job runner is closed")
        control = JobControl(lambda told: self.later(lambda: progress(told) if progress else None))

        def work() -> T:
            control.check()
            return job(control)

        self._threads = self._threads or ThreadPoolExecutor(THREADS, thread_name_prefix="banxin-job")
        self._jobs[id(control)] = control
        future = self._threads.submit(work)
        future.add_done_callback(lambda ended: self.later(lambda: self._finish(control, ended, done)))
        return Job(future, control)

    @property
    def busy(self) -> bool:
        """Whether a job has not been told as done yet."""
        return bool(self._jobs)

    def run_pending(self) -> None:
        """Call what waits to be called; on the owner's thread."""
        while True:
            try:
                call = self._pending.get_nowait()
            except Empty:
                return
            call()

    def wait(self, timeout: float | None = None) -> None:
        """Block until every job is done and told; for tests and for a close that lets work end.

        Raises:
            TimeoutError: Nothing was told for so many seconds.
        """
        while self._jobs:
            try:
                call = self._pending.get(timeout=timeout)
            except Empty:
                raise TimeoutError("jobs are still running") from None
            call()
        self.run_pending()

    def close(self) -> None:
        """Cancel everything, wait until the threads have ended, and tell nothing any more."""
        self._closed = True
        for control in self._jobs.values():
            control.cancel()
        if self._threads is not None:
            self._threads.shutdown(wait=True)
        self._jobs.clear()

    def later(self, call: Callable[[], None]) -> None:
        """Have something called by ``run_pending``; from any thread."""
        self._pending.put(call)
        if self._wake is not None and not self._closed:
            self._wake()

    def _finish(self, control: JobControl, future: Future[T], done: Callable[[Outcome[T]], None]) -> None:
        self._jobs.pop(id(control), None)
        error = future.exception()
        done(Outcome(error=error) if error is not None else Outcome(future.result()))
