"""Faces → Type0 fonts with Identity-H (PDF 32000-1, 9.7): one subset and one font object for each face.

CFF outlines go in bare as CIDFontType0C, and the code written is the CID; glyf outlines go in with their glyph ids
kept, as CIDFontType2 with an identity map. ToUnicode (9.10.3) tells the text of each glyph; one that stands for
several texts is written in several fonts, which share the subset and differ in nothing but their ToUnicode.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from desktop.display import GlyphRun
from desktop.pdf.deflate import Deflater
from desktop.pdf.memory import RunMemory
from desktop.pdf.objects import PDFArray, PDFDictionary, PDFName, PDFString, deflated, number
from desktop.pdf.text import Codes, Saying, is_simple, marks_of, parts_of, saying

if TYPE_CHECKING:
    from desktop.fonts import Face, FaceSubset, Subsets

_ENTRIES_PER_BLOCK = 100  # a CMap may not hold more in one bfchar block (PDF 32000-1, 9.10.3)
_SYMBOLIC = 4  # font flags, PDF 32000-1, table 123: the glyphs are not those of the standard Latin set


class FaceUse(Struct):
    """The glyphs of one face that a document shows, and what they stand for."""

    said: dict[Saying, None] = field(default_factory=dict)
    """What glyphs say, alone or together, in the order of first appearance."""
    odd: set[str] = field(default_factory=set)
    """Characters that stand in ActualText."""

    def levels(self) -> tuple[list[dict[int, str]], dict[Saying, int]]:
        """Return the texts of glyphs by font, and the fonts of what the first one does not tell right.

        Glyphs that go together come into one font, the first whose texts they do not contradict.
        """
        first: dict[int, str] = {}
        levels = [first]
        further: dict[Saying, int] = {}
        for said in self.said:
            if len(said) == 1 and first.setdefault(*said[0]) == said[0][1]:
                continue
            fits = (at for at, level in enumerate(levels) if all(level.get(gid, text) == text for gid, text in said))
            level = next(fits, len(levels))
            if level == len(levels):
                levels.append({})
            levels[level].update(said)
            if level:
                further[said] = level
        return levels, further


class UseCollector:
    """Collects the uses of faces in document after document, looking at a run once as long as it is written."""

    def __init__(self) -> None:
        self._kept = RunMemory[tuple[dict[Saying, None], str]]()

    def collect(self, runs: Iterable[GlyphRun]) -> dict[str, FaceUse]:
        """Return the use of each face, in the order of first appearance."""
        uses: dict[str, FaceUse] = {}
        for run in runs:
            said, odd = self._kept.find(run) or self._kept.keep(run, _said(run))
            use = uses.get(run.face)
            if use is None:
                use = uses[run.face] = FaceUse()
            use.said.update(said)
            use.odd.update(odd)
        self._kept.end_file()
        return uses


def _said(run: GlyphRun) -> tuple[dict[Saying, None], str]:
    """Return what a run's glyphs say, in order, and the characters that stand in ActualText."""
    if is_simple(run):
        return dict.fromkeys(zip(zip(run.gids, run.text, strict=True))), ""
    said = {saying(run.gids[start:end], text): None for start, end, text in parts_of(run)}
    return said, "".join(text for _, text in marks_of(run).values())


class EmbeddedFont(Struct, frozen=True):
    """Font objects by resource name, and how the text operators write their glyphs."""

    codes: Codes
    fonts: dict[str, Any]


