"""How much of a text could stand in so much room at all. What lies beyond need not be shaped to know that.

An article may be a thousand pages long, by mistake or by malice. The bound is generous: it takes every character as
narrow as a face may make it. What takes no room counts a little, too: no text needs twenty such characters for each
that is seen.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, takewhile
from unicodedata import category, east_asian_width

_HAN, _MARK, _NARROW, _NOTHING = 1.0, 0.5, 0.2, 0.05
"""Ems that a character takes at least: Han, a full-width mark squeezed, a letter or digit, one without width."""


def reach(text: str, ems: float) -> int:
    """Return how many characters of a text could stand in so many ems; for nearly every text, all."""
    if len(text) * _HAN <= ems:
        return len(text)
    return sum(1 for _ in takewhile(ems.__ge__, accumulate(map(_least_width, text))))


def least_width(text: str) -> float:
    """Return the least width of a text in ems."""
    return sum(map(_least_width, text))


@cache
def _least_width(char: str) -> float:
    """Return the least width of a character in ems."""
    kind = category(char)
    if kind[0] == "M" or kind == "Cf":
        return _NOTHING
    if east_asian_width(char) not in "WF":
        return _NARROW
    return _HAN if kind[0] == "L" else _MARK
