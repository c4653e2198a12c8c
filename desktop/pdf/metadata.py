"""Document information, XMP and outline (PDF 32000-1, 14.3 and 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any
from uuid import UUID

import desktop
from desktop.model.press import Standard
from desktop.pdf.document_info import Bookmark, DocumentInfo
from desktop.pdf.intent import identified
from desktop.pdf.objects import PDFDate, PDFDictionary, PDFInfo, PDFName, PDFString, number, stream

# Not xml.sax.saxutils.escape: importing that costs 25 ms, with an HTTP client and TLS. Control characters are no XML.
_CONTROLS: dict[int, str | None] = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
_SPACES = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
        "pdfx": "http://ns.adobe.com/pdfx/1.3/",
        "pdfxid": "http://www.npes.org/pdfx/ns/id/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "prism": "http://prismstandard.org/namespaces/basic/3.0/",
    }
)
_IDENTIFIED = MappingProxyType(
    {
        Standard.X4: "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        Standard.X1A: "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>",
        Standard.A2U: "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
    }
)
_ESCAPES = MappingProxyType({**_CONTROLS, ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"})


class InfoObject(PDFInfo):  # type: ignore[misc] # ReportLab ships no types
    """The Info dictionary, without ReportLab's stand-ins for what is unknown and with the paper, date and page."""

    def __init__(self, info: DocumentInfo, standard: Standard = Standard.PLAIN) -> None:
        super().__init__()
        self.title, self.author, self.subject = info.title, info.author, info.subject
        self.keywords = info.all_keywords()
        self.creator = f"Banxin {desktop.__version__}"
        self._own = {"Paper": info.paper, "Date": info.date, "Page": info.page, **identified(standard)}

    def format(self, document: Any) -> bytes:
        """Return the dictionary as ReportLab asks for it (PDF 32000-1, 14.3.3)."""
        texts = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
            **self._own,
        }
        date = PDFDate(document._timeStamp)  # noqa: SLF001 - ReportLab keeps the moment of writing there
        entries: dict[str, object] = {key: PDFString(text) for key, text in texts.items() if text}
        entries |= {"CreationDate": date, "ModDate": date, "Trapped": PDFName("False")}
        written: bytes = PDFDictionary(entries).format(document)
        return written


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def xmp_stream(info: DocumentInfo, document: Any, standard: Standard = Standard.PLAIN) -> Any:
    """Return the metadata stream (PDF 32000-1, 14.3.2; XMP is ISO 16684-1), uncompressed so that indexers find it."""
    stamp = document._timeStamp  # noqa: SLF001 - ReportLab keeps the moment of writing there
    year, month, day, hour, minute, second = (int(part) for part in stamp.YMDhms)
    zone = f"{stamp.dhh:+03d}:{stamp.dmm:02d}"
    when = f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}"
    parts = [*_said(info), *_dated(when), *_kept(standard, document, when)]
    if standard is not Standard.A2U:  # an archive's metadata may name no schema that it does not describe
        parts += _published(info)
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return stream(packet.encode("utf-8", "replace"), entries, compress=False)


def _said(info: DocumentInfo) -> Iterator[str]:
    if info.title:
        yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_escape(info.title)}</rdf:li></rdf:Alt></dc:title>'
    if info.author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{_escape(info.author)}</rdf:li></rdf:Seq></dc:creator>"
    yield f"<pdf:Keywords>{_escape(info.all_keywords())}</pdf:Keywords>"


def _dated(when: str) -> Iterator[str]:
    yield f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>"


def _published(info: DocumentInfo) -> Iterator[str]:
    yield f"<prism:publicationName>{_escape(info.paper)}</prism:publicationName>"
    yield f"<prism:publicationDate>{_escape(info.date)}</prism:publicationDate>"
    yield f"<prism:startingPage>{_escape(info.page)}</prism:startingPage>"


def _kept(standard: Standard, document: Any, when: str) -> Iterator[str]:
    """Yield what says which standard the file keeps to, and which file of its kind it is."""
    if standard is Standard.PLAIN:
        return
    yield _IDENTIFIED[standard]
    identity = UUID(bytes=document.signature.digest()[:16])  # of all that the pages show: the same page, the same file
    yield f"<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>"
    yield f"<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmp:MetadataDate>{when}</xmp:MetadataDate>"
    yield f"<xmp:CreatorTool>Banxin {desktop.__version__}</xmp:CreatorTool>"
    if standard.is_print:
        yield "<pdf:Trapped>False</pdf:Trapped>"


class OutlineNames:
    """Resolves the outline's names to places; ReportLab asks its canvas for that."""

    __slots__ = ("_places",)

    def __init__(self) -> None:
        self._places: dict[str, Destination] = {}

    def add(self, place: Destination) -> str:
        """Return a name for a place."""
        name = f"bookmark{len(self._places)}"
        self._places[name] = place
        return name

    def _bookmarkReference(self, name: str) -> Destination:  # noqa: N802 - ReportLab's name for it
        return self._places[name]


class Destination:
    """An explicit destination (PDF 32000-1, 12.3.2.2), as text, so that ReportLab writes it in place."""

    __slots__ = ("_text",)

    def __init__(self, page: str, top: float) -> None:
        self._text = f"[{page} /XYZ 0 {number(top)} null]"

    def __str__(self) -> str:
        return self._text


def add_outline(bookmarks: tuple[Bookmark, ...], pages: list[tuple[str, float]], document: Any) -> OutlineNames:
    """Add the bookmarks; ``pages`` are the pages' references and heights. A level that skips one is taken for the next.

    A bookmark for a page that is not in the document is left out: an extract keeps working.
    """
    names = OutlineNames()
    above = -1
    for title, level, page, y in bookmarks:
        if not 0 <= page < len(pages):
            continue
        reference, height = pages[page]
        above = max(0, min(level, above + 1))
        document.outline.addOutlineEntry(names.add(Destination(reference, height - y)), above, title)
    return names
