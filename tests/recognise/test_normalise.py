"""House style of marks: what changes, what stays, what is suspicious."""

from __future__ import annotations

import pytest

from desktop.model.corrections import refuse_all_changes, refuse_change
from desktop.model.settext import set_text
from desktop.model.story import Source, Story
from desktop.recognise import recognise

_LONG = "这一段话讲的是一座小城，城里有一条河，河上有七座桥，桥边有人家。"


def story_of(text: str) -> Story:
    whole = f"小城的桥\n记者 张三\n{_LONG}\n{text}\n{_LONG}\n"
    (story,) = recognise(Source("a1", "a.txt", "utf-8", whole, b""))
    return story


def normalised(text: str) -> str:
    story = story_of(text)
    return next(set_text(e, story).text for e in story.elements if e.text == text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他说,小城很好,桥也很好;河水很清:真好!", "他说，小城很好，桥也很好；河水很清：真好！"),
        ("如此快速的处置是如何实现的?", "如此快速的处置是如何实现的？"),
        ("比分是3:2,主队赢了,时间是10:30,观众有12,345人。", "比分是3:2，主队赢了，时间是10:30，观众有12,345人。"),
        ("网址是http://a.example/x?y=1,z:2请看。", "网址是http://a.example/x?y=1,z:2请看。"),
        ("店名叫Hello, world: again? yes!在街角。", "店名叫Hello, world: again? yes！在街角。"),
        ("各镇(街道)上下齐心,满意率达98%,同比上升。", "各镇（街道）上下齐心，满意率达98%，同比上升。"),
        ("函数f(x)与CO(2)不变,水库(2022)年修好。", "函数f(x)与CO(2)不变，水库（2022）年修好。"),
        ("“德清公安”微信公众号“11087(110帮企)”模块,很好用。", "“德清公安”微信公众号“11087（110帮企）”模块，很好用。"),
        ("“好!”,他说,“真好!”大家都笑了。", "“好！”，他说，“真好！”大家都笑了。"),
        ("等一等...再走。他说\"好\"。", "等一等...再走。他说\"好\"。"),
        ("他喊了一声(很轻）。", "他喊了一声（很轻）。"),
    ],
)  # fmt: skip
def test_marks(before: str, after: str) -> None:
    assert normalised(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "出台《“德企亲清?法护营商”三十条意见》等,全力支持企业渡过难关。",
        "学习《清江夜读?渡口有灯》公约,大家都说很好。",
        "今年3?8妇女节,城里很热闹,大家都出来看桥。",
        "带队的阿卜杜拉?买买提介绍,城里很热闹,桥上也热闹。",
    ],
)
def test_a_lost_mark_is_suspicious_and_left(text: str) -> None:
    story = story_of(text)
    start = next(e.ranges[0].start for e in story.elements if e.text == text)
    at = start + text.index("?")
    assert [s.at for s in story.suspicions] == [at]
    assert at not in {change.range.start for change in story.changes}


@pytest.mark.parametrize(
    "text",
    [
        "“你怎么来了?我以为你走了。”他说,“快进来坐,外面很冷。”",
        "路修好了吗?钱从哪里来?他一个一个地问,大家一个一个地答。",
        "老人们不相信:这铁疙瘩能比老经验还准?后来他们都信了。",
        "“真的?太好了!”大家都笑了,桥上也热闹起来了。",
        "这样做好不好?群众说了算,大家一起来商量。",
    ],
)
def test_a_question_is_no_suspicion(text: str) -> None:
    story = story_of(text)
    assert story.suspicions == ()
    assert "?" not in normalised(text)


@pytest.mark.parametrize("char", ["\ufffd", "\u2f00", "\uf900", "\u200b", "\ue000"])
def test_odd_characters_are_listed(char: str) -> None:
    story = story_of(f"城里有一{char}座桥，桥边有人家，人家门前有一条很长很长的路。")
    assert len(story.suspicions) == 1
    assert not story.changes


def test_a_lone_bracket_is_listed_and_left() -> None:
    story = story_of("城里有一座桥(很老，桥边有人家，人家门前有一条很长的路。")
    assert [str(s.why) for s in story.suspicions] == ["a bracket without its partner"]
    assert not story.changes


def test_changes_are_refused_singly_in_pairs_or_all() -> None:
    text = "各镇(街道)上下齐心,河水(很清)也很清,城里很热闹。"
    story = story_of(text)
    assert len({change.id for change in story.changes}) == len(story.changes) == 6
    element = next(e for e in story.elements if e.text == text)
    first = story.changes[0]
    once = refuse_change(story, first.id)
    assert set_text(element, once).text == "各镇(街道)上下齐心，河水（很清）也很清，城里很热闹。"
    assert set_text(element, refuse_change(once, first.id, accepted=True)).text.startswith("各镇（街道）")
    assert set_text(element, refuse_all_changes(story)).text == text
