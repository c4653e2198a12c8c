"""PDF files placed as pictures: which box, which way up, what is refused."""

from __future__ import annotations

import sys
import threading

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from desktop.errors import PictureError
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pictures import PictureOutlines, decode, drawn, media_from_bytes, pages_of, read_media
from tests.pictures.adverts import HEIGHT, WIDTH, page_of, quarters_content, quarters_pdf, rich, saved
from tests.pictures.samples import QUARTERS


def placed(data: bytes) -> Media:
    return media_from_bytes(data, "广告.pdf", "m1")


def points(media: Media) -> tuple[float, float]:
    return media.width / media.dpi * 72, media.height / media.dpi * 72


def corners(media: Media) -> dict[tuple[float, float], tuple[int, ...]]:
    image = drawn(media, 320)
    return {(x, y): image.getpixel((int(x * image.width), int(y * image.height)))[:3] for x, y in QUARTERS}


def test_a_pdf_is_known_by_its_header_whatever_its_name(tmp_path):
    (tmp_path / "advert.jpg").write_bytes(b"\x00printer's bytes\n" + quarters_pdf())
    found = read_media(tmp_path / "advert.jpg", "m1")
    assert (found.mode, found.vectors) == ("PDF", True)
    assert points(found) == pytest.approx((WIDTH, HEIGHT), abs=0.02)
    assert corners(found) == QUARTERS


def turned(degrees: int) -> bytes:
    """The quarters, drawn turned on the page so that /Rotate brings them upright."""
    matrices = {0: b"", 90: b"0 1 -1 0 80 0 cm", 180: b"-1 0 0 -1 160 80 cm", 270: b"0 -1 1 0 0 160 cm"}
    box = (0, 0, HEIGHT, WIDTH) if degrees in {90, 270} else (0, 0, WIDTH, HEIGHT)
    return saved(page_of(matrices[degrees] + b"\n" + quarters_content(), box=box, Rotate=degrees))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_stands_upright(degrees):
    media = placed(turned(degrees))
    assert points(media) == pytest.approx((WIDTH, HEIGHT), abs=0.02)
    assert corners(media) == QUARTERS


@pytest.mark.parametrize(
    ("boxes", "size"),
    [
        ({"TrimBox": [0, 0, 80, 40]}, (80, 40)),
        ({"CropBox": [80, 40, 0, 0]}, (80, 40)),
        ({"TrimBox": [0, 0, 80, 40], "CropBox": [0, 0, 90, 90]}, (80, 40)),
        ({"TrimBox": [100, 40, 900, 90]}, (60, 40)),
        ({"TrimBox": [500, 500, 600, 600]}, (WIDTH, HEIGHT)),
        ({"TrimBox": [0, 0, 80, 40], "UserUnit": 2.5}, (200, 100)),
    ],
)
def test_the_box_is_the_trim_else_the_crop_else_the_sheet(boxes, size):
    entries = {key: Array(value) if isinstance(value, list) else value for key, value in boxes.items()}
    assert points(placed(quarters_pdf(**entries))) == pytest.approx(size, abs=0.02)


def test_only_the_trimmed_part_is_drawn():
    image = drawn(placed(quarters_pdf(TrimBox=Array([0, 40, 80, 80]))), 100)
    assert {colour for _, colour in image.getcolors()} == {(255, 0, 0, 255)}


def test_box_and_turn_are_inherited():
    document = page_of(quarters_content())
    page, tree = document.pages[0].obj, document.Root.Pages
    del page.MediaBox
    tree.MediaBox, tree.Rotate = Array([0, 0, WIDTH, HEIGHT]), 180
    assert corners(placed(saved(document)))[0.75, 0.75] == (255, 0, 0)


def test_it_is_drawn_as_finely_as_is_asked_and_no_finer_than_a_screen():
    media = placed(quarters_pdf())
    assert drawn(media, 500).size == (500, 250)
    assert decode(media).size == (667, 333)
    width, height = drawn(media, 10**6).size
    assert 23_000_000 < width * height <= 24_010_000


