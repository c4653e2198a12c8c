"""Strict grid (L2): every run of a line occupies whole cells.

Latin words, numbers and narrow characters are padded to whole ems, half of the padding on each side, marks stand in
the middle of whole cells, and a space between Latin words becomes part of their padding, so that the cells are whole
wherever the line is broken.
"""

from __future__ import annotations

from itertools import groupby
from math import ceil

from desktop.text.paragraph import Cells, shifted
from desktop.text.tables import RuleTables

_EXACT = 1e-6
"""Ems by which a width may miss a whole number and still be one: outlines have units of a thousandth at best."""


def on_grid(cells: Cells, text: str, tables: RuleTables) -> None:
    """Widen cells so that every run takes a whole number of ems."""
    kinds = [_kind(cells, text, tables, index) for index in range(len(cells))]
    for run, group in groupby(range(len(cells)), key=lambda index: kinds[index]):
        indices = list(group)
        if run == "narrow":
            _pad(cells, indices, _word_space(kinds, indices, tables))
        elif run == "space":
            words = _between_words(kinds, indices)
            for index in indices:
                cells.advance[index] = 0.0 if words else 1.0
        elif run == "mark":
            for index in indices:
                _pad(cells, [index], 0.0)


def _kind(cells: Cells, text: str, tables: RuleTables, index: int) -> str:
    """Return how a cell is widened: with the run it stands in, as a word space, or by itself."""
    if cells.space[index]:
        return "space" if cells.advance[index] < 1 else "whole"
    if cells.latin[index]:
        return "narrow"
    if text[cells.first[index]] in tables.marks:
        return "whole" if cells.token[index] >= 0 else "mark"  # ！！ share a cell
    return "narrow" if cells.advance[index] % 1 else "whole"


def _between_words(kinds: list[str], indices: list[int]) -> bool:
    before, after = indices[0] - 1, indices[-1] + 1
    return before >= 0 and after < len(kinds) and kinds[before] == kinds[after] == "narrow"


def _word_space(kinds: list[str], indices: list[int], tables: RuleTables) -> float:
    """Return the padding that a word needs beside a space, half of it on each side."""
    beside = {at for at in (indices[0] - 1, indices[-1] + 1) if 0 <= at < len(kinds)}
    return tables.spacing.word_space_least if any(kinds[at] == "space" for at in beside) else 0.0


def _pad(cells: Cells, indices: list[int], least: float) -> None:
    """Widen a run to whole ems, by ``least`` or more."""
    width = sum(cells.advance[index] for index in indices)
    pad = ceil(width + least - _EXACT) - width
    first, last = indices[0], indices[-1]
    cells.advance[first] += pad / 2
    cells.glyphs[first] = shifted(cells.glyphs[first], pad / 2, cells.vertical)
    cells.advance[last] += pad / 2
