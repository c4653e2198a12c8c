"""Paragraphs set from plain strings, with the product's own faces and house style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from desktop.display import GlyphRun, PageDisplay
from desktop.fonts import Face, FaceLibrary
from desktop.formats.style_xml import default_style
from desktop.geometry import Rect
from desktop.model.settext import SetText
from desktop.model.style import FaceRole, HouseStyle, KinsokuLevel, Typography
from desktop.text import (
    Breaker,
    FaceChain,
    LineBreak,
    LinePlace,
    Measures,
    RuleTables,
    SetLine,
    ShapedParagraph,
    compile_tables,
    line_runs,
    set_cells,
    shape_paragraph,
)

LIBRARY = FaceLibrary(system_folders=())
BODY = 10.0
"""Size in points at which paragraphs are painted: a tenth of a point is a hundredth of an em."""

PITCH = 13.0
FACES = tuple(role.value for role in FaceRole)


@cache
def style() -> HouseStyle:
    return default_style()


@cache
def chain(role: str = "song") -> FaceChain:
    return FaceChain([LIBRARY.open(face) for face in style().faces[FaceRole(role)]])


def face(role: str = "song") -> Face:
    return chain(role).faces[0]


def typography(level: str = "gb", **spacing: float) -> Typography:
    """The house's typography at a level, some of its spacing changed."""
    own = style().typography
    return replace(own, level=KinsokuLevel(level), spacing=replace(own.spacing, **spacing))


@cache
def tables(level: str = "gb", **spacing: float) -> RuleTables:
    return compile_tables(typography(level, **spacing))


@cache
def varied(*variants: str) -> RuleTables:
    """The house's tables with variants of its own chosen."""
    known = {variant.id for variant in style().variants}
    assert known.issuperset(variants)
    return compile_tables(style().typography_by([(variants, None)]))


def plain(text: str, element: str = "e1", start: int = 0) -> SetText:
    """A text that stands for itself."""
    at = range(start, start + len(text))
    return SetText(element, text, tuple(at), tuple(i + 1 for i in at))


def shaped(
    text: str, role: str = "song", *, rules: RuleTables | None = None, writing: str = "h", clause: bool = False
) -> ShapedParagraph:
    return shape_paragraph([plain(text)], chain(role), rules or tables(), writing, clause)


def broken(paragraph: ShapedParagraph, measure: float, indent: float = 0.0) -> list[LineBreak]:
    """All lines of a paragraph."""
    first = (measure - indent,) if indent else ()
    return list(Breaker(paragraph).lines(Measures(measure, first)).lines)


def set_lines(paragraph: ShapedParagraph, measure: float, indent: float = 0.0) -> list[SetLine]:
    """All lines of a paragraph, justified."""
    return [
        set_cells(paragraph, line, measure - (0.0 if number else indent), justify=True)
        for number, line in enumerate(broken(paragraph, measure, indent))
    ]


def text_of(paragraph: ShapedParagraph, line: LineBreak) -> str:
    """What stands on a line; white space at its end left out."""
    cells = paragraph.cells
    return (
        paragraph.text[cells.first[line.start] : cells.last[line.stop - 1]].rstrip() if line.stop > line.start else ""
    )


def rows(text: str, measure: float, indent: float = 0.0, **options) -> list[str]:
    paragraph = shaped(text, **options)
    return [text_of(paragraph, line) for line in broken(paragraph, measure, indent)]


def runs_of(paragraph: ShapedParagraph, measure: float, indent: float = 0.0) -> Iterator[GlyphRun]:
    """The glyph runs of a paragraph in a column at the page's left edge, the first line a pitch down."""
    for number, line in enumerate(set_lines(paragraph, measure, indent)):
        x = 0.0 if number else indent * BODY
        yield from line_runs(paragraph, line, LinePlace(x, (number + 1) * PITCH, BODY, "text", number))


def page_of(text: str, measure: float, indent: float = 0.0, **options) -> PageDisplay:
    """A page with one column that holds one paragraph."""
    runs = tuple(runs_of(shaped(text, **options), measure, indent))
    height = PITCH * (1 + max((run.line for run in runs), default=0))
    area = Rect(0, 0, measure * BODY, height)
    return PageDisplay("1", area.width, height + PITCH, PITCH, PITCH, BODY, area, (), runs)


def naive_page(text: str, measure: int) -> PageDisplay:
    """The control: a page whose lines are so many characters long, an em each, whatever they are."""
    paragraph = shaped(text, rules=tables("none"))
    runs: list[GlyphRun] = []
    for number, start in enumerate(range(0, len(paragraph), measure)):
        end = min(len(paragraph), start + measure)
        line = SetLine(LineBreak(start, end, end, last=False), tuple(float(i) for i in range(end - start)), 0.0)
        runs += line_runs(paragraph, line, LinePlace(0.0, (number + 1) * PITCH, BODY, "text", number))
    return replace(page_of("控", measure), items=tuple(runs))
