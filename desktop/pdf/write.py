"""PageDisplays → one PDF file (PDF 32000-1). The same input gives the same bytes under SOURCE_DATE_EPOCH."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any

from desktop.display import PageDisplay, Picture
from desktop.model.press import PressPreset, Standard
from desktop.pdf.deflate import OPERATORS, Deflater
from desktop.pdf.document_info import DocumentInfo, Part
from desktop.pdf.embed import EmbeddedFont, FaceEmbedder, UseCollector
from desktop.pdf.inks import Inks, PressInks, overprinting
from desktop.pdf.intent import VERSIONS, output_intents
from desktop.pdf.marks import boxes, margin, surrounded
from desktop.pdf.metadata import InfoObject, add_outline, xmp_stream
from desktop.pdf.objects import Page, PDFDictionary, PDFName, deflated, new_document
from desktop.pdf.page import PageWriter
from desktop.pdf.runs import WrittenRuns
from desktop.pdf.sayable import sayable, sayable_info
from desktop.pdf.source_date import source_date
from desktop.pdf.tagging import StructureTree, spans_of, types_of

if TYPE_CHECKING:
    from desktop.fonts import FaceLibrary
    from desktop.model.edition import Media
    from desktop.pdf.images import ImageEmbedder, PlacedImage

Progress = Callable[[float], None]
Spread = Callable[[Callable[[PageDisplay], bytes], Sequence[PageDisplay]], list[bytes]]
"""Does something with every page; long files may have it done on all cores."""
_OFFICE = PressPreset("office", ())
"""What a file is like that goes to no press."""


def write_pdf(
    displays: Sequence[PageDisplay],
    faces: FaceLibrary,
    media: Mapping[str, Media],
    info: DocumentInfo,
    progress: Progress | None = None,
    press: PressPreset | None = None,
) -> bytes:
    """Return one file's bytes; see ``PdfWriter.write``."""
    return PdfWriter(faces).write(displays, media, info, progress, press)


