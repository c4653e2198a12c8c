"""Sweeps over made-up paragraphs: a token at every place of the line, all pairs of marks, all lengths."""

from __future__ import annotations

import random
from itertools import pairwise, product

import pytest
from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.model.style import MarkKind
from desktop.text import compile_tables
from tests.conformance import rules
from tests.conformance.positions import CLOSING, OPENING, POINTS, Sheet, read
from tests.text import setting
from tests.text.setting import naive_page, page_of, tables

EM = rules.EM
TOKENS = (
    "2023", "94817", "3.14", "1,234,567", "10:30", "98%", "57.5%", "3‰", "-5℃", "36°C", "+7", "±0.5", "¥128", "$1.99",
    "￥3.5", "G20", "COVID-19", "Python", "don't", "AT&T", "R&D", "www.a.cn", "u@b.cn", "12:05:30", "12[3]", "A*",
    "——", "……", "！！", "？！", "！！！", "２０２３", "９８％",
)  # fmt: skip
FULL = "".join(sorted(OPENING | CLOSING | POINTS))
"""Full-width marks with half an em of ink and half an em of blank."""

PAIRED = "，。：；！？、“”‘’《》（）【】「」『』·/-～"


def sheet(text: str, measure: float, indent: float = 0.0, **options) -> Sheet:
    return read(dump_lines(page_of(text, measure, indent, **options)))


def naive(text: str, measure: int) -> Sheet:
    return read(dump_lines(naive_page(text, measure)))


def shifted(token: str, before: int) -> str:
    return "国" * before + token + "安" * 30


@pytest.mark.parametrize("measure", [11, 13])
@pytest.mark.parametrize("token", TOKENS)
def test_a_token_stays_whole_wherever_it_falls(token, measure):
    for before in range(int(token[0] in rules.NO_START), measure + 1):
        found = sheet(shifted(token, before), measure)
        assert sum(token in line.text for line in found.lines) == 1, before
        faults = [fault for rule in rules.BODY_RULES if rule is not rules.left_edges for fault in rule(found)]
        assert faults == [], before
        assert rules.left_edges(found, indent=0.0) == [], before


@pytest.mark.parametrize("token", ["2023", "98%", "COVID-19", "……", "！！"])
def test_control_lines_of_so_many_characters_split_the_token(token):
    assert [before for before in range(12) if rules.split_tokens(naive(shifted(token, before), 11))]


def between(text: str, **options) -> float:
    """The room between 国 and 安 in ems, on a line that is not justified."""
    [line] = sheet(text, 40, **options).lines
    assert line.text == text
    return line.chars[-1].left - line.chars[0].right


WIDTHS = {
    **dict.fromkeys(FULL, 1.0),
    **dict.fromkeys("·・‧/／-–", 0.5),
    **dict.fromkeys("—～…", 1.0),
    "——": 2.0,
    "……": 2.0,
    "！！": 1.0,
    "？！": 1.0,
    "！？": 1.0,
    "？？": 1.0,
    "！！！": 2.0,
}  # fmt: skip


@pytest.mark.parametrize("role", setting.FACES)
@pytest.mark.parametrize("mark", WIDTHS)
def test_w1_cells_are_as_wide_as_the_rule_says_in_every_face(mark, role):
    assert between(f"国{mark}安", role=role) == pytest.approx(WIDTHS[mark], abs=EM)


def test_w1_control_the_fonts_own_advances_differ():
    kai = setting.face("kai")
    assert kai.advance(kai.glyph(ord("“"))) == pytest.approx(0.35, abs=EM)


def pair_width(a: str, b: str) -> float:
    """What W1 and W3 give two adjacent marks."""
    if a + b in WIDTHS:
        return WIDTHS[a + b]
    total = WIDTHS[a] + WIDTHS[b]
    bracket = {a, b} & (OPENING | CLOSING)
    return 1.5 if bracket and {a, b} <= set(FULL) else total


@pytest.mark.parametrize(("a", "b"), list(product(PAIRED, PAIRED)), ids="".join)
def test_w3_all_pairs_of_marks(a, b):
    assert between(f"国{a}{b}安") == pytest.approx(pair_width(a, b), abs=EM)


def test_w3_control_switched_off_the_pairs_take_two_ems():
    wide = tables(adjacent_marks=2.0)
    assert between("国，“安", rules=wide) == pytest.approx(2.0, abs=EM)
    assert between("国，“安", rules=tables(adjacent_marks=1.0)) == pytest.approx(1.0, abs=EM)


