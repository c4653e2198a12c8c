from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata

import pikepdf
import pytest
from msgspec.structs import replace

from desktop.display import GlyphRun, Ink
from desktop.errors import UsageError
from desktop.formats.style_xml import default_style
from desktop.model.settext import SetText
from desktop.model.style import FaceRole
from desktop.pdf import read_text
from desktop.pdf.embed import to_unicode
from desktop.text import FaceChain, LineBreak, LinePlace, compile_tables, line_runs, set_cells, shape_paragraph
from tests.pdf.pages import column, line, pdf


def text_of(data: bytes) -> str:
    return "".join(read_text(data)[0].text.split())


def outside(data: bytes, tmp_path, *command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    words = [str(path) if word == "FILE" else word for word in command]
    found = subprocess.run(words, check=True, capture_output=True)
    assert b"rror" not in found.stderr.replace(b"ICC support is not available", b"")
    return "".join(found.stdout.decode("utf-8").replace("\f", "").split())


READERS = (("pdftotext", "-raw", "FILE", "-"), ("mutool", "draw", "-F", "txt", "FILE"))


@pytest.mark.parametrize("command", READERS, ids=["poppler", "mupdf"])
@pytest.mark.parametrize("face", ["banxin-song", "banxin-kai", "banxin-hei", "banxin-biaosong"])
def test_other_readers_read_the_same(library, face, command, tmp_path):
    data = pdf(library, line(library.open(face), "坚守为平安，2023年“奋进”", gap=0.2))
    assert outside(data, tmp_path, *command) == "坚守为平安，2023年“奋进”"


def test_rare_names(library, song, tmp_path):
    data = pdf(library, line(song, "𠮷田䶮一"))
    assert read_text(data)[0].text == "𠮷田䶮一"
    for command in READERS:
        assert outside(data, tmp_path, *command) == "𠮷田䶮一"


def test_one_glyph_for_two_characters_each_keeps_its_own(library, song):
    assert song.glyph(ord("⼀")) == song.glyph(ord("一"))
    assert text_of(pdf(library, line(song, "一二⼀二一"), line(song, "⼀", y=90.0))) == "一二⼀二一⼀"


def test_a_rare_character_that_shares_its_glyph_keeps_its_own(library, song):
    twins: dict[int, list[str]] = {}
    for code_point in sorted(song.hb_face.unicodes):
        twins.setdefault(song.glyph(code_point), []).append(chr(code_point))
    common, rare = next(pair for pair in twins.values() if len(pair) == 2 and pair[0] <= "\uffff" < pair[1])
    assert text_of(pdf(library, line(song, f"甲{common}乙{rare}丙{common}"))) == f"甲{common}乙{rare}丙{common}"


def test_a_variant_selector_is_kept_beside_its_base(library, song):
    plain, variant = line(song, "葛"), replace(line(song, "葛", y=90.0), text="葛\U000e0100", clusters=(0,))
    assert text_of(pdf(library, plain, variant)) == "葛葛\U000e0100"


def shaped(library, text: str) -> GlyphRun:
    """The text as the program itself shapes and sets it."""
    style = default_style()
    chain = FaceChain([library.open(face) for face in style.faces[FaceRole.SONG]])
    places = tuple(range(len(text)))
    part = SetText("e1", text, places, tuple(at + 1 for at in places))
    paragraph = shape_paragraph([part], chain, compile_tables(style.typography))
    whole = LineBreak(0, len(paragraph), len(paragraph), last=True)
    cells = set_cells(paragraph, whole, float("inf"), justify=False)
    [run] = line_runs(paragraph, cells, LinePlace(50.0, 50.0, 20.0, "f1", 0, Ink()))
    return run


@pytest.mark.parametrize(
    "text",
    [
        "辻\U000e0101",
        "甲辻\U000e0101乙辻丙辻\U000e0100丁",
        "辻辻\U000e0101葛\U000e0100葛葛",
        "甲\U0001f600乙\U0001f601丙",
        "\U0001f600\U0001f601\U0001f600\U00031350\ue123甲\U0001f602",
        "office ffi 三",
        "甲e\u0301乙é丙",
    ],
)
def test_text_as_it_is_shaped_is_extracted_as_it_stands(library, text, tmp_path):
    run = shaped(library, text)
    data = pdf(library, run)
    wanted = "".join(run.text.split())
    assert "".join(text.split()) == wanted
    assert text_of(data) == wanted
    for command in READERS:
        if shutil.which(command[0]):
            found = outside(data, tmp_path, *command)
            assert unicodedata.normalize("NFKC", found) == unicodedata.normalize("NFKC", wanted)


def test_glyphs_of_several_texts_share_one_subset(library, song):
    data = pdf(library, shaped(library, "\U0001f600\U0001f601\U0001f602甲"))
    document = pikepdf.Pdf.open(io.BytesIO(data))
    fonts = list(document.pages[0].Resources.Font.values())
    assert len(fonts) == 3
    assert {str(font.Encoding) for font in fonts} == {"/Identity-H"}
    assert len({font.DescendantFonts[0].objgen for font in fonts}) == 1
    assert pdf(library, shaped(library, "甲乙")).count(b"/Type0") == 1


@pytest.mark.parametrize("rare", ["呆", "𠮷"])
def test_more_glyphs_than_characters_beside_the_same_glyphs_alone(library, song, rare):
    run = replace(line(song, "前口木后"), text=f"前{rare}后", clusters=(0, 1, 1, 2))
    assert text_of(pdf(library, line(song, "口木"), replace(run, y=90.0))) == f"口木前{rare}后"
    assert text_of(pdf(library, run, line(song, "木口", y=90.0))) == f"前{rare}后木口"


def test_one_glyph_for_a_pair(library, song):
    dash = song.glyph(ord("—"))
    run = replace(line(song, "前—后"), text="前——后", clusters=(0, 1, 3))
    assert list(run.parts()) == [(0, 1, "前"), (1, 2, "——"), (2, 3, "后")]
    assert run.gids[1] == dash
    assert text_of(pdf(library, run)) == "前——后"
    assert text_of(pdf(library, run, line(song, "独—行", y=90.0))) == "前——后独—行"
    assert text_of(pdf(library, line(song, "独—行"), replace(run, y=90.0))) == "独—行前——后"


def test_several_glyphs_for_one_character(library, song, tmp_path):
    run = replace(line(song, "前口木后"), text="前呆后", clusters=(0, 1, 1, 2))
    assert list(run.parts()) == [(0, 1, "前"), (1, 3, "呆"), (3, 4, "后")]
    data = pdf(library, run)
    assert text_of(data) == "前呆后"
    assert outside(data, tmp_path, "pdftotext", "-raw", "FILE", "-") == "前呆后"


def test_a_cluster_at_the_end_of_a_run_is_closed(library, song):
    run = replace(line(song, "前口木"), text="前呆", clusters=(0, 1, 1))
    assert text_of(pdf(library, run, line(song, "下行", y=90.0))) == "前呆下行"


def test_vertical_forms_say_what_the_source_says(library, song):
    bracket = song.glyph(ord("︵"))
    assert bracket
    run = column(song, "平（安")
    run = replace(run, gids=(run.gids[0], bracket, run.gids[2]))
    assert text_of(pdf(library, run)) == "平（安"
    # Where the form stands for itself too, neither is lost.
    assert text_of(pdf(library, line(song, "︵"), run)) == "︵平（安"


def test_columns_read_downwards_and_lines_turned_a_quarter(library, song):
    turned = line(song, "GDP", size=20.0, x=300.0, y=300.0, rotation=90, writing="v")
    turned = replace(turned, dx=(0.0,) * 3, dy=turned.dx)
    assert text_of(pdf(library, column(song, "护航发展"), turned)) == "护航发展GDP"


def test_the_content_order_holds_on_one_line(library, song):
    runs = line(song, "右栏", x=300.0), line(song, "左栏", x=50.0), line(song, "左下", x=50.0, y=70.0)
    assert text_of(pdf(library, *runs)) == "右栏左栏左下"


def test_runs_of_one_line_join_without_spaces(library, song):
    hei = library.open("banxin-hei")
    first = line(song, "本报讯")
    second = line(hei, "记者", x=50 + 27.0)
    assert read_text(pdf(library, first, second, line(song, "王", x=50 + 45.0)))[0].text == "本报讯记者王"


def test_a_justified_line_has_no_spaces(library, song):
    assert read_text(pdf(library, line(song, "两端对齐的一行，拉开", gap=2.2)))[0].text == "两端对齐的一行，拉开"


def test_what_the_layout_added_is_told_apart(library, song):
    page = read_text(
        pdf(library, line(song, "正文"), line(song, "下转第八版", y=90.0, element=None), line(song, "续", y=120.0))
    )
    assert "".join(page[0].text.split()) == "正文续"
    assert "".join(page[0].added.split()) == "下转第八版"


def test_places_are_where_the_glyphs_are(library, song):
    [page] = read_text(pdf(library, line(song, "平安", x=100.0, y=200.0, size=10.0)))
    assert len(page.places) == 2
    for found, wanted in zip(page.places, [(100.0, 200.0), (110.0, 200.0)], strict=True):
        assert found == pytest.approx(wanted, abs=1e-3)


def test_uneven_lines_keep_a_thousandth_of_an_em(library, song):
    run = line(song, "不均匀的一行文字在此", size=10.0)
    dx = tuple(value + 0.0137 * at * at for at, value in enumerate(run.dx))
    [page] = read_text(pdf(library, replace(run, dx=dx)))
    for (x, _), wanted in zip(page.places, dx, strict=True):
        assert x == pytest.approx(50 + wanted, abs=0.01)


def test_a_hyphen_at_the_end_of_a_line_stays(library, song):
    assert text_of(pdf(library, line(song, "co-"), line(song, "op", y=65.0))) == "co-op"


def test_an_empty_run_and_an_empty_page(library, song):
    assert text_of(pdf(library, line(song, ""))) == ""
    assert text_of(pdf(library)) == ""


def test_what_is_no_pdf_is_said():
    with pytest.raises(UsageError, match="not a PDF"):
        read_text(b"%PDF-1.7 nothing")


def test_to_unicode_writes_pairs_for_astral_characters_and_small_blocks():
    cmap = to_unicode({code: chr(0x4E00 + code) for code in range(1, 251)} | {300: "𠮷", 301: "——"}).decode()
    assert "<012C><D842DFB7>" in cmap
    assert "<012D><20142014>" in cmap
    assert [row.split()[0] for row in cmap.splitlines() if row.endswith("beginbfchar")] == ["100", "100", "52"]
