"""Text round free pictures, asked of composed pages: no overlap, nothing lost, on the grid, both sides used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.compose import ComposedPage
from desktop.compose.exclusions import outline_boxes
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.edition import Edition, Media
from desktop.model.layout import Layout, SlotKind
from desktop.model.pictureview import shown_part
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import Role
from desktop.pictures import PictureOutlines
from desktop.preflight import find_all
from tests.compose.pages import LAYOUTS, compose, edition, layout, story, tiny, words
from tests.compose.test_containment import outside
from tests.compose.test_freestanding import disc

OUTLINES = PictureOutlines()
DISC = disc()
BODY = '<slot id="t" kind="text" roles="body subhead" lines="auto"{more}/>'
PICTURE = '<slot id="p" kind="picture" lines="4.."/>'
BROKEN, LONG = ' break="3"', ' break="1"'


def page_of(more: str = "", lines: int = 40) -> Layout:
    return tiny(f"<stack>{BODY.format(more=more)}{PICTURE}</stack>", lines=lines)


def with_picture(
    page: Layout, told, place: Place, around: Runaround | None = None, slot: str = "p", media: Media | None = DISC
) -> Edition:
    made = edition(page, told)
    frames = tuple(
        replace(f, media=media.id if media else None, place=place, runaround=around) if f.slot == slot else f
        for f in made.pages[0].frames
    )
    return replace(made, media=(media,) if media else (), pages=(replace(made.pages[0], frames=frames),))


def body(count: int):
    return story((Role.BODY, words(count)))


def kept_clear(made: Edition, page: ComposedPage) -> Iterator[tuple[str, Rect]]:
    """Yield (frame, rectangle) of all that text has to keep out of, the distances included."""
    grid = made.pages[0].layout.grid
    for frame in made.pages[0].frames:
        if frame.place is None:
            continue
        around, shown = frame.runaround or Runaround(), page.display.frame(frame.id)
        boxes = [shown.box] if around.contour is not Contour.NONE else []
        media = next((m for m in made.media if m.id == frame.media), None)
        if around.contour is Contour.OUTLINE and media:
            crop = shown_part(shown.box, media.width, media.height)[1]
            bands = OUTLINES.bands(media, crop, round(shown.box.height / grid.pitch))
            boxes = list(outline_boxes(shown.box, bands))
        captions = [s for s in made.pages[0].layout.slots() if s.caption_of == frame.slot]
        boxes += [page.display.frame(s.id).box for s in captions if page.display.frame(s.id).box.height]
        beside, above = around.beside * grid.body, around.above * grid.pitch
        for box in boxes:
            yield frame.id, Rect(box.x - beside, box.y - above, box.width + 2 * beside, box.height + 2 * above)


def cells(run: GlyphRun) -> Iterator[Rect]:
    """Yield the em boxes of a run's Han: their ink and no blank that a mark gave up."""
    for index, (dx, dy) in enumerate(zip(run.dx, run.dy, strict=True)):
        if "\u4e00" <= run.text[run.clusters[index] : run.clusters[index] + 1] <= "\u9fff":
            yield Rect(run.x + dx, run.y + dy - 0.88 * run.size, run.size, run.size).inset(0.02)


def overlaps(made: Edition, page: ComposedPage) -> list[tuple[str, str | None, str]]:
    """Return (picture, text) of every run that comes too near a picture that is not its own."""
    owners = {s.id: s.caption_of for s in made.pages[0].layout.slots()}
    return [
        (frame, run.element, run.text)
        for frame, clear in kept_clear(made, page)
        for run in page.display.runs()
        if owners.get(run.frame) != frame and any(cell.intersects(clear) for cell in cells(run))
    ]


def assert_sound(made: Edition) -> ComposedPage:
    page = compose(made)
    counts = judge(Loaded(made, (page,))).counts
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["twice"] == 0
    assert outside(page) == []
    told = {f.element for f in find_all(made, (page,)) if f.id == "text.covered"}
    assert {element for _, element, _ in overlaps(made, page)} <= told
    assert_on_grid(page)
    return page


