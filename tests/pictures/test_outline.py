"""Outlines of pictures whose subject is known, compared with the subject's own geometry."""

from __future__ import annotations

import io
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pictures import PictureOutlines
from tests.pictures.samples import file_of

WHOLE = Rect(0, 0, 1, 1)
WHITE, GREY, INK = (255, 255, 255), (228, 228, 228), (60, 40, 30)
NEAR = 0.015
"""Fractions of the width: two pixels of the copy that is looked at."""


def media(image: Image.Image, kind: str = "PNG", **options) -> Media:
    return Media("m1", "图", file_of(image, kind, **options), image.width, image.height, image.mode)


def disc(ground=WHITE, size: int = 600) -> Image.Image:
    """A disc of three quarters of the width, in the middle."""
    image = Image.new("RGB", (size, size), ground)
    ImageDraw.Draw(image).ellipse((size / 8, size / 8, size * 7 / 8, size * 7 / 8), fill=INK)
    return image


def disc_band(index: int, count: int) -> tuple[float, float] | None:
    """Half the width of a band of that disc, at its widest, and how much of it a pixel's height is."""
    top, bottom = index / count - 0.5, (index + 1) / count - 0.5
    nearest = 0.0 if top <= 0 <= bottom else min(abs(top), abs(bottom))
    half = sqrt(max(0.0, 0.375**2 - nearest**2))
    return (half, max(1.0, nearest / half)) if half else None


def assert_disc(bands, slack: float = NEAR) -> None:
    for index, (left, right) in enumerate(bands):
        wanted = disc_band(index, len(bands))
        if wanted is None:
            assert left == right
        else:
            assert left == pytest.approx(0.5 - wanted[0], abs=slack * wanted[1])
            assert right == pytest.approx(0.5 + wanted[0], abs=slack * wanted[1])


def bands(picture: Media, count: int = 15, crop: Rect = WHOLE):
    return PictureOutlines().bands(picture, crop, count)


@pytest.mark.parametrize("ground", [WHITE, GREY])
@pytest.mark.parametrize(("kind", "options"), [("PNG", {}), ("JPEG", {"quality": 60}), ("TIFF", {})])
@pytest.mark.parametrize("size", [90, 600, 2000])
def test_a_subject_on_a_pale_ground(ground, kind, options, size):
    assert_disc(bands(media(disc(ground, size), kind, **options)), max(NEAR, 2.5 / size))


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_process_colours(mode):
    assert_disc(bands(media(disc().convert(mode), "TIFF")))


def test_transparency_counts_before_colour():
    image = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    image.paste(disc(WHITE).convert("RGBA"), (0, 0), disc().convert("L").point(lambda v: 255 * (v < 128)))
    assert_disc(bands(media(image)))
    pale = Image.new("RGBA", (600, 600), (255, 255, 255, 255))
    pale.putalpha(image.getchannel("A"))
    assert_disc(bands(media(pale)))


def test_an_opaque_alpha_channel_says_nothing():
    image = disc().convert("RGBA")
    assert_disc(bands(media(image)))


def test_white_inside_the_subject_is_no_hole():
    image = disc()
    ImageDraw.Draw(image).ellipse((150, 150, 450, 450), fill=WHITE)
    assert_disc(bands(media(image)))


def test_the_palest_edge_of_a_subject_without_background_is_not_cut():
    """A photograph is all subject, with a bright window in it too."""
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    ImageDraw.Draw(noise).rectangle((150, 100, 250, 200), fill=WHITE)
    dark = ImageChops.multiply(noise, Image.new("RGB", (400, 300), (120, 120, 120)))
    assert bands(media(dark), 10) == ((0.0, 1.0),) * 10
    assert bands(media(Image.new("RGB", (50, 50), INK)), 3) == ((0.0, 1.0),) * 3


@pytest.mark.parametrize("blank", [Image.new("RGB", (80, 60), WHITE), Image.new("RGBA", (80, 60), (9, 9, 9, 0))])
def test_a_picture_that_shows_nothing_is_all_subject(blank):
    assert bands(media(blank), 4) == ((0.0, 1.0),) * 4


