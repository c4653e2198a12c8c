"""What stands in a slot of its own: a group of heads, slogans, the folio strip; kept while nothing of it changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.compose.collect import Group
from desktop.compose.folio import folio_runs
from desktop.compose.heads import SetHead, fit_group, fitting_heads
from desktop.compose.lines import head_notes
from desktop.compose.material import Context
from desktop.compose.place import head_lines
from desktop.compose.result import LineNote
from desktop.compose.slogan import fit_slogan, slogan_runs
from desktop.compose.tiers import inner_box
from desktop.compose.vertical import fit_head_columns, head_columns
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.model.layout import Slot, SlotKind
from desktop.model.story import SourceRange


class SetGroup(Struct, frozen=True):
    """The runs of a group, what is to be said of its lines, and by element what of it found no room."""

    runs: tuple[GlyphRun, ...]
    notes: tuple[LineNote, ...] = ()
    over: Mapping[str, tuple[SourceRange, ...]] = {}


def set_folio(context: Context, group: Group | None, frame: str, box: Rect) -> SetGroup:
    """Return the folio strip: what the articles say of the paper, and what the page adds."""
    elements = group.elements if group else ()
    parts = [context.part(element) for element in elements]
    page = context.page  # not its id: a page whose frames stand elsewhere has the same folio
    key = (set_folio, page.number, page.date, *map(id, elements), *map(id, parts), context.rules, frame, box)
    alive = (page.layout, elements, parts, context.edition.style)
    return context.store.keep(key, alive, lambda: SetGroup(tuple(folio_runs(context, elements, box, frame))))


def set_group(context: Context, slot: Slot, group: Group, frame: str, box: Rect) -> SetGroup:
    """Return slogans, or heads: those that find no room are overset."""
    pitch, body = context.grid.pitch, context.grid.body

    def work() -> SetGroup:
        if slot.kind is SlotKind.SLOGAN:
            return _slogans(group, frame, box)
        if slot.vertical:
            inside = inner_box(slot, box, body)
            heads = fit_head_columns(group.blocks, inside, pitch)
            count = fitting_heads(heads, inside.width, pitch)
            return _heads(heads, count, tuple(head_columns(heads[:count], inside, pitch, frame)), frame)
        heads = fit_group(group.blocks, box.width, round(box.height / pitch), pitch)
        count = fitting_heads(heads, box.height, pitch)
        return _heads(heads, count, tuple(head_lines(heads[:count], box, pitch, frame)), frame)

    return context.store.keep((set_group, id(slot), id(group), frame, box, pitch, body), (slot, group), work)


def _slogans(group: Group, frame: str, box: Rect) -> SetGroup:
    slogan = fit_slogan(group.blocks, box.width, box.height)
    over = {}
    for block, line in reversed(slogan.left):
        over.update(block.ranges_from(line.start))
    return SetGroup(tuple(slogan_runs(slogan, box, frame)), over=over)


def _heads(heads: list[SetHead], count: int, runs: tuple[GlyphRun, ...], frame: str) -> SetGroup:
    over = {element: ranges for head in heads[count:] for element, ranges in head.block.ranges_from(0).items()}
    return SetGroup(runs, tuple(head_notes(heads[:count], frame)), over)
