"""P1 and O1: indents, and the last lines of paragraphs."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.story import Role
from tests.compose.pages import edition, story, tiny, words
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.frames import one_pitch
from tests.conformance.positions import Sheet
from tests.conformance.questions import noted, rows, starts_at, written
from tests.conformance.register import Assertion, asserted
from tests.conformance.works import Article, Doctored, Made, Text, Told, Work, lines_of, page_work
from tests.text.setting import BODY

# P1

_TEXT = "国家安定和平国家安定和平国家安定和平国家安定和平"
_INDENTED = Text((_TEXT, "2023年" + _TEXT, "“" + _TEXT, "《" + _TEXT), 11, indent=2.0)
_FLUSH = Text(_INDENTED.texts, 11)


def _column(measure: int, *lengths: int, **body: object) -> Work:
    """A page of one column whose body style has some fields changed."""
    page = tiny('<stack><slot id="t" kind="text" roles="body" lines="auto"/></stack>', columns=1, measure=measure)
    made = edition(page, story(*((Role.BODY, words(length, length)) for length in lengths)))
    flow = made.style.flow
    style = replace(flow[Role.BODY], **body)
    return page_work(replace(made, style=replace(made.style, flow={**flow, Role.BODY: style})), Role.BODY)


# Body of nine points in columns of ten: ten and eleven characters of the grid are eleven and twelve ems of the text.
_NARROW = {"narrow_below": 12.0, "narrow_indent": 1.0}
_BELOW = Made(lambda: _column(10, 60, 80, **_NARROW))
_WIDE = Made(lambda: _column(11, 60, 80, **_NARROW))
_CLOSE = Made(lambda: _column(11, 40, 60, 30, 50))


def _opened(run: GlyphRun) -> GlyphRun:
    """Lines from the third on moved down by a fifth of a pitch."""
    return replace(run, y=run.y + 2.4) if run.line > 2 else run


def _samples(layout: str) -> tuple[Article, ...]:
    return tuple(Article(path, layout, (Role.BODY,)) for path in SAMPLES)


P1 = (
    asserted(
        "P1",
        "A paragraph's first line starts 2 em in, its others at the column's edge",
        rules.left_edges,
        _INDENTED,
        _FLUSH,
    ),
    asserted(
        "P1",
        "Digits at its start stand right behind the indent",
        starts_at("2", 2.0),
        _INDENTED,
        Doctored(_INDENTED, lambda run: replace(run, x=run.x + BODY / 4)),
    ),
    asserted("P1", "In a narrow column a style's indent is 1 em", partial(rules.left_edges, indent=1.0), _BELOW, _WIDE),
    asserted("P1", "… and 2 em from the width on that the style names", rules.left_edges, _WIDE, _BELOW),
    asserted("P1", "Paragraphs follow each other without space", one_pitch, _CLOSE, Doctored(_CLOSE, _opened)),
    *(
        asserted(
            "P1",
            f"Every body paragraph of the samples on {layout} is indented by 2 em",
            rules.left_edges,
            _samples(layout),
            Doctored(_samples(layout)[0], lambda run: replace(run, x=run.x + 0.1)),
        )
        for layout in LAYOUTS
    ),
)

# O1


def short_last_lines(sheet: Sheet) -> list[str]:
    """The last line of several holds at least two characters besides marks, unless that was reported."""
    found = [lines[-1] for lines in sheet.paragraphs() if len(lines) > 1]
    short = [line.text for line in found if written(line) < 2 and not sheet.noted(line, "short-last")]
    return short if found else ["no last lines"]


def _lengths(*ends: str, measure: float = 11, **options: object) -> Text:
    """Paragraphs of every length from one line on to five, with some ends."""
    material = "国家，安定和平。国家安定、和平国家安定和平；国家安定和平国家安定，和平国家安定和平国家安定和平"
    texts = [material[:length] + "国" + end for length in range(12, 45) for end in ends]
    return Text(tuple(texts), measure, indent=2.0, **options)


_ANY = (("lines", "last_line_least", 0), ("lines", "last_line_squeeze", False))
_ONE_EM = lines_of("一二", measure=1)

O1 = (
    *(
        asserted(
            "O1",
            f"A last line holds two characters besides marks, whatever the length: {name}",
            short_last_lines,
            _lengths(*ends),
            _lengths(*ends, changes=_ANY),
        )
        for name, ends in {
            "a full stop at the end": ("。",),
            "a quotation at the end": ("。”", "！”"),
            "no mark at the end": ("",),
            "an ellipsis at the end": ("……",),
        }.items()
    ),
    asserted(
        "O1",
        "… in columns of 8, 13 and 20 characters",
        short_last_lines,
        tuple(_lengths("。", "？”", measure=wide) for wide in (8, 13, 20)),
        _lengths("。", measure=8, changes=_ANY),
    ),
    asserted(
        "O1",
        "Where a squeeze does not do, a character is pulled down, as early as that is as good",
        rows("一二三", "四五六七", "八九。"),
        lines_of("一二三四五六七八九。", measure=4),
        lines_of("一二三四五六七八九。", measure=4, changes=_ANY),
    ),
    asserted(
        "O1",
        "Marks do not count: one character with 。” is too little",
        short_last_lines,
        lines_of("一二三四五六七八九十国安。”", measure=4),
        lines_of("一二三四五六七八九十国安。”", measure=4, changes=_ANY),
    ),
    asserted(
        "O1",
        "A number of two digits is enough",
        rows("一二三四五六", "23"),
        lines_of("一二三四五六23", measure=6),
        lines_of("一二三四五六2", measure=6),
    ),
    asserted("O1", "Where nothing helps it is reported", noted("short-last"), _ONE_EM, Told(_ONE_EM)),
)

ASSERTIONS: tuple[Assertion, ...] = (*P1, *O1)
