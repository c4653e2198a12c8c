"""Every kind of odd character: it is set, shown as a box, or refused; ``check`` lists it; nothing is lost beside it.

The table is what the product promises. A box is the face's glyph for what it has not, with an error beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.app.press import pdf_of
from desktop.model.story import Role
from desktop.pdf import read_text
from tests.compose.pages import compose, edition, layout, story, words
from tests.text.setting import LIBRARY

SET, HIDDEN, BOX = "set", "set without width", "box"

ODD = {
    "a control character": ("\x01", BOX, "a control character; it is shown as a box"),
    "escape": ("\x1b", BOX, "a control character; it is shown as a box"),
    "delete": ("\x7f", BOX, "a control character; it is shown as a box"),
    "a control character of Latin-1": ("\x9f", BOX, "a control character; it is shown as a box"),
    "a unit separator": ("\x1f", SET, "a control character that separates"),
    "an override of direction": ("\u202e", HIDDEN, "a mark for the direction of writing"),
    "an isolate": ("\u2066", HIDDEN, "a mark for the direction of writing"),
    "a mark of direction": ("\u200f", HIDDEN, "a mark for the direction of writing"),
    "a Hebrew letter": ("\u05d0", BOX, "a letter written from right to left"),
    "a zero-width joiner": ("\u200d", HIDDEN, "an invisible character"),
    "a zero-width space": ("\u200b", HIDDEN, "an invisible character"),
    "a soft hyphen": ("\u00ad", HIDDEN, "an invisible character"),
    "a byte order mark inside": ("\ufeff", HIDDEN, "an invisible character"),
    "a tag": ("\U000e0041", HIDDEN, "an invisible character"),
    "an accent": ("\u0301", HIDDEN, "a combining mark"),
    "an enclosing circle": ("\u20dd", HIDDEN, "a combining mark"),
    "a variation selector": ("\ufe0f", HIDDEN, "asks for a variant"),
    "a variant of an ideograph": ("\U000e0100", HIDDEN, "asks for a variant"),
    "a private character": ("\ue000", BOX, "a private character"),
    "a private character beyond the BMP": ("\U0010fffd", BOX, "a private character"),
    "an unassigned character": ("\u0378", BOX, "a character that Unicode"),
    "an unassigned hidden one": ("\U000e0fff", BOX, "a character that Unicode"),
    "no character": ("\uffff", BOX, "a character that Unicode"),
    "no character beyond the BMP": ("\U0001fffe", BOX, "a character that Unicode"),
    "a replacement": ("\ufffd", BOX, "a character that could not be read"),
    "a letter without ink": ("\u3164", BOX, "a letter without ink"),
    "a radical": ("\u2f00", SET, "a look-alike"),
    "an emoji": ("\U0001f600", BOX, ""),
    "a regional letter": ("\U0001f1e8", BOX, ""),
}
"""The character, what becomes of it, and what ``check`` says besides that no face has it, if anything."""

PLACES = {
    "text": "港区的清晨从第一声汽笛{}开始，海风吹过码头，工人们走上岗位。",
    "head": "潮声{}里新港区",
}


def made(tmp_path: Path, place: str, char: str) -> Path:
    head = PLACES["head"].format(char if place == "head" else "")
    body = PLACES["text"].format(char if place == "text" else "")
    path = tmp_path / "odd.txt"
    path.write_bytes(f"{head}\n\n记者 李禾\n\n{body}{PLACES['text'].format('') * 3}\n".encode())
    return path


def told(found: dict, char: str, check: str) -> list[str]:
    named = f"U+{ord(char):04X}"
    return [one["message"] for one in found["findings"] if one["id"] == check and named in one["message"]]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ODD)
def test_it_is_set_or_shown_and_listed(console, tmp_path, kind, place):
    char, fate, reason = ODD[kind]
    said = console("check", made(tmp_path, place, char), "--format", "json")
    found, counts = said.json, said.json["counts"]
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["overset"] == counts["unplaced"] == 0
    assert not [one for one in found["findings"] if one["id"].startswith("integrity")]
    assert bool(told(found, char, "font.missing")) is (fate == BOX)
    assert any(reason in one for one in told(found, char, "text.suspicious")) is bool(reason)
    assert said.code == (1 if fate == BOX else 0)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ODD)
def test_what_is_shown_has_a_place_and_what_is_hidden_has_none(console, tmp_path, kind, place):
    char, fate, _ = ODD[kind]

    def glyphs(path: Path) -> tuple[int, int]:
        lines = console("dump", path).lines
        gids = [glyph[0] for line in lines if line["kind"] == "glyphs" for glyph in line["glyphs"]]
        return len(gids), gids.count(0)

    plain, with_it = glyphs(made(tmp_path, place, "")), glyphs(made(tmp_path, place, char))
    if fate == BOX:
        assert with_it == (plain[0] + 1, plain[1] + 1)
    elif fate == SET:
        assert with_it == (plain[0] + 1, plain[1])
    else:
        assert plain[0] <= with_it[0] <= plain[0] + 1  # an accent has a glyph, over another


@pytest.mark.parametrize("place", PLACES)
def test_control_an_ordinary_article_lists_nothing(console, tmp_path, place):
    found = console("check", made(tmp_path, place, ""), "--format", "json").json["findings"]
    assert not [one for one in found if one["id"] in {"font.missing", "text.suspicious", "text.unassigned"}]


@pytest.mark.parametrize("char", [ODD[kind][0] for kind in ("a control character", "an accent", "an emoji")])
def test_many_of_a_kind_are_counted_and_the_first_of_them_named(console, tmp_path, char):
    path = tmp_path / "many.txt"
    path.write_text("潮声里新港区\n\n" + ("海风吹过码头，工人们走上岗位，" + char) * 60 + "\n", encoding="utf-8")
    found = console("check", path, "--format", "json").json
    for check, name in (("text.suspicious", "further on"), ("font.missing", "further on")):
        lines = told(found, char, check)
        assert not lines or (len(lines) == 20 and sum(name in line for line in lines) == 1)
        assert not lines or any("41" in line or "40" in line for line in lines)
    assert told(found, char, "text.suspicious") or told(found, char, "font.missing")


def test_the_end_of_file_of_dos_belongs_to_no_element_and_is_listed(console, tmp_path):
    path = tmp_path / "dos.txt"
    path.write_bytes(made(tmp_path, "text", "").read_bytes() + b"\x1a")
    said = console("check", path)
    assert "Invisible characters belong to no element: 1 of U+001A." in said.out
    assert said.code == 0


def test_separators_between_elements_are_listed(console, tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes(made(tmp_path, "text", "").read_bytes().replace("记者".encode(), "\x1d记者".encode()))
    assert "taken for white space (U+001D)" in console("check", path).out


@pytest.mark.parametrize("command", ["check", "dump", "text"])
def test_nothing_that_a_terminal_would_obey_is_said(console, tmp_path, command):
    path = made(tmp_path, "head", "\x1b[31m\u202e\x9b")
    said = console(command, path)
    assert "\x1b" not in said.out + said.err
    if command == "check":
        assert not set("\u202e\x9b") & set(said.out + said.err)


@pytest.mark.parametrize("data", [b"\xff\xfe" + "海".encode("utf-16-le") + b"\x00\xd8" + "风".encode("utf-16-le") * 9,
                                  "海风".encode() * 9 + b"\xed\xa0\x80" + "海风".encode() * 9])  # fmt: skip
def test_half_a_character_in_a_file_is_refused(console, tmp_path, data):
    path = tmp_path / "half.txt"
    path.write_bytes(data)
    sentence = console.refused("check", path)
    assert "half.txt" in sentence
    assert "damaged in line 1 (byte" in sentence


@pytest.mark.parametrize("code", [0xD800, 0xDC00])
def test_half_a_character_in_an_edition_is_shown_and_told(code):
    half = chr(code)
    parts = (Role.HEADLINE, f"春天{half}来了"), (Role.BODY, words(30) + half + words(30))
    one = edition(layout("special-report"), story(*parts))
    loaded = Loaded(one, (compose(one),), ())
    pdf = pdf_of(loaded, LIBRARY)
    found = judge(loaded, pdf)
    assert sum(finding.id == "font.missing" for finding in found.findings) == 2
    assert not [finding for finding in found.findings if finding.id.startswith("integrity")]
    assert found.counts["source"] == found.counts["placed"]
    assert "".join(read_text(pdf)[0].text.split()).count("\ufffd") == 2


def test_control_characters_in_plenty_are_no_article(console, tmp_path):
    path = tmp_path / "noise.txt"
    path.write_bytes(("海风" + "\x01").encode() * 40)
    assert "no text but binary data" in console.refused("check", path)
