"""Pictures lifted out of their slots: where they and their captions stand, and what is given up for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageDraw

from desktop.compose import ComposedPage
from desktop.compose.arrange import GridBox
from desktop.compose.exclusions import Exclusion
from desktop.compose.freestanding import exclusion, free_boxes, free_frames
from desktop.display import Picture, Rule
from desktop.model.edition import Edition, Media
from desktop.model.layout import Layout
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import Role
from desktop.pictures import PictureOutlines
from tests.compose.pages import LAYOUTS, compose, edition, layout, story, tiny, words
from tests.pictures.samples import file_of

PAGE = """<stack>
<slot id="p" kind="picture" lines="6.."/>
<slot id="c" kind="caption" roles="caption" lines="auto" caption-of="p"/>
<slot id="t" kind="text" roles="body" lines="auto" before="1"/>
</stack>"""
TEXT = (Role.BODY, words(600))
CAPTION = (Role.CAPTION, "图为老街的灯火")
COLUMNS, LINES = 4, 40


def disc() -> Media:
    image = Image.new("RGB", (300, 300), (255, 255, 255))
    ImageDraw.Draw(image).ellipse((2, 2, 298, 298), fill=(40, 30, 20))
    return Media("m1", "盘.png", file_of(image, "PNG"), 300, 300)


def placed(page: Layout, place: Place | None, around: Runaround | None = None, frame: str = "p", *parts) -> Edition:
    made = edition(page, story(*(parts or (TEXT, CAPTION))))
    frames = tuple(
        replace(f, media="m1", place=place, runaround=around) if f.id == frame else f for f in made.pages[0].frames
    )
    return replace(made, media=(disc(),), pages=(replace(made.pages[0], frames=frames),))


def box_of(made: Edition, page: ComposedPage, frame: str) -> GridBox:
    """Where a frame came to stand, in columns and lines."""
    grid, box = made.pages[0].layout.grid, page.display.frame(frame).box
    column = round((box.x - grid.type_area.x) / ((grid.measure + grid.gutter) * grid.body)) + 1
    columns = round((box.width / grid.body + grid.gutter) / (grid.measure + grid.gutter))
    found = GridBox(column, columns, round((box.y - grid.type_area.y) / grid.pitch) + 1, round(box.height / grid.pitch))
    assert grid.box(found.column, found.columns, found.line, found.lines) == pytest.approx(box)
    return found


def test_a_free_picture_stands_at_its_place_with_its_caption_below():
    made = placed(tiny(PAGE), Place(2, 2, 11, 8))
    page = compose(made)
    assert box_of(made, page, "p") == GridBox(2, 2, 11, 8)
    caption = box_of(made, page, "c")
    assert (caption.column, caption.columns, caption.line) == (2, 2, 19)
    assert caption.lines >= 1
    assert "".join(run.text for run in page.display.runs() if run.frame == "c") == CAPTION[1]
    assert [frame.id for frame in page.display.frames if frame.free] == ["p", "c"]


def test_the_slots_of_a_free_picture_are_given_up():
    made = placed(tiny(PAGE), Place(2, 2, 11, 8))
    assert box_of(made, compose(made), "t").line == 1
    at_home = placed(tiny(PAGE), None)
    page = compose(at_home)
    assert box_of(at_home, page, "p").line == 1
    assert box_of(at_home, page, "t").line > 7
    assert not any(frame.free for frame in page.display.frames)


def test_in_a_row_the_neighbour_takes_the_columns_given_up():
    row = "".join(f'<slot id="{name}" kind="picture" columns="2" lines="10"/>' for name in "pq")
    tree = f'<stack><row>{row}</row><slot id="t" kind="text" roles="body" lines="auto"/></stack>'
    made = placed(tiny(tree), Place(1, 1, 30, 5), None, "p", TEXT)
    assert box_of(made, compose(made), "q") == GridBox(1, 4, 1, 10)


def test_a_picture_at_the_foot_stands_so_high_that_its_caption_has_room():
    made = placed(tiny(PAGE), Place(2, 2, 36, 8))
    page = compose(made)
    picture, caption = box_of(made, page, "p"), box_of(made, page, "c")
    assert picture.lines == 8
    assert caption.line == picture.line + 8
    assert caption.line + caption.lines - 1 == LINES
    assert not page.overset


def test_a_picture_as_high_as_the_page_gives_way_to_its_caption():
    made = placed(tiny(PAGE), Place(1, 4, 1, 40))
    page = compose(made)
    picture, caption = box_of(made, page, "p"), box_of(made, page, "c")
    assert picture.lines + caption.lines == LINES
    assert "s1e02" not in page.overset
    alone = placed(tiny(PAGE), Place(1, 4, 1, 40), None, "p", TEXT)
    assert box_of(alone, compose(alone), "p") == GridBox(1, 4, 1, 40)


_ANY = st.builds(Place, *[st.integers(-3, 50)] * 4)


@given(_ANY, st.integers(0, 60), st.booleans())
def test_wherever_it_is_put_a_picture_stands_on_the_page(place, need, own):
    page = replace(placed(tiny(PAGE), place).pages[0])
    grid = page.layout.grid
    boxes = free_boxes(free_frames(page), grid, lambda slot, columns: need)
    for box in boxes.values():
        assert box.column >= 1
        assert box.column + box.columns - 1 <= COLUMNS
        assert box.lines == 0 or box.line >= 1
        assert box.lines == 0 or box.line + box.lines - 1 <= LINES
    picture, caption = boxes["p"], boxes["c"]
    assert picture.lines >= 1
    assert caption.lines == need or picture.lines == 1
    inside = place == place.within(COLUMNS, LINES)
    if inside and place.line + place.lines - 1 + need <= LINES:
        assert picture == GridBox(place.column, place.columns, place.line, place.lines)


def test_a_frame_for_text_stands_where_it_is_put_and_its_text_in_it():
    made = placed(tiny(PAGE), Place(2, 2, 11, 8), None, "t")
    plain = edition(tiny(PAGE), story(TEXT, CAPTION))
    assert [free.slot.id for free in free_frames(made.pages[0])] == ["t"]
    display = compose(made).display
    box = display.frame("t").box
    assert box != compose(plain).display.frame("t").box
    assert box == made.pages[0].layout.grid.box(2, 2, 11, 8)
    runs = [run for run in display.runs() if run.frame == "t" and run.element]
    assert runs
    assert all(box.y <= run.y <= box.bottom and box.x - 1 <= run.x <= box.right for run in runs)


def test_free_pictures_are_painted_over_all_that_stands_in_slots_and_below_text():
    tree = PAGE.replace('before="1"', 'before="1" border="tblr"')
    items = compose(placed(tiny(tree), Place(2, 2, 11, 8))).display.items
    kinds = [type(item) for item in items]
    at = kinds.index(Picture)
    assert Rule in kinds[:at]
    assert Rule not in kinds[at:]
    assert len(set(kinds[at + 1 :])) == 1


def test_column_rules_are_broken_by_what_stands_free():
    row = "".join(f'<slot id="{name}" kind="picture" columns="2" lines="30"/>' for name in "qr")
    tree = f'<stack><row rule="yes">{row}</row><slot id="p" kind="picture" lines="5"/></stack>'

    def rules(place: Place | None) -> list[tuple[float, float]]:
        page = compose(placed(tiny(tree), place)).display
        area = page.type_area
        return sorted(
            ((item.y1 - area.y) / page.pitch, (item.y2 - area.y) / page.pitch)
            for item in page.items
            if isinstance(item, Rule) and item.x1 == item.x2 and not item.frame
        )

    assert rules(None) == [(0, 30)]
    assert rules(Place(2, 2, 11, 5)) == [(0, 10), (15, 30)]
    assert rules(Place(1, 2, 11, 5)) == [(0, 30)]  # it ends at its column, before the gutter
    assert rules(Place(2, 2, 1, 40)) == []


def exclusion_of(around: Runaround | None, *, media: bool = True) -> Exclusion:
    made = placed(tiny(PAGE), Place(2, 2, 11, 8), around)
    page = made.pages[0]
    (free,) = free_frames(page)
    boxes = free_boxes([free], page.layout.grid, lambda slot, columns: 2)
    return exclusion(free, page.layout.grid, boxes, made.media[0] if media else None, PictureOutlines().bands)


def test_text_keeps_out_of_the_box_and_the_caption():
    grid = tiny(PAGE).grid
    usual = exclusion_of(None)
    assert usual == Exclusion((grid.box(2, 2, 11, 8), grid.box(2, 2, 19, 2)), Sides.BOTH, 10.0, 1)
    own = exclusion_of(Runaround(Contour.BOX, Sides.LARGER, 0.5, 2))
    assert own == replace(usual, sides=Sides.LARGER, beside=5.0, above=2)
    assert exclusion_of(Runaround(beside=-3.0)).beside == 0.0


def test_text_runs_on_under_a_picture_that_asks_for_it_but_not_under_its_caption():
    assert exclusion_of(Runaround(Contour.NONE)).boxes == (tiny(PAGE).grid.box(2, 2, 19, 2),)


def test_text_keeps_out_of_the_outline_as_the_picture_is_cropped():
    grid = tiny(PAGE).grid
    box = grid.box(2, 2, 11, 8)
    *bands, caption = exclusion_of(Runaround(Contour.OUTLINE)).boxes
    assert caption == grid.box(2, 2, 19, 2)
    assert len(bands) == 8
    # The disc fills the frame's width; its height is cropped, so that the outline is widest in the middle.
    widths = [band.width / box.width for band in bands]
    assert widths[3] > 0.97 > widths[0] > 0.7
    assert all(band.x >= box.x and band.right <= box.right + 1e-6 for band in bands)
    empty = exclusion_of(Runaround(Contour.OUTLINE), media=False)
    assert empty.boxes[0] == box


def test_text_stands_beside_and_below_a_picture_never_under_it():
    made = placed(tiny(PAGE), Place(2, 2, 11, 8))
    page = compose(made)
    frames = {frame.slot: frame.box for frame in page.display.frames}
    runs = [run for run in page.display.runs() if run.frame == next(f.id for f in page.display.frames if f.slot == "t")]
    assert runs
    for run in runs:
        for slot in ("p", "c"):
            box = frames[slot]
            right = run.x + run.dx[-1] + run.size
            beside = right <= box.x + 0.01 or run.x + run.dx[0] >= box.right - 0.01
            assert beside or run.y <= box.y + 0.01 or run.y - run.size >= box.bottom - 0.01


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LAYOUTS), st.data())
def test_every_layout_takes_free_pictures_anywhere(layout_id, data):
    page = layout(layout_id)
    pictures = [slot.id for slot in page.slots() if slot.kind.value in {"picture", "advert"}]
    chosen = data.draw(st.lists(st.sampled_from(pictures), unique=True, max_size=3))
    made = edition(page, story((Role.HEADLINE, "灯火可亲"), TEXT, CAPTION))
    places = {slot: data.draw(st.builds(Place, *[st.integers(1, 90)] * 4)) for slot in chosen}
    frames = tuple(replace(f, place=places.get(f.slot)) for f in made.pages[0].frames)
    made = replace(made, pages=(replace(made.pages[0], frames=frames),))
    composed = compose(made)
    area = composed.display.type_area
    for frame in composed.display.frames:
        if frame.free:
            assert frame.box.x >= area.x - 0.01
            assert frame.box.right <= area.right + 0.01
            assert area.y - 0.01 <= frame.box.y
            assert frame.box.bottom <= area.bottom + 0.01
    assert {f.slot for f in composed.display.frames if f.free and f.kind != "caption"} == set(chosen)
