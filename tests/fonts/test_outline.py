from __future__ import annotations

import random

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from desktop.fonts import FaceLibrary
from desktop.fonts.outline import _extremes


@pytest.mark.parametrize("face_id", ["banxin-song", "banxin-hei", "banxin-kai"])
def test_ink_boxes_agree_with_fonttools(shipped: FaceLibrary, face_id: str) -> None:
    face = shipped.open(face_id)
    drawn = random.Random(7)
    with TTFont(face.info.path, lazy=True) as oracle:
        shapes, names = oracle.getGlyphSet(), oracle.getGlyphOrder()
        for gid in {face.glyph(drawn.randrange(0x4E00, 0x9FA6)) for _ in range(150)} | {face.glyph(ord("卜"))}:
            pen = BoundsPen(shapes)
            shapes[names[gid]].draw(pen)
            assert face.ink_box(gid) == pytest.approx([value / 1000 for value in pen.bounds], abs=1e-4)


def test_control_points_are_no_ink(shipped: FaceLibrary) -> None:
    face = shipped.open("banxin-biaosong")
    gid = face.glyph(ord("卜"))
    extents = face.hb_font.get_glyph_extents(gid)
    assert face.ink_box(gid)[2] < (extents.x_bearing + extents.width) / 1000 - 0.1


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        ([0, 10, 0], [5]),
        ([0, 5, 10], []),
        ([0, 0, 0], []),
        ([0, 10, 10, 0], [7.5]),
        ([0, 5, 5, 10], []),
        ([0, 20, 20, 20], []),
    ],
)
def test_extremes(curve: list[float], expected: list[float]) -> None:
    assert list(_extremes(curve)) == pytest.approx(expected)
