"""``export --press``: what a press demands is told and makes the export incomplete."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desktop.app.main import run
from desktop.errors import UsageError
from desktop.formats.press_xml import find_press, press_ids
from desktop.formats.xml import read_document
from desktop.locator import resource
from tests.pictures.adverts import quarters_pdf

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
PICTURES = ("--picture", f"picture-1={SAMPLE / 'river.jpg'}", "--picture", f"picture-2={SAMPLE / 'reading-room.jpg'}")


def export(tmp_path: Path, *words: str) -> int:
    target = tmp_path / "page.pdf"
    code = run(["export", str(SAMPLE / "article.txt"), "--layout", "special-report", *words, "-o", str(target)])
    assert code == 2 or target.read_bytes().startswith(b"%PDF")
    return code


def test_a_complete_page_passes(tmp_path, capsys):
    assert export(tmp_path, "--press", "newspaper", *PICTURES) == 0
    assert "press" not in capsys.readouterr().err


def test_placeholders_do_not_go_to_press(tmp_path, capsys):
    assert export(tmp_path) == 0
    capsys.readouterr()
    assert export(tmp_path, "--press", "newspaper") == 1
    assert capsys.readouterr().err.count("would go to press empty") == 2


def test_coarse_pictures_are_told_with_their_resolution(tmp_path, capsys):
    house = tmp_path / "fine.xml"
    house.write_text(
        '<press id="fine" version="1" least-dpi="600" placeholders="yes"><name lang="en">Fine</name></press>', "utf-8"
    )
    assert export(tmp_path, "--press", str(house), *PICTURES) == 1
    assert "dpi on the page; the press needs 600" in capsys.readouterr().err
    assert export(tmp_path, "--press", str(house)) == 0  # this house allows placeholders


def test_a_placed_pdf_has_no_resolution_that_could_be_too_low(tmp_path, capsys):
    house, advert = tmp_path / "fine.xml", tmp_path / "advert.pdf"
    house.write_text(
        '<press id="fine" version="1" least-dpi="9000" placeholders="yes"><name lang="en">Fine</name></press>', "utf-8"
    )
    advert.write_bytes(quarters_pdf())
    assert export(tmp_path, "--press", str(house), "--picture", f"picture-1={advert}") == 0
    assert "dpi" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nix", "nix.xml"])
def test_an_unknown_press_is_one_sentence(tmp_path, capsys, name):
    assert export(tmp_path, "--press", name) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_damaged_preset_names_file_and_line(tmp_path, capsys):
    house = tmp_path / "bad.xml"
    house.write_text('<press id="bad" version="1" least-dpi="many" placeholders="no"><name lang="en">B</name></press>')
    assert export(tmp_path, "--press", str(house)) == 2
    assert "bad.xml, line 1" in capsys.readouterr().err


@pytest.mark.parametrize("press", press_ids())
def test_presets_of_the_product_are_valid(press):
    data = resource("press", f"{press}.xml").read_bytes()
    assert read_document(data, press, "press", UsageError, lambda document: document.root.tag) == "press"
    assert find_press(press).id == press


HOUSE = (
    '<press id="ours" version="1" standard="x4" least-dpi="0" placeholders="yes"><name lang="en">Ours</name>'
    '<condition identifier="CGATS TR 002" profile="{profile}">Ours</condition></press>'
)


def test_a_house_s_own_preset_takes_the_profile_beside_it(tmp_path):
    house = tmp_path / "house.xml"
    house.write_text(HOUSE.format(profile="own.icc"), "utf-8")
    own = bytearray(resource("profiles", "newsprint-TR002.icc").read_bytes())
    own[24:26] = b"\x07\xe0"
    (tmp_path / "own.icc").write_bytes(own)
    condition = find_press(str(house)).condition
    assert condition is not None
    assert condition.profile == bytes(own)
    assert export(tmp_path, "--press", str(house)) == 0


@pytest.mark.parametrize(
    ("profile", "written", "sentence"),
    [
        ("missing.icc", None, "There is no file"),
        ("own.icc", b"no profile at all, but long enough to have a header", "is no ICC profile of four inks"),
    ],
)
def test_a_profile_that_is_none_is_one_sentence(tmp_path, capsys, profile, written, sentence):
    house = tmp_path / "house.xml"
    house.write_text(HOUSE.format(profile=profile), "utf-8")
    if written is not None:
        (tmp_path / profile).write_bytes(written)
    assert export(tmp_path, "--press", str(house)) == 2
    assert sentence in capsys.readouterr().err


def test_a_standard_without_its_condition_is_refused(tmp_path, capsys):
    house = tmp_path / "house.xml"
    house.write_text(
        '<press id="bare" version="1" standard="x4" least-dpi="0" placeholders="yes"><name lang="en">B</name></press>'
    )
    assert export(tmp_path, "--press", str(house)) == 2
    assert "needs a <condition>" in capsys.readouterr().err


def test_more_ink_than_the_press_takes_is_told(tmp_path, capsys):
    Image.new("CMYK", (1400, 1000), (230, 230, 230, 230)).save(tmp_path / "heavy.jpg")
    heavy = ["--picture", f"picture-1={tmp_path / 'heavy.jpg'}"]
    assert export(tmp_path, "--press", "newspaper", *PICTURES[2:], *heavy) == 1
    assert "lays 361 % of ink on a spot; the press takes 240 %" in capsys.readouterr().err
