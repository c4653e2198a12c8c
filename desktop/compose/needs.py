"""How many lines the content of a slot needs at a width, asked by the arrangement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from msgspec.structs import replace

from desktop.compose.arrange import GridBox
from desktop.compose.clearing import LEAST_HEAD_EMS, Across, Clearing, across, clearing
from desktop.compose.collect import TEXT_KINDS, Collected, Group, TextFlow
from desktop.compose.columns import column_measures
from desktop.compose.exclusions import ColumnShape, Exclusion, Obstacles, column_shapes, of_old
from desktop.compose.fill import Filled, Trial, fill
from desktop.compose.heads import ROOMY, SetHead, fit_group, fit_head, lead_group
from desktop.compose.insets import inset_across, inset_down, inside
from desktop.compose.jumps import without_first_line
from desktop.compose.levelling import draft, levelled_trial
from desktop.compose.material import Context
from desktop.compose.tiers import tier_shapes, tiers
from desktop.compose.vertical import head_need
from desktop.geometry import Rect
from desktop.model.layout import Slot, SlotKind
from desktop.model.runaround import Sides
from desktop.model.story import Role

ENDLESS = 100_000
"""Lines of a column whose height follows its content."""


class Needs:
    """Answers for one composition; every question is worked out once.

    Where obstacles stand over text, how high it grows depends on where it begins: the answers hold for the boxes that
    were settled last.
    """

    def __init__(self, context: Context, collected: Collected) -> None:
        self._context, self._collected = context, collected
        self._grid = context.grid
        self._exclusions: Sequence[tuple[frozenset[str], Exclusion]] = ()
        self._answers: dict[tuple[str, int], int] = {}
        self._across: dict[tuple[str, int], Across] = {}
        self._shapes: dict[tuple[str, int, GridBox | None, int, int], list[ColumnShape]] = {}
        self._boxes: dict[tuple[str, int, bool], ColumnShape] = {}
        self._held: dict[tuple[int, tuple[_Shape, ...]], tuple[_Levelled, Sequence[ColumnShape]]] = {}
        self._known: Mapping[str, GridBox] = {}

    def settle(self, boxes: Mapping[str, GridBox], exclusions: Sequence[tuple[frozenset[str], Exclusion]]) -> None:
        """Take where frames stand, and the heights of those that do not follow their content, as known from now on.

        Args:
            boxes: Where frames stand, by slot.
            exclusions: What text keeps out of, each with the slots whose own text it does not concern.
        """
        slots = self._context.page.layout
        self._known = {key: inside(slots.slot(key), box) for key, box in boxes.items()}
        self._exclusions = exclusions
        for answers in (self._answers, self._across, self._shapes, self._boxes):
            answers.clear()

    @property
    def has_threads(self) -> bool:
        """Tell whether some text runs through several frames: what one needs depends on the height of another."""
        return any(len(text.slots) > 1 for text in self._collected.texts.values())

    def lines(self, slot: Slot, columns: int) -> int:
        """Return the lines that a slot's content needs when it is so many columns wide; 0 when it is empty."""
        key = (slot.id, columns)
        if key not in self._answers:
            self._answers[key] = self._work_out(slot, columns)
        return self._answers[key]

    def floor(self, slot: Slot, columns: int) -> int:
        """Return to how many lines a text slot may give way: its spanning heads and a line under them."""
        text = self._collected.texts.get(slot.id)
        if text is None or slot is not text.slots[0]:
            return 1
        return self.spanning(text, columns).lines + 1

    def _work_out(self, slot: Slot, columns: int) -> int:
        if slot.kind in TEXT_KINDS:
            text = self._collected.texts.get(slot.id)
            if text is None:
                return 0
            # A frame of given height takes part in its thread even while the text ends before it.
            need = max(self._text(text, slot, columns), 0 if slot.lines.auto else 1)
            return need + inset_down(slot) if need else 0
        group = self._collected.groups.get(slot.id)
        if group is None:
            return 0
        if slot.kind is SlotKind.HEAD and slot.vertical:
            return head_need(group.blocks, slot, self.width(columns), self._grid)
        if slot.kind is SlotKind.HEAD:
            return self._clear_heads(slot, columns, lambda width: self._heads(slot, group, width))
        return max(slot.lines.least, 1)

    def _heads(self, slot: Slot, group: Group, width: float) -> list[SetHead]:
        """Return a group of heads; the page's lead group may make its slot grow."""
        limit = slot.lines.most if slot.lines.auto else slot.lines.least
        if limit is not None and slot.id == self._lead():
            return lead_group(group.blocks, width, limit, self._grid)
        return fit_group(group.blocks, width, limit, self._grid.pitch)

    def _lead(self) -> str | None:
        """Return the slot of the page's lead head: the first one with a headline."""
        for slot in self._context.page.layout.slots():
            group = self._collected.groups.get(slot.id)
            if slot.kind is SlotKind.HEAD and group and any(e.role is Role.HEADLINE for e in group.elements):
                return slot.id
        return None

    def _text(self, text: TextFlow, slot: Slot, columns: int) -> int:
        if text.vertical:
            return self._height(text, slot, columns)
        heads = self.spanning(text, columns).lines if slot is text.slots[0] else 0
        if not text.blocks:
            return heads
        widths = {slot.id: columns}
        wanted = self._columns(text, widths)
        found = self._level(text, wanted, widths)
        self._held[_key(text, wanted)] = found, wanted
        start = 0
        for other in text.slots:
            count = len(self.measures(other, widths.get(other.id, other.columns)))
            if other is slot:
                return heads + ceil(max(found.used[start : start + count]) - 1e-6)
            start += count
        return heads

    def _height(self, text: TextFlow, slot: Slot, columns: int) -> int:
        """Return the least height in lines at which vertical text fits its frame, and the others of its thread."""
        if not slot.lines.auto:
            return 1
        low, high = max(0, slot.lines.least - 1), slot.lines.most or self._grid.lines
        while low + 1 < high:
            middle = (low + high) // 2
            if self._holds(text, self._tiers(text, {slot.id: columns}, middle)):
                high = middle
            else:
                low = middle
        return high

    def _holds(self, text: TextFlow, tiers: Sequence[ColumnShape]) -> bool:
        """Tell whether tiers hold a text, and the first one what is said above it of the page it comes from."""
        if text.opening is not None and text.opening.line.width > tiers[0].measure:
            return False
        return fill(text.blocks, tiers, self._grid.pitch).complete(text.blocks)

    def _tiers(self, text: TextFlow, widths: Mapping[str, int], height: int) -> list[ColumnShape]:
        """Return the tiers of a text whose elastic frames are so many lines high."""
        shapes: list[ColumnShape] = []
        for slot in text.slots:
            box = self._known.get(slot.id)
            lines = height if slot.lines.auto else (box.lines if box else slot.lines.least)
            shapes += self.shapes(slot, widths.get(slot.id, slot.columns), box, 0, lines)
        return shapes

    def fill(self, text: TextFlow, columns: Sequence[ColumnShape], widths: Mapping[str, int]) -> Filled:
        """Return the text in the columns it was given: as it was filled when its need was asked, if that fits them."""
        found = self._held.get(_key(text, columns))
        if found is not None and _fits(text, *found, columns, given_columns(text, widths)):
            return found[0].filled
        return self._level(text, columns, widths).filled

    def _level(self, text: TextFlow, columns: Sequence[ColumnShape], widths: Mapping[str, int]) -> _Levelled:
        """Level a text; one that is made anew of blocks that stood in these columns before stands as it did."""
        given, store = tuple(given_columns(text, widths)), self._context.store
        blocks, pitch, drafted = text.blocks, self._grid.pitch, self._context.draft
        goes_on = text.flow.frames[0] in self._context.jumps.onward
        wanted = (tuple(columns), given, pitch, goes_on)

        def by_blocks() -> _Levelled:
            key = (levelled_trial, tuple(block.key for block in blocks), *wanted)
            # During a drag a text that nothing comes near stands as it did before.
            mends = not drafted or store.knows((*key, True))
            return store.keep((*key, mends), blocks, lambda: _Levelled(mended() if mends else sketched()))

        def mended() -> Trial:
            return levelled_trial(blocks, columns, pitch, given, goes_on=goes_on)

        def sketched() -> Trial:
            return draft(blocks, columns, pitch, given, store.trials.get(where))

        where = (text.flow.frames, given, tuple(column.lines >= self._grid.lines for column in columns))
        found = store.keep((Needs, id(text), drafted, *wanted), text, by_blocks)
        store.trials[where] = found.trial
        return found

    def _columns(self, text: TextFlow, widths: Mapping[str, int]) -> list[ColumnShape]:
        columns: list[ColumnShape] = []
        for slot in text.slots:
            box = self._known.get(slot.id)
            lines = ENDLESS if slot.lines.auto else (box.lines if box else slot.lines.least)
            heads = 0
            if slot is text.slots[0]:
                heads = self.spanning(text, slot.columns).lines
                lines = lines if slot.lines.auto else max(0, lines - heads)
            columns += self.shapes(slot, widths.get(slot.id, slot.columns), box, heads, lines)
        return columns

    def shapes(self, slot: Slot, columns: int, box: GridBox | None, heads: int, lines: int) -> list[ColumnShape]:
        """Return a text frame's columns, ``lines`` high below the ``heads`` across it, with what stands over them."""
        key = (slot.id, columns, box, heads, lines)
        if key not in self._shapes:
            self._shapes[key] = self._shape(slot, columns, box, heads, lines)
        return self._shapes[key]

    def _shape(self, slot: Slot, columns: int, box: GridBox | None, heads: int, lines: int) -> list[ColumnShape]:
        vertical = self._is_vertical(slot)
        plain = [] if vertical else [ColumnShape(measure, max(0, lines)) for _, measure in self.measures(slot, columns)]
        if not vertical and (box is None or not self._exclusions):
            return self._opened(slot, plain)
        if self._exclusions:
            # Beside an obstacle a column is no higher than the page: what does not fit there is overset anyway.
            lines = min(lines, self._grid.lines)
        rects = self.rects(slot, columns, box or GridBox(1, columns, 1, lines), heads, lines)
        least = self._context.tables().lines.runaround_least
        over = [exclusion for own, exclusion in self._exclusions if box is not None and slot.id not in own]
        shapes = (tier_shapes if vertical else column_shapes)(self._grid, rects, over, least)
        shapes = [of_old(shape, self._obstacles) for shape in shapes]
        # Text that no obstacle comes near is asked for as on any page, so that what is known of it holds.
        return self._opened(slot, plain if plain and all(shape.obstacles is None for shape in shapes) else shapes)

    def _obstacles(self, found: Obstacles) -> Obstacles:
        """Return obstacles as they are known already: their bands are worked out once, for every height of a column."""
        return self._context.store.keep((Obstacles, found.all, found.least), None, lambda: found)

    def _opened(self, slot: Slot, shapes: list[ColumnShape]) -> list[ColumnShape]:
        """Take the first line where a text says in a line of its own which page it comes from."""
        text = self._collected.texts.get(slot.id)
        above = text is not None and slot is text.slots[0] and text.opening is not None and text.opening.above
        return [without_first_line(shapes[0]), *shapes[1:]] if above and shapes else shapes

    def _is_vertical(self, slot: Slot) -> bool:
        text = self._collected.texts.get(slot.id)
        return slot.vertical if text is None else text.vertical

    def rects(self, slot: Slot, columns: int, box: GridBox, heads: int, lines: int) -> list[Rect]:
        """Return the columns of a text frame on the page, below the lines of heads that stand across it.

        Of a vertical one these are its tiers.
        """
        left, top = self._grid.column_x(box.column), self._grid.line_y(box.line + heads)
        height = max(0, lines) * self._grid.pitch
        if self._is_vertical(slot):
            return tiers(slot, Rect(left, top, self.width(columns), height), self._grid)
        return [Rect(left + x, top, width, height) for x, width in self.measures(slot, columns)]

    def measures(self, slot: Slot, columns: int) -> list[tuple[float, float]]:
        """Return (x offset, measure) in points of a slot's columns when it is so many basic columns wide."""
        if slot.kind is SlotKind.CAPTION:
            return [(0.0, self.width(columns))]
        return column_measures(self._grid, slot, columns)

    def spanning(self, text: TextFlow, columns: int) -> Across:
        """Return the heads that stand across a text's first frame."""
        first = text.slots[0]
        key = (first.id, columns)
        if key not in self._across:
            self._across[key] = across(
                self._box(first, columns, grows=first.lines.auto),
                self._least_head,
                lambda width: [fit_head(block, width, ROOMY, self._grid.pitch) for block in text.heads],
            )
        return self._across[key]

    def clear(self, slot: Slot, columns: int) -> Clearing | None:
        """Return where heads may stand in a slot of so many columns; None where all of it is covered."""
        return clearing(self._box(slot, columns), self._least_head)

    def _clear_heads(self, slot: Slot, columns: int, fit: Callable[[float], Sequence[SetHead]]) -> int:
        """Return the lines that heads need, beside what stands over their box, or below it."""
        clear = self.clear(slot, columns)
        if clear is None:
            return across(self._box(slot, columns, grows=True), self._least_head, fit).lines
        return clear.top + sum(head.height for head in fit(clear.width))

    @property
    def _least_head(self) -> float:
        return LEAST_HEAD_EMS * self._grid.body

    def _box(self, slot: Slot, columns: int, *, grows: bool = False) -> ColumnShape:
        """Return a slot's box as one wide column with what stands over it, down to the page's foot if it grows.

        On which sides text may stand is said for its lines; heads go where they have most room.
        """
        key = (slot.id, columns, grows)
        if key not in self._boxes:
            self._boxes[key] = self._box_of(slot, columns, grows=grows)
        return self._boxes[key]

    def _box_of(self, slot: Slot, columns: int, *, grows: bool) -> ColumnShape:
        left, right = inset_across(slot, self._grid, columns)
        box, width = self._known.get(slot.id), self.width(columns) - (left + right) * self._grid.body
        over = [replace(exclusion, sides=Sides.BOTH) for own, exclusion in self._exclusions if slot.id not in own]
        if box is None or not over:
            return ColumnShape(width, box.lines if box else slot.lines.least)
        lines = max(box.lines, self._grid.lines - box.line + 1) if grows else box.lines
        whole = self._grid.box(box.column, columns, box.line, lines)
        rect = replace(whole, x=whole.x + left * self._grid.body, width=width)
        return column_shapes(self._grid, [rect], over)[0]

    def width(self, columns: int) -> float:
        """Return the width of so many basic columns in points."""
        return self._grid.long(columns) * self._grid.body


