"""A2 and A3: the order in which a line is stretched, the limits of each step, and its two edges."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.story import Role
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.justified import flows, stretch_order
from tests.conformance.positions import Sheet
from tests.conformance.questions import every, gaps
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.statements.squeezing import HAN, articles
from tests.conformance.widths import (
    EM,
    changes,
)
from tests.conformance.works import Article, Doctored, Text, lines_of

# A2


def _wide_gap(run: GlyphRun) -> GlyphRun:
    """The second half of every line moved on by a twentieth of an em."""
    half = len(run.dx) // 2
    return replace(run, dx=(*run.dx[:half], *(dx + 0.05 * run.size for dx in run.dx[half:])))


def _stretched(core: str, **options: object) -> Text:
    """What can be stretched, and behind it a word that does not fit its line, at every phase."""
    texts = [
        f"{HAN * 2}"[:before] + core + "国" * behind + "1234567890国国国国国国"
        for before in (0, 1)
        for behind in range(9)
    ]
    return Text(tuple(texts), 11, **options)


def grows(first: str, most: float, second: str) -> Question:
    """Where rooms of the second kind grew, those of the first have grown as far as they may."""

    def question(sheet: Sheet) -> list[str]:
        faults, asked = [], 0
        for flow, lines in flows(sheet):
            for number in range(len(lines) - 1):
                start, end = flow.lines[number]
                grown = list(zip(changes(flow, number), flow.between[start : end - 1], strict=True))
                early = [by for by, gap in grown if gap.kind == first]
                late = [by for by, gap in grown if gap.kind == second]
                asked += bool(early and late and max(early) > EM)
                if early and late and max(late) > EM and min(early) < most - EM:
                    faults.append(f"{lines[number].text!r}: {first} {min(early):.3f}, {second} {max(late):.3f}")
        return faults if asked else [f"no line stretches {first} beside {second}"]

    return question


def grown_at_most(kind: str, most: float) -> Question:
    """No room of a kind on a line with other rooms grew by more than it may."""

    def question(sheet: Sheet) -> list[str]:
        found: list[float] = []
        for flow, lines in flows(sheet):
            for number in range(len(lines) - 1):
                start, end = flow.lines[number]
                between = flow.between[start : end - 1]
                if any(gap.kind == "free" for gap in between):
                    found += [by for by, gap in zip(changes(flow, number), between, strict=True) if gap.kind == kind]
        faults = [f"{kind} grew by {by:.3f}" for by in found if by > most + EM]
        return faults if found and max(found) > EM else ["nothing was stretched"]

    return question


def grown_alike(kind: str) -> Question:
    """All rooms of a kind on one line grew by the same."""

    def question(sheet: Sheet) -> list[str]:
        faults, asked = [], 0
        for flow, lines in flows(sheet):
            for number, line in enumerate(lines[:-1]):
                start, end = flow.lines[number]
                between, grown = flow.between[start : end - 1], changes(flow, number)
                found = [by for by, gap in zip(grown, between, strict=True) if gap.kind == kind and sum(grown) > 0]
                asked += len(found) > 1 and max(found) > EM
                if found and max(found) - min(found) > EM:
                    faults.append(f"{line.text!r}: {kind} from {min(found):.3f} to {max(found):.3f}")
        return faults if asked else ["nothing was stretched"]

    return question


def _wide(kind: str, value: float) -> tuple[tuple[str, str, float], ...]:
    return (("spacing", kind, value),)


_TWO_WORDS, _DIGITS, _MIXED = "a b国c d国", "国2国3国", "国2国3国a b国"

A2 = (
    asserted(
        "A2",
        "Word spaces grow before Han–Latin gaps",
        grows("space", 1 / 6, "latin"),
        _stretched(_MIXED),
        _stretched(_MIXED, changes=_wide("word_space_most", 0.4)),
    ),
    asserted(
        "A2",
        "Word spaces grow before all other gaps",
        grows("space", 1 / 6, "free"),
        _stretched(_TWO_WORDS),
        _stretched(_TWO_WORDS, changes=_wide("word_space_most", 0.4)),
    ),
    asserted(
        "A2",
        "Han–Latin gaps grow before all other gaps",
        grows("latin", 1 / 12, "free"),
        _stretched(_DIGITS),
        _stretched(_DIGITS, changes=_wide("latin_gap_most", 0.26)),
    ),
    asserted(
        "A2",
        "A word space grows to half an em at most",
        grown_at_most("space", 1 / 6),
        _stretched(_TWO_WORDS),
        _stretched(_TWO_WORDS, changes=_wide("word_space_most", 0.9)),
    ),
    asserted(
        "A2",
        "A Han–Latin gap grows to a third of an em at most",
        grown_at_most("latin", 1 / 12),
        _stretched(_DIGITS),
        _stretched(_DIGITS, changes=_wide("latin_gap_most", 0.9)),
    ),
    asserted(
        "A2",
        "Word spaces grow alike",
        grown_alike("space"),
        _stretched("a b c d国"),
        Doctored(_stretched("a b c d国"), _wide_gap),
    ),
    asserted(
        "A2",
        "Han–Latin gaps grow alike",
        grown_alike("latin"),
        _stretched(_DIGITS),
        Doctored(_stretched(_DIGITS), _wide_gap),
    ),
    asserted(
        "A2",
        "All other gaps grow alike, those beside marks among them",
        grown_alike("free"),
        _stretched("国，国《国》。"),
        Doctored(_stretched("国，国《国》。"), _wide_gap),
    ),
    asserted(
        "A2",
        "The gaps around a dash grow with the others",
        every(grown_alike("free"), lambda sheet: [] if any("——" in line.text for line in sheet.lines) else ["no dash"]),
        _stretched("国——国"),
        Doctored(_stretched("国——国"), _wide_gap),
    ),
    *(
        asserted(
            "A2",
            f"Nothing is added around {name}",
            every(gaps("乙", mark, 0.0), gaps(mark, "丙", 0.0)),
            _stretched(f"乙{mark}丙"),
            Doctored(_stretched(f"乙{mark}丙"), lambda run: replace(run, dx=tuple(dx * 1.05 for dx in run.dx))),
        )
        for name, mark in {
            "a short connector": "-",
            "a long connector": "—",
            "a swung dash": "～",
            "a solidus": "/",
        }.items()
    ),
    asserted(
        "A2",
        "Only where a line has nothing else do its word spaces grow beyond their limit",
        lambda sheet: (
            rules.right_edges(sheet)
            + (
                []
                if any(
                    b.left - a.right > 0.6
                    for line in sheet.lines
                    for a, b in zip(line.chars, line.chars[1:], strict=False)
                )
                else ["none did"]
            )
        ),
        lines_of("newspaper of 1234567890123456国国", measure=9),
        lines_of("a b国c d国国国国国国国国国国国国国国国", measure=9),
    ),
    asserted(
        "A2",
        "A last line is not stretched",
        rules.natural_gaps,
        _stretched("国，国2国"),
        Doctored(_stretched("国，国2国"), _wide_gap),
    ),
    asserted(
        "A2",
        "Every stretched line of mixed text follows the order, at every phase",
        stretch_order,
        (_stretched(_MIXED), _stretched(_TWO_WORDS), _stretched("国，国2《国》——国")),
        _stretched(_MIXED, changes=_wide("latin_gap_most", 0.26)),
    ),
    *(
        asserted(
            "A2",
            f"Every stretched line of the samples on {layout} follows the order",
            stretch_order,
            articles(layout),
            Doctored(articles(layout)[0], _wide_gap),
        )
        for layout in LAYOUTS
    ),
)

# A3


def _moved(run: GlyphRun) -> GlyphRun:
    return replace(run, x=run.x + 0.02 * run.size)


def _shortened(run: GlyphRun) -> GlyphRun:
    return replace(run, dx=(*run.dx[:-1], run.dx[-1] - 0.02 * run.size))


def _whole_measure(sheet: Sheet) -> list[str]:
    """Justified lines are a whole number of their own ems wide, in columns of other ems too."""
    wide = {
        round(lines[0].chars[-1].right - lines[0].chars[0].left, 3) for lines in sheet.paragraphs() if len(lines) > 1
    }
    return [f"{width} em" for width in wide if abs(width - round(width)) > EM] + ([] if wide else ["no lines"])


def _beyond(sheet: Sheet) -> list[str]:
    return [
        f"{line.text!r} to {line.chars[-1].right:.3f}"
        for line in sheet.lines
        if line.chars[-1].right > line.measure + EM or line.chars[0].left < -EM
    ]


_MIX = Text(
    tuple(
        f"{'国' * before}2023年，“平安”——《条例》，国家AT&T安定、和平。国家安定和平国家安定和平" for before in range(12)
    ),
    11,
)
_LEDES = tuple(Article(path, layout, (Role.DATELINE, Role.LEDE)) for path in SAMPLES for layout in LAYOUTS)

A3 = (
    asserted(
        "A3",
        "Every line starts at the column's left edge",
        partial(rules.left_edges, indent=0.0),
        _MIX,
        Doctored(_MIX, _moved),
    ),
    asserted(
        "A3",
        "Every line but the last ends at its right edge, within a hundredth of an em",
        rules.right_edges,
        _MIX,
        Doctored(_MIX, _shortened),
    ),
    asserted("A3", "No line reaches beyond its column", _beyond, _MIX, Doctored(_MIX, _moved)),
    *(
        asserted(
            "A3",
            f"So do the body lines of the samples on {layout}",
            every(rules.right_edges, _beyond),
            articles(layout),
            Doctored(articles(layout)[0], _shortened),
        )
        for layout in LAYOUTS
    ),
    asserted(
        "A3",
        "A line's measure is a whole number of its own ems, in columns of other ems too",
        _whole_measure,
        _LEDES,
        Doctored(_LEDES[0], _shortened),
    ),
    asserted(
        "A3",
        "Lines of another size stand in the middle of their columns",
        rules.left_edges,
        _LEDES,
        Doctored(_LEDES[0], _moved),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*A2, *A3)
