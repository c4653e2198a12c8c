"""Blocks → features: what each paragraph looks like, what it says about itself, and what stands beside it.

A feature is a word; the weights of weights.py say what each word speaks for. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.recognise import cues
from desktop.recognise.blocks import Block
from desktop.recognise.furniture import is_page_name, read_furniture
from desktop.recognise.lexicon import ACTIONS, COLUMNS, EVENTS
from desktop.recognise.marks import COLONS, COMMAS, DASHES, STOPS, count, is_han, last_mark
from desktop.recognise.people import is_organisation, read_byline

_LENGTHS = ((3, "n3"), (9, "n9"), (16, "n16"), (26, "n26"), (40, "n40"), (80, "n80"))
_CLAUSES = 26
"""A line of several clauses that is longer and has no end mark is rather a cut sentence than a caption."""
_LABEL = 4
"""Characters of a column's name above a headline; a headline is seldom so short."""
_VERSE, _STANZA = 16, 5
"""Characters of the longest line of verse, and the fewest lines that make one."""
_SLOGAN, _PAIR = 9, 5
"""Characters of the longest slogan line, and of two that make a pair: no head of two lines is so short."""
_SHORT = 30
"""A head or subhead of a newspaper seldom has more characters (typography.md: heads fit 2 lines)."""


@dataclass(frozen=True, slots=True)
class Look:
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
    if text[0] in "，。、；：！？":
        words.add("broken_start")
    if text[0] in "—–―":
        words.add("dash_start")
    if text[0] in "“「『" and text[-1] in "”」』" and not re.search("[”」』]", inner):
        words.add("quoted")
    if text[0] in "【〔［" and text[-1] in "】〕］":
        words.add("bracketed")
    if _phrases().search(_quoted().sub("字", _opening().sub("", text))) and size <= _SHORT:
        words.add("phrases" if size <= 20 else "long_phrases")
    if not any(not (char.isalnum() or char.isspace()) for char in text):
        words.add("no_marks")
    return words


def _said(text: str, size: int) -> set[str]:
    """Features of what the words say."""
    words: set[str] = set()
    if size > 120:
        checks = {"dateline": bool(cues.dateline_end(text[:160])), "note": cues.opens_note(text[:20])}
        checks |= {"speech": cues.opens_speech(text[:20]), "question": cues.is_question_label(text[:20])}
        return {word for word, said in checks.items() if said}
    checks = {
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
        "event": text.rstrip("”’」』）)").endswith(EVENTS),
        "action": any(word in text for word in ACTIONS),
        "scene": size >= 10 and cues.shows_scene(text),
        "deck_ending": cues.ends_like_deck(text),
        "institution": size <= 20 and is_organisation(text),
        "column": size <= 12 and any(word in text for word in COLUMNS),
    }
    words.update(word for word, said in checks.items() if said)
    return words | _names(text)


def _names(text: str) -> set[str]:
    """Features of the names in a line: byline, credit, furniture."""
    words: set[str] = set()
    credit = cues.credit_start(text)
    if credit == 0:
        words.add("credit")
    elif credit < len(text):
        words.add("credit_tail")
    _, share = read_furniture(text)
    if share >= 0.8:
        words.add("furniture")
    elif share >= 0.5:
        words.add("furniture_part")
    kind = read_byline(text).kind
    if kind:
        words.add(f"by_{kind}")
    if cues.tail_byline_start(text) == 0 and credit:
        words.add("signed_line")
    return words


def look_at(block: Block) -> Look:
    """Return a block's own features."""
    size = count(block.text)
    return Look(block.text, size, frozenset(_form(block.text, size) | _said(block.text, size)))


def is_text(look: Look) -> bool:
    """Tell whether a block is surely running text, whatever stands beside it."""
    if look.words & {"furniture", "jump", "ornament", "credit"}:
        return False
    if look.words & {"dateline", "question"}:
        return True
    if look.words & {"caption", "credit_tail", "abstract", "note"}:
        return False
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
    }:
        return False
    return look.size <= 48 and "stop" not in look and "comma" not in look


def features(blocks: Sequence[Block]) -> tuple[frozenset[str], ...]:
    """Return the features of every block, its neighbours taken into account."""
    looks = [look_at(block) for block in blocks]
    texts = [i for i, look in enumerate(looks) if is_text(look)]
    common = _common_shape(looks, texts)
    usual = _usual_gap(blocks)
    verse = _verse(looks, texts)
    stacks = _stacks(looks) - verse
    found = []
    for i, look in enumerate(looks):
        words = set(look.words)
        words |= _place(i, looks, texts)
        words |= _beside(i, looks)
        if "next_longer" in words and look.size <= _LABEL and not words & {"prev_longer", "prev_alike", "prev_shorter"}:
            words.add("short_top")
        if i >= 2 and "by_duty" in looks[i - 1] and "dateline" not in looks[i - 1] and is_text(looks[i - 2]):
            words.add("after_signature")
        if i in stacks:
            words.add("stack")
        if 0 < i < len(looks) - 1 and "head" in words and _is_pen_name(look, looks[i - 1], looks[i + 1]):
            words.add("pen_name")
        if {"by_names", "head"} <= words or {"by_names", "tail"} <= words:
            words.add("by_names_apart")
        words |= _shape_words(look, common, words) if words & {"mid", "tail"} else set()
        if i in verse:
            words.add("verse" if i else "verse_title")
        if blocks[i].gap > usual + 1:
            words.add("wide_gap")
        found.append(frozenset(words))
    return tuple(found)


