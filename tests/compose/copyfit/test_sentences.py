"""Sentences that may go: whole ones, from the end backwards, never a subhead with text under it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.compose.copyfit.sentences import from_the_end, sentence_ends, sentences_of
from desktop.errors import message
from desktop.model.settext import set_texts
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from tests.compose.pages import story


def parts(text: str) -> list[str]:
    ends = [0, *sentence_ends(text)]
    return [text[start:end] for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["春天来了。", "江水绿了！", "谁在江边？", "没有句号的一句"],
        ["他说：“日子好了。”", "大家都笑了。"],
        ["他问，“你来吗？”", "没人回答。"],
        ["“你来吗？”他问。", "没人回答。"],  # the sentence goes on behind the quotation
        ["他（三年前。那时还小！）来过。", "后来走了。"],
        ["真的吗？！", "真的！！！", "好。"],
        ["他说：“‘好。’这是原话。”", "会议结束。"],
        ["新规（第3条）写明。 ", "即日施行。"],
        ["“没有收尾的引号。后面不分"],
        ["多出来的”不要紧。", "照样分。"],
        ["说到这里。……他停下了。", "走吧。"],
        ["Really?", "Yes!", "完。"],
    ],
)
def test_sentences_end_at_stops_outside_brackets_and_quotes(sentences):
    assert parts("".join(sentences)) == sentences


def test_sentences_tell_their_source_and_leave_out_what_is_cut_already():
    _, one = story((Role.BODY, "甲乙,丙。丁戊。己。"))
    changes = (
        Change("s1n1", ChangeKind.NORMALISATION, SourceRange(2, 3), ",", "，", message("a test")),
        Change("s1x1", ChangeKind.CUT, SourceRange(5, 8), "丁戊。", "", message("a test")),
    )
    one = replace(one, changes=changes)
    found = sentences_of(one.elements[0], set_texts(one)["s1e01"])
    assert [(s.text, s.ranges, s.chars) for s in found] == [
        ("甲乙，丙。", (SourceRange(0, 5),), 5),
        ("己。", (SourceRange(8, 10),), 2),
    ]


def test_they_go_from_the_end_and_subheads_go_with_the_last_sentence_under_them():
    _, one = story(
        (Role.HEADLINE, "题。目"), (Role.BODY, "一。二。"), (Role.SUBHEAD, "小标题"), (Role.BODY, "三。四。"),
        (Role.BODY, "五。"), (Role.SUBHEAD, "又一个"), (Role.BODY, "六。"), (Role.CREDIT, "记者 李禾 摄。"),
    )  # fmt: skip
    found = from_the_end(one.elements, set_texts(one))
    # The last section keeps its subhead, for its credit stands under it still; the first sentence of all stays.
    assert [[s.text for s in unit] for unit in found] == [["六。"], ["五。"], ["四。"], ["三。", "小标题"], ["二。"]]
