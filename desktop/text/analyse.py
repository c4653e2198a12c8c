"""Analysis: what each character is, and which characters stay together (U1).

Works on plain text alone; no font is asked. The outcome is one class per character and a list of tokens,
ranges that no line break, stretch or squeeze may enter.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache

from msgspec import Struct

from desktop.text.classes import CharClass
from desktop.text.quotes import QUOTES, set_latin_quotes
from desktop.text.tables import RuleTables
from desktop.text.together import kept_together


class TokenKind(IntEnum):
    """Why characters stay together."""

    LATIN = 0
    DASH = 1
    ELLIPSIS = 2
    EXCLAIM = 3
    WIDE = 4
    """Full-width digits or letters."""
    NOTE = 5
    """A character with the note mark behind it."""


class Token(Struct, frozen=True):
    """Characters ``[start, end)`` that are not divided."""

    start: int
    end: int
    kind: TokenKind


class Analysis(Struct, frozen=True):
    """Classes per character, the tokens in order, and the ranges that stay on one line by choice (U3)."""

    classes: list[CharClass]
    tokens: list[Token]
    together: list[tuple[int, int]]


COMBINING = frozenset({"Mn", "Me"})
"""Unicode categories of the marks that are shaped with the character before them."""

_LETTER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"
_NOTE_MARKS = "*†‡¹²³⁰⁴-⁹"


@cache
def _token_pattern() -> re.Pattern[str]:
    word = rf"[0-9{_LETTER}]"
    note = rf"(?:[{_NOTE_MARKS}]+|\[[0-9]{{1,3}}\])"
    return re.compile(
        rf"(?P<latin>[+\-−±]?[$¥€£￥]?{word}(?:{word}|://(?={word})|[.,:;/'’&@_+#~=?\-](?={word}))*"
        rf"[%‰°℃℉′″]*{note}?)"
        r"|(?P<wide>[＋－]?[＄￡￥]?[０-９Ａ-Ｚａ-ｚ]+(?:[．，：；][０-９]+)*[％‰°℃℉]*)"
        r"|(?P<dash>——)|(?P<ellipsis>[…⋯]{2,})|(?P<exclaim>[！？]{2,3})"
        rf"|(?P<note>[^\s{_NOTE_MARKS}\[]{note})"
    )


_KINDS = {
    "latin": TokenKind.LATIN,
    "dash": TokenKind.DASH,
    "ellipsis": TokenKind.ELLIPSIS,
    "exclaim": TokenKind.EXCLAIM,
    "wide": TokenKind.WIDE,
    "note": TokenKind.NOTE,
}


def analyse(text: str, tables: RuleTables) -> Analysis:
    """Return the classes and tokens of a text."""
    marks = tables.marks
    classes = [CharClass.MARK if char in marks else _general_class(char) for char in text]
    tokens: list[Token] = []
    for found in _token_pattern().finditer(text):
        kind = _KINDS[found.lastgroup or "latin"]
        tokens.append(Token(found.start(), found.end(), kind))
        if kind is TokenKind.LATIN:
            for index in range(found.start(), found.end()):
                if classes[index] is not CharClass.OTHER or text[index] not in "℃℉":
                    classes[index] = CharClass.LATIN
    set_latin_quotes(text, classes)
    _newlines(text, classes)
    _spaces(text, classes)
    return Analysis(classes, tokens, list(kept_together(text, tables.together)))


@cache
def _general_class(char: str) -> CharClass:
    if char.isspace():
        return CharClass.SPACE
    kind = unicodedata.category(char)
    if kind in {"Cf", *COMBINING}:
        return CharClass.NOTHING
    if kind == "Cc":
        return CharClass.OTHER
    if unicodedata.east_asian_width(char) in "WF":
        return CharClass.HAN
    if char.isascii() or re.match(f"[{_LETTER}]", char):
        return CharClass.LATIN
    return CharClass.OTHER


def _neighbour(text: str, classes: list[CharClass], index: int, step: int) -> CharClass | None:
    index += step
    while 0 <= index < len(text):
        if text[index] not in QUOTES and classes[index] is not CharClass.SPACE:
            return classes[index]
        index += step
    return None


def _newlines(text: str, classes: list[CharClass]) -> None:
    """A newline is a word space only where Latin stands on both sides of it."""
    for index, char in enumerate(text):
        if char in "\r\n" and classes[index] is CharClass.SPACE:
            sides = (_neighbour(text, classes, index, -1), _neighbour(text, classes, index, 1))
            if sides != (CharClass.LATIN, CharClass.LATIN):
                classes[index] = CharClass.NOTHING


def _spaces(text: str, classes: list[CharClass]) -> None:
    """Where zero-width characters stand among spaces, at most the first space stays one, and none at the edges.

    What takes no room belongs to the cell beside it, and a space vanishes at a line's end with all that belongs to it.
    """
    for run in _SPACES.finditer("".join("s" if kind in _BLANK else "-" for kind in classes)):
        start, end = run.span()
        if text[start:end].isspace():
            continue
        inside = start > 0 and end < len(text)
        for index in range(start, end):
            if classes[index] is CharClass.SPACE and not inside:
                classes[index] = CharClass.NOTHING
            inside = inside and classes[index] is not CharClass.SPACE


_BLANK = frozenset({CharClass.SPACE, CharClass.NOTHING})
_SPACES = re.compile("s+")