def assert_on_grid(page: ComposedPage) -> None:
    """Baselines of the body stand on the page's grid, whatever is beside them (P2)."""
    display = page.display
    columns = {f.id: f.columns for f in display.frames if f.kind == SlotKind.TEXT.value}
    for run in display.runs():
        if run.size == display.body and any(column.contains(run.x, run.y) for column in columns.get(run.frame, ())):
            line = (run.y - display.first_baseline) / display.pitch
            assert abs(line - round(line)) < 1e-6


def lines(page: ComposedPage, frame: str = "t") -> list[tuple[int, float]]:
    """(line of the page from 1, x of its first glyph) of the lines of a frame, in reading order."""
    display = page.display
    found: dict[int, tuple[int, float]] = {}
    for run in display.runs():
        if run.frame == frame:
            row = round((run.y - display.first_baseline) / display.pitch) + 1
            found.setdefault(run.line, (row, run.x))
    return [found[number] for number in sorted(found)]


@pytest.mark.parametrize("more", ["", BROKEN, LONG])
@pytest.mark.parametrize("contour", Contour)
@pytest.mark.parametrize("place", [Place(2, 2, 6, 9), Place(1, 1, 1, 12), Place(4, 1, 20, 5), Place(1, 4, 10, 6)])
def test_no_text_comes_near_a_picture(more, contour, place):
    made = with_picture(page_of(more), body(900), place, Runaround(contour))
    page = assert_sound(made)
    assert not page.overset
    under = replace(made, pages=(with_picture(page_of(more), body(900), place, Runaround(Contour.NONE)).pages[0],))
    if contour is Contour.BOX:  # the control: without runaround text would come near
        shown = compose(under)
        assert any(cell.intersects(clear) for _, clear in kept_clear(made, page) for run in shown.display.runs()
                   for cell in cells(run))  # fmt: skip


