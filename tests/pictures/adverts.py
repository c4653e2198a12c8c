"""PDF files made on the spot, as an agency sends them: vectors, type, pictures, what belongs to a document."""

from __future__ import annotations

import io
import zlib

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from desktop.fonts import FaceLibrary
from desktop.pdf import DocumentInfo, write_pdf
from tests.pdf.pages import Fill, Ink, Rect, line, sheet
from tests.pictures.samples import QUARTERS

WIDTH, HEIGHT = 160.0, 80.0
"""Points of the quarters' page."""


def saved(document: Pdf, **options) -> bytes:
    target = io.BytesIO()
    document.save(target, **{"deterministic_id": "encryption" not in options, **options})
    return target.getvalue()


def quarters_content(width: float = WIDTH, height: float = HEIGHT) -> bytes:
    """The quarters of ``samples``, as vectors."""
    parts = []
    for (x, y), (red, green, blue) in QUARTERS.items():
        left, foot = (x - 0.25) * width, (0.75 - y) * height
        parts.append(f"{red // 255} {green // 255} {blue // 255} rg {left} {foot} {width / 2} {height / 2} re f")
    return "\n".join(parts).encode()


def page_of(content: bytes, *, box=(0, 0, WIDTH, HEIGHT), resources: Dictionary | None = None, **entries) -> Pdf:
    """A document of one page; ``entries`` go into its dictionary."""
    document = Pdf.new()
    document.add_blank_page(page_size=(100, 100))
    page = document.pages[0].obj
    page.MediaBox = Array([*box])
    page.Contents = Stream(document, content)
    page.Resources = resources if resources is not None else Dictionary()
    for key, value in entries.items():
        page[f"/{key}"] = value
    return document


def quarters_pdf(**entries) -> bytes:
    return saved(page_of(quarters_content(), **entries))


def advert(library: FaceLibrary, text: str = "新春特惠全场五折", width: float = 240.0, height: float = 120.0) -> bytes:
    """An advertisement that Banxin itself writes: Chinese text in embedded fonts, over a tint, no metadata of note."""
    song = library.open("banxin-song")
    items = (
        Fill(Rect(0, 0, width, height), "f", Ink(yellow=0.6, black=0)),
        Fill(Rect(10, 10, 40, 20), "f", Ink(magenta=1.0, black=0)),
        line(song, text, size=20, x=20, y=80),
    )
    return write_pdf([sheet(*items, width=width, height=height)], library, {}, DocumentInfo())


def rich(**options) -> bytes:
    """A page whose resources stand above it, two streams, nested forms, a picture, a shading, and more to leave."""
    document = page_of(b"")
    page, tree = document.pages[0].obj, document.Root.Pages
    pixels = zlib.compress(bytes([200, 30, 30, 30, 200, 30]))
    image = Stream(document, pixels, Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1, BitsPerComponent=8)
    image.ColorSpace, image.Filter = Name.DeviceRGB, Name.FlateDecode
    image = document.make_indirect(image)
    inner = Stream(document, b"0 0 1 rg 0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
    outer = Stream(document, b"/Inner Do q 20 0 0 10 20 0 cm /Pic Do Q", Type=Name.XObject, Subtype=Name.Form)
    outer.BBox, outer.StructParents = Array([0, 0, 60, 60]), 3
    outer.Resources = Dictionary(XObject=Dictionary(Inner=inner, Pic=image))
    outer.PieceInfo = Dictionary(Maker=Dictionary(Private=String("secret")))
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 1, 0], C1=[0, 0, 1], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[60, 0, 160, 0], Function=function)
    tree.Resources = Dictionary(
        XObject=Dictionary(Outer=document.make_indirect(outer), Pic=image, OC=image),
        Shading=Dictionary(Sh=document.make_indirect(shading)),
        ExtGState=Dictionary(Half=Dictionary(Type=Name.ExtGState, ca=0.5)),
    )
    del page.Resources
    first, second = (
        b"q /Outer Do Q q 40 0 0 20 0 40 cm /Pic D",
        b"q 60 0 100 80 re W n /Sh sh Q /Half gs 0 g 5 60 20 15 re f",
    )
    page.Contents = Array([Stream(document, first + b"o Q"), Stream(document, second)])
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    appearance = Stream(document, b"1 0 0 rg 0 0 100 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    page.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 99, 79], AP=Dictionary(N=appearance), P=page)]
    )
    page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    page.Metadata = Stream(document, b"<x/>", Type=Name.Metadata)
    return saved(document, **options)
