"""SIGKILL at random moments: what is older than three seconds is there again, whole, and so is the saved package."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.app.window import sample_edition
from desktop.formats.package import save_edition
from desktop.model.edition import Edition
from desktop.opening import open_path
from desktop.session.recovery import open_recovery, recoverable
from tests.app.killed import Work, digest_of, read_work

KILLS = 12
AT_ONCE = 3
LOST = 3.0
"""Seconds of work that may be lost."""
LONGEST = 8.0
"""Seconds of work before the latest kill."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def source_characters(edition: Edition) -> Counter[str]:
    """Return the characters of all elements' ranges: none may be missing or there twice, however they were split."""
    texts = {source.id: source.text for source in edition.sources}
    ranges = ((texts[s.source], part) for s in edition.stories for e in s.elements for part in e.ranges)
    return Counter(char for text, part in ranges for char in text[part.start : part.end] if not char.isspace())


class Killed:
    """One application, killed some seconds after its first step."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed, self.folder = seed, folder
        folder.mkdir()
        self.package, self.log = folder / "page.banxin", folder / "log"
        self.first = sample_edition().edition
        save_edition(self.package, self.first, (), ())

    def run(self) -> None:
        words = [str(self.folder / "settings"), str(self.package), str(self.log), str(self.seed)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.app.victim", *words]
        with (self.folder / "said").open("wb") as said:
            process = subprocess.Popen(command, env=environment, stderr=said)
        try:
            self._await_first_step(process)
            time.sleep(random.Random(self.seed).uniform(0.0, LONGEST))
        finally:
            self.at = time.monotonic()
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert process.returncode == -signal.SIGKILL, (self.folder / "said").read_text()

    def _await_first_step(self, process: subprocess.Popen[bytes]) -> None:
        for _ in range(3000):
            if process.poll() is not None or (self.log.exists() and b"done" in self.log.read_bytes()):
                return
            time.sleep(0.01)

    def editions(self) -> Iterator[Edition]:
        """Yield what a person gets back: the saved edition, and the copies that the next start offers."""
        yield open_path(self.package).edition
        for recovery in recoverable(self.folder / "settings" / "recovery"):
            yield open_recovery(recovery).edition

    def verdict(self) -> str:
        """Return what is wrong, nothing if nothing is."""
        work = read_work(self.log)
        editions = list(self.editions())
        places = [self._place(work, edition) for edition in editions]
        if None in places:
            return "an edition is none that ever was"
        if any(source_characters(edition) != source_characters(self.first) for edition in editions):
            return "characters are lost or doubled"
        needed = work.last_before(self.at - LOST)
        got = max(place for place in places if place is not None)
        return f"step {got} came back, {needed} was older than {LOST} s" if got < needed else ""

    def _place(self, work: Work, edition: Edition) -> int | None:
        digest = digest_of(edition)
        return -1 if digest == digest_of(self.first) and work.place(digest) is None else work.place(digest)


def test_work_older_than_three_seconds_survives_a_kill_at_any_moment(tmp_path: Path) -> None:
    seeds = random.SystemRandom().sample(range(10**6), KILLS)
    print("seeds", seeds)
    runs = [Killed(tmp_path / str(seed), seed) for seed in seeds]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(Killed.run, runs):
            pass
    assert {run.seed: run.verdict() for run in runs if run.verdict()} == {}
    works = [read_work(run.log) for run in runs]
    assert sum(run_work.last_before(run.at - LOST) > 0 for run, run_work in zip(runs, works, strict=True)) > 0
    assert any(len(list(run.editions())) > 1 for run in runs)
    for run in runs:  # control: without the copies, what they kept is missed
        shutil.rmtree(run.folder / "settings" / "recovery", ignore_errors=True)
    assert any("came back" in run.verdict() for run in runs)
    print("steps done", [sum(at is not None for _, at in work.states) for work in works])
