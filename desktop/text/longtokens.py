"""Tokens that are wider than a line: where they may be broken without breaking a rule (U1), with a hyphen or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from desktop.text.lines import TOLERANCE
from desktop.text.paragraph import ShapedParagraph
from desktop.text.words import inner_breaks


class LongToken(Struct, frozen=True):
    """Cells ``[first, last)`` of a token, and its width in ems as a line of its own."""

    number: int
    first: int
    last: int
    width: float


class LongTokens:
    """The tokens of a paragraph by width; asks where words may be broken only for those that some line cannot hold."""

    def __init__(self, paragraph: ShapedParagraph) -> None:
        self._paragraph = paragraph
        self._by_width = sorted(_tokens(paragraph), key=lambda token: -token.width)
        self._widest = self._by_width[0].width if self._by_width else 0.0
        self._opens: dict[int, Mapping[int, bool]] = {}

    def wider(self, measure: float) -> list[LongToken]:
        """Return the tokens that are wider than a measure in ems, the widest first."""
        if self._widest <= measure + TOLERANCE:
            return []
        return [token for token in self._by_width if token.width > measure + TOLERANCE]

    def ends(self, measure: float, first: int, last: int) -> list[int]:
        """Return the ends of lines inside tokens too long for a measure, from cell ``first`` to ``last``."""
        return [
            end
            for token in self.wider(measure)
            if token.first < last and token.last > first
            for end in self._opens_of(token)
            if first <= end <= last
        ]

    def opens(self, end: int, measure: float) -> bool:
        """Tell whether a line of a measure may end inside a token that is too long for it."""
        return any(end in self._opens_of(token) for token in self.wider(measure))

    def hyphen(self, end: int, measure: float) -> float:
        """Return the width of the hyphen that a line shows when it ends there, 0 where it shows none."""
        shows = any(self._opens_of(token).get(end) for token in self.wider(measure))
        return self._paragraph.hyphen_width if shows else 0.0

    def _opens_of(self, token: LongToken) -> Mapping[int, bool]:
        """Return the cells before which a token may be broken, and whether a hyphen is shown there."""
        if token.number not in self._opens:
            self._opens[token.number] = dict(self._inner(token))
        return self._opens[token.number]

    def _inner(self, token: LongToken) -> Iterator[tuple[int, bool]]:
        cells, text = self._paragraph.cells, self._paragraph.text
        if not cells.latin[token.first]:
            return
        base = cells.first[token.first]
        at = {cells.first[cell] - base: cell for cell in range(token.first + 1, token.last)}
        for found in inner_breaks(text[base : cells.last[token.last - 1]], self._paragraph.tables.hyphenation):
            if found.offset in at and (not found.needs_hyphen or self._paragraph.hyphen is not None):
                yield at[found.offset], found.needs_hyphen


def _tokens(paragraph: ShapedParagraph) -> Iterator[LongToken]:
    cells = paragraph.cells
    first, count = 0, len(cells)
    for last in range(1, count + 1):
        if last < count and cells.token[last] == cells.token[first]:
            continue
        if cells.token[first] >= 0:
            width = paragraph.widths[last] - paragraph.widths[first] - cells.gap[last - 1]
            width -= cells.start[first] + cells.end[last - 1]
            yield LongToken(cells.token[first], first, last, width)
        first = last
