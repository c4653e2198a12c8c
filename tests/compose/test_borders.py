"""How well heads are broken, measured on heads marked by hand; the floors are a little below what was reached."""

from __future__ import annotations

import pytest

from desktop.compose.phrases import Border
from desktop.text import phrasing_of
from tests.compose.headset import Divide, head_block, heads, judge, measure
from tests.compose.pages import block

FLOORS = {"develop": 0.90, "heldout": 0.70, "articles": 0.78}
"""Share of heads that are well broken into two lines at every width."""


@pytest.mark.parametrize("name", FLOORS)
def test_two_lines_are_broken_at_marked_borders(name, record_property, capsys):
    figures = measure(heads(name))
    record_property("figures", str(figures))
    with capsys.disabled():
        print(f"\n{name}: {figures}")
    assert figures.heads >= FLOORS[name]
    assert figures.precision >= 0.65


def halving(made, ems: float, count: int):
    """The control: lines of equal length, wherever that falls."""
    return [made.paragraph.cells.first[len(made.paragraph) // count]]


def test_control_halves_are_mostly_badly_broken():
    engine: Divide = halving
    assert measure(heads("develop"), engine=engine).heads < 0.4


def test_the_sets_are_what_they_say():
    held, first = heads("heldout"), heads("develop")[:100]
    assert (len(held), len(first)) == (100, 100)
    assert not {head.text for head in held} & {head.text for head in heads("develop")}
    for head in (*held, *heads("develop"), *heads("articles")):
        assert all(0 < at < len(head.text) for at in head.borders), head.text
        assert not any(start < at < end for at in head.borders for start, end in head.names), head.text


def test_no_name_that_is_known_is_divided_while_anything_else_fits():
    for head in (*heads("develop"), *heads("heldout"), *heads("articles")):
        for _, shown in judge(head, 2, told=True).faults:
            at = shown.find("|")
            assert not any(start < at < end for start, end in head.names), shown


def kinds(text: str, names: tuple[str, ...] = ()) -> dict[str, Border]:
    made = head_block(text)
    made.shaped.names = names
    first = made.paragraph.cells.first
    return {text[first[cell] - 1] + text[first[cell]]: kind for cell, kind in made.shaped.borders.all.items()}


def test_kinds_of_borders():
    found = kinds("河长上岗 水清岸绿，专精特新企业《新年戏》首演三百场")
    assert found[" 水"] is Border.CLAUSE
    assert found["，专"] is Border.MARK
    assert found["》首"] <= Border.WORD
    assert found["年戏"] in {Border.QUOTED, Border.SYLLABLE}
    assert found["三百"] is Border.WHOLE
    assert found["精特"] is Border.SYLLABLE  # in the house's word list


def test_control_a_word_that_is_in_no_list_is_cut():
    assert kinds("创新特精企业")["新特"] <= Border.WORD


def test_brackets_round_the_whole_head_do_not_count():
    assert kinds("“我们不是来度假的”")["们不"] <= Border.WORD
    assert kinds("他说“我们不是来度假的”")["们不"] is Border.QUOTED


@pytest.mark.parametrize("text", ["沈砚秋当选主任", "書香滿城全民閱讀", "AI大模型走进诊所", "", "，", "👪家", "a b c"])
def test_words_cover_their_text(text):
    words = phrasing_of(text).words
    assert "".join(text[word.start : word.end] for word in words) == text
    assert [word.start for word in words[1:]] == [word.end for word in words[:-1]]


def test_traditional_heads_are_divided_as_simplified_ones():
    for traditional, plain in (
        ("書香滿城全民閱讀蔚然成風", "书香满城全民阅读蔚然成风"),
        ("粵劇名伶重返舞台", "粤剧名伶重返舞台"),
    ):
        assert phrasing_of(traditional).strains == phrasing_of(plain).strains


def test_two_clauses_built_alike_are_parted_in_the_middle():
    strains = phrasing_of("三百米见绿五百米见园").strains
    assert min(strains, key=lambda at: strains[at]) == 5


def test_a_head_of_thousands_of_characters_is_divided_in_no_time():
    made = block("一二三四五六七八九十" * 300, clause=True)
    assert len(made.shaped.borders.all) > 1000
