"""A byline's words → the people it names, with duty and organisation (署名).

Forms: 本报记者 张三 李四 · 记者张三 · 通讯员 李四/文 王五/图 · 文/张三 图/李四 · □ 本报记者… · 作者：张三 ·
organisation and name · 記者王小明／台北報導 · names set wide (王 强). A duty holds for the names behind it;
文 and 图 may also stand behind their name.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from desktop.model.story import Person
from desktop.recognise.lexicon import (
    COMPOUND_SURNAMES,
    ORGANISATIONS,
    OWN_PAPER,
    PICTURE_MAKERS,
    POSITIONS,
    SIGNERS,
    SURNAMES,
    WRITERS,
)
from desktop.recognise.marks import DOTS, is_han

ORNAMENTS = "□■○●◎△▲▼▽◇◆☆★※*＊•·—–-/／>》"
_SIGNS = "□■○●◎△▲"
"""Ornaments that papers set before the writer's name."""
_LONGEST = 70
_SHARED = ("文图", "文/图", "图文", "图/文", "文", "文字", "圖文", "文圖")
_IGNORED = (
    "报道",
    "报导",
    "報導",
    "報道",
    "摄影报道",
    "图文报道",
    "攝影報導",
    "等",
    "及",
    "和",
    "与",
    "综合报道",
    "综合报导",
    "綜合報導",
)


class Byline(Struct, frozen=True):
    """What was read from a line: the people, and how sure it is that the line is a byline.

    ``kind`` is "duty" (a writer's duty is named), "organisation" (an organisation and a name), "names" or "".
    """

    people: tuple[Person, ...] = ()
    kind: str = ""


@cache
def _duty() -> re.Pattern[str]:
    words = "|".join(sorted((*WRITERS, *PICTURE_MAKERS, *_SHARED), key=len, reverse=True))
    return re.compile(rf"(?P<before>.{{0,14}}?)(?P<duty>{words})(?P<name>[^\x00-\x7f]{{0,5}})")


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r"[\s、，,/／|｜;；&＆()（）【】\[\]:：]+")


@cache
def _english() -> re.Pattern[str]:
    name = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}"
    return re.compile(rf"(?:By|BY|by)\s+({name}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){name})*)")


@cache
def _english_and() -> re.Pattern[str]:
    return re.compile(r"\s*,\s*|\s+and\s+|\s*&\s*")


def is_name(word: str) -> bool:
    """Tell whether a word may be a person's name: a surname and one or two characters, or a name with dots."""
    if any(dot in word[1:-1] for dot in DOTS):
        return 3 <= len(word) <= 16 and all(is_han(char) or char in DOTS for char in word)
    if not 2 <= len(word) <= 4 or not all(map(is_han, word)):
        return False
    if word[:2] in COMPOUND_SURNAMES:
        return len(word) >= 3
    return word[0] in SURNAMES and len(word) <= 3


def _goes_on_list(word: str, text: str) -> bool:
    """Tell whether a word behind a name is one more name of the list, its surname known or not."""
    known = word in (*PICTURE_MAKERS, *_SHARED, *OWN_PAPER) or word.endswith((*WRITERS, *SIGNERS, *ORGANISATIONS))
    return not known and _is_pen_name(word) and (len(word) <= 3 or f"、{word}" in text)


def _is_pen_name(word: str) -> bool:
    """Tell whether a word may be any name, a surname or not: two to four Han characters."""
    return 2 <= len(word) <= 4 and all(map(is_han, word))


def is_organisation(word: str) -> bool:
    """Tell whether a word ends like an organisation or a place."""
    return 3 <= len(word) <= 24 and word.endswith(ORGANISATIONS) and (is_han(word[0]) or word[0] in "“「")


def _words(text: str) -> list[str]:
    """Split a line into words; single characters set wide are put together (王 强 → 王强)."""
    words: list[str] = []
    for word in _separators().split(text.strip().strip(ORNAMENTS)):
        alone = len(word) == 1 and is_han(word) and word not in "文图圖摄攝"
        if alone and words and len(words[-1]) == 1 and words[-1] in SURNAMES:
            words[-1] += word
        elif word.strip(ORNAMENTS):
            words.append(word.strip(ORNAMENTS))
    return words