class PdfWriter:
    """Writes file after file, keeping from the last one what comes out the same in the next.

    That are font subsets with the same glyphs, the operators of lines that did not move, and pieces of deflated
    streams. The bytes of a file do not hang on what was written before it. One file is written at a time: a second
    thread waits.
    """

    def __init__(self, faces: FaceLibrary, spread: Spread | None = None) -> None:
        """``spread`` says how the pages' contents are written; left out, one after the other."""
        from desktop.fonts import Subsets

        self._spread: Spread = spread or (lambda work, pages: [work(page) for page in pages])
        self._faces = faces
        self._turn = Lock()
        self._subsets = Subsets()
        self._deflater = Deflater()
        self._embedders: dict[str, FaceEmbedder] = {}
        self._images: ImageEmbedder | None = None
        self._uses = UseCollector()
        self._runs = WrittenRuns()

    def write(
        self,
        displays: Sequence[PageDisplay],
        media: Mapping[str, Media],
        info: DocumentInfo,
        progress: Progress | None = None,
        press: PressPreset | None = None,
    ) -> bytes:
        """Return the file's bytes; ``progress`` is told how much is done (0..1) and may raise to give up.

        ``press`` says which standard the file keeps to, for which inks and paper, and what stands round its pages.

        Raises:
            FontError: A face cannot be found or embedded.
            PictureError: A picture cannot be decoded.
            UsageError: SOURCE_DATE_EPOCH is no moment.
        """
        source_date()  # before ReportLab stumbles over one that is none
        with self._turn:
            pages = [sayable(page) for page in displays]
            return self._write(pages, media, sayable_info(info), progress or (lambda _done: None), press or _OFFICE)

    def _write(
        self,
        displays: Sequence[PageDisplay],
        media: Mapping[str, Media],
        info: DocumentInfo,
        tell: Progress,
        press: PressPreset,
    ) -> bytes:
        document = new_document(VERSIONS[press.standard])
        document.info = InfoObject(info, press.standard)
        if press.condition is not None and press.standard is not Standard.PLAIN:
            document.Catalog.OutputIntents = output_intents(press.standard, press.condition, document)
        fonts = self._embed_fonts(displays, document, lambda done: tell(0.5 * done))
        images = self._embed_images(displays, media, document, press, lambda done: tell(0.5 + 0.3 * done))
        resources = document.Reference(_resources(fonts, images, document, press))
        contents = self._spread(self._content_of(fonts, images, press, info.parts), displays)
        pages = [_add_page(*page, resources, document, press) for page in zip(displays, contents, strict=True)]
        if _is_tagged(press):
            tree = StructureTree(document, [reference for reference, _ in pages], [spans_of(page) for page in displays])
            document.Catalog.StructTreeRoot = tree.build(info.parts)
            document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        tell(0.9)
        names = add_outline(info.bookmarks, pages, document)
        document.Catalog.Metadata = xmp_stream(info, document, press.standard)
        data: bytes = document.GetPDFData(names)
        self._end_file()
        tell(1.0)
        return data

    def _embed_fonts(self, displays: Sequence[PageDisplay], document: Any, tell: Progress) -> dict[str, EmbeddedFont]:
        uses = self._uses.collect(chain.from_iterable(page.runs() for page in displays))
        fonts: dict[str, EmbeddedFont] = {}
        for face_id, use in uses.items():
            if face_id not in self._embedders:
                face = self._faces.open(face_id)
                self._embedders[face_id] = FaceEmbedder(face, self._subsets, self._deflater)
            fonts[face_id] = self._embedders[face_id].embed(use, f"F{len(fonts) + 1}", document)
            tell(len(fonts) / len(uses))
        return fonts

    def _embed_images(
        self,
        displays: Sequence[PageDisplay],
        media: Mapping[str, Media],
        document: Any,
        press: PressPreset,
        tell: Progress,
    ) -> dict[str, PlacedImage]:
        """Embed each picture once, however often it is shown; without pictures nothing that reads them is loaded."""
        shown: dict[str, float] = {}
        for item in (item for page in displays for item in page.items if isinstance(item, Picture)):
            if item.crop.width > 0:
                shown[item.media] = max(shown.get(item.media, 0.0), item.box.width / item.crop.width)
        images: dict[str, PlacedImage] = {}
        if shown:
            from desktop.pdf.images import ImageEmbedder, plan_for

            self._images = self._images or ImageEmbedder(self._deflater)
            for at, (media_id, points) in enumerate(shown.items()):
                plan = plan_for(press, points)
                images[media_id] = self._images.embed(media[media_id], f"I{at + 1}", document, plan)
                tell((at + 1) / len(shown))
        return images

    def _content_of(
        self,
        fonts: Mapping[str, EmbeddedFont],
        images: Mapping[str, PlacedImage],
        press: PressPreset,
        parts: Sequence[Part],
    ) -> Callable[[PageDisplay], bytes]:
        """Return what makes a page's content stream, deflated; it needs no other page."""
        codes = {face: font.codes for face, font in fonts.items()}
        inks = PressInks() if press.standard.is_print else Inks()
        types = types_of(parts)

        def content(display: PageDisplay) -> bytes:
            writer = PageWriter(display.height, codes, lambda media: images[media].placement(), self._runs, inks)
            tagged = _is_tagged(press)
            written = writer.write_tagged(spans_of(display), types) if tagged else writer.write(display)
            return self._deflater.deflate(surrounded(written, display, press), OPERATORS)

        return content

    def _end_file(self) -> None:
        """Let go of what this file did not need."""
        self._deflater.end_file()
        self._runs.end_file()
        if self._images is not None:
            self._images.end_file()


def _is_tagged(press: PressPreset) -> bool:
    return press.standard is Standard.A2U


def _add_page(
    display: PageDisplay, content: bytes, resources: Any, document: Any, press: PressPreset
) -> tuple[str, float]:
    """Add a page (PDF 32000-1, 7.7.3.3) and return its reference and how high its top edge is on the sheet."""
    document.updateSignature(content)
    page = Page()
    for box, value in boxes(display, press).items():
        setattr(page, box, value)
    page.Resources = resources
    page.Contents = deflated(content, {})
    if _is_tagged(press):
        page.StructParents, page.Tabs = len(document.Pages.pages), PDFName("S")
    reference = document.thisPageRef()
    document.inPage()
    document.addPage(page)
    written: bytes = reference.format(document)
    return written.decode("ascii"), display.height + margin(press)


def _resources(
    fonts: Mapping[str, EmbeddedFont], images: Mapping[str, PlacedImage], document: Any, press: PressPreset
) -> Any:
    """Return the resource dictionary (PDF 32000-1, 7.8.3) that all pages share."""
    by_font = {name: document.Reference(font) for embedded in fonts.values() for name, font in embedded.fonts.items()}
    by_image = {image.resource: document.Reference(image.image) for image in images.values()}
    found: dict[str, object] = {"Font": PDFDictionary(by_font), "XObject": PDFDictionary(by_image)}
    if press.standard.is_print:
        found["ExtGState"] = overprinting()
    return PDFDictionary(found)
