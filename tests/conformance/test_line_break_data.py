"""Unicode's own tests of UAX #14, and every deliberate difference of the house style with its reason.

The whole file is read where it lies beside the project; an excerpt of it, with Unicode's notice, is in this folder.
Taken are the cases whose every character a house face can set, or which take no room or are boxed, but no hard ends: an
element of a story has none. An unexplained difference fails, and so does an explanation that explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from tests.conformance.rules import NO_END, NO_START
from tests.text.setting import FACES, face, shaped, tables

EXCERPT = Path(__file__).parent / "unicode" / "LineBreakTest-excerpt.txt"
WHOLE = Path(__file__).parents[3] / "shared" / "cases" / "unicode" / "LineBreakTest-17.0.0.txt"
HARD_ENDS = frozenset("\n\x0b\x0c\r\x85\u2028\u2029")
NO_ROOM = "\t\u200b\u200d\u2060\ufeff"
BOXED = "\0"
"""A control character: it is shown as a box."""

_ROOMLESS = "\u0300-\u036f\u302a\u200b\u200d\u2060\ufeff"
_BLANK = rf"[ \t\u3000\u00a0{_ROOMLESS}]"
_STARTS = re.escape("".join(NO_START))
_ENDS = re.escape("".join(NO_END))
_MARKS = re.escape("".join(tables().marks))
_SYMBOLS = "☰◌☀☝⊕⊖"


class Case(Struct, frozen=True):
    """A text, where Unicode lets its lines end, and the rule that Unicode names at each boundary."""

    text: str
    ends: frozenset[int]
    rules: tuple[str, ...]


class Difference(Struct, frozen=True):
    """A boundary that the house style decides otherwise: what stands around it, and whether Unicode would break."""

    seam: str
    unicode_breaks: bool
    rule: str


class Reason(Struct, frozen=True):
    """Why the house style differs where a seam (``before|after``) matches; ``level`` empty for all."""

    why: str
    unicode_breaks: bool
    seam: str
    level: str = ""

    def explains(self, difference: Difference, level: str) -> bool:
        alike = self.unicode_breaks is difference.unicode_breaks and self.level in {"", level}
        return alike and re.search(self.seam, difference.seam) is not None


REASONS = (
    Reason("K2: the mark may not start a line, behind white space neither", True, rf"\|[{_STARTS}]", "gb"),
    Reason("K2: the mark may not end a line, before white space neither", True, rf"[{_ENDS}]{_BLANK}*\|", "gb"),
    Reason("Nothing but white space and what takes no room is no line", True, rf"^{_BLANK}*\|"),
    Reason("White space in a row is one, and vanishes at a line's end", True, rf"{_BLANK}\|{_BLANK}"),
    Reason("White space never starts a line, not even where it is hard", True, r"\|\u00a0"),
    Reason("Blanks with something without room beside them are one blank, which is the first", False, r" \| \u200b"),
    Reason("Blanks with something without room beside them are one blank, which is the first", True, r"  \u200b\|"),
    Reason("A wide symbol is set like Han: in Chinese class AI, and AL of that width, is ID", False,
           rf"[{_SYMBOLS}][{_ROOMLESS}]*\||\|[{_SYMBOLS}]"),
    Reason("A wide symbol is set like Han: none of it hangs on the quotes and signs beside it", True,
           rf"[{_SYMBOLS}][{_ROOMLESS}]*\||\|[{_SYMBOLS}]"),
    Reason("A control character is shown as a box, which hangs on nothing: lines begin and end with it", False,
           rf"\|[{BOXED}]|[{BOXED}][{_ROOMLESS}]*\|"),
    Reason("K1: an ellipsis may start a line except at level strict", False, r"\|…"),
    Reason("Chinese quotes stand by the tables: one that opens may start a line, one that closes may end it", False,
           r"\|[“‘]|[”’]\|"),
    Reason("A connector may end a line; only directly before digits is it their sign", False, r"-\u0308\|0"),
    Reason("K1: level none keeps no Chinese mark from a line's start or end", False,
           rf"[{_MARKS}][{_ROOMLESS}]* *\||\|[{_MARKS}]", "none"),
)  # fmt: skip


def cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        data, _, comment = line.partition("#")
        words = data.split()
        if words:
            ends = frozenset(at for at, sign in enumerate(words[::2]) if sign == "÷")
            text = "".join(chr(int(code, 16)) for code in words[1::2])
            yield Case(text, ends, tuple(re.findall(r"[×÷] \[([\d.]+)\]", comment)))


@cache
def settable(char: str) -> bool:
    return char in NO_ROOM or char in BOXED or any(face(role).has(ord(char)) for role in FACES)


def concerned(path: Path) -> list[Case]:
    return [one for one in cases(path) if not set(one.text) & HARD_ENDS and all(map(settable, one.text))]


def differences(case: Case, ends: frozenset[int]) -> Iterator[Difference]:
    inside = range(1, len(case.text))
    for at in sorted(ends ^ case.ends):
        if at in inside:
            yield Difference(f"{case.text[:at]}|{case.text[at:]}", at in case.ends, case.rules[at])


def ends_of(text: str, level: str) -> frozenset[int]:
    """Where the product lets lines of a text end."""
    cells = shaped(text, rules=tables(level)).cells
    return frozenset(cells.last[at] for at in range(len(cells) - 1) if cells.breaks[at])


def unexplained(found: list[Case], level: str) -> list[str]:
    return [
        f"{'÷' if one.unicode_breaks else '×'} [{one.rule}] {one.seam!r}"
        for case in found
        for one in differences(case, ends_of(case.text, level))
        if not any(reason.explains(one, level) for reason in REASONS)
    ]


def whole() -> list[Case]:
    if not WHOLE.is_file():
        pytest.skip("Unicode's file is not here")
    return concerned(WHOLE)


@pytest.mark.parametrize("level", ["gb", "none"])
def test_the_excerpt_differs_only_where_the_house_style_says_so(level):
    found = concerned(EXCERPT)
    assert len(found) > 100
    assert unexplained(found, level) == []


@pytest.mark.parametrize("level", ["gb", "none"])
def test_the_whole_file_differs_only_where_the_house_style_says_so(level):
    found = whole()
    assert len(found) > 6000
    assert unexplained(found, level) == []


def test_every_reason_explains_something():
    found = whole()
    open_reasons = set(REASONS)
    for level in ("gb", "none"):
        for case in found:
            for one in differences(case, ends_of(case.text, level)):
                open_reasons -= {reason for reason in open_reasons if reason.explains(one, level)}
    assert sorted(reason.why for reason in open_reasons) == []


@pytest.mark.parametrize("wrong", ["everywhere", "nowhere", "behind spaces only"])
def test_control_other_breakers_differ_without_a_reason(wrong):
    def ends(text: str) -> frozenset[int]:
        inside = range(1, len(text))
        chosen = {"everywhere": inside, "nowhere": (), "behind spaces only": [i for i in inside if text[i - 1] == " "]}
        return frozenset(chosen[wrong])

    open_ones = [
        one
        for case in concerned(EXCERPT)
        for one in differences(case, ends(case.text))
        if not any(reason.explains(one, "gb") for reason in REASONS)
    ]
    assert len(open_ones) > 20
