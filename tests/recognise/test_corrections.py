"""Corrections by hand: ids stay, order and sections follow, no character is ever lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import UsageError
from desktop.formats.plain_text import read_source
from desktop.locator import resource
from desktop.model import corrections
from desktop.model.settext import set_texts
from desktop.model.story import ChangeKind, Role, Source, SourceRange, Story
from desktop.recognise import recognise

_TEXT = (
    "新桥建成通车\n记者 张三\n昨天上午，新桥在一片欢呼声中建成通车，两岸居民往来只要五分钟。\n"
    "一、老桥\n"
    "老桥修了四十年，走的人多了，桥面坑坑洼洼，一到雨天就积水，孩子们\n\n"
    "图为老桥。李四 摄\n\n上学要绕很远的路，老人们都盼着新桥。\n"
    "二、新桥\n新桥长三百米，有四条车道，还有人行道，晚上亮起灯来很好看。\n＊＊＊\n图书馆开放\n记者 王五\n"
    "县图书馆昨天重新开放，孩子们排着队走进阅览室，挑选自己喜欢的书。\n"
)


def stories() -> tuple[Story, ...]:
    return recognise(Source("a1", "a.txt", "utf-8", _TEXT, _TEXT.encode()))


def cover(found: Sequence[Story]) -> Counter[int]:
    ranges = [part for story in found for element in story.elements for part in element.ranges]
    ranges += [unassigned.range for story in found for unassigned in story.unassigned]
    return Counter(at for part in ranges for at in range(part.start, part.end))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_sequence_of_corrections_loses_a_character(data: st.DataObject) -> None:
    found = stories()
    before = cover(found)
    for _ in range(data.draw(st.integers(1, 12))):
        found = _corrected(found, data)
        assert cover(found) == before
        ids = [element.id for story in found for element in story.elements]
        assert len(set(ids)) == len(ids)
        for story in found:
            subheads = {element.id for element in story.with_role(Role.SUBHEAD)}
            assert [element.order for element in story.elements] == list(range(1, len(story.elements) + 1))
            for element in story.elements:
                assert element.text == "".join(_TEXT[part.start : part.end] for part in element.ranges)
                assert element.section is None or element.section in subheads


def _corrected(found: tuple[Story, ...], data: st.DataObject) -> tuple[Story, ...]:
    """Apply one correction drawn at random."""
    story = data.draw(st.sampled_from([story for story in found if story.elements]))
    ids = [element.id for element in story.elements]
    first, second = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    kind = data.draw(st.sampled_from(["role", "split", "merge", "join", "reorder", "move"]))
    try:
        if kind == "move":
            target = data.draw(st.sampled_from([story.id for story in found]))
            return corrections.move_to_story(found, first, target)
        if kind == "role":
            changed = corrections.set_role(story, first, data.draw(st.sampled_from(list(Role))))
        elif kind == "split":
            part = data.draw(st.sampled_from(story.element(first).ranges))
            changed = corrections.split_element(story, first, data.draw(st.integers(part.start, part.end)))
        elif kind == "reorder":
            changed = corrections.reorder_element(story, first, data.draw(st.integers(0, 9)))
        else:
            put = corrections.merge_elements if kind == "merge" else corrections.join
            changed = put(story, first, second)
    except UsageError:
        return found
    return tuple(changed if one.id == changed.id else one for one in found)


def test_a_role_moves_the_section() -> None:
    story = stories()[0]
    first, second = story.with_role(Role.SUBHEAD)
    changed = corrections.set_role(story, second.id, Role.BODY)
    assert {e.section for e in changed.with_role(Role.BODY)} == {first.id}
    assert str(changed.element(second.id).reason) == "set by hand"


def test_split_and_merge_are_each_others_undoing() -> None:
    story = stories()[0]
    lede = story.with_role(Role.LEDE)[0]
    at = lede.ranges[0].start + 5
    split = corrections.split_element(story, lede.id, at)
    assert [e.text for e in split.elements if e.id.startswith(lede.id)] == [lede.text[:5], lede.text[5:]]
    merged = corrections.merge_elements(split, lede.id, f"{lede.id}-{at}")
    assert merged.element(lede.id).ranges == lede.ranges
    assert [e.id for e in merged.elements] == [e.id for e in story.elements]


def test_a_join_is_taken_apart_and_made_again() -> None:
    story = stories()[0]
    (join,) = story.joins
    body = next(e for e in story.elements if len(e.ranges) == 2)
    apart = corrections.split_element(story, body.id, join.start)
    assert apart.joins == ()
    again = corrections.join(apart, body.id, f"{body.id}-{join.start}")
    assert again.joins == (join,)
    assert again.element(body.id).text == body.text


def test_moving_takes_what_is_listed_along() -> None:
    found = recognise(read_source(resource("sample", "article.txt")))
    other = Story("s2", found[0].source, ())
    body = next(e for e in found[0].elements if len(e.ranges) == 2)
    left, moved = corrections.move_to_story((found[0], other), body.id, "s2")
    assert [e.id for e in moved.elements] == [body.id]
    assert moved.joins == found[0].joins
    assert not left.joins
    assert len(left.changes) + len(moved.changes) == len(found[0].changes)
    assert moved.changes


@pytest.mark.parametrize("at", [0, 1_000_000])
def test_a_split_outside_is_refused(at: int) -> None:
    story = stories()[0]
    with pytest.raises(UsageError):
        corrections.split_element(story, story.with_role(Role.LEDE)[0].id, at)


def test_unknown_ids_are_said() -> None:
    with pytest.raises(UsageError, match="no element x"):
        corrections.set_role(stories()[0], "x", Role.BODY)
    with pytest.raises(UsageError, match="no story s9"):
        corrections.move_to_story(stories(), "s1e01", "s9")


def test_a_cut_is_listed_taken_back_and_made_again_by_the_same_change() -> None:
    story = stories()[0]
    body = story.with_role(Role.BODY)[0]
    part = SourceRange(body.ranges[0].start + 2, body.ranges[0].start + 9)
    cut = corrections.cut_out(story, body.id, (part,))
    (change,) = [change for change in cut.changes if change not in story.changes]
    assert (change.kind, change.range, change.accepted) == (ChangeKind.CUT, part, True)
    assert change.before == body.text[2:9]
    assert cut.elements == story.elements
    shown = set_texts(cut)[body.id].text
    assert len(shown) == len(set_texts(story)[body.id].text) - 7
    back = corrections.refuse_change(cut, change.id)
    assert set_texts(back) == set_texts(story)
    assert corrections.cut_out(back, body.id, (part,)) == cut
    assert corrections.cut_out(cut, body.id, (part,)) == cut


def test_a_cut_takes_what_was_changed_inside_it_along() -> None:
    story = stories()[0]
    for change in story.changes:
        element = next(e for e in story.elements if any(r.start <= change.range.start < r.end for r in e.ranges))
        own = next(r for r in element.ranges if r.start <= change.range.start < r.end)
        part = SourceRange(change.range.start, min(own.end, change.range.end + 3))
        shown = set_texts(corrections.cut_out(story, element.id, (part,)))[element.id]
        assert all(not part.start <= start < part.end for start in shown.starts)


def test_a_cut_outside_its_element_is_refused() -> None:
    story = stories()[0]
    first, second = story.elements[:2]
    with pytest.raises(UsageError, match="not lie inside"):
        corrections.cut_out(story, first.id, (second.ranges[0],))
    with pytest.raises(UsageError, match="not lie inside"):
        corrections.cut_out(story, first.id, (SourceRange(5, 5),))
