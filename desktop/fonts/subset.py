"""A face cut down to some of its glyphs, with what a PDF's font dictionaries say of it (ISO 32000-1, 9.7 and 9.8).

All layout tables, names and character maps go: the page is already shaped, and a viewer finds glyphs by code alone.
The same face and glyphs give the same bytes.
"""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from desktop.errors import FontError
from desktop.fonts.cff import CffCodes, read_codes
from desktop.fonts.tables import OUTLINES, table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import uharfbuzz as hb

    from desktop.fonts.face import Face

_KEPT = frozenset(("head", "hhea", "hmtx", "maxp", "CFF ", "glyf", "loca", "cvt ", "fpgm", "prep"))
"""ISO 32000-1, 9.9, table 126: what an embedded TrueType program needs."""

_CAP_HEIGHT = 0.7
"""In em, for fonts that do not tell theirs: that of most Latin faces."""

_POSTSCRIPT_NAME = 6


class FaceSubset(Struct, frozen=True):
    """Some glyphs of a face, ready to be embedded under Identity-H; lengths in 1/1000 em, y up."""

    data: bytes
    """The subset as an sfnt."""
    kind: Literal["cff", "glyf"]
    """cff: CIDFontType0 with FontFile3 /CIDFontType0C; glyf: CIDFontType2 with FontFile2."""
    program: bytes
    """What the font file stream holds: the bare CFF table, or the whole sfnt."""
    codes: Mapping[int, int]
    """What to write into the text, by the face's glyph id."""
    widths: Mapping[int, float]
    """Horizontal advance by code, to four decimals."""
    postscript_name: str
    digest: str
    """SHA-256 of the program, in hexadecimal."""
    tag: str
    """Six letters that tell this subset from others of the face (9.6.4): write ``tag+postscript_name``."""
    bbox: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    """Degrees counter-clockwise from upright."""
    stem_v: float
    """A guess from the weight, as fonts do not tell it."""
    registry: str = "Adobe"
    ordering: str = "Identity"
    supplement: int = 0

    def code(self, gid: int) -> int:
        """Return what to write into the text for a glyph id of the face.

        Raises:
            KeyError: the subset was made without that glyph.
        """
        return self.codes[gid]


def subset_face(face: Face, glyphs: Iterable[int]) -> FaceSubset:
    """Cut a face down to the given glyphs and .notdef.

    Raises:
        FontError: the font forbids embedding, or has no outlines that a PDF can hold.
    """
    _check(face)
    wanted = {0, *glyphs}
    return _made(face, wanted, *_cut(face, face.hb_face, wanted))


class Pool(Struct, frozen=True):
    """Part of a face, in the form of a subset, from which smaller subsets are cut in half the time."""

    hb_face: hb.Face
    places: Mapping[int, int]
    """The pool's glyph ids by the face's."""

    def subset(self, face: Face, wanted: Collection[int]) -> FaceSubset:
        """Cut the pool of a face down to some of the glyphs in it; the same bytes as cut from the face itself.

        Raises:
            KeyError: the pool was made without one of the glyphs.
        """
        here = {gid: self.places[gid] for gid in {0, *wanted}}
        places, cut = _cut(face, self.hb_face, set(here.values()))
        return _made(face, here, {gid: places[at] for gid, at in here.items()}, cut)


def make_pool(face: Face, glyphs: Collection[int]) -> Pool:
    """Return a face's pool of glyphs.

    Raises:
        FontError: the face is damaged.
    """
    wanted = {0, *glyphs}
    places, cut = _cut(face, face.hb_face, wanted)
    return Pool(cut, {gid: places[gid] for gid in wanted})


def _made(face: Face, wanted: Iterable[int], places: Mapping[int, int], cut: hb.Face) -> FaceSubset:
    data: bytes = cut.blob.data
    if face.is_cff:
        program = table(cut, "CFF ")
        collection = read_codes(program)
        return _describe(face, data, program, _cff_codes(collection, places, wanted), collection)
    return _describe(face, data, data, {gid: gid for gid in wanted}, None)


