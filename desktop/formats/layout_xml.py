"""Layout files (layouts/*.xml) ↔ Layout.

The file gives a sheet, a grid, furniture at fixed lines and a tree of ``stack``, ``row`` and ``slot``. Columns count
from 1 across the page and are filled in for every node while reading: a child takes its parent's unless it says
otherwise, and the children of a row stand side by side. Heights: ``lines="6"`` is fixed, ``"auto"`` follows the
content, ``"auto 4..20"`` within bounds, ``"10.."`` and ``"10..40"`` stretch.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from desktop.errors import LayoutError
from desktop.formats.layout_check import check_layout
from desktop.formats.layout_grid import grid_faults
from desktop.formats.typography_xml import variant_ids
from desktop.formats.xml import Document, Node, own_file, read_document, read_file, serialise
from desktop.locator import layouts_folder
from desktop.model.layout import Box, Grid, Layout, Lines, LineStyle, Slot, SlotKind, SlotWriting
from desktop.model.layout import Node as LayoutNode
from desktop.model.story import Role
from desktop.model.style import HouseStyle

StyleSource = Callable[[], HouseStyle]
"""What gives a house style when it is needed."""
VERSION = "1"
AUTO = Lines(0, None, auto=True)
STRETCH = Lines(0, None)
_LINES = re.compile(r"(?:(auto)(?: +(?=\d)|$))?(?:(\d+)(?:(\.\.)(\d+)?)?)?")
_PICTURES = frozenset({SlotKind.PICTURE, SlotKind.ADVERT})
_FLOWS: tuple[Literal["stack", "row"], ...] = ("stack", "row")


def read_layout(path: Path, style: StyleSource | None = None) -> Layout:
    """Return the layout in a file; with the house style it is to be used with, its paragraph styles are looked up.

    Raises:
        LayoutError: The file cannot be read or is not a layout; says where and why.
    """
    return layout_from_bytes(read_file(path, LayoutError), path.name, style, own=own_file(path))


def layout_from_bytes(data: bytes, name: str, style: StyleSource | None = None, *, own: bool = False) -> Layout:
    """Return the layout in a file's bytes; ``own`` marks the product's own files, which are not validated again."""
    return read_document(data, name, "layout", LayoutError, lambda document: _layout(document, style), own=own)


def layout_ids() -> tuple[str, ...]:
    """Return the ids of the layouts that come with the product."""
    return tuple(sorted(path.stem for path in layouts_folder().glob("*.xml")))


def find_layout(id_or_path: str | Path, style: StyleSource | None = None) -> Layout:
    """Return a layout by id, or from a file; ``style`` gives the house style that it is to be used with.

    Raises:
        LayoutError: There is neither such an id nor such a file, or the file is not a layout.
    """
    known, wanted = layout_ids(), str(id_or_path)
    if wanted in known:
        return read_layout(layouts_folder() / f"{wanted}.xml", style)
    path = Path(id_or_path)
    with suppress(OSError):  # a name too long for a file
        if path.suffix or path.exists():
            return read_layout(path, style)
    raise LayoutError("There is no layout {id}; known are {known}.", id=wanted, known=", ".join(known))


def lines_from_text(text: str) -> Lines:
    """Return the height that ``lines="…"`` says.

    Raises:
        ValueError: The text says no height.
    """
    found = _LINES.fullmatch(text)
    if found is None or not text:
        raise ValueError(text)
    auto, least, dots, most = found.groups()
    if least is None:
        return AUTO
    low = int(least)
    high = int(most) if most else None if dots else low
    if high is not None and high < low:
        raise ValueError(text)
    return Lines(low, high, auto=auto is not None)


def lines_text(lines: Lines) -> str:
    """Return the height as a layout file writes it."""
    if lines == AUTO:
        return "auto"
    least = str(lines.least) if lines.most == lines.least else f"{lines.least}..{lines.most or ''}"
    return f"auto {least}" if lines.auto else least


def _layout(document: Document, style: StyleSource | None) -> Layout:
    root = document.root
    if root.tag != "layout":
        raise document.fault(root, "the file begins with <{tag}>; a layout begins with <layout>.", tag=root.tag)
    if document.word(root, "version") != VERSION:
        raise document.fault(
            root, "this layout needs a newer version of the program (format {v}).", v=root.attributes["version"]
        )
    grid = _grid(document, document.child(root, "sheet"), document.child(root, "grid"))
    for fault in grid_faults(document, grid):
        raise fault
    page = (1, grid.columns)
    furniture = tuple(
        (_line(document, piece), _slot(document, document.child(piece, "slot"), page))
        for piece in root.all("furniture")
    )
    tree = next((child for child in root.children if child.tag in _FLOWS), None)
    if tree is None:
        raise document.fault(root, "<layout> lacks its <stack>.")
    chosen = variant_ids(document, root)
    loose = tuple(
        (document.number(piece, "line", least=1), _slot(document, document.child(piece, "slot"), page))
        for piece in root.all("loose")
    )
    layout = Layout(document.word(root, "id"), _names(root), grid, _box(document, tree, page), furniture, chosen, loose)
    asks = chosen or any(slot.styles or slot.variants for slot in layout.slots())
    check_layout(document, layout, style() if style is not None and asks else None)
    return layout


def _grid(document: Document, sheet: Node, grid: Node) -> Grid:
    return Grid(
        sheet_width=document.length(sheet, "width"),
        sheet_height=document.length(sheet, "height"),
        body=document.length(grid, "body"),
        columns=document.number(grid, "columns", least=1),
        measure=document.number(grid, "measure", least=1),
        gutter=document.number(grid, "gutter"),
        lines=document.number(grid, "lines", least=1),
        pitch=document.length(grid, "pitch"),
        top=document.length(grid, "top") if "top" in grid.attributes else None,
    )


def _line(document: Document, furniture: Node) -> int:
    return document.number(furniture, "line", least=-99)


def _names(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((name.attributes.get("lang", ""), name.text) for name in node.all("name"))


def _place(document: Document, node: Node, parent: tuple[int, int]) -> tuple[int, int]:
    """Return the node's column and number of columns."""
    column = document.number(node, "column", parent[0], least=1)
    columns = document.number(node, "columns", parent[1], least=1)
    if column < parent[0] or column + columns > parent[0] + parent[1]:
        raise document.fault(
            node,
            "<{tag}> takes columns {first} to {last}, but its parent has {low} to {high}.",
            tag=node.tag,
            first=column,
            last=column + columns - 1,
            low=parent[0],
            high=sum(parent) - 1,
        )
    return column, columns


