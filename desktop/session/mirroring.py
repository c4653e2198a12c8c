"""A layout with its pictures at the other side."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.layout import Box, Layout, Node, Slot, SlotKind

_SIDES = str.maketrans("lr", "rl")


def mirrored(layout: Layout) -> Layout:
    """Return a layout in which every row with a picture in it runs from right to left.

    The outermost of such rows are turned with all that is in them; heads across the page and furniture stay.
    """
    root = _turned_inside(layout.root)
    return layout if root == layout.root else replace(layout, root=root)


def _turned_inside(box: Box) -> Box:
    if box.flow == "row" and _has_picture(box):
        turned = _turned(box, box.column, box.column + box.columns - 1)
        return turned if isinstance(turned, Box) else box
    children = tuple(_turned_inside(child) if isinstance(child, Box) else child for child in box.children)
    return replace(box, children=children)


def _turned(node: Node, first: int, last: int) -> Node:
    """Return a part of a layout reflected between two columns."""
    column = first + last - (node.column + node.columns - 1)
    if isinstance(node, Slot):
        return replace(node, column=column, border=node.border.translate(_SIDES))
    children = tuple(_turned(child, first, last) for child in node.children)
    return replace(node, column=column, children=children[::-1] if node.flow == "row" else children)


def _has_picture(node: Node) -> bool:
    if isinstance(node, Slot):
        return node.kind is SlotKind.PICTURE
    return any(_has_picture(child) for child in node.children)
