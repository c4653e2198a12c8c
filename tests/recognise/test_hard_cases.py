"""Cases that unseen copy brought up: each general, each with the least text that shows it."""

from __future__ import annotations

import pytest

from desktop.model.story import Source
from desktop.recognise import recognise

_TEXT = (
    "近年来，这个县坚持把产业发展摆在突出位置，一手抓传统产业改造提升，一手抓新兴产业培育壮大，走出了一条特色鲜明的"
    "发展之路。全县上下拧成一股绳，干部群众心往一处想，劲往一处使。"
)
_MORE = "“日子一天比一天好，心里头亮堂。”村民老赵说，自从合作社办起来，他家一年能多收入三万多元，两个孩子上学不愁了。"
_HEAD = "山乡巨变看今朝\n本报记者 李强\n"


def roles(text: str) -> list[tuple[str, str]]:
    stories = recognise(Source("a1", "a.txt", "utf-8", text, text.encode()))
    return [(element.role.value, element.text) for story in stories for element in story.elements]


def role_of(line: str, text: str) -> str:
    return next(role for role, said in roles(text) if line in said)


@pytest.mark.parametrize("line", ["\u200b", "\ufeff\u200b", " \u2060 "])
def test_a_line_with_nothing_to_see_is_listed_and_is_no_element(line: str) -> None:
    text = f"{_HEAD}{_TEXT}\n{line}\n{_MORE}\n"
    (story,) = recognise(Source("a1", "a.txt", "utf-8", text, text.encode()))
    assert [e.role.value for e in story.elements] == ["headline", "byline", "lede", "body"]
    assert [text[u.range.start : u.range.end] for u in story.unassigned] == [line.strip()]


def test_nothing_but_invisible_characters_is_listed() -> None:
    (story,) = recognise(Source("a1", "a.txt", "utf-8", "\u200b\n", b""))
    assert not story.elements
    assert len(story.unassigned) == 1


@pytest.mark.parametrize("opening", ["", "本报讯 "])
def test_a_giant_paragraph_is_no_lede(opening: str) -> None:
    found = roles(f"山乡巨变看今朝\n{opening}{(_TEXT + _MORE) * 40}\n")
    assert found[-1][0] == "body"
    assert "lede" not in dict(found)


@pytest.mark.parametrize("line", ["By John Smith", "BY LI WEI", "By Li Wei and Zhang Hua", "By Li Wei, Zhang Hua"])
def test_english_bylines(line: str) -> None:
    assert role_of(line, f"山乡巨变看今朝\n{line}\n{_TEXT}\n{_MORE}\n") == "byline"


@pytest.mark.parametrize("line", ["二、三版责编 王小明", "三、四版责校 王五", "2-3版编辑 周明", "A2版责任编辑：赵四"])
def test_duties_of_several_pages(line: str) -> None:
    assert role_of(line, f"{_HEAD}{_TEXT}\n{_MORE}\n{line}\n") == "folio"


@pytest.mark.parametrize(
    ("line", "role"),
    [("要闻", "folio"), ("言论 A2", "folio"), ("09 城南旧事", "folio"), ("奋进新征程 建功新时代", "slogan")],
)
def test_what_stands_alone_at_the_top(line: str, role: str) -> None:
    assert role_of(line, f"{line}\n小小辣椒红了一片天\n本报记者 李强\n{_TEXT}\n{_MORE}\n") == role


def test_heads_of_three_plain_lines() -> None:
    found = roles(f"乡村治理的积分探索\n一张积分卡激活乡村治理\n青田镇推行积分制管理两年记\n{_TEXT}\n{_MORE}\n")
    assert [role for role, _ in found[:4]] == ["kicker", "headline", "deck", "lede"]


def test_long_subheads() -> None:
    first = "以“绣花功夫”推进精细管理，让城市颜值更高、气质更佳、百姓生活更舒心"
    second = "以“钉钉子精神”狠抓问题整改，让群众身边的操心事、烦心事有人管"
    text = f"{_HEAD}{_TEXT}\n{first}\n{_TEXT}\n{_MORE}\n{second}\n{_MORE}\n"
    assert [said for role, said in roles(text) if role == "subhead"] == [first, second]


def test_sentences_under_pictures_at_the_tail() -> None:
    captions = [
        "村民在合作社分拣刚刚采摘的辣椒。",
        "小学生走进茶园体验采茶制茶的乐趣。",
        "镇干部与村民一起修整灌溉水渠，为春耕做准备。",
    ]
    text = "\n".join([_HEAD + _TEXT, _TEXT, _MORE, *captions])
    assert [said for role, said in roles(text) if role == "caption"] == captions
    last = "目前，救援工作正在进行中。"
    assert role_of(last, f"{_HEAD}{_TEXT}\n{_MORE}\n{last}\n") == "body"


def test_a_company_for_electricity_is_no_agency() -> None:
    text = f"关于停电检修的通告\n{_TEXT}\n{_MORE}\n国网云台县供电公司\n"
    assert role_of("国网云台县供电公司", text) == "byline"
