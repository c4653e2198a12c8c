"""Screen and PDF agree: the page painted at two pixels for a point, against what a PDF viewer makes of its file."""

from __future__ import annotations

from math import ceil, floor

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.app.load import Wishes, load
from desktop.display import Fill, GlyphRun, Ink, PageDisplay, Picture, Rule
from desktop.geometry import Rect
from desktop.locator import resource
from desktop.pdf import DocumentInfo, render, write_pdf
from desktop.pictures import media_from_bytes
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale
from tests.pdf.pages import column, line, sheet, vertical_page
from tests.pictures.samples import jpeg, turned_jpeg

SCALE = 2.0
MEAN, FAR, FAR_SHARE = 2.0, 64, 0.01
"""Of 255: the mean difference allowed, and the difference that a hundredth of the pixels may exceed."""


def painted(library, display: PageDisplay, size: tuple[int, int], media=None) -> Image.Image:
    """The page as the canvas paints it, stretched to whole pixels as pdfium does."""
    target = QImage(*size, QImage.Format.Format_RGB32)
    target.fill(Qt.GlobalColor.white)
    painter = QPainter(target)
    scale = DeviceScale.filling(display, target.size())
    paint_page(painter, display, GlyphInk(Outlines(library)), MediaImages(media or {}), scale)
    painter.end()
    rows = target.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombytes("RGB", size, bytes(rows.constBits()), "raw", "RGB", rows.bytesPerLine())


def both(library, display: PageDisplay, media=None) -> tuple[Image.Image, Image.Image]:
    printed = render(write_pdf([display], library, media or {}, DocumentInfo()), 0, SCALE)
    return painted(library, display, printed.size, media), printed


def assert_alike(one: Image.Image, other: Image.Image) -> None:
    difference = ImageChops.difference(one, other)
    assert sum(ImageStat.Stat(difference).mean) / 3 <= MEAN
    red, green, blue = difference.split()
    histogram = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    assert sum(histogram[FAR + 1 :]) <= FAR_SHARE * sum(histogram)


def run_area(library, run: GlyphRun) -> Rect:
    """The box of a run's ink as the display puts it, in points."""
    face, turned = library.open(run.face), run.rotation == 90
    edges: list[tuple[float, float, float, float]] = []
    for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
        left, low, right, high = (value * run.size for value in face.ink_box(gid))
        left, right = left * run.stretch, right * run.stretch
        x, y = run.x + dx, run.y + dy
        if right > left:
            upright = (x + left, y - high, x + right, y - low)
            edges.append((x + low, y + left, x + high, y + right) if turned else upright)
    if not edges:
        return Rect(0, 0, 0, 0)
    left, top = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
    return Rect(left, top, max(edge[2] for edge in edges) - left, max(edge[3] for edge in edges) - top)


def pixels_around(box: Rect) -> tuple[int, int, int, int]:
    left, top = floor(box.x * SCALE) - 2, floor(box.y * SCALE) - 2
    return left, top, ceil(box.right * SCALE) + 2, ceil(box.bottom * SCALE) + 2


