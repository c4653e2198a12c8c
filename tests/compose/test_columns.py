from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.compose.columns import column_measures
from desktop.display import Rule
from desktop.model.layout import Grid, Lines, Slot, SlotKind
from desktop.model.runaround import Place
from desktop.model.story import Role
from tests.compose.pages import compose, edition, story, tiny, words


def grid(measure: int, columns: int = 8) -> Grid:
    return Grid(1200, 800, 9.0, columns, measure, 1, 60, 12.0)


def slot(break_into: int | None = None) -> Slot:
    return Slot("t", (), SlotKind.TEXT, (), 1, 8, Lines(0, None, auto=True), break_into=break_into)


@pytest.mark.parametrize(
    ("measure", "basic", "into", "chars"),
    [
        (13, 3, 2, [20, 20]),
        (13, 5, 3, [23, 22, 22]),
        (11, 3, 2, [17, 17]),
        (11, 4, 3, [15, 15, 15]),
        (11, 5, 4, [14, 14, 14, 14]),
        (11, 5, 3, [19, 19, 19]),
        (11, 6, 3, [23, 23, 23]),
        (13, 4, 4, [13, 13, 13, 13]),
        (13, 2, 1, [27]),
    ],
)
def test_broken_columns(measure, basic, into, chars):
    found = column_measures(grid(measure), slot(into), basic)
    assert [width / 9 for _, width in found] == chars
    assert [x / 9 for x, _ in found] == [sum(chars[:i]) + i for i in range(len(chars))]
    assert found[-1][0] + found[-1][1] == grid(measure).long(basic) * 9


def test_basic_columns():
    assert column_measures(grid(11), slot(), 3) == [(0, 99.0), (108.0, 99.0), (216.0, 99.0)]


def rules_between_columns(tree: str, place: Place | None = None) -> list[tuple[float, float, float]]:
    """Where rules run inside the text frame ``t``: x, top and bottom in points from the type area's top left."""
    page = tiny(tree)
    made = edition(page, story((Role.BODY, words(300))))
    frames = tuple(replace(f, place=place) if f.slot == "p" else f for f in made.pages[0].frames)
    display = compose(replace(made, pages=(replace(made.pages[0], frames=frames),))).display
    area = display.type_area
    found = [item for item in display.items if isinstance(item, Rule) and item.frame == "t"]
    return [(rule.x1 - area.x, rule.y1 - area.y, rule.y2 - area.y) for rule in found]


def test_column_rules_stand_in_the_gutters_of_a_text_frame():
    plain = '<stack><slot id="t" kind="text" roles="body" lines="12"{}/></stack>'
    assert rules_between_columns(plain.format(' rule="yes"')) == [(105, 0, 144), (215, 0, 144), (325, 0, 144)]
    assert rules_between_columns(plain.format("")) == []


def test_a_free_picture_breaks_the_column_rules_that_it_covers():
    tree = (
        '<stack><slot id="t" kind="text" roles="body" lines="12" rule="yes"/><slot id="p" kind="picture" lines="4.."/>'
        "</stack>"
    )
    assert rules_between_columns(tree, Place(2, 2, 3, 4)) == [
        (105, 0, 144),
        (215, 0, 24),
        (215, 72, 144),
        (325, 0, 144),
    ]
