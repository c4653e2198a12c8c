"""The house style's typographic tables, turned into look-ups by character."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.style import LineRules, MarkKind, MarkRule, Spacing, Typography, VerticalRules

BRACKETS = frozenset({MarkKind.OPENING, MarkKind.CLOSING})

_WHOLE_IN_COLUMNS = frozenset("：；？！")
"""W2: in vertical setting these stand in the middle of their cell and stay 1 em."""


class RuleTables(Struct, frozen=True):
    """Look-ups for one typography: a character's mark rule, and whether it may start or end a line.

    ``vertical`` are the mark rules of vertical setting.
    """

    marks: Mapping[str, MarkRule]
    vertical: Mapping[str, MarkRule]
    no_start: frozenset[str]
    no_end: frozenset[str]
    spacing: Spacing
    lines: LineRules = LineRules()
    columns: VerticalRules = VerticalRules()
    """What stands how in vertical setting (V1, V2)."""

    def in_columns(self) -> RuleTables:
        """Return the look-ups for vertical setting."""
        return replace(self, marks=self.vertical)


def compile_tables(typography: Typography) -> RuleTables:
    """Return the look-ups of a typography at its kinsoku level."""
    marks = {char: rule for rule in typography.marks for char in rule.chars}
    whole = {c: replace(marks[c], trail=0.0, squeeze=0) for c in _WHOLE_IN_COLUMNS if c in marks}
    level = typography.level
    return RuleTables(
        marks=marks,
        vertical=marks | whole,
        no_start=typography.kinsoku.no_start.get(level, frozenset()),
        no_end=typography.kinsoku.no_end.get(level, frozenset()),
        spacing=typography.spacing,
        lines=typography.lines,
        columns=typography.vertical,
    )
