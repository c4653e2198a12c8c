"""Spacing between cells and borders of lines.

Adjacent marks (W3), Han–Latin gaps (L1), what may stretch (A2), what may squeeze (A1), and where a line may end
(K1, K2, U1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from types import MappingProxyType

from desktop.model.style import MarkKind, MarkRule
from desktop.text.paragraph import Cells, Gap, shifted
from desktop.text.tables import BRACKETS, RuleTables
from desktop.text.words import foreign, may_break

_RIGID = frozenset({MarkKind.CONNECTOR, MarkKind.SOLIDUS})
"""Marks around which no gap is stretched (A2)."""

_NARROW = 0.75
"""Ems below which a cell is set like Latin: by its own advance."""

_HARD = "\u00a0\u2007\u202f"
"""Spaces behind which no line ends."""

_PAIRED = "—…⋯〜"
"""Characters that the line-start table knows in pairs, or as another."""

_SAME_MARK = MappingProxyType({"〜": "～", "⋯": "…"})
"""Marks by another code: the tables name each once."""


def _rule(cells: Cells, text: str, tables: RuleTables, index: int) -> MarkRule | None:
    return None if cells.latin[index] else tables.marks.get(text[cells.first[index]])


def adjacent_marks(cells: Cells, text: str, tables: RuleTables) -> None:
    """W3: two full-width marks beside each other, one of them a bracket, take 1½ em together (1 em by style).

    The blank between them goes: that behind the first, then that before the second, in a run of marks between every
    two of them. Behind an opening bracket there is none, so what follows it gives up the blank behind itself. In every
    case a bracket stays close to what it encloses.
    """
    whole, most = cells.advance.copy(), tables.spacing.adjacent_marks
    blank = [lead + trail for lead, trail in zip(cells.lead, cells.trail, strict=True)]
    marks = [at for at, first in enumerate(cells.first) if text[first] in tables.marks and not cells.latin[at]]
    for index, after in pairwise(marks):
        if after != index + 1:
            continue
        left, right = tables.marks[text[cells.first[index]]], tables.marks[text[cells.first[after]]]
        if not {left.kind, right.kind} & BRACKETS:
            continue
        if not blank[index] or not blank[after]:  # ！！ share an em and have none to give
            continue
        need = whole[index] + whole[after] - most
        need -= _give_up_trail(cells, index, need)
        need -= _give_up_lead(cells, after, need)
        _give_up_trail(cells, after, min(need, cells.advance[index] + cells.advance[after] - most))


def _give_up_trail(cells: Cells, index: int, need: float) -> float:
    """Take up to ``need`` ems of the blank behind a cell's ink and return how much it was."""
    by = max(0.0, min(need, cells.trail[index]))
    cells.trail[index] -= by
    cells.advance[index] -= by
    return by


def _give_up_lead(cells: Cells, index: int, need: float) -> float:
    """Take up to ``need`` ems of the blank before a cell's ink and return how much it was."""
    by = max(0.0, min(need, cells.lead[index]))
    cells.lead[index] -= by
    cells.advance[index] -= by
    cells.glyphs[index] = shifted(cells.glyphs[index], -by, cells.vertical)
    return by


def edges(cells: Cells, text: str, tables: RuleTables, hanging: bool) -> None:
    """Fill ``start``, ``end`` and ``edge``: what cells give up at the edges of a line (W4, W5, H1, A1).

    Where a mark says how narrow it may become at least, its blank is then limited to that. ``hanging`` is false for
    heads, whose marks never hang.
    """
    cells.start[:], cells.end[:], cells.edge[:] = cells.lead, cells.trail, [0.0] * len(cells)
    if tables.edges_are_plain:
        return
    spacing = tables.spacing
    for index in range(len(cells)):
        rule, trail = _rule(cells, text, tables, index), cells.trail[index]
        if rule is None:
            continue
        outside = tables.hanging.get(text[cells.first[index]], 0.0) if hanging else 0.0
        end = trail if spacing.line_end_half or outside else 0.0
        cells.start[index] = 0.0 if spacing.grid else cells.lead[index]
        cells.end[index], cells.edge[index] = end + outside, trail - end if spacing.edge_squeeze else 0.0
        keep = max(0.0, rule.least - cells.advance[index] + cells.lead[index] + trail)
        cells.trail[index] -= min(keep, trail)
        cells.lead[index] -= min(max(0.0, keep - trail), cells.lead[index])


