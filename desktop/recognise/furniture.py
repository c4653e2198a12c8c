"""Page furniture: paper, date, weekday, page number, page name, editors (报眉) → the folio's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from desktop.model.story import FolioFields
from desktop.recognise.lexicon import EDITORS, IMPRINT, NO_PAPERS, PAGE_NAMES
from desktop.recognise.marks import count, is_han
from desktop.recognise.people import is_name

_LONGEST = 120
_PAGE_NAME = 6
"""Characters of the longest page name that is known by the number beside it."""
_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "十": "10"}


_PAGES = ("本版", "一版", "二版", "三版", "四版", "本组", "本刊", "本期", "今日")
"""What stands before an editor's duty and is no duty."""

_DIGIT = r"[\d０-９〇○零一二三四五六七八九十]"
_SIGNS = {
    "date": tuple("年-/."),
    "weekday": ("星期", "周", "週", "礼拜"),
    "imprint": (*IMPRINT, "@", "CN", "http", "www.", "-"),
    "page": tuple("0123456789版０１２３４５６７８９"),
    "paper": ("报", "報", "周刊", "週刊"),
}
"""Words without which a pattern cannot match: it is compiled only where one of them stands."""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of one kind of furniture."""
    if kind == "date":
        return re.compile(
            rf"((?:民[國国]\s*)?(?<!\d){_DIGIT}{{2,4}})\s*[年./-]"
            rf"\s*({_DIGIT}{{1,3}})\s*[月./-]\s*({_DIGIT}{{1,3}})\s*日?"
        )
    if kind == "weekday":
        return re.compile(r"(?:星期|周|週|礼拜)[一二三四五六日天](?![^\W\dA-Za-z_])")
    if kind == "page":
        return re.compile(
            rf"第\s*({_DIGIT}{{1,3}}|[A-H]\d{{1,3}})\s*版|(?<![\w])([A-H]?\d{{1,3}})\s*版?(?![\w.])|P(\d+)"
        )
    if kind == "number":
        return re.compile(rf"[A-H]\d{{1,2}}版?|\d{{1,2}}版?|第{_DIGIT}{{1,3}}版")
    if kind == "paper":
        return re.compile(r"([^\W\dA-Za-z_]{2,8}(?:[报報]|周刊|週刊))(?![^\W\dA-Za-z_])")
    words = "|".join(sorted(IMPRINT, key=len, reverse=True))
    return re.compile(
        rf"(?:{words})\s*[:：]\s*[^\s\u3000]+|CN\s*\d\d-\d{{4}}.*|(?:总|總)?第\s*{_DIGIT}+\s*期|今日\s*{_DIGIT}+\s*[版张張]|"
        r"(?:农历|農曆)[^\W\dA-Za-z_]{4,9}|\S+@\S+|https?://\S+|www\.\S+|\d{3,4}-\d{7,8}|(?:国内统一|國內統一)\S+|邮发代号\S+"
    )


def _take_editors(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the duties and names of those who made the page, and what is left of the line."""
    editors: list[tuple[str, str]] = []
    left: list[str] = []
    duty = ""
    for word in _words(text):
        found = _duty_of(word)
        duty = found or duty
        name = word[len(found) :]
        if duty and (is_name(name) or (2 <= len(name) <= 4 and all(map(is_han, name)) and not _is_other(name))):
            editors.append((duty, name))
        elif name:
            duty = ""
            left.append(word)
    return editors, " ".join(left) if editors else text


def _duty_of(word: str) -> str:
    """Return the duty that a word is, or that stands in it before a name; or ''. 本版, 一版 may stand before it."""
    if not (word.startswith(EDITORS) or word.endswith(EDITORS)):
        return ""
    for duty in EDITORS:
        if word == duty or (word.startswith(duty) and is_name(word[len(duty) :])):
            return duty
        if word.endswith(duty) and len(word) <= len(duty) + 6 and word.startswith(_PAGES):
            return word
        if word.endswith(duty) and _names_page(word.removesuffix(duty)):
            return word
    return ""


