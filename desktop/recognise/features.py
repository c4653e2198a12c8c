"""Blocks → features: each block's own (look.py), and what its place and its neighbours say.

A feature is a word; the weights of weights.py say what each word speaks for. Nothing is decided here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from desktop.recognise.blocks import Block
from desktop.recognise.lexicon import WRITERS
from desktop.recognise.look import SHORT, Look, is_head_like, is_text, look_at
from desktop.recognise.marks import COLONS, is_han
from desktop.recognise.people import is_name
from desktop.recognise.series import running_text, series

_LABEL = 4
"""Characters of a column's name above a headline; a headline is seldom so short."""
_VERSE, _STANZA = 16, 5
"""Characters of the longest line of verse, and the fewest lines that make one."""
_PREVIOUS = frozenset({"prev_longer", "prev_alike", "prev_shorter"})
_NO_HEADS = frozenset({"furniture", "page_name", "digits", "by_duty", "signed_line", "credit", "box_list", "roster"})
"""What stands among heads and is none: what leads into a story says nothing of it."""
_NO_SLOGANS = frozenset({"furniture", "by_duty", "digits", "event", "action", "scene"})
_HEAD_LINES = 4
"""Kicker, headline of two lines, deck; what has more lines is something else."""
_REPORTS, _COLUMN = 2, 8
"""So many datelines make a page of several reports; characters of the longest column name above one."""
_ITEM = 60
"""Characters of an item of a box's list; a paragraph of the story is longer."""
_HEADING = 8
"""Characters of a note's heading that stands alone (【核心提示】)."""
_SLOGAN, _PAIR = 9, 5
"""Characters of the longest slogan line, and of two that make a pair: no head of two lines is so short."""


def features(blocks: Sequence[Block]) -> tuple[frozenset[str], ...]:
    """Return the features of every block, its neighbours taken into account."""
    if not blocks:
        return ()
    looks = [look_at(block) for block in blocks]
    texts = running_text(looks)
    common = _common_shape(looks, texts)
    usual = _usual_gap(blocks)
    verse = _verse(looks, texts)
    stacks = _stacks(looks) - verse
    places = [_place(i, looks, texts) for i in range(len(looks))]
    told = [_runs(looks, places), _regions(looks, places), _under(looks), _speakers(looks), series(looks)]
    told.append(_known_names(looks, texts))
    reports = sum("dateline" in look for look in looks)
    found = []
    for i, look in enumerate(looks):
        words = look.words | places[i] | _beside(i, looks)
        words = words.union(*(table.get(i, ()) for table in told)) | _near(i, looks, words)
        words |= _shape_words(look, common, words) if words & {"mid", "tail"} else set()
        words |= {"stack"} if i in stacks else set()
        words |= _pair_of_heads(i, looks, words) if reports >= _REPORTS else set()
        if i in verse and not words & {"bracketed", "next_roster"}:
            words |= {"verse" if i else "verse_title"}
        if blocks[i].gap > usual + 1:
            words |= {"wide_gap"}
        found.append(_together(words))
    return _over_subheads(found)


