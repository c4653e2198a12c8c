"""What stands in which slot: flows become text for columns, groups of heads, folio pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, takewhile
from math import floor
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.blocks import block_of, paragraphs, style_for, style_of_group
from desktop.compose.columns import column_measures
from desktop.compose.fitted import fitted_blocks
from desktop.compose.handover import Incoming, Rest
from desktop.compose.heads import breaks_well
from desktop.compose.jumps import BACKWARD, Opening, cut_block, jump_line, opening_indent, with_opening
from desktop.compose.material import Block, Context
from desktop.compose.setting import measure_ems
from desktop.compose.tiers import tiers
from desktop.display.items import Writing
from desktop.model.edition import Flow
from desktop.model.layout import Slot, SlotKind
from desktop.model.story import Element, Role
from desktop.model.style import indent_of
from desktop.text import least_width

TEXT_KINDS = frozenset({SlotKind.TEXT, SlotKind.CAPTION})
GROUP_KINDS = frozenset({SlotKind.HEAD, SlotKind.SLOGAN, SlotKind.FOLIO})

_LIKELY = 4
"""A vertical frame without limits is taken for a quarter of the type area high, before its text is set."""

_FAR = 3.0
"""Pages of text of which every paragraph is set by itself, also what finds no room: in lines, it is told exactly."""

_SPANNING = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD})


class TextFlow(Struct, frozen=True):
    """A flow of text: heads that stand across its first frame, blocks for its columns, and its frames' slots."""

    flow: Flow
    slots: tuple[Slot, ...]
    heads: tuple[Block, ...]
    blocks: tuple[Block, ...]
    carried: tuple[str, ...] = ()
    """Elements that come from an earlier page, at least in part."""
    opening: Opening | None = None

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements that it sets, in order, also those of an earlier page of which only the rest stands here."""
        return tuple(element for block in (*self.heads, *self.blocks) for element in block.elements)

    @property
    def vertical(self) -> bool:
        """Tell whether the text is set vertically: through all its frames as in the first."""
        return self.slots[0].vertical


class Group(Struct, frozen=True):
    """What stands in one slot of its own: blocks of heads or slogans; a folio has elements only."""

    flow: Flow
    slot: Slot
    elements: tuple[Element, ...]
    blocks: tuple[Block, ...]


class Collected(Struct, frozen=True):
    """Texts and groups by slot id, and the flows whose frames hold no text at all."""

    texts: Mapping[str, TextFlow]
    groups: Mapping[str, Group]
    refused: tuple[Flow, ...]


def collect(context: Context) -> Collected:
    """Return what the page's flows bring to its slots."""
    texts: dict[str, TextFlow] = {}
    groups: dict[str, Group] = {}
    refused: list[Flow] = []
    by_id = {slot.id: slot for slot in context.page.layout.slots()}
    by_frame = {frame.id: by_id[frame.slot] for frame in context.page.frames if frame.slot in by_id}
    for flow in context.page.flows:
        slots = tuple(by_frame[frame] for frame in flow.frames)
        incoming = context.jumps.incoming.get(flow.frames[0]) if flow.frames else None
        elements = context.flow_elements(flow)
        if not elements and incoming is None:
            continue
        if not slots:
            refused.append(flow)
            continue
        if slots[0].kind in TEXT_KINDS:
            text = _text(context, flow, slots, incoming) if incoming else _kept(_text, context, flow, slots)
            texts.update({slot.id: text for slot in slots})
        elif slots[0].kind in GROUP_KINDS:
            groups[slots[0].id] = _kept(_group, context, flow, slots)
        else:
            refused.append(flow)
    return Collected(texts, groups, tuple(refused))


_Made = TypeVar("_Made")


def _kept(
    make: Callable[[Context, Flow, tuple[Slot, ...]], _Made], context: Context, flow: Flow, slots: tuple[Slot, ...]
) -> _Made:
    """Return what a flow brings, the very same as long as neither its texts nor their rules change."""
    elements = context.flow_elements(flow)
    parts = [context.part(element) for element in elements]
    told = (id(record) for record in (flow, *slots, *elements, *parts))
    alive = (flow, slots, elements, parts, context.edition.style, context.page.layout)
    return context.store.keep((make, *told, context.rules), alive, lambda: make(context, flow, slots))


