"""Tagged files: whatever is painted has its place in the tree, or is an artifact; the tree reads as the article."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from desktop.app.load import Loaded, Wishes, load
from desktop.app.press import pdf_of
from desktop.display import Clip
from desktop.fonts import FaceLibrary
from desktop.formats.press_xml import find_press
from desktop.geometry import Rect
from desktop.locator import resource
from desktop.pdf import DocumentInfo, Part, write_pdf
from desktop.pdf.tagging import spans_of
from tests.pdf.pages import Fill, Rule, line, sheet

PAINTING = {"Tj", "TJ", "f", "S", "Do"}


@pytest.fixture(scope="module")
def loaded(library: FaceLibrary) -> Loaded:
    pictures = (("picture-1", resource("sample", "river.jpg")), ("picture-2", resource("sample", "reading-room.jpg")))
    [found] = load([resource("sample", "article.txt")], Wishes("special-report", pictures, "", False), library)
    return found


@pytest.fixture(scope="module")
def data(library: FaceLibrary, loaded: Loaded) -> bytes:
    return pdf_of(loaded, library, press=find_press("archive"))


@pytest.fixture
def pdf(data: bytes) -> Iterator[Pdf]:
    with pikepdf.open(io.BytesIO(data)) as found:
        yield found


def marks(page: pikepdf.Page) -> Iterator[tuple[str, str, int | None]]:
    """Each painting operator with the mark that it stands in and that one's MCID."""
    stack: list[tuple[str, int | None]] = []
    for found in pikepdf.parse_content_stream(page):
        name = str(found.operator)
        if name in {"BDC", "BMC"}:
            entries = found.operands[1] if name == "BDC" else {}
            mcid = int(entries["/MCID"]) if "/MCID" in entries else None
            stack.append((str(found.operands[0]), mcid))
        elif name == "EMC":
            stack.pop()
        elif name in PAINTING:
            owner = next((mark for mark in stack if mark[1] is not None or mark[0] == "/Artifact"), ("", None))
            yield name, *owner
    assert not stack


def elements(node: Dictionary) -> Iterator[Dictionary]:
    yield node
    for kid in node.get("/K", []):
        if kid.get("/Type") == Name.StructElem:
            yield from elements(kid)


def own_places(element: Dictionary) -> list[int]:
    return [int(kid.MCID) for kid in element.K if kid.get("/Type") == Name.MCR]


def test_whatever_is_painted_is_content_or_an_artifact(pdf: Pdf) -> None:
    found = list(marks(pdf.pages[0]))
    assert all(mark for _, mark, _ in found)
    assert {mark for _, mark, _ in found} == {"/P", "/H1", "/H2", "/Caption", "/Figure", "/Artifact"}
    assert all((mcid is None) == (mark == "/Artifact") for _, mark, mcid in found)


def test_every_mark_has_its_place_in_the_tree_and_every_place_its_mark(pdf: Pdf) -> None:
    used = {mcid: mark for _, mark, mcid in marks(pdf.pages[0]) if mcid is not None}
    tree = [element for element in elements(pdf.Root.StructTreeRoot.K[0]) if Name.Document != element.S]
    told = {mcid: str(element.S) for element in tree for mcid in own_places(element)}
    assert told == used
    assert Counter(mcid for element in tree for mcid in own_places(element)).most_common(1)[0][1] == 1
    number, owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert int(pdf.pages[0].StructParents) == number
    for mcid, owner in enumerate(owners):
        assert mcid in own_places(owner)
    for element in tree:
        assert element.P.objgen in {other.objgen for other in elements(pdf.Root.StructTreeRoot.K[0])}


def test_the_tree_reads_as_the_article(pdf: Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "zh-CN"
    [document] = pdf.Root.StructTreeRoot.K
    article = document.K[0]
    assert [str(kid.S) for kid in article.K][:2] == ["/H1", "/P"]
    sections = [kid for kid in article.K if Name.Sect == kid.S]
    assert next(str(section.T) for section in sections) == "“水管家”上岗 一江清水有人守"
    assert len(sections) == 4
    assert all(section.K[0].S == Name.H2 and {str(kid.S) for kid in section.K[1:]} == {"/P"} for section in sections)


def test_pictures_are_told_by_their_captions(pdf: Pdf, loaded: Loaded) -> None:
    figures = [element for element in elements(pdf.Root.StructTreeRoot.K[0]) if Name.Figure == element.S]
    captions = ["".join(e.text.split()) for e in loaded.edition.stories[0].elements if e.role == "caption"]
    assert sorted(str(figure.Alt) for figure in figures) == sorted(captions)
    assert all([str(kid.S) for kid in figure.K if "/S" in kid] == ["/Caption"] for figure in figures)


def test_what_no_part_names_comes_last_and_is_not_lost(library: FaceLibrary) -> None:
    song = library.open("banxin-song")
    page = sheet(line(song, "无名", element="x"), line(song, "正文", element="e1", y=80.0))
    info = DocumentInfo(parts=(Part("H1", elements=("e1",)), Part("P", elements=("gone",))))
    with pikepdf.open(io.BytesIO(write_pdf([page], library, {}, info, press=find_press("archive")))) as pdf:
        [document] = pdf.Root.StructTreeRoot.K
        assert [(str(kid.S), own_places(kid)) for kid in document.K] == [("/H1", [1]), ("/P", [0])]


def test_a_text_on_two_pages_is_one_part(library: FaceLibrary) -> None:
    song = library.open("banxin-song")
    pages = [sheet(line(song, "前半", element="e1")), sheet(line(song, "后半", element="e1"))]
    info = DocumentInfo(parts=(Part("P", elements=("e1",)),))
    with pikepdf.open(io.BytesIO(write_pdf(pages, library, {}, info, press=find_press("archive")))) as pdf:
        [paragraph] = pdf.Root.StructTreeRoot.K[0].K
        assert [kid.Pg.objgen for kid in paragraph.K] == [page.obj.objgen for page in pdf.pages]


def test_spans_hold_every_item_once_in_its_order(library: FaceLibrary) -> None:
    song = library.open("banxin-song")
    box = Rect(10, 10, 50, 50)
    first, second = line(song, "甲", element="a"), line(song, "乙", element="b")
    items = (Fill(box, "f"), first, first, Clip(box, "f"), first, Clip(None, "f"), second, Rule(0, 0, 9, 9, 1, "f"))
    spans = spans_of(sheet(*items))
    assert tuple(item for span in spans for item in span.items) == items
    assert [len(span.items) for span in spans if span.is_content] == [2, 1, 1]


@pytest.mark.parametrize("name", ["newspaper", "newspaper-x1a"])
def test_control_files_for_a_press_are_not_tagged(library: FaceLibrary, loaded: Loaded, name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(loaded, library, press=find_press(name)))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_the_same_page_gives_the_same_archive(library: FaceLibrary, loaded: Loaded, data: bytes, epoch: None) -> None:
    del epoch
    press = find_press("archive")
    assert pdf_of(loaded, library, press=press) == pdf_of(loaded, library, press=press)
    assert b"/Marked true" in data