def _verse(looks: Sequence[Look], texts: Sequence[int]) -> frozenset[int]:
    """Return the lines that stand in a long run of short lines: verse, or a list without bullets."""
    found: list[int] = []
    run: list[int] = []
    end = texts[-1] if texts else len(looks)
    for i, look in enumerate(looks[:end]):
        if look.size <= _VERSE and not look.words & {"by_duty", "furniture", "caption", "credit", "ornament", "bullet"}:
            run.append(i)
            continue
        found += run if len(run) >= _STANZA else []
        run = []
    return frozenset(found + (run if len(run) >= _STANZA else []))


def _stacks(looks: Sequence[Look]) -> frozenset[int]:
    """Return the lines that stand in a stack of three or more short lines of about one length."""
    found: list[int] = []
    run: list[int] = []
    for i, look in enumerate(looks):
        plain = look.size <= _SLOGAN and "no_marks" in look and not look.words & {"furniture", "by_duty", "digits"}
        if run and not (plain and abs(look.size - looks[run[-1]].size) <= 1):
            found += run if len(run) >= 3 else []
            run = []
        if plain:
            run.append(i)
    return frozenset(found + (run if len(run) >= 3 else []))


def _middle(values: Iterable[int]) -> int:
    """Return the median, of two the higher; the module ``statistics`` takes 10 ms to import."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0


def _is_pen_name(look: Look, before: Look, after: Look) -> bool:
    """Tell whether a very short line stands alone between a head and the text, as a commentator's name does."""
    return (
        2 <= look.size <= 4
        and all(map(is_han, look.text))
        and is_text(after)
        and is_head_like(before)
        and before.size > 4
    )


def _usual_gap(blocks: Sequence[Block]) -> int:
    return _middle(block.gap for block in blocks[1:])


def _place(i: int, looks: Sequence[Look], texts: Sequence[int]) -> set[str]:
    """Where a block stands: before, between or behind the running text, and what the nearest text is like."""
    words = {"first"} if i == 0 else {"last"} if i == len(looks) - 1 else set()
    before = [t for t in texts if t < i]
    after = [t for t in texts if t > i]
    if is_text(looks[i]):
        words.add("text")
    else:
        words.add("mid" if before and after else "head" if after or not texts else "tail")
    if before and looks[before[-1]].words & {"open", "comma"}:
        words.add("text_open")  # the sentence before was cut: what completes it is text
    if before and "tail_byline" in looks[before[-1]]:
        words.add("after_signed")
    if after and not is_text(looks[i]):
        run = looks[i + 1 : after[0]]
        signed = any(look.words & {"by_duty", "by_organisation"} for look in run)
        if signed or looks[after[0]].words & {"dateline", "note"}:
            words.add("lead_in")
    return words


def _beside(i: int, looks: Sequence[Look]) -> set[str]:
    """What the neighbours are, and whether they are longer or shorter lines of a head."""
    words: set[str] = set()
    look = looks[i]
    for name, j in (("prev", i - 1), ("next", i + 1)):
        if not 0 <= j < len(looks):
            words.add(f"{name}_none")
            continue
        other = looks[j]
        kind = _kind_of(other)
        if kind:
            words.add(f"{name}_{kind}")
        if other.words & {"caption", "credit"}:
            words.add(f"{name}_picture")
        if is_head_like(other) and is_head_like(look):
            words.add(f"{name}_{_relation(look.size, other.size)}")
        for kind in ("phrases", "numbered", "bullet", "dash_start", "column", "dateline"):
            if kind in other:
                words.add(f"{name}_{kind}")
        words |= _pairing(look, other)
    return words


def _kind_of(look: Look) -> str:
    """Return what a neighbour surely is, or ''."""
    if is_text(look):
        return "text"
    if look.words & {"by_duty", "by_organisation", "by_names"}:
        return "byline"
    return "furniture" if look.words & {"furniture", "digits"} else ""


def _pairing(look: Look, other: Look) -> set[str]:
    """Features of two short lines of one length beside each other."""
    words: set[str] = set()
    if (look.words | other.words) & {"by_duty", "furniture", "digits"}:
        return words
    if look.size == other.size <= _PAIR and "no_marks" in look and "no_marks" in other:
        words.add("pair")
    if look.size <= _SLOGAN and other.size <= _SLOGAN and abs(look.size - other.size) <= 1:
        words.add("stacked")
    return words


def _relation(size: int, other: int) -> str:
    if other >= size * 1.2 + 1:
        return "longer"
    return "shorter" if size >= other * 1.2 + 1 else "alike"


def _common_shape(looks: Sequence[Look], texts: Sequence[int]) -> tuple[str, int, int]:
    """Return the shape that most short lines between paragraphs share, their usual length, and their number."""
    chosen = [
        look
        for i, look in enumerate(looks)
        if i + 1 in texts and texts[0] <= i and i not in texts and look.size <= _SHORT and "stop" not in look
        and not look.words & {"caption", "credit", "jump", "furniture", "scene"}
    ]  # fmt: skip
    if len(chosen) < 2:
        return "", 0, 0
    shape, number = Counter(look.shape for look in chosen).most_common(1)[0]
    if number < 2 or number * 2 < len(chosen):
        return "", 0, 0
    return shape, _middle(look.size for look in chosen if look.shape == shape), number


def _shape_words(look: Look, common: tuple[str, int, int], words: set[str]) -> set[str]:
    shape, size, number = common
    if not number or look.size > _SHORT or "stop" in words:
        return set()
    if "scene" not in words and look.shape == shape and abs(look.size - size) <= max(4, size / 3):
        return {"common_shape"}
    return {"odd_shape"}
