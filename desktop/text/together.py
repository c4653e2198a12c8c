"""What stays on one line by the house's choice (U3): numbers with what they count, names, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from desktop.model.style import Together

_NUMBER = "(?:[0-9]+(?:[.,:][0-9]+)*|[０-９]+(?:[．，：][０-９]+)*)"


def kept_together(text: str, rules: Together) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of a text that no line break may enter, in any order; they may overlap."""
    if rules.numbers:
        pattern = _numbers(rules.before, rules.between, rules.behind)
        yield from (found.span() for found in pattern.finditer(text) if not found[0].isdecimal())
    if rules.phrases:
        yield from (found.span(1) for found in _phrases(rules.phrases).finditer(text))


@cache
def _numbers(before: tuple[str, ...], between: tuple[str, ...], behind: tuple[str, ...]) -> re.Pattern[str]:
    """What may stand before a number, the number, any of what stands between it and its unit (多 万 亿), the unit.

    Of two readings the one with the longer unit holds (30 个 百分点, not 30 个百 分). A unit in Latin letters may stand
    behind a space, and ends where its word ends.
    """
    latin = [unit for unit in behind if unit[0].isascii()]
    units = [_any_of(unit for unit in behind if not unit[0].isascii())]
    units += [rf"[ \u00a0]?{_any_of(latin)}(?![A-Za-z])"] if latin else []
    more = _any_of(between)
    return re.compile(rf"{_any_of(before)}?{_NUMBER}(?:{more}*?(?:{'|'.join(units)})|{more}+)?")


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The longest phrase that begins at a place, also inside another."""
    return re.compile(f"(?=({_any_of(phrases)}))")


def _any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, the longest first; of none of them, one that never matches."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return f"(?:{alternatives})" if alternatives else "(?!)"
