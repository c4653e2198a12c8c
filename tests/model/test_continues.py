"""Which flow goes on in which: one place for each, later in the edition."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.formats.layout_xml import find_layout
from desktop.formats.style_xml import default_style
from desktop.model.edition import Continues, Edition, Flow, Frame, Page


def page(name: str, *flows: Flow, number: str = "") -> Page:
    return Page(name, number, find_layout("tabloid-feature"), (Frame("text", "text"), Frame("lede", "lede")), flows)


FIRST = Flow(("text", "lede"), ("e1",))
REST = Flow(("text",), (), Continues("p1", "lede"))


def edition(*pages: Page) -> Edition:
    return Edition("e", default_style(), pages=pages)


def test_a_flow_goes_on_in_the_first_later_one_that_says_so() -> None:
    again = Flow(("lede",), (), Continues("p1", "text"))
    made = edition(page("p1", FIRST), page("p2", REST), page("p3", again))
    one, two, three = made.pages
    assert made.continuation_of(one, FIRST) == (two, REST)
    assert made.source_of(two, REST) == (one, FIRST)
    assert made.source_of(three, again) is None
    assert made.continuation_of(two, REST) is None
    assert made.source_of(one, FIRST) is None


@pytest.mark.parametrize(
    "link", [Continues("p9", "text"), Continues("p1", "byline"), Continues("p2", "text"), Continues("p3", "text")]
)
def test_what_is_not_there_or_not_earlier_does_not_go_on(link: Continues) -> None:
    flow = replace(REST, continues=link)
    made = edition(page("p1", FIRST), page("p2", flow), page("p3", FIRST))
    assert made.source_of(made.pages[1], flow) is None


def test_pages_are_referred_to_by_their_printed_number() -> None:
    made = edition(page("p1", number="07"), page("p2"), page("p3", number=" A2 "), page("p4", number="00"))
    assert [made.printed_number(p) for p in made.pages] == ["7", "2", "A2", "4"]
