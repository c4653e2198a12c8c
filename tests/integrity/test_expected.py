"""What of a story's changes lies inside an element."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import message
from desktop.integrity.expected import Ranges
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
