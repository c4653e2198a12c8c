"""How well heads are broken, measured on heads marked by hand; the floors are a little below what was reached."""

from __future__ import annotations

import pytest

from desktop.compose.heads import ROOMY, fit_head
from desktop.compose.phrases import Border
from desktop.locator import resource
from desktop.model.story import Role
from desktop.text import phrasing_of
from desktop.text.vocabulary import _SECTIONS, listed
from tests.compose.headset import Divide, head_block, heads, judge, measure
from tests.compose.pages import block, plain_style

FLOORS = {"develop": 0.93, "heldout": 0.83, "articles": 0.83, "blind": 0.80}
"""Share of heads that are well broken into two lines at every width."""


@pytest.mark.parametrize("name", FLOORS)
def test_two_lines_are_broken_at_marked_borders(name, record_property, capsys):
    figures = measure(heads(name))
    record_property("figures", str(figures))
    with capsys.disabled():
        print(f"\n{name}: {figures}")
    assert figures.heads >= FLOORS[name]
    assert figures.precision >= 0.75


def halving(made, ems: float, count: int):
    """The control: lines of equal length, wherever that falls."""
    return [made.paragraph.cells.first[len(made.paragraph) // count]]


def test_control_halves_are_mostly_badly_broken():
    engine: Divide = halving
    assert measure(heads("develop"), engine=engine).heads < 0.4


def test_the_sets_are_what_they_say():
    held, first = heads("heldout"), heads("develop")[:100]
    assert (len(held), len(first)) == (100, 100)
    texts = [head.text for name in FLOORS for head in heads(name)]
    assert len(texts) == len(set(texts))
    for head in (head for name in FLOORS for head in heads(name)):
        assert all(0 < at < len(head.text) for at in head.borders), head.text
        assert not any(start < at < end for at in head.borders for start, end in head.names), head.text


def test_no_name_that_is_known_is_divided_while_anything_else_fits():
    for head in (head for name in FLOORS for head in heads(name)):
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


def test_a_head_that_fits_at_its_space_asks_no_segmenter(monkeypatch):
    asked: list[str] = []

    def spy(text, names):
        asked.append(text)
        return phrasing_of(text, names)

    monkeypatch.setattr("desktop.compose.phrases.phrasing_of", spy)
    for text in ("稳字当头开新局 实干为先谱新篇", "向海图强，千亿级产业崛起", "短题"):
        for width in range(120, 900, 40):
            fit_head(headline(text), width, ROOMY, 12.0)
    assert asked == []
    fit_head(headline("两部门联合发布首批绿色工厂名单"), 300, ROOMY, 12.0)  # the control
    assert asked == ["两部门联合发布首批绿色工厂名单"]


def headline(text: str):
    sizes = (96.0, 72.0, 48.0, 36.0, 24.0, 12.0)
    return block(text, plain_style(sizes=sizes, pitches=0.0, max_lines=2), Role.HEADLINE, clause=True)


def test_a_head_broken_elsewhere_than_at_its_space_must_be_twice_as_large():
    """A clause of ten characters and one of two: broken at the space, only small type fits."""
    for width in range(60, 900, 20):
        found = fit_head(headline("省政府部署岁末年初工作 确保平安"), width, ROOMY, 12.0)
        if len(found.lines) == 2 and found.lines[0].end != 12:
            assert found.worth < 1
            at_space = next(size for size in (96.0, 72.0, 48.0, 36.0, 24.0, 12.0, 0.1) if 11 * size <= width)
            assert found.size >= 2 * at_space


# The house's word list.


def test_the_word_list_holds_known_headings_and_every_word_once():
    headings = {*_SECTIONS, "ends", "places"}
    path = resource("words", "newspaper.txt")
    found = [line.strip("[] \n") for line in path.read_text("utf-8").splitlines() if line.startswith("[")]
    assert set(found) == headings
    for heading in found:
        words = listed(heading)
        assert len(words) == len(set(words)), heading
        assert all(word.strip() and " " not in word for word in words)


@pytest.mark.parametrize("word", ["高空抛物", "公益诉讼", "省人大常委会", "一票难求", "投产", "专精特新"])
def test_a_word_of_the_house_is_one_word(word):
    assert word in {found.text for found in phrasing_of(f"全市{word}工作情况").words}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("增长12.3%以上", "12.3%"), ("8月1日起施行", "8月1日"), ("主场3比1获胜", "3比1"), ("首条生产线", "首条"),
        ("惠及近三百家企业", "近三百家"), ("第十八届省运会", "第十八届"),
        ("排查94817人次", "94817人次"), ("680万件诉求", "680万件"),
    ],
)  # fmt: skip
def test_a_number_and_its_classifier_are_one_word(text, count):
    assert count in {word.text for word in phrasing_of(text).words if word.whole}


def test_control_a_numeral_inside_a_word_is_no_number():
    words = {word.text: word.whole for word in phrasing_of("一线工人三农工作").words}
    assert not any(words.values())


def test_a_head_of_two_characters_is_never_set_one_above_the_other():
    for width in range(40, 300, 20):
        assert len(fit_head(headline("通告"), width, ROOMY, 12.0).lines) == 1
    assert len(fit_head(headline("再见 周岚"), 100, ROOMY, 12.0).lines) == 2  # the control


@pytest.mark.parametrize("name", ["遥感四十三号", "神舟十八号", "长征五号", "风云三号"])
def test_what_a_number_names_is_a_name(name):
    words = {word.text: word for word in phrasing_of(f"我国成功发射{name}卫星").words}
    assert words[name].whole
    control = {word.text for word in phrasing_of("全市五月三号停水").words}
    assert not any(word.endswith("三号") and word.startswith("全市") for word in control)
