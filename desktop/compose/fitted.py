"""A page as copyfit left it: heights and measures in its frames and slots, space and size of heads in its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from desktop.compose.material import Block
from desktop.errors import UsageError
from desktop.model.edition import Frame, Page
from desktop.model.fitting import Fitting, FrameFit, HeadFit
from desktop.model.layout import Box, Grid, Slot, SlotKind, SlotWriting


def fitted_page(page: Page) -> Page:
    """Return a page whose frames have the heights, and whose slots the columns, that copyfit gave them.

    A text runs through all its frames as through the first: slots of the other direction are turned.
    """
    fits = {fit.frame: fit for fit in page.fitting.frames}
    turned = _turned(page)
    if not fits and not turned:
        return page
    frames = tuple(_frame(frame, fits.get(frame.id), page.layout.grid) for frame in page.frames)
    broken = {frame.slot: fits[frame.id].columns for frame in page.frames if frame.id in fits}

    def fitted(slot: Slot) -> Slot:
        into, grid = broken.get(slot.id), page.layout.grid
        slot = replace(slot, writing=turned[slot.id]) if slot.id in turned else slot
        return replace(slot, break_into=into) if into and can_break(slot, into, grid) else slot

    loose = tuple((line, fitted(slot)) for line, slot in page.layout.loose)
    layout = replace(page.layout, root=_box(page.layout.root, fitted), loose=loose)
    return replace(page, frames=frames, layout=layout)


def _turned(page: Page) -> dict[str, SlotWriting]:
    """Return how text runs in the slots whose own direction is another than that of the text led through them."""
    turned: dict[str, SlotWriting] = {}
    here = {frame.id for frame in page.frames}
    for flow in page.flows:
        slots = [page.slot_of(frame) for frame in flow.frames if frame in here]
        turned.update((slot.id, slots[0].writing) for slot in slots[1:] if slot.vertical != slots[0].vertical)
    return turned


def _frame(frame: Frame, fit: FrameFit | None, grid: Grid) -> Frame:
    if fit is None or fit.lines is None:
        return frame
    lines = max(1, min(fit.lines, grid.lines))
    return replace(frame, place=replace(frame.place, lines=lines)) if frame.place else replace(frame, lines=lines)


def _box(box: Box, fitted: Callable[[Slot], Slot]) -> Box:
    children = (_box(child, fitted) if isinstance(child, Box) else fitted(child) for child in box.children)
    return replace(box, children=tuple(children))


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
