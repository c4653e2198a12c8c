"""What a check of integrity says. All counts are of characters without white space."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.errors import Message


class DifferenceKind(StrEnum):
    """How what was found differs from what was expected."""

    MISSING = "missing"
    EXTRA = "extra"
    TWICE = "twice"
    ORDER = "order"
    """Characters of one element out of their order."""
    ELEMENT_ORDER = "element_order"
    """An element before one that it should follow."""


class Difference(Struct, frozen=True):
    """One place that differs: source offsets ``[start, end)`` of ``element`` (None where no element has them)."""

    kind: DifferenceKind
    element: str | None
    start: int
    end: int
    text: str
    message: Message


class ElementLedger(Struct, frozen=True):
    """What became of an element's source characters.

    ``source`` = ``placed`` + ``overset`` + ``unplaced`` + ``cut`` + ``missing``; ``missing`` is a fault of the program.
    ``twice`` counts displayed characters beyond the first, ``replaced`` the source characters that stand changed.
    """

    element: str
    source: int
    placed: int
    overset: int
    unplaced: int
    cut: int
    missing: int
    twice: int
    replaced: int


class IntegrityReport(Struct, frozen=True):
    """The outcome of one route. ``added`` counts what the layout added."""

    differences: tuple[Difference, ...]
    elements: tuple[ElementLedger, ...] = ()
    added: int = 0

    @property
    def holds(self) -> bool:
        """Whether everything that was to stand stands, once, whole and in order."""
        return not self.differences

    def counts(self) -> dict[str, int]:
        """Return the sums by the names that the command line prints."""
        names = ("source", "placed", "overset", "unplaced", "cut", "missing", "twice", "replaced")
        sums = {name: sum(getattr(element, name) for element in self.elements) for name in names}
        return {**sums, "added": self.added}
