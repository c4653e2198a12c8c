"""Outlines, pictures, and tiles against painting in one piece."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.display import Clip, Fill, GlyphRun, PageDisplay, Picture
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pictures import media_from_bytes
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.masks import Blit, GlyphMasks, join
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale
from desktop.ui.canvas.tiles import changes
from tests.pictures.samples import BLUE, GREEN, RED, file_of, jpeg, quarters


def page(*items, width=100.0, height=80.0) -> PageDisplay:
    return PageDisplay("1", width, height, 12.0, 20.0, 9.0, Rect(0, 0, width, height), (), items)


def painted(library, display: PageDisplay, pixels: float, media=None) -> QImage:
    scale = DeviceScale.even(pixels)
    image = QImage(scale.page(display), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(painter, display, GlyphInk(Outlines(library)), MediaImages(media or {}), scale)
    painter.end()
    return image


def most_different(one: QImage, other: QImage) -> int:
    rows = [image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other)]
    assert rows[0].size() == rows[1].size()
    images = [Image.frombytes("RGBX", row.size().toTuple(), bytes(row.constBits())).convert("RGB") for row in rows]
    return max(high for _, high in ImageChops.difference(*images).getextrema())


@pytest.mark.parametrize("name", ["song", "biaosong", "hei", "kai"])
def test_outlines_are_those_of_the_face(library, name):
    face = library.open(f"banxin-{name}")
    outlines = Outlines(library)
    for char in "坚守A，龙g":
        gid = face.glyph(ord(char))
        box = outlines.path(face.id, gid).boundingRect()
        found = [edge / face.units_per_em for edge in (box.left(), box.top(), box.right(), box.bottom())]
        assert found == pytest.approx(face.ink_box(gid), abs=0.002)
    assert outlines.path(face.id, face.glyph(ord(" "))).isEmpty()


def test_pictures_are_cropped_and_fill_their_box(library):
    media = {"m": media_from_bytes(jpeg(), "图", "m")}
    image = painted(library, page(Picture(Rect(10, 10, 80, 40), "m", "f")), 2.0, media)
    colours = [image.pixelColor(*at).getRgb()[:3] for at in ((60, 40), (140, 40), (60, 80))]
    assert colours == [pytest.approx(colour, abs=3) for colour in (RED, GREEN, BLUE)]
    cropped = painted(library, page(Picture(Rect(10, 10, 80, 40), "m", "f", Rect(0.5, 0, 0.5, 0.5))), 2.0, media)
    for at in ((22, 22), (176, 22), (22, 96), (176, 96)):
        assert cropped.pixelColor(*at).getRgb()[:3] == pytest.approx(GREEN, abs=3)


def blotted(blits: list[Blit], width: int, height: int) -> QImage:
    """Paint images over white, a few pixels from the corner."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for left, top, part in blits:
        painter.drawImage(left + 4, top + height // 2, part)
    painter.end()
    return image


@pytest.mark.parametrize("pixels", [0.6, 1.0, 2.5])
def test_a_line_in_one_image_looks_as_its_glyphs_one_by_one(library, pixels):
    face = library.open("banxin-song")
    gids = tuple(face.glyph(ord(char)) for char in "坚守A，龙g——")
    run = GlyphRun(
        face.id, 9.0, 0.3, 0.0, gids, tuple(8.7 * i for i in range(8)), (0.0,) * 8, "", (), (), (), None, "f", 0
    )
    blits = GlyphMasks(Outlines(library)).blits(run, DeviceScale.even(pixels), QColor("black"))
    size = round(90 * pixels), round(30 * pixels)
    (whole,) = join(blits)
    assert most_different(blotted([whole], *size), blotted(blits, *size)) <= 1  # where the ink of two glyphs meets
    assert most_different(blotted([whole], *size), blotted(blits[:-1], *size)) > 50
    assert join(blits[:1]) == blits[:1]


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "CMYK"])
def test_pictures_of_every_mode(library, mode):
    kind = "TIFF" if mode == "CMYK" else "PNG"
    data = file_of(quarters().convert(mode), kind)
    image = painted(
        library, page(Picture(Rect(0, 0, 100, 80), "m", "f")), 1.0, {"m": media_from_bytes(data, "图", "m")}
    )
    grey = mode in {"L", "LA"}
    assert image.pixelColor(25, 20).getRgb()[:3] == pytest.approx((76,) * 3 if grey else RED, abs=3)


def test_a_picture_that_cannot_be_read_is_crossed_out(library):
    broken = {"m": Media("m", "图.png", file_of(quarters(), "PNG")[:60], 160, 80)}
    for media in (broken, {}):
        image = painted(library, page(Picture(Rect(10, 10, 80, 40), "m", "f")), 1.0, media)
        assert image.pixelColor(50, 30) != QColor("#FFFFFF")
        assert image.pixelColor(50, 15) == QColor("#FFFFFF")


def test_pictures_that_stay_are_not_decoded_again():
    one, two = (media_from_bytes(jpeg(), name, name) for name in ("a", "b"))
    images = MediaImages({"a": one})
    decoded = images.image("a")
    assert images.updated({"a": one}) is images
    fresh = images.updated({"a": one, "b": two})
    assert fresh is not images
    assert fresh.image("a") is decoded
    assert fresh.updated({"a": two}).image("a") is not decoded


def test_clips_begin_and_end(library):
    display = page(
        Clip(Rect(10, 10, 10, 10), "f"), Fill(Rect(0, 0, 50, 50), "f"), Clip(None, "f"), Fill(Rect(60, 60, 5, 5), "f")
    )
    image = painted(library, display, 1.0)
    black = [(x, y) for x in range(100) for y in range(80) if image.pixelColor(x, y) == QColor("#000000")]
    inside = {(x, y) for x in range(10, 20) for y in range(10, 20)} | {
        (x, y) for x in range(60, 65) for y in range(60, 65)
    }
    assert set(black) == inside


def test_changes_are_told_item_by_item():
    one, two = Fill(Rect(0, 0, 5, 5), "f"), Fill(Rect(50, 50, 5, 5), "f")
    assert changes(page(one), page(one)) == ()
    [area] = changes(page(one), page(one, two))
    assert area.contains(52, 52)
    assert changes(page(one, two), page(two, one)) is None
    assert changes(page(one), page(one, width=101.0)) is None
    clip = Clip(Rect(0, 0, 5, 5), "f")
    assert changes(page(clip, one), page(clip, one, two)) is None


@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.9, 3.0])
def test_tiles_show_what_is_painted_in_one_piece(canvas, sample, library, zoom):
    canvas.resize(1500, 1300)
    canvas.set_preview(True)
    canvas.set_zoom(zoom, canvas.frame_rect("section-3").center())
    view = canvas._viewpoint.view
    whole, corner = painted(library, sample, view.device.down), QPoint(*view.corner)
    seen = canvas.viewport().rect().intersected(whole.rect().translated(corner))
    shown = canvas.viewport().grab(seen).toImage()
    assert most_different(shown, whole.copy(seen.translated(-corner))) <= 4  # slanting lines are rounded per tile
