"""Lines of one kind in a row or over a file → features: rosters, facts, long subheads, sentences under pictures.

What one line leaves open its fellows tell. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.recognise.lexicon import WRITERS
from desktop.recognise.look import SHORT, Look, is_text
from desktop.recognise.marks import is_han
from desktop.recognise.signs import is_plain_sentence, opens_fact

_ENTRIES = 4
"""So many lines of one form make a list of names."""
_FACT = 60
"""Characters of the longest line that states one fact."""
_LONG_HEAD, _LONGEST_HEAD = 21, 40
"""Characters of a subhead that is longer than usual: only its fellows tell it from a sentence."""
_SCENES = 2
"""So many plain sentences in a row at the end are rather the words under pictures than paragraphs."""
_PARAGRAPH = 50
"""Characters of the paragraph before such sentences; in a story told in short ones they are its end."""


def series(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Return what every line is told by its fellows."""
    found: dict[int, set[str]] = {}
    for table in (_rosters(looks), _facts(looks), _long_heads(looks), _tail_scenes(looks)):
        for i, words in table.items():
            found[i] = found.get(i, set()) | words
    return found


def running_text(looks: Sequence[Look]) -> list[int]:
    """Return the blocks of running text; sentences that show a scene, behind the last paragraph, are none."""
    texts = [i for i, look in enumerate(looks) if is_text(look)]
    scenes = _tail_scenes(looks)
    while len(texts) > 2 and (texts[-1] in scenes or "scene_line" in looks[texts[-1]]):
        texts.pop()
    return texts


def _rosters(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of lines that stand in a list of one form (name, gap, rest) that they do, and of the line above them."""
    found: dict[int, set[str]] = {}
    run: list[int] = []
    for i in range(len(looks) + 1):
        if i < len(looks) and _is_entry(looks[i]):
            run.append(i)
            continue
        if len(run) >= _ENTRIES:
            found.update((at, {"roster"}) for at in run)
            if run[0]:
                found[run[0] - 1] = found.get(run[0] - 1, set()) | {"next_roster"}
        run = []
    return found


def _is_entry(look: Look) -> bool:
    """Tell whether a line is a short word, a gap, and what is said of it."""
    head, _, rest = look.text.replace("\u3000", " ").partition(" ")
    if not rest.strip() or look.size > SHORT or "stop" in look or "furniture" in look or head in WRITERS:
        return False
    return 2 <= len(head) <= 5 and all(is_han(char) or char == "·" for char in head)


def _facts(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of lines that state facts behind a colon, two or more in a row, that they do."""
    facts = [_is_fact(look) for look in looks]
    return {
        i: {"fact_list"}
        for i, fact in enumerate(facts)
        if fact and (facts[i - 1 : i] == [True] or facts[i + 1 : i + 2] == [True])
    }


def _is_fact(look: Look) -> bool:
    if look.size > _FACT or look.words & {
        "question",
        "by_duty",
        "furniture",
        "caption",
        "credit",
        "numbered",
        "abstract",
        "stop",
        "ask",
    }:
        return False
    return opens_fact(look.text)


def _long_heads(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of long lines without an end mark, two or more of about one length over text, that they are alike."""
    chosen = [i for i in range(1, len(looks) - 1) if _may_be_long_head(i, looks)]
    return {
        i: {"long_series"}
        for i in chosen
        if any(abs(looks[i].size - looks[j].size) <= max(4, looks[i].size // 5) for j in chosen if j != i)
    }


def _may_be_long_head(i: int, looks: Sequence[Look]) -> bool:
    look = looks[i]
    if not (_LONG_HEAD <= look.size <= _LONGEST_HEAD and look.words & {"open", "ask"}) or "inner_stop" in look:
        return False
    if look.words & {
        "furniture",
        "by_duty",
        "caption",
        "credit",
        "credit_tail",
        "scene",
        "placed",
        "question",
        "event",
    }:
        return False
    return is_text(looks[i + 1]) and is_text(looks[i - 1]) and "stop" in looks[i - 1]


def _tail_scenes(looks: Sequence[Look]) -> dict[int, set[str]]:
    """Say of plain sentences behind the last paragraph, one of which shows a scene, that they may go with pictures."""
    run: list[int] = []
    i = len(looks) - 1
    while i > 0 and _may_close(looks[i]):
        if is_plain_sentence(looks[i].text):
            run.append(i)
        i -= 1
    shown = any(looks[at].words & {"scene_line", "placed"} for at in run)
    if len(run) < _SCENES or not shown or not (is_text(looks[i]) and looks[i].size >= _PARAGRAPH):
        return {}
    return {at: {"tail_scene"} for at in run}


def _may_close(look: Look) -> bool:
    """Tell whether a line can stand behind the text: a plain sentence, a caption, a slogan, furniture."""
    return is_plain_sentence(look.text) or (not is_text(look) and not look.words & {"tail_byline", "signed_line"})
