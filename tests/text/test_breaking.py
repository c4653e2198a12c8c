"""Ends of lines: levels (K1), line starts and ends (K2), push-in before push-out (K3), remedies (K4, U4)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.text import Breaker, Measures, Remedy
from desktop.text.judge import BEYOND, LOOSE, REMEDY, Cost, unpacked
from desktop.text.lines import natural_width
from desktop.text.longtokens import LongTokens
from tests.text.setting import broken, rows, set_lines, shaped, tables, text_of, varied


def test_a_line_takes_what_fits():
    assert rows("一二三四五六七八", 3) == ["一二三", "四五六", "七八"]


def test_the_indent_is_the_callers_business():
    assert rows("一二三四五六七八", 5, indent=2) == ["一二三", "四五六七八"]


def test_each_line_has_a_measure_of_its_own():
    paragraph = shaped("一二三四五六七八")
    lines = Breaker(paragraph).lines(Measures(3, (2, 4))).lines
    assert [text_of(paragraph, line) for line in lines] == ["一二", "三四五六", "七八"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        # K3: the mark's half em at the line's end (W5) is used before anything is squeezed.
        ("一二·三四，五六", 5, ["一二·三四，", "五六"]),
        # Pushed in: the bracket and comma give up their blank, so the full stop stays.
        ("一二（三）四。五六七", 6, ["一二（三）四。", "五六七"]),
        ("一，二，三四。五六七", 6, ["一，二，三四。", "五六七"]),
        # Pushed out: nothing can be squeezed, one character goes down with the mark.
        ("一二三四五六。七八", 6, ["一二三四五", "六。七八"]),
        # An opening bracket goes down.
        ("一二三四五（六）七", 6, ["一二三四五", "（六）七"]),
        ("一二三四五“‘六七’”", 6, ["一二三四五", "“‘六七’”"]),
    ],
)
def test_k3_push_in_before_push_out(text, measure, expected):
    assert rows(text, measure) == expected


def test_k3_control_where_nothing_may_be_squeezed_it_is_pushed_out():
    own = tables()
    rigid = replace(own, marks={char: replace(rule, squeeze=0) for char, rule in own.marks.items()})
    assert rows("一，二，三四。五六七", 6, rules=rigid) == ["一，二，三", "四。五六七"]


def test_k2_a_word_space_hides_no_mark():
    for measure in range(2, 9):
        lines = rows("一二三（ 四五六 ）七八 。九", measure)
        assert not any(line.endswith("（") or line[0] in "）。" for line in lines), measure


def test_spaces_vanish_at_line_ends():
    assert rows("one two three", 2.6) == ["one", "two", "three"]
    assert rows("一二三 四五六", 3) == ["一二三", "四五六"]


def test_u1_a_latin_word_breaks_behind_its_hyphen():
    assert rows("一二well-known三", 5) == ["一二well-", "known三"]


def test_u1_a_number_does_not():
    assert "2022-2023" in rows("一二三2022-2023四", 6)[1]


@pytest.mark.parametrize("token", ["94817", "98%", "¥128", "10:30", "——", "……", "don't", "９８％"])
@pytest.mark.parametrize("before", range(8))
def test_u1_tokens_go_down_whole(token, before):
    lines = rows("国" * before + token + "安" * 9, 6)
    assert sum(token in line for line in lines) == 1


def test_u4_a_token_longer_than_the_line_is_broken_and_told():
    paragraph = shaped("国" + "9" * 30 + "安")
    lines = broken(paragraph, 5)
    told = [line.remedy for line in lines]
    assert told.count(Remedy.TOKEN_BROKEN) == 3
    assert "".join(text_of(paragraph, line) for line in lines) == "国" + "9" * 30 + "安"
    assert all(line.width <= 5 + 1e-6 for line in set_lines(paragraph, 5))


def test_u4_control_a_token_that_fits_is_not_told():
    assert Remedy.TOKEN_BROKEN not in {line.remedy for line in broken(shaped("国" + "9" * 8 + "安"), 5)}


def test_k4_a_run_of_marks_without_solution_is_broken_and_told():
    paragraph = shaped("国。』」）》】”’安安安")
    lines = broken(paragraph, 2)
    assert Remedy.MARK_RUN in {line.remedy for line in lines}
    assert "".join(text_of(paragraph, line) for line in lines) == "国。』」）》】”’安安安"


def test_k4_a_run_with_a_solution_is_not_told():
    assert {line.remedy for line in broken(shaped("国国国国，国。』」安安安"), 5)} == {Remedy.NONE}


def test_a_cell_wider_than_the_measure_still_stands():
    assert rows("——国", 1) == ["——", "国"]


def test_the_last_line_is_marked():
    assert [line.last for line in broken(shaped("一二三四五"), 2)] == [False, False, True]
    assert [line.last for line in Breaker(shaped("一二")).lines(Measures(5), start=2).lines] == [True]


def test_only_white_space_left_makes_an_empty_last_line():
    paragraph = shaped("一二  ")
    [line] = broken(paragraph, 2)
    assert (line.last, text_of(paragraph, line)) == (True, "一二")


@pytest.mark.parametrize("text", ["abc def", "a b", "好 好", "国 abc", "“ 好”", "1,234 5%", "——  ……"])
@pytest.mark.parametrize("measure", [0.0, 0.3, 0.5])
def test_a_measure_narrower_than_a_character_loses_nothing(text, measure):
    paragraph = shaped(text)
    lines = broken(paragraph, measure)
    assert "".join(text_of(paragraph, line) for line in lines).replace(" ", "") == text.replace(" ", "")
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
    assert all(line.remedy is not Remedy.NONE for line in lines if line.stop - line.start > 1 or measure < 0.3)


def test_o1_white_space_before_a_paragraph_makes_no_second_line_of_its_first():
    (line,) = broken(shaped("　　好"), 13)
    assert line.last
    assert line.remedy is Remedy.NONE


def test_o1_control_a_second_line_of_one_character_is_told():
    assert broken(shaped("　　一"), 1)[-1].remedy is Remedy.NONE
    assert broken(shaped("　　一二"), 1)[-1].remedy is Remedy.SHORT_LAST


def test_costs_hold_every_line_of_ten_megabytes():
    lines = 10_000_000
    assert unpacked(lines * (REMEDY + LOOSE)) == Cost(lines, 0, 0, lines, 0, 0, 0, 0)
    assert lines * REMEDY < BEYOND


@pytest.mark.parametrize("measure", [1.0, 2.5, 4.0, 9.0, 40.0])
def test_long_tokens_by_place_are_those_of_a_search_through_all(measure):
    text = "国家representation 94,817人次，https://www.example.com/abc的well-known，Anna说12.5%的organisation。" * 2
    paragraph = shaped(text, rules=varied("whole-numbers"))
    tokens = LongTokens(paragraph)
    cells = paragraph.cells
    assert any(number >= 0 for number in cells.bound)
    wide = [
        (number, row)
        for row in (cells.token, cells.bound)
        for number in sorted({*row} - {-1})
        if natural_width(paragraph, row.index(number), len(row) - row[::-1].index(number)) > measure + 1e-6
    ]
    inside = {
        end for number, row in wide for end in range(1, len(cells)) if row[end - 1] == row[end] == number
    }  # fmt: skip
    opened = {end for end in range(1, len(cells) + 1) if tokens.opens(end, measure)}
    assert tokens.any_wider(measure) == bool(wide)
    assert opened <= inside
    for first in range(0, len(cells), 7):
        for last in range(first, len(cells) + 1, 5):
            assert {*tokens.ends(measure, first, last)} == {end for end in opened if first <= end <= last}
    divided = {
        end for number, row in wide if row is cells.token for end in inside if row[end - 1] == row[end] == number
    }
    assert {end for end in range(1, len(cells) + 1) if tokens.divides(end, measure)} == divided
