"""The few facts of a JPEG file that decide how a PDF takes it (ITU T.81, B.2; Adobe technical note 5116)."""

from __future__ import annotations

from msgspec import Struct

_SOI = b"\xff\xd8"
_ADOBE, _SCAN = 0xEE, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15 without DHT, JPG and DAC
_PDF_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive: what DCTDecode takes (7.4.8)
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


class JpegFrame(Struct, frozen=True):
    """What the frame header says. ``adobe`` tells of Adobe's marker: its CMYK is stored inverted."""

    width: int
    height: int
    components: int
    adobe: bool
    plain: bool
    """Whether a PDF may hold the file as it is: 8 bits, a coding that DCTDecode knows."""


def read_frame(data: bytes) -> JpegFrame | None:
    """Return the frame of a JPEG file, None for other bytes."""
    if not data.startswith(_SOI):
        return None
    at, adobe, frame = 2, False, None
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            break
        body = data[at + 4 : at + 2 + length]
        adobe = adobe or (marker == _ADOBE and body.startswith(b"Adobe"))
        if marker in _FRAMES and len(body) >= 6:
            frame = (marker, body)
        at += 2 + length
    return _frame(*frame, adobe) if frame else None


def _frame(marker: int, body: bytes, adobe: bool) -> JpegFrame:
    height, width = int.from_bytes(body[1:3]), int.from_bytes(body[3:5])
    plain = marker in _PDF_FRAMES and body[0] == 8 and height > 0 and body[5] in {1, 3, 4}
    return JpegFrame(width, height, body[5], adobe, plain)


def is_inverted_twice(data: bytes, mode: str) -> bool:
    """Tell whether Pillow turned CMYK values that were not inverted: it takes every CMYK JPEG for one of Adobe's."""
    if mode != "CMYK":
        return False
    frame = read_frame(data)
    return frame is not None and not frame.adobe