class FaceEmbedder:
    """Embeds one face in document after document, keeping what is the same in all of them.

    Raises, when asked to embed:
        FontError: The face does not allow embedding, or cannot be cut down.
    """

    def __init__(self, face: Face, subsets: Subsets, deflater: Deflater) -> None:
        self._face, self._subsets, self._deflater = face, subsets, deflater
        self._part: FaceSubset | None = None
        self._written: dict[int, str] = {}
        self._widths: dict[int, float] = {}
        self._told: dict[int, tuple[Mapping[int, str], frozenset[str], bytes]] = {}

    def embed(self, use: FaceUse, resource: str, document: Any) -> EmbeddedFont:
        """Add the face's subset to a document; a glyph with several texts is in several fonts of the one subset."""
        levels, further = use.levels()
        part = self._cut({gid for level in levels for gid in level})
        document.updateSignature(part.digest)
        names = (resource, *(f"{resource}.{at}" for at in range(1, len(levels))))
        descendant = document.Reference(_descendant(part, self._program(part), document))
        fonts = {
            name: _type0(part, descendant, self._cmap(at, levels[at], use.odd, part), document)
            for at, name in enumerate(names)
        }
        return EmbeddedFont(Codes(names, self._written, self._widths, levels[0], further), fonts)

    def _cut(self, glyphs: Collection[int]) -> FaceSubset:
        """Cut the face down; the table of codes stays the same object as long as no glyph gets another code."""
        part = self._subsets.subset(self._face, glyphs)
        if part is not self._part:
            codes = {gid: f"{code:04X}" for gid, code in part.codes.items()}
            if any(self._written.get(gid, code) != code for gid, code in codes.items()):
                self._written, self._widths = {}, {}
            self._written.update(codes)
            self._widths.update((gid, part.widths[code]) for gid, code in part.codes.items())
            self._part = part
        return part

    def _program(self, part: FaceSubset) -> Any:
        """Return the font file stream (PDF 32000-1, 9.9)."""
        cff = part.kind == "cff"
        entries: dict[str, object] = {"Subtype": PDFName("CIDFontType0C")} if cff else {"Length1": len(part.program)}
        return deflated(self._deflater.deflate(part.program), entries)

    def _cmap(self, at: int, said: Mapping[int, str], odd: Collection[str], part: FaceSubset) -> Any:
        """Return the stream of a font's ToUnicode CMap."""
        told = {part.codes[gid]: text for gid, text in said.items()}
        kept = self._told.get(at)
        if kept is None or kept[:2] != (told, odd):
            kept = self._told[at] = (told, frozenset(odd), to_unicode(told, odd))
        return deflated(self._deflater.deflate(kept[2]), {})


def _descendant(part: FaceSubset, program: Any, document: Any) -> Any:
    """Return the CIDFont dictionary (PDF 32000-1, 9.7.4)."""
    cff = part.kind == "cff"
    base = _base_name(part)
    entries = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0" if cff else "CIDFontType2"),
        "BaseFont": PDFName(base),
        "CIDSystemInfo": _collection(part),
        "FontDescriptor": document.Reference(_descriptor(part, base, document.Reference(program))),
        "DW": 1000,
        "W": width_array(part.widths),
    }
    if not cff:
        entries["CIDToGIDMap"] = PDFName("Identity")
    return PDFDictionary(entries)


def _base_name(part: FaceSubset) -> str:
    return f"{part.tag}+{part.postscript_name}"


def _type0(part: FaceSubset, descendant: Any, cmap: Any, document: Any) -> Any:
    """Return the Type0 font dictionary (PDF 32000-1, 9.7.6.1)."""
    base = _base_name(part)
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(f"{base}-Identity-H" if part.kind == "cff" else base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([descendant]),
            "ToUnicode": document.Reference(cmap),
        }
    )


def _collection(part: FaceSubset) -> Any:
    """Return the character collection (PDF 32000-1, 9.7.3)."""
    names = {"Registry": PDFString(part.registry), "Ordering": PDFString(part.ordering)}
    return PDFDictionary({**names, "Supplement": part.supplement})


def _descriptor(part: FaceSubset, base: str, program: Any) -> Any:
    """Return the font descriptor (PDF 32000-1, 9.8)."""
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
            "FontFile3" if part.kind == "cff" else "FontFile2": program,
        }
    )


def width_array(widths: Mapping[int, float]) -> str:
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
