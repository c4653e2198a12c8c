"""Heads, read from the dump of composed pages: sizes, breaks, balance, even spacing, and what is reported."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.model.edition import Edition
from desktop.model.story import Person, Role
from desktop.preflight import find_all
from tests.compose.pages import compose, edition, story, tiny, words
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES, composed, real_article
from tests.conformance.positions import OPENING, POINTS, Line, Sheet, read

BODY = 10.0
Part = tuple[Role, str]


def made(*parts: Part, columns: int = 4, lines: int = 12, people: tuple[Person, ...] = (), **styles: dict) -> Edition:
    """A page of 10 pt body whose heads stand in a slot of so many columns of 10 characters; ``styles`` by role."""
    page = tiny(
        f'<stack><slot id="h" kind="head" roles="kicker headline deck byline" lines="{lines}"/>'
        '<slot id="t" kind="text" roles="body" lines="auto"/></stack>',
        columns=columns,
    )
    source, one = story(*parts, (Role.BODY, words(60)))
    if people:
        one = replace(one, elements=(replace(one.elements[0], people=people), *one.elements[1:]))
    whole = edition(page, (source, one))
    head = dict(whole.style.head)
    for role, changes in styles.items():
        head[Role(role)] = replace(head[Role(role)], **changes)
    return replace(whole, style=replace(whole.style, head=head))


def sheet(whole: Edition) -> Sheet:
    return read(dump_lines(compose(whole).display))


def lines(whole: Edition, role: Role) -> list[Line]:
    ids = [e.id for one in whole.stories for e in one.elements if e.role is role]
    return list(sheet(whole).of(*ids).lines)


def texts(whole: Edition, role: Role = Role.HEADLINE) -> list[str]:
    return [line.text for line in lines(whole, role)]


def findings(whole: Edition) -> set[str]:
    return {finding.id for finding in find_all(whole, [compose(whole)])}


def headline(text: str, **options) -> Edition:
    return made((Role.HEADLINE, text), **options)


def small(*sizes: float) -> dict:
    return {"headline": {"sizes": sizes}}


# The largest size that fits.


@pytest.mark.parametrize(
    "text", ["平安", "平安之城", "老街灯火渐次亮", "稳字当头开新局 实干为先谱新篇", "城市书房昨夜亮灯到天明"]
)
@pytest.mark.parametrize("columns", [2, 3, 4])
def test_the_next_larger_size_would_not_fit(text, columns):
    whole = headline(text, columns=columns, lines=30)
    [size] = {line.size for line in lines(whole, Role.HEADLINE)}
    larger = [other for other in whole.style.head[Role.HEADLINE].sizes if other > size]
    for other in larger:
        alone = headline(text, columns=columns, lines=30, headline={"sizes": (other,)})
        inside = all(line.chars[-1].right <= line.measure + rules.EM for line in lines(alone, Role.HEADLINE))
        assert not (inside and len(texts(alone)) <= 2 and texts(alone) == texts(whole))


def test_control_a_size_held_down_leaves_room():
    whole, held = headline("老街灯火渐次亮"), headline("老街灯火渐次亮", **small(24.0, 18.0))
    assert lines(held, Role.HEADLINE)[0].size < lines(whole, Role.HEADLINE)[0].size


def test_kicker_and_deck_give_way_to_the_headline():
    parts = (
        (Role.KICKER, "全市招商工作推进会举行"),
        (Role.HEADLINE, "老街灯火渐次亮"),
        (Role.DECK, "首批十二条街巷改造完成"),
    )
    whole = made(*parts, lines=8)
    head, others = lines(whole, Role.HEADLINE), lines(whole, Role.KICKER) + lines(whole, Role.DECK)
    assert max(line.size for line in others) <= 0.6 * head[0].size
    stiff = made(*parts, lines=8, kicker={"sizes": (22.0,)}, deck={"sizes": (18.0,)})
    assert lines(stiff, Role.HEADLINE)[0].size < head[0].size
    assert compose(whole).overset == {}


# Breaks.


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_a_clause_space_is_the_first_choice_and_vanishes(columns):
    whole = headline("稳字当头开新局 实干为先谱新篇", columns=columns)
    upper, lower = lines(whole, Role.HEADLINE)
    assert (upper.text, lower.text) == ("稳字当头开新局", "实干为先谱新篇")
    assert upper.chars[0].left == pytest.approx(lower.chars[0].left, abs=rules.EM)
    assert upper.chars[-1].right == pytest.approx(lower.chars[-1].right, abs=rules.EM)


def test_a_clause_space_on_a_line_is_one_em_and_is_not_stretched():
    whole = headline("开新局 谱新篇", **small(36.0))
    [line] = lines(whole, Role.HEADLINE)
    gap = line.chars[3].left - line.chars[2].right
    assert gap == pytest.approx(1.0, abs=rules.EM)
    body = made((Role.HEADLINE, "标题"), (Role.BODY, "开新局 谱新篇" * 9))
    [first, *_] = lines(body, Role.BODY)
    spaces = [b.left - a.right for a, b in pairwise(first.chars) if (a.text, b.text) == ("局", "谱")]
    assert all(space < 0.6 for space in spaces)  # the control: in text it is a word space


def test_a_space_between_latin_words_is_a_word_space():
    [line] = lines(headline("用 Open Type 写字", **small(36.0)), Role.HEADLINE)
    gaps = {a.text + b.text: b.left - a.right for a, b in pairwise(line.chars)}
    assert gaps["nT"] < 0.6
    assert gaps["用O"] == pytest.approx(1.0, abs=rules.EM)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("民生实事清单里的94817人次", "94817人次"),
        ("企业满意率突破百分之98.5%大关", "98.5%"),
        ("新区建成一百二十个口袋公园", "一百二十个"),
        ("沉浸式话剧《山河故人来》今晚首演", "《山河故人来》"),
        ("街道推出“家门口食堂”服务老人", "“家门口食堂”"),
        ("新一代OpenHarmony终端亮相展会", "OpenHarmony"),
        ("省委书记沈砚秋赴山区调研春耕", "沈砚秋"),
    ],
)
def test_nothing_that_belongs_together_is_divided(text, whole):
    for columns in (1, 2, 3, 4):
        for size in (14.0, 16.0, 20.0, 24.0, 28.0, 36.0):
            if len(whole) * size > columns * 10 * BODY:
                continue  # it alone is longer than the line
            assert any(whole in line for line in texts(headline(text, columns=columns, lines=30, **small(size))))


NAME, HEAD = "马上来", "教练马上来带队勇夺三连冠"


def divides_the_name(**options) -> set[bool]:
    found = set()
    for size in (12.0, 14.0, 16.0, 18.0, 20.0, 24.0, 30.0):
        found |= {
            not any(NAME in line for line in texts(headline(HEAD, columns=1, lines=30, **small(size), **options)))
        }
    return found


def test_a_name_known_from_the_byline_is_never_divided():
    assert divides_the_name(people=(Person(NAME),)) == {False}


def test_control_a_name_that_nobody_told_may_be_divided():
    assert True in divides_the_name()


def test_a_name_longer_than_its_line_is_divided_and_reported():
    name = "时代光影城"
    tight = headline(name, columns=1, lines=30, people=(Person(name),), **small(24.0))
    assert "".join(texts(tight)) == name
    assert len(texts(tight)) > 1
    assert "line.phrase-broken" in findings(tight)
    roomy = headline(name, columns=2, lines=30, people=(Person(name),), **small(24.0))
    assert texts(roomy) == [name]
    assert "line.phrase-broken" not in findings(roomy)


@pytest.mark.parametrize(
    "text",
    ["城市书房昨夜亮灯到天明", "志愿者连夜转运救灾物资", "两部门联合发布首批绿色工厂名单", "邻里中心开进回迁小区"],
)
def test_two_lines_are_balanced(text):
    for size in (20.0, 24.0, 28.0, 36.0):
        found = lines(headline(text, columns=2, lines=30, **small(size)), Role.HEADLINE)
        if len(found) == 2:
            short, long = sorted(line.chars[-1].right - line.chars[0].left for line in found)
            assert short >= long / 2 - rules.EM


def test_every_line_of_a_head_stands_inside_its_slot_and_centred():
    for text in ("城市书房昨夜亮灯到天明", "“小网格”织密“平安网”", "向海图强，千亿级海洋产业崛起"):
        for line in lines(headline(text, columns=2), Role.HEADLINE):
            left, right = line.chars[0].left, line.measure - line.chars[-1].right
            assert left >= -rules.EM
            assert left == pytest.approx(right, abs=0.02)


def test_a_subhead_longer_than_its_column_takes_two_lines_at_its_space():
    page = tiny('<stack><slot id="t" kind="text" roles="subhead body" lines="auto"/></stack>')
    parts = [
        (Role.SUBHEAD, "除险保安 绘就平安底色"),
        (Role.BODY, words(80)),
        (Role.SUBHEAD, "另一节"),
        (Role.BODY, words(80)),
    ]
    found = texts(edition(page, story(*parts)), Role.SUBHEAD)
    assert found == ["除险保安", "绘就平安底色", "另一节"]


# Even spacing.


def gaps(line: Line) -> list[float]:
    return [b.left - a.right for a, b in pairwise(line.chars)]


def spread(text: str, most: float = 1.0, size: float = 40.0, **options) -> Line:
    whole = headline(text, headline={"sizes": (size,), "spread": most}, **options)
    [line] = lines(whole, Role.HEADLINE)
    return line


def test_a_spread_head_fills_its_measure_with_equal_gaps():
    line = spread("老街灯火渐次亮")
    assert line.chars[0].left == pytest.approx(0, abs=rules.EM)
    assert line.chars[-1].right == pytest.approx(line.measure, abs=rules.EM)
    assert max(gaps(line)) - min(gaps(line)) < rules.EM
    assert min(gaps(line)) > 0.1


def test_control_a_head_that_is_not_spread_is_set_solid():
    line = spread("老街灯火渐次亮", most=0.0)
    assert gaps(line) == pytest.approx([0.0] * 6, abs=rules.EM)
    assert line.chars[0].left > 0.1


def test_a_head_too_short_to_be_spread_to_the_edges_is_spread_to_the_limit_and_centred():
    line = spread("通告", most=0.5)
    assert gaps(line) == pytest.approx([0.5], abs=rules.EM)
    assert line.chars[0].left == pytest.approx(line.measure - line.chars[-1].right, abs=rules.EM)
    assert line.chars[0].left > 1


def test_a_spread_clause_space_is_an_em_and_one_gap():
    line = spread("老街灯火 渐次亮")
    own = gaps(line)
    assert own[3] == pytest.approx(1 + own[0], abs=rules.EM)
    assert line.chars[-1].right == pytest.approx(line.measure, abs=rules.EM)


def test_no_room_is_added_inside_numbers_and_words():
    line = spread("老街G20又见2024", size=30.0)
    by_pair = {a.text + b.text: gap for a, b, gap in zip(line.chars, line.chars[1:], gaps(line), strict=False)}
    assert [by_pair[pair] for pair in ("G2", "20", "02", "24")] == pytest.approx([0.0] * 4, abs=0.06)
    assert by_pair["老街"] > 0.1


def test_brackets_stay_close_in_a_solid_head_and_move_with_their_word_in_a_spread_one():
    assert {char.text for char in spread("“老街”灯火亮").chars} >= {"“", "”"}
    line = spread("“老街”灯火亮")
    assert line.chars[-1].right == pytest.approx(line.measure, abs=rules.EM)


def test_a_head_of_two_lines_is_not_spread():
    whole = headline("稳字当头开新局 实干为先谱新篇", columns=3, headline={"sizes": (36.0,), "spread": 1.0})
    for line in lines(whole, Role.HEADLINE):
        assert gaps(line) == pytest.approx([0.0] * 6, abs=rules.EM)


def test_a_subhead_in_a_column_can_be_spread():
    page = tiny('<stack><slot id="t" kind="text" roles="subhead body" lines="auto"/></stack>')
    parts = [(Role.SUBHEAD, "老街灯火"), (Role.BODY, words(80)), (Role.SUBHEAD, "另一节"), (Role.BODY, words(80))]
    whole = edition(page, story(*parts))
    flow = {**whole.style.flow, Role.SUBHEAD: replace(whole.style.flow[Role.SUBHEAD], spread=2.0)}
    even = replace(whole, style=replace(whole.style, flow=flow))
    [first, _] = lines(even, Role.SUBHEAD)
    assert max(gaps(first)) - min(gaps(first)) < rules.EM
    assert min(gaps(first)) > 0.3
    assert gaps(lines(whole, Role.SUBHEAD)[0]) == pytest.approx([0.0] * 3, abs=rules.EM)


# The lead head.


def test_a_lead_head_below_four_times_the_body_is_reported():
    assert "head.small" in findings(headline("城市书房昨夜亮灯到天明", columns=1, lines=3))
    assert "head.small" not in findings(headline("城市书房昨夜亮灯到天明", columns=4, lines=12))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("article", ["real", *(path.stem for path in SAMPLES)])
def test_lead_heads_are_at_least_four_times_the_body(article, layout):
    path = real_article() if article == "real" else next(p for p in SAMPLES if p.stem == article)
    page = composed(path, layout)
    found = page.sheet.of(*page.ids(Role.HEADLINE)).lines
    assert max(line.size for line in found) >= 4 * page.sheet.page["body"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("article", ["real", *(path.stem for path in SAMPLES)])
def test_heads_of_pages_neither_overlap_nor_break_the_rules(article, layout):
    path = real_article() if article == "real" else next(p for p in SAMPLES if p.stem == article)
    page = composed(path, layout)
    heads = page.sheet.of(*page.ids(Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD))
    assert rules.starts_and_ends(heads) == []
    for line in heads.lines:
        widths = [b.left - a.right for a, b in pairwise(line.chars)]
        assert min(widths, default=0.0) >= -0.51, line.text  # W3 takes half an em between marks, nothing else does
        solid = [
            w
            for w, (a, b) in zip(widths, pairwise(line.chars), strict=True)
            if {a.text, b.text}.isdisjoint(OPENING | POINTS)
        ]
        assert min(solid, default=0.0) >= -0.1, line.text
