"""Faces → Type0 fonts with Identity-H (PDF 32000-1, 9.7): one subset and one font object for each face.

CFF outlines go in bare as CIDFontType0C, and the code written is the CID; glyf outlines go in with their glyph ids
kept, as CIDFontType2 with an identity map. ToUnicode (9.10.3) tells the text of each glyph; one that stands for
several texts is written in several fonts, which share the subset and differ in nothing but their ToUnicode.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from desktop.display import GlyphRun
from desktop.pdf.objects import PDFArray, PDFDictionary, PDFName, PDFString, number, stream
from desktop.pdf.text import Codes, Saying, is_simple, marks_of, parts_of, saying

if TYPE_CHECKING:
    from desktop.fonts import Face, FaceSubset

_ENTRIES_PER_BLOCK = 100  # a CMap may not hold more in one bfchar block (PDF 32000-1, 9.10.3)
_SYMBOLIC = 4  # font flags, PDF 32000-1, table 123: the glyphs are not those of the standard Latin set


class FaceUse(Struct):
    """The glyphs of one face that a document shows, and what they stand for."""

    levels: list[dict[int, str]] = field(default_factory=lambda: [{}])
    """The texts of glyphs by font: the first holds what a glyph stands for first, the others what it stands for too."""
    further: dict[Saying, int] = field(default_factory=dict)
    """The level of glyphs whose text the first one does not tell."""
    odd: set[str] = field(default_factory=set)
    """Characters that stand in ActualText."""

    def add(self, run: GlyphRun) -> None:
        """Count a run in."""
        if is_simple(run):
            first = self.levels[0]
            for gid, char in zip(run.gids, run.text, strict=True):
                if first.setdefault(gid, char) != char:
                    self._tell(((gid, char),))
            return
        for start, end, text in parts_of(run):
            self._tell(saying(run.gids[start:end], text))
        for _, text in marks_of(run).values():
            self.odd.update(text)

    def _tell(self, said: Saying) -> None:
        """Put glyphs that go together into one level, the first whose texts they do not contradict."""
        if said in self.further:
            return
        fits = (at for at, level in enumerate(self.levels) if all(level.get(gid, text) == text for gid, text in said))
        level = next(fits, len(self.levels))
        if level == len(self.levels):
            self.levels.append({})
        self.levels[level].update(said)
        if level:
            self.further[said] = level


def collect_uses(runs: Iterable[GlyphRun]) -> dict[str, FaceUse]:
    """Return the uses of each face, in the order of first appearance."""
    uses: dict[str, FaceUse] = {}
    for run in runs:
        uses.setdefault(run.face, FaceUse()).add(run)
    return uses


class EmbeddedFont(Struct, frozen=True):
    """Font objects by resource name, and how the text operators write their glyphs."""

    codes: Codes
    fonts: dict[str, Any]


def embed_face(
    face: Face, use: FaceUse, resource: str, document: Any, subset: Callable[[Face, Collection[int]], FaceSubset]
) -> EmbeddedFont:
    """Add a face's subset to the document; a glyph with several texts is in several fonts of the one subset.

    Raises:
        FontError: The face does not allow embedding, or cannot be cut down.
    """
    levels = use.levels
    glyphs = sorted({gid for level in levels for gid in level})
    part = subset(face, glyphs)
    code_of = {gid: part.code(gid) for gid in glyphs}
    written = {gid: f"{code:04X}" for gid, code in code_of.items()}
    widths = {gid: round(part.widths.get(code, 1000.0), 4) for gid, code in code_of.items()}
    names = (resource, *(f"{resource}.{at}" for at in range(1, len(levels))))
    document.updateSignature(part.program)
    descendant = document.Reference(_descendant(part, {code: widths[gid] for gid, code in code_of.items()}, document))
    told = [{code_of[gid]: text for gid, text in level.items()} for level in levels]
    fonts = {
        name: _type0(part, descendant, to_unicode(says, use.odd), document)
        for name, says in zip(names, told, strict=True)
    }
    return EmbeddedFont(Codes(names, written, widths, levels[0], use.further), fonts)


def _descendant(part: FaceSubset, widths: Mapping[int, float], document: Any) -> Any:
    """Return the CIDFont dictionary (PDF 32000-1, 9.7.4)."""
    cff = part.kind == "cff"
    base = _base_name(part)
    entries = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0" if cff else "CIDFontType2"),
        "BaseFont": PDFName(base),
        "CIDSystemInfo": _collection(part),
        "FontDescriptor": document.Reference(_descriptor(part, base, document)),
        "DW": 1000,
        "W": _width_array(widths),
    }
    if not cff:
        entries["CIDToGIDMap"] = PDFName("Identity")
    return PDFDictionary(entries)


def _base_name(part: FaceSubset) -> str:
    return f"{part.tag}+{part.postscript_name}"


def _type0(part: FaceSubset, descendant: Any, cmap: bytes, document: Any) -> Any:
    """Return the Type0 font dictionary (PDF 32000-1, 9.7.6.1)."""
    base = _base_name(part)
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(f"{base}-Identity-H" if part.kind == "cff" else base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([descendant]),
            "ToUnicode": document.Reference(stream(cmap, {})),
        }
    )


def _collection(part: FaceSubset) -> Any:
    """Return the character collection (PDF 32000-1, 9.7.3)."""
    names = {"Registry": PDFString(part.registry), "Ordering": PDFString(part.ordering)}
    return PDFDictionary({**names, "Supplement": part.supplement})


def _descriptor(part: FaceSubset, base: str, document: Any) -> Any:
    """Return the font descriptor with the font program (PDF 32000-1, 9.8 and 9.9)."""
    cff = part.kind == "cff"
    entries: dict[str, object] = {"Subtype": PDFName("CIDFontType0C")} if cff else {"Length1": len(part.program)}
    program = document.Reference(stream(part.program, entries))
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": "[" + " ".join(number(value) for value in part.bbox) + "]",
            "ItalicAngle": part.italic_angle,
            "Ascent": part.ascent,
            "Descent": part.descent,
            "CapHeight": part.cap_height,
            "StemV": part.stem_v,
            "FontFile3" if cff else "FontFile2": program,
        }
    )


def _width_array(widths: Mapping[int, float]) -> str:
    """Return the W array (PDF 32000-1, 9.7.4.3): runs of codes whose width is not the default of one em."""
    parts: list[str] = []
    last = -2
    for code in sorted(code for code, width in widths.items() if width != 1000):
        if code != last + 1:
            parts.append(f"]{code}[")
        parts.append(number(widths[code]) + " ")
        last = code
    return "[" + "".join(parts).removeprefix("]") + ("]]" if parts else "]")


def to_unicode(told: Mapping[int, str], odd: Iterable[str] = ()) -> bytes:
    """Return the ToUnicode CMap (PDF 32000-1, 9.10.3), texts in UTF-16BE.

    ``odd`` are characters that only ActualText brings in. pdfium follows ActualText only where the font knows one of
    its characters, so they are given codes of their own, which no text uses.
    """
    entries = {code: text for code, text in told.items() if text}
    known = set(entries.values())
    free = (code for code in range(0xFFFF, 0, -1) if code not in told)
    entries.update((next(free), char) for char in sorted(set(odd) - known))
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange",
    ]
    pairs = [
        f"<{code:04X}><{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, text in sorted(entries.items())
    ]
    for start in range(0, len(pairs), _ENTRIES_PER_BLOCK):
        block = pairs[start : start + _ENTRIES_PER_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return "\n".join(lines).encode("ascii")
