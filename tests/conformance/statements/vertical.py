"""V1–V3 and W2 down the column: what turns and what does not, how Latin stands, where heads begin.

``test_vertical`` sweeps the same through all places of the column; here it is read from the PDF as well.
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.formats.layout_xml import layout_from_bytes
from desktop.model.story import Role
from tests.compose.pages import edition, story, words
from tests.conformance.positions import Glyph, Sheet
from tests.conformance.questions import every
from tests.conformance.register import Assertion, asserted
from tests.conformance.statements.columns import headed
from tests.conformance.statements.marks import ROLES
from tests.conformance.upright import (
    about,
    at_upper_right,
    axis,
    combined,
    in_half,
    in_middle,
    lies,
    on_axis,
    same_ink,
    stands,
    turned,
    upright,
)
from tests.conformance.works import Doctored, Made, Subject, Text, Work, page_work


def down(*texts: str, **options: object) -> Text:
    return Text(texts, 30, writing="v", **options)


def in_every_face(*texts: str) -> tuple[Text, ...]:
    return tuple(down(*texts, role=role) for role in ROLES)


def shifted(run: GlyphRun) -> GlyphRun:
    """Every second glyph a fifth of an em to the right and down."""
    by = 0.2 * run.size
    return replace(
        run,
        dx=tuple(dx + by * (at % 2) for at, dx in enumerate(run.dx)),
        dy=tuple(dy + by * (at % 2) for at, dy in enumerate(run.dy)),
    )


def across(*texts: str) -> Subject:
    """The same with the glyphs of horizontal setting: each an em below the one before, as they are in a line."""
    return Doctored(Text(texts, 30), stacked)


def stacked(run: GlyphRun) -> GlyphRun:
    count = len(run.dx)
    return replace(run, writing="v", dx=(0.0,) * count, dy=tuple(at * run.size for at in range(count)))


def around(*tokens: str) -> tuple[str, ...]:
    return tuple(f"国{token}安" for token in tokens)


_BRACKETS, _OPENING, _CLOSING = "（）《》〈〉【】〔〕「」『』", "（《【「", "）》】」"
_CONNECTORS, _POINTS, _WHOLE = "—～-", "，。、", "：；？！"
_KEPT = (("vertical", "corner_quotes", False),)

V1 = (
    asserted(
        "V1",
        f"Brackets turn, in every face: {_BRACKETS}",
        about(_BRACKETS, lies),
        in_every_face(*around(*_BRACKETS)),
        across(*around(*_BRACKETS)),
    ),
    asserted(
        "V1",
        "An opening bracket stands in the second half of its cell",
        about(_OPENING, partial(in_half, half=1)),
        in_every_face(*around(*_OPENING)),
        Doctored(down(*around(*_OPENING)), shifted),
    ),
    asserted(
        "V1",
        "A closing bracket stands in the first half of its cell",
        about(_CLOSING, partial(in_half, half=0)),
        in_every_face(*around(*_CLOSING)),
        Doctored(down(*around(*_CLOSING)), shifted),
    ),
    asserted(
        "V1",
        "A dash turns, in every face",
        about(["——"], stands),
        in_every_face(*around("——")),
        across(*around("—"), *around("——")),
    ),
    asserted(
        "V1",
        "A dash stands on the column's axis",
        about(["——"], on_axis),
        in_every_face(*around("——")),
        Doctored(down(*around("——")), shifted),
    ),
    asserted(
        "V1",
        "An ellipsis turns, in every face",
        about(["……"], stands),
        in_every_face(*around("……")),
        across(*around("……")),
    ),
    asserted(
        "V1",
        "An ellipsis stands on the column's axis",
        about(["……"], on_axis),
        in_every_face(*around("……")),
        Doctored(down(*around("……")), shifted),
    ),
    asserted(
        "V1",
        f"Connectors turn, in every face: {_CONNECTORS}",
        about(_CONNECTORS, stands),
        in_every_face(*around(*_CONNECTORS)),
        across(*around(*_CONNECTORS)),
    ),
    asserted(
        "V1",
        "Points do not turn: they stand at the upper right of their cells",
        about(_POINTS, at_upper_right),
        in_every_face(*around(*_POINTS)),
        across(*around(*_POINTS)),
    ),
    asserted(
        "V1",
        "“” become 『』",
        every(same_ink("“", "『"), same_ink("”", "』")),
        in_every_face(*around(*"“『”』")),
        down(*around(*"“『”』"), changes=_KEPT),
    ),
    asserted(
        "V1",
        "‘’ become 「」",
        every(same_ink("‘", "「"), same_ink("’", "」")),
        in_every_face(*around(*"‘「’」")),
        down(*around(*"‘「’」"), changes=_KEPT),
    ),
    asserted(
        "V1",
        "A style may keep the quotation marks, turned",
        about("“”", turned),
        down(*around(*"“”"), changes=_KEPT),
        down(*around(*"“”")),
    ),
)

# V2

_UPRIGHT, _TURNED, _LONG = ("A", "G"), ("Python", "iPhone"), ("94817", "12345")
_LATIN = {
    "A single letter stands upright": (_UPRIGHT, upright),
    "Capitals of an acronym stand upright, an em each": (("GDP", "UNESCO"), upright),
    "The digits of a year stand upright, an em each": (("2024", "1949"), upright),
    "A single digit stands upright": (("5", "7"), upright),
    "Words are turned": (_TURNED, turned),
    "Long numbers are turned": (_LONG, turned),
    "Two digits stand side by side in one em": (("12", "80"), combined),
    "Three digits stand side by side in one em": (("365", "100"), combined),
}


def _whole_wrong(run: GlyphRun) -> GlyphRun:
    """What is turned upright and what is upright turned; and every second glyph out of its place."""
    return shifted(replace(run, rotation=0 if run.rotation else 90))


V2 = (
    *(
        asserted(
            "V2",
            f"{says}, in every face: {'  '.join(tokens)}",
            about(tokens, check),
            in_every_face(*around(*tokens)),
            Doctored(down(*around(*tokens)), _whole_wrong),
        )
        for says, (tokens, check) in _LATIN.items()
    ),
    asserted(
        "V2",
        "How many letters stand upright is the style's choice",
        about(["GDP"], turned),
        down(*around("GDP"), changes=(("vertical", "acronym", 2),)),
        down(*around("GDP")),
    ),
    asserted(
        "V2",
        "How many digits share a cell is the style's choice",
        about(["12"], upright),
        down(*around("12"), changes=(("vertical", "combined", 0),)),
        down(*around("12")),
    ),
)

# V3


def page(slot: str, *parts: tuple[Role, str]) -> Work:
    """A page of ten points with one slot beside a column of text."""
    names = '<name lang="zh">测试</name>'
    xml = f"""<layout id="v" version="1">{names}<sheet width="600pt" height="600pt"/>
