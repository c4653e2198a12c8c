"""One opened face: a static sfnt and quick answers about its glyphs."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.errors import FontError
from desktop.fonts.outline import ink_box
from desktop.fonts.tables import Style, may_embed, read_style

if TYPE_CHECKING:
    from pathlib import Path

    import uharfbuzz as hb

    from desktop.fonts.info import FaceInfo

_NO_INK = (0.0, 0.0, 0.0, 0.0)


class Face:
    """One static sfnt with one face, mapped into memory.

    Lengths are in em as floats, y up from the baseline. Reading is safe from several threads.
    """

    def __init__(self, info: FaceInfo, blob: hb.Blob) -> None:
        import uharfbuzz as hb

        self.info = info
        self._blob = blob
        self.hb_face: hb.Face = hb.Face(blob)
        self.hb_font: hb.Font = hb.Font(self.hb_face)
        self.glyph_count: int = self.hb_face.glyph_count
        if not self.glyph_count:
            raise FontError("{path} is not a font that can be read; choose another face.", path=info.path)
        self.units_per_em: int = self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascender: float = extents.ascender / self.units_per_em
        self.descender: float = extents.descender / self.units_per_em
        self.is_cff: bool = "CFF " in self.hb_face.table_tags
        self._vertical: dict[str, bool] = {}
        self._glyphs: dict[int, int] = {}
        self._advances: dict[int, float] = {}
        self._boxes: dict[int, tuple[float, float, float, float]] = {}

    def __repr__(self) -> str:
        return f"Face({self.id!r})"

    @property
    def id(self) -> str:
        """The id under which a library opens this face."""
        return self.info.id

    @property
    def data(self) -> bytes:
        """The sfnt's bytes, copied out of the map at each call: megabytes that nobody needs twice."""
        content: bytes = self._blob.data
        return content

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the sfnt, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def style(self) -> Style:
        """What the tables say of the whole face."""
        return read_style(self.hb_face)

    @cached_property
    def has_traditional_forms(self) -> bool:
        """Whether the face draws Chinese otherwise in Traditional text (a ZHT language system with its locl)."""
        scripts = self.hb_face.get_table_script_tags("GSUB")
        return any(
            "ZHT" in tag for at in range(len(scripts)) for tag in self.hb_face.get_script_language_tags("GSUB", at)
        )

    @property
    def embedding_allowed(self) -> bool:
        """Whether the font's licence bits let a subset be embedded."""
        return may_embed(self.style.fs_type)

    def glyph(self, code_point: int) -> int:
        """Return the nominal glyph of a character, 0 when the face lacks it."""
        gid = self._glyphs.get(code_point)
        if gid is None:
            gid = self._glyphs[code_point] = self.hb_font.get_nominal_glyph(code_point) or 0
        return gid

    def has(self, code_point: int) -> bool:
        """Tell whether the face maps a character."""
        return self.glyph(code_point) != 0

    def advance(self, gid: int) -> float:
        """Return a glyph's horizontal advance in em."""
        advance = self._advances.get(gid)
        if advance is None:
            advance = self._advances[gid] = self.hb_font.get_glyph_h_advance(gid) / self.units_per_em
        return advance

    def ink_box(self, gid: int) -> tuple[float, float, float, float]:
        """Return x_min, y_min, x_max, y_max of a glyph's ink in em; all 0 when it has none."""
        box = self._boxes.get(gid)
        if box is None:
            box = self._boxes[gid] = self._measure(gid)
        return box

    def has_vertical_form(self, text: str) -> bool:
        """Tell whether the face draws a mark (or a dash of two) otherwise in vertical setting than in a line."""
        found = self._vertical.get(text)
        if found is None:
            found = self._vertical[text] = self._shown(text, "ttb") != self._shown(text, "ltr")
        return found

    def _shown(self, text: str, direction: str) -> list[int]:
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = direction, "Hani", "zh-hans"
        hb.shape(self.hb_font, buffer)
        return [info.codepoint for info in buffer.glyph_infos]

    def _measure(self, gid: int) -> tuple[float, float, float, float]:
        box = ink_box(self.hb_font, gid)
        if box is None:
            return _NO_INK
        em = self.units_per_em
        return box[0] / em, box[1] / em, box[2] / em, box[3] / em


def map_file(path: Path) -> hb.Blob:
    """Map a file into memory for HarfBuzz.

    Raises:
        FontError: the file cannot be opened.
    """
    import uharfbuzz as hb

    try:
        if sys.platform == "win32" and not os.fspath(path).isascii():
            # HarfBuzz widens the name with mbstowcs, which loses a user's Chinese folder names.
            return hb.Blob(path.read_bytes())
        return hb.Blob.from_file_path(os.fspath(path))
    except (OSError, hb.HarfBuzzError) as problem:
        raise FontError("The font file {path} cannot be opened; is it still there?", path=path) from problem