def _names_page(before: str) -> bool:
    """Tell whether what stands before an editor's duty is a page (三版, 2-3版, A2版)."""
    return len(before) <= 6 and before.endswith(("版", "刊")) and before[0] in "一二三四五六七八九十0123456789ABCDEFGH"


def _is_other(word: str) -> bool:
    """Tell whether a word is furniture of another kind and no editor's name."""
    if word.endswith(("邮箱", "信箱", "电话", "热线", "郵箱", "電話", "熱線", "传真", "网址")):
        return True
    return word[-1] in "版期日报報" or word in PAGE_NAMES or word[:2] == "星期"


def _words(text: str) -> list[str]:
    """Split a line into words; single characters set wide are put together."""
    words: list[str] = []
    for word in re.split(r"[\s:：、，,/／|｜]+", text):
        if len(word) == 1 and is_han(word) and words and len(words[-1]) == 1 and is_han(words[-1]):
            words[-1] += word
        elif word:
            words.append(word)
    return words


def _number(text: str) -> int:
    """Read a number in ASCII, full-width or Chinese digits."""
    if text.isdigit() and not any(char in _DIGITS for char in text):
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (int(_DIGITS.get(tens, "1")) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
    return int("".join(_DIGITS.get(char, char) for char in text))


def _iso(found: re.Match[str]) -> str:
    republic = found[1].startswith("民")
    year, month, day = (_number(part.lstrip("民國国 ")) for part in found.groups())
    year += 1911 if republic else 0
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def read_furniture(text: str) -> tuple[FolioFields, float]:
    """Return what a line says as page furniture, and the share of its characters that this explains."""
    whole = count(text)
    if not whole or whole > _LONGEST or any(mark in text for mark in "。；？！“《") or _is_contact(text):
        return FolioFields(), 0.0
    found: dict[str, str] = {}
    rest = _take(text, ("date", "weekday", "imprint"), found)
    editors, rest = _take_editors(rest)
    rest = _take(rest, ("page", "paper"), found)
    rest = rest.replace("中華民國", "").replace("中华民国", "")
    left = "".join(char for char in rest if char.isalnum() or char == "·").strip("·")
    if left in PAGE_NAMES or is_page_name(left):
        left = "" if found or editors else left
    if left and len(left) <= _PAGE_NAME and _is_numbered_page(text, left):
        left = ""
    fields = FolioFields(
        found.get("paper", ""), found.get("date", ""), found.get("weekday", ""), found.get("page", ""), tuple(editors)
    )
    return fields, 1 - len(left) / max(1, sum(char.isalnum() for char in text))


def _is_numbered_page(text: str, name: str) -> bool:
    """Tell whether a line is a page's name beside its number (言论 A2, 09 文化纵深)."""
    words = text.replace("\u3000", " ").replace("|", " ").replace("｜", " ").split()
    return len(words) == 2 and name in words and bool(_pattern("number").fullmatch(words[1 - words.index(name)]))


def _is_contact(text: str) -> bool:
    """Tell whether a line of a notice says where to ask (咨询电话：…): that is its text."""
    return any(word in text[:8] for word in ("咨询", "报名", "监督", "举报", "联系", "查询", "諮詢", "報名", "聯絡"))


def _take(text: str, kinds: Iterable[str], found: dict[str, str]) -> str:
    """Take the furniture of some kinds out of a line into ``found``; return what is left."""
    for kind in kinds:
        if not any(sign in text for sign in _SIGNS[kind]):
            continue
        for match in _pattern(kind).finditer(text):
            if kind == "paper" and match[1].endswith(NO_PAPERS):
                return text
            said = _iso(match) if kind == "date" else next(filter(None, match.groups()), match[0])
            found.setdefault(kind, said)
        text = _pattern(kind).sub(" ", text)
    return text


def is_page_name(text: str) -> bool:
    """Tell whether a line is nothing but a page's name (要闻, 副刊)."""
    name = "".join(char for char in text if is_han(char) or char == "·")
    return name in PAGE_NAMES or ("·" in name and all(part in PAGE_NAMES for part in name.split("·") if part))


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
