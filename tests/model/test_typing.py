"""What is typed is listed as edits, says what was typed, and leaves the source alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UsageError, message
from desktop.model.corrections import merge_elements, refuse_change, split_element
from desktop.model.settext import set_text
from desktop.model.story import Change, ChangeKind, Element, Role, SourceRange, Story
from desktop.model.typing import parted, spliced

SOURCE = "春风又绿,江南岸。\n明月何时照我还?"


def element(*ranges: tuple[int, int], id_: str = "s1e01") -> Element:
    parts = tuple(SourceRange(*r) for r in ranges)
    return Element(id_, Role.BODY, "".join(SOURCE[p.start : p.end] for p in parts), parts, message("test"), 1)


def story(*elements: Element, changes: tuple[Change, ...] = ()) -> Story:
    return Story("s1", "a1", elements, changes)


def normalised(start: int, after: str) -> Change:
    kind, part = ChangeKind.NORMALISATION, SourceRange(start, start + 1)
    return Change(f"n{start}", kind, part, SOURCE[start], after, message("test"))


def text(of: Story, id_: str = "s1e01") -> str:
    return set_text(of.element(id_), of).text


def edits(of: Story) -> list[tuple[str, str]]:
    return [(c.before, c.after) for c in of.changes if c.kind is ChangeKind.EDIT]


@pytest.mark.parametrize(
    ("start", "end", "typed", "says", "listed"),
    [
        (2, 2, "，", "春风，又绿,江", [("", "，")]),
        (0, 0, "啊", "啊春风又绿,江", [("", "啊")]),
        (6, 6, "边", "春风又绿,江边", [("", "边")]),
        (0, 2, "秋雨", "秋雨又绿,江", [("春风", "秋雨")]),
        (4, 5, "", "春风又绿江", [(",", "")]),
        (0, 6, "", "", [("春风又绿,江", "")]),
        (1, 3, "风又", "春风又绿,江", []),
    ],
)
def test_a_text_typed_into_an_element_is_listed_as_one_edit(start, end, typed, says, listed) -> None:
    made = spliced(story(element((0, 6))), "s1e01", start, end, typed)
    assert text(made) == says
    assert edits(made) == listed
    assert made.element("s1e01").text == SOURCE[:6]


def test_typing_on_makes_one_edit_longer() -> None:
    made = story(element((0, 6)))
    for at, char in enumerate("绿水长"):
        made = spliced(made, "s1e01", 3 + at, 3 + at, char)
    assert edits(made) == [("", "绿水长")]
    assert text(made) == "春风又绿水长绿,江"


def test_deleting_what_was_typed_leaves_no_edit() -> None:
    made = spliced(story(element((0, 6))), "s1e01", 3, 3, "错")
    made = spliced(made, "s1e01", 3, 4, "")
    assert made.changes == ()


def test_an_edit_takes_the_place_of_the_normalisations_it_covers_and_of_no_other() -> None:
    made = story(element((0, 9)), changes=(normalised(4, "，"), normalised(8, "．")))
    made = spliced(made, "s1e01", 3, 6, "满")
    assert text(made) == "春风又满南岸．"
    assert [(c.kind, c.after) for c in made.changes] == [
        (ChangeKind.EDIT, "满"),
        (ChangeKind.NORMALISATION, "．"),
    ]
    assert edits(made) == [("绿,江", "满")]


def test_an_edit_over_the_seam_of_two_ranges_takes_out_of_both() -> None:
    made = spliced(story(element((0, 4), (10, 14))), "s1e01", 3, 5, "——")
    assert text(made) == "春风又——月何时"
    assert edits(made) == [("绿", "——"), ("明", "")]


def test_an_insertion_at_the_border_of_two_elements_is_that_of_the_one_typed_into() -> None:
    both = story(element((0, 4)), element((4, 9), id_="s1e02"))
    behind, before = spliced(both, "s1e01", 4, 4, "甲"), spliced(both, "s1e02", 0, 0, "乙")
    assert (text(behind), text(behind, "s1e02")) == ("春风又绿甲", ",江南岸。")
    assert (text(before), text(before, "s1e02")) == ("春风又绿", "乙,江南岸。")
    two = spliced(behind, "s1e02", 0, 0, "乙")
    assert (text(two), text(two, "s1e02")) == ("春风又绿甲", "乙,江南岸。")
    assert text(merge_elements(two, "s1e01", "s1e02")) == "春风又绿甲乙,江南岸。"


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, 7), (3, 2)])
def test_a_place_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="does not lie inside"):
        spliced(story(element((0, 6))), "s1e01", start, end, "x")


def test_a_new_paragraph_behind_all_others_has_no_source() -> None:
    made = parted(story(element((0, 6))), "s1e01", 6)
    first, second = made.elements
    assert (first.text, second.text) == (SOURCE[:6], "")
    made = spliced(made, second.id, 0, 0, "新段")
    assert (text(made), text(made, second.id)) == (SOURCE[:6], "新段")


def test_a_part_split_off_where_one_was_typed_apart_has_an_id_of_its_own() -> None:
    made = parted(story(element((0, 6))), "s1e01", 0)
    made = merge_elements(made, made.elements[0].id, made.elements[1].id)
    made = parted(made, "s1e01", 3)
    tail = made.elements[1].id
    again = parted(made, tail, 0)
    split = split_element(again, again.elements[-1].id, 4)
    assert len({e.id for e in split.elements}) == len(split.elements)
    made = split_element(story(element((0, 6)), element((6, 9), id_="s1e01-3")), "s1e01", 3)
    assert [e.id for e in made.elements] == ["s1e01", "s1e01-3-2", "s1e01-3"]


def test_a_refused_insertion_at_a_seam_can_still_be_accepted_after_merging() -> None:
    made = spliced(story(element((0, 4)), element((4, 9), id_="s1e02")), "s1e01", 4, 4, "甲")
    made = spliced(made, "s1e02", 0, 0, "乙")
    (first,) = [c for c in made.changes if c.after == "甲"]
    merged = merge_elements(refuse_change(made, first.id), "s1e01", "s1e02")
    assert text(merged) == SOURCE[:4] + "乙" + SOURCE[4:9]
    back = refuse_change(merged, first.id, accepted=True)
    assert sorted(text(back)) == sorted(SOURCE[:9] + "甲乙")


def test_a_change_is_not_accepted_where_a_later_one_stands() -> None:
    made = spliced(story(element((0, 6))), "s1e01", 0, 2, "秋雨")
    (first,) = made.changes
    later = spliced(refuse_change(made, first.id), "s1e01", 1, 3, "花")
    with pytest.raises(UsageError, match="changed again since"):
        refuse_change(later, first.id, accepted=True)
    (second,) = [c for c in later.changes if c.id != first.id]
    assert text(refuse_change(refuse_change(later, second.id), first.id, accepted=True)) == "秋雨又绿,江"


places = st.integers(0, 40)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("splice"), places, places, places, st.sampled_from(["", "甲", "乙丙", "，", "春"])),
        st.tuples(st.just("part"), places, places),
        st.tuples(st.just("merge"), places),
    ),
    max_size=14,
)


@given(steps, st.sampled_from([((0, 9),), ((0, 4), (10, 14)), ((2, 5), (5, 8), (11, 17))]), st.booleans())
def test_whatever_is_typed_parted_and_merged_says_what_plain_strings_say(done, ranges, mended) -> None:
    changes = (normalised(4, "，"),) if mended else ()
    made = story(element(*ranges), changes=changes)
    says = [text(made)]
    for what, *at in done:
        number = at[0] % len(says)
        id_ = made.elements[number].id
        if what == "splice":
            low, high = sorted((at[1] % (len(says[number]) + 1), at[2] % (len(says[number]) + 1)))
            made = spliced(made, id_, low, high, at[3])
            says[number] = says[number][:low] + at[3] + says[number][high:]
        elif what == "part":
            place = at[1] % (len(says[number]) + 1)
            made = parted(made, id_, place)
            says[number : number + 1] = [says[number][:place], says[number][place:]]
        elif number + 1 < len(says):
            made = merge_elements(made, id_, made.elements[number + 1].id)
            says[number : number + 2] = [says[number] + says[number + 1]]
        assert [text(made, e.id) for e in made.elements] == says
        assert len({change.id for change in made.changes}) == len(made.changes)
        sources = sorted(at for e in made.elements for part in e.ranges for at in range(part.start, part.end))
        assert sources == sorted(at for part in ranges for at in range(*part)), "the source is as it came in"
