"""As many pages as the stories need."""

from __future__ import annotations

import pytest

from desktop.compose import share_out
from desktop.model.story import Role, Story
from tests.compose.pages import layout, story, words


def stories(*lengths: int) -> list[Story]:
    return [
        story((Role.HEADLINE, "题"), (Role.BODY, words(length)), story_id=f"s{at}")[1]
        for at, length in enumerate(lengths, 1)
    ]


def shares(layout_id: str, *lengths: int) -> list[list[str]]:
    return [[one.id for one in page] for page in share_out(layout(layout_id), stories(*lengths))]


@pytest.mark.parametrize(
    ("lengths", "pages"),
    [
        ((), [[]]),
        ((3000,), [["s1"]]),
        ((99_000,), [["s1"]]),
        ((3000, 3000, 3000), [["s1"], ["s2"], ["s3"]]),
        ((900, 200, 5200, 300), [["s1", "s2"], ["s3"], ["s4"]]),
        ((99_000, 100, 100), [["s1"], ["s2", "s3"]]),
    ],
)
def test_a_page_takes_stories_while_there_is_room(lengths, pages):
    assert shares("special-report", *lengths) == pages


def test_a_larger_page_takes_more():
    assert shares("broadsheet-feature", 3500, 2300) == [["s1", "s2"]]
    assert shares("special-report", 3500, 2300) == [["s1"], ["s2"]]


def test_every_story_stands_on_one_page_in_its_order():
    told = stories(*[700 + 331 * at % 2900 for at in range(40)])
    pages = share_out(layout("tabloid-feature"), told)
    assert [one for page in pages for one in page] == told
    assert len(pages) > 5
