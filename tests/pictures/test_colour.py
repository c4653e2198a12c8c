"""Colours brought to a press: white stays paper, black keeps within the limit, what is grey or inked is left alone."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from desktop.formats.press_xml import find_press
from desktop.model.edition import Media
from desktop.pictures import PicturePlan, encode, media_from_bytes
from desktop.pictures.colour import most_ink, on_paper, profile_of, separated, srgb_profile


@pytest.fixture(scope="module")
def plan() -> PicturePlan:
    condition = find_press("newspaper").condition
    assert condition is not None
    return PicturePlan("process", condition.profile)


def media(image: Image.Image, kind: str = "PNG", **options: object) -> Media:
    data = BytesIO()
    image.save(data, kind, **options)
    return media_from_bytes(data.getvalue(), f"picture.{kind.lower()}", "m1")


def inks(image: Image.Image, plan: PicturePlan) -> tuple[int, ...]:
    return tuple(separated(image, srgb_profile(), plan).getpixel((0, 0)))


@pytest.mark.parametrize("rendering", ["perceptual", "relative"])
def test_white_is_bare_paper_and_no_colour_exceeds_the_limit(plan: PicturePlan, rendering: str) -> None:
    wanted = PicturePlan("process", plan.profile, rendering)  # type: ignore[arg-type]
    assert max(inks(Image.new("RGB", (1, 1), "white"), wanted)) <= 2
    levels = range(0, 256, 51)
    cube = Image.new("RGB", (36, 6))
    cube.putdata([(r, g, b) for r in levels for g in levels for b in levels])
    made = separated(cube, srgb_profile(), wanted)
    assert max(sum(made.getpixel((x, y))) for x in range(36) for y in range(6)) / 255 * 100 <= 240 + 6


def test_colours_go_to_the_inks_that_make_them(plan: PicturePlan) -> None:
    cyan, magenta, yellow, _ = inks(Image.new("RGB", (1, 1), (255, 0, 0)), plan)
    assert min(magenta, yellow) > 150
    assert cyan < 60
    cyan, magenta, yellow, _ = inks(Image.new("RGB", (1, 1), (0, 0, 255)), plan)
    assert min(cyan, magenta) > 100 > yellow


def test_a_photograph_stays_one_and_lossless_samples_stay_lossless(plan: PicturePlan) -> None:
    photo = encode(media(Image.new("RGB", (40, 30), (200, 40, 40)), "JPEG"), plan)
    assert (photo.space, photo.jpeg, photo.inverted, photo.width, photo.height) == ("cmyk", True, True, 40, 30)
    with Image.open(BytesIO(photo.data)) as read:
        assert (read.mode, read.format) == ("CMYK", "JPEG")
    drawn = encode(media(Image.new("RGB", (40, 30), (200, 40, 40))), plan)
    assert (drawn.space, drawn.jpeg, len(drawn.data)) == ("cmyk", False, 40 * 30 * 4)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_inked_photographs_go_through_untouched(plan: PicturePlan, mode: str) -> None:
    given = media(Image.new(mode, (40, 30)), "JPEG")
    assert encode(given, plan).data == given.data


def test_the_orientation_of_a_turned_photograph_is_applied_once(plan: PicturePlan) -> None:
    exif = Image.Exif()
    exif[274] = 6
    photo = encode(media(Image.new("RGB", (40, 30), "red"), "JPEG", exif=exif), plan)
    assert (photo.width, photo.height, photo.orientation) == (30, 40, 1)


def test_a_picture_s_own_profile_counts_and_a_broken_one_does_not(plan: PicturePlan) -> None:
    image = Image.new("RGB", (1, 1))
    image.info["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert profile_of(image) == srgb_profile()
    image.info["icc_profile"] = b"no profile"
    assert profile_of(image) == srgb_profile()
    own = srgb_profile()[:24] + b"\x07\xd1" + srgb_profile()[26:]
    image.info["icc_profile"] = own
    assert profile_of(image) == own


def test_transparency_is_kept_or_laid_on_paper(plan: PicturePlan) -> None:
    clear = media(Image.new("RGBA", (4, 4), (0, 0, 0, 0)))
    assert encode(clear, plan).alpha == bytes(16)
    flat = encode(clear, PicturePlan("process", plan.profile, flat=True))
    assert flat.alpha is None
    assert max(flat.data) <= 2
    assert on_paper(Image.new("LA", (1, 1), (0, 0))).getpixel((0, 0)) == 255


def test_an_archive_s_picture_says_what_its_values_mean() -> None:
    tagged = encode(media(Image.new("RGB", (4, 4), "red")), PicturePlan("tagged"))
    assert (tagged.space, tagged.profile) == ("rgb", srgb_profile())
    assert encode(media(Image.new("L", (4, 4))), PicturePlan("tagged")).profile is None


@pytest.mark.parametrize(("pixel", "most"), [((0, 0, 0, 0), 0), ((255, 255, 255, 255), 400), ((255, 128, 0, 102), 190)])
def test_ink_is_added_up(pixel: tuple[int, ...], most: float) -> None:
    assert most_ink(Image.new("CMYK", (10, 10), pixel)) == pytest.approx(most, abs=2)


def test_a_speck_of_dust_is_no_solid() -> None:
    image = Image.new("CMYK", (100, 100), (0, 0, 0, 102))
    image.putpixel((3, 3), (255, 255, 255, 255))
    assert most_ink(image) == pytest.approx(40, abs=2)


def test_srgb_is_the_same_bytes_every_time() -> None:
    assert srgb_profile() == srgb_profile()
    assert ImageCms.ImageCmsProfile(BytesIO(srgb_profile())).profile.xcolor_space.strip() == "RGB"


@pytest.mark.parametrize(("mode", "kind"), [("L", "JPEG"), ("CMYK", "JPEG"), ("RGB", "JPEG"), ("RGB", "PNG")])
def test_what_is_finer_than_the_press_resolves_is_made_smaller(plan: PicturePlan, mode: str, kind: str) -> None:
    given = media(Image.new(mode, (400, 300), "white" if mode != "CMYK" else 0), kind)
    made = encode(given, PicturePlan("process", plan.profile, most=100))
    assert (made.width, made.height, made.jpeg) == (100, 75, kind == "JPEG")
    if made.jpeg:
        with Image.open(BytesIO(made.data)) as read:
            assert read.size == (100, 75)
            assert (read.mode, made.inverted) == (("L", False) if mode == "L" else ("CMYK", True))
            paper = 255 if mode == "L" else 0
            assert all(abs(value - paper) <= 3 for value in bytes(read.resize((1, 1)).tobytes()))
    slightly = encode(given, PicturePlan("process", plan.profile, most=350))
    assert slightly.width == 400
