"""V1–V3 and W2 down the column: what turns and what does not, how Latin stands, where heads begin.

``test_vertical`` sweeps the same through all places of the column; here it is read from the PDF as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.formats.layout_xml import layout_from_bytes
from desktop.model.story import Role
from tests.compose.pages import edition, story, words
from tests.conformance.positions import Glyph, Sheet
from tests.conformance.questions import every
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.statements.columns import headed
from tests.conformance.statements.marks import ROLES
from tests.conformance.works import Doctored, Made, Subject, Text, Work, page_work

EM = 0.03
"""Tolerance in ems: what is turned or centred goes by the ink, which outlines round to thousandths of an em."""


def down(*texts: str, **options: object) -> Text:
    return Text(texts, 30, writing="v", **options)


def in_every_face(*texts: str) -> tuple[Text, ...]:
    return tuple(down(*texts, role=role) for role in ROLES)


def paragraphs(sheet: Sheet) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each vertical paragraph that show something, in order."""
    for _, group in groupby(sheet.upright, key=lambda glyph: glyph.element):
        yield [glyph for glyph in group if glyph.text.strip()]


def found(sheet: Sheet, token: str) -> Iterator[tuple[Glyph, list[Glyph]]]:
    """Yield the character before a token and the token's glyphs, wherever it stands."""
    for glyphs in paragraphs(sheet):
        starts: dict[int, int] = {}
        at = 0
        for index, glyph in enumerate(glyphs):
            starts[at] = index
            at += len(glyph.text)
        text = "".join(glyph.text for glyph in glyphs)
        place = text.find(token)
        if place > 0 and place in starts:
            last = starts.get(place + len(token), len(glyphs))
            yield glyphs[starts[place] - 1], glyphs[starts[place] : last]


def about(tokens: Sequence[str], fault: Callable[[Glyph, list[Glyph]], str]) -> Question:
    """A question about each token: the character before it and its glyphs; an empty answer is none."""

    def question(sheet: Sheet) -> list[str]:
        faults = []
        for token in tokens:
            answers = [fault(before, glyphs) for before, glyphs in found(sheet, token)]
            faults += [f"{token} {answer}" for answer in answers if answer] or ([] if answers else [f"no {token}"])
        return faults

    return question


def ink(glyphs: Sequence[Glyph]) -> tuple[float, float, float, float]:
    """The ink of glyphs in points: left, top, right, bottom."""
    boxes = [glyph.ink for glyph in glyphs]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def axis(before: Glyph) -> float:
    """The column's axis: the middle of the em of the Han character before."""
    return before.x + before.size / 2


def foot(before: Glyph) -> float:
    """Where the cell of the Han character before ends (ideographic em box: 0.12 below the baseline)."""
    return before.y + 0.12 * before.size


def lies(_: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    return "" if right - left > bottom - top else "does not lie across the column"


def stands(_: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    return "" if bottom - top > 1.5 * (right - left) else "does not run down the column"


def on_axis(before: Glyph, glyphs: list[Glyph]) -> str:
    left, _, right, _ = ink(glyphs)
    off = abs((left + right) / 2 - axis(before)) / before.size
    return "" if off < EM else f"is {off:.3f} em off the axis"


def at_upper_right(before: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    size, middle, start = before.size, axis(before), foot(before)
    across = (left - middle) / size > -EM and (right - middle) / size < 0.5 + EM
    along = (top - start) / size > -EM and (bottom - start) / size < 0.5 + EM
    return "" if across and along else "does not stand at the upper right of its cell"


def in_half(before: Glyph, glyphs: list[Glyph], half: int) -> str:
    """The ink stands in the first or second half of its cell down the column."""
    _, top, _, bottom = ink(glyphs)
    start = foot(before) / before.size + half / 2
    inside = top / before.size > start - EM and bottom / before.size < start + 0.5 + EM
    return "" if inside else f"does not stand in half {half}"


def in_middle(before: Glyph, glyphs: list[Glyph]) -> str:
    _, top, _, bottom = ink(glyphs)
    middle = ((top + bottom) / 2 - foot(before)) / before.size
    return on_axis(before, glyphs) or ("" if abs(middle - 0.5) < EM else f"stands {middle:.3f} em down its cell")


def upright(before: Glyph, glyphs: list[Glyph]) -> str:
    """Each glyph upright in an em of its own."""
    middles = [(glyph.ink[1] + glyph.ink[3]) / 2 / before.size for glyph in glyphs]
    if any(glyph.turned for glyph in glyphs):
        return "is turned"
    apart = all(abs(b - a - 1) < EM for a, b in pairwise(middles))
    return next((off for glyph in glyphs if (off := on_axis(before, [glyph]))), "") or (
        "" if apart else "not an em apart"
    )


def turned(_: Glyph, glyphs: list[Glyph]) -> str:
    return "" if all(glyph.turned for glyph in glyphs) else "is not turned"


def combined(before: Glyph, glyphs: list[Glyph]) -> str:
    """The glyphs side by side in one em."""
    left, top, right, bottom = ink(glyphs)
    flat = max(glyph.y for glyph in glyphs) - min(glyph.y for glyph in glyphs) < before.size / 50
    inside = (right - left) / before.size < 1 + EM and (bottom - top) / before.size < 1 + EM
    return "" if flat and inside and not any(glyph.turned for glyph in glyphs) else "does not share one cell"


def same_ink(quote: str, corner: str) -> Question:
    """A quotation mark's ink is that of a corner bracket in the same place."""

    def question(sheet: Sheet) -> list[str]:
        boxes = [
            [(side - origin) / before.size for side, origin in zip(ink(glyphs), (before.x, before.y) * 2, strict=True)]
            for token in (quote, corner)
            for before, glyphs in found(sheet, token)
        ]
        if len(boxes) != 2:
            return [f"{quote} and {corner} {len(boxes)} times"]
        off = max(abs(a - b) for a, b in zip(*boxes, strict=True))
        return [f"{quote} differs from {corner} by {off:.3f}"] if off > EM else []

    return question


def flat(run: GlyphRun) -> GlyphRun:
    """Glyphs as they stand in a line: not turned, one beside the other."""
    return replace(run, rotation=0, dx=tuple(-at * run.size for at in range(len(run.dx))), dy=(0.0,) * len(run.dy))


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
        "V3", "… and its columns follow each other from right to left", right_to_left, _HEAD, Doctored(_HEAD, _mirrored)
    ),
    asserted("V3", "Slogans begin at one height", one_height, _SLOGAN, Doctored(_SLOGAN, _uneven)),
    asserted(
        "V3",
        "A slogan's columns follow each other from right to left",
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
