"""A page as copyfit left it: heights and measures in its frames and slots, space and size of heads in its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from desktop.compose.material import Block
from desktop.errors import UsageError
from desktop.model.edition import Frame, Page
from desktop.model.fitting import Fitting, FrameFit, HeadFit
from desktop.model.layout import Box, Grid, Node, Slot, SlotKind


def fitted_page(page: Page) -> Page:
    """Return a page whose frames have the heights, and whose slots the columns, that copyfit gave them."""
    fits = {fit.frame: fit for fit in page.fitting.frames}
    if not fits:
        return page
    frames = tuple(_frame(frame, fits.get(frame.id), page.layout.grid) for frame in page.frames)
    broken = {frame.slot: fits[frame.id].columns for frame in page.frames if frame.id in fits}
    layout = replace(page.layout, root=_box(page.layout.root, broken, page.layout.grid))
    return replace(page, frames=frames, layout=layout)


def _frame(frame: Frame, fit: FrameFit | None, grid: Grid) -> Frame:
    if fit is None or fit.lines is None:
        return frame
    lines = max(1, min(fit.lines, grid.lines))
    return replace(frame, place=replace(frame.place, lines=lines)) if frame.place else replace(frame, lines=lines)


def _box(box: Box, columns: Mapping[str, int | None], grid: Grid) -> Box:
    return replace(box, children=tuple(_node(child, columns, grid) for child in box.children))


def _node(node: Node, columns: Mapping[str, int | None], grid: Grid) -> Node:
    if isinstance(node, Box):
        return _box(node, columns, grid)
    into = columns.get(node.id)
    return replace(node, break_into=into) if into and can_break(node, into, grid) else node


def can_break(slot: Slot, into: int, grid: Grid) -> bool:
    """Tell whether a slot's width can be set in so many columns."""
    if slot.kind is not SlotKind.TEXT or slot.vertical:
        return False
    try:
        grid.broken(slot.columns, into)
    except UsageError:
        return False
    return True


def fitted_blocks(blocks: Iterable[Block], fitting: Fitting) -> tuple[Block, ...]:
    """Return the blocks of a text with the lines, spaces and sizes that copyfit gave them."""
    lines = {fit.element: fit.lines for fit in fitting.paragraphs}
    heads = {fit.element: fit for fit in fitting.heads}
    return tuple(_block(block, lines.get(block.elements[0].id, 0), heads.get(block.elements[0].id)) for block in blocks)


def _block(block: Block, more: int, head: HeadFit | None) -> Block:
    if block.is_head and head is not None:
        style = block.style
        before = style.before if head.before is None else head.before
        after = style.after if head.after is None else head.after
        return replace(block, style=replace(style, before=before, after=after, sizes=_sizes(style.sizes, head.largest)))
    return replace(block, more=more) if more and not block.is_head else block


def _sizes(sizes: tuple[float, ...], largest: float | None) -> tuple[float, ...]:
    """Return the sizes up to the largest; the smallest is always among them."""
    return sizes if largest is None else tuple(size for size in sizes if size <= largest) or sizes[-1:]
