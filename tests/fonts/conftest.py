"""Fonts of squares, made here, so that no test needs the system's fonts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

from desktop.fonts import FaceLibrary

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

TEXT = "一二三"
GLYPHS = [".notdef", "one", "two", "three"]


class Maker(Protocol):
    def __call__(self, family: str, **options: Any) -> TTFont: ...


def square(pen: Any, side: int) -> Any:
    pen.moveTo((0, 0))
    for corner in ((0, side), (side, side), (side, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _start(family: str, *, em: int, ttf: bool, side: int) -> FontBuilder:
    builder = FontBuilder(em, isTTF=ttf)
    builder.setupGlyphOrder(GLYPHS)
    builder.setupCharacterMap(dict(zip(map(ord, TEXT), GLYPHS[1:], strict=True)))
    builder.setupHorizontalMetrics({name: (side * (1 + at), 0) for at, name in enumerate(GLYPHS)})
    builder.setupHorizontalHeader(ascent=round(em * 0.9), descent=-round(em * 0.1))
    names = {"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"}
    builder.setupNameTable(names)
    return builder


def build(
    family: str,
    *,
    ttf: bool = True,
    em: int = 1000,
    side: int = 100,
    fs_type: int = 0,
    axis: bool = False,
    spoilt: bool = False,
) -> TTFont:
    """Make a font in which 一, 二, 三 are squares of 1, 2, 3 sides; its axis doubles them at 900.

    A spoilt one moves the points of an empty glyph by nothing, which HarfBuzz 15.0 cannot pin.
    """
    builder = _start(family, em=em, ttf=ttf, side=side)
    sides = {name: side * at for at, name in enumerate(GLYPHS)}
    if ttf:
        builder.setupGlyf({name: square(TTGlyphPen(None), value).glyph() for name, value in sides.items()})
    elif axis:
        builder.setupCFF2({name: _charstring(None, value) for name, value in sides.items()})
    else:
        charstrings = {name: _charstring(side + value, value) for name, value in sides.items()}
        builder.setupCFF(f"{family}-Regular", {}, charstrings, {})
    builder.setupOS2(fsType=fs_type, usWeightClass=400, sCapHeight=round(em * 0.7), version=4)
    builder.setupPost(keepGlyphNames=False)
    if axis:
        instances = [
            {"location": {"wght": 400}, "stylename": "Regular"},
            {"location": {"wght": 900}, "stylename": "Heavy"},
        ]
        builder.setupFvar([("wght", 400, 400, 900, "Weight")], instances)
    if axis and ttf:
        grow = {name: _growth(value) for name, value in sides.items() if value or spoilt}
        builder.setupGvar(grow)
    return builder.font


def _charstring(width: int | None, side: int) -> Any:
    return square(T2CharStringPen(width, None, CFF2=width is None), side).getCharString()


def _growth(side: int) -> list[Any]:
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    moves = [(0, 0), (0, side), (side, side), (side, 0), (0, 0), (side, 0), (0, 0), (0, 0)]
    return [TupleVariation({"wght": (0.0, 1.0, 1.0)}, moves)]


@pytest.fixture
def make() -> Maker:
    return build


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A font folder with a file of one face, a collection of two, a variable font and a broken file."""
    folder = tmp_path / "fonts"
    (folder / "deep").mkdir(parents=True)
    build("Plain").save(folder / "deep" / "plain.ttf")
    collection = TTCollection()
    collection.fonts = [build("First", side=50), build("Second", side=70, ttf=False)]
    collection.save(folder / "two.ttc")
    build("Grow", axis=True).save(folder / "grow.ttf")
    (folder / "broken.otf").write_bytes(b"OTTO" + b"\xff" * 400)
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "notes.txt").write_text("not a font")
    return folder


@pytest.fixture
def library(fonts: Path, tmp_path: Path) -> FaceLibrary:
    return FaceLibrary(bundled=fonts / "none", system_folders=[fonts], cache=tmp_path / "cache")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> FaceLibrary:
    """The product's own faces, and no system."""
    return FaceLibrary(system_folders=[], cache=tmp_path_factory.mktemp("cache"))
