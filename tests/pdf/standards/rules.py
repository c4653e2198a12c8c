"""The table: number, clause, how it is known, what a file that keeps the rule shows, and how one comes to break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.pdf.standards import looks

X4, X1A, A2U = "newspaper", "newspaper-x1a", "archive"
"""The presets that keep to PDF/X-4, PDF/X-1a:2003 and PDF/A-2u."""
PRINT, ALL = (X4, X1A), (X4, X1A, A2U)


class Known(NamedTuple):
    """How a clause is known without the standard's text."""

    how: str


SPEC = Known("ISO 32000-1, which is public, demands or defines it and the standard is known to point there")
NOTES = Known("application notes and training papers of printers' associations on PDF/X say so")
CHECKER = Known("the public validation profile of an open checker of PDF/A names clause and test")


class Rule(NamedTuple):
    """A rule: what a file must show (``holds``), and a change after which it no longer does (``spoil``)."""

    number: int
    clause: str
    known: Known
    presets: tuple[str, ...]
    says: str
    holds: Callable[[Pdf, str], bool]
    spoil: Callable[[Pdf], None]


def _intent(pdf: Pdf) -> Dictionary:
    return pdf.Root.OutputIntents[0]


def _page(pdf: Pdf) -> Dictionary:
    return pdf.pages[0].obj


def _set(holder: Callable[[Pdf], Dictionary], key: str, value: object) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        holder(pdf)[key] = value

    return spoil


def _drop(holder: Callable[[Pdf], Dictionary], key: str) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        del holder(pdf)[key]

    return spoil


def _in_content(operators: bytes) -> Callable[[Pdf], None]:
    """Write something before the page's operators."""

    def spoil(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = Stream(pdf, operators + b"\n" + page.Contents.read_bytes())

    return spoil


def _in_metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data, old
        made = Stream(pdf, data.replace(old, new))
        made.Type, made.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = made

    return spoil


def _image(pdf: Pdf) -> pikepdf.Object:
    return next(obj for obj in looks.images(pdf))


def _font(pdf: Pdf) -> Dictionary:
    return next(iter(_page(pdf).Resources.Font.values()))


def _rgb_image(pdf: Pdf) -> None:
    _image(pdf).ColorSpace = Name.DeviceRGB


def _soft_mask(pdf: Pdf) -> None:
    _page(pdf).Resources.ExtGState["/Seen"] = Dictionary(ca=0.5)


def _knocked_out(pdf: Pdf) -> None:
    for state in _page(pdf).Resources.ExtGState.values():
        state.op = state.OP = False


def _bigger_trim(pdf: Pdf) -> None:
    box = [float(value) for value in pdf.pages[0].mediabox]
    pdf.pages[0].TrimBox = Array([box[0] - 9, box[1] - 9, box[2] + 9, box[3] + 9])


def _no_programs(pdf: Pdf) -> None:
    for font in _page(pdf).Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in ("/FontFile2", "/FontFile3"):
            if key in descriptor:
                del descriptor[key]


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _annotation(pdf: Pdf) -> None:
    box = Array([100, 100, 300, 300])
    _page(pdf).Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=box))])


def _trim_and_art(pdf: Pdf) -> None:
    pdf.pages[0].ArtBox = pdf.pages[0].TrimBox


def _wide(pdf: Pdf) -> None:
    font = _font(pdf).DescendantFonts[0]
    font.DW, font.W = 613, Array([])


