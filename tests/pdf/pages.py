"""Pages made by hand for these tests."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.display import Fill, GlyphRun, Ink, Item, PageDisplay, Picture, Rule
from desktop.fonts import Face
from desktop.geometry import MM, Rect
from desktop.model.edition import Media
from desktop.pdf import DocumentInfo, write_pdf


def line(face: Face, text: str, *, size=9.0, x=50.0, y=50.0, element="e1", gap=0.0, start=0, **more) -> GlyphRun:
    """A horizontal line, one glyph for each character, ``gap`` points more than the advance."""
    gids = tuple(face.glyph(ord(char)) for char in text)
    assert all(gids), f"the face lacks one of {text!r}"
    dx, pen = [], 0.0
    for gid in gids:
        dx.append(pen)
        pen += face.advance(gid) * size + gap
    count = len(gids)
    return GlyphRun(
        face=face.id,
        size=size,
        x=x,
        y=y,
        gids=gids,
        dx=tuple(dx),
        dy=(0.0,) * count,
        text=text,
        clusters=tuple(range(count)),
        starts=tuple(range(start, start + count)),
        ends=tuple(range(start + 1, start + count + 1)),
        element=element,
        frame="f1",
        line=0,
        **more,
    )


def column(face: Face, text: str, *, size=20.0, x=300.0, y=100.0, **more) -> GlyphRun:
    """Upright glyphs from top to bottom."""
    run = line(face, text, size=size, x=x, y=y, writing="v", **more)
    count = len(run.gids)
    return replace(run, dx=(0.0,) * count, dy=tuple(at * size for at in range(count)))


def sheet(*items: Item, width=273 * MM, height=390 * MM) -> PageDisplay:
    return PageDisplay("17", width, height, 13.5, 60.0, 9.0, Rect(40, 40, 690, 1000), (), items)


def pdf(library, *items: Item, media: tuple[Media, ...] = (), info: DocumentInfo | None = None, **size) -> bytes:
    return write_pdf([sheet(*items, **size)], library, {item.id: item for item in media}, info or DocumentInfo())


__all__ = ["Fill", "Ink", "Picture", "Rect", "Rule", "column", "line", "pdf", "sheet"]
