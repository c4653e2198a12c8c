"""Every rule of the table holds for what is written, and is broken by what breaks it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop.app.load import Wishes, load
from desktop.app.press import pdf_of, pressed
from desktop.fonts import FaceLibrary
from desktop.formats.press_xml import find_press
from desktop.locator import resource
from desktop.pdf import read_text
from tests.pdf.standards.rules import A2U, ALL, PRINT, RULES, X1A, X4, Rule


@pytest.fixture(scope="session")
def written(library: FaceLibrary, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample page with two pictures in each preset: one a photograph in RGB, one with transparency."""
    folder = tmp_path_factory.mktemp("pictures")
    ramp = Image.linear_gradient("L").resize((900, 600))
    bands = (ramp, ramp.rotate(180), ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    Image.merge("RGB", bands).save(folder / "rgb.jpg")
    Image.merge("RGBA", (*bands, ramp)).save(folder / "rgba.png")
    pictures = (("picture-1", folder / "rgb.jpg"), ("picture-2", folder / "rgba.png"))
    wishes = Wishes("special-report", pictures, "", False)
    [loaded] = load([resource("sample", "article.txt")], wishes, library)
    made = {}
    for name in ALL:
        press = find_press(name)
        made[name] = pressed(loaded, library, press)
    return made


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


CASES = [pytest.param(rule, preset, id=f"{rule.number}-{preset}") for rule in RULES for preset in rule.presets]


def test_the_rules_are_numbered() -> None:
    assert [rule.number for rule in RULES] == list(range(1, len(RULES) + 1))
    assert all(rule.clause.startswith("ISO ") and rule.known.how and rule.says.endswith(".") for rule in RULES)


@pytest.mark.parametrize(("rule", "preset"), CASES)
def test_what_is_written_keeps_the_rule(written: dict[str, bytes], rule: Rule, preset: str) -> None:
    assert rule.holds(opened(written[preset]), preset)


@pytest.mark.parametrize(("rule", "preset"), CASES)
def test_control_a_file_that_breaks_the_rule_is_found_out(written: dict[str, bytes], rule: Rule, preset: str) -> None:
    pdf = opened(written[preset])
    rule.spoil(pdf)
    assert not rule.holds(pdf, preset)


def test_a_plain_export_claims_no_standard(library: FaceLibrary) -> None:
    [loaded] = load([resource("sample", "article.txt")], Wishes("special-report", (), "", False), library)
    pdf = opened(pdf_of(loaded, library))
    assert "/OutputIntents" not in pdf.Root
    assert b"GTS_PDFXVersion" not in pdf.Root.Metadata.read_bytes()


def test_the_text_of_each_file_is_the_same(written: dict[str, bytes]) -> None:
    texts = {name: "".join("".join(page.text.split()) for page in read_text(data)) for name, data in written.items()}
    assert texts[A2U]
    assert texts[A2U] in texts[X4] or texts[A2U] == texts[X4].replace("\n", "")
    assert texts[X1A] == texts[X4]


@pytest.mark.parametrize("name", PRINT)
def test_marks_stand_outside_the_trimmed_page(written: dict[str, bytes], name: str) -> None:
    with opened(written[name]) as pdf:
        media, trim = ([float(v) for v in box] for box in (pdf.pages[0].mediabox, pdf.pages[0].trimbox))
    press = find_press(name)
    assert trim[0] - media[0] == pytest.approx(press.bleed + 34.016, abs=0.01)
    assert media[2] - trim[2] == pytest.approx(trim[0] - media[0], abs=1e-4)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("name", ALL)
def test_qpdf_finds_no_fault(written: dict[str, bytes], name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(written[name])
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
@pytest.mark.parametrize("name", PRINT)
def test_text_stands_on_the_black_plate_alone(written: dict[str, bytes], name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(written[name])
    command = [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=tiffsep",
        "-r36",
        "-o",
        str(tmp_path / "p%d.tif"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    plates = {colour: Image.open(tmp_path / f"p1({colour}).tif").convert("L") for colour in ("Cyan", "Black")}
    width, height = plates["Cyan"].size
    head = (int(width * 0.15), int(height * 0.09), int(width * 0.85), int(height * 0.16))
    assert plates["Black"].crop(head).getextrema()[0] < 100
    assert plates["Cyan"].crop(head).getextrema()[0] == 255
