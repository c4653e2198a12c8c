"""Traditional text: told from Simplified, set in a face's own forms for it, its marks as on the mainland."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from desktop.fonts import FaceLibrary
from desktop.text import FaceChain, ShapedParagraph, shape_paragraph
from desktop.text.script import is_traditional
from tests.text.setting import FACES, chain, plain, shaped, tables

SIDES = {"guo": 900, "guo.tw": 800, "gu": 900, "gu.tw": 700, "comma": 200, "comma.tw": 300, "one": 900}
CHARACTERS = {"國": "guo", "骨": "gu", "，": "comma", "国": "guo", "们": "one"}


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> FaceChain:
    """A face of squares that draws 國, 骨 and ， otherwise in Traditional text."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *SIDES]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): name for char, name in CHARACTERS.items()})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Local", "styleName": "Regular", "psName": "Local-Regular"})
    builder.setupGlyf({name: _square(SIDES.get(name, 0)) for name in names})
    builder.setupOS2(version=4)
    builder.setupPost(keepGlyphNames=False)
    addOpenTypeFeaturesFromString(
        builder.font,
        """languagesystem hani dflt; languagesystem hani ZHT;
        feature locl { script hani; language ZHT;
          sub guo by guo.tw; sub gu by gu.tw; sub comma by comma.tw; } locl;""",
    )
    folder: Path = tmp_path_factory.mktemp("local")
    builder.font.save(folder / "local.ttf")
    return FaceChain([FaceLibrary(folder / "none", [folder], folder / "cache").open("Local-Regular")])


def _square(side: int):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, side), (side, side), (side, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def sides(paragraph: ShapedParagraph, faces: FaceChain) -> Sequence[float]:
    return [faces.faces[g.face].ink_box(g.gid)[2] for glyphs in paragraph.cells.glyphs for g in glyphs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我們的國家", True),
        ("臺北會議", True),
        ("我们的国家", False),
        ("平安是天", False),
        ("", False),
        ("店名“國貿”在我们这里", False),
        ("乾坤著作", False),
        ("他們說这是", True),
    ],
)
def test_traditional_text_is_told_by_characters_only_it_has(text, found):
    assert is_traditional(text) is found


def test_traditional_text_has_the_forms_of_a_face_that_knows_them(local):
    paragraph = shape_paragraph([plain("國骨，國")], local, tables())
    assert sides(paragraph, local) == [0.8, 0.7, 0.2, 0.8]


def test_control_simplified_text_in_the_same_face(local):
    assert sides(shape_paragraph([plain("国们骨，骨")], local, tables()), local) == [0.9, 0.9, 0.9, 0.2, 0.9]


def test_marks_stay_where_the_mainland_puts_them(local):
    paragraph = shape_paragraph([plain("國，國")], local, tables())
    [comma] = paragraph.cells.glyphs[1]
    assert local.faces[0].ink_box(comma.gid)[2] == 0.2
    assert comma.dx + 0.2 <= 0.5


def test_one_paragraph_does_not_spoil_the_next(local):
    first = shape_paragraph([plain("骨國，")], local, tables())
    second = shape_paragraph([plain("骨们，")], local, tables())
    assert sides(first, local)[0] == 0.7
    assert sides(second, local)[0] == 0.9
    assert sides(shape_paragraph([plain("骨國，")], local, tables()), local) == sides(first, local)


@pytest.mark.parametrize("role", FACES)
def test_faces_of_the_house_set_traditional_text_without_gaps(role):
    paragraph = shaped("我們說：「國家『平安』。」", role)
    assert paragraph.missing == ()
    assert chain(role).traditional is chain(role)  # none of them has forms of its own for it


@pytest.mark.parametrize("role", FACES)
def test_corner_brackets_follow_the_rules_of_brackets(role):
    cells = shaped("說：「國『安』。」定", role).cells
    widths = dict(zip("說：「國『安』。」定", cells.advance, strict=True))
    assert widths["："] + widths["「"] == 1.5
    assert widths["』"] + widths["。"] + widths["」"] == 2.0
    starts = dict(zip("說：「國『安』。」定", cells.start, strict=True))
    assert starts["『"] == 0.5