@pytest.mark.parametrize(("text", "width"), [("。”“", 2.0), ("”，“", 2.0), ("》（", 1.5), ("））、", 2.0), ("“‘", 1.5)])
def test_w3_longer_runs_give_half_an_em_for_each_pair(text, width):
    assert between(f"国{text}安") == pytest.approx(width, abs=EM)


@pytest.mark.parametrize("mark", sorted(OPENING))
def test_w3_the_bracket_stays_close_to_what_it_encloses(mark):
    [line] = sheet(f"国，{mark}安", 40).lines
    assert line.chars[3].left - line.chars[2].right == pytest.approx(0, abs=EM)


def w4_line(mark: str, **options):
    """The second line of a paragraph whose second line starts with an opening mark."""
    return sheet("国" * 6 + mark + "安" * 9, 6, **options).lines[1]


@pytest.mark.parametrize("mark", sorted(OPENING))
def test_w4_an_opening_mark_at_line_start_loses_its_blank(mark):
    line = w4_line(mark)
    assert line.chars[0].text == mark
    assert line.chars[0].left == pytest.approx(0, abs=EM)
    [first] = sheet(f"{mark}安安", 8, 2.0).lines
    assert first.chars[0].left == pytest.approx(2.0, abs=EM)
    assert first.chars[1].left == pytest.approx(2.5, abs=EM)


def without_blank(kind: MarkKind):
    own = setting.typography()
    marks = tuple(replace(m, lead=0.0, trail=0.0, squeeze=0) if m.kind is kind else m for m in own.marks)
    return compile_tables(replace(own, marks=marks))


def test_w4_control_without_the_rule_the_bracket_is_indented():
    assert w4_line("《", rules=without_blank(MarkKind.OPENING)).chars[0].left == pytest.approx(0.5, abs=EM)


@pytest.mark.parametrize("mark", sorted(CLOSING | POINTS))
def test_w5_a_mark_at_line_end_takes_half_an_em(mark):
    line = sheet("国国·国国国" + mark + "安" * 9, 6).lines[0]
    assert line.chars[-1].text == mark
    assert line.chars[-1].right == pytest.approx(6, abs=EM)
    gaps = [b.left - a.right for a, b in zip(line.chars[3:5], line.chars[4:6], strict=True)]
    assert gaps == pytest.approx([0, 0], abs=EM)


def test_w5_control_without_the_rule_the_line_is_broken_earlier():
    line = sheet("国国·国国国》" + "安" * 9, 6, rules=without_blank(MarkKind.CLOSING)).lines[0]
    assert line.text == "国国·国国"


@pytest.mark.parametrize("char", ["2", "A", "57%", "Python"])
def test_l1_a_quarter_em_between_han_and_latin(char):
    [line] = sheet(f"国{char}安", 40).lines
    first, last = line.chars[1], line.chars[-2]
    assert first.x - line.chars[0].right == pytest.approx(0.25, abs=EM)
    assert line.chars[-1].left - last.right == pytest.approx(0.25, abs=EM)


def test_l1_none_at_line_start_and_end_beside_points_and_inside_brackets():
    [line] = sheet("2023，57（3）”6", 40).lines
    room = {a.text + b.text: b.left - a.right for a, b in zip(line.chars, line.chars[1:], strict=False)}
    assert line.chars[0].left == pytest.approx(0, abs=EM)
    assert room["3，"] == pytest.approx(0, abs=EM)
    assert room["，5"] == pytest.approx(0.5, abs=EM)
    assert room["（3"] == pytest.approx(0, abs=EM)
    assert room["3）"] == pytest.approx(0, abs=EM)
    flush = sheet("国国国国2023" + "安" * 9, 7).lines[0]
    assert flush.chars[-1].text == "3"
    assert flush.chars[-1].right == pytest.approx(7, abs=EM)


def test_l1_control_a_style_without_the_gap():
    none = tables(latin_gap=0.0, latin_gap_least=0.0, latin_gap_most=0.0)
    [line] = sheet("国2安", 40, rules=none).lines
    assert line.chars[1].x == pytest.approx(1.0, abs=EM)


@pytest.mark.parametrize("role", setting.FACES)
def test_w1_a_dash_is_one_unbroken_line_in_every_face(role):
    """Ink, not advances: the ink of —— is contiguous, wide, and inside its two ems."""
    face = setting.face(role)
    records = sheet("国——安", 40, role=role).records
    dashes = [glyph for record in records for glyph in record["glyphs"]][1:-1]
    boxes = [(glyph[1] / setting.BODY, face.ink_box(glyph[0])) for glyph in dashes]
    inks = sorted((x + box[0], x + box[2]) for x, box in boxes)
    assert all(after[0] <= ink[1] for ink, after in pairwise(inks))
    assert inks[-1][1] - inks[0][0] > 1.5
    assert inks[0][0] >= 1 - EM
    assert inks[-1][1] <= 3 + EM