RULES = (
    Rule(1, "ISO 15930-7, 6.2.2; 15930-4, 6.2.2; 19005-2, 6.2.3", NOTES, ALL,
         "The catalogue has an output intent of the standard's kind.",
         lambda pdf, preset: looks.intent_kinds(pdf) == ["/GTS_PDFA1" if preset == A2U else "/GTS_PDFX"],
         _drop(lambda pdf: pdf.Root, "/OutputIntents")),
    Rule(2, "ISO 15930-7, 6.2.2; 15930-4, 6.2.2; 19005-2, 6.2.3", NOTES, ALL,
         "The intent's profile is embedded, one of an output device, with as many components as it says.",
         lambda pdf, _preset: looks.sound_profile(pdf),
         _set(lambda pdf: _intent(pdf).DestOutputProfile, "/N", 3)),
    Rule(3, "ISO 15930-7, 6.2.2; 15930-4, 6.2.2", NOTES, PRINT,
         "The intent names a registered printing condition.",
         lambda pdf, _preset: bool(str(_intent(pdf).get("/OutputConditionIdentifier", ""))),
         _drop(_intent, "/OutputConditionIdentifier")),
    Rule(4, "ISO 15930-7, 6.3", NOTES, (X4,),
         "The XMP says GTS_PDFXVersion “PDF/X-4”.",
         lambda pdf, _preset: looks.said(pdf, "pdfxid:GTS_PDFXVersion") == "PDF/X-4",
         _in_metadata(b"PDF/X-4<", b"PDF/X-5<")),
    Rule(5, "ISO 15930-4, 6.3", NOTES, (X1A,),
         "The Info dictionary says GTS_PDFXVersion “PDF/X-1a:2003”.",
         lambda pdf, _preset: str(pdf.docinfo.get("/GTS_PDFXVersion", "")) == "PDF/X-1a:2003",
         _drop(lambda pdf: pdf.docinfo, "/GTS_PDFXVersion")),
    Rule(6, "ISO 19005-2, 6.6.4", CHECKER, (A2U,),
         "The XMP says part 2, conformance U.",
         lambda pdf, _preset: (looks.said(pdf, "pdfaid:part"), looks.said(pdf, "pdfaid:conformance")) == ("2", "U"),
         _in_metadata(b"<pdfaid:conformance>U", b"<pdfaid:conformance>B")),
    Rule(7, "ISO 15930-7, 6.12; 15930-4, 6.11", NOTES, PRINT,
         "Every page has a TrimBox or an ArtBox, not both.",
         lambda pdf, _preset: all(("/TrimBox" in page) != ("/ArtBox" in page) for page in pdf.pages),
         _trim_and_art),
    Rule(8, "ISO 15930-7, 6.12; 15930-4, 6.11; ISO 32000-1, 14.11.2", SPEC, PRINT,
         "The trim box lies in the bleed box, and that in the media box.",
         lambda pdf, _preset: looks.boxes_nested(pdf),
         _bigger_trim),
    Rule(9, "ISO 15930-4, 6.1; ISO 15930-7, 6.1; ISO 19005-2, 6.1.2", NOTES, ALL,
         "The file's version is one that the standard is written for.",
         lambda pdf, preset: looks.version(pdf) in {X4: ("1.6",), X1A: ("1.3", "1.4"), A2U: ("1.4", "1.7")}[preset],
         _set(lambda pdf: pdf.Root, "/Version", Name("/2.0"))),
    Rule(10, "ISO 15930-4, 6.4; ISO 15930-7, 6.4; ISO 19005-2, 6.1.3", NOTES, ALL,
         "Nothing is encrypted, and the trailer has an identifier.",
         lambda pdf, _preset: not pdf.is_encrypted and "/ID" in pdf.trailer,
         _drop(lambda pdf: pdf.trailer, "/ID")),
    Rule(11, "ISO 15930-4, 6.2.3", NOTES, PRINT,
         "Colours are those of the press: grey, four inks, spot inks; no RGB, neither in text nor in pictures.",
         lambda pdf, _preset: not looks.rgb(pdf),
         _rgb_image),
    Rule(12, "ISO 15930-4, 6.2.3; ISO 15930-7, 6.2.4", NOTES, PRINT,
         "No operator sets an RGB colour.",
         lambda pdf, _preset: not looks.operators(pdf) & {"rg", "RG"},
         _in_content(b"1 0 0 rg")),
    Rule(13, "ISO 19005-2, 6.2.4.3", CHECKER, (A2U,),
         "DeviceRGB is not used where the output intent is one of inks: RGB pictures bring their profile.",
         lambda pdf, _preset: not looks.rgb(pdf),
         _rgb_image),
    Rule(14, "ISO 15930-4, 6.7", NOTES, (X1A,),
         "Nothing is transparent: no soft mask, no constant alpha, no blend mode.",
         lambda pdf, _preset: not looks.transparent(pdf),
         _soft_mask),
    Rule(15, "ISO 15930-4, 6.5; 15930-7, 6.6; 19005-2, 6.2.11.4.1", SPEC, ALL,
         "The programs of all faces are embedded.",
         lambda pdf, _preset: all(looks.program(font) for font in looks.fonts(pdf)),
         _no_programs),
    Rule(16, "ISO 19005-2, 6.2.11.5", CHECKER, ALL,
         "Widths that a font dictionary says are those of its program.",
         lambda pdf, _preset: looks.widths_agree(pdf),
         _wide),
    Rule(17, "ISO 19005-2, 6.2.11.7.2", CHECKER, (A2U,),
         "Every face says which characters its glyphs stand for.",
         lambda pdf, _preset: all("/ToUnicode" in font for font in looks.fonts(pdf)),
         lambda pdf: _drop(_font, "/ToUnicode")(pdf)),
    Rule(18, "ISO 15930-4, 6.9; ISO 15930-7, 6.10; ISO 19005-2, 6.5.1", NOTES, ALL,
         "No script, no action.",
         lambda pdf, _preset: not looks.actions(pdf),
         _script),
    Rule(19, "ISO 15930-4, 6.10; ISO 15930-7, 6.11", NOTES, ALL,
         "No annotation stands on the page.",
         lambda pdf, _preset: not any("/Annots" in page for page in pdf.pages),
         _annotation),
    Rule(20, "ISO 15930-7, 6.14; ISO 15930-4, 6.12", NOTES, PRINT,
         "It is said that the page is not trapped, in the Info dictionary and in the XMP.",
         lambda pdf, _preset: looks.untrapped(pdf),
         _set(lambda pdf: pdf.docinfo, "/Trapped", Name("/Unknown"))),
    Rule(21, "ISO 15930-7, 6.3; ISO 19005-2, 6.6.2.1", CHECKER, ALL,
         "The catalogue has an uncompressed XMP stream that is well formed.",
         lambda pdf, _preset: looks.metadata_sound(pdf),
         _in_metadata(b"</rdf:RDF>", b"</rdf:RD>")),
    Rule(22, "ISO 15930-7, 6.3", NOTES, PRINT,
         "The file is identified: DocumentID, VersionID and RenditionClass, dates, a title.",
         lambda pdf, _preset: all(looks.said(pdf, name) for name in looks.IDENTITY),
         _in_metadata(b"xmpMM:RenditionClass>", b"xmpMM:Rendition>")),
    Rule(23, "ISO 19005-2, 6.6.2.3.1", CHECKER, (A2U,),
         "The XMP names no property of a schema that is neither predefined nor described.",
         lambda pdf, _preset: looks.schemas(pdf) <= looks.PREDEFINED,
         _in_metadata(b"<pdfaid:part>", b"<prism:startingPage>9</prism:startingPage><pdfaid:part>")),
    Rule(24, "ISO 15930-4, 6.2.5; ISO 32000-1, 8.6.7", SPEC, PRINT,
         "Solid black text prints over what lies under it: four inks, overprint on, mode 1.",
         lambda pdf, _preset: looks.black_text_overprints(pdf),
         _knocked_out),
    Rule(25, "ISO 15930-4, 6.2.6; ISO 15930-7, 6.2.7", NOTES, PRINT,
         "No transfer function, halftone phase or own halftone.",
         lambda pdf, _preset: not looks.device_settings(pdf),
         lambda pdf: _page(pdf).Resources.ExtGState.__setitem__("/Own", Dictionary(TR=Name.Identity))),
    Rule(26, "ISO 15930-4, 6.8; ISO 15930-7, 6.9; ISO 19005-2, 6.1.7.2", NOTES, ALL,
         "No stream is packed by LZW, no data lie in other files.",
         lambda pdf, _preset: not looks.filters(pdf) & {"/LZWDecode", "/Crypt"} and not looks.outside(pdf),
         lambda pdf: _intent(pdf).DestOutputProfile.__setitem__("/F", String("elsewhere.icc"))),
    Rule(27, "ISO 19005-2, 6.1.3; ISO 32000-1, 14.8.4", CHECKER, ALL,
         "The document's language is told.",
         lambda pdf, _preset: str(pdf.Root.get("/Lang", "")) == "zh-CN",
         _drop(lambda pdf: pdf.Root, "/Lang")),
)  # fmt: skip
