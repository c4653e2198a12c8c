"""The options of the house style, read from positions: what each variant changes, and that nothing does without it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.style import Together, Variant
from desktop.text import RuleTables, compile_tables
from tests.conformance import rules
from tests.conformance.positions import CLOSING, OPENING, POINTS, Line, Sheet
from tests.conformance.test_paragraphs import between, made_up, sheet
from tests.text import setting
from tests.text.setting import tables, varied

EM = rules.EM


def option(*changes: tuple[str, str, object], marks: tuple[tuple[str, str, float], ...] = ()) -> RuleTables:
    """The house's tables with fields changed."""
    return compile_tables(Variant("own", changes=changes, marks=marks).applied(setting.style().typography))


def after(line: Line, mark: str) -> float:
    """The room between a mark's ink half and what follows it."""
    at = next(i for i, char in enumerate(line.chars) if char.text == mark)
    return line.chars[at + 1].left - line.chars[at].right


# K5


def first_of_second_line(mark: str, **options) -> str:
    return sheet("国国国" + mark + "安" * 10, 3, **options).lines[1].chars[0].text


@pytest.mark.parametrize("mark", "？！")
def test_k5_in_narrow_columns_it_may_start_a_line_where_the_preset_is_chosen(mark):
    assert first_of_second_line(mark, rules=varied("narrow-columns")) == mark
    assert first_of_second_line(mark) != mark


@pytest.mark.parametrize("mark", "，。；：”》）、")
def test_k5_nothing_else_may(mark):
    assert first_of_second_line(mark, rules=varied("narrow-columns")) != mark


# W5, A1 step 1

W5_OFF = "whole-line-end"


@pytest.mark.parametrize("mark", "，。；：？！》”）")
def test_w5_off_a_mark_keeps_its_em_at_a_lines_end(mark):
    line = sheet("国国国国国" + mark + "安" * 9, 6, rules=varied(W5_OFF)).lines[0]
    assert line.chars[-1].text == mark
    assert line.chars[-1].right == pytest.approx(5.5, abs=EM)
    control = sheet("国国国国国" + mark + "安" * 9, 5.5).lines[0]
    assert control.chars[-1].text == mark
    assert control.chars[-1].right == pytest.approx(5.5, abs=EM)


def squeezed_at_the_end(mark: str = "，", **options) -> Line:
    """A line of seven ems in six and a half, with a mark inside and one at its end."""
    line = sheet(f"国、国国国国{mark}" + "安" * 13, 6.5, **options).lines[0]
    assert line.chars[-1].text == mark
    return line


def test_a1_where_w5_is_off_the_mark_at_the_end_is_squeezed_first():
    line = squeezed_at_the_end(rules=varied(W5_OFF))
    assert line.chars[-1].right == pytest.approx(6.5, abs=EM)
    assert after(line, "、") == pytest.approx(0.5, abs=EM)


def test_a1_control_without_a_step_for_line_ends_both_marks_give():
    line = squeezed_at_the_end(rules=option(("spacing", "line_end_half", False), ("spacing", "edge_squeeze", 0)))
    assert after(line, "、") == pytest.approx(0.25, abs=EM)


def test_a1_the_step_of_line_ends_is_data():
    late = option(("spacing", "line_end_half", False), ("spacing", "edge_squeeze", 7))
    assert after(squeezed_at_the_end(rules=late), "、") == pytest.approx(0.0, abs=EM)


@pytest.mark.parametrize("measure", [9, 11, 13])
def test_w5_off_every_other_rule_holds(measure):
    for seed in range(8):
        found = sheet(made_up(seed, 150), measure, 2.0, rules=varied(W5_OFF))
        for rule in (rules.starts_and_ends, rules.split_tokens, rules.left_edges, rules.squeezed_han):
            assert rule(found) == []
        for lines in found.paragraphs():
            for line in lines[:-1]:  # ink ends where the measure does, or half an em before it
                short = line.measure - line.chars[-1].right
                assert short == pytest.approx(0, abs=EM) or 0 < short < 0.5 + EM
                assert short < EM or line.chars[-1].text in CLOSING | POINTS


# H1


@pytest.mark.parametrize("mark", "、，。")
def test_h1_a_point_hangs_half_an_em_outside(mark):
    line = sheet("国国国国国国" + mark + "安" * 9, 6, rules=varied("hanging")).lines[0]
    assert line.text == "国国国国国国" + mark
    assert line.chars[-2].right == pytest.approx(6, abs=EM)
    assert line.chars[-1].right == pytest.approx(6.5, abs=EM)


@pytest.mark.parametrize("mark", "；：？！》”）")
def test_h1_nothing_else_hangs(mark):
    for measure in range(5, 9):
        for line in sheet("国国国国国国" + mark + "安" * 9, measure, rules=varied("hanging")).lines:
            assert line.chars[-1].right <= measure + EM


def test_h1_off_unless_chosen_and_by_as_much_as_the_style_says():
    text = "国国国国国国，" + "安" * 9
    assert all(line.chars[-1].right <= 6 + EM for line in sheet(text, 6).lines)
    line = sheet(text, 6.25, rules=option(("hanging", "by", 0.25))).lines[0]
    assert line.chars[-1].right == pytest.approx(6.5, abs=EM)


