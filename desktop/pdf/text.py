"""What glyphs say: the text of each code (PDF 32000-1, 9.10), alone, with its neighbours, or in marks beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.display import GlyphRun

_LAST_BMP = "\uffff"
# Combining accents and voicing marks, joiners and directions, variation selectors.
_CLINGING = re.compile(
    "[\u0300-\u036f\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3099\u309a\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)


SILENT = "\0"
"""What a glyph says that adds nothing to its neighbour; readers leave it out, but take a code without text for an
index into some character collection."""

Saying = tuple[tuple[int, str], ...]
"""Glyphs that go together, each with what its code says."""


class Codes(Struct, frozen=True):
    """How a face's glyphs are written: code in hexadecimal and width in 1/1000 em by glyph id.

    ToUnicode gives a code one text (PDF 32000-1, 9.10.3). A glyph that stands for several is written in as many fonts
    of the same glyphs and codes: ``resources`` are their names, ``text`` is what the first says of a glyph, and
    ``further`` the font that says something else.
    """

    resources: tuple[str, ...]
    written: dict[int, str]
    widths: dict[int, float]
    text: dict[int, str]
    further: dict[Saying, int]

    def fonts_of(self, run: GlyphRun) -> dict[int, int]:
        """Return the fonts of a run's glyphs, by their index, that the first does not tell right."""
        if not self.further:
            return {}
        if is_simple(run):
            known = self.text
            pairs = enumerate(zip(run.gids, run.text, strict=True))
            return {at: self.further[((gid, char),)] for at, (gid, char) in pairs if known.get(gid) != char}
        fonts: dict[int, int] = {}
        for first, end, text in parts_of(run):
            font = self.further.get(saying(run.gids[first:end], text), 0)
            fonts.update((at, font) for at in range(first, end) if font)
        return fonts


def is_simple(run: GlyphRun) -> bool:
    """Tell whether every glyph stands for one character, independent of the others: the common case."""
    return run.is_plain and not _CLINGING.search(run.text)


def parts_of(run: GlyphRun) -> Iterator[tuple[int, int, str]]:
    """Yield the run's parts, what clings to the character before it (a variation selector) together with that.

    Glyphs without ink are passed over by pdfium where they stand alone in a string, so that they need its company.
    """
    held: tuple[int, int, str] | None = None
    for first, end, text in run.parts():
        if held is not None and _CLINGING.match(text):
            held = (held[0], end, held[2] + text)
            continue
        if held is not None:
            yield held
        held = (first, end, text)
    if held is not None:
        yield held


def saying(gids: Sequence[int], text: str) -> Saying:
    """Return what the glyphs of a cluster say.

    Of a cluster with as many characters as glyphs or more, each glyph says one, and the last the rest. Where glyphs
    are more, or one glyph would have to say several things, the first says all.
    """
    texts = (text, *[""] * (len(gids) - 1)) if _needs_mark(gids, text) else _shared(gids, text)
    return tuple((gid, part or SILENT) for gid, part in zip(gids, texts, strict=True))


def _needs_mark(gids: Sequence[int], text: str) -> bool:
    """Tell whether a cluster's glyphs cannot say its text by themselves: too many, or one for several characters.

    Of accents over each other that the face has not, each is its box.
    """
    if len(gids) > len(text):
        return True
    return len(gids) > 1 and len(set(gids)) < len(set(zip(gids, _shared(gids, text), strict=True)))


def _shared(gids: Sequence[int], text: str) -> tuple[str, ...]:
    last = len(gids) - 1
    return (*text[:last], text[last:])


def marks_of(run: GlyphRun) -> dict[int, tuple[int, str]]:
    """Return ``{first glyph: (end glyph, text)}`` of clusters that their glyphs cannot say, for ActualText.

    pdfium drops what is above U+FFFF from ActualText: there ToUnicode alone tells it.
    """
    if is_simple(run):
        return {}
    return {
        first: (end, text)
        for first, end, text in parts_of(run)
        if text and _needs_mark(run.gids[first:end], text) and max(text) <= _LAST_BMP
    }


def actual_text(text: str) -> str:
    """Return the opening of a marked sequence that says what its glyphs stand for (PDF 32000-1, 14.9.4)."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>>>BDC"