def test_paper_shows_through_and_text_can_run_round_it():
    media = placed(saved(page_of(b"0 0 40 80 re f")))
    assert drawn(media, 160).getpixel((150, 40)) == (255, 255, 255, 0)
    left, right = PictureOutlines().bands(media, Rect(0, 0, 1, 1), 1)[0]
    assert (left, right) == (0.0, pytest.approx(0.25, abs=0.01))


def test_the_first_of_several_pages_is_placed():
    document = page_of(quarters_content())
    document.add_blank_page(page_size=(500, 500))
    media = placed(saved(document))
    assert pages_of(media) == 2
    assert points(media) == pytest.approx((WIDTH, HEIGHT), abs=0.02)


def locked() -> bytes:
    return saved(page_of(quarters_content()), encryption=pikepdf.Encryption(user="a", owner="b"))


def endless() -> bytes:
    document = page_of(b"/A Do")
    form = document.make_indirect(Stream(document, b"/A Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(A=form))
    document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=form))
    return saved(document)


def laughs() -> bytes:
    document = page_of(b"/A Do")
    form = Stream(document, b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    for _ in range(9):
        within = Dictionary(XObject=Dictionary(A=document.make_indirect(form)))
        form = Stream(document, b"/A Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = within
    document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=document.make_indirect(form)))
    return saved(document)


def swollen() -> bytes:
    return saved(page_of(b" " * (300 << 20)), compress_streams=True)


def vast() -> bytes:
    document = page_of(b"/A Do")
    image = Stream(document, b"", Type=Name.XObject, Subtype=Name.Image, Width=60000, Height=60000)
    document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=image))
    return saved(document)


def layered() -> bytes:
    document = page_of(b"/OC /L BDC 0 0 9 9 re f EMC")
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name="guides"))
    document.pages[0].obj.Resources = Dictionary(Properties=Dictionary(L=group))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    return saved(document)


def pageless() -> bytes:
    document = Pdf.new()
    document.Root.Pages = document.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([]), Count=0))
    return saved(document)


def garbled() -> bytes:
    data = saved(page_of(b"0 0 9 9 re f " * 400))
    at = data.index(b"stream\n") + 20
    return data[:at] + bytes(20) + data[at + 20 :]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (locked, "password"),
        (pageless, "no pages"),
        (lambda: saved(page_of(b"", box=(0, 0, 80000, 80))), "sides of 1 to"),
        (lambda: saved(page_of(b"", box=(0, 0, 80, 1))), "sides of 1 to"),
        (lambda: quarters_pdf(UserUnit=0), "sides of 1 to"),
        (lambda: quarters_pdf(Contents=Dictionary()), "damaged"),
        (lambda: b"%PDF-1.7\n nothing else", "damaged"),
        (garbled, "damaged"),
        (endless, "intricately"),
        (laughs, "intricately"),
        (swollen, "intricately"),
        (vast, "intricately"),
        (layered, "hidden layers"),
    ],
)
def test_what_cannot_be_placed_is_said(make, words):
    with pytest.raises(PictureError, match=words):
        placed(make())


def test_a_file_that_was_cut_off_is_never_placed():
    data = rich()
    for length in range(20, len(data) - 8, 97):
        with pytest.raises(PictureError):
            placed(data[:length])


def test_a_wrong_table_of_objects_is_mended():
    data = quarters_pdf()
    at = data.rindex(b"startxref") + 10
    assert corners(placed(data[:at] + b"7\n%%EOF\n")) == QUARTERS


def test_a_file_locked_against_editing_only_is_placed():
    data = saved(page_of(quarters_content()), encryption=pikepdf.Encryption(user="", owner="b"))
    assert corners(placed(data)) == QUARTERS


def test_threads_take_turns_with_pdfium():
    media = [placed(quarters_pdf()), placed(rich())]
    wanted = [drawn(one, 200).tobytes() for one in media]
    wrong: list[int] = []

    def draw(which: int) -> None:
        wrong.extend(1 for _ in range(25) if drawn(media[which], 200).tobytes() != wanted[which])

    threads = [threading.Thread(target=draw, args=(at % 2,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_nothing_of_it_is_loaded_before_a_pdf_is_placed(tmp_path):
    import subprocess

    code = "import sys, desktop.pictures, desktop.pdf; assert not {'pikepdf', 'pypdfium2'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
