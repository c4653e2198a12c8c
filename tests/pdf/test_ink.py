"""What pdfium paints, against what the display says: extracted text looks right even where the glyphs are wrong."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PIL import ImageChops

from desktop.display import BLACK, PAPER, Clip, GlyphRun
from desktop.errors import UsageError
from desktop.pdf import render
from tests.pdf.pages import Fill, Ink, Rect, Rule, column, line
from tests.pdf.pages import pdf as any_pdf

SCALE = 4


def pdf(library, *items) -> bytes:
    """A sheet of whole points: pdfium would stretch another to whole pixels."""
    return any_pdf(library, *items, width=480.0, height=540.0)


def ink_box(image) -> tuple[int, int, int, int]:
    """The box of what is darker than a quarter."""
    dark = ImageChops.invert(image.convert("L")).point(lambda value: 255 if value > 64 else 0)
    return dark.getbbox()


def wanted_box(face, run: GlyphRun, at: int) -> tuple[float, float, float, float]:
    left, low, right, high = (value * run.size for value in face.ink_box(run.gids[at]))
    x, y = run.x + run.dx[at], run.y + run.dy[at]
    if run.rotation == 90:
        return x + low, y + left, x + high, y + right
    return x + left, y - high, x + right, y - low


def assert_inked(image, face, run: GlyphRun) -> None:
    """Each glyph's ink stands within one pixel of where the display puts it."""
    for at in range(len(run.gids)):
        wanted = [value * SCALE for value in wanted_box(face, run, at)]
        area = (int(wanted[0]) - 3, int(wanted[1]) - 3, int(wanted[2]) + 4, int(wanted[3]) + 4)
        found = ink_box(image.crop(area))
        assert found is not None, f"{run.text[at]} has no ink"
        placed = (found[0] + area[0], found[1] + area[1], found[2] + area[0], found[3] + area[1])
        assert placed == pytest.approx(wanted, abs=1), run.text[at]


@pytest.mark.parametrize("face_id", ["banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai"])
def test_each_face_paints_its_own_glyphs(library, face_id):
    face = library.open(face_id)
    run = line(face, "坚守德清Ag", size=30.0, gap=6.0)
    assert_inked(render(pdf(library, run), 0, SCALE), face, run)


def test_a_face_whose_codes_are_not_its_glyph_ids_is_among_them(song):
    from desktop.fonts import subset_face

    gids = [song.glyph(ord(char)) for char in "坚守德清"]
    part = subset_face(song, gids)
    assert all(part.code(gid) != gid for gid in gids)


def test_uneven_gaps_columns_and_turned_lines(library, song):
    uneven = line(song, "平安德清", size=24.0)
    uneven = replace(uneven, dx=tuple(dx + 9 + 2.3 * at * at for at, dx in enumerate(uneven.dx)))
    upright = column(song, "护航发展", size=24.0)
    upright = replace(upright, dy=tuple(value * 1.3 for value in upright.dy))
    turned = line(song, "GDP", size=24.0, x=200.0, y=400.0, gap=6.0, rotation=90, writing="v")
    turned = replace(turned, dx=(0.0,) * 3, dy=turned.dx)
    image = render(pdf(library, uneven, upright, turned), 0, SCALE)
    for run in (uneven, upright, turned):
        assert_inked(image, song, run)


def test_a_marked_cluster_does_not_move_what_follows(library, song):
    run = line(song, "一二⼀二田", size=24.0, gap=7.0)
    assert_inked(render(pdf(library, run), 0, SCALE), song, run)


def colour_at(image, x: float, y: float) -> tuple[int, ...]:
    return image.getpixel((round(x * SCALE), round(y * SCALE)))


def test_fills_rules_and_clips_are_where_they_should_be(library):
    red = Ink(0.0, 1.0, 1.0, 0.0)
    image = render(
        pdf(
            library,
            Fill(Rect(10, 20, 100, 50), "f", BLACK),
            Fill(Rect(20, 30, 10, 10), "f", PAPER),
            Rule(10, 100, 110, 100, 4.0, "f", red),
            Rule(10, 150, 110, 150, 4.0, "f", BLACK, (10.0, 10.0)),
            Clip(Rect(200, 200, 20, 20), "f"),
            Fill(Rect(190, 190, 100, 100), "f"),
            Clip(None, "f"),
            Fill(Rect(300, 300, 10, 10), "f"),
        ),
        0,
        SCALE,
    )
    black, white = (0, 0, 0), (255, 255, 255)
    assert [colour_at(image, *at) for at in ((11, 21), (109, 69), (25, 35))] == [black, black, white]
    assert [colour_at(image, *at) for at in ((9, 21), (111, 69), (11, 71))] == [white] * 3
    red_found = colour_at(image, 50, 100)
    assert red_found[0] > 200
    assert max(red_found[1:]) < 60
    assert [colour_at(image, *at) for at in ((50, 97), (15, 150), (25, 150))] == [white, black, white]
    assert [colour_at(image, *at) for at in ((205, 205), (195, 195), (225, 225))] == [black, white, white]
    assert colour_at(image, 305, 305) == black


def test_the_text_has_its_ink(library, song):
    image = render(pdf(library, line(song, "田", size=60.0, ink=Ink(1.0, 0.0, 0.0, 0.0))), 0, SCALE)
    darkest = min(image.getdata() if not hasattr(image, "get_flattened_data") else image.get_flattened_data())
    assert darkest[0] < 40
    assert darkest[2] > 200


def test_a_page_that_is_not_there_is_said(library):
    with pytest.raises(UsageError, match="no page 2"):
        render(pdf(library), 1, 1.0)
