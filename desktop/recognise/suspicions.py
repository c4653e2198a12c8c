"""Places of a text that look wrong and are left alone: lost marks, unreadable and look-alike characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from desktop.model.story import Role, Suspicion
from desktop.recognise import reasons
from desktop.recognise.marks import is_han

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


def _invisible(char: str) -> bool:
    code = ord(char)
    controls = (code < 0x20 and char not in "\t\n\r\v\f\x1c\x1d\x1e") or 0x7F <= code <= 0x9F
    return controls or 0x200B <= code <= 0x200F or code in (0xFEFF, 0x2060, 0x00AD) or 0xE000 <= code <= 0xF8FF


@cache
def _may_be_wrong(char: str) -> bool:
    return char in "?？." or char == "\ufffd" or _look_alike(char) or _invisible(char)


def find_suspicions(text: str, role: Role, spans: Sequence[tuple[int, int]]) -> Iterator[Suspicion]:
    """Yield the suspicious places of an element's text; ``at`` counts from the text's beginning.

    Args:
        text: the element's characters.
        role: what the element is; a head or a name asks fewer questions than a text.
        spans: where URLs stand.
    """
    odd = {char for char in set(text) if _may_be_wrong(char)}
    for at, char in [(at, char) for at, char in enumerate(text) if char in odd] if odd else ():
        if char.isascii() and char not in "?.":
            if _invisible(char):
                yield Suspicion(at, reasons.INVISIBLE_CHARACTER)
        elif char == "\ufffd":
            yield Suspicion(at, reasons.UNKNOWN_CHARACTER)
        elif _look_alike(char):
            yield Suspicion(at, reasons.ODD_CHARACTER)
        elif _invisible(char):
            yield Suspicion(at, reasons.INVISIBLE_CHARACTER)
        elif any(start <= at < end for start, end in spans):
            continue
        elif char in "?？" and _is_lost(text, at, role):
            yield Suspicion(at, reasons.LOST_MARK)
        elif char == "." and _between_han(text, at):
            yield Suspicion(at, reasons.HALF_WIDTH_STOP)


def _between_han(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and is_han(text[at - 1]) and is_han(text[at + 1])


def _is_lost(text: str, at: int, role: Role) -> bool:
    """Tell whether a question mark stands where another mark was lost (德企亲清?法护营商).

    Between two digits or two letters no sentence ends. Between two Han characters it is a question only if
    something asks: inside a quoted name or title, in a head or a byline, and in narrative without a word that asks.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return True
    if not _between_han(text, at):
        return False
    start, _end = _clause(text, at)
    if _asking().search(text[start:at]) or any(mark in text[start:at] for mark in ":："):
        return False  # something asks, or what is asked is reported behind a colon
    inside = _enclosing(text, at)
    if inside is None:
        return text[at] == "?"  # what a conversion could not write became the half-width mark
    low, high, opening = inside
    if opening in "《〈":
        return True
    phrase = text[low:high]
    others = [mark for i, mark in enumerate(phrase) if mark in "，,。！!；;？?…：:" and low + i != at]
    return (len(phrase) <= _TITLE and not others) or role in _NAMING


def _clause(text: str, at: int) -> tuple[int, int]:
    """Return the sentence that ends at the mark."""
    start = at
    while start > 0 and text[start - 1] not in "。！!？?；;…\n“「『《":
        start -= 1
    return start, at


def _enclosing(text: str, at: int) -> tuple[int, int, str] | None:
    """Return the innermost quotes or title marks around a place, and the opening mark; None in narrative."""
    pairs = {"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "‘": "’"}
    waiting: list[int] = []
    for i in range(at):
        if text[i] in pairs:
            waiting.append(i)
        elif waiting and text[i] == pairs[text[waiting[-1]]]:
            waiting.pop()
    if not waiting:
        return None
    opening = text[waiting[-1]]
    end = text.find(pairs[opening], at)
    return waiting[-1] + 1, len(text) if end < 0 else end, opening
