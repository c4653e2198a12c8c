"""A layout of one head and one text across the page, with no place for pictures, captions and slogans."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.formats.layout_xml import find_layout
from desktop.model.layout import Layout, SlotKind
from desktop.model.story import Role


def _plain(layout: Layout) -> Layout:
    slots = tuple(layout.slots())
    head = next(slot for slot in slots if slot.kind is SlotKind.HEAD and Role.HEADLINE in slot.accepts)
    text = next(slot for slot in slots if slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts)
    columns = layout.grid.columns
    wide = (replace(head, column=1, columns=columns), replace(text, column=1, columns=columns, next=None))
    return replace(layout, id="plain", root=replace(layout.root, children=wide), furniture=())


PLAIN = _plain(find_layout("tabloid-feature"))
