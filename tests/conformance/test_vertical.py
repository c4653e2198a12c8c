"""Vertical setting from positions: V1, V2, V3, W2, and the rules of lines down the column.

The marks' places are typed in from the rules; every check is shown to find the fault it is for in a doctored dump.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.formats.layout_xml import layout_from_bytes
from desktop.model.layout import Layout
from desktop.model.story import Role
from desktop.model.style import FaceRole, HouseStyle, VerticalRules
from tests.compose.pages import compose, edition, ledger, story
from tests.conformance.columns import EM, MIDDLE, NO_END, NO_START, POINTS, Column, read
from tests.conformance.positions import CLOSING, OPENING
from tests.text.setting import FACES, LIBRARY, style

BRACKETS = "（）《》〈〉【】〔〕［］「」『』〖〗"
QUOTES = "“”‘’"
CORNERS = dict(zip(QUOTES, "『』「」", strict=True))
PITCH = 13.5
UPRIGHT = ("A", "7", "GDP", "WTO", "UNESCO", "2024", "1949", "5G", "H7N9")
COMBINED = {"12": "12", "80": "80", "365": "365", "98%": "98", "100%": "100", "36℃": "36", "G20": "20"}
TURNED = ("Python", "5.2%", "94817", "1,234", "12:30", "COVID-19", "iPhone", "don't", "10kg", "-5", "UNICEFS")
ALONE = ("——", "……", "“国”", "（国）", "《国》")


@cache
def layout(lines: int, slot: str = 'kind="text" roles="body"') -> Layout:
    """A page with one vertical slot, so many lines of one and a half ems high."""
    names = '<name lang="zh">测试</name>'
    xml = f"""<layout id="v" version="1">{names}<sheet width="600pt" height="600pt"/>