def test_noise_and_specks_are_no_subject():
    image = disc()
    grain = Image.effect_noise((600, 600), 30).convert("RGB").point(lambda value: max(0, 128 - value) // 2)
    noisy = ImageChops.subtract(image, grain)
    for at in range(0, 600, 37):
        noisy.putpixel((at, (at * 7) % 600), INK)
    assert_disc(bands(media(noisy, "JPEG", quality=70)))


def test_a_soft_shadow_is_no_subject_but_its_dark_core():
    image = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    image.putalpha(disc().convert("L").point(lambda v: 255 * (v < 128)).filter(ImageFilter.GaussianBlur(6)))
    assert_disc(bands(media(image)), 0.03)


def test_a_subject_that_touches_three_edges():
    image = Image.new("RGB", (400, 400), WHITE)
    ImageDraw.Draw(image).polygon([(200, 40), (400, 400), (0, 400)], fill=INK)
    found = bands(media(image), 10)
    assert found[0] == (0.0, 0.0)
    widths = [right - left for left, right in found]
    assert widths == sorted(widths)
    assert found[-1][0] < 0.03
    assert found[-1][1] > 0.97


def test_only_what_is_shown_counts():
    crop = Rect(0.5, 0.25, 0.5, 0.5)
    for index, (left, right) in enumerate(bands(media(disc()), 8, crop)):
        wanted = disc_band(4 + index, 16)
        assert left == 0.0
        assert right == pytest.approx(wanted[0] * 2, abs=2 * NEAR)
    corner = bands(media(disc()), 2, Rect(0, 0, 0.12, 0.12))
    assert corner == ((0.0, 1.0),) * 2  # nothing of the subject is shown: the frame itself


def test_the_camera_held_sideways():
    upright = Image.new("RGB", (300, 200), WHITE)
    ImageDraw.Draw(upright).rectangle((0, 0, 100, 199), fill=INK)
    exif = Image.Exif()
    exif[274] = 6
    stored = media(upright.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)
    assert [(left, round(right, 1)) for left, right in bands(stored, 2)] == [(0.0, 0.3)] * 2


def test_what_cannot_be_decoded_is_all_subject():
    assert bands(Media("m1", "x", b"nothing", 10, 10), 3) == ((0.0, 1.0),) * 3
    assert bands(media(disc()), 0) == ()


def test_a_picture_is_looked_at_once(monkeypatch):
    from desktop.pictures import outline

    looked: list[str] = []
    first = outline.silhouette
    monkeypatch.setattr(outline, "silhouette", lambda found: looked.append(found.id) or first(found))
    outlines, picture = PictureOutlines(), media(disc(size=90))
    for count in (4, 8, 4):
        outlines.bands(picture, WHOLE, count)
    assert looked == ["m1"]
    outlines.bands(media(disc(size=90)), WHOLE, 4)
    assert len(looked) == 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(4, 396)] * 2, st.integers(8, 200), st.integers(8, 200)), min_size=1, max_size=4),
    st.integers(1, 40),
)
def test_every_part_of_a_subject_lies_in_its_band(boxes, count):
    image = Image.new("RGB", (400, 400), WHITE)
    for x, y, width, height in boxes:
        ImageDraw.Draw(image).rectangle((x, y, x + width, y + height), fill=INK)
    found = bands(media(image), count)
    for x, y, width, height in boxes:
        for index, (left, right) in enumerate(found):
            top, bottom = index * 400 / count, (index + 1) * 400 / count
            if min(bottom, y + height, 398) - max(top, y) > 4 and min(x + width, 400) - x > 4:
                assert left <= x / 400 + NEAR
                assert right >= min(1.0, (x + width) / 400) - NEAR
    lefts = [x for x, *_ in boxes]
    assert min(left for left, right in found if right > left) >= min(lefts) / 400 - NEAR


def test_the_file_itself_is_not_changed():
    data = io.BytesIO()
    disc().save(data, "PNG")
    picture = Media("m1", "x", data.getvalue(), 600, 600)
    bands(picture)
    assert picture.data == data.getvalue()