class _Levelled:
    """A text in its columns; its lines are put at their places when they are asked for."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.used = trial, trial.used()
        self._filled: Filled | None = None

    @property
    def filled(self) -> Filled:
        """Return the lines at their places, always the same record."""
        if self._filled is None:
            self._filled = self.trial.filled()
        return self._filled


def _fits(
    text: TextFlow,
    found: _Levelled,
    asked: Sequence[ColumnShape],
    columns: Sequence[ColumnShape],
    given: Sequence[bool],
) -> bool:
    """Tell whether a text that was levelled in columns as high as they might become stands so in the columns it got."""
    if not found.trial.complete or any(u > c.lines + 1e-6 for u, c in zip(found.used, columns, strict=True)):
        return False
    if all(slot.lines.auto for slot in text.slots):
        return True
    fixed = given or [True] * len(columns)
    return all(was.lines == now.lines for was, now, same in zip(asked, columns, fixed, strict=True) if same)


_Shape = tuple[float, object]
"""What tells one column from another of any height: its measure and the obstacles in it."""


def _key(text: TextFlow, columns: Sequence[ColumnShape]) -> tuple[int, tuple[_Shape, ...]]:
    return id(text), tuple((column.measure, column.obstacles) for column in columns)


def given_columns(text: TextFlow, widths: Mapping[str, int]) -> list[bool]:
    """Tell for each column of a thread whether its height is given; such columns are filled first, not levelled.

    A thread whose frames are all given is levelled as a whole.
    """
    if not any(slot.lines.auto for slot in text.slots):
        return []
    return [
        not slot.lines.auto
        for slot in text.slots
        for _ in range(_count(slot, widths.get(slot.id, slot.columns), text.vertical))
    ]


def _count(slot: Slot, columns: int, vertical: bool) -> int:
    """Return how many columns of text, or tiers, a slot has when it is so many basic columns wide."""
    if slot.kind is SlotKind.CAPTION and not vertical:
        return 1
    return slot.break_into or (1 if vertical else columns)
