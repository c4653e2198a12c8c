"""The layout's tree becomes boxes of whole columns and lines (B2).

A stack gives fixed slots their lines, slots that follow their content what that needs, and shares the rest among the
stretching ones, in proportion to their least heights and up to their limits. A slot that follows its content and has
none vanishes with the space above it; in a row its columns go to its neighbour. When a stack is too high, pictures give
way first, then text from the last slot upwards, each down to a floor; what stands beyond the type area even then is cut
off at its foot. Text that no longer fits is overset, never hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from desktop.model.layout import Box, Layout, Node, Slot, SlotKind


class GridBox(Struct, frozen=True):
    """A box on the grid: columns and lines count from 1; ``lines`` may be 0 for a slot that vanished."""

    column: int
    columns: int
    line: int
    lines: int


class RowRule(Struct, frozen=True):
    """A column rule in the gutter left of ``column``, or (``across``) a rule above ``line``."""

    column: int
    columns: int
    line: int
    lines: int
    across: bool


class Arrangement(Struct, frozen=True):
    """Where every slot stands, and the rules between boxes."""

    boxes: Mapping[str, GridBox]
    rules: tuple[RowRule, ...]


Need = Callable[[Slot, int], int]
"""Lines that a slot's content needs when it is so many columns wide; 0 for an empty one."""

_WIDENING = frozenset({SlotKind.TEXT, SlotKind.SLOGAN, SlotKind.HEAD, SlotKind.CAPTION})
_PICTURES = frozenset({SlotKind.PICTURE, SlotKind.ADVERT})
_ENDLESS = 100_000
_LEAST_PICTURE = 3
"""Lines that a picture keeps on a page that is too full."""


def _one_line(_slot: Slot, _columns: int) -> int:
    return 1


def arrange(
    layout: Layout,
    need: Need,
    forced: Mapping[str, int],
    floor: Need = _one_line,
    given_up: frozenset[str] = frozenset(),
) -> Arrangement:
    """Return the boxes of a layout's slots.

    Args:
        layout: the template.
        need: what a slot's content takes.
        forced: heights in lines set by hand.
        floor: to how many lines a text slot may give way.
        given_up: slots that nothing stands in, whatever their kind: what was meant for them stands elsewhere.
    """
    return _Arranger(need, forced, floor, given_up).run(layout)


