"""Vertical frames: heads and text in columns from the right, each from its top (V3)."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

import pytest
from msgspec.structs import replace

from desktop.compose import ComposedPage
from desktop.compose.estimate import estimate
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.edition import Edition, Flow, Media
from desktop.model.runaround import Place
from desktop.model.story import Role
from tests.compose.pages import compose, edition, layout, ledger, story, tiny, words
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


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_text_in_tiers_of_less_than_a_character_is_overset_and_counted(lines):
    slot = f'<slot id="t" kind="text" roles="body" lines="{lines}" writing="vertical" break="3" border="tblr"/>'
    made = edition(tiny(f"<stack>{slot}</stack>", columns=1), story((Role.BODY, words(90))))
    page = compose(made)
    assert ledger(made, page).holds
    assert [(fit.placed_chars, fit.over_chars) for fit in page.fits] == [(0, 90)]
    assert page.fits[0].over_lines > 9


def test_heads_keep_an_em_from_rules_and_tints():
    plain, ruled = heads(), heads(box='lines="24" border="tr"')
    assert columns(ruled)[0][1] == plain.display.frames[0].box.y + 10
    assert columns(ruled)[0][0] < columns(plain)[0][0]


T = "本报讯（记者李禾）3月5日，新区召开“平安建设”推进会，2024年全区GDP增长5.2%，数字经济占比达38%；WTO研究中心落户——"
TEXT = (Role.BODY, T + words(200))
SUBHEAD = (Role.SUBHEAD, "社区学堂人气旺")


def frame(*parts, box: str = 'lines="auto"', columns: int = 2, rest: str = "") -> tuple[Edition, ComposedPage]:
    slot = f'<slot id="v" kind="text" roles="body subhead" writing="vertical" {box}/>'
    made = edition(tiny(f"<stack>{slot}{rest}</stack>", columns=columns), story(*(parts or (TEXT,))))
    page = compose(made)
    assert ledger(made, page).holds
    return made, page


def lines(page: ComposedPage, size: float = 9.0) -> list[tuple[float, float, str]]:
    """Each line's axis, where its first Han character's em begins, and its text."""
    return [(axis, start, text) for axis, start, text, own in columns(page) if own == size]


def test_text_runs_down_from_right_to_left_a_pitch_apart():
    _, page = frame()
    found = lines(page)
    assert "".join(text for *_, text in found) == TEXT[1]
    assert [before[0] - after[0] for before, after in pairwise(found)] == pytest.approx([12] * (len(found) - 1))
    box = page.display.frame("v").box
    assert found[0][0] <= box.right - 4.5 + 1.5
    assert found[-1][0] >= box.x + 4.5 - 1.5


def test_its_first_line_is_indented_and_the_others_are_flush():
    _, page = frame((Role.BODY, words(150)))
    tops = [min(run.y + dy for run in runs for dy in run.dy) for runs in _runs_by_line(page)]
    assert tops[0] - tops[1] == pytest.approx(18, abs=5)
    measure = page.display.frame("v").columns[0].height
    assert measure % 10 == pytest.approx(0)
    assert len({round(run.y, 6) for runs in _runs_by_line(page)[1:] for run in runs}) == 1


def _runs_by_line(page: ComposedPage) -> list[list[GlyphRun]]:
    found: dict[int, list[GlyphRun]] = {}
    for run in page.display.runs():
        found.setdefault(run.line, []).append(run)
    return [found[key] for key in sorted(found)]


@pytest.mark.parametrize("count", [5, 60, 250, 400])
@pytest.mark.parametrize("wide", [1, 2, 3])
def test_a_frame_that_follows_its_text_is_as_high_as_need_be(count, wide):
    made, page = frame((Role.BODY, words(count)), columns=wide)
    assert not page.overset
    needed = round(page.display.frame("v").box.height / 12)
    tight = replace(made.pages[0], frames=(replace(made.pages[0].frames[0], lines=needed - 1),))
    if needed > 1:
        assert compose(replace(made, pages=(tight,))).overset


def test_what_finds_no_room_is_overset_and_counted_in_lines():
    _, page = frame(box='lines="6"', columns=1)
    fit = page.fits[0]
    left = page.overset["s1e01"]
    assert fit.over_chars == sum(r.end - r.start for r in left)
    shown = "".join(run.text for run in page.display.runs())
    assert TEXT[1].startswith(shown)
    assert len(shown) + fit.over_chars == len(TEXT[1])
    assert fit.lines == 8  # 100 points hold eight lines, twelve apart
    assert fit.over_lines * 8 >= fit.over_chars


def test_tiers_are_filled_from_the_top_and_each_from_the_right():
    _, page = frame(box='lines="24" break="2"')
    upper, lower = page.display.frame("v").columns
    assert upper.height == lower.height
    assert lower.y - upper.bottom == pytest.approx(10)
    found = lines(page)
    in_upper = [axis for axis, start, _ in found if start < upper.bottom]
    in_lower = [axis for axis, start, _ in found if start >= lower.y - 9]
    assert len(in_upper) + len(in_lower) == len(found)
    assert abs(len(in_upper) - len(in_lower)) <= 1
    for axes in (in_upper, in_lower):
        assert axes == sorted(axes, reverse=True)


def test_v3_a_subhead_stands_at_the_top_of_its_line():
    _, page = frame(SUBHEAD, TEXT)
    (head, *_), top = columns(page), page.display.frame("v").columns[0].y
    assert head[2] == SUBHEAD[1]
    assert head[1] == pytest.approx(top, abs=0.01)


def test_v3_a_byline_starts_at_the_top_too():
    slot = '<slot id="v" kind="text" roles="body byline" writing="vertical" lines="auto"/>'
    page = compose(edition(tiny(f"<stack>{slot}</stack>"), story((Role.BYLINE, "记者 李禾"), TEXT)))
    byline = next(run for run in page.display.runs() if run.element == "s1e01")
    assert byline.y == pytest.approx(page.display.frame("v").columns[0].y, abs=5)


def test_control_in_a_horizontal_frame_it_is_centred():
    slot = '<slot id="v" kind="text" roles="body subhead" lines="auto" columns="1"/>'
    page = compose(edition(tiny(f"<stack>{slot}</stack>", columns=1, measure=20), story(SUBHEAD, TEXT)))
    head = next(run for run in page.display.runs() if run.element == "s1e01")
    assert head.x > page.display.frame("v").box.x + 10


def test_a_thread_is_set_as_its_first_frame_is():
    flat = '<slot id="h" kind="text" roles="body" lines="20"/>'
    made, _ = frame(box='lines="4"', rest=flat)
    flow = Flow(("v", "h"), made.pages[0].flows[0].elements)
    page = compose(replace(made, pages=(replace(made.pages[0], flows=(flow,)),)))
    assert {run.writing for run in page.display.runs()} == {"v"}
    assert {run.frame for run in page.display.runs()} == {"v", "h"}
    assert not page.overset


def test_text_keeps_out_of_a_picture_that_stands_over_its_lines():
    picture = '<slot id="p" kind="picture" lines="4"/>'
    text = (Role.BODY, words(1000))
    made, plain = frame(text, box='lines="36"', columns=4, rest=picture)
    over = tuple(replace(f, media="m1", place=Place(2, 1, 10, 8)) if f.id == "p" else f for f in made.pages[0].frames)
    media = (Media("m1", "图.png", b"", 300, 200),)
    page = compose(replace(made, media=media, pages=(replace(made.pages[0], frames=over),)))
    box = page.display.frame("p").box
    inside = [run for run in page.display.runs() if _meets(run, box)]
    assert inside == []
    assert any(_meets(run, box) for run in plain.display.runs())
    assert "".join(run.text for run in page.display.runs() if run.frame == "v") == text[1]


def _meets(run: GlyphRun, box: Rect) -> bool:
    half = run.size / 2
    across = box.x - half + 0.01 < run.x < box.right + half - 0.01
    return across and any(box.y < run.y + dy - half < box.bottom for dy in run.dy)


def test_a_vertical_frame_with_rules_keeps_an_em_inside_them():
    _, page = frame(box='lines="auto" border="tblr"')
    box = page.display.frame("v").box
    for axis, start, _ in lines(page):
        assert box.x + 10 <= axis - 4.5 + 1.5
        assert axis + 4.5 - 1.5 <= box.right - 10
        assert start >= box.y + 10


def test_an_empty_vertical_frame_vanishes():
    slots = '<slot id="v" kind="text" roles="box" writing="vertical" lines="auto"/>'
    body = '<slot id="t" kind="text" roles="body" lines="auto" before="1"/>'
    page = compose(edition(tiny(f"<stack>{slots}{body}</stack>"), story(TEXT)))
    assert page.display.frame("v").box.height == 0
    assert page.display.frame("t").box.y == page.display.type_area.y


def test_the_estimate_counts_vertical_lines():
    made, page = frame(columns=2)
    area = page.display.frame("v").box.height / 12
    over = estimate(made.pages[0].layout, made.pages[0].flows, made.stories).over
    assert over == 0
    short = tiny('<stack><slot id="v" kind="text" roles="body" writing="vertical" lines="3"/></stack>', columns=2)
    assert estimate(short, made.pages[0].flows, made.stories).over == pytest.approx((area - 3) * 2, abs=6)


def test_the_broadsheet_has_a_vertical_box_that_only_a_hand_fills():
    page = layout("broadsheet-feature")
    made = edition(page, story((Role.HEADLINE, "灯火可亲"), (Role.BODY, words(300)), (Role.BOX, words(60))))
    empty = compose(made)
    assert empty.display.frame("vertical-box").box.height == 0
    assert empty.display.frame("advert").box.width == pytest.approx(page.grid.long(3) * page.grid.body)
    assert all("vertical-box" not in flow.frames for flow in made.pages[0].flows)
    flows = [replace(flow, elements=tuple(e for e in flow.elements if e != "s1e03")) for flow in made.pages[0].flows]
    filled = (*(flow for flow in flows if flow.elements), Flow(("vertical-box",), ("s1e03",)))
    shown = compose(replace(made, pages=(replace(made.pages[0], flows=filled),)))
    assert {run.writing for run in shown.display.runs() if run.element == "s1e03"} == {"v"}
    assert shown.display.frame("advert").box.width == pytest.approx(page.grid.long(2) * page.grid.body)
    assert not shown.overset


def test_a_style_spreads_a_vertical_head_over_the_height_of_its_box():
    house = style()
    ends = {}
    for spread in (0.0, 2.0):
        head = replace(house.head[Role.HEADLINE], spread=spread, sizes=(36.0,))
        slot = '<slot id="head" kind="head" roles="headline" lines="20" writing="vertical"/>'
        made = edition(tiny(f"<stack>{slot}</stack>", columns=1), story((Role.HEADLINE, "春江水暖")))
        made = replace(made, style=replace(house, head={**house.head, Role.HEADLINE: head}))
        page = compose(made)
        runs = list(page.display.runs())
        assert min(run.y for run in runs) == page.display.frame("head").box.y
        last = max(run.y + dy for run in runs for dy in run.dy)
        ends[spread] = page.display.frame("head").box.bottom - last
    assert ends[2.0] == pytest.approx(0.12 * 36, abs=0.5)
    assert ends[0.0] == pytest.approx(240 - 4 * 36 + 0.12 * 36, abs=0.5)


def test_a_text_that_runs_down_keeps_its_direction_and_its_room_in_a_bordered_frame_after_it():
    """A frame that would run across, bordered, takes the text's direction: what keeps text off borders does not."""
    first = '<slot id="one" kind="text" roles="body" writing="vertical" lines="6"/>'
    slots = first + '<slot id="two" kind="text" roles="body" lines="10" {look}/>'
    shown = []
    for look in ('border="tblr"', 'border="tblr" writing="vertical"'):
        made = edition(
            tiny(f"<stack>{slots.format(look=look)}</stack>"),
            story((Role.BODY, words(200))),
            flows=[Flow(("one", "two"), ("s1e01",))],
        )
        page = compose(made)
        assert ledger(made, page).holds
        shown.append([(run.writing, run.x, run.y, run.text) for run in page.display.runs()])
    assert {writing for writing, *_ in shown[0]} == {"v"}
    assert shown[0] == shown[1]