def _over_subheads(found: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Say of a line between a paragraph and a subhead like the others that no text follows it: it is no subhead."""
    return tuple(
        words | {"over_subhead"}
        if {"mid", "prev_text"} <= words and "next_text" not in words and {"common_shape", "next_text"} <= below
        else words
        for words, below in zip(found, (*found[1:], frozenset[str]()), strict=True)
    )


def _pair_of_heads(i: int, looks: Sequence[Look], words: AbstractSet[str]) -> set[str]:
    """Say of two lines between paragraphs, in a file of several reports, that they may be a column and a headline."""
    if "mid" not in words or not is_head_like(looks[i]):
        return set()
    if "prev_text" in words and looks[i].size <= _COLUMN and i + 2 < len(looks) and is_head_like(looks[i + 1]):
        return {"pair_column"} if is_text(looks[i + 2]) else set()
    if i >= 2 and "next_text" in words and is_head_like(looks[i - 1]) and looks[i - 1].size <= _COLUMN:
        return {"pair_headline"} if is_text(looks[i - 2]) else set()
    return set()


def _near(i: int, looks: Sequence[Look], words: AbstractSet[str]) -> set[str]:
    """Features of the two lines before a line, or of both its neighbours."""
    found: set[str] = set()
    if "next_longer" in words and looks[i].size <= _LABEL and not words & _PREVIOUS:
        found.add("short_top")
    if i >= 2 and _signs(looks[i - 1]) and is_text(looks[i - 2]):
        found.add("after_signature")
    if 0 < i < len(looks) - 1 and "head" in words and _is_pen_name(looks[i], looks[i - 1], looks[i + 1]):
        found.add("pen_name")
    return found


def _together(words: frozenset[str]) -> frozenset[str]:
    """Add what several features say together, and take away what cannot be said of such a line."""
    if "by_names" in words and words & {"head", "tail"}:
        words |= {"by_names_apart"}
    if "date_only" in words and "head" not in words and words & {"prev_institution", "prev_signed_line"}:
        words |= {"signing_date"}
    if "dated_scene" in words and words & {"credit_tail", "next_shot"}:
        words |= {"picture_news"}
    if "page_name" in words:
        words -= {"column"} if words & {"prev_furniture", "next_furniture", "first"} else set()
        words |= {"page_name_top"} if "first" in words else set()
    if words & {"motto", "triplet"}:
        words -= {"column", "lead_in"}
    if {"event", "odd_shape"} <= words:
        words |= {"event_odd"}
    if "fact_list" in words and "head" in words:
        words -= {"fact_list"}
    if words & _NO_HEADS:
        words -= {"lead_in", "factual", "vivid", "phrases", "after_signed"}
    if {"mark_head", "next_text"} <= words:
        words = words - {"bullet", "mark_head"} | {"mark_title"}
    return words


def _signs(look: Look) -> bool:
    """Tell whether a line names who wrote, and is nothing else."""
    return bool(look.words & {"by_duty", "signed_line"}) and "dateline" not in look


def _runs(looks: Sequence[Look], places: Sequence[set[str]]) -> dict[int, set[str]]:
    """Say of every line that may belong to a head which of how many it is: ``h1of3``."""
    found: dict[int, set[str]] = {}
    run: list[int] = []
    for i in range(len(looks) + 1):
        if i < len(looks) and _may_head(looks[i], places[i]):
            run.append(i)
            continue
        for number, at in enumerate(run, 1):
            found[at] = {f"h{number}of{len(run)}"} if len(run) <= _HEAD_LINES else {"h_many"}
        run = []
    return found


def _may_head(look: Look, place: set[str]) -> bool:
    if not is_head_like(look) or look.words & {"page_name", "digits", "salutation", "field", "signed_line"}:
        return False
    return bool(place & {"head", "lead_in", "after_signed"})


def _regions(looks: Sequence[Look], places: Sequence[set[str]]) -> dict[int, set[str]]:
    """Say of lines between paragraphs whether they are the only ones, and whether their text has its own signature.

    Subheads come in twos or more. A story whose byline stands at its top is not signed once more at its end: a
    line before which that happens opens another story.
    """
    lines = [i for i, look in enumerate(looks) if _may_divide(i, look, looks, places)]
    starts = [i for i, look in enumerate(looks) if _starts_story(look, places[i])]
    found: dict[int, set[str]] = {}
    for number, at in enumerate(lines):
        until = lines[number + 1] if number + 1 < len(lines) else len(looks)
        near = [i for i in lines if i != at and not any(min(i, at) < s <= max(i, at) for s in starts)]
        words = set() if near else {"lone"}
        signed = any(looks[i].words & {"signed_line", "tail_byline"} for i in range(at + 1, until))
        if signed and not near and any(_names_writer(look) for look in looks[:at]):
            words.add("own_signature")
        found[at] = words
    return found


def _names_writer(look: Look) -> bool:
    return "by_duty" in look or ("dateline" in look and any(duty in look.text[:70] for duty in WRITERS))


def _may_divide(i: int, look: Look, looks: Sequence[Look], places: Sequence[set[str]]) -> bool:
    """Tell whether a line stands between paragraphs as a subhead or a second headline does."""
    if "mid" not in places[i] or not is_head_like(look) or look.size > SHORT or i + 1 >= len(looks):
        return False
    return is_text(looks[i + 1]) and not look.words & {"bracketed", "box", "field", "said", "salutation", "signed_line"}


def _starts_story(look: Look, place: set[str]) -> bool:
    return bool(look.words & {"dateline", "by_duty", "signed_line", "tail_byline"}) or "lead_in" in place


def _under(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of a paragraph that the heading of a note or summary stands alone on the line above it."""
    found: dict[int, set[str]] = {}
    for i, look in enumerate(looks[:-1]):
        for word in ("note", "abstract", "box"):
            if word in look and look.size <= _HEADING:
                found[i + 1] = {f"under_{word}"}
        listed = found.get(i, set()) & {"under_box", "box_list"}
        if listed and (_alike_items(look, looks[i + 1]) or ("under_box" in listed and _titles_list(i, looks))):
            found[i + 1] = {"box_list"}
    return found


def _titles_list(i: int, looks: Sequence[Look]) -> bool:
    """Tell whether a short line below a box's heading is the title of the list that follows."""
    return looks[i].size <= SHORT and "stop" not in looks[i] and bool(looks[i + 1].words & {"bullet", "numbered"})


def _known_names(looks: Sequence[Look], texts: Sequence[int]) -> dict[int, set[str]]:
    """Say of short lines that they name somebody of whom the text speaks, as captions do."""
    whole = "".join(looks[i].text for i in texts)
    told = set(texts)
    return {i: {"known_name"} for i, look in enumerate(looks) if i not in told and _names_known(look, whole)}


def _names_known(look: Look, whole: str) -> bool:
    if not 6 <= look.size <= SHORT or look.words & {"furniture", "by_duty"}:
        return False
    spans = (look.text[at : at + 3] for at in range(len(look.text) - 2))
    return any(is_name(span) and whole.count(span) > 1 and not span.endswith(WRITERS) for span in spans)


def _speakers(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of paragraphs that one who speaks more than once in the file speaks here."""
    speech = [(i, look.text.replace(":", "：")) for i, look in enumerate(looks) if "speech" in look]
    opened = {i: text[: text.find("：")] for i, text in speech}
    often = Counter(opened.values())
    return {i: {"speaker"} for i, who in opened.items() if often[who] > 1}


def _alike_items(look: Look, after: Look) -> bool:
    """Tell whether two lines of a box are items of one list: both with a colon inside, or both opening with a mark."""
    shapes = [(any(c in x.text[1:-1] for c in COLONS), bool(x.words & {"bullet", "numbered"})) for x in (look, after)]
    return after.size <= _ITEM and shapes[0] == shapes[1] and any(shapes[0])


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
        plain = look.size <= _SLOGAN and "no_marks" in look and not look.words & _NO_SLOGANS
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
    at = bisect_left(texts, i)
    among = at < len(texts) and texts[at] == i
    before, after = texts[max(0, at - 1) : at], texts[at + among : at + among + 1]
    if is_text(looks[i]) and among:
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


_TOLD = (
    "phrases", "numbered", "bullet", "dash_start", "column", "dateline", "institution", "field", "mark_head",
    "circled", "said", "box",
    "scene_line", "page_name", "triplet", "signed_line",
    "shot", "credit_tail", "vivid", "factual", "date_only", "placed",
)  # fmt: skip
"""What a line tells its neighbours of itself."""


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
        for kind in _TOLD:
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
    if (look.words | other.words) & _NO_SLOGANS:
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
    running = frozenset(texts)
    chosen = [
        look
        for i, look in enumerate(looks)
        if i + 1 in running and texts[0] <= i and i not in running and look.size <= SHORT and "stop" not in look
        and not look.words & {"caption", "credit", "jump", "furniture", "scene"}
    ]  # fmt: skip
    if len(chosen) < 2:
        return "", 0, 0
    shape, number = Counter(look.shape for look in chosen).most_common(1)[0]
    if number < 2 or number * 2 < len(chosen):
        return "", 0, 0
    return shape, _middle(look.size for look in chosen if look.shape == shape), number


def _shape_words(look: Look, common: tuple[str, int, int], words: AbstractSet[str]) -> set[str]:
    shape, size, number = common
    if not number or look.size > SHORT or "stop" in words:
        return set()
    if "scene" not in words and look.shape == shape and abs(look.size - size) <= max(4, size / 3):
        return {"common_shape"}
    return {"odd_shape"}