@pytest.mark.parametrize("measure", [9, 11, 13])
def test_h1_lines_are_flush_but_for_what_hangs(measure):
    hung = 0
    for seed in range(8):
        found = sheet(made_up(seed, 150), measure, 2.0, rules=varied("hanging"))
        assert rules.starts_and_ends(found) == rules.squeezed_han(found) == rules.left_edges(found) == []
        for lines in found.paragraphs():
            for line in lines[:-1]:
                outside = 0.5 if line.chars[-1].text in "、，。" else 0.0
                hung += outside > 0
                assert line.chars[-1].right == pytest.approx(measure + outside, abs=EM)
    assert hung


def test_h1_heads_hang_nothing():
    paragraph = setting.shaped("国国，", rules=varied("hanging"), clause=True)
    assert paragraph.cells.end[-1] == 0.5
    assert setting.shaped("国国，", rules=varied("hanging")).cells.end[-1] == 1.0


# A1: what may be squeezed, and how far

TIGHT = "国。国？国！国国" + "安" * 20


def least_after(marks: str, **options) -> float:
    """The smallest room behind marks with a Han behind them, over measures that ask for squeezing."""
    found = []
    for measure in (4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8):
        for line in sheet(TIGHT, measure, **options).lines:
            found += [b.left - a.right for a, b in rules.pairs(line, lambda a, b: a.text in marks and rules.is_han(b))]
    return min(found)


def test_a1_a_style_may_forbid_squeezing_stops():
    assert least_after("。？！") < 0.4
    assert least_after("。？！", rules=varied("whole-stops")) >= 0.5 - EM


def test_a1_how_far_a_mark_is_squeezed_is_data():
    some = option(marks=(("。？！", "least", 0.75),))
    assert 0.25 - EM <= least_after("。？！", rules=some) < 0.4
    assert sheet("国国国国国。" + "安" * 9, 5.5, rules=some).lines[0].chars[-1].text == "。"  # W5 takes all of it


@pytest.mark.parametrize(("first", "second"), [("。", "、"), ("、", "。")])
def test_a1_the_order_of_marks_is_data(first, second):
    order = option(marks=((first, "squeeze", 3), (second, "squeeze", 4)))
    line = sheet("国、国。国国国》" + "安" * 20, 7, rules=order).lines[0]
    assert line.text == "国、国。国国国》"
    assert after(line, first) == pytest.approx(0.0, abs=EM)
    assert after(line, second) == pytest.approx(0.5, abs=EM)


def test_a1_a_middle_dot_with_blank_gives_it_on_both_sides():
    wide = option(marks=tuple(("·", field, value) for field, value in
                              (("cell", 1.0), ("lead", 0.25), ("trail", 0.25), ("squeeze", 3))))  # fmt: skip
    assert between("国·安", rules=wide) == pytest.approx(1.0, abs=EM)
    line = sheet("国·国国国国》" + "安" * 20, 6, rules=wide).lines[0]
    assert line.text == "国·国国国国》"
    assert line.chars[2].left - line.chars[0].right == pytest.approx(0.5, abs=EM)
    assert line.chars[1].left - line.chars[0].right == pytest.approx(0.0, abs=EM)
    assert between("国·安") == pytest.approx(0.5, abs=EM)


# L1


@pytest.mark.parametrize(
    ("text", "room"),
    [("国(3)安", "国("), ("国(3)安", ")安"), ("国3,安", ",安"), ("国“3”安", "“3"), ("国“3”安", "3”"), ("国3·安", "3·")],
)
def test_l1_no_gap_beside_points_and_brackets_of_either_width(text, room):
    [line] = sheet(text, 40).lines
    at = text.index(room)
    cells = setting.shaped(text).cells
    assert cells.gap[at] == 0
    assert line.chars[at + 1].left - line.chars[at].right == pytest.approx(0, abs=EM)


# L2


def grid_faults(found: Sheet) -> list[str]:
    """Where a Han, mark or run of Latin does not stand in whole cells, on lines that are not stretched."""
    faults = []
    for lines in found.paragraphs():
        line = lines[-1]
        for char in line.chars:
            if rules.is_han(char) and abs(char.x - round(char.x)) > EM:
                faults.append(f"{char.text} at {char.x:.3f} in {line.text!r}")
            if char.text in OPENING and abs(char.right - round(char.right)) > EM:
                faults.append(f"{char.text} ends at {char.right:.3f} in {line.text!r}")
            if char.text in CLOSING | POINTS and not char.latin and abs(char.x - round(char.x)) > EM:
                faults.append(f"{char.text} at {char.x:.3f} in {line.text!r}")
    return faults


GRID = "国2023年，“Python”（3.5%）·国/安-定。Hello World——平ｱ安"


def test_l2_every_run_takes_whole_cells():
    found = sheet(GRID, 60, rules=varied("strict-grid"))
    assert grid_faults(found) == []
    assert len(grid_faults(sheet(GRID, 60))) > 5


