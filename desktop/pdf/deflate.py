"""Bytes → a zlib stream (RFC 1950, 1951), deflated in pieces that are kept from one file to the next.

A stream of a file that is written again differs in few places from the one before. Its content is cut where the
content itself has a certain look, not every so many bytes, so that a change leaves all pieces but its own as they
were. The stream hangs on the content alone: what was kept saves work and changes nothing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

PROGRAM = re.compile(rb"\x0e[\x00-\x3f]")
"""In font programs: now and then behind the end of a glyph (endchar, Adobe Technical Note 5177)."""

OPERATORS = re.compile(rb"[37] Tm\n")
"""In a page's content: behind some of the places where a line of text begins."""

_LEAST, _MOST = 8192, 32_768
"""Bytes in a piece. Smaller ones would deflate clearly worse; a deflated stream looks back 32,768 bytes at most."""

_HEADER, _END = b"\x78\x9c", b"\x03\x00"
"""The usual window and level (RFC 1950, 2.2), and a last block with nothing in it (RFC 1951, 3.2.3)."""


class Deflater:
    """Deflates streams, keeping pieces until a file was written without them."""

    def __init__(self) -> None:
        self._kept: dict[bytes, bytes] = {}
        self._used: dict[bytes, bytes] = {}

    def deflate(self, content: bytes, border: re.Pattern[bytes] = PROGRAM) -> bytes:
        """Return the content as a zlib stream; ``border`` matches where it may be cut."""
        whole = self._find(content)
        if whole is None:
            pieces = [self._piece(piece) for piece in _pieces(content, border)]
            whole = b"".join((_HEADER, *pieces, _END, zlib.adler32(content).to_bytes(4, "big")))
        self._used[content] = whole
        return whole

    def _find(self, content: bytes) -> bytes | None:
        return self._used.get(content) or self._kept.get(content)

    def _piece(self, piece: bytes) -> bytes:
        """Return a piece deflated by itself, up to a whole byte."""
        key = b"piece" + piece
        deflated = self._find(key)
        if deflated is None:
            deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            deflated = deflater.compress(piece) + deflater.flush(zlib.Z_SYNC_FLUSH)
        self._used[key] = deflated
        return deflated

    def end_file(self) -> None:
        """Drop what was not used since the last file's end."""
        self._kept, self._used = self._used, {}


def _pieces(content: bytes, border: re.Pattern[bytes]) -> Iterator[bytes]:
    start = 0
    while len(content) - start > _MOST // 2:
        found = border.search(content, start + _LEAST, start + _MOST)
        end = found.end() if found else min(start + _MOST, len(content))
        yield content[start:end]
        start = end
    yield content[start:]
