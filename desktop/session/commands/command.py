"""What every command is."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from msgspec import Struct

from desktop.errors import Message
from desktop.model.edition import Edition


class Command(Protocol):
    """A change of an edition: a record of what to do, with a name for the history."""

    @property
    def name(self) -> Message:
        """What the command does, as the history tells it."""

    @property
    def merge(self) -> Hashable:
        """What commands have in common that become one step while dragging; None: it stands for itself."""

    def apply(self, edition: Edition) -> Edition:
        """Return the edition after the command; the same one where there is nothing to do.

        Raises:
            BanxinError: It cannot be done; says why.
        """


class Alone(Struct, frozen=True):
    """A command that never merges with the one before."""

    @property
    def merge(self) -> Hashable:
        """None: the command is a step of its own."""
        return None