def _box(document: Document, node: Node, parent: tuple[int, int]) -> Box:
    place = _place(document, node, parent)
    children = [child for child in node.children if child.tag in (*_FLOWS, "slot")]
    if not children:
        raise document.fault(node, "<{tag}> is empty; put a <slot> into it.", tag=node.tag)
    places = _side_by_side(document, node, children, place) if node.tag == "row" else [place] * len(children)
    return Box(
        flow="row" if node.tag == "row" else "stack",
        column=place[0],
        columns=place[1],
        children=tuple(_tree(document, child, at) for child, at in zip(children, places, strict=True)),
        before=document.number(node, "before", 0),
        rule=node.attributes.get("rule") == "yes",
        lines=_lines(document, node, STRETCH) if "lines" in node.attributes else None,
    )


def _tree(document: Document, node: Node, parent: tuple[int, int]) -> LayoutNode:
    return _slot(document, node, parent) if node.tag == "slot" else _box(document, node, parent)


def _side_by_side(document: Document, row: Node, children: list[Node], place: tuple[int, int]) -> list[tuple[int, int]]:
    """Return where the children of a row stand; together they fill it exactly."""
    widths = [document.number(child, "columns", least=1) for child in children]
    if sum(widths) != place[1]:
        raise document.fault(
            row,
            "the children of this <row> take {sum} columns together, but it has {columns}.",
            sum=sum(widths),
            columns=place[1],
        )
    return [(place[0] + sum(widths[:i]), width) for i, width in enumerate(widths)]


def _lines(document: Document, node: Node, default: Lines) -> Lines:
    text = node.attributes.get("lines")
    if text is None:
        return default
    try:
        return lines_from_text(text)
    except ValueError:
        template = "<{tag}> says lines=“{word}”; write 6, auto, auto 4..20, 10.. or 10..40."
        raise document.fault(node, template, tag=node.tag, word=text) from None


