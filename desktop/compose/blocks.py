"""Elements of a flow as blocks: joined to paragraphs, in the style of their role, slot and choice, shaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.compose.material import HEAD_ROLES, Block, Context
from desktop.display.items import Writing
from desktop.model.layout import Slot
from desktop.model.settext import SetText
from desktop.model.story import Element, Role
from desktop.model.style import HouseStyle, ParagraphStyle


def style_for(house: HouseStyle, slot: Slot, role: Role) -> ParagraphStyle:
    """Return how a role is set in a slot: by the slot's own choice, as a head, or as part of a text column."""
    chosen = house.paragraph_style(dict(slot.styles).get(role, ""))
    if chosen is not None:
        return chosen
    table, other = (house.flow, house.head) if Role.BODY in slot.accepts else (house.head, house.flow)
    return table.get(role) or other.get(role) or house.flow[Role.BODY]


def blocks_of(context: Context, elements: Sequence[Element], slot: Slot) -> list[Block]:
    """Return the blocks of the elements of a flow, those that run on joined to one paragraph."""
    return [block_of(context, group, style_of_group(context, group, slot), slot) for group in paragraphs(elements)]


def style_of_group(context: Context, group: Sequence[Element], slot: Slot) -> ParagraphStyle:
    """Return the style of elements that make one paragraph: that of the first that is no dateline."""
    element = next((e for e in group if e.role is not Role.DATELINE), group[0])
    return context.chosen(style_for(context.edition.style, slot, element.role), element)


def paragraphs(elements: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    """Yield the elements that make one paragraph each."""
    group: list[Element] = []
    for element in elements:
        if group and not (element.run_in and group[-1].order == element.order - 1):
            yield tuple(group)
            group = []
        group.append(element)
    if group:
        yield tuple(group)


def block_of(
    context: Context,
    group: tuple[Element, ...],
    style: ParagraphStyle,
    slot: Slot,
    parts: Sequence[SetText] | None = None,
) -> Block:
    """Return elements that make one paragraph as a block in a style, by the rules and in the direction of a slot.

    ``parts`` is what of their texts is to be set; left out, all of it.
    """
    if parts is None:
        parts = [context.part(element) for element in group]
    head = group[0].role in HEAD_ROLES or group[0].role in {Role.SLOGAN, Role.BYLINE, Role.FOLIO}
    tables, chain = context.tables(style, slot), context.chain_of(style.face, group, parts)
    names = tuple(name for name in context.names if any(name in part.text for part in parts)) if head else ()
    writing: Writing = "v" if slot.vertical else "h"
    return Block(group, style, context.store.shape(tables, chain, parts, writing, head, names, context.room(style)))