def boundaries(cells: Cells, text: str, tables: RuleTables) -> None:
    """Fill ``gap``, ``stretch`` and ``breaks`` for the boundary behind every cell."""
    count = len(cells)
    # Between two cells of plain Han there is neither gap nor prohibition: only the others need be looked at.
    cells.gap[:], cells.stretch[:], cells.breaks[:] = [0.0] * count, [Gap.FREE] * count, [True] * count
    odd = _not_plain(cells, text, tables)
    for index in sorted({*odd, *(at - 1 for at in odd if at)}):
        if index + 1 < count:
            cells.gap[index], cells.stretch[index] = _gap(cells, text, tables, index)
            bound = cells.bound[index] >= 0 and cells.bound[index] == cells.bound[index + 1]
            cells.breaks[index] = not bound and may_end(cells, text, tables, index)
    if count:
        cells.stretch[-1] = Gap.FIXED


def _not_plain(cells: Cells, text: str, tables: RuleTables) -> list[int]:
    """Return the cells with a say in gaps and breaks: Latin, spaces, tokens, and characters that a rule names."""
    marks, no_start, no_end = tables.marks, tables.no_start, tables.no_end
    chars = map(text.__getitem__, cells.first)
    columns = zip(chars, cells.latin, cells.space, cells.token, strict=True)
    odd = [
        at
        for at, (char, latin, space, token) in enumerate(columns)
        if token >= 0
        or latin
        or space
        or char in marks
        or char in no_start
        or char in no_end
        or char in _PAIRED
        or foreign(char)
    ]
    odd += [at for at, bound in enumerate(cells.bound) if bound >= 0]
    if cells.first[1:] != cells.last[:-1]:
        odd += [at for at, (last, first) in enumerate(zip(cells.last, cells.first[1:], strict=False)) if last < first]
    return odd


def _gap(cells: Cells, text: str, tables: RuleTables, index: int) -> tuple[float, Gap]:
    after = index + 1
    if cells.space[index] or cells.space[after]:
        return 0.0, Gap.FIXED
    if cells.token[index] >= 0 and cells.token[index] == cells.token[after]:
        return 0.0, Gap.FIXED
    left, right = _rule(cells, text, tables, index), _rule(cells, text, tables, after)
    if _is_rigid(cells, left, index) or _is_rigid(cells, right, after):
        return 0.0, Gap.FIXED
    if cells.latin[index] and cells.latin[after]:
        return 0.0, Gap.FIXED
    if left is None and right is None and cells.latin[index] != cells.latin[after]:
        if _half_width_mark(cells, text, index) or _half_width_mark(cells, text, after):
            return 0.0, Gap.FREE
        gap = tables.spacing.latin_gap
        return gap, Gap.LATIN if gap or tables.spacing.latin_gap_most else Gap.FREE
    return 0.0, Gap.FREE


def _is_rigid(cells: Cells, rule: MarkRule | None, index: int) -> bool:
    """Tell whether a cell is a connector or a solidus; two of the one connector are a dash, which is neither."""
    return rule is not None and rule.kind in _RIGID and cells.token[index] < 0


def _half_width_mark(cells: Cells, text: str, index: int) -> bool:
    """A point or bracket of the Latin alphabet: L1 puts no gap beside it."""
    return text[cells.first[index]] in ",.;:!?()[]{}'\"“”‘’"


