"""Analysis: what each character is, and which characters stay together (U1).

Works on plain text alone; no font is asked. The outcome is one class per character and a list of tokens,
ranges that no line break, stretch or squeeze may enter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from desktop.text.tables import RuleTables


class CharClass(IntEnum):
    """What a character is for spacing."""

    HAN = 0
    LATIN = 1
    MARK = 2
    SPACE = 3
    NOTHING = 4
    """A source newline or zero-width character between two Han: takes no room."""
    OTHER = 5
    """Anything else; its own advance decides whether it behaves like Han or like Latin."""


class TokenKind(IntEnum):
    """Why characters stay together."""

    LATIN = 0
    DASH = 1
    ELLIPSIS = 2
    EXCLAIM = 3


@dataclass(frozen=True, slots=True)
class Token:
    """Characters ``[start, end)`` that are not divided."""

    start: int
    end: int
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class Analysis:
    """Classes per character, and the tokens in order."""

    classes: list[CharClass]
    tokens: list[Token]


_LETTER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"


@cache
def _token_pattern() -> re.Pattern[str]:
    word = rf"[0-9{_LETTER}]"
    return re.compile(
        rf"(?P<latin>[+\-−±]?[$¥€£￥]?{word}(?:{word}|[.,:;/'’&@_+#~=?\-](?={word}))*[%‰°℃℉′″]*[*†‡¹²³]*)"
        r"|(?P<dash>——)|(?P<ellipsis>…{2,})|(?P<exclaim>[！？]{2,3})"
    )


_KINDS = {
    "latin": TokenKind.LATIN,
    "dash": TokenKind.DASH,
    "ellipsis": TokenKind.ELLIPSIS,
    "exclaim": TokenKind.EXCLAIM,
}

_QUOTES = "“”‘’"


def analyse(text: str, tables: RuleTables) -> Analysis:
    """Return the classes and tokens of a text."""
    classes = [_class_of(char, tables) for char in text]
    tokens: list[Token] = []
    for found in _token_pattern().finditer(text):
        kind = _KINDS[found.lastgroup or "latin"]
        tokens.append(Token(found.start(), found.end(), kind))
        if kind is TokenKind.LATIN:
            for index in range(found.start(), found.end()):
                if classes[index] is not CharClass.OTHER or text[index] not in "℃℉":
                    classes[index] = CharClass.LATIN
    _quotes_in_latin(text, classes)
    _spaces(text, classes)
    return Analysis(classes, tokens)


def _class_of(char: str, tables: RuleTables) -> CharClass:
    if char in tables.marks:
        return CharClass.MARK
    return _general_class(char)


@cache
def _general_class(char: str) -> CharClass:
    if char.isspace():
        return CharClass.SPACE
    if unicodedata.category(char) in {"Cf", "Mn", "Cc"}:
        return CharClass.NOTHING
    if unicodedata.east_asian_width(char) in "WF":
        return CharClass.HAN
    if char.isascii() or re.match(f"[{_LETTER}]", char):
        return CharClass.LATIN
    return CharClass.OTHER


def _quotes_in_latin(text: str, classes: list[CharClass]) -> None:
    """A pair of quotes is Latin where Latin stands outside it on one side and no Chinese on the other."""
    open_at: list[int] = []
    for index, char in enumerate(text):
        if char not in _QUOTES or classes[index] is not CharClass.MARK:
            continue
        if char in "“‘":
            open_at.append(index)
        elif open_at:
            opening = open_at.pop()
            outside = {_neighbour(text, classes, opening, -1), _neighbour(text, classes, index, 1)}
            if CharClass.LATIN in outside and outside <= {CharClass.LATIN, None}:
                classes[opening] = classes[index] = CharClass.LATIN


def _neighbour(text: str, classes: list[CharClass], index: int, step: int) -> CharClass | None:
    index += step
    while 0 <= index < len(text):
        if text[index] not in _QUOTES and classes[index] is not CharClass.SPACE:
            return classes[index]
        index += step
    return None


def _spaces(text: str, classes: list[CharClass]) -> None:
    """A newline is a word space only where Latin stands on both sides of it."""
    for index, char in enumerate(text):
        if char in "\r\n" and classes[index] is CharClass.SPACE:
            sides = (_neighbour(text, classes, index, -1), _neighbour(text, classes, index, 1))
            if sides != (CharClass.LATIN, CharClass.LATIN):
                classes[index] = CharClass.NOTHING
