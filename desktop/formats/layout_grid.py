"""What a schema cannot say about a layout's grid: sizes that a page can have, and places that lie on the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.formats.xml import Document, Node
from desktop.geometry import Rect, format_mm
from desktop.model.layout import Grid, Layout, Slot, SlotKind

LARGEST_SHEET = 14_400.0
"""Points: 200 inches, the largest page of a PDF (PDF 32000-1, annex C)."""
LEAST_SIZE = 1.0
"""Points, of the body and of a line: nothing smaller can be printed, let alone read."""
MOST_COLUMNS, MOST_LINES = 100, 2_000
MOST_CHARACTERS = 1_000
"""Of a measure, a gutter, and of a whole line."""
_NEAR = 0.01
"""Points; lengths in millimetres are rounded."""


def grid_faults(document: Document, grid: Grid) -> Iterator[Exception]:
    """Yield what is wrong with sheet and grid; to be asked before slots are placed on them."""
    root = document.root
    sheet, node = document.child(root, "sheet"), document.child(root, "grid")
    sizes = (("width", grid.sheet_width), ("height", grid.sheet_height))
    yield from (_size_fault(document, sheet, name) for name, size in sizes if not LEAST_SIZE <= size <= LARGEST_SHEET)
    sizes = (("body", grid.body), ("pitch", grid.pitch))
    yield from (_size_fault(document, node, name) for name, size in sizes if not LEAST_SIZE <= size <= LARGEST_SHEET)
    if grid.pitch < grid.body:
        yield document.fault(node, "the pitch of <grid> is less than its body: lines would overlap.")
    counts = (
        ("columns", grid.columns, MOST_COLUMNS),
        ("measure", grid.measure, MOST_CHARACTERS),
        ("gutter", grid.gutter, MOST_CHARACTERS),
        ("lines", grid.lines, MOST_LINES),
    )
    for name, count, most in counts:
        if count > most:
            template = "<grid> says {name}=“{count}”; it can be {most} at most."
            yield document.fault(node, template, name=name, count=count, most=most)
    if not _inside(grid.type_area, grid):
        yield _outside(document, node, grid)


def _size_fault(document: Document, node: Node, name: str) -> Exception:
    template = "<{tag}> says {name}=“{word}”; it can be {least}pt to {most}pt."
    least, most = f"{LEAST_SIZE:g}", f"{LARGEST_SHEET:g}"
    return document.fault(
        node, template, tag=node.tag, name=name, word=document.word(node, name), least=least, most=most
    )


def _outside(document: Document, node: Node, grid: Grid) -> Exception:
    area = grid.type_area
    return document.fault(
        node,
        "the type area of <grid>, {width} × {height}, {top} below the top, leaves the sheet, {wide} × {high}.",
        width=format_mm(area.width),
        height=format_mm(area.height),
        top=format_mm(area.y),
        wide=format_mm(grid.sheet_width),
        high=format_mm(grid.sheet_height),
    )


def _inside(box: Rect, grid: Grid) -> bool:
    fits_across = box.x >= -_NEAR and box.right <= grid.sheet_width + _NEAR
    return fits_across and box.y >= -_NEAR and box.bottom <= grid.sheet_height + _NEAR


def furniture_faults(document: Document, layout: Layout) -> Iterator[Exception]:
    """Yield what is wrong with furniture: it stands above line 1 or below the last, on the sheet, and apart."""
    taken: list[tuple[Slot, int, int]] = []
    for node, (line, slot) in zip(document.root.all("furniture"), layout.furniture, strict=True):
        if slot.lines.auto and slot.kind is not SlotKind.FOLIO:
            yield document.fault(node, "the furniture slot “{id}” follows its content; say lines=“2”.", id=slot.id)
        lines = max(1, slot.lines.least)
        if line + lines > 1 and line <= layout.grid.lines:
            template = "the furniture “{id}” takes lines {first} to {last} of the page; it stands above or below."
            yield document.fault(node, template, id=slot.id, first=line, last=line + lines - 1)
        if not _inside(layout.grid.box(slot.column, slot.columns, line, lines), layout.grid):
            yield document.fault(node, "the furniture “{id}” does not lie on the sheet.", id=slot.id)
        for other, top, height in taken:
            apart = line >= top + height or top >= line + lines
            beside = slot.column >= other.column + other.columns or other.column >= slot.column + slot.columns
            if not apart and not beside:
                yield document.fault(node, "the furniture “{id}” overlaps “{other}”.", id=slot.id, other=other.id)
        taken.append((slot, line, lines))
