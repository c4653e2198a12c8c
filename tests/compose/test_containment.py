"""Nothing stands outside its frame, and every character is placed, overset or unplaced: on full pages too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.compose import ComposedPage, Composer, rank_layouts
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.layout import SlotKind
from desktop.model.story import Role
from desktop.model.style import KinsokuLevel
from tests.compose.pages import HAN, LAYOUTS, edition, layout, story, tiny
from tests.text.setting import LIBRARY

SLACK = 0.6
"""Points: vertical forms and line-end marks may reach this far over their box."""


def outside(page: ComposedPage) -> list[tuple[str, str]]:
    """Return (frame, text) of every run whose em boxes, or ink in vertical setting, do not lie in its frame."""
    boxes = {frame.id: frame.box for frame in page.display.frames}
    found = []
    for run in page.display.runs():
        box = boxes[run.frame]
        inside = _ink_inside(run, box) if run.writing == "v" else _ems_inside(run, box)
        if not inside:
            found.append((run.frame, run.text))
    return found


def _ems_inside(run: GlyphRun, box: Rect) -> bool:
    tops = [run.y + dy - 0.88 * run.size for dy in run.dy]
    lefts = [run.x + dx for dx in run.dx]
    # A mark that gave up its blank begins before its cell by half an em at most, along the line.
    high = min(tops) >= box.y - SLACK and max(tops) + run.size <= box.bottom + SLACK
    return high and min(lefts) >= box.x - 0.55 * run.size and max(lefts) <= box.right + SLACK


def _ink_inside(run: GlyphRun, box: Rect) -> bool:
    """Tell whether the ink keeps to the frame; glyphs in the middle of a column are moved off their em boxes (W2)."""
    for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
        left, bottom, right, top = (edge * run.size for edge in LIBRARY.open(run.face).ink_box(gid))
        left, right = left * run.stretch, right * run.stretch
        x, y = run.x + dx, run.y + dy
        edges = (
            (x + bottom, y + left, x + top, y + right) if run.rotation else (x + left, y - top, x + right, y - bottom)
        )
        slack = max(SLACK, 0.05 * run.size)
        if edges[0] < box.x - slack or edges[1] < box.y - slack or edges[2] > box.right + slack:
            return False
        if edges[3] > box.bottom + slack:
            return False
    return True


def composed(page, *pairs):
    whole = edition(page, *pairs)
    return whole, Composer(LIBRARY).compose(whole, whole.pages[0])


def check(page, *pairs) -> ComposedPage:
    whole, result = composed(page, *pairs)
    counts = judge(Loaded(whole, (result,))).counts
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["twice"] == 0
    assert outside(result) == []
    return result


def sections(count: int, length: int):
    parts = [(Role.HEADLINE, "水到渠成 灯火可亲")]
    for number in range(count):
        parts += [
            (Role.SUBHEAD, f"第{number}节 修渠引水到田头"),
            (Role.BODY, (HAN * (length // len(HAN) + 1))[:length]),
        ]
    return story(*parts)


@pytest.mark.parametrize("layout_id", LAYOUTS)
@pytest.mark.parametrize(("count", "length"), [(1, 40), (4, 700), (12, 300), (5, 2600), (40, 20)])
def test_sections_of_any_number_and_length_stay_in_their_frames(layout_id, count, length):
    check(layout(layout_id), sections(count, length))


@settings(max_examples=40, deadline=None)
@given(
    parts=st.lists(
        st.tuples(st.sampled_from(list(Role)), st.text(HAN, min_size=1, max_size=400)), min_size=1, max_size=14
    ),
    layout_id=st.sampled_from(LAYOUTS),
)
def test_any_story_stays_in_its_frames_with_nothing_lost(parts, layout_id):
    check(layout(layout_id), story(*parts))


def test_heads_that_the_page_has_no_room_for_are_overset():
    page = tiny(
        '<stack><slot id="h" kind="head" roles="headline" lines="4"/><slot id="t" kind="text" roles="body subhead" '
        'lines="auto"/></stack>',
        lines=6,
    )
    result = check(page, story(*[(Role.HEADLINE, "平安城市的一天从河边开始")] * 6, (Role.BODY, HAN)))
    assert result.overset


def test_a_layout_without_a_place_for_text_leaves_it_unplaced():
    page = tiny('<stack><slot id="p" kind="picture" lines="4.."/></stack>')
    whole, result = composed(page, story((Role.BODY, HAN)))
    counts = judge(Loaded(whole, (result,))).counts
    assert counts["unplaced"] == counts["source"] > 0


def test_pictures_give_way_before_text():
    page = tiny(
        '<stack><slot id="p" kind="picture" lines="20.."/><slot id="t" kind="text" roles="body" lines="auto"/></stack>'
    )
    short, long = (check(page, story((Role.BODY, (HAN * 40)[:length]))) for length in (300, 1200))
    heights = [result.display.frame("p").box.height for result in (short, long)]
    assert heights[1] < 20 * 12 <= heights[0]
    assert not long.overset


def test_heads_in_columns_break_at_their_space():
    parts = [(Role.HEADLINE, "题")]
    for number in "一二三":
        parts += [(Role.SUBHEAD, f"除险保安{number} 绘就平安幸福底色"), (Role.BODY, HAN * 3)]
    result = check(layout("tabloid-feature"), story(*parts))
    lines: dict[tuple[str, str, int], str] = {}
    for run in result.display.runs():
        if run.element in {"s1e02", "s1e04", "s1e06"}:
            key = (run.element, run.frame, run.line)
            lines[key] = lines.get(key, "") + run.text
    assert [text.strip() for text in lines.values()] == [
        text for number in "一二三" for text in (f"除险保安{number}", "绘就平安幸福底色")
    ]


def test_a_clause_longer_than_the_column_is_halved_and_the_space_still_breaks():
    parts = [(Role.HEADLINE, "题")]
    for number in "一二":
        parts += [(Role.SUBHEAD, f"护航发展{number} 打造最优的法治营商环境"), (Role.BODY, HAN * 3)]
    result = check(layout("tabloid-feature"), story(*parts))
    first = [run.text.strip() for run in result.display.runs() if run.element == "s1e02"]
    assert first[0] == "护航发展一"
    assert len(first) == 3
    assert "".join(first[1:]) == "打造最优的法治营商环境"
    assert abs(len(first[1]) - len(first[2])) <= 3


def test_sections_too_unequal_for_their_slots_run_on_as_one_thread():
    parts = [(Role.HEADLINE, "题")]
    for length in (1700, 60, 60, 60):
        parts += [(Role.SUBHEAD, "修渠引水"), (Role.BODY, (HAN * 60)[:length])]
    result = check(layout("special-report"), story(*parts))
    assert not result.overset
    assert max(len(fit.flow.frames) for fit in result.fits) > 1


def test_the_best_fit_holds_what_another_layout_holds():
    told = sections(12, 300)
    ranked = rank_layouts([layout(layout_id) for layout_id in LAYOUTS], [told[1]])
    holding = [page.id for page in ranked if not composed(page, told)[1].overset]
    assert ranked[0].id in holding


def test_kinsoku_is_chosen_per_page():
    page = tiny('<stack><slot id="t" kind="text" roles="body" lines="auto"/></stack>', columns=1)
    told = story((Role.BODY, "平安城市的一天从河边" + "，老街上" * 12))
    starts = {}
    for level in (None, KinsokuLevel.NONE):
        whole = edition(page, told)
        result = Composer(LIBRARY).compose(whole, replace(whole.pages[0], kinsoku=level))
        starts[level] = [run.text[0] for run in result.display.runs()]
    assert "，" not in starts[None]
    assert "，" in starts[KinsokuLevel.NONE]
    assert {slot.kind for slot in page.slots()} == {SlotKind.TEXT}
