"""--copyfit: texts end exactly, what was changed is told on stderr, and nothing is cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.formats.package import open_edition, save_edition
from desktop.pdf import read_text

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "article.txt"


def unlevel(said) -> list[str]:
    """The text frames of which not all columns end on the same line, from the dumped positions."""
    page, *runs = said.lines
    found = []
    for frame in page["frames"]:
        feet = []
        for x, _y, width, _height in frame["columns"] if frame["kind"] == "text" else []:
            lines = [glyph[2] for run in runs if run.get("frame") == frame["id"] for glyph in run["glyphs"]
                     if x - 1 <= glyph[1] < x + width]  # fmt: skip
            feet += [max(lines)] if lines else []
        if feet and max(feet) - min(feet) > 0.5:
            found.append(frame["id"])
    return found


def told(said) -> list[str]:
    return [line for line in said.err.splitlines() if "Copyfit" in line]


def test_columns_end_on_the_same_line_and_the_changes_are_told(console):
    plain = console("dump", SAMPLE, "--layout", "special-report")
    fitted = console("dump", SAMPLE, "--layout", "special-report", "--copyfit")
    assert (plain.code, fitted.code) == (0, 0)
    assert unlevel(plain)
    assert unlevel(fitted) == []
    assert told(plain) == []
    assert told(fitted)
    assert all("ends exactly with its last column" in line for line in told(fitted))
    assert sum("more" in line or "less" in line for line in fitted.err.splitlines()) >= len(told(fitted))


def test_a_saved_edition_keeps_what_was_decided(console, tmp_path):
    target = tmp_path / "fitted.banxin"
    assert console("new", SAMPLE, "--layout", "special-report", "--copyfit", "-o", target).code == 0
    opened = open_edition(target)
    assert opened.edition.pages[0].fitting.paragraphs
    assert all(not story.changes or all(c.after for c in story.changes) for story in opened.edition.stories)
    again = console("dump", target)
    assert "composed otherwise" not in again.err
    assert unlevel(again) == []
    # Fitting what is fitted finds the same.
    assert console("dump", target, "--copyfit").out == again.out
    pdf = tmp_path / "fitted.pdf"
    assert console("export", target, "-o", pdf).code == 0
    plain = tmp_path / "plain.pdf"
    assert console("export", SAMPLE, "--layout", "special-report", "-o", plain).code == 0
    texts = [
        sorted("".join("".join(page.text.split()) for page in read_text(one.read_bytes()))) for one in (pdf, plain)
    ]
    assert texts[0] == texts[1]


@pytest.fixture
def overfull(console, tmp_path) -> Path:
    """A page whose text frame is much too low."""
    target = tmp_path / "over.banxin"
    console("new", SAMPLE, "--layout", "tabloid-feature", "-o", target)
    edition = open_edition(target).edition
    page = edition.pages[0]
    frames = tuple(replace(frame, lines=39) if frame.slot == "text" else frame for frame in page.frames)
    save_edition(target, edition.replacing_page(replace(page, frames=frames)), [], [])
    return target


def test_nothing_is_cut_and_exit_codes_stay_what_they_are(console, overfull):
    plain, fitted = (
        console("check", overfull, "--format", "json"),
        console("check", overfull, "--format", "json", "--copyfit"),
    )
    assert plain.code == 1
    counts = fitted.json["counts"]
    assert counts["cut"] == 0
    assert counts["source"] == counts["placed"] + counts["overset"]
    assert fitted.code == (1 if counts["overset"] else 0)
    if counts["overset"]:
        assert any("would have to go" in line for line in fitted.err.splitlines())
        assert counts["overset"] == plain.json["counts"]["overset"]
    else:
        assert "lines less" in fitted.err


def test_where_no_lever_suffices_the_sentences_are_named(console, tmp_path, overfull):
    edition = open_edition(overfull).edition
    page = edition.pages[0]
    frames = tuple(replace(frame, lines=36) if frame.slot == "text" else frame for frame in page.frames)
    save_edition(overfull, edition.replacing_page(replace(page, frames=frames)), [], [])
    said = console("export", overfull, "--copyfit", "-o", tmp_path / "over.pdf")
    assert said.code == 1
    named = [line for line in said.err.splitlines() if "would have to go" in line]
    assert named
    assert any("no lever suffices" in line for line in told(said))
    text = "".join(element.text for story in edition.stories for element in story.elements)
    last = named[0].split("“", 1)[1].rsplit("”", 1)[0]
    assert "".join(last.split())[-6:-1] in "".join(text.split())
