import pytest
from msgspec.structs import replace

from desktop.errors import message
from desktop.model.edition import Edition, Flow
from desktop.model.story import Role
from tests.formats import editions


@pytest.fixture(scope="module")
def edition() -> Edition:
    return editions.edition()


def test_everything_is_found_by_id(edition):
    page = edition.page("p6")
    assert edition.story("s1") is edition.story_of("s1-3") is edition.stories[0]
    assert edition.element("s1-3").role is Role.LEDE
    assert edition.source("a1").encoding == "gb18030"
    assert page.slot_of("f1").id == "headline"
    assert page.flow_of_frame("f2") == page.flows[1]
    assert page.flow_of_frame("f3") is None
    for look_up in (
        edition.story,
        edition.story_of,
        edition.element,
        edition.source,
        edition.page,
        page.frame,
        page.slot_of,
    ):
        with pytest.raises(KeyError):
            look_up("nothing")


def test_unplaced_and_placed_twice(edition):
    assert [element.id for element in edition.unplaced()] == ["s1-2", "s1-3"]
    page = edition.page("p6")
    assert len(page.flows_of_element("s1-1")) == 1
    twice = replace(page, flows=(*page.flows, Flow(("f3",), ("s1-1",))))
    assert len(twice.flows_of_element("s1-1")) == 2
    assert edition.replacing_page(twice).page("p6") is twice
    assert edition.page("p6") is page


def test_a_change_shares_all_else(edition):
    story = edition.story("s1")
    other = replace(story.element("s1-5"), role=Role.BOX)
    changed = edition.replacing_story(story.replacing(other))
    assert changed.element("s1-5") is other
    assert changed.element("s1-1") is story.element("s1-1")
    assert changed.pages is edition.pages
    assert story.with_role(Role.HEADLINE, Role.SUBHEAD) == (story.element("s1-1"), story.element("s1-4"))


def test_titles_lengths_and_names(edition):
    story = edition.story("s1")
    assert story.title == "春潮涌动新港区"
    assert replace(story, elements=story.elements[3:]).title == "潮声里 机声隆隆"
    assert replace(story, elements=()).title == ""
    assert story.element("s1-4").length == 7
    assert str(story.element("s1-1").reason) == message("headline by its place").template
    assert "71 characters" in repr(edition.sources[0])
    assert "640 × 480" in repr(edition.media[0])
    layout = edition.page("p6").layout
    assert (layout.name("zh"), layout.name("xx")) == ("专题报道", "专题报道")
    assert layout.slot("byline").name("en") == "Bylines"
    with pytest.raises(KeyError):
        layout.slot("nothing")
