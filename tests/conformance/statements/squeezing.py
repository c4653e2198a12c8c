"""A1: the order in which a line is squeezed, and the limits of each step."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.story import Role
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.justified import flows, squeeze_order
from tests.conformance.positions import Sheet
from tests.conformance.questions import every, gaps
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.widths import (
    BRACKET,
    EM,
    GAP,
    LINE_END,
    PAUSE,
    STOP,
    WORD,
    Between,
    changes,
)
from tests.conformance.works import Article, Doctored, Subject, Text

NAMES = {
    LINE_END: "the mark at the line's end", WORD: "word spaces", BRACKET: "brackets", PAUSE: "，、；",
    GAP: "Han–Latin gaps", STOP: "。？！",
}  # fmt: skip

HAN = "国家安定平和"


def _rich(core: str, measure: int = 11, phases: int = 2, **options: object) -> Text:
    """What can be squeezed, then more and more Han up to a point at the line's end, so that it is at every degree."""
    texts = [
        f"{HAN * 3}"[:before] + core + f"{HAN * 3}"[:behind] + "。" + "安" * 14
        for before in range(1, phases + 1)
        for behind in range(11)
    ]
    return Text(tuple(texts), measure, **options)


def _lines(sheet: Sheet) -> Iterator[tuple[list[float], tuple[Between, ...]]]:
    """Yield of each squeezed line what was taken from each room, and what could be."""
    for flow, lines in flows(sheet):
        for number in range(len(lines)):
            taken = [-by for by in changes(flow, number)]
            start, end = flow.lines[number]
            if sum(taken) > EM:
                yield taken, flow.between[start : end - 1]


def _of_step(taken: list[float], between: tuple[Between, ...], step: int) -> list[tuple[float, float]]:
    """What was taken from the rooms that give at one step only, and what they can give."""
    return [(by, gap.room[step]) for by, gap in zip(taken, between, strict=True) if set(gap.room) == {step}]


def order(first: int, second: int) -> Question:
    """Where anything was taken at the second step, the first is used up."""

    def question(sheet: Sheet) -> list[str]:
        faults, asked = [], 0
        for taken, between in _lines(sheet):
            early, late = _of_step(taken, between, first), _of_step(taken, between, second)
            if not early or not late:
                continue
            asked += any(by > EM for by, _ in early)
            if any(by > EM for by, _ in late) and any(by < room - EM for by, room in early):
                faults.append(f"{NAMES[first]} gave {early}, {NAMES[second]} {late}")
        return faults if asked else [f"no line squeezes {NAMES[first]} beside {NAMES[second]}"]

    return question


def equally(step: int) -> Question:
    """What is taken at a step is taken in equal parts."""

    def question(sheet: Sheet) -> list[str]:
        faults, asked = [], 0
        for taken, between in _lines(sheet):
            shares = [by / room for by, room in _of_step(taken, between, step)]
            asked += len(shares) > 1 and max(shares) > EM
            if shares and max(shares) - min(shares) > 4 * EM:
                faults.append(f"{NAMES[step]} gave {shares}")
        return faults if asked else [f"no line squeezes several of {NAMES[step]}"]

    return question


def at_most(step: int, most: float) -> Question:
    """No room that gives at a step gives more than it may, and some gives that."""

    def question(sheet: Sheet) -> list[str]:
        found = [by for taken, between in _lines(sheet) for by, _ in _of_step(taken, between, step)]
        faults = [f"{NAMES[step]} gave {by:.3f}" for by in found if by > most + EM]
        return faults if found and max(found) > EM else ["nothing was squeezed"]

    return question


_AT_END = (("spacing", "line_end_half", False),)
_WORDS = "a b，c d“平”e f"
_LATE_WORDS = (("spacing", "word_space_squeeze", 7), ("spacing", "squeeze_steps", 7))
_BRACKETS = "《平》，《安》、"
_LATE_BRACKETS = (("“‘「『（《〈【〖〔［｛”’」』）》〉】〗〕］｝", "squeeze", 7),)
_PAUSES = "平，安2年、3"
_LATE_PAUSES = (("，、；", "squeeze", 7),)
_GAPS = "平2安3年！和4"
_LATE_GAPS = (("spacing", "latin_gap_squeeze", 7),)
_STOPS = (("。．？！", "squeeze", 4),)


def _unequal(run: GlyphRun) -> GlyphRun:
    """Every third glyph moved back by a twentieth of an em, and that behind it by a tenth."""
    return replace(run, dx=tuple(dx - 0.05 * run.size * (at % 3) for at, dx in enumerate(run.dx)))


def _tight(run: GlyphRun) -> GlyphRun:
    return replace(run, dx=tuple(dx * 0.93 for dx in run.dx))


def _crushed(run: GlyphRun) -> GlyphRun:
    return replace(run, dx=tuple(dx * 0.4 for dx in run.dx))


def _end_first(sheet: Sheet) -> list[str]:
    """Where anything is squeezed, the mark at the line's end has given its half em; on some line it gave some."""
    faults, parts = [], 0
    for flow, lines in flows(sheet):
        for number, line in enumerate(lines[:-1]):
            marked = flow.items[flow.lines[number][1] - 1].trail > 0
            left = line.measure - line.chars[-1].right if marked else 0.0
            parts += marked and left < 0.5 - EM
            taken = -min(changes(flow, number), default=0.0)
            if left > EM and taken > EM:
                faults.append(f"{line.text!r} keeps {left:.3f} at its end, and gives {taken:.3f} inside")
    return faults if parts else [*faults, "no line's end gave"]


