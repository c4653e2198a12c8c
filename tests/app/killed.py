"""What a killed application left: its log, and digests that stand for a whole edition."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desktop.formats.kept import Written
from desktop.formats.package import MANIFEST, package_parts
from desktop.model.edition import Edition


def digest_of(edition: Edition, written: Written | None = None) -> str:
    """Return a digest of the list of the edition's parts, which names the digest of every part."""
    kept = written or Written()
    return kept.digest(package_parts(edition, (), (), kept)[MANIFEST])


class Work(Struct, frozen=True):
    """What a log tells: the states in their order, each with its time (None: it was about to be)."""

    states: tuple[tuple[str, float | None], ...]
    saved: tuple[tuple[str, float], ...]

    def last_before(self, moment: float) -> int:
        """Return the place of the last state that was there at a moment; -1 before the first."""
        return max((i for i, (_, at) in enumerate(self.states) if at is not None and at <= moment), default=-1)

    def place(self, digest: str) -> int | None:
        """Return the last place at which the edition was like this; None if it never was."""
        return max((i for i, (state, _) in enumerate(self.states) if state == digest), default=None)


def read_work(log: Path) -> Work:
    """Read a log; a line that the end of the process cut short is none."""
    states: list[tuple[str, float | None]] = []
    saved: list[tuple[str, float]] = []
    for line in log.read_text().split("\n")[:-1] if log.exists() else ():
        kind, *rest = line.split()
        if kind == "about":
            states.append((rest[0], None))
        elif kind == "done":
            states.append((rest[1], float(rest[0])))
        else:
            saved.append((rest[1], float(rest[0])))
    return Work(tuple(states), tuple(saved))
