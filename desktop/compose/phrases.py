"""Where a head may be broken, best kind first: at clause spaces, behind marks, at borders of phrases and of words.

The last kinds are for heads that fit in no other way: inside quotes, inside a word, inside a name or a number. Spaces
and marks are looked up; the segmenter is asked only where they do not do.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property

from desktop.text import Phrasing, ShapedParagraph, phrasing_of

STRAIN_OF_PHRASE = 1.0
"""A border between words strained no more than this is one of phrases (weighed on tests/compose/heads/develop.txt)."""

_POINTS = frozenset("，。；：！？、—…")
_OPENING, _CLOSING = "“‘《〈（【「『", "”’》〉）】」』"


class Border(IntEnum):
    """Kinds of places at which a head may be broken, from the best to the last resort."""

    CLAUSE = 0
    """The space between two clauses."""
    MARK = 1
    """Behind a comma, a colon, a dash."""
    PHRASE = 2
    WORD = 3
    """Between words that belong together."""
    QUOTED = 4
    """Between words inside quotes or brackets."""
    SYLLABLE = 5
    """Inside a word."""
    WHOLE = 6
    """Inside a name or a number."""


class Borders:
    """The borders of one head."""

    def __init__(self, paragraph: ShapedParagraph, names: tuple[str, ...] = ()) -> None:
        self._paragraph, self._names = paragraph, names
        cells = paragraph.cells
        inside = _inside(paragraph.text)
        self._legal = [i for i in range(1, len(cells)) if cells.breaks[i - 1]]
        self._inside = {i for i in self._legal if cells.first[i] in inside}

    @cached_property
    def plain(self) -> dict[int, Border]:
        """Cells before which a clause begins, behind a space or a mark; found without looking at words."""
        cells, text = self._paragraph.cells, self._paragraph.text
        found: dict[int, Border] = {}
        for cell in self._legal:
            if cell in self._inside:
                continue
            if cells.space[cell - 1] and not (cells.latin[cell] and cells.latin[max(0, cell - 2)]):
                found[cell] = Border.CLAUSE
            elif text[cells.first[cell - 1]] in _POINTS:
                found[cell] = Border.MARK
        return found

    @cached_property
    def all(self) -> dict[int, Border]:
        """The kind of border before each cell at which a line may start by the rules of line breaking."""
        return {cell: self.plain[cell] if cell in self.plain else self._kind(cell) for cell in self._legal}

    def strain(self, cell: int) -> float:
        """Return how ill it is to break before a cell, as ``Phrasing`` says; 0 at spaces, marks and inside words."""
        if cell in self.plain:
            return 0.0
        return self._phrasing.strains.get(self._paragraph.cells.first[cell], 0.0)

    @cached_property
    def _phrasing(self) -> Phrasing:
        return phrasing_of(self._paragraph.text, self._names)

    def _kind(self, cell: int) -> Border:
        at = self._paragraph.cells.first[cell]
        strain = self._phrasing.strains.get(at)
        if strain is None:
            return Border.WHOLE if self._phrasing.divides_whole(at) else Border.SYLLABLE
        if cell in self._inside:
            return Border.QUOTED
        return Border.PHRASE if strain <= STRAIN_OF_PHRASE else Border.WORD


def _inside(text: str) -> set[int]:
    """Return the characters that stand behind an opening bracket not closed yet; brackets round all do not count."""
    inside: set[int] = set()
    open_at: list[int] = []
    for index, char in enumerate(text):
        if open_at:
            inside.add(index)
        if char in _OPENING:
            open_at.append(index)
        elif char in _CLOSING and open_at and open_at.pop() == 0 and index == len(text) - 1:
            return _inside(f" {text[1:-1]} ")
    return inside
