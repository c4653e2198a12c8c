"""Small sfnt tables read in Python: head, OS/2 and post (OpenType 1.9). All numbers are big-endian.

A table that is absent or cut short gives the value the specification or custom names as default: fonts in the wild
lack some, and a missing italic angle is no reason to refuse one.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import uharfbuzz as hb

OUTLINES = frozenset(("glyf", "CFF ", "CFF2"))
"""The tables that hold outlines, one of which a face needs."""

_RESTRICTED, _LESS_RESTRICTED = 0x0002, 0x000C
_NO_SUBSETTING, _BITMAP_ONLY = 0x0100, 0x0200


class Style(Struct, frozen=True):
    """What the OS/2, head and post tables say of the whole face; lengths in font units, y up."""

    weight: int
    fs_type: int
    cap_height: int | None
    """None in fonts with an OS/2 table older than version 2."""
    box: tuple[int, int, int, int]
    """head xMin, yMin, xMax, yMax: encloses the ink of all glyphs."""
    italic_angle: float
    """Degrees counter-clockwise from upright; forward slant is negative."""


def table(face: hb.Face, tag: str) -> bytes:
    """Return a table's bytes, empty when the face lacks it."""
    return bytes(face.reference_table(tag).data)


def read_style(face: hb.Face) -> Style:
    """Read the three tables of a face."""
    os2, head, post = table(face, "OS/2"), table(face, "head"), table(face, "post")
    return Style(
        weight=_number(">H", os2, 4, 400),
        fs_type=_number(">H", os2, 8, 0),
        cap_height=_number(">h", os2, 88, 0) or None if _number(">H", os2, 0, 0) >= 2 else None,
        box=struct.unpack_from(">4h", head, 36) if len(head) >= 44 else (0, 0, 0, 0),
        italic_angle=_number(">i", post, 4, 0) / 65536,
    )


def may_embed(fs_type: int) -> bool:
    """Tell whether a subset may be embedded (OpenType, OS/2 fsType).

    Of several usage bits, which old fonts set, the least restrictive holds. We always embed subsets, so a font that
    forbids subsetting is one we cannot embed.
    """
    if fs_type & (_NO_SUBSETTING | _BITMAP_ONLY):
        return False
    return not fs_type & _RESTRICTED or bool(fs_type & _LESS_RESTRICTED)


def _number(form: str, data: bytes, at: int, default: int) -> int:
    if len(data) < at + struct.calcsize(form):
        return default
    value: int = struct.unpack_from(form, data, at)[0]
    return value
