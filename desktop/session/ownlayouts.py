"""A page becomes a layout of one's own, and the shelf on which these lie beside the product's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from desktop.errors import Message, TargetError, UsageError
from desktop.formats.layout_xml import write_layout
from desktop.model.edition import Frame, Page
from desktop.model.layout import Box, Layout, Lines, Node, Slot
from desktop.opening import all_layouts, own_layout_files, own_layouts
from desktop.replacing import write_file
from desktop.session.regrid import checked

_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_LONGEST = 60
"""Characters of a name: what a card and a menu show."""


class LayoutShelf:
    """The layouts that can be chosen: those that come with the product, then one's own by name.

    Args:
        folder: of one's own; it need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def layouts(self) -> tuple[Layout, ...]:
        """Return all layouts, read anew: files may have come from elsewhere."""
        return tuple(all_layouts(self._folder))

    def refused(self) -> tuple[Message, ...]:
        """Return why files of the folder are no layouts."""
        return own_layouts(self._folder)[1]

    def own(self, name: str) -> Layout | None:
        """Return the layout of one's own that has a name."""
        return next((layout for layout in own_layouts(self._folder)[0] if named(layout, name)), None)

    def is_own(self, layout: Layout) -> bool:
        """Tell whether a layout lies in the folder."""
        return layout.id in {known.id for known in own_layouts(self._folder)[0]}

    def save(self, page: Page, name: str) -> Layout:
        """Keep a page's layout under a name; one's own layout of that name is replaced.

        Raises:
            UsageError: The name is empty or the product's, or the page makes no layout.
            TargetError: It cannot be written; a layout of that name is as it was.
        """
        title = " ".join(name.split())[:_LONGEST]
        there = next((pair for pair in own_layout_files(self._folder)[0] if named(pair[1], title)), None)
        if not title:
            raise UsageError("A layout needs a name.")
        if there is None and any(named(layout, title) for layout in all_layouts()):
            raise UsageError("“{name}” comes with Banxin and stays as it is; take another name.", name=title)
        layout = layout_of(page, there[1].id if there else self._free_id(title), title)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise TargetError("The folder of layouts cannot be made: {why}.", why=why) from error
        write_file(there[0] if there else self._folder / f"{layout.id}.xml", write_layout(layout))
        return layout

    def remove(self, layout: Layout) -> None:
        """Take a layout of one's own off the shelf; pages that have it keep it.

        Raises:
            TargetError: The file cannot be removed.
        """
        try:
            for path, known in own_layout_files(self._folder)[0]:
                if known.id == layout.id:
                    path.unlink(missing_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise TargetError("The layout cannot be removed: {why}.", why=why) from error

    def _free_id(self, title: str) -> str:
        plain = _NOT_IN_NAMES.sub("-", title).strip("-")
        stem = f"own-{plain or 'layout'}"
        taken = {layout.id for layout in self.layouts()} | {path.stem for path in self._folder.glob("*.xml")}
        numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (stem, *numbered) if one not in taken)


def named(layout: Layout, name: str) -> bool:
    """Tell whether a layout has a name in any language; capitals make no difference."""
    return name.casefold() in {text.casefold() for _, text in layout.names}


def layout_of(page: Page, layout_id: str, name: str) -> Layout:
    """Return a page as a layout: its grid, tree and furniture, its free frames where they stand, heights given by hand.

    Raises:
        UsageError: The page makes no layout that could be read again.
    """
    frames = {frame.slot: frame for frame in page.frames}
    root = _sized(page.layout.root, frames)
    loose = [(line, slot) for line, slot in page.layout.loose if slot.id in frames]
    lifted = [slot for slot in _lifted(page) if frames[slot.id].place is not None]
    for slot in lifted:
        fresh = _without(root, slot.id)
        if fresh is not None:  # a slot that a row needs to be full stays in the tree
            root = fresh
            loose.append((1, slot))
    variants = tuple(dict.fromkeys((*page.layout.variants, *page.variants)))
    standing = tuple(_standing(line, slot, frames[slot.id]) for line, slot in loose)
    names = (("zh", name), ("en", name))
    return checked(replace(page.layout, id=layout_id, names=names, root=root, loose=standing, variants=variants))


def _lifted(page: Page) -> Iterator[Slot]:
    drawn = {slot.id for _, slot in page.layout.loose}
    for frame in page.frames:
        if frame.place is not None and frame.slot not in drawn:
            yield page.layout.slot(frame.slot)


def _standing(line: int, slot: Slot, frame: Frame) -> tuple[int, Slot]:
    """Return a free slot with its line, where its frame stands."""
    place = frame.place
    if place is None:
        return line, slot
    lines = Lines(place.lines, place.lines)
    return place.line, replace(slot, column=place.column, columns=place.columns, lines=lines, before=0)


def _sized(box: Box, frames: dict[str, Frame]) -> Box:
    """Return a box whose slots have the heights that a hand gave their frames."""
    return replace(box, children=tuple(_sized_node(child, frames) for child in box.children))


def _sized_node(node: Node, frames: dict[str, Frame]) -> Node:
    if isinstance(node, Box):
        return _sized(node, frames)
    by_hand = frames[node.id].lines if node.id in frames else None
    return node if by_hand is None else replace(node, lines=Lines(by_hand, by_hand))


def _without(box: Box, slot: str) -> Box | None:
    """Return a box without a slot; None where the slot cannot go: a row would have a hole, a stack nothing in it."""
    children: list[Node] = []
    for child in box.children:
        if isinstance(child, Slot) and child.id == slot:
            if box.flow == "row" or len(box.children) == 1:
                return None
            continue
        if isinstance(child, Box) and _holds(child, slot):
            fresh = _without(child, slot)
            if fresh is None:
                return None
            children.append(fresh)
        else:
            children.append(child)
    return replace(box, children=tuple(children))


def _holds(box: Box, slot: str) -> bool:
    return any(child.id == slot if isinstance(child, Slot) else _holds(child, slot) for child in box.children)
