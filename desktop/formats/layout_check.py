"""What a schema cannot say about a layout: references between its slots, and whether the fixed heights fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from desktop.errors import UsageError
from desktop.formats.layout_grid import furniture_faults
from desktop.formats.typography_xml import variant_ids
from desktop.formats.xml import Document, Node
from desktop.model.edition import Page
from desktop.model.layout import Box, Layout, Slot, SlotKind, SlotWriting
from desktop.model.layout import Node as LayoutNode
from desktop.model.style import HouseStyle

_CONTINUES = frozenset({SlotKind.TEXT})
_VERTICAL = frozenset({SlotKind.HEAD, SlotKind.TEXT, SlotKind.SLOGAN})


def check_layout(document: Document, layout: Layout, style: HouseStyle | None = None) -> None:
    """Check a layout that has just been read, with the house style that it is to be used with, where it is known.

    Raises:
        LayoutError: A sentence naming file, line and element.
    """
    nodes = {node.attributes.get("id"): node for node in document.root.walk() if node.tag == "slot"}
    faults = (
        _double_ids(document),
        _references(document, layout, nodes),
        _spaces(document, layout),
        _overlong(document, layout),
        furniture_faults(document, layout),
        _looks(document, layout, nodes),
        _style_names(document, layout, nodes, style),
    )
    for fault in chain.from_iterable(faults):
        raise fault
    if style is not None:
        for node in (document.root, *nodes.values()):
            variant_ids(document, node, [variant.id for variant in style.variants])


def style_names(style: HouseStyle) -> tuple[str, ...]:
    """Return the names of a house style's paragraph styles."""
    return tuple(paragraph.name for paragraph in style.paragraph_styles)


def missing_styles(layout: Layout, styles: Collection[str]) -> Iterator[tuple[Slot, str]]:
    """Yield slots with the paragraph styles that they ask for and a house style lacks."""
    for slot in layout.slots():
        yield from ((slot, name) for _, name in slot.styles if name not in styles)


def missing_variants(pages: Iterable[Page], style: HouseStyle) -> Iterator[tuple[Page, str]]:
    """Yield pages with the variants that they, their layouts or slots ask for and a house style lacks."""
    known = {variant.id for variant in style.variants}
    for page in pages:
        asked = (page.variants, page.layout.variants, *(slot.variants for slot in page.layout.slots()))
        yield from ((page, id_) for id_ in sorted({id_ for ids in asked for id_ in ids} - known))


def least_lines(node: LayoutNode) -> int:
    """Return the fewest lines a part of a layout can take; an empty ``auto`` slot takes none."""
    if isinstance(node, Slot):
        return node.lines.least + (node.before if node.lines.least else 0)
    heights = [least_lines(child) for child in node.children]
    own = node.lines.least if node.lines else 0
    inside = max(heights) if node.flow == "row" else sum(heights)
    return max(own, inside) + node.before


def _double_ids(document: Document) -> Iterator[Exception]:
    slots = [node for node in document.root.walk() if node.tag == "slot"]
    counts = Counter(node.attributes.get("id") for node in slots)
    for node in reversed(slots):
        if counts[node.attributes.get("id")] > 1:
            yield document.fault(node, "two slots have the id “{id}”.", id=node.attributes.get("id"))
            return


def _spaces(document: Document, layout: Layout) -> Iterator[Exception]:
    """No space above a part is as high as the page."""
    for node in document.root.walk():
        if node.tag in ("slot", "stack", "row") and document.number(node, "before", 0) >= layout.grid.lines:
            template = "<{tag}> says before=“{before}”, but the grid has {lines} lines."
            yield document.fault(
                node, template, tag=node.tag, before=node.attributes["before"], lines=layout.grid.lines
            )


