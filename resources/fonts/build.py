"""Make the four default faces from their sources: ``python resources/fonts/build.py SOURCE_DIR``.

Every face is a subset of one source face: outlines are kept as they are (a CID-keyed CFF stays one), hints are
dropped (pages are painted unhinted, so that screen and press agree), and of the layout features those stay that
setting Chinese and its Latin needs. The same sources with the same fontTools give the same bytes.

Needs fontTools (the extra ``fonts``); SOURCE_DIR is searched with its subfolders for the files named below.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

VERSION = "1.000"
"""Our own version of the four faces; goes up when a recipe below changes what a page looks like."""

FEATURES = ("ccmp", "locl", "vert", "vrt2", "liga", "kern", "mark")
"""kern, mark and liga for Latin; widths of Chinese punctuation come from our rules, so palt, halt and chws go."""

SCRIPTS = ("DFLT", "hani", "latn", "grek", "cyrl", "kana")
LANGUAGES = ("dflt", "ZHS")
"""Only the forms of the mainland: the other four regions' variants would double the files."""

HANGUL = (
    (0x1100, 0x11FF), (0x3130, 0x318F), (0x3200, 0x321E), (0x3260, 0x327F),
    (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC),
)  # fmt: skip
CONTROLS = ((0x00, 0x1F), (0x7F, 0x9F))
SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
"""Variation selectors: their variants are Japanese ones and centred points."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one default face is made."""

    face_id: str
    source: str
    """The source's file name."""
    source_name: str
    """Its PostScript name: picks the face of a collection."""
    family: str
    chinese_family: str
    style: str
    weight: int
    """OS/2 usWeightClass."""


RECIPES = (
    Recipe(
        face_id="banxin-song",
        source="NotoSerifCJK-Regular.ttc",
        source_name="NotoSerifCJKsc-Regular",
        family="Banxin Song",
        chinese_family="版心报宋",
        style="Regular",
        weight=400,
    ),
    Recipe(
        face_id="banxin-biaosong",
        source="NotoSerifCJK-Black.ttc",
        source_name="NotoSerifCJKsc-Black",
        family="Banxin Biaosong",
        chinese_family="版心标宋",
        style="Black",
        weight=900,
    ),
    Recipe(
        face_id="banxin-hei",
        source="NotoSansCJK-Bold.ttc",
        source_name="NotoSansCJKsc-Bold",
        family="Banxin Hei",
        chinese_family="版心黑体",
        style="Bold",
        weight=700,
    ),
    Recipe(
        face_id="banxin-kai",
        source="LXGWWenKai-Regular.ttf",
        source_name="LXGWWenKai-Regular",
        family="Banxin Kai",
        chinese_family="版心楷体",
        style="Regular",
        weight=400,
    ),
)


def main(arguments: list[str]) -> int:
    """Build the faces named after SOURCE_DIR, or all four."""
    if not arguments:
        sys.stderr.write("usage: python resources/fonts/build.py SOURCE_DIR [FACE_ID…]\n")
        return 2
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    folder, wanted = Path(arguments[0]), arguments[1:]
    for recipe in RECIPES:
        if not wanted or recipe.face_id in wanted:
            target = build(recipe, folder)
            sys.stdout.write(f"{target.name}\t{target.stat().st_size}\n")
    return 0


def build(recipe: Recipe, folder: Path) -> Path:
    """Write one face beside this script and return its path."""
    font = source_face(recipe, folder)
    subset(font, code_points(font))
    rename(font, recipe)
    font["OS/2"].usWeightClass = recipe.weight
    font["OS/2"].fsType = 0  # installable embedding, as the licence says
    target = HERE / (recipe.face_id + (".otf" if "CFF " in font else ".ttf"))
    font.save(target, reorderTables=True)
    return target


def source_face(recipe: Recipe, folder: Path) -> TTFont:
    """Open the source face, found by file name and PostScript name."""
    path = next(iter(sorted(folder.rglob(recipe.source))), None)
    if path is None:
        raise SystemExit(f"{recipe.source} is not below {folder}")
    for number in range(64):
        font = TTFont(path, fontNumber=number, lazy=True, recalcTimestamp=False)
        if font["name"].getDebugName(6) == recipe.source_name:
            return font
    raise SystemExit(f"{path} has no face {recipe.source_name}")


def code_points(font: TTFont) -> set[int]:
    """Return the characters to keep: all that the source maps but Hangul, selectors and control codes."""
    dropped = HANGUL + SELECTORS + CONTROLS
    return {code for code in font.getBestCmap() if not any(first <= code <= last for first, last in dropped)}


def subset(font: TTFont, codes: set[int]) -> None:
    """Cut the font down to these characters and to what its kept features reach from them."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.layout_scripts = [f"{script}.{language}" for script in SCRIPTS for language in LANGUAGES]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the face its own names; copyright, trademark and licence strings stay as they are."""
    name = font["name"]
    origin = f"subset of {recipe.source_name}, {name.getDebugName(5)}"
    postscript = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    kept = {number: name.getDebugName(number) for number in (0, 7, 8, 9, 10, 11, 12, 13, 14)}
    name.names = []
    plain = recipe.style in ("Regular", "Bold")
    full = recipe.family if recipe.style == "Regular" else f"{recipe.family} {recipe.style}"
    for number, text in kept.items():
        if text:
            name.setName(text, number, 3, 1, 0x409)
    for number, text in (
        (1, recipe.family if plain else full), (2, recipe.style if plain else "Regular"),
        (3, f"{VERSION};{postscript}"), (4, full), (5, f"Version {VERSION};{origin}"), (6, postscript),
    ):  # fmt: skip
        name.setName(text, number, 3, 1, 0x409)
    name.setName(recipe.chinese_family, 1, 3, 1, 0x804)
    name.setName(recipe.style if plain else "Regular", 2, 3, 1, 0x804)
    name.setName(recipe.chinese_family, 4, 3, 1, 0x804)
    if not plain:
        name.setName(recipe.family, 16, 3, 1, 0x409)
        name.setName(recipe.style, 17, 3, 1, 0x409)
    if "CFF " in font:
        _rename_cff(font["CFF "].cff, recipe.family, postscript, full)


def _rename_cff(cff: Any, family: str, postscript: str, full: str) -> None:
    """Rename inside the CFF table too: a PDF embeds that table alone."""
    top = cff.topDictIndex[0]
    cff.fontNames[0] = postscript
    top.FullName, top.FamilyName = full, family
    for part in getattr(top, "FDArray", ()):
        part.FontName = f"{postscript}-{part.FontName.rpartition('-')[2]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