<grid body="9pt" columns="1" measure="40" gutter="1" lines="40" pitch="{PITCH}pt"/>
<stack><slot id="v" {slot} lines="{lines}" writing="vertical">{names}</slot></stack></layout>"""
    return layout_from_bytes(xml.encode(), "v.xml")


@cache
def house(face: str, **rules: object) -> HouseStyle:
    own = style()
    body = replace(own.flow[Role.BODY], face=FaceRole(face), indent_ems=0.0)
    typography = replace(own.typography, vertical=VerticalRules(**rules))
    return replace(own, flow={**own.flow, Role.BODY: body}, typography=typography)


def dump(*texts: str, measure: int = 12, face: str = "song", **rules: object) -> list[str]:
    """The dump of paragraphs in a vertical frame of so many ems (a multiple of three)."""
    made = replace(
        edition(layout(measure * 2 // 3), story(*[(Role.BODY, text) for text in texts])), style=house(face, **rules)
    )
    page = compose(made)
    assert ledger(made, page).holds
    assert not page.overset
    return list(dump_lines(page.display))


def columns(*texts: str, **options: object) -> list[Column]:
    return read(dump(*texts, **options))


def doctored(lines: list[str], change: Callable[[dict], None]) -> list[Column]:
    """The columns of a dump after its runs were tampered with."""
    records = [json.loads(line) for line in lines]
    for record in records[1:]:
        change(record)
    return read(json.dumps(record) for record in records)


def mark_faults(column: Column, mark: str) -> list[str]:
    """V1, W2: a mark between two Han characters, by its class."""
    (glyph,) = [glyph for glyph in column.glyphs if glyph.text == mark]
    before = column.glyphs[column.glyphs.index(glyph) - 1].foot
    wide, tall = glyph.right - glyph.left, glyph.bottom - glyph.top
    across, along = glyph.middle
    faults = []
    if mark in OPENING | CLOSING:
        half = before + (0.5 if mark in OPENING else 0.0)
        faults += ["does not turn"] if wide < tall else []
        faults += ["not on its half"] if glyph.top < half - 0.03 or glyph.bottom > half + 0.53 else []
        faults += ["off the column"] if glyph.left < -0.55 or glyph.right > 0.55 else []
    elif mark in POINTS:
        inside = (
            glyph.left > 0 and glyph.right <= 0.5 and before <= glyph.top + EM and glyph.bottom <= before + 0.5 + EM
        )
        faults += [] if inside else ["not in the upper right"]
    elif mark in MIDDLE:
        faults += ["not in the middle"] if abs(across) > EM or abs(along - before - 0.5) > EM else []
    else:
        faults += ["does not turn"] if wide > tall else []
        faults += ["off the axis"] if abs(across) > 0.03 else []
    return faults


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("mark", [*BRACKETS, *"，。、．：；？！—–-～－"])
def test_v1_each_mark_has_its_form_and_place(face, mark):
    (column,) = columns(f"国{mark}安", face=face)
    assert mark_faults(column, mark) == []


@pytest.mark.parametrize("mark", "（》，。：！—～")
def test_v1_control_the_horizontal_glyph_is_found(mark):
    def flat(record: dict) -> None:
        if record["kind"] == "glyphs":
            face = LIBRARY.open(record["font"])
            for glyph, char in zip(record["glyphs"], record["text"], strict=True):
                glyph[0] = face.glyph(ord(char))
                glyph[1] -= 4.5 if record["rotation"] else 0
            record["rotation"] = 0

    (column,) = doctored(dump(f"国{mark}安"), flat)
    assert mark_faults(column, mark)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("quote", QUOTES)
def test_v1_quotes_are_drawn_as_corner_brackets(face, quote):
    (quoted,), (cornered,) = columns(f"国{quote}安", face=face), columns(f"国{CORNERS[quote]}安", face=face)
    shape = [(glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in quoted.glyphs]
    assert shape == [(glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in cornered.glyphs]
    assert quoted.text == f"国{quote}安"


@pytest.mark.parametrize("face", FACES)
def test_v1_control_a_style_may_keep_them(face):
    (kept,), (drawn,) = columns("国“安", face=face, corner_quotes=False), columns("国“安", face=face)
    assert kept.glyphs[1].rotation == 90
    assert (kept.glyphs[1].left, kept.glyphs[1].top) != (drawn.glyphs[1].left, drawn.glyphs[1].top)


def dash_faults(column: Column) -> list[str]:
    """W1 and V1: —— is one line of nearly two ems, on the column's axis."""
    inks = sorted((glyph for glyph in column.glyphs if "—" in glyph.text or not glyph.text), key=lambda g: g.top)
    start = column.glyphs[0].foot
    faults = ["broken"] if any(after.top > before.bottom for before, after in pairwise(inks)) else []
    faults += ["short"] if inks[-1].bottom - inks[0].top < 1.7 else []
    faults += ["outside"] if inks[0].top < start - EM or inks[-1].bottom > start + 2 + EM else []
    return faults + (["off the axis"] if any(abs(ink.middle[0]) > 0.03 for ink in inks) else [])


@pytest.mark.parametrize("face", FACES)
def test_v1_a_dash_is_one_line_down_the_axis(face):
    (column,) = columns("国——安", face=face)
    assert dash_faults(column) == []
    assert column.glyphs[-1].head == pytest.approx(3, abs=EM)


def test_v1_control_two_dashes_apart_are_found():
    def apart(record: dict) -> None:
        if record["kind"] == "glyphs" and record["text"] == "——":
            record["glyphs"][1][2] += 2

    assert dash_faults(doctored(dump("国——安", face="kai"), apart)[0]) == ["broken", "outside"]


@pytest.mark.parametrize("face", FACES)
def test_v1_an_ellipsis_stands_on_the_axis(face):
    (column,) = columns("国……安", face=face)
    dots = column.of("……")
    assert all(dot.bottom - dot.top > 3 * (dot.right - dot.left) for dot in dots)
    assert all(abs(dot.middle[0]) <= EM for dot in dots)
    assert [dot.middle[1] for dot in dots] == pytest.approx([1.5, 2.5], abs=EM)


def upright_faults(column: Column, token: str) -> list[str]:
    """V2: each character upright in an em of its own, centred on the axis."""
    glyphs = column.of(token)
    faults = ["turned"] if any(glyph.rotation for glyph in glyphs) else []
    faults += ["narrowed"] if any(glyph.stretch != 1 for glyph in glyphs) else []
    middles = [glyph.middle for glyph in glyphs]
    faults += ["off the axis"] if any(abs(across) > EM for across, _ in middles) else []
    apart = [after - before for (_, before), (_, after) in pairwise(middles)]
    return faults + (["not an em apart"] if any(abs(gap - 1) > EM for gap in apart) else [])


