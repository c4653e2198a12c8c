"""The house style's typographic tables, turned into look-ups by character."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.style import MarkKind, MarkRule, Spacing, Typography

BRACKETS = frozenset({MarkKind.OPENING, MarkKind.CLOSING})


@dataclass(frozen=True, slots=True)
class RuleTables:
    """Look-ups for one typography: a character's mark rule, and whether it may start or end a line."""

    marks: Mapping[str, MarkRule]
    no_start: frozenset[str]
    no_end: frozenset[str]
    spacing: Spacing


def compile_tables(typography: Typography) -> RuleTables:
    """Return the look-ups of a typography at its kinsoku level."""
    marks = {char: rule for rule in typography.marks for char in rule.chars}
    level = typography.level
    return RuleTables(
        marks=marks,
        no_start=typography.kinsoku.no_start.get(level, frozenset()),
        no_end=typography.kinsoku.no_end.get(level, frozenset()),
        spacing=typography.spacing,
    )
