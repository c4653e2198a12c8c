"""What of a story's changes lies inside an element."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import message
from desktop.integrity.expected import Ranges, Tally, expected_of, without
from desktop.model.settext import SetText
from desktop.model.story import Element, Role, SourceRange

ranges = st.tuples(st.integers(0, 40), st.integers(0, 15)).map(lambda pair: SourceRange(pair[0], pair[0] + pair[1]))


def element(*parts: SourceRange) -> Element:
    return Element("s1e1", Role.BODY, "字" * sum(map(len, parts)), parts, message("a test"), 1)


@given(changed=st.lists(ranges, max_size=8), parts=st.lists(ranges, min_size=1, max_size=3))
def test_what_lies_inside_an_element_is_found_however_ranges_overlap(changed, parts):
    inside = {at for part in Ranges(changed).within(element(*parts)) for at in range(part.start, part.end)}
    own = {at for part in parts for at in range(part.start, part.end)}
    assert inside == own & {at for one in changed for at in range(one.start, one.end)}


def test_a_long_range_from_before_is_not_hidden_by_short_ones_inside_it():
    found = Ranges([SourceRange(0, 100), SourceRange(10, 11), SourceRange(20, 21)]).within(element(SourceRange(50, 60)))
    assert found == (SourceRange(50, 60),)
    assert Ranges([SourceRange(10, 11), SourceRange(20, 21)]).within(element(SourceRange(50, 60))) == ()


@given(changed=st.lists(ranges, max_size=6), stands=st.sets(st.integers(0, 60)))
def test_ranges_without_what_stands_are_joined_and_lack_it(changed, stands):
    left = without(changed, stands)
    wanted = {at for one in changed for at in range(one.start, one.end)} - stands
    assert [at for one in left for at in range(one.start, one.end)] == sorted(wanted)
    assert all(one.end < other.start for one, other in pairwise(left))


@given(
    text=st.text("字 a", min_size=1, max_size=20),
    gap=st.integers(0, 3),
    marks=st.lists(st.tuples(ranges, st.sampled_from((Tally.PLACED, Tally.OVERSET, Tally.CUT))), max_size=6),
    asked=st.lists(ranges, max_size=3),
)
def test_a_tally_counts_what_a_dictionary_would(text, gap, marks, asked):
    half = len(text) // 2
    parts = (SourceRange(0, half), SourceRange(half + gap, len(text) + gap))
    tally = Tally(Element("s1e1", Role.BODY, text, parts, message("a test"), 1))
    offsets = [at for part in parts for at in range(part.start, part.end)]
    states = {at: None for at, char in zip(offsets, text, strict=True) if not char.isspace()}
    for one, state in marks:
        tally.mark(one.start, one.end, state)
        states.update((at, state) for at in range(one.start, one.end) if at in states)
    within = {at for one in asked for at in range(one.start, one.end)}
    assert (tally.total, tally.left) == (len(states), list(states.values()).count(None))
    for state in (Tally.PLACED, Tally.OVERSET, Tally.CUT):
        assert tally.count(state) == list(states.values()).count(state)
        assert tally.count(state, asked) == [found for at, found in states.items() if at in within].count(state)


@given(starts=st.lists(st.integers(0, 30), max_size=15), overset=st.lists(ranges, max_size=4))
def test_what_is_expected_leaves_out_the_overset_in_any_order_of_offsets(starts, overset):
    text = SetText("e1", "字" * len(starts), tuple(starts), tuple(at + 1 for at in starts))
    out = {at for one in overset for at in range(one.start, one.end)}
    assert list(expected_of("e1", {"e1": text}, overset).starts) == [at for at in starts if at not in out]