def combined_faults(column: Column, token: str, digits: str) -> list[str]:
    """V2: the digits side by side within one em, in its middle."""
    glyphs = [glyph for glyph in column.of(token) if glyph.text in digits][: len(digits)]
    faults = ["turned"] if any(glyph.rotation for glyph in glyphs) else []
    faults += ["not in a row"] if any(after.left < before.right for before, after in pairwise(glyphs)) else []
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    faults += ["wider than an em"] if right - left > 1 + EM else []
    faults += ["off the axis"] if abs(left + right) / 2 > EM else []
    levels = {round(glyph.origin, 3) for glyph in glyphs}
    return faults + (["not on one line"] if len(levels) > 1 else [])


def turned_faults(column: Column, token: str) -> list[str]:
    """V2, U2: a word turned as one run, its letters no further apart than the face has them."""
    glyphs = column.of(token)
    faults = ["upright"] if any(glyph.rotation != 90 for glyph in glyphs) else []
    gaps = [after.origin - before.foot for before, after in pairwise(glyphs)]
    faults += ["stretched"] if any(abs(gap) > 0.06 for gap in gaps) else []  # kerning
    return faults + (["off the axis"] if any(abs(glyph.middle[0]) > 0.5 for glyph in glyphs) else [])


def l1_faults(column: Column, token: str) -> list[str]:
    """L1: at least an eighth of an em between a turned word and a Han character."""
    glyphs = column.of(token)
    first = column.glyphs.index(glyphs[0])
    before, after = column.glyphs[:first][-1:], column.glyphs[first + len(glyphs) :][:1]
    gaps = [glyphs[0].head - glyph.foot for glyph in before] + [glyph.head - glyphs[-1].foot for glyph in after]
    return [f"gap of {gap:.3f}" for gap in gaps if gap < 0.125 - EM]


def line_faults(found: list[Column]) -> list[str]:
    """A3, K2, P2: flush above and below, no forbidden mark at an edge, a pitch apart from right to left."""
    faults = []
    edges = [(column.text, column.glyphs[0].head, column.glyphs[-1].foot - column.measure) for column in found[:-1]]
    faults += [f"{text} is not flush" for text, above, below in edges if abs(above) > EM or abs(below) > EM]
    for column in found:
        if column.text[0] in NO_START and not column.text.startswith("——"):
            faults.append(f"{column.text} starts wrong")
        if column.text[-1] in NO_END:
            faults.append(f"{column.text} ends wrong")
    steps = [before.axis - after.axis for before, after in pairwise(found)]
    return faults + ["pitch" for step in steps if abs(step - PITCH) > 0.01]


def swept(token: str, check: Callable[[Column, str], list[str]]) -> int:
    """Check a token at every place of the column, and the lines about it; return how many places there were."""
    for before in range(int(token[0] in NO_START), 13):
        found = columns("国" * before + token + "安" * 26)
        holding = [column for column in found if column.of(token) and token in column.text]
        assert len(holding) == 1, before
        assert check(holding[0], token) == [], before
        assert line_faults(found) == [], before
    return before


@pytest.mark.parametrize("token", UPRIGHT)
def test_v2_capitals_single_letters_and_years_stand_upright(token):
    assert swept(token, upright_faults)


@pytest.mark.parametrize("token", COMBINED)
def test_v2_two_or_three_digits_share_an_em(token):
    assert swept(token, lambda column, text: combined_faults(column, text, COMBINED[text]))


@pytest.mark.parametrize("token", TURNED)
def test_v2_words_and_long_numbers_are_turned(token):
    assert swept(token, turned_faults)
    assert swept(token, l1_faults)


@pytest.mark.parametrize("token", ALONE)
def test_lines_with_marks_at_every_place_keep_their_rules(token):
    assert swept(token, lambda *_: [])


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("token", ["GDP", "12", "100", "Python", "2024"])
def test_v2_in_every_face(face, token):
    (column,) = columns(f"国{token}安", face=face)
    kind = (
        combined_faults(column, token, token) if len(token) < 4 and token.isdigit() else upright_faults(column, token)
    )
    assert (turned_faults(column, token) if token == "Python" else kind) == []


