"""What an independent reader (pikepdf, fontTools) finds in a file."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from lxml import etree
from pikepdf import Dictionary, Name, Pdf

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
PREDEFINED = {SPACES[name] for name in ("dc", "pdf", "xmp", "xmpMM", "pdfaid")}
IDENTITY = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:CreateDate", "xmp:ModifyDate",
            "xmp:MetadataDate", "dc:title")  # fmt: skip
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NEAR = 1.0
"""Thousandths of an em by which a width may be off."""


def intent_kinds(pdf: Pdf) -> list[str]:
    return [str(intent.S) for intent in pdf.Root.get("/OutputIntents", [])]


def sound_profile(pdf: Pdf) -> bool:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    data = stream.read_bytes()
    parts = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}[data[16:20]]
    return data[12:16] == b"prtr" and data[36:40] == b"acsp" and data[8] <= 4 and int(stream.N) == parts


def _metadata(pdf: Pdf) -> etree._Element:
    return etree.fromstring(pdf.Root.Metadata.read_bytes().decode("utf-8").strip("\ufeff").encode())


def metadata_sound(pdf: Pdf) -> bool:
    if "/Metadata" not in pdf.Root or "/Filter" in pdf.Root.Metadata:
        return False
    try:
        _metadata(pdf)
    except etree.XMLSyntaxError:
        return False
    return True


def said(pdf: Pdf, name: str) -> str:
    prefix, local = name.split(":")
    found = _metadata(pdf).find(f".//{{{SPACES[prefix]}}}{local}")
    return "" if found is None else "".join(found.itertext()).strip()


def schemas(pdf: Pdf) -> set[str]:
    described = _metadata(pdf).find(f".//{_RDF}Description")
    return {etree.QName(child).namespace for child in described}


def untrapped(pdf: Pdf) -> bool:
    return pdf.docinfo.get("/Trapped") == Name("/False") and said(pdf, "pdf:Trapped") == "False"


def version(pdf: Pdf) -> str:
    """The version that counts: the catalogue's where there is one (ISO 32000-1, 7.5.2)."""
    return str(pdf.Root.get("/Version", "/" + pdf.pdf_version)).removeprefix("/")


def boxes_nested(pdf: Pdf) -> bool:
    def within(inner: pikepdf.Array, outer: pikepdf.Array) -> bool:
        a, b = [float(v) for v in inner], [float(v) for v in outer]
        return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]

    pages = [page.obj for page in pdf.pages]
    return all(within(p.TrimBox, p.BleedBox) and within(p.BleedBox, p.MediaBox) for p in pages)


def streams(pdf: Pdf) -> Iterator[pikepdf.Stream]:
    yield from (obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream))


def images(pdf: Pdf) -> Iterator[pikepdf.Object]:
    yield from (obj for obj in streams(pdf) if obj.get("/Subtype") == Name.Image and not _is_mask(pdf, obj))


def _is_mask(pdf: Pdf, image: pikepdf.Object) -> bool:
    masks = [obj.SMask for obj in streams(pdf) if "/SMask" in obj]
    return any(mask.objgen == image.objgen for mask in masks)


def fonts(pdf: Pdf) -> list[Dictionary]:
    return [font for page in pdf.pages for font in page.Resources.Font.values()]


def program(font: Dictionary) -> pikepdf.Object | None:
    descriptor = font.DescendantFonts[0].FontDescriptor
    return descriptor.get("/FontFile3", descriptor.get("/FontFile2"))


def widths_agree(pdf: Pdf) -> bool:
    return all(_width_agrees(font) for font in fonts(pdf))


def _width_agrees(font: Dictionary) -> bool:
    descendant = font.DescendantFonts[0]
    told = _told(descendant)
    return all(abs(told.get(code, int(descendant.DW)) - wide) <= _NEAR for code, wide in _measured(font).items())


def _told(descendant: Dictionary) -> dict[int, float]:
    told: dict[int, float] = {}
    array = list(descendant.get("/W", []))
    for first, given in zip(array[::2], array[1::2], strict=True):
        told.update({int(first) + at: float(value) for at, value in enumerate(given)})
    return told


