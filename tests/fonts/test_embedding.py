"""The codes of a subset, proved by a viewer: pdfium draws the glyph that was meant, where its outline says."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from desktop.fonts import Face, FaceLibrary, FaceSubset, subset_face
from tests.fonts.conftest import Maker

EM, FOOT = 160, 40
"""Type size and height of the baseline, in points and in pixels of the rendering."""

SIDE = EM + FOOT


def page(subset: FaceSubset, gid: int) -> bytes:
    """Make a PDF of one glyph, as ISO 32000-1, 9.7 wants it."""
    pdf = pikepdf.new()
    stream = pdf.make_stream(subset.program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{subset.tag}+{subset.postscript_name}"),
        Flags=4,
        FontBBox=Array([round(value) for value in subset.bbox]),
        ItalicAngle=0,
        Ascent=round(subset.ascent),
        Descent=round(subset.descent),
        CapHeight=round(subset.cap_height),
        StemV=round(subset.stem_v),
    )
    if subset.kind == "cff":
        stream.Subtype = Name.CIDFontType0C
        descriptor.FontFile3 = stream
    else:
        descriptor.FontFile2 = stream
    collection = Dictionary(Registry=subset.registry, Ordering=subset.ordering, Supplement=subset.supplement)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if subset.kind == "cff" else Name.CIDFontType2,
        BaseFont=descriptor.FontName,
        CIDSystemInfo=collection,
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
    )
    if subset.kind == "glyf":
        descendant.CIDToGIDMap = Name.Identity
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=descriptor.FontName,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
    )
    sheet = pdf.add_blank_page(page_size=(SIDE, SIDE))
    sheet.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    sheet.Contents = pdf.make_stream(f"BT /F {EM} Tf 0 {FOOT} Td <{subset.code(gid):04X}> Tj ET".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def ink(content: bytes) -> tuple[float, float, float, float]:
    """Return the ink's x_min, y_min, x_max, y_max in em from the baseline's start."""
    document = pypdfium2.PdfDocument(content)
    image = document[0].render(scale=1, grayscale=True).to_pil()
    document.close()
    left, top, right, bottom = image.point(lambda value: 255 * (value < 128)).getbbox() or (0, 0, 0, 0)
    return left / EM, 1 - bottom / EM, right / EM, 1 - top / EM


def assert_drawn(face: Face, gid: int) -> None:
    found = ink(page(subset_face(face, {gid, 1, 2}), gid))
    assert found == pytest.approx(face.ink_box(gid), abs=2.5 / EM)


@pytest.mark.parametrize("face_id", ["banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai"])
@pytest.mark.parametrize("char", "一卜，”")
def test_bundled_faces(shipped: FaceLibrary, face_id: str, char: str) -> None:
    face = shipped.open(face_id)
    assert_drawn(face, face.glyph(ord(char)))


@pytest.mark.parametrize("ttf", [True, False], ids=["glyf", "cff without CIDs"])
def test_fonts_of_other_kinds(make: Maker, tmp_path: Path, ttf: bool) -> None:
    make("Small", ttf=ttf, side=200).save(tmp_path / "small.ttf")
    face = FaceLibrary(tmp_path, [], tmp_path / "cache").open("small")
    subset = subset_face(face, [3])
    assert (subset.code(3) == 3) is ttf
    assert ink(page(subset, 3)) == pytest.approx((0, 0, 0.6, 0.6), abs=2.5 / EM)
