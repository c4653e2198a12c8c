"""Structure, joins, people, furniture and the cover of every character."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.formats.plain_text import read_source
from desktop.locator import resource
from desktop.model.story import FolioFields, Join, Person, Role, Source, Story
from desktop.recognise import recognise
from desktop.recognise.to_json import text_json

_REAL = Path(__file__).resolve().parents[3] / "shared" / "article" / "deqing-pingan.txt"


def read(text: str) -> tuple[Story, ...]:
    return recognise(Source("a1", "a.txt", "utf-8", text, text.encode("utf-8", "surrogatepass")))


def parts(text: str) -> list[tuple[str, str]]:
    return [(e.role.value, e.text) for story in read(text) for e in story.elements]


def texts(story: Story, *roles: Role) -> list[str]:
    return [element.text for element in story.with_role(*roles)]


def uncovered(text: str, stories: tuple[Story, ...]) -> Counter[int]:
    """Count how often every character that is not white space is covered; those covered once are left out."""
    cover = Counter({at: 0 for at, char in enumerate(text) if not char.isspace()})
    for story in stories:
        ranges = [part for element in story.elements for part in element.ranges]
        ranges += [unassigned.range for unassigned in story.unassigned]
        for part in ranges:
            cover.update(at for at in range(part.start, part.end) if not text[at].isspace())
    return Counter({at: times for at, times in cover.items() if times != 1})


_LINES = st.sampled_from(
    [
        "",
        "　　",
        "本报讯（记者 张三）昨日，新桥通车。",
        "□ 张三",
        "图为新桥。李四 摄",
        "（下转第3版）",
        "一、小标题",
        "17",
        "编者按：这里有话。",
        "浙江日报",
        "2023年3月30日 星期四",
        "标题：大字",
        "正文：",
        "＊＊＊",
        "短句 两截",
        "这一段话在栏尾断开没有说完",
        "这是一段相当长的正文，讲了一件事情，又讲了另外一件事情，最后说完了。" * 2,
        "（记者 张三）",
        "● 要点一",
        "问：是吗？",
        "(",
        "?",
        "相关链接",
        "核心提示：一句话。",
        "Hello world, this is",
        "责任编辑：王五 校对：赵六",
        "1. 清单",
        "上接第1版",
        "“引语”",
        "——副题",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(_LINES, max_size=30).map("\n".join), st.lists(_LINES).map("\r\n\n".join))
)
@settings(max_examples=300, deadline=None)
def test_every_character_is_covered_exactly_once(text: str) -> None:
    stories = read(text)
    assert not uncovered(text, stories)
    for story in stories:
        assert [e.order for e in story.elements] == list(range(1, len(story.elements) + 1))
        assert len({e.id for e in story.elements}) == len(story.elements)
        for element in story.elements:
            assert element.text == "".join(text[part.start : part.end] for part in element.ranges)
            assert element.text.strip()
            assert str(element.reason)
        for change in story.changes:
            assert text[change.range.start : change.range.end] == change.before


@given(st.lists(_LINES, max_size=20).map("\n".join))
@settings(max_examples=50, deadline=None)
def test_the_same_text_reads_alike(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.skipif(not _REAL.exists(), reason="the real article is not here")
class TestRealArticle:
    @pytest.fixture
    def story(self) -> Story:
        (story,) = recognise(read_source(_REAL))
        return story

    def test_head(self, story: Story) -> None:
        assert texts(story, Role.HEADLINE) == ["坚守为平安 奋进“星”征程"]
        people = [person for element in story.with_role(Role.BYLINE) for person in element.people]
        assert people == [
            Person("王喜英", "见习记者"),
            Person("陈琳", "", "湖州政法融媒体中心"),
            Person("张学华", "通讯员"),
        ]

    def test_sections(self, story: Story) -> None:
        assert texts(story, Role.SUBHEAD) == [
            "“头雁”担当 平安建设星星闪耀",
            "除险保安 绘就平安幸福底色",
            "护航发展 打造最优法治营商环境",
            "数字赋能 跑出平安建设加速度",
        ]
        (lede,) = texts(story, Role.LEDE)
        assert lede.startswith("德清,见山望水")
        assert lede.endswith("源自何处?")
        bodies = Counter(element.section for element in story.with_role(Role.BODY))
        assert [bodies[head.id] for head in story.with_role(Role.SUBHEAD)] == [4, 4, 3, 7]

    def test_the_cut_sentence_is_one_and_the_caption_cuts_nothing(self, story: Story) -> None:
        (join,) = story.joins
        source = read_source(_REAL).text
        assert source[join.end - 4 : join.end] == "排查化解"
        assert source[join.start : join.start + 6] == "各类矛盾纠纷"
        assert sum("排查化解各类矛盾纠纷3702起" in text for text in texts(story, Role.BODY)) == 1

    def test_beside_the_text(self, story: Story) -> None:
        assert texts(story, Role.CAPTION) == [
            "德清县“喜迎二十大 平安保亚运”誓师大会",
            "德清县人大代表入驻社会治理中心,为群众化解矛盾",
        ]
        assert texts(story, Role.SLOGAN) == ["建设更高", "一张蓝图", "一路风景"]
        (folio,) = story.with_role(Role.FOLIO)
        assert folio.folio == FolioFields(
            "浙江法治报", "2023-03-30", "星期四", "17", (("首席编辑", "罗丹琳"), ("版式设计", "马丁"))
        )

    def test_marks(self, story: Story) -> None:
        source = read_source(_REAL).text
        assert [source[s.at - 1 : s.at + 2] for s in story.suspicions] == ["清?法"]
        halves = {at for at, char in enumerate(source) if char in ",:;?!()"} - {s.at for s in story.suspicions}
        assert {change.range.start for change in story.changes} == halves
        assert not story.unassigned


def test_the_sample_has_the_shape_of_the_real_one() -> None:
    (story,) = recognise(read_source(resource("sample", "article.txt")))
    roles = Counter(element.role for element in story.elements)
    assert roles[Role.SUBHEAD] == 4
    assert (roles[Role.HEADLINE], roles[Role.BYLINE], roles[Role.LEDE]) == (1, 2, 1)
    assert (roles[Role.CAPTION], roles[Role.SLOGAN], roles[Role.FOLIO]) == (2, 3, 1)
    assert (len(story.joins), len(story.suspicions), len(story.unassigned)) == (1, 1, 0)
    (folio,) = story.with_role(Role.FOLIO)
    assert folio.folio is not None
    assert (folio.folio.paper, folio.folio.date, folio.folio.weekday, folio.folio.page) == (
        "清澜日报", "2024-05-23", "星期四", "09",
    )  # fmt: skip
    assert 2700 <= len(read_source(resource("sample", "article.txt")).text) <= 2900


def test_the_other_samples() -> None:
    (interview,) = recognise(read_source(resource("sample", "interview.txt")))
    assert not interview.with_role(Role.SUBHEAD)
    assert texts(interview, Role.DECK) == ["——对话云顶天文站守站人阚长明"]
    (news,) = recognise(read_source(resource("sample", "news.txt")))
    assert texts(news, Role.SUBHEAD) == ["路会“说话”", "桥下“留路”", "路边“生金”"]
    dateline, lede = news.elements[2:4]
    assert (dateline.role, lede.role, lede.run_in) == (Role.DATELINE, Role.LEDE, True)
    assert [person.name for person in dateline.people] == ["亓志远", "缪春生", "单于飞"]


_BODY = "昨天上午，新桥在一片欢呼声中建成通车，两岸居民往来只要五分钟，比过去少走了十二公里的山路。"


def test_a_jump_line_and_a_signature_leave_the_paragraph() -> None:
    found = parts(f"新桥通车\n{_BODY}\n{_BODY}（记者 张三）（下转第3版）\n")
    assert found[-3:] == [("body", _BODY), ("byline", "（记者 张三）"), ("jump_line", "（下转第3版）")]


def test_a_wrapped_line_is_no_join_and_latin_words_keep_their_space() -> None:
    text = (
        "新桥通车\n\n　　昨天上午，新桥在一片欢呼声中建成\n通车，两岸居民说这是等了多年的桥。\n"
        "　　带队的是从国外请来的 Anna\nSmith，她说这桥不容易，江面宽风又\n大，工人们吃住都在船上。\n"
    )
    (story,) = read(text)
    assert not story.joins
    (lede,) = texts(story, Role.LEDE)
    (body,) = texts(story, Role.BODY)
    assert "建成通车" in lede
    assert "Anna\nSmith" in body
    assert "风又大" in body


def test_a_caption_between_does_not_cut_a_sentence() -> None:
    first, rest = _BODY[:28], _BODY[28:]
    text = f"新桥通车\n记者 张三\n{_BODY}\n{first}\n\n图为新桥。\n\n{rest}\n"
    (story,) = read(text)
    assert texts(story, Role.BODY) == [_BODY]
    at = text.index(first, text.index(_BODY) + len(_BODY))
    assert story.joins == (Join(at + 28, text.rindex(rest)),)


def test_labels_are_believed_and_left_out() -> None:
    text = f"引题：全县抓开工\n主题：新桥通车\n副题：两岸五分钟\n正文：\n{_BODY}\n"
    assert parts(text) == [("kicker", "全县抓开工"), ("headline", "新桥通车"), ("deck", "两岸五分钟"), ("lede", _BODY)]
    assert [text[u.range.start : u.range.end] for u in read(text)[0].unassigned] == [
        "引题：",
        "主题：",
        "副题：",
        "正文：",
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("本报记者 张三 李四", [("张三", "记者", "本报"), ("李四", "记者", "本报")]),
        ("记者张三 通讯员 李四", [("张三", "记者", ""), ("李四", "通讯员", "")]),
        ("□本报记者 张三", [("张三", "记者", "本报")]),
        ("张三/文 李四/图", [("张三", "文", ""), ("李四", "图", "")]),
        ("文/张三 图/李四", [("张三", "文", ""), ("李四", "图", "")]),
        ("作者：王 强", [("王强", "作者", "")]),
        ("記者王小明／台北報導", [("王小明", "記者", "")]),
        ("云州日报 记者 张三", [("张三", "记者", "云州日报")]),
        ("县人民法院 欧阳晴 马依努尔·艾山", [("欧阳晴", "", "县人民法院"), ("马依努尔·艾山", "", "县人民法院")]),
    ],
)
def test_people_of_bylines(line: str, people: list[tuple[str, str, str]]) -> None:
    (story,) = read(f"新桥建成通车\n{line}\n{_BODY}\n{_BODY}\n")
    (byline,) = story.with_role(Role.BYLINE)
    assert [(p.name, p.title, p.organisation) for p in byline.people] == people


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("云州晚报 2024年5月16日 星期四 A07", FolioFields("云州晚报", "2024-05-16", "星期四", "A07")),
        (
            "责任编辑：张三 版式：李四 校对：王 五",
            FolioFields(editors=(("责任编辑", "张三"), ("版式", "李四"), ("校对", "王五"))),
        ),
        ("第3版 要闻", FolioFields(page="3")),
        ("二〇二四年五月十六日", FolioFields(date="2024-05-16")),
    ],
)  # fmt: skip
def test_fields_of_the_folio(line: str, fields: FolioFields) -> None:
    (story,) = read(f"新桥建成通车\n记者 张三\n{_BODY}\n{_BODY}\n{line}\n")
    (folio,) = story.with_role(Role.FOLIO)
    assert folio.folio == fields


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯（记者 张三）",
        "本报北京3月1日电",
        "新华社南港3月18日电（记者 张三 李四）",
        "中新网格桑5月2日电(记者 张三) ",
        "【本報訊】",
    ],
)
def test_datelines_run_into_the_lede(opening: str) -> None:
    (story,) = read(f"新桥建成通车\n{opening}{_BODY}\n{_BODY}\n")
    dateline, lede = story.elements[1:3]
    assert (dateline.role, dateline.text) == (Role.DATELINE, opening.strip())
    assert (lede.role, lede.text, lede.run_in) == (Role.LEDE, _BODY, True)


def test_json_has_the_shape_of_the_design() -> None:
    source = read_source(resource("sample", "article.txt"))
    found = text_json(source, recognise(source))
    assert set(found) == {"source", "encoding", "elements", "normalised", "suspicious", "joins", "unassigned"}
    assert found["source"] == "article.txt"
    for element in found["elements"]:
        assert {"id", "role", "text", "ranges", "reason", "story", "section", "order"} == set(element) - {"fields"}
        assert "".join(source.text[a:b] for a, b in element["ranges"]) == element["text"]
    assert all(source.text[at] in ",:;?!()" for at in found["normalised"])
    assert len(found["joins"]) == 1


def test_nothing_gives_no_story() -> None:
    assert read("") == ()
    assert read(" \n\u3000\r\n") == ()


def test_ids_begin_where_they_are_told() -> None:
    source = read_source(resource("sample", "news.txt"))
    (story,) = recognise(source, first_story=3)
    assert story.id == "s3"
    assert story.elements[0].id == "s3e01"