def _check(face: Face) -> None:
    if not face.embedding_allowed:
        raise FontError(
            "The licence of font “{face}” does not allow embedding it in a PDF; choose another face.", face=face.id
        )
    if not face.is_cff and "glyf" not in face.hb_face.table_tags:
        raise FontError("Font “{face}” has no outlines that a PDF can hold; choose another face.", face=face.id)


def _cut(face: Face, source: hb.Face, wanted: set[int]) -> tuple[Mapping[int, int], hb.Face]:
    """Let HarfBuzz make the subset of a face, or of its pool; return where the source's glyphs went, and the subset.

    CFF: measured on 700 glyphs of a body face, subroutines written out are both a third quicker and a tenth smaller
    than subroutines kept; hints go, viewers do not use them at press resolution. glyf: glyph ids are kept, so that
    CIDToGIDMap can be Identity; hints stay, as old Chinese fonts draw their strokes with them.
    """
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.glyph_set.update(wanted)
    flags = hb.SubsetFlags
    form = flags.NO_HINTING | flags.DESUBROUTINIZE if face.is_cff else flags.RETAIN_GIDS
    request.flags = form | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    dropped = (tag for tag in source.table_tags if tag not in _KEPT)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1"), "big") for tag in dropped)
    plan = hb.SubsetPlan(source, request)
    try:
        cut = plan.execute()
    except RuntimeError:
        cut = None
    if cut is None or OUTLINES.isdisjoint(cut.table_tags):
        raise FontError("Font “{face}” is damaged: it cannot be embedded.", face=face.id)
    return plan.old_to_new_glyph_mapping, cut


def _cff_codes(collection: CffCodes, places: Mapping[int, int], wanted: Iterable[int]) -> dict[int, int]:
    """Return the code of each glyph: its CID, or in a font without CIDs its index in the subset (9.7.4.2)."""
    if collection.cids is None:
        return {gid: places[gid] for gid in wanted}
    cids = collection.cids
    return {gid: cids[places[gid]] for gid in wanted}


def _describe(
    face: Face, data: bytes, program: bytes, codes: dict[int, int], collection: CffCodes | None
) -> FaceSubset:
    style, scale = face.style, 1000 / face.units_per_em
    x_min, y_min, x_max, y_max = style.box
    digest = hashlib.sha256(program).hexdigest()
    cap_height = style.cap_height * scale if style.cap_height else _CAP_HEIGHT * 1000
    return FaceSubset(
        data=data,
        kind="cff" if collection else "glyf",
        program=program,
        codes=MappingProxyType(codes),
        widths=MappingProxyType({codes[gid]: round(face.advance(gid) * 1000, 4) for gid in sorted(codes)}),
        postscript_name=_postscript_name(face),
        digest=digest,
        tag="".join(chr(ord("A") + int(digest[at : at + 2], 16) % 26) for at in range(0, 12, 2)),
        bbox=(x_min * scale, y_min * scale, x_max * scale, y_max * scale),
        ascent=face.ascender * 1000,
        descent=face.descender * 1000,
        cap_height=cap_height,
        italic_angle=style.italic_angle,
        stem_v=50 + (style.weight / 65) ** 2,  # ReportLab's and PDFBox's rule of thumb
        registry=collection.registry if collection else "Adobe",
        ordering=collection.ordering if collection else "Identity",
        supplement=collection.supplement if collection else 0,
    )


def _postscript_name(face: Face) -> str:
    """Return name 6, or something that can stand in its place: ASCII without what ends a PDF name."""
    name = face.hb_face.get_name(_POSTSCRIPT_NAME) or face.id
    return "".join(char for char in name if "!" <= char <= "~" and char not in "[](){}<>/%#") or "Face"