def _measured(font: Dictionary) -> dict[int, float]:
    """Widths by code as the program has them; the first glyph stands for what is missing."""
    data = program(font).read_bytes()
    if "/FontFile2" in font.DescendantFonts[0].FontDescriptor:
        face = TTFont(io.BytesIO(data))
        em = face["head"].unitsPerEm
        advances = face["hmtx"].metrics
        names = face.getGlyphOrder()
        return {code: 1000 * advances[name][0] / em for code, name in enumerate(names) if code and _drawn(face, name)}
    found = CFFFontSet()
    found.decompile(io.BytesIO(data), None)
    top = found[0]
    scale = 1000 * top.FontMatrix[0] if hasattr(top, "FontMatrix") else 1.0
    measured = {}
    for name in top.charset[1:]:
        string = top.CharStrings[name]
        string.draw(_Pen())
        measured[_code(name)] = string.width * scale
    return measured


def _drawn(face: TTFont, name: str) -> bool:
    return face["glyf"][name].numberOfContours != 0


def _code(name: str) -> int:
    return int(name.removeprefix("cid"))


class _Pen:
    """Draws nothing: fontTools knows a width once the outline was walked."""

    def __getattr__(self, _name: str) -> object:
        return lambda *_given, **_named: None


def operators(pdf: Pdf) -> set[str]:
    return {str(op.operator) for page in pdf.pages for op in pikepdf.parse_content_stream(page)}


def rgb(pdf: Pdf) -> bool:
    return any(image.get("/ColorSpace") == Name.DeviceRGB for image in images(pdf))


def _states(pdf: Pdf) -> Iterator[Dictionary]:
    for page in pdf.pages:
        yield from page.Resources.get("/ExtGState", {}).values()


def transparent(pdf: Pdf) -> bool:
    masked = any("/SMask" in obj for obj in streams(pdf))
    faint = any(float(state.get(key, 1)) < 1 for state in _states(pdf) for key in ("/ca", "/CA"))
    blended = any(state.get("/BM", Name.Normal) != Name.Normal for state in _states(pdf))
    return masked or faint or blended or any("/Group" in page for page in pdf.pages)


def device_settings(pdf: Pdf) -> bool:
    return any(key in state for state in _states(pdf) for key in ("/TR", "/TR2", "/HTP", "/HT"))


def actions(pdf: Pdf) -> bool:
    named = "/JavaScript" in pdf.Root.get("/Names", {})
    return named or "/AA" in pdf.Root or "/OpenAction" in pdf.Root or any("/AA" in page for page in pdf.pages)


def filters(pdf: Pdf) -> set[str]:
    found = set()
    for stream in streams(pdf):
        named = stream.get("/Filter", [])
        found |= {str(one) for one in (named if isinstance(named, pikepdf.Array) else [named])}
    return found


def outside(pdf: Pdf) -> bool:
    return any("/F" in stream for stream in streams(pdf))


def black_text_overprints(pdf: Pdf) -> bool:
    """Whether every string shown in solid black is shown with overprint on, in four inks, mode 1."""
    shown = 0
    for page in pdf.pages:
        states, over, ink = page.Resources.get("/ExtGState", {}), [False], [()]
        for found in pikepdf.parse_content_stream(page):
            name, given = str(found.operator), found.operands
            if name == "q":
                over.append(over[-1])
                ink.append(ink[-1])
            elif name == "Q":
                over.pop()
                ink.pop()
            elif name == "gs":
                state = states[str(given[0])]
                over[-1] = bool(state.get("/op", False)) and int(state.get("/OPM", 0)) == 1
            elif name in {"g", "k", "rg"}:
                ink[-1] = (name, *(float(value) for value in given))
            elif name in {"Tj", "TJ"} and ink[-1] in {("k", 0, 0, 0, 1), ("g", 0)}:
                shown += 1
                if ink[-1][0] != "k" or not over[-1]:
                    return False
    return shown > 0
