"""Undo and redo: named steps, each the edition before and after.

Editions share all that did not change, so a snapshot costs no more than the change.
"""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message
from desktop.model.edition import Edition


class Step(Struct, frozen=True):
    """A named change. ``merge`` is what the next change must have in common to become part of it; None: nothing."""

    name: Message
    before: Edition
    after: Edition
    merge: Hashable = None


class History:
    """The steps done and undone, and which edition is on disk."""

    def __init__(self, edition: Edition, *, saved: bool = True) -> None:
        self._first = edition
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Edition | None = edition if saved else None

    @property
    def edition(self) -> Edition:
        """The edition as it is now."""
        return self._done[-1].after if self._done else self._first

    @property
    def modified(self) -> bool:
        """Whether the edition differs from the one on disk."""
        return self.edition is not self._saved

    @property
    def unsaved(self) -> int:
        """The steps between the edition on disk and the one that is open; all of them if it was never saved."""
        for distance, step in enumerate(reversed(self._done)):
            if step.after is self._saved:
                return distance
        if self._first is self._saved:
            return len(self._done)
        ahead = (distance for distance, step in enumerate(reversed(self._undone), 1) if step.after is self._saved)
        return next(ahead, len(self._done))

    @property
    def done(self) -> tuple[Message, ...]:
        """The names of the steps that can be undone, oldest first."""
        return tuple(step.name for step in self._done)

    @property
    def undone(self) -> tuple[Message, ...]:
        """The names of the steps that can be redone, the next one first."""
        return tuple(step.name for step in reversed(self._undone))

    @property
    def undo_name(self) -> Message | None:
        """The name of the step that undo takes back."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> Message | None:
        """The name of the step that redo does again."""
        return self._undone[-1].name if self._undone else None

    def record(self, name: Message, after: Edition, merge: Hashable = None) -> bool:
        """Add a step, or make it part of the last one; tells whether there is another edition now.

        A change that changes nothing makes no step, and a merged step that is back where it began goes away.
        """
        before = self.edition
        if after is before or after == before:
            return False
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is None or merge is None or merge != last.merge:
            self._done.append(Step(name, before, after, merge))
        elif after == last.before:
            self._done.pop()
        else:
            self._done[-1] = replace(last, name=name, after=after)
        return True

    def seal(self) -> None:
        """Let the next step stand for itself, whatever it has in common with the last."""
        if self._done:
            self._done[-1] = replace(self._done[-1], merge=None)

    def undo(self) -> Step | None:
        """Take the last step back and return it."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.seal()
        return step

    def redo(self) -> Step | None:
        """Do the last step that was taken back again and return it."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.seal()
        return step

    def mark_unsaved(self) -> None:
        """Forget which edition is on disk: another one is there, or none."""
        self._saved = None

    def mark_saved(self, edition: Edition) -> None:
        """Remember which edition is on disk; no later change merges into the step that led to it."""
        self._saved = edition
        self.seal()
