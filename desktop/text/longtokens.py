"""What stays whole but is wider than a line: where tokens and bound phrases may be broken then (U1, U3, U4).

A word is broken at a hyphen or divided with one. An address is broken where UAX #14 would; that is told, for no rule of
the house allows it. What stays on one line by choice only is broken as if the choice had not been made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.text.lines import TOLERANCE
from desktop.text.paragraph import ShapedParagraph
from desktop.text.spacing import may_end
from desktop.text.words import inner_breaks

_HYPHENS = "-\u2010"

_ENDLESS = 500
"""Cells of a token beyond which it is noise: no word, number or address is so long, and where best to break it is no
question. It is cut where its lines are full, in time that grows with its length alone, and that is told (U4)."""


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


class _Row(Struct, frozen=True):
    """Tokens in order, none of which overlap, and where each begins."""

    tokens: Sequence[LongToken]
    firsts: Sequence[int]

    @staticmethod
    def of(tokens: Iterable[LongToken]) -> _Row:
        """Return tokens that come in order as a row."""
        row = tuple(tokens)
        return _Row(row, [token.first for token in row])

    def divided(self, end: int, measure: float) -> LongToken | None:
        """Return the token wider than a measure in ems inside which a line would end, None where there is none."""
        at = bisect_left(self.firsts, end) - 1
        token = self.tokens[at] if at >= 0 else None
        return token if token and end < token.last and token.width > measure + TOLERANCE else None

    def within(self, first: int, last: int) -> Sequence[LongToken]:
        """Return the tokens that reach into cells ``[first, last)``."""
        low, high = bisect_right(self.firsts, first), bisect_left(self.firsts, last)
        return self.tokens[low - 1 if low and self.tokens[low - 1].last > first else low : high]


class LongTokens:
    """The tokens of a paragraph by place; asks where words may be broken only for those that some line cannot hold."""

    def __init__(self, paragraph: ShapedParagraph) -> None:
        self._paragraph = paragraph
        self._whole = _Row.of(_groups(paragraph, paragraph.cells.token))
        bound = _groups(paragraph, paragraph.cells.bound)
        self._bound = _Row.of(replace(phrase, number=-1 - phrase.number) for phrase in bound)
        self._widest = max((token.width for token in (*self._whole.tokens, *self._bound.tokens)), default=0.0)
        self._endless = any(token.last - token.first > _ENDLESS for token in self._whole.tokens)
        self._openings: dict[int, Mapping[int, Opening]] = {}
        self._ends: dict[int, Sequence[int]] = {}

    def any_wider(self, measure: float) -> bool:
        """Tell whether any token is wider than a measure in ems."""
        return self._widest > measure + TOLERANCE

    def divides(self, end: int, measure: float) -> bool:
        """Tell whether a line's end divides a token, not only what is bound by choice, that is wider than a measure."""
        return self.any_wider(measure) and self._whole.divided(end, measure) is not None

    def ends(self, measure: float, first: int, last: int) -> list[int]:
        """Return the ends of lines inside tokens too long for a measure, from cell ``first`` to ``last``."""
        if not self.any_wider(measure):
            return []
        found: list[int] = []
        for token in (*self._whole.within(first, last), *self._bound.within(first, last)):
            if token.width > measure + TOLERANCE:
                self._of(token)
                ends = self._ends[token.number]
                found += ends[bisect_left(ends, first) : bisect_right(ends, last)]
        return found

    def endless(self, start: int, end: int) -> bool:
        """Tell whether a line from a cell up to another ends inside a token of which a great deal more follows."""
        if not self._endless:
            return False
        at = bisect_right(self._whole.firsts, start) - 1
        token = self._whole.tokens[at] if at >= 0 else None
        return token is not None and end < token.last - _ENDLESS

    def opens(self, end: int, measure: float) -> bool:
        """Tell whether a line of a measure may end inside a token that is too long for it."""
        return self.opening(end, measure) is not None

    def opening(self, end: int, measure: float) -> Opening | None:
        """Return the place where a line of a measure may end inside a token that is too long for it."""
        if not self.any_wider(measure):
            return None
        tokens = [token for row in (self._whole, self._bound) if (token := row.divided(end, measure)) is not None]
        tokens.sort(key=lambda token: -token.width)
        return next((self._of(token)[end] for token in tokens if end in self._of(token)), None)

    def hyphen(self, end: int, measure: float) -> float:
        """Return the width of the hyphen that a line shows when it ends there, 0 where it shows none."""
        found = self.opening(end, measure)
        return self._paragraph.hyphen_width if found and found.hyphen else 0.0

    def _of(self, token: LongToken) -> Mapping[int, Opening]:
        """Return the cells before which a token may be broken."""
        if token.number not in self._openings:
            found = dict(self._in_word(token) if token.number >= 0 else self._in_phrase(token))
            self._openings[token.number], self._ends[token.number] = found, sorted(found)
        return self._openings[token.number]

    def _in_word(self, token: LongToken) -> Iterator[tuple[int, Opening]]:
        cells, text = self._paragraph.cells, self._paragraph.text
        if not cells.latin[token.first] or token.last - token.first > _ENDLESS:
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