def ink_box(image: Image.Image, area: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    dark = ImageChops.invert(image.crop(area).convert("L")).point(lambda value: 255 if value > 48 else 0)
    return dark.getbbox()


def assert_runs_in_place(library, display: PageDisplay, one: Image.Image, other: Image.Image) -> None:
    """Each run's ink box on the screen is within one pixel of the one in the PDF."""
    for run in display.runs():
        box = run_area(library, run)
        if not box.width:
            continue
        area = pixels_around(box)
        found, wanted = ink_box(one, area), ink_box(other, area)
        assert found is not None, f"{run.text!r} has no ink"
        assert wanted is not None
        assert found == pytest.approx(wanted, abs=1), run.text


@pytest.mark.parametrize("layout", ["special-report", "tabloid-feature", "broadsheet-feature"])
def test_the_sample_page(library, layout):
    [loaded] = load([resource("sample/article.txt")], Wishes(layout=layout), library)
    display = loaded.pages[0].display
    screen, printed = both(library, display)
    assert_alike(screen, printed)
    assert_runs_in_place(library, display, screen, printed)


@pytest.fixture
def kinds(library):
    """Every kind of item: CFF and glyf faces from small to large, columns, turned letters, pictures, fills, rules."""
    song, heavy, black, kai = (library.open(f"banxin-{name}") for name in ("song", "biaosong", "hei", "kai"))
    text = "青岭山村的十年之变：路通了，灯亮了，人也回来了。"
    sizes = ((song, 9.0), (kai, 9.0), (black, 10.5), (heavy, 13.5), (kai, 21.0), (song, 23.9))
    lines = [
        line(face, text, size=size, x=40.0, y=90.0 + 36 * at, gap=0.13 * at) for at, (face, size) in enumerate(sizes)
    ]
    lines += [
        line(heavy, "守青岭", size=72.0, x=60.0, y=380.0, gap=3.0),
        line(kai, "一夜春风", size=42.0, x=330.0, y=380.0),
        column(heavy, "绿水青山", size=30.0, x=640.0, y=120.0),
        line(song, "GDP", size=30.0, x=600.0, y=120.0, gap=4.0, ink=Ink(black=0.5)),
    ]
    turned = line(song, "ABC", size=14.0, x=690.0, y=300.0, gap=2.0)
    shapes = [
        Fill(Rect(40.3, 420.2, 200, 40), "f", Ink(black=0.1)),
        Rule(40.3, 430, 240.3, 430, 0.25, "f"),
        Rule(40.3, 440, 240.3, 440, 2.0, "f", Ink(), (6.0, 3.0)),
        Picture(Rect(260.4, 420.7, 160, 80), "m1", "f"),
        Picture(Rect(440.0, 420.0, 80, 160), "m2", "f", Rect(0.25, 0.0, 0.5, 1.0)),
    ]
    sides = replace(turned, rotation=90, writing="v", dx=(0.0,) * 3, dy=turned.dx)
    media = {"m1": media_from_bytes(jpeg(), "一", "m1"), "m2": media_from_bytes(turned_jpeg(6), "二", "m2")}
    return sheet(*shapes, *lines, sides), media


def test_every_kind_of_item(library, kinds):
    display, media = kinds
    screen, printed = both(library, display, media)
    assert_alike(screen, printed)
    assert_runs_in_place(library, display, screen, printed)


def test_a_vertical_page(library):
    """Turned words, narrowed digits in one cell, turned marks of a face without vertical forms, corner quotes."""
    display = vertical_page()
    runs = [*display.runs()]
    assert {run.rotation for run in runs} == {0, 90}
    assert any(run.stretch < 1 for run in runs)
    for every_other in (runs[::2], runs[1::2]):  # ink of the run before reaches into the pixels around a run
        shown = replace(display, items=tuple(every_other))
        screen, printed = both(library, shown)
        assert_alike(screen, printed)
        assert_runs_in_place(library, shown, screen, printed)


def test_control_a_run_that_only_the_screen_narrows_is_found(library):
    display = vertical_page()
    wide = tuple(replace(item, stretch=1.0) if isinstance(item, GlyphRun) else item for item in display.items)
    screen, _ = both(library, display)
    _, printed = both(library, replace(display, items=wide))
    with pytest.raises(AssertionError):
        assert_runs_in_place(library, display, screen, printed)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("zoom", [0.25, 0.33, 0.5, 0.62, 0.66, 0.67, 1.0, 1.5, 3.0, 8.0])
def test_a_large_head_has_ink_at_every_zoom(library, zoom, ratio):
    face = library.open("banxin-biaosong")
    display = sheet(line(face, "守", size=72.0, x=4.0, y=70.0), width=80.0, height=80.0)
    pixels = zoom * 96 / 72 * ratio
    side = ceil(80 * pixels)
    found = ink_box(painted(library, display, (side, side)), (0, 0, side, side))
    left, low, right, high = (value * 72 for value in face.ink_box(face.glyph(ord("守"))))
    scale = side / 80
    wanted = [edge * scale for edge in (4 + left, 70 - high, 4 + right, 70 - low)]
    assert found == pytest.approx(wanted, abs=1.1)
