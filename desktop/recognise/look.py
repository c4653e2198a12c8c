"""A block → its own features: what it looks like and what it says about itself; none knows its neighbours.

A feature is a word; the weights of weights.py say what each word speaks for. Nothing is decided here.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from desktop.recognise import cues, signs
from desktop.recognise.blocks import Block
from desktop.recognise.furniture import is_page_name, read_furniture
from desktop.recognise.lexicon import ACTIONS, COLUMNS, EVENTS
from desktop.recognise.marks import COLONS, COMMAS, DASHES, STOPS, count, last_mark
from desktop.recognise.people import is_organisation, read_byline

_LENGTHS = ((3, "n3"), (9, "n9"), (16, "n16"), (26, "n26"), (40, "n40"), (80, "n80"))
_PICTURED = 60
"""A caption that says where somebody stands, or has a circled number, is seldom longer."""
_ANNOUNCED = 12
"""Characters of the shortest paragraph that ends with a colon and has a clause before it: it announces what follows."""
_SHOT = ("摄", "摄影", "攝", "攝影", "供图", "供圖", "提供")
"""Ends of a line that names who made pictures and nothing else."""
_LONG_CAPTION = 220
"""Characters of the longest text of a picture that stands for itself (图片新闻)."""
_LONG = 120
"""A longer paragraph is asked only what a paragraph of the text may be."""
_UNSAID = 20
"""Characters of a line with a colon and no end mark that is rather a subhead (减章：把权力关进流程里) than speech."""
_CLAUSES = 26
"""A line of several clauses that is longer and has no end mark is rather a cut sentence than a caption."""
SHORT = 30
"""A head or subhead of a newspaper seldom has more characters (typography.md: heads fit 2 lines)."""


class Look(Struct, frozen=True):
    """One block with its own features; ``size`` counts without white space."""

    text: str
    size: int
    words: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.words

    @property
    def shape(self) -> str:
        """The one outer form that subheads of a story share."""
        for shape in ("numbered", "bracketed", "quoted", "phrases", "dash_end"):
            if shape in self.words:
                return shape
        return "plain"


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[“「『《][^”」』》]*[”」』》]")


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(r"[^\s\x00-\x7f][ \u3000]+[^\s\x00-\x7f]")


def _length_word(size: int) -> str:
    return next((word for limit, word in _LENGTHS if size <= limit), "n_more")


def _end_word(text: str) -> str:
    mark = last_mark(text)
    if text.rstrip().endswith(("——", "—", "――")):
        return "dash_end"
    for marks, word in (("。；;…", "stop"), (STOPS, "ask"), (COMMAS, "comma"), (COLONS, "colon"), (DASHES, "dash_end")):
        if mark and mark in marks:
            return word
    return "open"


def _core(text: str) -> str:
    """Return a paragraph without the jump line and the signature that close it."""
    core = text[: cues.jump_tail_start(text)].rstrip()
    return core[: cues.tail_byline_start(core)].rstrip() or text


@cache
def _opening() -> re.Pattern[str]:
    """A bullet or number that opens a line, with its space."""
    return re.compile(r"^\s*(?:[●○◆◇■□▪•★☆※✓▶①-⑳]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|0\d)\s*")


def _form(text: str, size: int) -> set[str]:
    """Features of the outer form."""
    words = {_length_word(size), _end_word(_core(text))}
    inner = text[:-2]
    if any(mark in inner for mark in "。！？!?；;"):
        words.add("inner_stop")
    if any(mark in inner for mark in "，,"):
        words.add("inner_comma")
        if "open" in words and size > _CLAUSES:
            words.add("clauses")
    if size <= SHORT and _phrases().search(_quoted().sub("字", _opening().sub("", text))):
        words.add("phrases" if size <= 20 else "long_phrases")
    if not any(not (char.isalnum() or char.isspace()) for char in text):
        words.add("no_marks")
    return words | _enclosed(text) | _opens(text, size, words)


def _enclosed(text: str) -> set[str]:
    """Features of the marks at both ends."""
    words: set[str] = set()
    if text[0] in "，。、；：！？":
        words.add("broken_start")
    if text[0] in "—–―":
        words.add("dash_start")
    if text[0] in "“「『" and text[-1] in "”」』":
        if not any(mark in text[:-2] for mark in "”」』"):
            words.add("quoted")
        if text[-2] in STOPS:
            words.add("said")
    if text[0] in "【〔［" and text[-1] in "】〕］":
        words.add("bracketed")
    return words


def _opens(text: str, size: int, form: set[str]) -> set[str]:
    """Features of how a line opens: a mark or a circled number may open an item, a head, or a caption."""
    words: set[str] = set()
    if size <= _LONG_CAPTION and signs.opens_dated_scene(text):
        words.add("dated_scene")
    if signs.opens_with_mark(text):
        words.add("mark_head" if size <= SHORT and form & {"open", "ask"} else "mark_item")
    if text[0] in signs.CIRCLED:
        words.add("circled")
    if size <= SHORT and signs.in_series(text):
        words.add("series")
    if size <= 40 and "stop" not in form:
        words |= {word for word, said in (("vivid", signs.is_vivid(text)), ("factual", signs.is_factual(text))) if said}
    if size <= 40 and signs.reports(text):
        words.add("reports")
    return words


def _said(text: str, size: int) -> set[str]:
    """Features of what the words say."""
    if size > _LONG:
        checks = {"dateline": bool(cues.dateline_end(text[:160])), "note": cues.opens_note(text[:20])}
        checks["box"] = cues.opens_box(text)
        checks |= {"speech": cues.opens_speech(text[:20]), "question": cues.is_question_label(text[:20])}
        checks["credit_tail"] = size <= _LONG_CAPTION and 0 < cues.credit_start(text) < len(text)
        return _consistent({word for word, said in checks.items() if said})
    checks = _openings(text) | _shows(text, size)
    words = {word for word, said in checks.items() if said} | _names(text)
    if "by_duty" in words and words & {"question", "speech"} and "、" not in text[:6]:
        words -= {"question", "speech"}
    words = _consistent(words)
    if size <= _UNSAID and last_mark(text) not in (*STOPS, "；", ";", ""):
        words.discard("speech")
    return words


def _consistent(words: set[str]) -> set[str]:
    """What opens a box (人物简介：…) is no speaker."""
    return words - {"speech"} if "box" in words else words


def _openings(text: str) -> dict[str, bool]:
    """What a line's beginning or its whole form says that it is."""
    return {
        "dateline": bool(cues.dateline_end(text)),
        "note": cues.opens_note(text),
        "abstract": cues.opens_abstract(text),
        "box": cues.opens_box(text),
        "caption": cues.is_marked_caption(text),
        "jump": cues.is_jump_line(text),
        "numbered": cues.is_numbered(text),
        "bullet": cues.is_bulleted(text),
        "speech": cues.opens_speech(text),
        "question": cues.is_question_label(text),
        "ornament": cues.is_ornament(text),
        "page_name": is_page_name(text),
        "digits": text.strip("第版 ").isdigit(),
        "tail_byline": cues.tail_byline_start(text) < len(text),
        "salutation": signs.is_salutation(text),
    }


