"""What the commands print: the JSON shapes of design.md, equal ids, right offsets, exit codes, packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from desktop.fonts import FaceLibrary
from desktop.formats.package import open_edition, save_edition
from desktop.model.story import Role
from desktop.pdf import read_text
from tests.app.conftest import ARTICLE
from tests.pictures.adverts import advert

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "article.txt"
LAYOUTS = ("special-report", "tabloid-feature", "broadsheet-feature")
NUMBER = (int, float)


def test_layouts_prints_a_line_each(console):
    said = console("layouts")
    rows = [line.split("\t") for line in said.out.splitlines()]
    assert said.code == 0
    assert [row[0] for row in rows] == sorted(LAYOUTS)
    assert {row[0]: row[2:] for row in rows} == {
        "broadsheet-feature": ["390 × 545 mm", "8 × 13"],
        "special-report": ["273 × 390 mm", "6 × 11"],
        "tabloid-feature": ["273 × 390 mm", "6 × 11"],
    }


# text


def test_text_has_the_shape_that_scripts_rely_on(console, article):
    said = console("text", article)
    found = said.json
    assert said.code == 0
    assert set(found) == {
        "source", "encoding", "elements", "normalised", "suspicious", "joins", "unassigned",
    }  # fmt: skip
    assert found["source"] == "news.txt"
    assert found["encoding"].lower().startswith("utf-8")
    for element in found["elements"]:
        assert set(element) - {"fields"} == {
            "id", "role", "text", "ranges", "reason", "story", "section", "order",
        }  # fmt: skip
        assert element["role"] in {role.value for role in Role}
        assert element["reason"]
        assert isinstance(element["order"], int)
        assert "".join(ARTICLE[start:end] for start, end in element["ranges"]) == element["text"]
        assert ("fields" in element) >= (element["role"] == "byline")
    assert all(ARTICLE[at] in ",.:;?!()" for at in found["normalised"])
    orders = [element["order"] for element in found["elements"]]
    assert orders == sorted(orders)


def test_text_assigns_every_character_once(console, article):
    found = console("text", article).json
    ranges = [part for element in found["elements"] for part in element["ranges"]]
    ranges += [item["range"] for item in found["unassigned"]]
    taken = [at for start, end in ranges for at in range(start, end)]
    assert len(taken) == len(set(taken))
    assert all(ARTICLE[at].isspace() for at in set(range(len(ARTICLE))) - set(taken))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_offsets_count_decoded_characters_newlines_untranslated(console, tmp_path, encoding, newline):
    source = ARTICLE.replace("\n", newline)
    path = tmp_path / "news.txt"
    path.write_bytes(source.encode(encoding))
    for element in console("text", path).json["elements"]:
        assert "".join(source[start:end] for start, end in element["ranges"]) == element["text"]


def test_text_fields_of_bylines_and_folio(console, article):
    elements = console("text", article).json["elements"]
    people = [person for e in elements if e["role"] == "byline" for person in e["fields"]]
    assert [(person["title"], person["name"]) for person in people] == [("记者", "李禾"), ("通讯员", "周一帆")]
    assert all(set(person) == {"name", "title", "organisation"} for person in people)
    folios = [e["fields"] for e in elements if e["role"] == "folio"]
    assert any(fields["date"] == "2024-03-05" for fields in folios)
    assert any(fields["paper"] == "青屿日报" for fields in folios)
    assert all(set(fields) == {"paper", "date", "weekday", "page", "editors"} for fields in folios)


# dump and check


def test_dump_has_the_shape_that_scripts_rely_on(console, article):
    said = console("dump", article, "--layout", "special-report")
    first, *items = said.lines
    assert said.code == 0
    assert first["kind"] == "page"
    assert isinstance(first["number"], str)
    assert all(isinstance(first[name], NUMBER) for name in ("width", "height", "pitch"))
    assert (first["width"], first["height"]) == (
        pytest.approx(273 * 72 / 25.4, abs=0.01),
        pytest.approx(390 * 72 / 25.4, abs=0.01),
    )
    assert {item["kind"] for item in items} == {"glyphs", "rule", "fill"}
    for item in items:
        assert isinstance(item["frame"], str)
        if item["kind"] != "glyphs":
            continue
        assert {"font", "size", "writing", "rotation", "ink", "frame", "line", "text", "glyphs"} <= set(item)
        assert item["writing"] in {"h", "v"}
        assert item["size"] > 0
        assert len(item["ink"]) == 4
        for gid, x, y, element, start, end in item["glyphs"]:
            assert isinstance(gid, int)
            assert 0 <= x <= first["width"]
            assert 0 <= y <= first["height"]
            assert element is None or isinstance(element, str)
            assert start <= end


def test_dump_tells_each_glyphs_source_characters(console, article):
    elements = {element["id"]: element for element in console("text", article).json["elements"]}
    changed = set(console("text", article).json["normalised"])
    shown = 0
    for item in console("dump", article, "--layout", "special-report").lines[1:]:
        if item["kind"] != "glyphs":
            continue
        for glyph, char in zip(item["glyphs"], item["text"], strict=False):
            _, _, _, element, start, end = glyph
            if element is None or len(item["glyphs"]) != len(item["text"]) or char == " ":
                continue
            assert any(low <= start < end <= high for low, high in elements[element]["ranges"])
            assert ARTICLE[start:end].strip() == char or start in changed
            shown += 1
    assert shown > 100


def test_ids_are_equal_in_text_check_and_dump(console, long_article):
    ids = {element["id"] for element in console("text", long_article).json["elements"]}
    dumped = {
        glyph[3] for item in console("dump", long_article, "--layout", "special-report").lines[1:]
        for glyph in item.get("glyphs", []) if glyph[3]
    }  # fmt: skip
    checked = {
        finding["element"]
        for finding in console("check", long_article, "--layout", "special-report", "--format", "json").json["findings"]
        if "element" in finding
    }
    assert dumped <= ids
    assert checked <= ids
    assert dumped
    assert checked


COUNTS = {"source", "placed", "overset", "unplaced", "cut", "twice", "added", "replaced"}


def test_check_has_the_shape_that_scripts_rely_on(console, article):
    said = console("check", article, "--layout", "special-report", "--format", "json")
    assert said.code == 0
    assert set(said.json) == {"findings", "counts"}
    assert set(said.json["counts"]) == COUNTS
    for finding in said.json["findings"]:
        assert {"id", "severity", "message"} <= set(finding) <= {
            "id", "severity", "message", "page", "element", "frame", "at",
        }  # fmt: skip
        assert finding["severity"] in {"warning", "info"}
    counts = said.json["counts"]
    assert counts["source"] == sum(1 for char in ARTICLE if not char.isspace())
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["replaced"] == len(console("text", article).json["normalised"])


def test_check_of_too_much_text_is_1_and_says_how_much(console, long_article):
    said = console("check", long_article, "--layout", "special-report", "--format", "json")
    counts = said.json["counts"]
    assert said.code == 1
    assert counts["overset"] > 0
    assert counts["source"] == counts["placed"] + counts["overset"]
    [over] = [finding for finding in said.json["findings"] if finding["id"] == "text.overset"]
    assert over["severity"] == "error"
    assert str(counts["overset"]) in over["message"]
    text = long_article.read_text(encoding="utf-8")
    assert sum(1 for char in text[over["at"] :] if not char.isspace()) >= counts["overset"]


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_check_forms_say_the_same_findings(console, long_article, form):
    said = console("check", long_article, "--layout", "special-report", "--format", form)
    assert said.code == 1
    assert "text.overset" in said.out
    assert (said.out.startswith("<!doctype html>")) == (form == "html")


# export


def test_export_writes_the_page(console, article, tmp_path):
    out = tmp_path / "page.pdf"
    said = console("export", article, "--layout", "special-report", "-o", out)
    assert (said.code, said.out) == (0, "")
    [page] = read_text(out.read_bytes())
    # Han alone: marks are the house style's, and folio pieces stand where the strip wants them.
    han = [char for char in ARTICLE if "\u4e00" <= char <= "\u9fff"]
    assert sorted(char for char in page.text if "\u4e00" <= char <= "\u9fff") == sorted(han)
    assert "94817标箱" in "".join(page.text.split())


def test_export_is_the_same_bytes_twice(console, article, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        assert console("export", article, "--layout", "tabloid-feature", "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_export_of_too_much_text_writes_and_is_1(console, long_article, tmp_path):
    out = tmp_path / "page.pdf"
    said = console("export", long_article, "--layout", "special-report", "-o", out)
    assert said.code == 1
    assert out.exists()
    assert "no room" in said.err


def test_export_into_a_folder_takes_the_articles_name(console, article, tmp_path):
    assert console("export", article, "--layout", "special-report", "-o", f"{tmp_path}/out/").code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["news.pdf"]


def test_export_of_an_article_and_an_edition_of_one_name_writes_two_files(console, article, package, tmp_path):
    assert console("export", article, package, "--layout", "special-report", "-o", f"{tmp_path}/out/").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["news-2.pdf", "news.pdf"]


def test_export_shows_a_picture_and_a_date(console, article, tmp_path):
    Image.new("RGB", (320, 200), "teal").save(tmp_path / "a.png")
    plain, out = tmp_path / "plain.pdf", tmp_path / "page.pdf"
    no_date = tmp_path / "nodate.txt"
    no_date.write_text(ARTICLE.replace("2024年3月5日 星期二\n", ""), encoding="utf-8")
    picture = f"picture-1={tmp_path / 'a.png'}"
    assert console("export", no_date, "--layout", "special-report", "-o", plain).code == 0
    words = ("--picture", picture, "--date", "2026-03-30")
    assert console("export", no_date, "--layout", "special-report", *words, "-o", out).code == 0
    assert b"/Image" in out.read_bytes()
    assert b"/Subtype /Image" not in plain.read_bytes()
    both = [path.read_bytes() for path in (plain, out)]
    assert len(both[1]) > len(both[0])


def test_a_pdf_is_placed_as_vectors_and_its_text_is_none_of_the_article(console, article, tmp_path):
    out, file = tmp_path / "page.pdf", tmp_path / "广告.PDF"
    file.write_bytes(advert(FaceLibrary(system_folders=()), "新春特惠全场五折"))
    words = ("--layout", "special-report", "--picture", f"picture-1={file}")
    assert console("export", article, *words, "-o", out).code == 0
    assert b"/Subtype/Form" in out.read_bytes()
    assert b"/Image" not in out.read_bytes()
    assert "新春特惠" not in read_text(out.read_bytes())[0].text


def test_a_proof_differs_by_its_line_only(console, article, tmp_path):
    plain, proof = tmp_path / "plain.pdf", tmp_path / "proof.pdf"
    console("export", article, "--layout", "special-report", "-o", plain)
    assert console("export", article, "--layout", "special-report", "--proof", "-o", proof).code == 0
    texts = [read_text(path.read_bytes())[0].text for path in (plain, proof)]
    assert plain.read_bytes() != proof.read_bytes()
    assert texts[0].split() == texts[1].split()  # what the layout added is left out of the articles' text


def test_the_layout_left_out_is_named_on_stderr(console, article):
    said = console("dump", article)
    assert any(layout in said.err for layout in LAYOUTS)
    assert console("dump", article, "--layout", "special-report").err == ""


# new, and editions read back


@pytest.mark.parametrize("command", [["check", "--format", "json"], ["dump"], ["text"]])
def test_an_edition_says_what_its_article_says(console, article, package, command):
    layout = [] if command[0] == "text" else ["--layout", "special-report"]
    of_article = console(command[0], article, *command[1:], *layout)
    of_edition = console(command[0], package, *command[1:])
    assert of_edition.code == of_article.code == 0
    assert of_edition.out == of_article.out


def test_an_edition_exports_the_same_bytes_as_its_article(console, article, package, tmp_path):
    for source, name in ((article, "a.pdf"), (package, "b.pdf")):
        words = ["--layout", "special-report"] if source is article else []
        assert console("export", source, *words, "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_new_is_the_same_bytes_twice(console, article, package, tmp_path):
    again = tmp_path / "again" / "news.banxin"
    again.parent.mkdir()
    console("new", article, "--layout", "special-report", "-o", again)
    assert again.read_bytes() == package.read_bytes()


def test_new_of_too_much_text_saves_and_is_1(console, long_article, tmp_path):
    out = tmp_path / "long.banxin"
    assert console("new", long_article, "--layout", "special-report", "-o", out).code == 1
    assert console("check", out).code == 1


def test_an_edition_is_laid_out_anew_when_a_layout_is_named(console, package):
    first, *_ = console("dump", package, "--layout", "broadsheet-feature").lines
    assert first["width"] == pytest.approx(390 * 72 / 25.4, abs=0.01)


def test_several_articles_make_one_page(console, article, long_article):
    said = console("check", article, long_article, "--layout", "broadsheet-feature", "--format", "json")
    sizes = [path.read_text(encoding="utf-8") for path in (article, long_article)]
    assert said.json["counts"]["source"] == sum(1 for text in sizes for char in text if not char.isspace())
    assert said.json["counts"]["unplaced"] == 0


def test_articles_that_one_page_does_not_hold_get_as_many_as_they_need(console, tmp_path):
    out = tmp_path / "issue.pdf"
    said = console("export", SAMPLE, SAMPLE, SAMPLE, "--layout", "special-report", "-o", out)
    assert said.code == 0
    assert "take 3 pages" in said.err
    assert len(read_text(out.read_bytes())) == 3
    one = console("check", SAMPLE, "--layout", "special-report", "--format", "json").json["counts"]
    three = console("check", *[SAMPLE] * 3, "--layout", "special-report", "--format", "json").json["counts"]
    assert {name: three[name] for name in ("source", "placed", "overset")} == {
        name: 3 * one[name] for name in ("source", "placed", "overset")
    }
    alone = console("export", SAMPLE, "--layout", "special-report", "-o", out)
    assert "pages" not in alone.err, "the control: one article is one page"


def test_an_edition_of_several_pages_keeps_each_story_on_its_page_in_another_layout(console, tmp_path):
    package = tmp_path / "issue.banxin"
    assert console("new", SAMPLE, SAMPLE, "--layout", "special-report", "-o", package).code == 0
    counts = console("check", package, "--layout", "tabloid-feature", "--format", "json").json["counts"]
    assert (counts["twice"], counts["unplaced"]) == (0, 0)


def test_messages_speak_chinese_when_asked(console, article, capsys):
    from desktop.app.main import run

    assert run(["check", str(article), "--layout", "special-report", "--lang", "zh"]) == 0
    chinese = capsys.readouterr().out
    assert chinese != console("check", article, "--layout", "special-report").out
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese)


def test_the_cycle_collector_rests_during_a_command_and_not_after_it(monkeypatch, tmp_path):
    import gc

    from desktop.app import main
    from desktop.errors import UsageError

    seen: list[bool] = []

    def refuse(*_words: object) -> int:
        seen.append(gc.isenabled())
        raise UsageError("No.")

    monkeypatch.setattr(main, "_command", lambda _name: refuse)
    assert gc.isenabled()
    assert main.run(["layouts"]) == 2
    assert seen == [False]
    assert gc.isenabled()


# True processes.

_WITHOUT_QT = """
import sys
from desktop.app.main import run
code = run(sys.argv[1:])
qt = sorted(name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6", "qtawesome"})
sys.exit(f"imported {qt}" if qt else code)
"""


def process(*words: object, code: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "desktop"]), *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "words",
    [
        ["layouts"],
        ["text", "ARTICLE"],
        ["check", "ARTICLE", "--layout", "special-report"],
        ["dump", "ARTICLE", "--layout", "special-report"],
        ["export", "ARTICLE", "--layout", "special-report", "-o", "OUT.pdf"],
        ["new", "ARTICLE", "--layout", "special-report", "-o", "OUT.banxin"],
    ],
    ids=lambda words: words[0],
)
def test_no_command_imports_qt(words, article, tmp_path):
    words = [word.replace("ARTICLE", str(article)).replace("OUT", str(tmp_path / "out")) for word in words]
    done = process(*words, code=_WITHOUT_QT)
    assert (done.returncode, "imported" in done.stderr) == (0, False), done.stderr


def test_control_an_import_of_qt_would_be_seen():
    done = process(
        "layouts", code=_WITHOUT_QT.replace("import sys\n", "import sys, types\nsys.modules['PySide6'] = types\n", 1)
    )
    assert "imported ['PySide6']" in done.stderr
    assert done.returncode == 1


def test_python_m_desktop_is_the_command(article, tmp_path):
    done = process("export", tmp_path / "none.txt", "-o", tmp_path / "out.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["--version"]])
def test_help_and_version_are_no_errors(words):
    done = process(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "banxin" in done.stdout


def test_rare_names_are_whole_in_the_pdf(console, tmp_path):
    path = tmp_path / "names.txt"
    text = "春潮涌动新港区\n\n记者 辻\U000e0101一郎 辻一郎 葛\U000e0100飾\n\n"
    text += "今天😀到场的有𠮷田和😁，还有辻\U000e0100二郎、䶮先生。\n"
    path.write_text(text, encoding="utf-8")
    found = console("check", path, "--layout", "special-report", "--format", "json").json
    assert [f for f in found["findings"] if f["id"].startswith("integrity")] == []
    assert found["counts"]["source"] == found["counts"]["placed"] == len("".join(text.split()))
    assert {f["id"] for f in found["findings"] if f["severity"] == "error"} == {"font.missing"}


@pytest.mark.parametrize("command", [["check"], ["dump"], ["export", "-o", "out.pdf"]])
def test_an_edition_composed_otherwise_than_saved_is_told(console, package, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    assert "composed otherwise" not in console(command[0], package, *command[1:]).err
    other = tmp_path / "other.banxin"
    opened = open_edition(package)
    moved = tuple(replace(display, width=display.width + 1) for display in opened.displays_as_saved)
    save_edition(other, opened.edition, moved, opened.fonts)
    said = console(command[0], other, *command[1:])
    assert said.code == 0
    assert said.err.count("other.banxin was composed otherwise when it was saved") == 1
    assert "otherwise" not in console("check", other, "--layout", "tabloid-feature").err  # asked for something else
