"""Pages made by hand for these tests."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from desktop.display import Fill, GlyphRun, Ink, Item, PageDisplay, Picture, Rule
from desktop.fonts import Face
from desktop.formats.layout_xml import layout_from_bytes
from desktop.geometry import MM, Rect
from desktop.model.edition import Edition, Media
from desktop.model.story import Role
from desktop.pdf import DocumentInfo, write_pdf
from tests.compose.pages import compose, edition, story


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


VERTICAL = (
    "新区召开“平安建设”推进会，GDP增长12%，达100%；5.2%的企业用Python与iPhone 15……",
    "“头雁”——记WTO（世贸组织）中心：2024年94817人次？《讲话》说‘好’！甲—乙～丙－丁／戊·己",
)


@cache
def vertical_edition() -> Edition:
    """A page of vertical heads and text, in all faces, with everything that is turned or narrowed."""
    names = '<name lang="zh">测试</name>'
    heads = f'<slot id="h" kind="head" roles="headline kicker deck" columns="1" writing="vertical">{names}</slot>'
    text = f'<slot id="t" kind="text" roles="body" columns="1" lines="auto" writing="vertical">{names}</slot>'
    slots = f'<row lines="30">{heads}{text}</row>'
    xml = f"""<layout id="v" version="1">{names}<sheet width="400pt" height="500pt"/>
<grid body="9pt" columns="2" measure="18" gutter="1" lines="36" pitch="12pt"/><stack>{slots}</stack></layout>"""
    parts = [
        (Role.KICKER, VERTICAL[1][:20]),
        (Role.HEADLINE, "“头雁”领航12载 GDP翻番"),
        (Role.DECK, "100位Python青年——"),
    ]
    parts += [(Role.BODY, text) for text in VERTICAL * 2]
    return edition(layout_from_bytes(xml.encode(), "v.xml"), story(*parts))


@cache
def vertical_page() -> PageDisplay:
    """That page, composed."""
    page = compose(vertical_edition())
    assert not page.overset
    return page.display


def pdf(library, *items: Item, media: tuple[Media, ...] = (), info: DocumentInfo | None = None, **size) -> bytes:
    return write_pdf([sheet(*items, **size)], library, {item.id: item for item in media}, info or DocumentInfo())


__all__ = [
    "Fill",
    "Ink",
    "Picture",
    "Rect",
    "Rule",
    "column",
    "line",
    "pdf",
    "sheet",
    "vertical_edition",
    "vertical_page",
]
