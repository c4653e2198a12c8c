"""Vertical frames: heads and text in columns from the right, each from its top (V3)."""

from __future__ import annotations

from math import ceil

import pytest

from desktop.compose import ComposedPage
from desktop.display import GlyphRun
from desktop.model.story import Role
from tests.compose.pages import compose, edition, ledger, story, tiny
from tests.text.setting import style

HEADS = ((Role.KICKER, "新区观察"), (Role.HEADLINE, "一江清水有人守 两岸春风入画来"), (Role.DECK, "GDP增长12%"))


def heads(*parts, box: str = 'lines="24"', columns: int = 2) -> ComposedPage:
    slots = f'<slot id="head" kind="head" roles="kicker headline deck byline" writing="vertical" {box}/>'
    made = edition(tiny(f"<stack>{slots}</stack>", columns=columns), story(*(parts or HEADS)))
    page = compose(made)
    assert ledger(made, page).holds
    return page


def columns(page: ComposedPage) -> list[tuple[float, float, str, float]]:
    """Each line's axis, top, text and size, in the order of its numbers."""
    lines: dict[int, list[GlyphRun]] = {}
    for run in page.display.runs():
        assert run.writing == "v"
        lines.setdefault(run.line, []).append(run)
    return [
        (runs[0].x, min(run.y for run in runs), "".join(run.text for run in runs), max(run.size for run in runs))
        for _, runs in sorted(lines.items())
    ]


def test_v3_kicker_headline_and_deck_stand_from_right_to_left_each_at_the_top():
    page = heads()
    found = columns(page)
    top = page.display.frames[0].box.y
    assert [text for _, _, text, _ in found] == ["新区观察", "一江清水有人守", "两岸春风入画来", "GDP增长12%"]
    assert [axis for axis, *_ in found] == sorted((axis for axis, *_ in found), reverse=True)
    assert {start for _, start, *_ in found} == {top}


def test_control_horizontally_the_same_heads_stand_below_each_other_and_centred():
    slot = '<slot id="head" kind="head" roles="kicker headline deck" lines="24"/>'
    page = compose(edition(tiny(f"<stack>{slot}</stack>", columns=2), story(*HEADS)))
    runs = list(page.display.runs())
    assert {run.writing for run in runs} == {"h"}
    assert [run.y for run in runs] == sorted(run.y for run in runs)
    assert runs[0].x > page.display.frames[0].box.x + 20


@pytest.mark.parametrize("lines", [12, 16, 20, 30])
@pytest.mark.parametrize("wide", [1, 2, 3])
def test_heads_take_the_largest_size_that_fits_and_stay_inside(lines, wide):
    page = heads((Role.HEADLINE, "一江清水有人守 两岸春风入画来"), box=f'lines="{lines}"', columns=wide)
    box = page.display.frames[0].box
    found = columns(page)
    size = found[0][3]
    for axis, start, text, own in found:
        assert own == size
        assert box.x - 0.01 <= axis - own / 2
        assert axis + own / 2 <= box.right + 0.01
        assert start + len(text) * own <= box.bottom + 0.01
    larger = [other for other in page_sizes(Role.HEADLINE) if other > size]
    for other in larger:
        one = 15 * other <= box.height and ceil(ceil(2 * other * 7 / 6 / 12) / 2) * 12 <= box.width
        two = 7 * other <= box.height and ceil(2 * ceil(2 * other * 7 / 6 / 12) / 2) * 12 <= box.width
        assert max(one, two) is False, other


def page_sizes(role: Role) -> tuple[float, ...]:
    return style().head[role].sizes


def test_two_columns_of_a_headline_break_at_the_phrase():
    found = columns(heads((Role.HEADLINE, "一江清水有人守 两岸春风入画来"), box='lines="20"'))
    assert [text for _, _, text, _ in found] == ["一江清水有人守", "两岸春风入画来"]


def test_bylines_stand_below_each_other_in_one_column():
    found = columns(heads((Role.BYLINE, "记者 李禾"), (Role.BYLINE, "通讯员 王田"), box='lines="30"'))
    assert len({axis for axis, *_ in found}) == 1
    assert found[1][1] > found[0][1] + 5 * found[0][3]


def test_a_head_that_follows_its_content_takes_no_more_lines_than_its_longest_column():
    page = heads((Role.HEADLINE, "一江清水"), box='lines="auto 4..30"', columns=1)
    box = page.display.frames[0].box
    (_, start, text, size), *_ = columns(page)
    assert start + len(text) * size <= box.bottom < start + len(text) * size + 12
    assert ceil(box.height / 12) <= 30


def test_heads_without_room_are_overset_and_counted():
    slot = '<slot id="head" kind="head" roles="headline deck" lines="4" writing="vertical"/>'
    parts = [(Role.DECK, "两岸春风入画来，一江清水有人守")] * 6
    made = edition(tiny(f"<stack>{slot}</stack>", columns=1, measure=4), story(*parts))
    page = compose(made)
    assert page.overset
    assert page.fits[0].over_chars > 0
    assert ledger(made, page).holds
    inside = page.display.frames[0].box
    assert all(run.x + run.size / 2 <= inside.right and run.x - run.size / 2 >= inside.x for run in page.display.runs())


def test_heads_keep_an_em_from_rules_and_tints():
    plain, ruled = heads(), heads(box='lines="24" border="tr"')
    assert columns(ruled)[0][1] == plain.display.frames[0].box.y + 10
    assert columns(ruled)[0][0] < columns(plain)[0][0]
