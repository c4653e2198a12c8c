"""Placed PDFs in the exported file: the page's own objects, drawn as they were, and no text of the article."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary
from PIL import Image, ImageChops, ImageStat

from desktop.display import PageDisplay
from desktop.formats.press_xml import find_press
from desktop.pdf import DocumentInfo, PdfWriter, read_text, render, write_pdf
from desktop.pdf.marks import margin
from desktop.pictures import media_from_bytes
from tests.pdf.pages import Fill, Ink, Picture, Rect, Rule, line, pdf, sheet
from tests.pictures.adverts import HEIGHT, WIDTH, advert, page_of, quarters_content, quarters_pdf, rich, saved
from tests.pictures.samples import QUARTERS

BOX = Rect(72, 72, 2 * WIDTH, 2 * HEIGHT)
SCALE = 150 / 72


def placed(data: bytes, media_id: str = "m1"):
    return media_from_bytes(data, "广告.pdf", media_id)


def written(library, data: bytes, *items) -> bytes:
    return pdf(library, *(items or (Picture(BOX, "m1", "f"),)), media=(placed(data),), width=720, height=720)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def form_of(document: pikepdf.Pdf) -> pikepdf.Object:
    [form] = document.pages[0].Resources.XObject.values()
    return form


def area(data: bytes, box: Rect = BOX) -> Image.Image:
    edges = (box.x, box.y, box.right, box.bottom)
    return render(data, 0, SCALE).crop(tuple(round(SCALE * edge) for edge in edges))


def assert_alike(one: Image.Image, other: Image.Image) -> None:
    """The same but for the edges of what is drawn, which fall elsewhere between pixels."""
    assert one.size == other.size
    assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) < 1.5
    assert max(ImageStat.Stat(one).stddev) > 10


def alone(data: bytes) -> Image.Image:
    """The page by itself, as large as it stands on the sheet."""
    with opened(data) as document:
        wide = float(document.pages[0].mediabox[2])
    return render(data, 0, SCALE * BOX.width / wide).resize((round(SCALE * BOX.width), round(SCALE * BOX.height)))


def hues(image: Image.Image) -> dict[tuple[float, float], tuple[int, ...]]:
    return {(x, y): image.getpixel((int(x * image.width), int(y * image.height))) for x, y in QUARTERS}


def test_a_page_looks_as_in_its_own_file(library):
    for data in (advert(library), rich(), quarters_pdf()):
        original = opened(data)
        original.pages[0].obj["/Annots"] = Array()  # what is drawn over the page is not placed
        assert_alike(area(written(library, data)), alone(saved(original)))


def test_the_form_holds_type_as_type_and_nothing_was_made_a_picture(library):
    data = advert(library)
    original, document = opened(data), opened(written(library, data))
    form = form_of(document)
    assert (form.Subtype, [float(side) for side in form.BBox]) == ("/Form", [0, 0, 240, 120])
    assert form.read_raw_bytes() == original.pages[0].Contents.read_raw_bytes()
    [font] = form.Resources.Font.values()
    embedded, own = font.DescendantFonts[0].FontDescriptor, original.pages[0].Resources.Font.F1
    assert embedded.FontFile3.read_raw_bytes() == own.DescendantFonts[0].FontDescriptor.FontFile3.read_raw_bytes()
    assert b"Subtype/Image" not in written(library, data).replace(b" ", b"")


def test_everything_the_page_needs_comes_along_once_and_nothing_else(library):
    data = written(library, rich())
    document = opened(data)
    form = form_of(document)
    shared = form.Resources.XObject
    assert shared.Pic.objgen == shared.Outer.Resources.XObject.Pic.objgen == shared["/OC"].objgen
    assert (shared.Pic.Filter, len(shared.Pic.read_bytes())) == ("/FlateDecode", 6)
    assert shared.Outer.Resources.XObject.Inner.read_bytes() == b"0 0 1 rg 0 0 10 10 re f"
    assert form.Group.S == "/Transparency"
    assert {"Half", "Sh"} <= {key[1:] for part in ("ExtGState", "Shading") for key in form.Resources[f"/{part}"]}
    for gone in (b"JavaScript", b"/Annot", b"PieceInfo", b"secret", b"StructParents", b"/Square"):
        assert gone not in data
    typed = [str(item.get("/Type")) for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    assert (typed.count("/Page"), typed.count("/Pages")) == (1, 1)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_stands_upright_in_its_trimmed_part(library, degrees):
    matrices = {0: b"", 90: b"0 1 -1 0 80 0 cm", 180: b"-1 0 0 -1 160 80 cm", 270: b"0 -1 1 0 0 160 cm"}
    wide, high = (HEIGHT, WIDTH) if degrees in {90, 270} else (WIDTH, HEIGHT)
    content = b"0 g -30 -30 300 300 re f 1 0 0 1 7 11 cm " + matrices[degrees] + b"\n" + quarters_content()
    trim = Array([7, 11, 7 + wide, 11 + high])
    data = saved(page_of(content, box=(-20, -20, 300, 300), Rotate=degrees, TrimBox=trim))
    result = written(library, data)
    assert hues(area(result)) == QUARTERS
    assert render(result, 0, SCALE).getpixel((round(SCALE * 60), round(SCALE * 100))) == (255, 255, 255)
    assert render(result, 0, SCALE).getpixel((round(SCALE * 400), round(SCALE * 100))) == (255, 255, 255)


def test_a_crop_is_of_the_upright_page(library):
    result = written(library, quarters_pdf(), Picture(BOX, "m1", "f", Rect(0.5, 0.0, 0.5, 0.5)))
    assert set(hues(area(result)).values()) == {(0, 255, 0)}
    assert render(result, 0, SCALE).getpixel((round(SCALE * 60), round(SCALE * 100))) == (255, 255, 255)


def test_twice_on_the_page_and_twice_in_the_edition_is_once_in_the_file(library):
    small = Rect(500, 500, 80, 40)
    media = (placed(rich()), placed(rich(), "m2"))
    items = (Picture(BOX, "m1", "f"), Picture(small, "m1", "g"), Picture(small, "m2", "h"))
    document = opened(pdf(library, *items, media=media))
    one, two = document.pages[0].Resources.XObject.values()
    assert one.objgen == two.objgen
    assert sum(item.get("/BBox") is not None for item in document.objects if isinstance(item, pikepdf.Stream)) == 3


def test_the_same_page_gives_the_same_bytes_also_from_a_writer_that_wrote_before(library, epoch):
    writer, media = PdfWriter(library), {"m1": placed(rich())}
    page = sheet(Picture(BOX, "m1", "f"))
    first = writer.write([page], media, DocumentInfo())
    writer.write([sheet()], {}, DocumentInfo())
    assert writer.write([page], media, DocumentInfo()) == first
    assert PdfWriter(library).write([page], {"m1": placed(rich())}, DocumentInfo()) == first


def page_with_text(song) -> PageDisplay:
    return sheet(line(song, "正文在前", y=40), Picture(BOX, "m1", "f"), line(song, "正文在后", y=400))


def test_its_text_is_no_text_of_the_page(library, song):
    media = {"m1": placed(advert(library, "新春特惠全场五折"))}
    [text] = read_text(PdfWriter(library).write([page_with_text(song)], media, DocumentInfo()))
    assert "".join(text.text.split()) == "正文在前正文在后"
    assert "新春特惠全场五折" in text.added


def test_control_its_text_is_there_for_whoever_looks(library, song):
    import pypdfium2

    media = {"m1": placed(advert(library, "新春特惠全场五折"))}
    document = pypdfium2.PdfDocument(PdfWriter(library).write([page_with_text(song)], media, DocumentInfo()))
    assert "新春特惠全场五折" in document[0].get_textpage().get_text_range()
    document.close()
    again = opened(PdfWriter(library).write([page_with_text(song)], media, DocumentInfo()))
    assert b"/Artifact<</Type/Layout>>BDC\nq " in again.pages[0].Contents.read_bytes()


def test_objects_that_name_each_other_are_copied_once(library):
    document = page_of(quarters_content())
    one, two = (document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, CA=value)) for value in (1, 0.5))
    one.Other, two.Other = two, one
    document.pages[0].obj.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(A=one, B=two))
    result = opened(written(library, saved(document)))
    states = form_of(result).Resources.ExtGState
    assert states.A.Other.objgen == states.B.objgen
    assert states.B.Other.objgen == states.A.objgen
    assert float(states.B.CA) == 0.5


@pytest.mark.parametrize("press", [None, "newspaper"])
def test_what_was_drawn_before_leaves_no_trace_in_it(library, song, press):
    """A form goes on in the state of what was drawn before it: spacing, dashes, width, ink, overprint."""
    preset = find_press(press) if press else None
    before = (
        Rule(10, 20, 300, 20, 6.0, "r", dash=(3.0, 9.0)),
        line(song, "拉开的一行字", y=40.0, gap=7.0),
        Fill(Rect(400, 10, 20, 20), "r", Ink(0.9, 0.0, 0.9, 0.0)),
        Rule(10, 30, 300, 30, 6.0, "r"),
    )
    helvetica = Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    content = b"BT /F 40 Tf 20 60 Td (AB) Tj ET 20 20 m 220 20 l S 100 80 60 30 re f"
    bare = saved(page_of(content, resources=Dictionary(Font=Dictionary(F=helvetica))))
    alone = area(written(library, bare))
    shown = sheet(*before, Picture(BOX, "m1", "f"), width=720, height=720)
    data = write_pdf([shown], library, {"m1": placed(bare)}, DocumentInfo(), press=preset)
    far = margin(preset) if preset else 0.0
    assert_alike(area(data, Rect(BOX.x + far, BOX.y + far, BOX.width, BOX.height)).resize(alone.size), alone)
    assert last_state(data) == ("/Out" if preset else None)


def last_state(data: bytes) -> str | None:
    """The graphics state that is named last before the form is drawn."""
    named = None
    with opened(data) as document:
        for found in pikepdf.parse_content_stream(document.pages[0]):
            if str(found.operator) == "gs":
                named = str(found.operands[0])
            elif str(found.operator) == "Do":
                return named
    return None
