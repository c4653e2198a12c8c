from __future__ import annotations

import io
import subprocess
import sys
import time

import pikepdf
import pytest

from desktop.display import Clip
from desktop.errors import FontError, UsageError
from desktop.pdf import Bookmark, DocumentInfo, write_pdf
from tests.pdf.pages import Fill, Ink, Rect, Rule, line, pdf, sheet

FACES = ("banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai")
INFO = DocumentInfo(
    title="坚守为平安 (奋进)",
    author="王喜英",
    keywords="平安, 德清",
    paper="浙江法治报",
    date="2023-03-30",
    page="17",
    bookmarks=(Bookmark("坚守为平安", 0, 0, 60), Bookmark("“头雁”担当", 2, 0, 300), Bookmark("不存在的页", 0, 9, 0)),
)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def operators(data: bytes) -> str:
    with opened(data) as document:
        return document.pages[0].Contents.read_bytes().decode("ascii")


@pytest.fixture(scope="module")
def four_faces(library):
    runs = [line(library.open(face), "平安德清", y=100.0 + 20 * at) for at, face in enumerate(FACES)]
    return pdf(library, *runs, line(library.open(FACES[0]), "再来一次", y=300.0), info=INFO)


def fonts_of(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(document.pages[0].Resources.Font.values())


def test_one_embedded_subset_for_each_face(four_faces):
    document = opened(four_faces)
    fonts = fonts_of(document)
    assert len(fonts) == len(FACES)
    for font in fonts:
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        assert "/ToUnicode" in font
        descendant = font.DescendantFonts[0]
        assert str(descendant.BaseFont)[7] == "+"
        assert str(descendant.BaseFont)[1:7].isupper()
        if descendant.Subtype == "/CIDFontType0":
            assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
            assert "/CIDToGIDMap" not in descendant
        else:
            assert (descendant.Subtype, descendant.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
            program = descendant.FontDescriptor.FontFile2
            assert program.Length1 == len(program.read_bytes())


def test_both_kinds_of_outlines_are_tried(four_faces):
    document = opened(four_faces)
    assert {str(font.DescendantFonts[0].Subtype) for font in fonts_of(document)} == {"/CIDFontType0", "/CIDFontType2"}


def test_no_font_that_is_not_embedded(four_faces):
    assert b"Helvetica" not in four_faces
    document = opened(four_faces)
    dictionaries = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    assert sum(item.get("/Type") == "/Font" for item in dictionaries) == 2 * len(FACES)


def test_the_sheet_is_exact(library, song):
    document = opened(pdf(library, line(song, "一")))
    page = document.pages[0]
    for box in (page.MediaBox, page.TrimBox):
        assert [float(value) for value in box] == pytest.approx([0, 0, 273 / 25.4 * 72, 390 / 25.4 * 72], abs=1e-5)


def test_metadata(four_faces):
    document = opened(four_faces)
    assert document.docinfo.Title == INFO.title
    assert document.docinfo.Author == "王喜英"
    assert document.docinfo.Keywords == "平安, 德清, 浙江法治报, 2023-03-30, 17"
    assert (document.docinfo.Paper, document.docinfo.Date, document.docinfo.Page) == ("浙江法治报", "2023-03-30", "17")
    assert "/Subject" not in document.docinfo
    with document.open_metadata(update_docinfo=False) as xmp:
        assert xmp["dc:title"] == INFO.title
        assert xmp["{http://prismstandard.org/namespaces/basic/3.0/}publicationName"] == "浙江法治报"


def test_metadata_may_hold_any_characters(library, song):
    info = DocumentInfo(title="<a> & “b” (c\\) \x01𠮷", author="é")
    document = opened(pdf(library, line(song, "一"), info=info))
    assert document.docinfo.Title == info.title
    with document.open_metadata(update_docinfo=False) as xmp:
        assert xmp["dc:title"] == info.title.replace("\x01", "")


def test_outline_takes_a_skipped_level_for_the_next_and_drops_unknown_pages(four_faces):
    with opened(four_faces).open_outline() as outline:
        [first] = outline.root
        assert first.title == "坚守为平安"
        [child] = first.children
        assert child.title == "“头雁”担当"
        assert float(child.destination[3]) == pytest.approx(390 / 25.4 * 72 - 300, abs=1e-3)


def test_pages_follow_one_another(library, song):
    pages = [sheet(line(song, "第一版")), sheet(line(song, "第二版"), width=200.0, height=300.0)]
    done = []
    data = write_pdf(pages, library, {}, DocumentInfo(bookmarks=(Bookmark("二", 0, 1, 10),)), done.append)
    document = opened(data)
    assert [float(page.MediaBox[3]) for page in document.pages] == pytest.approx([390 / 25.4 * 72, 300])
    assert done == sorted(done)
    assert done[-1] == 1.0


@pytest.mark.usefixtures("epoch")
def test_same_bytes_at_another_time(library, song):
    first = pdf(library, line(song, "同样的字节"), info=INFO)
    time.sleep(1.1)
    assert pdf(library, line(song, "同样的字节"), info=INFO) == first
    one, other = opened(first), opened(pdf(library, line(song, "别的字节"), info=INFO))
    assert one.docinfo.CreationDate == "D:20230330000000+00'00'"
    assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_a_source_date_that_is_no_number_is_refused(library, song, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="yesterday"):
        pdf(library, line(song, "一"))


def test_an_unknown_face_is_named(library, song):
    from msgspec.structs import replace

    with pytest.raises(FontError, match="no-such-face"):
        pdf(library, replace(line(song, "一"), face="no-such-face"))


def test_what_the_layout_added_is_an_artifact(library, song):
    text = operators(pdf(library, line(song, "正文"), line(song, "下转", element=None), line(song, "又是", y=90.0)))
    assert text.count("/Artifact<</Type/Layout>>BDC") == 1
    assert text.count("EMC") == 1
    assert text.index("/Artifact") < text.index("EMC")


def test_black_is_one_channel_and_colour_four(library, song):
    text = operators(
        pdf(
            library,
            Fill(Rect(10, 10, 20, 20), "f", Ink(0.1, 0.2, 0.3, 0.4)),
            Rule(0, 0, 100, 0, 0.5, "f", Ink(black=0.5), (2.0, 1.0)),
            line(song, "黑"),
        )
    )
    assert "0.1 0.2 0.3 0.4 k" in text
    assert "0.5 G 0.5 w [2 1]0 d" in text
    assert "\n0 g\n" in text


def test_a_clip_ends_and_the_state_is_told_again(library, song):
    text = operators(
        pdf(
            library,
            line(song, "甲"),
            Clip(Rect(0, 0, 100, 100), "f"),
            line(song, "乙"),
            Clip(None, "f"),
            line(song, "丙"),
        )
    )
    assert text.count("q ") == text.count("\nQ\n") == 1
    assert text.count(" Tf") == 2, "once before and once after the clip's end"
    assert text.count("BT") == text.count("ET") == 3


def test_an_even_line_is_one_string(library, song):
    assert operators(pdf(library, line(song, "两端对齐的一行", gap=0.37))).count("Tj") == 1
    assert "0.37000 Tc" in operators(pdf(library, line(song, "两端对齐的一行", gap=0.37)))


def test_a_page_without_pictures_loads_only_what_it_needs():
    code = (
        "import sys\nfrom desktop.fonts import FaceLibrary\nfrom desktop.pdf import DocumentInfo, write_pdf\n"
        "from tests.pdf.pages import line, sheet\nlibrary = FaceLibrary(system_folders=())\n"
        "write_pdf([sheet(line(library.open('banxin-song'), '一'))], library, {}, DocumentInfo())\n"
        "assert 'PIL._imaging' not in sys.modules and 'PIL.Image' not in sys.modules\n"
        "assert 'http.client' not in sys.modules and 'pypdfium2' not in sys.modules\n"
        "assert not any(name.startswith(('reportlab.platypus', 'reportlab.graphics')) for name in sys.modules)\n"
        "from PIL import Image\nassert Image.new('L', (1, 1)).size == (1, 1)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