<grid body="10pt" columns="4" measure="10" gutter="1" lines="40" pitch="12pt"/>
<stack><row lines="20"><slot id="h" {slot} columns="2">{names}</slot><slot id="t" kind="text" roles="body"
columns="2" lines="0..">{names}</slot></row></stack></layout>"""
    return page_work(edition(layout_from_bytes(xml.encode(), "v.xml"), story(*parts, (Role.BODY, words(60)))))


_HEAD = Made(
    lambda: page(
        'kind="head" roles="kicker headline deck" writing="vertical"',
        (Role.HEADLINE, "一江清水 两岸春风入画来"),
        (Role.DECK, "老街灯火渐次亮"),
    )
)
_SLOGAN = Made(lambda: page('kind="slogan" roles="slogan"', (Role.SLOGAN, "一路风景"), (Role.SLOGAN, "一张蓝图")))
_TEXT = Made(lambda: page('kind="text" roles="lede" writing="vertical"', (Role.LEDE, words(90))))


def columns(sheet: Sheet) -> list[list[Glyph]]:
    """The columns of vertical text in reading order, each from top to bottom."""
    found: dict[tuple[str | None, float], list[Glyph]] = {}
    for glyph in sheet.upright:
        if "\u4e00" <= glyph.text[:1] <= "\u9fff":
            found.setdefault((glyph.element, round(axis(glyph))), []).append(glyph)
    return list(found.values())


def tops_alike(sheet: Sheet) -> list[str]:
    """The columns of one element begin at one height."""
    found: dict[str | None, set[float]] = {}
    for column in columns(sheet):
        found.setdefault(column[0].element, set()).add(round(min(glyph.y for glyph in column), 1))
    faults = [f"{element} begins at {sorted(tops)}" for element, tops in found.items() if len(tops) > 1]
    return faults if len(columns(sheet)) > 1 else ["no columns"]


def one_height(sheet: Sheet) -> list[str]:
    tops = {round(min(glyph.y for glyph in column), 1) for column in columns(sheet)}
    return [] if len(tops) == 1 and len(columns(sheet)) > 1 else [f"columns begin at {sorted(tops)}"]


def right_to_left(sheet: Sheet) -> list[str]:
    """Columns follow each other from right to left, in the order of the text."""
    places = [axis(column[0]) for column in columns(sheet)]
    return [f"columns at {places}"] if places != sorted(places, reverse=True) or len(places) < 2 else []


def centred(sheet: Sheet) -> list[str]:
    """Every line of a horizontal head stands in the middle of its slot."""
    frames = {frame["id"]: frame["box"] for frame in sheet.page["frames"]}
    faults, asked = [], 0
    for line in sheet.lines:
        if not any(sheet.roles.get(element or "") in {"headline", "kicker", "deck"} for element in line.elements):
            continue
        asked += 1
        x, _, width, _ = frames[line.frame]
        left, right = (line.column[0] + edge * line.size for edge in (line.chars[0].left, line.chars[-1].right))
        if abs((left + right) / 2 - x - width / 2) > 0.01 * line.size:
            faults.append(f"{line.text!r} from {left:.1f} to {right:.1f} in {x:.1f} + {width:.1f}")
    return faults if asked else ["no head"]


def _uneven(run: GlyphRun) -> GlyphRun:
    return replace(run, y=run.y + 5.0 * (run.line % 2)) if run.writing == "v" else run


def _mirrored(run: GlyphRun) -> GlyphRun:
    return replace(run, x=600 - run.x) if run.writing == "v" else run


_GROUP = Made(lambda: headed("老街灯火渐次亮"))

V3 = (
    asserted(
        "V3",
        "A vertical head's columns begin at one height, at the slot's top",
        tops_alike,
        _HEAD,
        Doctored(_HEAD, _uneven),
    ),
    asserted(
        "V3",
        "The columns of a vertical head follow each other from right to left",
        right_to_left,
        _HEAD,
        Doctored(_HEAD, _mirrored),
    ),
    asserted("V3", "Slogans begin at one height", one_height, _SLOGAN, Doctored(_SLOGAN, _uneven)),
    asserted(
        "V3",
        "Slogans follow each other from right to left",
        right_to_left,
        _SLOGAN,
        Doctored(_SLOGAN, _mirrored),
    ),
    asserted("V3", "Vertical text runs from right to left", right_to_left, _TEXT, Doctored(_TEXT, _mirrored)),
    asserted(
        "V3",
        "Horizontal heads stand in the middle of their slot",
        centred,
        _GROUP,
        Doctored(_GROUP, lambda run: replace(run, x=run.x + 4.0)),
    ),
)

W2 = (
    asserted(
        "W2",
        f"In vertical setting {_WHOLE} keep 1 em, in its middle",
        about(_WHOLE, in_middle),
        in_every_face(*around(*_WHOLE)),
        Doctored(down(*around(*_WHOLE)), shifted),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*V1, *V2, *V3, *W2)
