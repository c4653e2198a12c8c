import pytest

from desktop.errors import message
from desktop.model.settext import StoryTexts, set_text
from desktop.model.story import Change, ChangeKind, Element, Role, SourceRange, Story

SOURCE = "春风,又绿 江南岸。明月\r\n何时照我还?"


def element(*ranges: tuple[int, int], id_: str = "e") -> Element:
    parts = tuple(SourceRange(*r) for r in ranges)
    text = "".join(SOURCE[p.start : p.end] for p in parts)
    return Element(id_, Role.BODY, text, parts, message("test"), 1)


def change(start: int, end: int, after: str, accepted: bool = True, id_: str = "c") -> Change:
    kind = ChangeKind.EDIT if after else ChangeKind.CUT
    return Change(id_, kind, SourceRange(start, end), SOURCE[start:end], after, message("test"), accepted)


def result(part: Element, *changes: Change):
    made = set_text(part, Story("s", "a", (part,), changes))
    assert len(made.text) == len(made.starts) == len(made.ends)
    return made


def test_without_changes_each_character_stands_for_itself():
    made = result(element((0, 5)))
    assert (made.element, made.text) == ("e", "春风,又绿")
    assert list(zip(made.starts, made.ends, strict=True)) == [(i, i + 1) for i in range(5)]


@pytest.mark.parametrize(
    ("changes", "text", "starts"),
    [
        ((change(2, 3, "，"),), "春风，又绿", (0, 1, 2, 3, 4)),
        ((change(2, 3, ""),), "春风又绿", (0, 1, 3, 4)),
        ((change(2, 2, "啊"),), "春风啊,又绿", (0, 1, 2, 2, 3, 4)),
        ((change(0, 0, "——"),), "——春风,又绿", (0, 0, 0, 1, 2, 3, 4)),
        ((change(0, 2, "秋雨绵绵"),), "秋雨绵绵,又绿", (0, 0, 0, 0, 2, 3, 4)),
        ((change(0, 5, ""),), "", ()),
        ((change(2, 3, "，", accepted=False),), "春风,又绿", (0, 1, 2, 3, 4)),
        ((change(3, 5, "甲"), change(0, 1, "乙")), "乙风,甲", (0, 1, 2, 3)),
        ((change(1, 4, "甲", id_="a"), change(2, 3, "乙", id_="b")), "春甲绿", (0, 1, 4)),
        ((change(3, 7, "外"),), "春风,又绿", (0, 1, 2, 3, 4)),
        ((change(9, 12, "外"),), "春风,又绿", (0, 1, 2, 3, 4)),
        ((change(0, 1, "夏"), change(2, 3, "，")), "夏风，又绿", (0, 1, 2, 3, 4)),
        ((change(2, 3, "，", id_="b"), change(2, 3, "。", id_="a")), "春风。又绿", (0, 1, 2, 3, 4)),
        ((change(2, 3, "，"), change(2, 4, "外")), "春风，又绿", (0, 1, 2, 3, 4)),
    ],
)
def test_replaced_cut_inserted_refused_overlapping_and_outside(changes, text, starts):
    made = result(element((0, 5)), *changes)
    assert (made.text, tuple(made.starts)) == (text, starts)


def test_a_replacement_is_tied_to_all_that_it_replaces():
    made = result(element((0, 5)), change(0, 2, "秋雨绵绵"))
    assert set(zip(made.starts[:4], made.ends[:4], strict=True)) == {(0, 2)}


def test_an_element_in_pieces():
    made = result(element((6, 12), (14, 19)), change(9, 10, "！"), change(16, 17, ""), change(11, 15, "跨"))
    assert made.text == "江南岸！明月何时我还"
    assert made.starts == (6, 7, 8, 9, 10, 11, 14, 15, 17, 18)


def test_texts_in_which_nothing_changed_are_the_same_records():
    parts = element((0, 5), id_="a"), element((6, 12), id_="b"), element((14, 19), id_="c")
    texts, first = StoryTexts(), change(2, 3, "，", id_="first")
    before = dict(texts.of(Story("s", "a", parts, (first,))))
    story = Story("s", "a", (*parts[:2], element((14, 18), id_="c")), (change(7, 8, "湖", id_="later"), first))
    after = texts.of(story)
    assert after["a"] is before["a"]
    assert (before["b"].text, after["b"].text) == ("江南岸。明月", "江湖岸。明月")
    assert after["c"].text == before["c"].text[:-1]
    assert texts.of(story) is after
    assert after == StoryTexts().of(story)