def test_both_sides_are_used_and_read_line_by_line():
    made = with_picture(page_of(LONG), body(900), Place(2, 2, 6, 8))
    rows = lines(assert_sound(made))
    beside = [row for row, _ in rows if 6 <= row <= 13]
    assert beside == sorted(beside)
    assert all(beside.count(row) == 2 for row in range(6, 14))
    left = made.pages[0].layout.grid.column_x(1)
    assert {round(x - left) // 110 for row, x in rows if 6 <= row <= 13} == {0, 3}


@pytest.mark.parametrize(("sides", "columns"), [(Sides.LEFT, {0}), (Sides.RIGHT, {2}), (Sides.LARGER, {2})])
def test_one_side_is_left_empty_where_text_is_asked_for_the_other(sides, columns):
    made = with_picture(page_of(LONG), body(900), Place(2, 1, 6, 8), Runaround(sides=sides))
    rows = lines(assert_sound(made))
    left = made.pages[0].layout.grid.column_x(1)
    assert {round(x - left) // 110 for row, x in rows if 6 <= row <= 13} == columns


def test_text_goes_on_below_a_picture_over_all_columns():
    made = with_picture(page_of(), body(900), Place(1, 4, 6, 9))
    rows = {row for row, _ in lines(assert_sound(made))}
    assert rows.isdisjoint(range(5, 16))
    assert {1, 4, 16, 17} <= rows


def test_a_picture_over_the_whole_page_leaves_all_text_overset():
    made = with_picture(page_of(), body(300), Place(1, 4, 1, 40))
    page = assert_sound(made)
    assert page.fits[0].placed_chars == 0
    assert page.fits[0].over_chars > 0


def test_lines_follow_an_outline():
    made = with_picture(page_of(LONG), body(900), Place(2, 2, 6, 17), Runaround(Contour.OUTLINE, Sides.LEFT, 0.5, 0))
    page = assert_sound(made)
    ends: dict[int, float] = {}
    for run in page.display.runs():
        row = round((run.y - page.display.first_baseline) / page.display.pitch) + 1
        ends[row] = max(ends.get(row, 0.0), run.x + max(run.dx))
    shape = [ends[row] for row in range(6, 23)]
    middle = shape.index(min(shape))
    assert 6 <= middle <= 10
    assert shape[0] > shape[middle] + 30
    assert shape[-1] > shape[middle] + 30


def test_columns_beside_a_picture_are_level():
    """B1 for columns of which some lose lines to a picture: their text ends at the same height."""
    made = with_picture(page_of(), body(800), Place(2, 1, 4, 7))
    rows = lines(assert_sound(made))
    columns: dict[int, int] = {}
    for row, x in rows:
        at = round(x - made.pages[0].layout.grid.column_x(1)) // 110
        columns[at] = max(columns.get(at, 0), row)
    assert max(columns.values()) - min(columns.values()) <= 1


def test_an_advertisement_is_an_obstacle_as_well():
    tree = f'<stack>{BODY.format(more="")}<slot id="p" kind="advert" lines="4.."/></stack>'
    made = with_picture(tiny(tree), body(600), Place(2, 2, 6, 9), media=None)
    assert {row for row, x in lines(assert_sound(made)) if x > 190 and x < 400}.isdisjoint(range(6, 15))


HEADS = """<stack><slot id="h" kind="head" roles="headline" lines="6"/>
<slot id="t" kind="text" roles="body subhead" lines="auto"/><slot id="p" kind="picture" lines="4.."/></stack>"""
HEADLINE = (Role.HEADLINE, "灯火可亲")


def rows_of(page: ComposedPage, role_element: str) -> set[int]:
    """The lines of the page, from 1, that the type of an element touches."""
    display = page.display
    top = display.type_area.y
    return {
        row
        for run in display.runs()
        if run.element == role_element
        for row in range(
            int((run.y - 0.88 * run.size - top) / display.pitch) + 1,
            int((run.y + 0.1 * run.size - top) / display.pitch) + 2,
        )
    }


def extent(page: ComposedPage, element: str) -> tuple[float, float]:
    runs = [run for run in page.display.runs() if run.element == element]
    return min(run.x for run in runs), max(run.x + max(run.dx) + run.size for run in runs)


def test_a_headline_makes_room_for_a_picture_beside_it():
    told = story(HEADLINE, (Role.BODY, words(300)))
    page = assert_sound(with_picture(tiny(HEADS), told, Place(3, 2, 2, 9)))
    left, right = extent(page, "s1e01")
    area = page.display.type_area
    assert area.x <= left
    assert right <= area.x + 210 + 0.1
    free = extent(assert_sound(with_picture(tiny(HEADS), told, Place(3, 2, 20, 9))), "s1e01")
    assert free[1] > area.x + 220  # the control: it stands in the middle of the page where nothing is in its way


def test_a_headline_that_is_covered_goes_below_the_picture_and_the_text_with_it():
    told = story(HEADLINE, (Role.BODY, words(300)))
    page = assert_sound(with_picture(tiny(HEADS), told, Place(1, 4, 1, 9)))
    assert min(rows_of(page, "s1e01")) >= 11
    assert min(rows_of(page, "s1e02")) > max(rows_of(page, "s1e01"))
    assert not page.overset


def test_a_head_across_columns_stands_beside_a_picture_or_below_it():
    told = story((Role.SUBHEAD, "水到渠成"), (Role.BODY, words(300)))
    beside = assert_sound(with_picture(page_of(), told, Place(3, 2, 1, 9)))
    assert extent(beside, "s1e01")[1] <= beside.display.type_area.x + 210 + 0.1
    assert min(rows_of(beside, "s1e01")) == 1
    below = assert_sound(with_picture(page_of(), told, Place(1, 4, 1, 9)))
    assert min(rows_of(below, "s1e01")) >= 11
    assert min(rows_of(below, "s1e02")) > max(rows_of(below, "s1e01"))


def test_a_head_without_any_clear_place_is_told():
    told = story(HEADLINE, (Role.BODY, words(30)))
    made = with_picture(tiny(HEADS), told, Place(1, 4, 1, 40), Runaround(above=0))
    findings = [f.frame for f in find_all(made, (compose(made),)) if f.id == "text.covered"]
    assert findings == ["p"]
    over = with_picture(tiny(HEADS), told, Place(1, 4, 1, 40), Runaround(Contour.NONE))
    assert "text.covered" not in {f.id for f in find_all(over, (compose(over),))}
    apart = with_picture(tiny(HEADS), told, Place(1, 4, 20, 9))
    assert "text.covered" not in {f.id for f in find_all(apart, (compose(apart),))}


def test_pictures_that_cover_each_other_are_told():
    other = PICTURE.replace('id="p"', 'id="q"')
    tree = f"<stack>{BODY.format(more='')}{PICTURE}{other}</stack>"

    def covering(place: Place) -> list[str | None]:
        made = with_picture(tiny(tree), body(200), place)
        return [f.frame for f in find_all(made, (compose(made),)) if f.id == "picture.covers"]

    assert covering(Place(1, 2, 30, 8)) == ["p"]
    assert covering(Place(1, 2, 2, 3)) == []


@pytest.mark.parametrize("line", range(3, 14))
def test_subheads_in_a_column_keep_text_under_them_wherever_a_picture_stands(line):
    """O2 beside pictures: a subhead does not stand right above one."""
    parts = [part for n in range(3) for part in ((Role.SUBHEAD, f"水到渠成{n}"), (Role.BODY, words(90, n)))]
    page = assert_sound(with_picture(page_of(), story(*parts), Place(1, 4, line, 5)))
    for number in range(3):
        head, text = f"s1e{2 * number + 1:02}", f"s1e{2 * number + 2:02}"
        left = extent(page, head)[0]
        column = (left - page.display.type_area.x) // 110
        mine = {
            row
            for run in page.display.runs()
            if run.element == text and (run.x - page.display.type_area.x) // 110 == column
            for row in [round((run.y - page.display.first_baseline) / page.display.pitch) + 1]
        }
        foot = max(rows_of(page, head))
        first, second = sorted(row for row in mine if row >= foot)[:2]
        assert first - foot <= 2  # a head of a line and a half ends inside a line
        assert second == first + 1


class Case:
    """A page to try, told in few words where it fails."""

    def __init__(self, made: Edition) -> None:
        self.made = made

    def __repr__(self) -> str:
        page = self.made.pages[0]
        free = [(frame.id, frame.place, frame.runaround) for frame in page.frames if frame.place]
        return f"{page.layout.id} {free} {[(e.role.value, len(e.text)) for e in self.made.stories[0].elements]}"


@st.composite
def _pages(draw):
    layout_id = draw(st.sampled_from([*LAYOUTS, "", BROKEN, LONG]))
    page = layout(layout_id) if layout_id in LAYOUTS else page_of(layout_id)
    parts = (
        [(Role.HEADLINE, "灯火可亲 水到渠成"), (Role.CAPTION, "图为老街的灯火 李禾 摄")] if layout_id in LAYOUTS else []
    )
    bodies = st.tuples(st.just(Role.BODY), st.integers(1, 700).map(words))
    heads = st.tuples(st.just(Role.SUBHEAD), st.sampled_from(["除险保安 绘就底色", "水到渠成灯火可亲人心齐"]))
    parts += draw(st.lists(st.one_of(bodies, heads), min_size=1, max_size=6))
    made = edition(page, story(*parts))
    shown = [slot.id for slot in page.slots() if slot.kind in {SlotKind.PICTURE, SlotKind.ADVERT}]
    lifted = draw(st.lists(st.sampled_from(shown), min_size=1, max_size=2, unique=True))
    grid = page.grid
    frames = []
    for frame in made.pages[0].frames:
        if frame.slot in lifted:
            place = Place(
                draw(st.integers(1, grid.columns)), draw(st.integers(1, max(1, grid.columns - 1))),
                draw(st.integers(1, grid.lines)), draw(st.integers(1, grid.lines // 2)),
            )  # fmt: skip
            around = Runaround(
                draw(st.sampled_from(Contour)), draw(st.sampled_from(Sides)),
                draw(st.sampled_from([0.0, 0.5, 1.0, 2.5])), draw(st.integers(0, 3)),
            )  # fmt: skip
            frames.append(replace(frame, media=DISC.id, place=place, runaround=draw(st.none() | st.just(around))))
        else:
            frames.append(frame)
    return Case(replace(made, media=(DISC,), pages=(replace(made.pages[0], frames=tuple(frames)),)))


@settings(max_examples=50, deadline=None)
@given(_pages())
def test_pictures_anywhere_leave_a_sound_page(case):
    assert_sound(case.made)
