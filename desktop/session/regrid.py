"""A page on another grid: its layout's tree, its furniture and its free frames brought onto other columns and lines.

Widths follow in proportion: a box that had a third of the columns has a third of the new ones, as near as whole
columns come to it. Heights are in lines and stay; what stretches takes what is more or less.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desktop.errors import LayoutError, UsageError
from desktop.formats.layout_check import least_lines
from desktop.formats.layout_grid import LEAST_SIZE, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES
from desktop.formats.layout_xml import layout_from_bytes, write_layout
from desktop.geometry import format_mm
from desktop.model.edition import Page
from desktop.model.fitting import NOTHING
from desktop.model.layout import Box, Grid, Layout, Node, Slot
from desktop.model.runaround import Place

_NEAR = 0.01
"""Points; lengths that were typed in millimetres are rounded."""


def regridded(page: Page, grid: Grid) -> Page:
    """Return a page on another grid; its frames stay on columns and lines.

    Raises:
        UsageError: The grid does not lie on the sheet, or has too few columns or lines for the layout's slots.
    """
    check_grid(grid)
    old = page.layout.grid
    layout = _on_grid(page.layout, grid)
    columns = layout.root.columns
    frames = tuple(
        replace(f, place=_moved(f.place, old.columns, columns).within(columns, grid.lines)) if f.place else f
        for f in page.frames
    )
    return replace(page, layout=layout, frames=frames, fitting=NOTHING)


def check_grid(grid: Grid) -> None:
    """Make sure that a page can have a grid.

    Raises:
        UsageError: It cannot; says why.
    """
    limits = ((grid.columns, 1, MOST_COLUMNS), (grid.measure, 1, MOST_CHARACTERS), (grid.lines, 1, MOST_LINES))
    if not all(least <= count <= most for count, least, most in limits) or not 0 <= grid.gutter <= MOST_CHARACTERS:
        raise UsageError("A grid has at least one column, one character in it and one line.")
    if grid.body < LEAST_SIZE or grid.pitch < grid.body:
        raise UsageError("Lines closer than the size of the body text would overlap.")
    area = grid.type_area
    if area.x < -_NEAR or area.right > grid.sheet_width + _NEAR:
        raise UsageError(
            "The columns are {width} wide together, the sheet is {sheet}: take fewer or narrower ones.",
            width=format_mm(area.width),
            sheet=format_mm(grid.sheet_width),
        )
    if area.y < -_NEAR or area.bottom > grid.sheet_height + _NEAR:
        raise UsageError(
            "The lines end {over} below the foot of the sheet: take fewer, or begin higher.",
            over=format_mm(max(area.bottom - grid.sheet_height, -area.y)),
        )


def _on_grid(layout: Layout, grid: Grid) -> Layout:
    needed = _least(layout.root)
    if needed > grid.columns:
        raise UsageError("The layout has {needed} frames beside each other; so many columns it needs.", needed=needed)
    lines = least_lines(layout.root)
    if lines > grid.lines:
        raise UsageError("The frames of the layout need at least {needed} lines.", needed=lines)
    old, by = layout.grid, grid.lines - layout.grid.lines
    furniture = tuple(
        (line + by if line > old.lines else line, _slot_over(slot, old.columns, grid))
        for line, slot in layout.furniture
    )
    loose = []
    for line, slot in layout.loose:
        place = Place(slot.column, slot.columns, line, max(1, slot.lines.least))
        fitted = _moved(place, old.columns, grid.columns).within(grid.columns, grid.lines)
        loose.append((fitted.line, _broken(replace(slot, column=fitted.column, columns=fitted.columns), grid)))
    root = _over(layout.root, 1, grid.columns, grid)
    fresh = replace(layout, grid=grid, root=root, furniture=furniture, loose=tuple(loose))
    return checked(fresh)


def checked(layout: Layout) -> Layout:
    """Return a layout as its file would be read.

    Raises:
        UsageError: A file of it could not be read again: packages and saved layouts would be lost.
    """
    try:
        return layout_from_bytes(write_layout(layout), f"{layout.id}.xml")
    except LayoutError as problem:
        raise UsageError("The layout would not hold together: {why}", why=problem.message) from problem


def _least(node: Node) -> int:
    """Return the fewest columns in which the parts of a layout stand beside each other."""
    if isinstance(node, Slot):
        return 1
    parts = [_least(child) for child in node.children]
    return sum(parts) if node.flow == "row" else max(parts)


def _over(box: Box, column: int, columns: int, grid: Grid) -> Box:
    """Return a box over other columns."""
    if box.flow == "row":
        widths = shared([child.columns for child in box.children], [_least(c) for c in box.children], columns)
        starts = [column + sum(widths[:at]) for at in range(len(widths))]
        places = list(zip(starts, widths, strict=True))
    else:
        places = [_inside(box, child, column, columns) for child in box.children]
    children = tuple(
        _over(child, *place, grid) if isinstance(child, Box) else _slot_at(child, *place, grid)
        for child, place in zip(box.children, places, strict=True)
    )
    return replace(box, column=column, columns=columns, children=children)


def _inside(stack: Box, child: Node, column: int, columns: int) -> tuple[int, int]:
    """Return where a child of a stack stands: over all of it, or over its part in proportion."""
    if child.columns == stack.columns:
        return column, columns
    place = _moved(Place(child.column - stack.column + 1, child.columns, 1, 1), stack.columns, columns)
    wide = max(place.columns, _least(child))
    return column + min(place.column - 1, columns - wide), wide


def shared(wishes: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return how many whole columns each part gets of a room, in proportion to its wish and none less than its least.

    What is left over after whole columns goes to the largest remainders, the first of equals.
    """
    exact = [wish * room / sum(wishes) for wish in wishes]
    given = [max(low, int(part)) for low, part in zip(least, exact, strict=True)]
    while sum(given) < room:
        at = max(range(len(given)), key=lambda i: (exact[i] - given[i], -i))
        given[at] += 1
    while sum(given) > room:
        over = [i for i in range(len(given)) if given[i] > least[i]]
        at = max(over, key=lambda i: (given[i] - exact[i], i))
        given[at] -= 1
    return given


def _moved(place: Place, before: int, now: int) -> Place:
    """Return a place over the same part of a row of columns, in whole ones."""
    start = round((place.column - 1) * now / before)
    end = round((place.column - 1 + place.columns) * now / before)
    start = min(start, now - 1)
    return replace(place, column=start + 1, columns=max(1, end - start))


def _slot_over(slot: Slot, before: int, grid: Grid) -> Slot:
    place = _moved(Place(slot.column, slot.columns, 1, 1), before, grid.columns)
    return _slot_at(slot, place.column, place.columns, grid)


def _slot_at(slot: Slot, column: int, columns: int, grid: Grid) -> Slot:
    return _broken(replace(slot, column=column, columns=columns), grid)


def _broken(slot: Slot, grid: Grid) -> Slot:
    """Return a slot set in as many columns as its width still holds."""
    if slot.break_into is None or slot.vertical:
        return slot
    most = (grid.long(slot.columns) + grid.gutter) // (grid.gutter + 1)
    return slot if slot.break_into <= most else replace(slot, break_into=None)