def _slot(document: Document, node: Node, parent: tuple[int, int]) -> Slot:
    column, columns = _place(document, node, parent)
    kind = document.choice(node, "kind", SlotKind, "kind of slot")
    words = node.attributes.get("roles", "").split()
    says = node.attributes
    return Slot(
        id=document.word(node, "id"),
        names=_names(node),
        kind=kind,
        accepts=tuple(document.member(node, "roles", word, Role, "role") for word in words),
        column=column,
        columns=columns,
        lines=_lines(document, node, STRETCH if kind in _PICTURES else AUTO),
        before=document.number(node, "before", 0),
        break_into=document.number(node, "break", least=1) if "break" in says else None,
        story=document.number(node, "story", 0),
        caption_of=says.get("caption-of"),
        next=says.get("next"),
        border=says.get("border", ""),
        line=document.choice(node, "line-style", LineStyle, "line style", LineStyle.THIN),
        tint=document.decimal(node, "tint", 0.0),
        rule=says.get("rule") == "yes",
        variants=variant_ids(document, node),
        styles=tuple(
            (document.choice(style, "role", Role, "role"), document.word(style, "name")) for style in node.all("style")
        ),
        writing=document.choice(node, "writing", SlotWriting, "writing", SlotWriting.HORIZONTAL),
    )


def write_layout(layout: Layout) -> bytes:
    """Return the layout as a file; reading it gives an equal layout."""
    from desktop.formats.measures import length_text

    grid = layout.grid
    page = (1, grid.columns)
    says = {
        "body": length_text(grid.body),
        "columns": str(grid.columns),
        "measure": str(grid.measure),
        "gutter": str(grid.gutter),
        "lines": str(grid.lines),
        "pitch": length_text(grid.pitch),
    }
    if grid.top is not None:
        says["top"] = length_text(grid.top)
    sheet = {"width": length_text(grid.sheet_width), "height": length_text(grid.sheet_height)}
    furniture = [Node("furniture", {"line": str(line)}, [_slot_node(slot, page)]) for line, slot in layout.furniture]
    children = [*_name_nodes(layout.names), Node("sheet", sheet), Node("grid", says), *furniture]
    children.append(_tree_node(layout.root, page))
    children += [Node("loose", {"line": str(line)}, [_slot_node(slot, page)]) for line, slot in layout.loose]
    chosen = {"variants": " ".join(layout.variants)} if layout.variants else {}
    return serialise(Node("layout", {"id": layout.id, "version": VERSION} | chosen, children))


def _name_nodes(names: tuple[tuple[str, str], ...]) -> list[Node]:
    return [Node("name", {"lang": language}, text=text) for language, text in names]


def _place_says(node: LayoutNode, parent: tuple[int, int] | None) -> dict[str, str]:
    """Return the place where it differs from the parent's; a row's child (no parent given) says its width alone."""
    if parent is None:
        return {"columns": str(node.columns)}
    says = {"column": str(node.column)} if node.column != parent[0] else {}
    return says | ({"columns": str(node.columns)} if node.columns != parent[1] else {})


def _tree_node(node: LayoutNode, parent: tuple[int, int] | None) -> Node:
    if isinstance(node, Slot):
        return _slot_node(node, parent)
    says = _place_says(node, parent)
    says |= {"lines": lines_text(node.lines)} if node.lines is not None else {}
    says |= {"before": str(node.before)} if node.before else {}
    says |= {"rule": "yes"} if node.rule else {}
    inner = None if node.flow == "row" else (node.column, node.columns)
    return Node(node.flow, says, [_tree_node(child, inner) for child in node.children])


def _slot_node(slot: Slot, parent: tuple[int, int] | None) -> Node:
    from desktop.formats.measures import decimal_text

    optional = {
        "roles": " ".join(slot.accepts),
        "before": str(slot.before) if slot.before else "",
        "break": "" if slot.break_into is None else str(slot.break_into),
        "story": str(slot.story) if slot.story else "",
        "caption-of": slot.caption_of or "",
        "next": slot.next or "",
        "border": slot.border,
        "line-style": "" if slot.line is LineStyle.THIN else str(slot.line),
        "tint": decimal_text(slot.tint) if slot.tint else "",
        "rule": "yes" if slot.rule else "",
        "variants": " ".join(slot.variants),
        "writing": "" if slot.writing is SlotWriting.HORIZONTAL else str(slot.writing),
    }
    says = {"id": slot.id, "kind": str(slot.kind), "lines": lines_text(slot.lines)} | _place_says(slot, parent)
    says |= {name: text for name, text in optional.items() if text}
    styles = [Node("style", {"role": str(role), "name": name}) for role, name in slot.styles]
    return Node("slot", says, [*_name_nodes(slot.names), *styles])