class _Reading(Struct):
    """The duty and organisation in force while a line is read from left to right."""

    title: str = ""
    organisation: str = ""
    fresh: str = ""  # "title" or "organisation" until a name has used it
    duties: int = 0
    organisations: int = 0
    unknown: int = 0
    signed: bool = False  # by a reader
    before: bool = False  # 文 and 图 stand before their names

    def take_duty(self, before: str, duty: str) -> None:
        """A duty holds for the next names; it keeps an organisation that no name has used yet."""
        self.title = duty
        if before or self.fresh != "organisation":
            self.organisation = before
        self.fresh = "title"
        self.duties += 1

    def take_position(self, word: str) -> None:
        """A position behind an organisation (某医院院长) holds for the next name."""
        position = max((p for p in POSITIONS if word.endswith(p)), key=len)
        self.organisation, self.title, self.fresh = word.removesuffix(position), position, "organisation"
        self.organisations += 1

    def take_organisation(self, word: str) -> None:
        """An organisation holds for the next names; it ends a duty that a name has used."""
        if self.fresh != "title":
            self.title = ""
        self.organisation, self.fresh = word, "organisation"
        self.organisations += 1


def read_byline(text: str) -> Byline:
    """Return the people that a line names; an empty byline when it is something else."""
    if len(text) > _LONGEST or any(mark in text for mark in "。！？!?“”《》"):
        return Byline()
    if "作者单位" in text or "作者單位" in text:
        return Byline((), "duty")
    bare = text.strip()
    if bare[:3].lower() == "by " and (english := _english().fullmatch(bare)):
        return Byline(tuple(Person(name.strip()) for name in _english_and().split(english[1])), "duty")
    if bare[:1] in _SIGNS and _is_pen_name(bare[1:].strip()):
        return Byline((Person("".join(bare[1:].split())),), "duty")
    return _read_words(text)


def _read_words(text: str) -> Byline:
    """Read a line from left to right, word by word."""
    reading = _Reading()
    people: list[Person] = []
    for word in _words(text):
        if word in _IGNORED or (word.endswith(("报道", "報導", "报导", "電")) and len(word) <= 8):
            continue
        if word.startswith("发自") and len(word) <= 8:
            continue
        if people and reading.title and _goes_on_list(word, text):
            people.append(Person(word, reading.title, reading.organisation))
            continue
        person = _take(word, reading, people)
        if person is not None:
            people.append(person)
            reading.fresh = ""
    kind = _kind(reading, len(people))
    if kind == "names" and text.lstrip()[:1] in _SIGNS:
        kind = "duty"
    return Byline(tuple(people), kind)


def _take(word: str, reading: _Reading, people: list[Person]) -> Person | None:
    """Read one word: a name, a duty, a duty with its name, or an organisation."""
    if word in (*PICTURE_MAKERS, *_SHARED):
        if people and reading.fresh != "title" and not reading.before:
            _credit(people, word)
        else:
            reading.before = reading.before or not people
            reading.take_duty("", word)
        return None
    if is_name(word) and not word.endswith(WRITERS):
        return Person(word, reading.title, reading.organisation)
    found = _duty().fullmatch(word)
    if found and _fits_duty(found):
        reading.take_duty(found["before"], found["duty"])
        return Person(found["name"], reading.title, reading.organisation) if found["name"] else None
    if _take_place(word, reading):
        return None
    if reading.fresh and 2 <= len(word) <= 4 and all(map(is_han, word)):
        return Person(word, reading.title, reading.organisation)  # a rare surname behind a duty
    reading.unknown += 1
    return None


def _take_place(word: str, reading: _Reading) -> bool:
    """Read where somebody writes from: the paper, an organisation, a position in it; tell whether it is one."""
    if word.startswith(OWN_PAPER) and len(word) <= 10:
        reading.take_duty(word[:2], word[2:])
        return True
    if word.endswith(SIGNERS) and len(word) <= 8:
        reading.take_duty(word[:-2], word[-2:])
        reading.signed = True
        return True
    if is_organisation(word):
        reading.take_organisation(word)
        return True
    if len(word) >= 4 and word.endswith(POSITIONS) and is_han(word[0]):
        reading.take_position(word)
        return True
    return False


def _fits_duty(found: re.Match[str]) -> bool:
    """A duty with something behind it is one only if that is a name; 图 and 文 never have words before them."""
    name, before, duty = found["name"], found["before"], found["duty"]
    if duty in PICTURE_MAKERS or duty in _SHARED:
        return (not before and is_name(name)) or (not name and is_name(before))
    if before and not (before.startswith(("本", "驻", "新华", "中新", "中央")) or is_organisation(before)):
        return False
    return not name or is_name(name)


def _credit(people: list[Person], duty: str) -> None:
    """Give 文 or 图 that stands behind a name to that person."""
    last = people[-1]
    title = f"{last.title}/{duty}" if last.title else duty
    people[-1] = Person(last.name, title, last.organisation)


def _kind(reading: _Reading, names: int) -> str:
    if reading.unknown > (1 if reading.duties and names >= 2 else 0) or not (names or reading.duties):
        return ""
    if reading.duties:
        return "duty" if names or not reading.signed else ""
    if reading.organisations and names:
        return "organisation"
    return "names" if names and not reading.organisations else ""