A1 = (
    asserted(
        "A1",
        "Where W5 is off, the mark at the line's end gives before anything else",
        _end_first,
        (_rich("2年3月，", changes=_AT_END), _rich("a b，2", changes=_AT_END)),
        _rich("2年3月，", changes=(*_AT_END, ("spacing", "edge_squeeze", 0))),
    ),
    asserted(
        "A1",
        "Word spaces give before brackets",
        order(WORD, BRACKET),
        _rich(_WORDS),
        _rich(_WORDS, changes=_LATE_WORDS),
    ),
    asserted(
        "A1",
        "Word spaces give before commas",
        order(WORD, PAUSE),
        _rich("a b，c d，e f"),
        _rich("a b，c d，e f", changes=_LATE_WORDS),
    ),
    asserted(
        "A1",
        "Brackets give before commas",
        order(BRACKET, PAUSE),
        _rich("《平》国，安、"),
        _rich("《平》国，安、", marks=_LATE_BRACKETS),
    ),
    asserted(
        "A1", "Commas give before Han–Latin gaps", order(PAUSE, GAP), _rich(_PAUSES), _rich(_PAUSES, marks=_LATE_PAUSES)
    ),
    asserted(
        "A1",
        "Han–Latin gaps give before full stops",
        order(GAP, STOP),
        _rich(_GAPS, phases=4),
        _rich(_GAPS, phases=4, changes=_LATE_GAPS, marks=_STOPS),
    ),
    asserted(
        "A1",
        "Commas give before full stops",
        order(PAUSE, STOP),
        _rich("平，安。和、定！"),
        _rich("平，安。和、定！", marks=(*_STOPS, *_LATE_PAUSES)),
    ),
    asserted(
        "A1",
        "Brackets give before Han–Latin gaps",
        order(BRACKET, GAP),
        _rich("《平》2安3年"),
        _rich("《平》2安3年", marks=_LATE_BRACKETS),
    ),
    asserted(
        "A1",
        "Word spaces give equally",
        equally(WORD),
        _rich("a b c d，国，国，"),
        Doctored(_rich("a b c d，国，国，"), _unequal),
    ),
    asserted(
        "A1",
        "Brackets give equally",
        equally(BRACKET),
        _rich("《平》国《安》"),
        Doctored(_rich("《平》国《安》"), _unequal),
    ),
    asserted(
        "A1", "Commas give equally", equally(PAUSE), _rich("平，安、和；"), Doctored(_rich("平，安、和；"), _unequal)
    ),
    asserted(
        "A1", "Han–Latin gaps give equally", equally(GAP), _rich("平2安3年4"), Doctored(_rich("平2安3年4"), _unequal)
    ),
    asserted(
        "A1", "Full stops give equally", equally(STOP), _rich("平。安！和？"), Doctored(_rich("平。安！和？"), _unequal)
    ),
    asserted(
        "A1",
        "A word space keeps a quarter em",
        at_most(WORD, 1 / 12),
        _rich(_WORDS),
        _rich(_WORDS, changes=(("spacing", "word_space_least", 0.1),)),
    ),
    asserted(
        "A1",
        "A bracket keeps half an em",
        at_most(BRACKET, 1 / 2),
        _rich("《平》国《安》"),
        Doctored(_rich("《平》国《安》"), _crushed),
    ),
    asserted(
        "A1",
        "A comma keeps half an em",
        at_most(PAUSE, 1 / 2),
        _rich("平，安，"),
        Doctored(_rich("平，安，"), _crushed),
    ),
    asserted(
        "A1",
        "A Han–Latin gap keeps an eighth of an em",
        at_most(GAP, 1 / 8),
        _rich("平2安3年4"),
        Doctored(_rich("平2安3年4"), _crushed),
    ),
    asserted(
        "A1",
        "A full stop keeps half an em",
        at_most(STOP, 1 / 2),
        _rich("平。安。"),
        Doctored(_rich("平。安。"), _crushed),
    ),
    asserted(
        "A1",
        "A style may forbid to squeeze full stops",
        every(gaps("。", "安", 0.5), gaps("！", "和", 0.5)),
        _rich("平。安！和", variants=("whole-stops",), measure=12, justify=False),
        _rich("平。安！和", measure=12, justify=False),
    ),
    asserted("A1", "Han are never squeezed", rules.squeezed_han, _rich(_BRACKETS), Doctored(_rich(_BRACKETS), _tight)),
    asserted(
        "A1",
        "Every squeezed line of text full of marks follows the order, at every degree",
        squeeze_order,
        (_rich(_WORDS), _rich(_BRACKETS), _rich(_PAUSES), _rich(_GAPS)),
        _rich(_PAUSES, marks=_LATE_PAUSES),
    ),
)


def articles(layout: str) -> tuple[Subject, ...]:
    return tuple(Article(path, layout, (Role.BODY,)) for path in SAMPLES)


_ON_SAMPLES = tuple(
    asserted(
        "A1",
        f"Every squeezed line of the samples on {layout} follows the order",
        squeeze_order,
        articles(layout),
        Doctored(articles(layout)[0], _tight),
    )
    for layout in LAYOUTS
)

ASSERTIONS: tuple[Assertion, ...] = (*A1, *_ON_SAMPLES)