def _text(context: Context, flow: Flow, slots: tuple[Slot, ...], incoming: Incoming | None = None) -> TextFlow:
    """Split off the heads that stand across the first frame's columns; what comes in goes before the flow's own."""
    rest = incoming.rest if incoming else Rest(())
    carried = [context.elements[key] for key in rest.elements if key in context.elements]
    elements = [*carried, *context.flow_elements(flow)]
    first = slots[0]
    wide = first.kind is SlotKind.TEXT and first.columns > 1 and Role.BODY in first.accepts and not first.vertical
    count = 0
    # A subhead crosses the columns where it heads all of them; one of several heads its own part of a column.
    several = sum(element.role is Role.SUBHEAD for element in elements) > 1
    spanning = _SPANNING - {Role.SUBHEAD} if several else _SPANNING
    while wide and count < len(elements) and elements[count].role in spanning:
        count += 1
    styles = context.edition.style.head
    heads = tuple(block_of(context, (e,), context.chosen(styles[e.role], e), first) for e in elements[:count])
    groups = _within_reach(context, list(paragraphs(elements[count:])), first)
    cut = [cut_block(context, groups.pop(0), rest.stands, first)] if rest.stands and groups else []
    blocks = [*cut, *(block_of(context, group, style_of_group(context, group, first), first) for group in groups)]
    narrowest = min(measure for slot in slots for measure in _measures(context, slot, first.vertical))
    fitting = context.page.fitting
    fitted = fitted_blocks(_at_one_size(blocks, narrowest), fitting)
    text = TextFlow(flow, slots, fitted_blocks(heads, fitting), fitted, tuple(element.id for element in carried))
    return _opened(context, text, incoming, narrowest) if incoming else text


def _within_reach(context: Context, groups: list[tuple[Element, ...]], slot: Slot) -> list[tuple[Element, ...]]:
    """Return the paragraphs of a text, those further on than several pages reach as one, which then is not shaped."""
    pages = accumulate(_pages(context, group, slot) for group in groups)
    count = sum(1 for _ in takewhile(_FAR.__ge__, pages)) + 1
    beyond = tuple(element for group in groups[count:] for element in group)
    return [*groups[:count], beyond] if beyond else groups


def _pages(context: Context, group: Sequence[Element], slot: Slot) -> float:
    """Return how many pages a paragraph would take at least."""
    style = style_of_group(context, group, slot)
    return sum(least_width(element.text) for element in group) / context.room(style)


def _opened(context: Context, text: TextFlow, incoming: Incoming, narrowest: float) -> TextFlow:
    """Return a text that begins by saying where it comes from: in its first line, or above it where that is narrow.

    Beside pictures a first line may become too narrow, and how long those of vertical text are is not known yet.
    """
    at = next((number for number, block in enumerate(text.blocks) if not block.is_head), None)
    if at is None:
        return text
    writing: Writing = "v" if text.vertical else "h"
    line, block = jump_line(context, BACKWARD, incoming.number, text.slots[0], writing), text.blocks[at]
    unknown = text.vertical or any(frame.place is not None for frame in context.page.frames)
    indent = None if unknown else opening_indent(block, line, narrowest)
    if indent is None:
        return replace(text, opening=Opening(line, at, 0.0, above=True))
    before = indent_of(block.style, measure_ems(block, narrowest))
    blocks = (*text.blocks[:at], with_opening(block, indent), *text.blocks[at + 1 :])
    return replace(text, blocks=blocks, opening=Opening(line, at, before, above=False))


def _measures(context: Context, slot: Slot, vertical: bool) -> list[float]:
    if vertical:  # how high the frame becomes is not known yet
        lines = slot.lines.least or slot.lines.most or context.grid.lines // _LIKELY
        return [tier.height for tier in tiers(slot, context.grid.box(1, slot.columns, 1, lines), context.grid)]
    return [measure for _, measure in column_measures(context.grid, slot, slot.columns)]


def _at_one_size(blocks: Sequence[Block], measure: float) -> list[Block]:
    """Set the heads inside a text alike: a role in the size at which most of its heads break well."""
    sizes: dict[Role, float] = {}
    for role in {block.elements[0].role for block in blocks if block.is_head}:
        heads = [block for block in blocks if block.elements[0].role is role]
        well = {s: sum(breaks_well(head, floor(measure / s)) for head in heads) for s in heads[0].style.sizes}
        sizes[role] = max(well, key=lambda size: (well[size], size))
    return [
        replace(block, style=replace(block.style, sizes=(sizes[block.elements[0].role],))) if block.is_head else block
        for block in blocks
    ]


def _group(context: Context, flow: Flow, slots: tuple[Slot, ...]) -> Group:
    elements, slot = context.flow_elements(flow), slots[0]
    house = context.edition.style
    blocks: list[Block] = []
    if slot.kind is SlotKind.SLOGAN:
        style = style_for(house, slot, Role.SLOGAN)
        blocks = [block_of(context, (e,), context.chosen(style, e), slot) for e in elements]
    elif slot.kind is SlotKind.HEAD:
        blocks = [block_of(context, (e,), style_of_group(context, (e,), slot), slot) for e in elements]
    return Group(flow, slot, tuple(elements), tuple(blocks))
