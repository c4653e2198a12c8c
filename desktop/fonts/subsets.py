"""Subsets for documents that are written again and again, each with few glyphs more or fewer than before.

A subset is kept while the very same glyphs are asked for. Where they change, the new one is cut from a pool of the
face's likely glyphs: HarfBuzz takes longest over a face's thirty thousand glyphs, not over the seven hundred wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.fonts.subset import FaceSubset, Pool, make_pool, subset_face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.fonts.face import Face

_COMMON_ROWS = range(0xB0, 0xD8)
"""First bytes of the 3,755 most common hanzi, which make up over 99 % of running text (GB 2312-80, level 1)."""

_MISSES = 3
"""Subsets that needed a glyph outside the pool, before it is made anew with all that was asked for."""


class Subsets:
    """Cuts faces down; the same face and glyphs give the same bytes whatever was asked before.

    One document is written at a time: not for several threads at once.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def subset(self, face: Face, glyphs: Iterable[int]) -> FaceSubset:
        """Return a face cut down to the given glyphs and .notdef.

        Raises:
            FontError: the font forbids embedding, or has no outlines that a PDF can hold.
        """
        wanted = frozenset((0, *glyphs))
        kept = self._kept.get(face.id)
        if kept is None or kept.face is not face:
            kept = self._kept[face.id] = _Kept(face, wanted, subset_face(face, wanted))
        elif wanted != kept.wanted:
            kept.change(wanted)
        return kept.part


class _Kept(Struct):
    """A face's last subset, and the pool that the next one is cut from."""

    face: Face
    wanted: frozenset[int]
    part: FaceSubset
    pool: Pool | None = None
    pooled: bool = True
    """False for a face whose pool gives other bytes than the face itself: none is known, but fonts are many."""
    missed: frozenset[int] = frozenset()
    """What was asked for beyond the pool."""
    misses: int = 0

    def change(self, wanted: frozenset[int]) -> None:
        """Take other glyphs."""
        if self.pool is None and self.pooled:
            self._fill(wanted)
        if self.pool is not None and wanted <= self.pool.places.keys():
            self.part = self.pool.subset(self.face, wanted)
        else:
            self._miss(wanted)
        self.wanted = wanted

    def _miss(self, wanted: frozenset[int]) -> None:
        self.part = subset_face(self.face, wanted)
        if self.pool is None:
            return
        self.missed |= wanted - self.pool.places.keys()
        self.misses += 1
        if self.misses == _MISSES:
            self.pool, self.misses = None, 0

    def _fill(self, wanted: frozenset[int]) -> None:
        """Make the pool, and see that the subset at hand comes out of it byte for byte."""
        self.pool = make_pool(self.face, self.wanted | wanted | self.missed | _common_glyphs(self.face))
        self.pooled = self.pool.subset(self.face, self.wanted) == self.part
        if not self.pooled:
            self.pool = None


def _common_glyphs(face: Face) -> frozenset[int]:
    rows = (bytes((row, cell)).decode("gb2312", "ignore") for row in _COMMON_ROWS for cell in range(0xA1, 0xFF))
    return frozenset(face.glyph(ord(char)) for char in rows if char)
