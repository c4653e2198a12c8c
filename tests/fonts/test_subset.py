from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from desktop.errors import FontError
from desktop.fonts import Face, FaceLibrary, FaceSubset, subset_face
from tests.fonts.conftest import Maker

FACES = ("banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai")
TEXT = "坚守为平安奋进星征程䶮𠮷，。“”——（）0123 Az"


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest, shipped: FaceLibrary) -> Face:
    return shipped.open(request.param)


def glyphs(face: Face, text: str = TEXT) -> set[int]:
    return {face.glyph(ord(char)) for char in text}


def opened(make: Maker, folder: Path, **options: object) -> Face:
    make("Small", **options).save(folder / "small.ttf")
    return FaceLibrary(folder, [], folder / "cache").open("small")


def index_by_code(subset: FaceSubset) -> dict[int, int]:
    """Find glyphs as a viewer does: by CID in a CID-keyed CFF, otherwise by glyph index."""
    count = hb.Face(subset.data).glyph_count
    if subset.kind == "glyf":
        return {index: index for index in range(count)}
    cff = CFFFontSet()
    cff.decompile(io.BytesIO(subset.program), None)
    names = cff[0].getGlyphOrder()
    if not hasattr(cff[0], "ROS"):
        return {index: index for index in range(count)}
    return {int(name[3:]) if name.startswith("cid") else 0: index for index, name in enumerate(names)}


def test_each_code_draws_the_glyph_it_stands_for(face: Face) -> None:
    wanted = glyphs(face)
    subset = subset_face(face, wanted)
    places, drawn = index_by_code(subset), hb.Font(hb.Face(subset.data))
    for gid in wanted:
        at = places[subset.code(gid)]
        assert drawn.get_glyph_extents(at) == face.hb_font.get_glyph_extents(gid)
        assert drawn.get_glyph_h_advance(at) == face.hb_font.get_glyph_h_advance(gid)


def outline(font: hb.Font, gid: int) -> list[tuple[str, tuple[float, ...]]]:
    drawn: list[tuple[str, tuple[float, ...]]] = []
    draw = hb.DrawFuncs()
    for step in ("move_to", "line_to", "cubic_to", "quadratic_to"):
        getattr(draw, f"set_{step}_func")(lambda *a, step=step: drawn.append((step, a[:-1])))
    font.draw_glyph(gid, draw, None)
    return drawn


def test_outlines_are_untouched(face: Face) -> None:
    gid = face.glyph(ord("警"))
    subset = subset_face(face, [gid])
    copy = hb.Font(hb.Face(subset.data))
    assert outline(face.hb_font, gid)
    assert outline(copy, index_by_code(subset)[subset.code(gid)]) == outline(face.hb_font, gid)


def test_same_glyphs_same_bytes(face: Face) -> None:
    wanted = sorted(glyphs(face))
    assert subset_face(face, wanted) == subset_face(face, [*reversed(wanted), wanted[0]])


def test_another_set_has_another_tag(face: Face) -> None:
    first, second = subset_face(face, [5]), subset_face(face, [6])
    assert first.tag != second.tag
    assert first.tag.isalpha()
    assert first.tag.isupper()
    assert len(first.tag) == 6


def test_what_a_descriptor_needs(shipped: FaceLibrary) -> None:
    face = shipped.open("banxin-song")
    subset = subset_face(face, glyphs(face))
    assert (subset.kind, subset.registry, subset.ordering, subset.supplement) == ("cff", "Adobe", "Identity", 0)
    assert subset.postscript_name == "BanxinSong-Regular"
    assert (subset.ascent, subset.descent, subset.cap_height) == (1151, -286, 729)
    assert subset.bbox[0] < 0 < subset.bbox[2]
    assert subset.italic_angle == 0
    assert 50 < subset.stem_v < 150
    assert subset.widths[subset.code(face.glyph(ord("平")))] == 1000
    assert subset.program[:1] == b"\1"
    assert subset.widths.keys() == set(subset.codes.values())


def test_glyf_keeps_glyph_ids(shipped: FaceLibrary) -> None:
    face = shipped.open("banxin-kai")
    subset = subset_face(face, glyphs(face))
    assert subset.kind == "glyf"
    assert subset.program == subset.data
    assert all(code == gid for gid, code in subset.codes.items())


def test_no_layout_names_or_maps_are_left(face: Face) -> None:
    tags = set(TTFont(io.BytesIO(subset_face(face, glyphs(face)).data)).keys())
    assert not tags & {"GSUB", "GPOS", "GDEF", "BASE", "name", "cmap", "vmtx", "VORG", "OS/2", "post"}


def test_cff_without_cids_is_coded_by_glyph_index(make: Maker, tmp_path: Path) -> None:
    face = opened(make, tmp_path, ttf=False)
    subset = subset_face(face, [3])
    assert subset.kind == "cff"
    assert subset.codes == {0: 0, 3: 1}
    assert hb.Font(hb.Face(subset.data)).get_glyph_extents(1).width == 300
    assert subset.widths == {0: 100, 1: 400}


def test_lengths_are_in_thousandths_whatever_the_em(make: Maker, tmp_path: Path) -> None:
    subset = subset_face(opened(make, tmp_path, em=2000, side=200), [2])
    assert subset.widths[2] == 300
    assert subset.cap_height == 700
    assert subset.bbox == (0, 0, 300, 300)


def test_a_glyph_left_out_has_no_code(make: Maker, tmp_path: Path) -> None:
    subset = subset_face(opened(make, tmp_path), [2])
    with pytest.raises(KeyError):
        subset.code(3)


@pytest.mark.parametrize(
    ("fs_type", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (2 | 4, True), (0x100, False), (0x200, False), (8 | 0x100, False)],
)
def test_licence_bits(make: Maker, tmp_path: Path, fs_type: int, allowed: bool) -> None:
    face = opened(make, tmp_path, fs_type=fs_type)
    assert face.embedding_allowed is allowed
    assert face.info.embedding is allowed
    if not allowed:
        with pytest.raises(FontError, match="licence"):
            subset_face(face, [1])


def test_seven_hundred_glyphs_take_no_time_to_speak_of(face: Face) -> None:
    wanted = [face.glyph(code) for code in range(0x4E00, 0x4E00 + 700)]
    best = min(_timed(face, wanted) for _ in range(3))
    assert best < 0.25  # about 0.01 s when measured; wide, as machines differ


def _timed(face: Face, wanted: list[int]) -> float:
    start = time.perf_counter()
    subset_face(face, wanted)
    return time.perf_counter() - start