def test_w1_control_two_single_dashes_of_song_leave_a_gap():
    face = setting.face("song")
    ink = face.ink_box(face.glyph(ord("—")))
    assert ink[0] + 1 > ink[2] + 0.1


# K1, K2: levels.


def starts(level: str, mark: str) -> bool:
    """Whether a mark may start a line at a level: nothing else could keep it from doing so."""
    return any(
        line.text.startswith(mark) for line in sheet("国国国" + mark + "安" * 9, 3, rules=tables(level)).lines[1:]
    )


@pytest.mark.parametrize("mark", sorted(rules.NO_START - set("‼⁇⁈⁉,.;:!?)]}·・‧")))
def test_k2_no_line_starts_with_it(mark):
    for level in ("basic", "gb", "strict"):
        assert not starts(level, mark)


@pytest.mark.parametrize("mark", list("“《（【”》）～"))
def test_k1_at_level_none_anything_may_start_and_end_lines(mark):
    texts = ["国" * before + mark * 2 + "安" * 11 for before in range(2, 6)]
    assert any(rules.starts_and_ends(sheet(text, 4, rules=tables("none"))) for text in texts)


def ends(level: str, mark: str) -> bool:
    return sheet("国国国" + mark + "安安", 3.5, rules=tables(level)).lines[0].text.endswith(mark)


def test_k1_the_solidus_ends_a_line_at_level_basic_only():
    assert ends("none", "/")
    assert ends("basic", "/")
    assert not ends("gb", "/")
    assert not ends("strict", "/")


def test_k1_a_dash_starts_a_line_except_at_level_strict():
    for mark in ("——", "……"):
        assert starts("gb", mark)
        assert starts("basic", mark)
        assert not starts("strict", mark)


def test_k1_one_dash_is_a_connector():
    assert not starts("gb", "—")


@pytest.mark.parametrize("mark", sorted(rules.NO_END - set("/／([{")))
def test_k2_no_line_ends_with_it(mark):
    for measure in range(3, 9):
        text = "国" * (measure - 1) + mark + "安" * 12
        for level in ("basic", "gb", "strict"):
            assert rules.starts_and_ends(sheet(text, measure, rules=tables(level))) == []


def test_k2_control_lines_of_so_many_characters_break_it():
    assert rules.starts_and_ends(naive("国国国国，国国国《安安", 4)) != []


# Everything together.

_MATERIAL = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
_BITS = (
    "，", "。", "；", "：", "？", "！", "、", "“平安”", "《条例》", "（街道）", "2023年", "94817人次", "98%",
    "——", "……", "“‘一’。”", "E服务", "110", "3.5", "“领跑者”，", "》、《", "！”",
)  # fmt: skip


def made_up(seed: int, length: int) -> str:
    """So many characters of newspaper-like text; it neither starts nor ends with what may not do so on a line."""
    chance = random.Random(seed)
    parts = ["".join(chance.choices(_MATERIAL, k=2))]
    while sum(map(len, parts)) < length:
        parts.append("".join(chance.choices(_MATERIAL, k=chance.randint(1, 7))))
        parts.append(chance.choice(_BITS))
    text = "".join(parts)[:length]
    return text[:-1] + "的" if text[-1] in rules.NO_END else text


@pytest.mark.parametrize("measure", [11, 13])
def test_all_lengths_of_paragraphs_keep_every_rule(measure):
    for length in range(1, 81):
        for seed in range(3):
            text = made_up(seed * 100 + length, length)
            assert rules.all_faults(sheet(text, measure, 2.0)) == [], text


@pytest.mark.parametrize("role", setting.FACES)
@pytest.mark.parametrize("measure", [9, 15, 17, 20])
def test_other_measures_and_faces_keep_every_rule(measure, role):
    for seed in range(12):
        text = made_up(seed, 150)
        assert rules.all_faults(sheet(text, measure, 2.0, role=role)) == [], text


def test_control_naive_lines_break_every_rule_of_lines():
    broken: set[str] = set()
    for seed in range(8):
        found = naive(made_up(seed, 150), 11)
        broken |= {rule.__name__ for rule in rules.BODY_RULES if rule(found)}
    assert broken >= {
        "starts_and_ends", "split_tokens", "left_edges", "right_edges", "natural_gaps", "stretched_numbers",
    }  # fmt: skip