def _looks(document: Document, layout: Layout, nodes: Mapping[str | None, Node]) -> Iterator[Exception]:
    """Tints are shares of solid black, only text is vertical, and a width is broken into columns it holds (n破m)."""
    for slot in layout.slots():
        if not 0 <= slot.tint <= 1:
            node = nodes[slot.id]
            template = "<slot> says tint=“{word}”; it can be 0 (none) to 1 (solid)."
            yield document.fault(node, template, word=node.attributes["tint"])
        if slot.writing is SlotWriting.VERTICAL and slot.kind not in _VERTICAL:
            template = "slot “{id}” says writing=“vertical”; only {kinds} slots can."
            yield document.fault(nodes[slot.id], template, id=slot.id, kinds="/".join(sorted(_VERTICAL)))
        if slot.break_into is None or slot.vertical:
            continue
        try:
            layout.grid.broken(slot.columns, slot.break_into)
        except UsageError:
            yield document.fault(
                nodes[slot.id],
                "slot “{id}” cannot break its {columns} columns into {into}: they hold {room} characters.",
                id=slot.id,
                columns=slot.columns,
                into=slot.break_into,
                room=layout.grid.long(slot.columns),
            )


def _style_names(
    document: Document, layout: Layout, nodes: Mapping[str | None, Node], style: HouseStyle | None
) -> Iterator[Exception]:
    if style is None:
        return
    styles = style_names(style)
    for slot, name in missing_styles(layout, styles):
        from difflib import get_close_matches

        near = get_close_matches(name, styles, n=4, cutoff=0)
        template = "slot “{id}” asks for the paragraph style “{name}”, which the house style lacks; nearest are {near}."
        yield document.fault(nodes[slot.id], template, id=slot.id, name=name, near=", ".join(near))


def _references(document: Document, layout: Layout, nodes: dict[str | None, Node]) -> Iterator[Exception]:
    kinds = {slot.id: slot.kind for slot in layout.slots()}
    for slot in layout.slots():
        wanted = (("caption-of", slot.caption_of, {SlotKind.PICTURE}), ("next", slot.next, _CONTINUES))
        for name, target, allowed in wanted:
            if target is not None and (kinds.get(target) not in allowed or target == slot.id):
                yield document.fault(
                    nodes[slot.id],
                    "slot “{id}” says {name}=“{target}”; there is no other {kind} slot of that id.",
                    id=slot.id,
                    name=name,
                    target=target,
                    kind="/".join(sorted(allowed)),
                )
    yield from _circles(document, layout, nodes)
    yield from _turned_threads(document, layout, nodes)


def _circles(document: Document, layout: Layout, nodes: dict[str | None, Node]) -> Iterator[Exception]:
    """A thread runs on to an end: no two slots continue in the same one, and none comes back to itself."""
    following = {slot.id: slot.next for slot in layout.slots() if slot.next}
    entered = Counter(following.values())
    for slot_id, target in following.items():
        if entered[target] > 1:
            yield document.fault(nodes[slot_id], "two slots continue in “{target}”.", target=target)
        seen, at = {slot_id}, target
        while at in following and at not in seen:
            seen.add(at)
            at = following[at]
        if at == slot_id:
            yield document.fault(nodes[slot_id], "the thread from slot “{id}” comes back to it.", id=slot_id)


def _turned_threads(document: Document, layout: Layout, nodes: dict[str | None, Node]) -> Iterator[Exception]:
    """A thread is set in one direction."""
    for slot in layout.slots():
        if slot.next and layout.slot(slot.next).vertical != slot.vertical:
            template = "slot “{id}” continues in “{target}”, which is set in the other direction."
            yield document.fault(nodes[slot.id], template, id=slot.id, target=slot.next)


def _overlong(document: Document, layout: Layout) -> Iterator[Exception]:
    tree = next(child for child in document.root.children if child.tag in ("stack", "row"))
    yield from _overlong_boxes(document, tree, layout.root)
    needed = least_lines(layout.root)
    if needed > layout.grid.lines:
        yield document.fault(
            tree,
            "the slots of <{tag}> need at least {needed} lines, but the grid has {lines}.",
            tag=tree.tag,
            needed=needed,
            lines=layout.grid.lines,
        )


def _overlong_boxes(document: Document, node: Node, box: Box) -> Iterator[Exception]:
    """Boxes of a fixed height that their own slots do not fit into."""
    inside = [child for child in node.children if child.tag in ("stack", "row", "slot")]
    for child, made in zip(inside, box.children, strict=True):
        if isinstance(made, Box):
            yield from _overlong_boxes(document, child, made)
    needed = least_lines(box) - box.before
    if box.lines and box.lines.most is not None and needed > box.lines.most:
        template = "the slots of <{tag}> need at least {needed} lines, but it says lines=“{most}”."
        yield document.fault(node, template, tag=node.tag, needed=needed, most=box.lines.most)
