"""Where Latin text may be broken: by UAX #14 between and inside words, by hyphenation inside long ones (U1).

Chinese text never comes here: its rules are the house's tables. Neither library is loaded before a text asks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any
from unicodedata import category

from msgspec import Struct

from desktop.model.style import Hyphenation

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word that hyphenation knows what to do with: letters, hyphens, apostrophes; no address, no code, no number."""

_LETTERS = re.compile(r"[^\W\d_]+")

_LONGEST_ACRONYM = 7
"""Capitals in a row up to which they are an acronym, which is not hyphenated (UNESCO)."""

_CONTEXT = 8
"""Characters on each side of a boundary that UAX #14 is shown; the rules that look further are about scripts and emoji
that no house face has."""


_SIGNS = frozenset("+±−°№℃℉")
"""Signs that go with numbers; bullets, arrows and stars need no rules beside Chinese."""

_CANNOT_START = frozenset("々〻ゝゞヽヾーｰﾞﾟぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
"""Letters of Japanese that UAX #14 keeps from a line's start (class NS, and CJ set strictly)."""


_SIGN_CLASS = MappingProxyType(
    {char: name for name, chars in (
        ("OP", "([{"), ("CP", ")]"), ("CL", "}"), ("EX", "!?"), ("IS", ",.:;"), ("PR", "+$"), ("PO", "%"),
        ("AL", "#&*=@<>~_"),
    ) for char in chars}
)  # fmt: skip
"""Line-break classes of the signs that stand beside Chinese, letters and digits every day (¥ goes with its number)."""

_WORDLIKE = "NU AL OP CP CL EX IS"
_KEPT = MappingProxyType(
    {name: frozenset(kept.split()) for name, kept in {
        "ID": "CP CL EX IS PO",
        "NU": f"{_WORDLIKE} PR PO",
        "AL": f"{_WORDLIKE} PR PO",
        "OP": f"ID {_WORDLIKE} PR PO",
        "CP": "NU AL CP CL EX IS",
        "CL": "CP CL EX IS",
        "EX": "CP CL EX IS",
        "IS": "NU AL CP CL EX IS",
        "PR": "ID NU AL CP CL EX IS",
        "PO": "NU AL CP CL EX IS",
    }.items()}
)  # fmt: skip
"""What stays with a character of a class, whatever else stands around (a test asks uniseg for all of it): these pairs
are so common that no library should have to be loaded for them."""

_BY_CONTEXT = frozenset(
    {("CP", "PR"), ("CP", "PO"), ("CL", "PR"), ("CL", "PO"), ("IS", "PR"), ("IS", "PO"), ("PR", "OP"), ("PO", "OP")}
)
"""Pairs that are decided by more than themselves."""


class InnerBreak(Struct, frozen=True):
    """A place inside a token, in characters from its start, and whether a hyphen is shown there."""

    offset: int
    needs_hyphen: bool


@cache
def foreign(char: str) -> bool:
    """Tell whether UAX #14 has more to say of a character than that it is a letter: marks, signs, Japanese letters."""
    kind = category(char)
    return kind[0] == "P" or kind in {"Sc", "Sk"} or char in _SIGNS or char in _CANNOT_START


@lru_cache(maxsize=4096)
def inner_breaks(token: str, rules: Hyphenation = Hyphenation()) -> tuple[InnerBreak, ...]:  # noqa: B008 - frozen
    """Return where a token may be broken that alone exceeds a line, in order.

    First come the opportunities of UAX #14 (behind a hyphen, behind the solidus and the question mark of an address);
    words are divided by the patterns of a language besides. Nothing is offered inside numbers and acronyms.

    Args:
        token: The token's characters.
        rules: The language whose patterns are used, and how few letters may stand before and behind a hyphen.
    """
    needs = dict.fromkeys(_hyphen_offsets(token, rules), True) | dict.fromkeys(_opportunities(token), False)
    return tuple(InnerBreak(offset, needs[offset]) for offset in sorted(needs) if 0 < offset < len(token))


def may_break(text: str, at: int) -> bool:
    """Tell whether UAX #14 lets a line end before character ``at`` of a text."""
    pair = common_class(text[at - 1]), common_class(text[at])
    if "" not in pair and pair not in _BY_CONTEXT:
        return pair[1] not in _KEPT[pair[0]]
    return _between(text[max(0, at - _CONTEXT) : at], text[at : at + _CONTEXT])


def common_class(char: str) -> str:
    """Return the line-break class of a Chinese character, an ASCII letter, digit or sign; nothing for others."""
    if "\u4e00" <= char <= "\u9fff":
        return "ID"
    if char.isascii() and char.isalnum():
        return "NU" if char.isdigit() else "AL"
    return _SIGN_CLASS.get(char, "")


@lru_cache(maxsize=4096)
def _between(before: str, after: str) -> bool:
    return len(before) in _opportunities(before + after)


def _opportunities(text: str) -> frozenset[int]:
    from uniseg.linebreak import line_break_boundaries

    return frozenset(line_break_boundaries(text))


def _hyphen_offsets(token: str, rules: Hyphenation) -> list[int]:
    """Return where the words of a token may be divided with a hyphen."""
    found = _WORD.search(token)
    if not rules.language or found is None or len(_LETTERS.findall(token)) > len(_LETTERS.findall(found[0])):
        return []
    patterns = _patterns(rules)
    offsets: list[int] = []
    for part in _LETTERS.finditer(found[0]):
        word, start = part[0], found.start() + part.start()
        if len(word) < rules.least or (word.isupper() and len(word) <= _LONGEST_ACRONYM) or patterns is None:
            continue
        offsets += [start + at for at in patterns.positions(word)]
    return offsets


@cache
def _patterns(rules: Hyphenation) -> Any:
    """Return the patterns of a language, None where there are none."""
    import pyphen

    language = pyphen.language_fallback(rules.language)
    return pyphen.Pyphen(lang=language, left=rules.left, right=rules.right) if language else None
