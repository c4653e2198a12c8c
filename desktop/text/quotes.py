"""Which quotation marks are Latin: “ ” ‘ ’ are the same characters in Chinese and in English, but not set alike.

A pair is Chinese when there is Chinese between its marks or beside it; it is Latin when Latin stands beside it and no
Chinese does. Numbers, spaces and neighbouring quotations say nothing: what stands behind them does. A pair with
nothing beside it is like the quotation that it stands in, and by itself Latin only in a paragraph without Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableSequence, Sequence
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct

from desktop.text.classes import CharClass

_OPENING_OF = MappingProxyType({"”": "“", "’": "‘"})
QUOTES = frozenset("“”‘’")

_EITHER = frozenset("-–—…/·")
"""Marks of both scripts."""


class _Pair(Struct):
    """A quotation by its two marks; ``latin`` as soon as it is known."""

    opening: int
    closing: int
    parent: _Pair | None = None
    latin: bool = False


def set_latin_quotes(text: str, classes: MutableSequence[CharClass]) -> None:
    """Give the quotation marks among the marks of a text that are Latin the class of Latin letters.

    A single ’ that closes nothing is an apostrophe where it stands behind a Latin letter (the students’ book).
    """
    if not QUOTES.intersection(text):
        return
    _Quotations(text, classes).decide()


class _Quotations:
    """The quotations of one text."""

    def __init__(self, text: str, classes: MutableSequence[CharClass]) -> None:
        self._text, self._classes = text, classes
        self._han = list(accumulate(map(CharClass.HAN.__eq__, classes), initial=0))
        self._partner: dict[int, int] = {}
        self._single: list[int] = []
        self._pairs = self._paired()
        quotes = sorted([*self._partner, *self._single])
        self._before = self._sides(quotes, -1)
        self._behind = self._sides(quotes[::-1], 1)

    @cached_property
    def _foreign(self) -> bool:
        """Whether the whole text is several words of a Latin language."""
        if self._han[-1] or CharClass.LATIN not in self._classes or CharClass.SPACE not in self._classes:
            return False
        others = zip(self._text, self._classes, strict=True)
        return all(kind is not CharClass.MARK or char in QUOTES for char, kind in others)

    def decide(self) -> None:
        """Set the classes: outer quotations before inner ones, then single marks."""
        for pair in self._pairs:
            pair.latin = self._is_latin(pair)
            if pair.latin:
                self._classes[pair.opening] = self._classes[pair.closing] = CharClass.LATIN
        for at in self._single:
            behind_latin = at > 0 and self._classes[at - 1] is CharClass.LATIN and self._text[at] == "’"
            sides = {self._before[at], self._behind[at]}
            if behind_latin or self._foreign or sides == {CharClass.LATIN}:
                self._classes[at] = CharClass.LATIN

    def _paired(self) -> list[_Pair]:
        """Return the pairs by their opening marks, each with the pair that it stands in."""
        pairs: list[_Pair] = []
        open_at: list[int] = []
        waiting = {"“": 0, "‘": 0}
        for at, char in enumerate(self._text):
            if char not in QUOTES or self._classes[at] is not CharClass.MARK:
                continue
            if char in "“‘":
                open_at.append(at)
                waiting[char] += 1
            elif waiting[_OPENING_OF[char]]:
                while self._text[open_at[-1]] != _OPENING_OF[char]:
                    waiting[self._text[open_at[-1]]] -= 1
                    self._single.append(open_at.pop())
                waiting[_OPENING_OF[char]] -= 1
                pairs.append(_Pair(open_at.pop(), at))
            else:
                self._single.append(at)
        self._single += open_at
        pairs.sort(key=lambda pair: pair.opening)
        self._partner = {
            a: b for pair in pairs for a, b in ((pair.opening, pair.closing), (pair.closing, pair.opening))
        }
        return _nested(pairs)

    def _is_latin(self, pair: _Pair) -> bool:
        if self._han[pair.closing] > self._han[pair.opening]:
            return False
        sides = {self._before[pair.opening], self._behind[pair.closing]} - {None}
        if not sides:
            return pair.parent.latin if pair.parent else self._foreign
        return sides == {CharClass.LATIN}

    def _sides(self, quotes: Iterable[int], step: int) -> dict[int, CharClass | None]:
        """Return what stands on one side of each mark: Latin, something else, or nothing inside what it stands in.

        ``quotes`` come in the order of ``step`` backwards, so that a mark beside another sees what that one saw.
        """
        seen: dict[int, CharClass | None] = {}
        for quote in quotes:
            at = quote + step
            while 0 <= at < len(self._text) and at not in seen and self._says_nothing(at):
                at += step
            if at in seen:
                far = self._partner.get(at, at)  # a quotation beside this one is passed over
                around = (far - at) * step < 0
                seen[quote] = None if around else seen[far]
            else:
                seen[quote] = self._classes[at] if 0 <= at < len(self._text) else None
        return seen

    def _says_nothing(self, at: int) -> bool:
        char, kind = self._text[at], self._classes[at]
        if kind is CharClass.LATIN:
            return not char.isalpha() and char not in QUOTES
        return kind in {CharClass.SPACE, CharClass.NOTHING} or char in QUOTES or char in _EITHER


def _nested(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Tell pairs, which are in order, the ones that they stand in."""
    around: list[_Pair] = []
    for pair in pairs:
        while around and around[-1].closing < pair.opening:
            around.pop()
        pair.parent = around[-1] if around else None
        around.append(pair)
    return list(pairs)