@pytest.mark.parametrize(
    ("text", "width"),
    [("，“", 2), ("》（", 2), ("·", 1), ("/", 1), ("-", 1), ("！！", 1), ("——", 2), ("A", 1), ("1.2", 2)],
)
def test_l2_marks_and_runs_are_whole_ems_and_w3_is_off(text, width):
    assert between(f"国{text}安", rules=varied("strict-grid")) == pytest.approx(width, abs=EM)


def test_l2_words_keep_a_space_between_them():
    [line] = sheet("国Hello World安", 40, rules=varied("strict-grid")).lines
    space = line.chars[6].x - line.chars[5].right
    assert space >= 0.25 - EM
    assert line.chars[-1].x == pytest.approx(round(line.chars[-1].x), abs=EM)


def test_l2_w4_w5_and_squeezing_are_off():
    lines = sheet("国国国国国，《国国国国》" + "安" * 9, 6, rules=varied("strict-grid")).lines
    assert [line.text for line in lines[:2]] == ["国国国国国，", "《国国国国》"]
    assert lines[0].chars[-1].right == pytest.approx(5.5, abs=EM)
    assert lines[1].chars[0].left == pytest.approx(0.5, abs=EM)
    control = sheet("国国国国国，《国国国国》" + "安" * 9, 6).lines
    assert control[0].chars[-1].right == pytest.approx(6, abs=EM)
    assert control[1].chars[0].left == pytest.approx(0, abs=EM)


# U3

UNITS = (
    "94817人次", "3月", "18年", "第15届", "3.5万亩", "300多人", "2亿元", "30个百分点", "5公里", "１２人", "1,234吨",
)  # fmt: skip


def holds(text: str, whole: str, measure: float, **options) -> bool:
    return sum(whole in line.text for line in sheet(text, measure, **options).lines) == text.count(whole)


@pytest.mark.parametrize("token", UNITS)
def test_u3_numbers_stay_with_their_units_wherever_they_fall(token):
    split = 0
    for before in range(12):
        text = "国" * before + token + "安" * 30
        assert holds(text, token, 11, rules=varied("whole-numbers")), before
        split += not holds(text, token, 11)
    assert split


@pytest.mark.parametrize("text", ["3月5日", "2023年3月", "5人6次"])
def test_u3_one_number_and_its_unit_may_be_parted_from_the_next(text):
    assert any(not holds("国" * n + text + "安" * 30, text, 11, rules=varied("whole-numbers")) for n in range(12))


def test_u3_phrases_stay_whole_and_are_stretched_like_other_text():
    own = option(("together", "phrases", ("德清县人民政府", "欧阳 修")))
    loose = 0
    for before in range(11):
        text = "国" * before + "德清县人民政府" + "安" * 30
        found = sheet(text, 11.5, rules=own)
        assert holds(text, "德清县人民政府", 11.5, rules=own)
        assert rules.uneven_lines(found) == []
        loose += any("德清县" in line.text and line.chars[1].x - line.chars[0].x > 1.02 for line in found.lines)
    assert loose
    assert any(not holds("国" * n + "德清县人民政府" + "安" * 30, "德清县人民政府", 11) for n in range(11))


def test_u3_a_phrase_with_a_space_is_not_broken_there():
    own = option(("together", "phrases", ("欧阳 修",)))
    for before in range(6):
        lines = [line.text for line in sheet("国" * before + "欧阳 修" + "安" * 9, 5, rules=own).lines]
        assert sum("欧阳修" in line for line in lines) == 1
    control = [[line.text for line in sheet("国" * n + "欧阳 修" + "安" * 9, 5).lines] for n in range(6)]
    assert any(not any("欧阳修" in line for line in lines) for lines in control)


def test_u3_a_latin_unit_stays_behind_its_space():
    text, breaks = "国100 km安", [True, False, False, False, False, False, True, True]
    assert setting.shaped(text, rules=varied("whole-numbers")).cells.breaks == breaks
    assert setting.shaped(text).cells.breaks[4]
    assert setting.shaped("国100 kmh安", rules=varied("whole-numbers")).cells.breaks[4]


def test_u3_a_phrase_longer_than_the_line_is_broken_as_if_it_were_none():
    phrase = "中国人民政治协商会议，德清县委员会2023年"
    own = option(("together", "phrases", (phrase,)))
    found = setting.broken(setting.shaped("国国" + phrase + "安安", rules=own), 6)
    assert found == setting.broken(setting.shaped("国国" + phrase + "安安"), 6)
    assert all(not line.remedy for line in found)


def test_u3_longer_phrases_go_before_shorter_ones_and_overlaps_are_one():
    rule = Together(phrases=("平安", "平安德清", "德清县"))
    own = replace(tables(), together=rule)
    cells = setting.shaped("国平安德清县安", rules=own).cells
    assert cells.breaks == [True, False, False, False, False, True, True]
    both = replace(rule, numbers=True, between=("多",), behind=("人", "人次"))
    assert setting.shaped("3多人次平安", rules=replace(own, together=both)).cells.breaks[:4] == [
        False,
        False,
        False,
        True,
    ]
