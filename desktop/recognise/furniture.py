"""Page furniture: paper, date, weekday, page number, page name, editors (报眉) → the folio's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from desktop.model.story import FolioFields
from desktop.recognise.lexicon import EDITORS, IMPRINT, PAGE_NAMES, PAPERS
from desktop.recognise.marks import count, is_han

_LONGEST = 120
_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "十": "10"}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The parts of a furniture line, in the order in which they are taken out of it."""
    number = r"[\d０-９〇○零一二三四五六七八九十]"
    duties = "|".join(sorted(EDITORS, key=len, reverse=True))
    names = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][ \u3000][\u4e00-\u9fff])"
    papers = "|".join(PAPERS)
    imprint = "|".join(sorted(IMPRINT, key=len, reverse=True))
    return (
        ("date", re.compile(rf"({number}{{4}})\s*[年./-]\s*({number}{{1,3}})\s*[月./-]\s*({number}{{1,3}})\s*日?")),
        ("weekday", re.compile(r"(?:星期|周|週|礼拜)[一二三四五六日天](?![\u4e00-\u9fff])")),
        ("editor", re.compile(rf"({duties})\s*[:：／/ \u3000]\s*({names}(?:[、，, \u3000/／]+{names}(?![:：\u4e00-\u9fff]))*)")),
        ("imprint", re.compile(rf"(?:{imprint})\s*[:：]\s*[^\s\u3000]+|CN\s*\d\d-\d{{4}}.*|(?:总|總)?第\s*{number}+\s*期|今日\s*{number}+\s*[版张張]|(?:农历|農曆)[\u4e00-\u9fff]{{4,9}}|\S+@\S+|https?://\S+|www\.\S+|\d{{3,4}}-\d{{7,8}}|(?:国内统一|國內統一)\S+|邮发代号\S+")),
        ("page", re.compile(rf"第\s*({number}{{1,3}}|[A-H]\d{{1,3}})\s*版|(?<![\w])([A-H]?\d{{1,3}})\s*版?(?![\w.])|P(\d+)")),
        ("paper", re.compile(rf"([\u4e00-\u9fff]{{1,7}}(?:{papers})|[\u4e00-\u9fff]{{2,6}}[报報])(?![\u4e00-\u9fff])")),
    )  # fmt: skip


def _number(text: str) -> int:
    """Read a number in ASCII, full-width or Chinese digits."""
    if text.isdigit() and not any(char in _DIGITS for char in text):
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (int(_DIGITS.get(tens, "1")) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
    return int("".join(_DIGITS.get(char, char) for char in text))


def _iso(found: re.Match[str]) -> str:
    year, month, day = (_number(part) for part in found.groups())
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def read_furniture(text: str) -> tuple[FolioFields, float]:
    """Return what a line says as page furniture, and the share of its characters that this explains."""
    whole = count(text)
    if not whole or whole > _LONGEST or any(mark in text for mark in "。；？！“《"):
        return FolioFields(), 0.0
    found: dict[str, str] = {}
    editors: list[tuple[str, str]] = []
    rest = text
    for kind, pattern in _patterns():
        for match in pattern.finditer(rest):
            if kind == "editor":
                editors.extend((match[1], name) for name in _names(match[2]))
            else:
                found.setdefault(kind, _iso(match) if kind == "date" else next(filter(None, match.groups()), match[0]))
        rest = pattern.sub(" ", rest)
    left = "".join(char for char in rest if char.isalnum())
    if left in PAGE_NAMES:
        left = "" if found or editors else left
    fields = FolioFields(
        found.get("paper", ""), found.get("date", ""), found.get("weekday", ""), found.get("page", ""), tuple(editors)
    )
    return fields, 1 - len(left) / max(1, sum(char.isalnum() for char in text))


def _names(text: str) -> list[str]:
    words = re.split(r"[、，,/／]+|[ \u3000]+(?=[\u4e00-\u9fff]{2})", text.strip())
    return ["".join(word.split()) for word in words if word]


def is_page_name(text: str) -> bool:
    """Tell whether a line is nothing but a page's name (要闻, 副刊)."""
    return "".join(char for char in text if is_han(char) or char == "·") in PAGE_NAMES


def merge_fields(parts: Iterable[FolioFields]) -> FolioFields:
    """Put the fields of several furniture lines together; the first of each kind holds."""
    merged = FolioFields()
    for part in parts:
        merged = FolioFields(
            merged.paper or part.paper,
            merged.date or part.date,
            merged.weekday or part.weekday,
            merged.page or part.page,
            merged.editors + part.editors,
        )
    return merged
