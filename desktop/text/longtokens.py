"""What stays whole but is wider than a line: where tokens and bound phrases may be broken then (U1, U3, U4).

A word is broken at a hyphen or divided with one. An address is broken where UAX #14 would; that is told, for no rule of
the house allows it. What stays on one line by choice only is broken as if the choice had not been made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.text.lines import TOLERANCE
from desktop.text.paragraph import ShapedParagraph
from desktop.text.spacing import may_end
from desktop.text.words import inner_breaks

_HYPHENS = "-\u2010"


class LongToken(Struct, frozen=True):
    """Cells ``[first, last)`` of a token, and its width in ems as a line of its own.

    ``number`` is that of its cells; a negative one tells what is bound together by choice.
    """

    number: int
    first: int
    last: int
    width: float


class Opening(Struct, frozen=True):
    """A place inside a token where a line may end: whether it shows a hyphen, whether a rule allows it."""

    hyphen: bool = False
    by_rule: bool = True


class LongTokens:
    """The tokens of a paragraph by width; asks where words may be broken only for those that some line cannot hold."""

    def __init__(self, paragraph: ShapedParagraph) -> None:
        self._paragraph = paragraph
        self._by_width = sorted(_tokens(paragraph), key=lambda token: -token.width)
        self._widest = self._by_width[0].width if self._by_width else 0.0
        self._openings: dict[int, Mapping[int, Opening]] = {}

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
            for end in self._of(token)
            if first <= end <= last
        ]

    def opens(self, end: int, measure: float) -> bool:
        """Tell whether a line of a measure may end inside a token that is too long for it."""
        return self.opening(end, measure) is not None

    def opening(self, end: int, measure: float) -> Opening | None:
        """Return the place where a line of a measure may end inside a token that is too long for it."""
        return next((self._of(token)[end] for token in self.wider(measure) if end in self._of(token)), None)

    def hyphen(self, end: int, measure: float) -> float:
        """Return the width of the hyphen that a line shows when it ends there, 0 where it shows none."""
        found = self.opening(end, measure)
        return self._paragraph.hyphen_width if found and found.hyphen else 0.0

    def _of(self, token: LongToken) -> Mapping[int, Opening]:
        """Return the cells before which a token may be broken."""
        if token.number not in self._openings:
            found = self._in_word(token) if token.number >= 0 else self._in_phrase(token)
            self._openings[token.number] = dict(found)
        return self._openings[token.number]

    def _in_word(self, token: LongToken) -> Iterator[tuple[int, Opening]]:
        cells, text = self._paragraph.cells, self._paragraph.text
        if not cells.latin[token.first]:
            return
        base = cells.first[token.first]
        at = {cells.first[cell] - base: cell for cell in range(token.first + 1, token.last)}
        for found in inner_breaks(text[base : cells.last[token.last - 1]], self._paragraph.tables.hyphenation):
            if found.offset in at and (not found.needs_hyphen or self._paragraph.hyphen is not None):
                by_rule = found.needs_hyphen or text[base + found.offset - 1] in _HYPHENS
                yield at[found.offset], Opening(found.needs_hyphen, by_rule)

    def _in_phrase(self, token: LongToken) -> Iterator[tuple[int, Opening]]:
        cells, text, tables = self._paragraph.cells, self._paragraph.text, self._paragraph.tables
        yield from (
            (end, Opening()) for end in range(token.first + 1, token.last) if may_end(cells, text, tables, end - 1)
        )


def _tokens(paragraph: ShapedParagraph) -> Iterator[LongToken]:
    yield from _groups(paragraph, paragraph.cells.token)
    for phrase in _groups(paragraph, paragraph.cells.bound):
        yield LongToken(-1 - phrase.number, phrase.first, phrase.last, phrase.width)


def _groups(paragraph: ShapedParagraph, numbers: Sequence[int]) -> Iterator[LongToken]:
    """Yield the runs of cells that share a number."""
    cells = paragraph.cells
    first, count = 0, len(cells)
    for last in range(1, count + 1):
        if last < count and numbers[last] == numbers[first]:
            continue
        if numbers[first] >= 0:
            width = paragraph.widths[last] - paragraph.widths[first] - cells.gap[last - 1]
            width -= cells.start[first] + cells.end[last - 1]
            yield LongToken(numbers[first], first, last, width)
        first = last