def test_v2_controls_each_fault_is_found():
    def squashed(record: dict) -> None:
        if record["kind"] == "glyphs" and "D" in record["text"]:
            record["glyphs"][2][2] -= 1

    def wide(record: dict) -> None:
        record.pop("stretch", None)
        if record["kind"] == "glyphs" and "100" in record["text"]:
            record["glyphs"][2][1] += 3

    def upright(record: dict) -> None:
        record["rotation"] = 0

    def apart(record: dict) -> None:
        if record["kind"] == "glyphs" and record["rotation"]:
            for number, glyph in enumerate(record["glyphs"]):
                glyph[2] += number

    (control,) = columns("国Python安")
    assert upright_faults(control, "Python") == ["turned", "off the axis", "not an em apart"]
    assert upright_faults(doctored(dump("国GDP安"), squashed)[0], "GDP") == ["not an em apart"]
    assert "wider than an em" in combined_faults(doctored(dump("国100安"), wide)[0], "100", "100")
    assert "upright" in turned_faults(doctored(dump("国Python安"), upright)[0], "Python")
    assert "stretched" in turned_faults(doctored(dump("国Python安"), apart)[0], "Python")
    assert l1_faults(columns("国GDP安")[0], "GDP")


def test_control_lines_out_of_place_are_found():
    def moved(record: dict) -> None:
        if record["kind"] == "glyphs" and record["line"] == 1:
            for glyph in record["glyphs"]:
                glyph[1] += 2
                glyph[2] += 1

    text = "国" * 30
    assert line_faults(columns(text)) == []
    faults = line_faults(doctored(dump(text), moved))
    assert any("flush" in fault for fault in faults)
    assert faults.count("pitch") == 2


@pytest.mark.parametrize("mark", sorted(MIDDLE))
def test_w2_they_keep_an_em_at_every_place(mark):
    for before in range(1, 13):
        found = columns("国" * before + mark + "安，" * 16)
        column = next(column for column in found if mark in column.text)
        (glyph,) = column.of(mark)
        at = column.glyphs.index(glyph)
        room = [column.glyphs[at + 1].head if at + 1 < len(column.glyphs) else column.measure]
        room += [-column.glyphs[at - 1].foot]
        assert sum(room) >= 1 - EM, before
        assert line_faults(found) == [], before


def test_w2_control_a_comma_gives_up_half_its_em():
    room = {}
    for mark in "，：":
        column = columns("国" * 11 + mark + "安" * 16)[0]
        room[mark] = column.measure - column.glyphs[10].foot
    assert room["："] >= 1 - EM
    assert room["，"] < 0.6

    def bracket(mark: str) -> float:
        (column,) = columns(f"国{mark}“安")
        return column.glyphs[2].foot - column.glyphs[0].foot

    assert (bracket("，"), bracket("：")) == pytest.approx((1.5, 2), abs=EM)


def heads(text: str) -> list[Column]:
    parts = [(Role.KICKER, "新区观察"), (Role.HEADLINE, text), (Role.DECK, "两岸春风入画来")]
    made = edition(layout(20, 'kind="head" roles="kicker headline deck"'), story(*parts))
    return read(dump_lines(compose(made).display))


@pytest.mark.parametrize("text", ["一江清水有人守", "“头雁”领航 群雁齐飞", "GDP增长5.2%", "12个项目开工"])
def test_v3_heads_start_at_the_top_from_right_to_left(text):
    found = heads(text)
    assert "".join(column.text for column in found) == ("新区观察" + text + "两岸春风入画来").replace(" ", "")
    for column in found:
        assert column.glyphs[0].head == pytest.approx(0, abs=0.05)
    assert [column.axis for column in found] == sorted((column.axis for column in found), reverse=True)


def test_v3_control_a_centred_head_is_found():
    short, long = (heads("一江清水有人守")[index] for index in (0, 1))
    assert short.measure - short.glyphs[-1].foot > 2
    assert short.glyphs[0].head == pytest.approx(0, abs=0.05)
    assert long.axis < short.axis
