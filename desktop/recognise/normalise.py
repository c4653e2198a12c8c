"""House style of marks, and places that look wrong.

Half-width , : ; ? ! become full-width when the nearest character on either side, quotes and brackets skipped, is
Han or CJK punctuation, and they are not inside a number, time, URL or Latin run. Brackets change as a pair, decided
by their content or neighbours; the two changes of a pair share their id but for its last letter (``s1n004a``,
``s1n004b``). Full stops and quotes are left. A mark that was probably lost is suspicious and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby

from desktop.model.story import Change, ChangeKind, Element, SourceRange, Story, Suspicion
from desktop.recognise import reasons
from desktop.recognise.marks import BRACKETS, QUOTES, is_cjk_mark, is_han, is_latin
from desktop.recognise.suspicions import Place, find_suspicions, inside, listed, separators

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_SKIPPED = frozenset(QUOTES + BRACKETS)


@cache
def _urls() -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://|ftp://|www\.)[\x21-\x7e]*[\w/#=&]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII
    )


@cache
def _is_chinese(char: str) -> bool:
    return bool(char) and (is_han(char) or is_cjk_mark(char))


_HALF_WIDTH = re.compile("[,:;?!]")


def _nearest(text: str, at: int, step: int) -> str:
    """Return the nearest character that is neither quote nor bracket; '' at the end of the text."""
    at += step
    while 0 <= at < len(text) and text[at] in _SKIPPED:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _points(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where a half-width point is to become full-width."""
    for found in _HALF_WIDTH.finditer(text):
        at = found.start()
        if inside(at, spans):
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before and after and is_latin(before) and is_latin(after):
            continue  # inside a number, a time or a Latin run
        if _is_chinese(_nearest(text, at, -1)) or _is_chinese(_nearest(text, at, 1)):
            yield at


def bracket_pairs(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of round brackets of either width, and the brackets without a partner."""
    pairs: list[tuple[int, int]] = []
    lone: list[int] = []
    waiting: list[int] = []
    for at, char in enumerate(text):
        if char in "(（":
            waiting.append(at)
        elif char in ")）":
            if waiting:
                pairs.append((waiting.pop(), at))
            elif not (text[at - 1 : at].isdigit() or text[at - 1 : at].isascii()):
                lone.append(at)
        elif char in "\n\r":
            lone.extend(waiting)
            waiting.clear()
    return sorted(pairs), sorted(lone + waiting)


def _turns_full(text: str, start: int, end: int, chinese: Sequence[int]) -> bool:
    """Decide a pair of brackets by what it holds, else by what stands around it; f(x) and CO(2) stay.

    ``chinese`` are the places of Chinese characters, in order.
    """
    if bisect_right(chinese, start) < bisect_right(chinese, end):
        return True
    before = text[start - 1 : start]
    if before and is_latin(before) and end - start - 1 <= 3:
        return False
    return _is_chinese(_nearest(text, start, -1)) or _is_chinese(_nearest(text, end, 1))


def normalise(story: Story, text: str) -> tuple[tuple[Change, ...], tuple[Suspicion, ...]]:
    """Return the changes that house style proposes for a story, all accepted, and its suspicious places."""
    changes: list[tuple[int, str, bool]] = []  # source offset, letter of a pair's id, bracket or not
    suspicions: dict[int, Suspicion] = {}
    span = [at for element in story.elements for part in element.ranges for at in (part.start, part.end)]
    for found in listed(text, separators(text, min(span, default=0), max(span, default=0))):
        suspicions[found.at] = found
    for element in story.elements:
        offsets = _Offsets(element)
        spans = [found.span() for found in _urls().finditer(element.text)]
        pairs, lone = bracket_pairs(element.text)
        places = list(find_suspicions(element.text, element.role, spans))
        wrong = {place.at for place in places if place.why is reasons.LOST_MARK}
        for found in listed(element.text, [*places, *_lone_brackets(lone)]):
            suspicions[offsets[found.at]] = Suspicion(offsets[found.at], found.why)
        changes.extend((offsets[at], "", False) for at in _points(element.text, spans) if at not in wrong)
        chinese = [at for at, char in enumerate(element.text) if _is_chinese(char)] if pairs else []
        for start, end in pairs:
            if not inside(start, spans) and _turns_full(element.text, start, end, chinese):
                halves = [at for at in (start, end) if element.text[at] in "()"]
                letters = ("a", "b") if len(halves) == 2 else ("",) * len(halves)
                changes.extend(
                    (offsets[at], f"{offsets[start]}{letter}", True) for at, letter in zip(halves, letters, strict=True)
                )
    return _numbered(sorted(changes), text, story.id), tuple(suspicions[at] for at in sorted(suspicions))


def _lone_brackets(places: Sequence[int]) -> Iterator[Place]:
    """Yield brackets without a partner; several in a row are one place."""
    for _, row in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        found = [at for _, at in row]
        yield Place(found[0], len(found), reasons.LONE_BRACKET)


class _Offsets:
    """The source offsets of an element's characters."""

    def __init__(self, element: Element) -> None:
        self._parts = element.ranges
        self._behind = list(accumulate(len(part) for part in element.ranges))

    def __getitem__(self, at: int) -> int:
        part = bisect_right(self._behind, at)
        return self._parts[part].end - (self._behind[part] - at)


def _numbered(found: Sequence[tuple[int, str, bool]], text: str, story_id: str) -> tuple[Change, ...]:
    """Give every change its id; both halves of a pair share the number of the first."""
    numbers: dict[str, int] = {}
    changes: list[Change] = []
    for number, (at, pair, bracket) in enumerate(found, 1):
        letter = pair[-1:] if pair[-1:] in ("a", "b") else ""
        shared = numbers.setdefault(pair.rstrip("ab"), number) if letter else number
        why = reasons.NORMALISE_BRACKET if bracket else reasons.NORMALISE_POINT
        part = SourceRange(at, at + 1)
        changes.append(
            Change(f"{story_id}n{shared:04}{letter}", ChangeKind.NORMALISATION, part, text[at], _FULL[text[at]], why)
        )
    return tuple(changes)