class _Arranger:
    def __init__(self, need: Need, forced: Mapping[str, int], floor: Need, given_up: frozenset[str]) -> None:
        self.need, self.forced, self.floor, self.given_up = need, forced, floor, given_up
        self.boxes: dict[str, GridBox] = {}
        self.rules: list[RowRule] = []

    def run(self, layout: Layout) -> Arrangement:
        for line, slot in layout.furniture:
            lines = max(slot.lines.least, self.need(slot, slot.columns) if slot.lines.auto else 0)
            self.boxes[slot.id] = GridBox(slot.column, slot.columns, line, lines)
        root = layout.root
        self._place(root, root.column, root.columns, 1, layout.grid.lines)
        furniture = {slot.id for _, slot in layout.furniture}
        inside = {key: box if key in furniture else _cut(box, layout.grid.lines) for key, box in self.boxes.items()}
        return Arrangement(inside, tuple(self.rules))

    def _place(self, node: Node, column: int, columns: int, line: int, lines: int) -> None:
        if isinstance(node, Slot):
            self.boxes[node.id] = GridBox(column, columns, line, lines)
        elif node.flow == "row":
            self._place_row(node, column, columns, line, lines)
        else:
            self._place_stack(node, column, columns, line, lines)

    def _place_row(self, row: Box, column: int, columns: int, line: int, lines: int) -> None:
        start = column
        for index, (child, wide) in enumerate(self._widths(row, columns)):
            if not wide:
                self._vanish(child, start, line)
                continue
            if row.rule and start > column and lines and index:
                self.rules.append(RowRule(start, wide, line, lines, across=False))
            self._place(child, start, wide, line, lines)
            start += wide

    def _widths(self, row: Box, columns: int) -> list[tuple[Node, int]]:
        """Return each child's columns; an empty child's go to the child behind it, or before it."""
        widths = [child.columns for child in row.children]
        widths[-1] += columns - sum(widths)
        for index, child in enumerate(row.children):
            if not self._empty(child):
                continue
            others = [i for i, other in enumerate(row.children) if i != index and widths[i] and not self._empty(other)]
            if others:
                taker = min(others, key=lambda i: (abs(i - index), -i))
                widths[taker] += widths[index]
                widths[index] = 0
        return list(zip(row.children, widths, strict=True))

    def _empty(self, node: Node) -> bool:
        """Tell whether nothing would stand in a node: only slots that follow their content, all without any."""
        if isinstance(node, Slot):
            if node.id in self.given_up:
                return True
            widens = node.kind in _WIDENING and node.id not in self.forced
            return widens and not self.need(node, max(1, node.columns))
        return all(self._empty(child) for child in node.children)

    def _vanish(self, node: Node, column: int, line: int) -> None:
        if isinstance(node, Slot):
            self.boxes[node.id] = GridBox(column, max(1, node.columns), line, 0)
            return
        for child in node.children:
            self._vanish(child, column, line)

    def _place_stack(self, stack: Box, column: int, columns: int, line: int, lines: int) -> None:
        heights = self._heights(stack, columns, lines)
        at = line
        above = False
        for child, height in zip(stack.children, heights, strict=True):
            if not height:
                self._vanish(child, column, at)
                continue
            before = child.before if above else 0
            if stack.rule and above:
                self.rules.append(RowRule(column, columns, at + before, height, across=True))
            at += before
            self._place(child, column, _inner_columns(child, stack, columns), at, height)
            at += height
            above = True

    def _heights(self, stack: Box, columns: int, lines: int) -> list[int]:
        """Return the children's heights that fill ``lines``, the space before each not counted."""
        wanted = [self._extent(child, _inner_columns(child, stack, columns)) for child in stack.children]
        heights = [least for least, _ in wanted]
        spare = lines - sum(heights) - self._between(stack, heights)
        if spare > 0:
            self._stretch(heights, [most for _, most in wanted], spare)
        elif spare < 0:
            self._give_way(stack, heights, -spare, columns)
        return heights

    def _between(self, stack: Box, heights: list[int]) -> int:
        shown = [child for child, height in zip(stack.children, heights, strict=True) if height]
        return sum(child.before for child in shown[1:])

    def _extent(self, node: Node, columns: int) -> tuple[int, int | None]:
        """Return a node's least and most height (None: no limit)."""
        if isinstance(node, Slot):
            return self._slot_extent(node, columns)
        least, most = self._row_extent(node, columns) if node.flow == "row" else self._stack_extent(node, columns)
        if node.lines is None or not least:
            return least, most
        least = max(least, node.lines.least) if node.lines.most is None else node.lines.least
        return least, (least if node.lines.auto else node.lines.most)

    def _row_extent(self, row: Box, columns: int) -> tuple[int, int | None]:
        pairs = [self._extent(child, wide) for child, wide in self._widths(row, columns) if wide]
        least = max((low for low, _ in pairs), default=0)
        return least, None if any(most is None or most > least for _, most in pairs) else least

    def _stack_extent(self, stack: Box, columns: int) -> tuple[int, int | None]:
        pairs = [self._extent(child, _inner_columns(child, stack, columns)) for child in stack.children]
        least = sum(low for low, _ in pairs) + self._between(stack, [low for low, _ in pairs])
        open_ended = any(most is None for _, most in pairs)
        return least, None if open_ended else least + sum((most or 0) - low for low, most in pairs)

    def _slot_extent(self, slot: Slot, columns: int) -> tuple[int, int | None]:
        if slot.id in self.given_up:
            return 0, 0
        if slot.id in self.forced:
            return self.forced[slot.id], self.forced[slot.id]
        need = self.need(slot, columns) if slot.lines.auto or slot.kind in _WIDENING else 1
        if not need:
            return 0, 0
        if slot.lines.auto or (slot.kind is SlotKind.HEAD and slot.lines.least < need):
            high = max(slot.lines.least, need)
            limited = slot.lines.most is not None and slot.kind is not SlotKind.HEAD
            high = min(high, slot.lines.most or 0) if limited else high
            return high, high
        # At least a line, so that the space above a slot that stretches from nothing is counted.
        return max(1, slot.lines.least), slot.lines.most

    def _stretch(self, heights: list[int], most: list[int | None], spare: int) -> None:
        """Share spare lines among what may grow, in proportion to its height so far; no line is left over."""
        while spare > 0:
            growing = [i for i, limit in enumerate(most) if limit is None or heights[i] < limit]
            if not growing:
                return
            total = sum(max(1, heights[i]) for i in growing)
            shares = [max(1, heights[i]) * spare // total for i in growing]
            for index, share in zip(growing, shares, strict=True):
                limit = most[index]
                grow = min(max(1, share), spare, share + 1 if limit is None else limit - heights[index])
                heights[index] += grow
                spare -= grow

    def _give_way(self, stack: Box, heights: list[int], excess: int, columns: int) -> None:
        """Take lines from pictures first, then from text, from the last child upwards."""
        for pictures in (True, False):
            for index in reversed(range(len(heights))):
                child = stack.children[index]
                if pictures != (isinstance(child, Slot) and child.kind in _PICTURES):
                    continue
                floor = self._floor(child, _inner_columns(child, stack, columns), heights[index])
                take = max(0, min(excess, heights[index] - floor))
                heights[index] -= take
                excess -= take

    def _slot_floor(self, slot: Slot, columns: int) -> int:
        """Return to how many lines a slot gives way; heads, captions and slogans do not."""
        if slot.kind in _PICTURES:
            return _LEAST_PICTURE
        return self.floor(slot, columns) if slot.kind is SlotKind.TEXT else _ENDLESS

    def _floor(self, node: Node, columns: int, height: int) -> int:
        """Return the least height that a node of a height gives way to, so that its parts do not overlap."""
        if not height:
            return 0
        if isinstance(node, Slot):
            return min(height, self._slot_floor(node, columns))
        if node.flow == "row":
            inside = [(child, wide) for child, wide in self._widths(node, columns) if wide]
            return max((self._floor(child, wide, self._extent(child, wide)[0]) for child, wide in inside), default=1)
        widths = [_inner_columns(child, node, columns) for child in node.children]
        pairs = list(zip(node.children, widths, strict=True))
        floors = [self._floor(child, wide, self._extent(child, wide)[0]) for child, wide in pairs]
        return max(1, sum(floors) + self._between(node, floors))


def _inner_columns(child: Node, stack: Box, columns: int) -> int:
    """Return a child's width in a stack that is so many columns wide now: as wide as the stack, or its own."""
    return columns if isinstance(child, Box) or child.columns >= stack.columns else min(child.columns, columns)


def _cut(box: GridBox, lines: int) -> GridBox:
    """Return a box without what stands below the last line of the type area."""
    return GridBox(box.column, box.columns, min(box.line, lines), max(0, min(box.lines, lines - box.line + 1)))
