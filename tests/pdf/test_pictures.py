from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from desktop.errors import PictureError
from desktop.model.edition import Media
from desktop.pdf import render
from desktop.pictures import media_from_bytes
from tests.pdf.pages import Picture, Rect, pdf
from tests.pictures.samples import QUARTERS, RED, file_of, jpeg, quarters, turned_jpeg, without_adobe_marker

BOX = Rect(100, 100, 160, 80)


def painted(library, data: bytes, *pictures: Picture):
    media = media_from_bytes(data, "图", "m1")
    return render(pdf(library, *(pictures or (Picture(BOX, "m1", "f"),)), media=(media,)), 0, 2.0)


def assert_quarters(image, tolerance: int) -> None:
    for (x, y), colour in QUARTERS.items():
        found = image.getpixel((round(2 * (BOX.x + x * BOX.width)), round(2 * (BOX.y + y * BOX.height))))
        assert all(abs(one - other) <= tolerance for one, other in zip(found, colour, strict=True)), (x, y, found)
    assert image.getpixel((2 * 98, 2 * 98)) == (255, 255, 255)
    assert image.getpixel((2 * 262, 2 * 182)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_jpegs_stand_upright(library, orientation):
    assert_quarters(painted(library, turned_jpeg(orientation)), 12)


@pytest.mark.parametrize(
    "data",
    [
        file_of(quarters(), "PNG"),
        file_of(quarters(), "TIFF", compression="tiff_lzw"),
        file_of(quarters().convert("P", palette=Image.Palette.ADAPTIVE), "PNG"),
        file_of(quarters().convert("RGBA"), "PNG"),
        jpeg(progressive=True),
    ],
    ids=["png", "tiff", "palette", "rgba", "progressive"],
)
def test_every_kind_has_its_colours(library, data):
    assert_quarters(painted(library, data), 12)


def hue(pixel: tuple[int, ...]) -> str:
    """The channels that are on: pdfium turns process inks into softer colours than pure ones."""
    return "".join(name for name, value in zip("rgb", pixel, strict=True) if value > 128)


@pytest.mark.parametrize("kind", ["adobe", "plain", "tiff"])
def test_cmyk_is_not_inverted(library, kind):
    image = quarters().convert("CMYK")
    if kind == "tiff":
        data = file_of(image, "TIFF")
    elif kind == "adobe":
        data = jpeg(image)
    else:  # Pillow writes Adobe's inverted values: turn them before, and take the marker away
        data = without_adobe_marker(jpeg(Image.eval(image, lambda value: 255 - value)))
    found = painted(library, data)
    hues = [
        hue(found.getpixel((round(2 * (BOX.x + x * BOX.width)), round(2 * (BOX.y + y * BOX.height)))))
        for x, y in QUARTERS
    ]
    assert hues == ["r", "g", "b", "rg"]


def test_grey_jpeg(library):
    found = painted(library, jpeg(Image.new("L", (16, 8), 100)))
    assert found.getpixel((300, 250)) == (100, 100, 100)


def test_alpha_lets_the_paper_through(library):
    image = quarters().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size).point(lambda value: 0 if value < 128 else 255))
    found = painted(library, file_of(image, "PNG"))
    assert found.getpixel((2 * 140, 2 * 110)) == (255, 255, 255)
    assert found.getpixel((2 * 140, 2 * 170)) == (0, 0, 255)


def test_a_crop_fills_the_box(library):
    found = painted(library, file_of(quarters(), "PNG"), Picture(BOX, "m1", "f", Rect(0.0, 0.0, 0.5, 0.5)))
    for at in ((102, 102), (258, 102), (102, 178), (258, 178), (180, 140)):
        assert found.getpixel((2 * at[0], 2 * at[1])) == RED
    assert found.getpixel((2 * 98, 2 * 140)) == found.getpixel((2 * 180, 2 * 190)) == (255, 255, 255)


def test_a_crop_of_a_turned_picture_is_of_the_upright_one(library):
    found = painted(library, turned_jpeg(6), Picture(BOX, "m1", "f", Rect(0.5, 0.0, 0.5, 0.5)))
    assert all(
        abs(one - other) < 12 for one, other in zip(found.getpixel((2 * 180, 2 * 140)), (0, 255, 0), strict=True)
    )


def test_twice_on_the_page_is_once_in_the_file(library):
    data = jpeg()
    media = media_from_bytes(data, "图", "m1")
    written = pdf(library, Picture(BOX, "m1", "f"), Picture(Rect(10, 300, 16, 8), "m1", "g"), media=(media,))
    document = pikepdf.open(io.BytesIO(written))
    images = document.pages[0].Resources.XObject
    assert len(images) == 1
    [image] = images.values()
    assert (image.Filter, image.read_raw_bytes()) == ("/DCTDecode", data)
    assert document.pages[0].Contents.read_bytes().count(b"/I1 Do") == 2


def test_a_picture_that_broke_since_is_said(library):
    with pytest.raises(PictureError, match="damaged"):
        pdf(library, Picture(BOX, "m1", "f"), media=(Media("m1", "图.png", file_of(quarters(), "PNG")[:60], 160, 80),))
