"""What a placed PDF lacks for a press is found out, wherever it is; what is ready is let through."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from desktop.app.load import Wishes, load
from desktop.app.main import run
from desktop.display import Picture
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.locator import resource
from desktop.pictures import media_from_bytes
from desktop.pictures.readiness import Lack, lacks
from tests.pictures.adverts import advert, saved

Change = Callable[[Pdf, Dictionary], object]


@pytest.fixture(scope="module")
def faces() -> FaceLibrary:
    return FaceLibrary(system_folders=())


def made(faces: FaceLibrary, change: Change | None = None) -> bytes:
    with pikepdf.open(io.BytesIO(advert(faces))) as pdf:
        if change is not None:
            change(pdf, pdf.pages[0].obj)
        return saved(pdf)


def painting(operators: bytes) -> Change:
    def change(pdf: Pdf, page: Dictionary) -> None:
        page.Contents = Stream(pdf, pdf.pages[0].Contents.read_bytes() + b"\n" + operators)

    return change


def in_form(change: Change) -> Change:
    """The same, but two forms deep."""

    def nested(pdf: Pdf, page: Dictionary) -> None:
        change(pdf, page)
        for _ in range(2):
            form = Stream(pdf, pdf.pages[0].Contents.read_bytes())
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 900, 900])
            form.Resources = page.Resources
            page.Resources = Dictionary(XObject=Dictionary(Inner=form))
            page.Contents = Stream(pdf, b"/Inner Do")

    return nested


def faceless(_pdf: Pdf, page: Dictionary) -> None:
    page.Resources.Font.Plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def wordless(_pdf: Pdf, page: Dictionary) -> None:
    for font in page.Resources.Font.values():
        del font.ToUnicode


def pictured(space: object) -> Change:
    def change(pdf: Pdf, page: Dictionary) -> None:
        image = Stream(pdf, bytes(3))
        image.Type, image.Subtype, image.Width, image.Height, image.BitsPerComponent = Name.XObject, Name.Image, 1, 1, 8
        image.ColorSpace = space(pdf) if callable(space) else space
        page.Resources.XObject = Dictionary(Pic=image)

    return change


def profile(parts: int) -> Callable[[Pdf], Array]:
    def space(pdf: Pdf) -> Array:
        stream = Stream(pdf, b"profile")
        stream.N = parts
        return Array([Name.ICCBased, pdf.make_indirect(stream)])

    return space


def state(**entries: object) -> Change:
    return lambda _pdf, page: page.Resources.__setitem__("/ExtGState", Dictionary(G=Dictionary(**entries)))


CASES: dict[str, tuple[Change, Lack]] = {
    "a face of the reader's": (faceless, Lack.FACES),
    "an RGB operator": (painting(b"1 0 0 rg 0 0 9 9 re f"), Lack.INKS),
    "an RGB stroke": (painting(b".5 .5 0 RG"), Lack.INKS),
    "an RGB picture": (pictured(Name.DeviceRGB), Lack.INKS),
    "a picture in a profile of RGB": (pictured(profile(3)), Lack.INKS),
    "a palette of RGB": (pictured(Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(b"abc")])), Lack.INKS),
    "glyphs that say nothing": (wordless, Lack.WORDS),
    "a faint fill": (state(ca=0.5), Lack.OPACITY),
    "a blend mode": (state(BM=Name.Multiply), Lack.OPACITY),
}


def test_what_is_ready_lacks_nothing(faces: FaceLibrary) -> None:
    opaque, inked = state(ca=1, BM=Name.Normal), painting(b"0 0 0 1 k 1 g")
    for change in (None, inked, pictured(Name.DeviceCMYK), pictured(profile(4)), opaque):
        assert lacks(media_from_bytes(made(faces, change), "ad.pdf", "m1")) == frozenset()


@pytest.mark.parametrize("name", CASES)
def test_what_is_lacking_is_found_on_the_page_and_in_its_forms(faces: FaceLibrary, name: str) -> None:
    change, lack = CASES[name]
    assert lacks(media_from_bytes(made(faces, change), "ad.pdf", "m1")) == {lack}
    assert lacks(media_from_bytes(made(faces, in_form(change)), "ad.pdf", "m1")) == {lack}


def test_a_press_says_so_and_the_office_does_not(faces: FaceLibrary, tmp_path: Path, capsys) -> None:
    ad = tmp_path / "ad.pdf"
    ad.write_bytes(made(faces, painting(b"1 0 0 rg 0 0 9 9 re f")))
    photo = resource("sample", "river.jpg")
    words = ["export", str(resource("sample", "article.txt")), "--layout", "special-report"]
    words += ["-o", str(tmp_path / "p.pdf"), "--picture", f"picture-1={ad}", "--picture", f"picture-2={photo}"]
    assert run([*words, "--press", "newspaper"]) == 1
    assert "“ad.pdf” has colours in RGB" in capsys.readouterr().err
    assert run(words) == 0
    assert "RGB" not in capsys.readouterr().err
    ad.write_bytes(made(faces))
    assert run([*words, "--press", "newspaper-x1a"]) == 0


def test_an_advertisement_is_shown_whole(faces: FaceLibrary, tmp_path: Path) -> None:
    wide = tmp_path / "wide.png"
    Image.new("L", (900, 100), 128).save(wide)
    wishes = Wishes("broadsheet-feature", (("advert", wide), ("picture-1", wide)), "", False)
    [loaded] = load([resource("sample", "article.txt")], wishes, faces)
    shown = {item.frame: item for page in loaded.pages for item in page.display.items if isinstance(item, Picture)}
    assert shown["advert"].crop == Rect(0, 0, 1, 1)
    assert shown["advert"].box.width / shown["advert"].box.height == pytest.approx(9)
    assert shown["picture-1"].crop.width < 1, "control: a photograph fills its frame"
