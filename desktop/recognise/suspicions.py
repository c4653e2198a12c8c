"""Places of a text that look wrong and are left alone: lost marks, unreadable and look-alike characters.

Every odd character is listed with its code point, wherever it stands; what becomes of it on the page is decided in
``text``. A box is the face's glyph for what it has not, an error of its own among the findings.

=====================================================  =====================================================
control characters; halves of surrogate pairs          box; U+FFFD in the PDF's text; a file with halves, or
                                                       with plenty of control characters, is refused
U+001C to U+001F                                       white space, the first three end a line
U+001A at the end                                      in no element, and listed as that
bidi marks and overrides; zero-width joiners, tags     set without width; directions are not obeyed
letters from right to left                             set from left to right, box where no face has them
combining marks, variation selectors                   shaped with the character before them
private, unassigned and non-characters, blank letters  the face's glyph, else box
look-alikes (radicals, compatibility ideographs)       set as they are
emoji and other characters that no face has            box, listed as that alone
=====================================================  =====================================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import inf
from types import MappingProxyType
from unicodedata import bidirectional, category

from msgspec import Struct

from desktop.errors import Message
from desktop.model.story import Role, Suspicion
from desktop.recognise import reasons
from desktop.recognise.marks import HAN

_UNIFIED = frozenset("﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩")
"""Code points of the compatibility block that are ordinary ideographs (Unicode, CJK Compatibility Ideographs)."""
_NAMING = (Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE, Role.CREDIT, Role.FOLIO, Role.DATELINE)
_TITLE = 20
"""A quoted name or title is seldom longer."""


@cache
def _asking() -> re.Pattern[str]:
    """Words and turns that make a question."""
    return re.compile(
        r"[吗嗎呢么麼吧啊呀哪谁誰何几幾怎啥咋孰岂豈嘛否]|什么|什麼|多少|多大|多久|多远|多高|为何|如何|难道|難道|究竟|到底|是不是|有没有|能不能|会不会|"
        r"要不要|好不好|对不对|行不行|可不可|(.)不\1|(.)没\2|(.)沒\3|还是|還是|莫非|可曾|真的|不是|请问|請問|知道"
    )


def _look_alike(char: str) -> bool:
    code = ord(char)
    return 0x2E80 <= code <= 0x2FDF or 0x2F800 <= code <= 0x2FA1F or (0xF900 <= code <= 0xFAFF and char not in _UNIFIED)


_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0"
"""Letters without ink, with which Hangul is filled up."""
_SEPARATORS = "\x1c\x1d\x1e\x1f"
"""Control characters that count as white space."""
_LINE_ENDS = re.compile("([\x1c\x1d\x1e])\\1*")
_REASONS = MappingProxyType(
    {
        "Cc": reasons.CONTROL_CHARACTER,
        "Cn": reasons.UNASSIGNED_CHARACTER,
        "Co": reasons.PRIVATE_CHARACTER,
        "Cs": reasons.HALF_CHARACTER,
    }
)
"""What is odd about any character of a Unicode category."""
_MARKS = MappingProxyType(
    {"Cf": reasons.INVISIBLE_CHARACTER, "Mn": reasons.COMBINING_CHARACTER, "Me": reasons.COMBINING_CHARACTER}
)
"""What is odd about most characters of a category: not about variation selectors, nor directions."""
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VARIATIONS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@cache
def odd_character(char: str) -> Message | None:
    """Return what is odd about a character wherever it stands; None for one that may be right."""
    kind = category(char)
    if char == "\ufffd":
        return reasons.UNKNOWN_CHARACTER
    if kind in _REASONS and not char.isspace():
        return _REASONS[kind]
    if _look_alike(char):
        return reasons.ODD_CHARACTER
    if _DIRECTIONS.match(char):
        return reasons.DIRECTION
    if _VARIATIONS.match(char):
        return reasons.VARIATION
    if bidirectional(char) in {"R", "AL"}:
        return reasons.RIGHT_TO_LEFT
    if char in _BLANK_LETTERS:
        return reasons.BLANK_LETTER
    return reasons.SEPARATOR if char in _SEPARATORS else _MARKS.get(kind)


class Place(Struct, frozen=True):
    """A suspicious place: where in a text, so many characters in a row, and why."""

    at: int
    count: int
    why: Message


_LISTED = 20
"""Places of one kind, with the same character, that are listed one by one."""


def listed(text: str, places: Iterable[Place]) -> Iterator[Suspicion]:
    """Yield places as suspicions, many of one kind by their number from some on: nobody reads thousands of lines."""
    seen: Counter[tuple[Message, str]] = Counter()
    more: dict[tuple[Message, str], tuple[Place, int]] = {}
    for place in places:
        key = place.why, text[place.at]
        seen[key] += 1
        if seen[key] < _LISTED:
            yield Suspicion(place.at, _said(text, place))
        else:
            first, count = more.get(key, (place, -place.count))
            more[key] = first, count + place.count
    for first, count in more.values():
        yield Suspicion(first.at, reasons.and_more(_said(text, first), count))


def _said(text: str, place: Place) -> Message:
    odd = odd_character(text[place.at]) is not None
    why = reasons.of_character(place.why, text[place.at]) if odd else place.why
    return reasons.in_a_row(why, place.count)


def find_suspicions(text: str, role: Role, spans: Sequence[tuple[int, int]]) -> Iterator[Place]:
    """Yield the suspicious places of an element's text, odd characters first.

    The same odd character several times in a row is one place.

    Args:
        text: the element's characters.
        role: what the element is; a head or a name asks fewer questions than a text.
        spans: where URLs stand, in order.
    """
    odd = {char: why for char in set(text) if (why := odd_character(char)) is not None}
    for found in _any_of(odd).finditer(text) if odd else ():
        yield Place(found.start(), found.end() - found.start(), odd[text[found.start()]])
    quoted = _Quotes(text)
    for found in _between().finditer(text):
        at, char = found.start(), found.group()
        if inside(at, spans):
            continue
        if char == ".":
            yield Place(at, 1, reasons.HALF_WIDTH_STOP)
        elif _is_lost(text, at, role, quoted):
            yield Place(at, 1, reasons.LOST_MARK)


def separators(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the control characters between two places of a text that end lines and stand in no element."""
    for found in _LINE_ENDS.finditer(text, start, end):
        yield Place(found.start(), found.end() - found.start(), reasons.SEPARATOR)