def may_end(cells: Cells, text: str, tables: RuleTables, index: int) -> bool:
    """Tell whether a line may end behind a cell: the house's tables first (K2, U1), then UAX #14; U3 not counted."""
    after = index + 1
    if cells.space[after]:
        return False
    if cells.space[index]:
        return _may_break_behind_space(cells, text, tables, index)
    ends_with, starts_with = text[cells.first[index]], text[cells.first[after]]
    if ends_with in tables.no_end or _opening_characters(cells, text, after) in tables.no_start:
        return False
    if cells.token[index] >= 0 and cells.token[index] == cells.token[after]:
        joins = index > 0 and not cells.space[index - 1] and _western(cells, index - 1)  # else it is a sign: -5, -ing
        return joins and ends_with == "-" and starts_with.isalpha()
    return not _asks_uax14(cells, text, tables, index) or may_break(text, cells.first[after])


def _asks_uax14(cells: Cells, text: str, tables: RuleTables, index: int) -> bool:
    """Tell whether no table of the house speaks of a boundary: Latin beside Latin, signs, and what takes no room."""
    after = index + 1
    if cells.last[index] < cells.first[after] or (_western(cells, index) and _western(cells, after)):
        return True
    return _unnamed(cells, text, tables, index) or _unnamed(cells, text, tables, after)


def _unnamed(cells: Cells, text: str, tables: RuleTables, index: int) -> bool:
    """Tell whether a cell outside tokens is a mark, sign or the like that the house's tables do not name."""
    char = text[cells.first[index]]
    named = char in tables.marks or char in tables.no_start or char in tables.no_end
    return cells.token[index] < 0 and not named and foreign(char)


def _western(cells: Cells, index: int) -> bool:
    """Tell whether a cell is set like Latin; a mark that gave up its blank is narrow and is not (W3)."""
    return cells.latin[index] or (cells.advance[index] < _NARROW and not cells.squeeze[index])


def _may_break_behind_space(cells: Cells, text: str, tables: RuleTables, index: int) -> bool:
    """Tell whether a line may end behind a space, which then vanishes: K2 speaks of what stands on its two sides."""
    after, before = index + 1, index
    while before >= 0 and cells.space[before]:
        before -= 1
    ends_with = text[cells.first[before]] if before >= 0 else ""
    if ends_with in tables.no_end or _opening_characters(cells, text, after) in tables.no_start:
        return False
    signs = _unnamed(cells, text, tables, after) or (before >= 0 and _unnamed(cells, text, tables, before))
    hard = text[cells.last[index] - 1] in _HARD or cells.last[index] < cells.first[after]
    return not (signs or hard) or may_break(text, cells.first[after])


def _opening_characters(cells: Cells, text: str, index: int) -> str:
    """Return what the line-start table is asked for: a dash or an ellipsis is one entry of two characters."""
    char = text[cells.first[index]]
    if char not in _PAIRED:
        return char
    pair = "".join(_SAME_MARK.get(char, char) for char in text[cells.first[index] : cells.first[index] + 2])
    return pair if pair in {"——", "……"} else pair[:1]


def joined_width(cells: Cells) -> Iterator[float]:
    """Yield each cell's advance with the gap behind it."""
    return (advance + gap for advance, gap in zip(cells.advance, cells.gap, strict=True))


def capacities(cells: Cells, tables: RuleTables) -> list[list[float]]:
    """Return for every step of A1 the prefix sums of what cells can give up; ``[step][i]`` counts cells before i."""
    spacing = tables.spacing
    steps = [[0.0] * len(cells) for _ in range(spacing.squeeze_steps + 1)]
    for index, step in enumerate(cells.squeeze):
        if step:
            steps[step][index] += cells.lead[index] + cells.trail[index]
    for index, space in enumerate(cells.space):
        if space and cells.advance[index] < 1:
            steps[spacing.word_space_squeeze][index] += cells.advance[index] - spacing.word_space_least
    for index, stretch in enumerate(cells.stretch):
        if stretch is Gap.LATIN:
            steps[spacing.latin_gap_squeeze][index] += cells.gap[index] - spacing.latin_gap_least
    return [list(accumulate(step, initial=0.0)) for step in steps]
