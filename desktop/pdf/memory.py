"""What was worked out of a run, kept while the very same run is written again.

A composer keeps the records of lines that did not move, so identity is enough to know them by, and quick.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from desktop.display import GlyphRun

Worked = TypeVar("Worked")


class RunMemory(Generic[Worked]):
    """Results by run, those that a file did not ask for dropped at its end."""

    def __init__(self) -> None:
        # The run is held on to, so that nothing else can take its identity.
        self._kept: dict[int, tuple[GlyphRun, Worked]] = {}
        self._used: dict[int, tuple[GlyphRun, Worked]] = {}

    def find(self, run: GlyphRun) -> Worked | None:
        """Return what was kept for a run."""
        kept = self._kept.get(id(run))
        if kept is None or kept[0] is not run:
            return None
        self._used[id(run)] = kept
        return kept[1]

    def keep(self, run: GlyphRun, result: Worked) -> Worked:
        """Keep a result, and return it."""
        self._used[id(run)] = (run, result)
        return result

    def end_file(self) -> None:
        """Drop what was not used since the last file's end."""
        self._kept, self._used = self._used, {}
