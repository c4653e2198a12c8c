"""The few facts of a CFF table that embedding in a PDF needs (Adobe Technical Note 5176; ISO 32000-1, 9.7.4.2).

Only for subsets: the charset of a whole Chinese font has some ten thousand entries.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_STANDARD_STRINGS = 391
_CHARSET, _CHAR_STRINGS, _ROS = 15, 17, 0x0C00 | 30
_ADOBE, _IDENTITY = "Adobe", "Identity"


class CffCodes(Struct, frozen=True):
    """How a viewer finds the glyphs of a bare CFF table."""

    registry: str
    ordering: str
    supplement: int
    cids: tuple[int, ...] | None
    """CID by glyph index; None in a font that is not CID-keyed, whose codes are the glyph indices themselves."""


def read_codes(cff: bytes) -> CffCodes:
    """Read character collection and charset of the first font of a CFF table."""
    _names, at = _index(cff, cff[2])  # after a header of that size
    top_dicts, at = _index(cff, at)
    strings, _ = _index(cff, at)
    top = _dictionary(top_dicts[0])
    if _ROS not in top:
        return CffCodes(_ADOBE, _IDENTITY, 0, None)
    registry, ordering, supplement = top[_ROS]
    count = struct.unpack_from(">H", cff, top[_CHAR_STRINGS][0])[0]
    offset = top.get(_CHARSET, (0,))[0]
    return CffCodes(
        _string(strings, registry, _ADOBE),
        _string(strings, ordering, _IDENTITY),
        supplement,
        _charset(cff, offset, count),
    )


def _index(cff: bytes, at: int) -> tuple[list[bytes], int]:
    """Return the objects of the INDEX that starts at a position, and where it ends (section 5)."""
    count = struct.unpack_from(">H", cff, at)[0]
    if not count:
        return [], at + 2
    size = cff[at + 2]
    ends = [int.from_bytes(cff[at + 3 + size * i : at + 3 + size * (i + 1)], "big") for i in range(count + 1)]
    base = at + 2 + size * (count + 1)  # offsets count from the byte before the data
    return [cff[base + a : base + b] for a, b in pairwise(ends)], base + ends[-1]


def _dictionary(data: bytes) -> dict[int, tuple[int, ...]]:
    """Return a DICT's operands by operator, escaped ones as 0x0C00 | second byte (section 4)."""
    found: dict[int, tuple[int, ...]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            escaped = first == 12
            found[0x0C00 | data[at + 1] if escaped else first] = tuple(operands)
            operands = []
            at += 2 if escaped else 1
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return found


def _operand(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at a position and the position after it; a real number counts as 0, we read none."""
    first = data[at]
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 29:
        return struct.unpack_from(">i", data, at + 1)[0], at + 5
    if first == 30:
        end = at + 1
        while data[end] & 0x0F != 0x0F:
            end += 1
        return 0, end + 1
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2


def _string(strings: list[bytes], number: int, default: str) -> str:
    """Return a string by its SID; no collection is named by a standard string."""
    at = number - _STANDARD_STRINGS
    return strings[at].decode("ascii", "replace") if 0 <= at < len(strings) else default


def _charset(cff: bytes, offset: int, count: int) -> tuple[int, ...]:
    """Return the CID of each glyph (section 13); glyph 0 is always CID 0."""
    if offset <= 2:
        return tuple(range(count))  # a predefined charset means nothing to CIDs: they are the glyph indices
    if cff[offset] == 0:
        return (0, *struct.unpack_from(f">{count - 1}H", cff, offset + 1))
    form = ">HB" if cff[offset] == 1 else ">HH"
    return (0, *_ranges(cff, offset + 1, form, count - 1))


def _ranges(cff: bytes, at: int, form: str, count: int) -> Iterator[int]:
    """Yield the CIDs of ranges: a first CID and how many follow it."""
    while count > 0:
        first, left = struct.unpack_from(form, cff, at)
        at += struct.calcsize(form)
        yield from range(first, first + min(left + 1, count))
        count -= left + 1