def _shows(text: str, size: int) -> dict[str, bool]:
    """What the words of a line speak of."""
    return {
        "event": text.rstrip("”’」』）)").endswith(EVENTS),
        "action": any(word in text for word in ACTIONS),
        "scene": size >= 10 and cues.shows_scene(text),
        "scene_line": 8 <= size <= 50 and signs.is_scene_sentence(text) and _shows_doing(text),
        "voice": size <= SHORT and text[-1] not in STOPS and signs.is_voice(text),
        "motto": size <= 20 and signs.is_motto(text),
        "triplet": size <= 16 and signs.is_triplet(text),
        "deck_ending": cues.ends_like_deck(text),
        "institution": size <= 20 and is_organisation(text),
        "column": size <= 12 and any(word in text for word in COLUMNS),
        "field": size <= 60 and signs.is_field(text),
        "placed": size <= 80 and signs.shows_place(text),
    }


def _shows_doing(text: str) -> bool:
    """Tell whether a sentence names an event, or somebody doing something somewhere."""
    return (
        text.rstrip("。”’」』）)").endswith(EVENTS) or any(word in text for word in ACTIONS) or cues.shows_scene(text)
    )


def _names(text: str) -> set[str]:
    """Features of the names in a line: byline, credit, furniture."""
    words: set[str] = set()
    credit = cues.credit_start(text)
    if credit == 0:
        words.add("credit")
        if text.rstrip(" ）)】").endswith(_SHOT):
            words.add("shot")
    elif credit < len(text):
        words.add("credit_tail")
    fields, share = read_furniture(text)
    if share >= 0.8:
        words.add("furniture")
        if fields.date and not (fields.weekday or fields.page or fields.paper or fields.editors):
            words.add("date_only")
    elif share >= 0.5:
        words.add("furniture_part")
    kind = read_byline(text).kind
    if kind:
        words.add(f"by_{kind}")
    if (cues.tail_byline_start(text) == 0 and credit) or signs.is_signature(text):
        words.add("signed_line")
    return words


_SEEN, _ENDING = 4000, 1000
"""What a line is shows at its beginning and its end: of one as long as a page no more than so much is looked at."""


def look_at(block: Block) -> Look:
    """Return a block's own features."""
    size = count(block.text)
    seen = block.text if len(block.text) <= _SEEN else block.text[: _SEEN - _ENDING] + block.text[-_ENDING:]
    return Look(block.text, size, frozenset(_form(seen, size) | _said(seen, size)))


def is_text(look: Look) -> bool:
    """Tell whether a block is surely running text, whatever stands beside it."""
    if look.words & {"furniture", "jump", "ornament", "credit"}:
        return False
    if look.words & {"dateline", "question"}:
        return True
    if look.words & {"caption", "credit_tail", "abstract", "note"}:
        return False
    if look.size <= _PICTURED and look.words & {"placed", "circled"}:
        return False
    if look.size >= _ANNOUNCED and "colon" in look and "inner_comma" in look:
        return True
    if look.size > 60 and look.words & {"inner_stop", "stop", "ask", "inner_comma"}:
        return True
    return look.size >= 22 and bool(look.words & {"stop", "ask"})


def is_head_like(look: Look) -> bool:
    """Tell whether a block could be a line of a head by its form alone."""
    if look.words & {
        "furniture",
        "jump",
        "ornament",
        "credit",
        "by_duty",
        "caption",
        "note",
        "abstract",
        "tail_byline",
        "triplet",
        "motto",
    }:
        return False
    return look.size <= 48 and "stop" not in look and "comma" not in look
