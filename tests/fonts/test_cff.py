from __future__ import annotations

import io
import struct

import pytest
from fontTools.cffLib import CFFFontSet

from desktop.fonts import FaceLibrary, subset_face
from desktop.fonts.cff import read_codes


def index(*objects: bytes) -> bytes:
    if not objects:
        return b"\0\0"
    ends = [1]
    for item in objects:
        ends.append(ends[-1] + len(item))
    return struct.pack(">HB", len(objects), 2) + struct.pack(f">{len(ends)}H", *ends) + b"".join(objects)


def integer(value: int) -> bytes:
    return b"\x1d" + struct.pack(">i", value)


def font(charset: bytes | None, count: int, *, ros: tuple[int, int, int] | None = (391, 392, 5)) -> bytes:
    """Make as much of a CFF table as tells CIDs: header, INDEXes, charset, CharStrings."""

    def top(charset_at: int, strings_at: int) -> bytes:
        first = b"".join(integer(value) for value in ros) + b"\x0c\x1e" if ros else b""
        box = b"\x1c\xff\x38" + b"\xef" + b"\xf7\x00" + b"\xfb\x00" + b"\x05"  # FontBBox in every short form
        return (
            first
            + box
            + b"\x1e\x0a\x14\x05\x4f\x0c\x02"
            + integer(charset_at)
            + b"\x0f"
            + integer(strings_at)
            + b"\x11"
        )

    head = b"\1\0\4\2" + index(b"Name")
    strings = index(b"Adobe", b"GB1") + index()
    size = len(head) + len(index(top(0, 0))) + len(strings)
    place = size if charset is not None else 0
    return head + index(top(place, size + len(charset or b""))) + strings + (charset or b"") + index(*[b"\x0e"] * count)


def test_format_0_lists_cids() -> None:
    told = read_codes(font(b"\0" + struct.pack(">3H", 7, 9, 40000), 4))
    assert told.cids == (0, 7, 9, 40000)
    assert (told.registry, told.ordering, told.supplement) == ("Adobe", "GB1", 5)


def test_format_1_gives_short_ranges() -> None:
    assert read_codes(font(b"\1" + struct.pack(">HBHB", 5, 2, 100, 0), 5)).cids == (0, 5, 6, 7, 100)


def test_format_2_gives_long_ranges() -> None:
    cids = read_codes(font(b"\2" + struct.pack(">HHHH", 5, 299, 1000, 9), 306)).cids
    assert cids == (0, *range(5, 305), *range(1000, 1005))


def test_no_charset_means_identity() -> None:
    assert read_codes(font(None, 3)).cids == (0, 1, 2)


def test_a_font_without_ros_has_no_cids() -> None:
    assert read_codes(font(b"\0" + struct.pack(">2H", 1, 2), 3, ros=None)).cids is None


@pytest.mark.parametrize("face_id", ["banxin-song", "banxin-hei"])
def test_agrees_with_fonttools_on_a_real_subset(shipped: FaceLibrary, face_id: str) -> None:
    face = shipped.open(face_id)
    program = subset_face(face, range(0, 30000, 37)).program
    oracle = CFFFontSet()
    oracle.decompile(io.BytesIO(program), None)
    names = oracle[0].getGlyphOrder()
    assert read_codes(program).cids == tuple(int(name[3:]) if name != ".notdef" else 0 for name in names)
