"""Jobs: work on other threads, everything told on the owner's, nothing left over."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from desktop.errors import CancelledError, message
from desktop.session import JobControl, JobRunner, Outcome, Progress


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("banxin-job")]


def test_a_job_tells_on_the_owners_thread(runner: JobRunner) -> None:
    told: list[object] = []
    threads: list[threading.Thread] = []

    def job(control: JobControl) -> int:
        threads.append(threading.current_thread())
        control.progress(0.5, message("Half"))
        return 7

    def done(outcome: Outcome[int]) -> None:
        threads.append(threading.current_thread())
        told.append(outcome.value())

    handle = runner.submit(job, done, told.append)
    handle.wait()
    assert handle.finished
    assert told == []
    assert runner.busy
    runner.wait(10)
    assert told == [Progress(0.5, message("Half")), 7]
    assert not runner.busy
    assert threads[0] is not threads[1]
    assert threads[1] is threading.current_thread()


def test_a_cancelled_job_ends_at_its_next_check(runner: JobRunner) -> None:
    outcomes: list[Outcome[None]] = []
    started, go = threading.Event(), threading.Event()

    def job(control: JobControl) -> None:
        started.set()
        go.wait(10)
        control.check()
        raise AssertionError

    handle = runner.submit(job, outcomes.append)
    started.wait(10)
    handle.cancel()
    go.set()
    runner.wait(10)
    assert outcomes[0].cancelled
    with pytest.raises(CancelledError):
        outcomes[0].value()


def test_an_error_reaches_whoever_asked(runner: JobRunner) -> None:
    outcomes: list[Outcome[float]] = []
    runner.submit(lambda _: 1 / 0, outcomes.append)
    runner.wait(10)
    assert isinstance(outcomes[0].error, ZeroDivisionError)
    assert not outcomes[0].cancelled


def test_waking_comes_from_the_jobs_thread() -> None:
    woken = threading.Event()
    runner = JobRunner(woken.set)
    runner.submit(lambda _: None, lambda _: None)
    assert woken.wait(10)
    runner.wait(10)
    runner.close()


def test_close_ends_everything_and_tells_nothing(runner: JobRunner) -> None:
    told: list[object] = []
    go = threading.Event()

    def job(control: JobControl) -> None:
        go.wait(10)
        control.check()

    for _ in range(4):
        runner.submit(job, told.append)
    threading.Timer(0.05, go.set).start()
    runner.close()
    assert told == []
    assert not runner.busy
    with pytest.raises(RuntimeError):
        runner.submit(job, told.append)


def test_waiting_has_an_end(runner: JobRunner) -> None:
    go = threading.Event()
    runner.submit(lambda _: go.wait(10), lambda _: None)
    with pytest.raises(TimeoutError):
        runner.wait(0.01)
    go.set()
    runner.wait(10)