def _any_of(chars: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"([{re.escape(''.join(chars))}])\\1*")


@cache
def _between() -> re.Pattern[str]:
    """Marks that are worth a look: between two Han characters, question marks also between letters or digits."""
    han = f"[〇々{''.join(f'{chr(low)}-{chr(high)}' for low, high in HAN)}]"
    return re.compile(rf"(?<={han})[.?？](?={han})|(?<=[0-9A-Za-z])[?？](?=[0-9A-Za-z])")


def inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of some spans, which stand in order."""
    before = bisect_right(spans, (at, inf))
    return before > 0 and at < spans[before - 1][1]


def _is_lost(text: str, at: int, role: Role, quotes: _Quotes) -> bool:
    """Tell whether a question mark stands where another mark was lost (德企亲清?法护营商).

    Between two digits or two letters no sentence ends. Between two Han characters it is a question only if
    something asks: inside a quoted name or title, in a head or a byline, and in narrative without a word that asks.
    """
    if text[at - 1].isascii():
        return True
    start, _end = _clause(text, at)
    if _asking().search(text[start:at]) or any(mark in text[start:at] for mark in ":："):
        return False  # something asks, or what is asked is reported behind a colon
    around = quotes.around(at)
    if around is None:
        return text[at] == "?"  # what a conversion could not write became the half-width mark
    low, high, opening = around
    if opening in "《〈":
        return True
    short = high - low <= _TITLE
    phrase = text[low:high] if short else ""
    others = [mark for i, mark in enumerate(phrase) if mark in "，,。！!；;？?…：:" and low + i != at]
    return (short and not others) or role in _NAMING


def _clause(text: str, at: int) -> tuple[int, int]:
    """Return the sentence that ends at the mark."""
    start = at
    while start > 0 and text[start - 1] not in "。！!？?；;…\n“「『《":
        start -= 1
    return start, at


_PAIRS = MappingProxyType({"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "‘": "’"})
_QUOTES = re.compile(f"[{''.join((*_PAIRS, *_PAIRS.values()))}]")


class _Quotes:
    """The quotes and title marks of a text, asked from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = _QUOTES.finditer(text)
        self._next = next(self._marks, None)
        self._waiting: list[int] = []
        self._ends: dict[str, int] = {}

    def around(self, at: int) -> tuple[int, int, str] | None:
        """Return the innermost ones around a place, and the opening mark; None in narrative. ``at`` only grows."""
        text = self._text
        while self._next is not None and self._next.start() < at:
            mark = self._next.group()
            if mark in _PAIRS:
                self._waiting.append(self._next.start())
            elif self._waiting and mark == _PAIRS[text[self._waiting[-1]]]:
                self._waiting.pop()
            self._next = next(self._marks, None)
        if not self._waiting:
            return None
        opening = text[self._waiting[-1]]
        closing = _PAIRS[opening]
        if self._ends.get(closing, -1) < at:
            found = text.find(closing, at)
            self._ends[closing] = len(text) if found < 0 else found
        return self._waiting[-1] + 1, self._ends[closing], opening
