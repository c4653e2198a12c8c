"""The house style's typographic tables, turned into look-ups by character."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.style import (
    Hanging,
    Hyphenation,
    LineRules,
    MarkKind,
    MarkRule,
    Spacing,
    Together,
    Typography,
    VerticalRules,
)

BRACKETS = frozenset({MarkKind.OPENING, MarkKind.CLOSING})

_WHOLE_IN_COLUMNS = frozenset("：；？！")
"""W2: in vertical setting these stand in the middle of their cell and stay 1 em."""


class RuleTables(Struct, frozen=True):
    """Look-ups for one typography: a character's mark rule, and whether it may start or end a line.

    ``vertical`` are the mark rules of vertical setting. ``hanging`` are the ems that a mark hangs outside (H1).
    """

    marks: Mapping[str, MarkRule]
    vertical: Mapping[str, MarkRule]
    no_start: frozenset[str]
    no_end: frozenset[str]
    spacing: Spacing
    lines: LineRules = LineRules()
    hanging: Mapping[str, float] = MappingProxyType({})
    together: Together = Together()
    hyphenation: Hyphenation = Hyphenation()
    columns: VerticalRules = VerticalRules()
    """What stands how in vertical setting (V1, V2)."""

    @property
    def edges_are_plain(self) -> bool:
        """Tell whether marks give up their blank at a line's edges, no more and no less (W4, W5)."""
        spacing = self.spacing
        limited = any(rule.least for rule in self.marks.values())
        return spacing.line_end_half and not spacing.grid and not self.hanging and not limited

    def in_columns(self) -> RuleTables:
        """Return the look-ups for vertical setting."""
        return replace(self, marks=self.vertical)


def compile_tables(typography: Typography, phrases: tuple[str, ...] = ()) -> RuleTables:
    """Return the look-ups of a typography at its kinsoku level; ``phrases`` stay whole besides its own (U3)."""
    typography = _strict_grid(typography) if typography.spacing.grid else typography
    marks = {char: rule for rule in typography.marks for char in rule.chars}
    whole = {c: replace(marks[c], trail=0.0, squeeze=0) for c in _WHOLE_IN_COLUMNS if c in marks}
    level, hanging, together = typography.level, typography.hanging, typography.together
    return RuleTables(
        marks=marks,
        vertical=marks | whole,
        no_start=typography.kinsoku.no_start.get(level, frozenset()) - typography.lines.may_start,
        no_end=typography.kinsoku.no_end.get(level, frozenset()),
        spacing=typography.spacing,
        lines=typography.lines,
        columns=typography.vertical,
        hanging=dict.fromkeys(hanging.marks, hanging.by) if hanging.by else {},
        together=replace(together, phrases=(*together.phrases, *phrases)),
        hyphenation=typography.hyphenation,
    )


def _strict_grid(typography: Typography) -> Typography:
    """L2: no Han–Latin gap, nothing squeezed, W3 and W5 off."""
    spacing = replace(
        typography.spacing,
        latin_gap=0.0,
        latin_gap_least=0.0,
        latin_gap_most=0.0,
        adjacent_marks=2.0,
        line_end_half=False,
        edge_squeeze=0,
    )
    marks = tuple(replace(rule, squeeze=0) for rule in typography.marks)
    return replace(typography, spacing=spacing, marks=marks, hanging=Hanging())
