"""The first assignment: every element of every story to a slot that accepts its role.

Heads, bylines, captions, slogans and folio go to slots of their own kind. Sections are divided among the text slots of
their story so that the stacks of the page come out equally full; a story without sections runs through all of them as
one thread. What no slot accepts follows the text, in order: a proposal leaves nothing unplaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise

from msgspec import Struct, field

from desktop.compose.estimate import CLEARLY_OVER, estimate
from desktop.model.edition import Flow, Frame, Page
from desktop.model.layout import Box, Layout, Node, Slot, SlotKind
from desktop.model.runaround import Place
from desktop.model.story import Element, Role, Story

_OWN = frozenset({SlotKind.HEAD, SlotKind.SLOGAN, SlotKind.FOLIO})
_MOST_WAYS = 20_000


def new_page(page_id: str, layout: Layout, number: str = "", date: str = "") -> Page:
    """Return an empty page: a frame for every slot of the layout, those of loose slots standing free."""
    places = {slot.id: Place(slot.column, slot.columns, line, max(1, slot.lines.least)) for line, slot in layout.loose}
    frames = tuple(Frame(slot.id, slot.id, place=places.get(slot.id)) for slot in layout.slots())
    return Page(page_id, number, layout, frames, (), date)


class _Plan(Struct):
    """Elements gathered per thread of slots, in the order in which the threads were first used."""

    layout: Layout
    divide: bool
    """Give sections slots of their own."""
    order: Sequence[str] = ()
    """Slots of running text in the order in which they take sections; those not named keep the layout's, behind."""
    threads: dict[tuple[str, ...], list[Element]] = field(default_factory=dict)

    def put(self, slots: Sequence[Slot], elements: Sequence[Element]) -> None:
        if elements and slots:
            self.threads.setdefault(tuple(slot.id for slot in slots), []).extend(elements)

    def flows(self) -> tuple[Flow, ...]:
        return tuple(Flow(slots, tuple(element.id for element in elements)) for slots, elements in self.threads.items())


def propose(layout: Layout, stories: Sequence[Story]) -> tuple[Flow, ...]:
    """Return flows that place every element of the stories in the layout's slots.

    Sections that are too unequal for slots of their own run through all of them as one thread, where that holds more.
    """
    layout = layout.arranged
    by_sections = _planned(layout, stories, divide=True)
    over = estimate(layout, by_sections, stories).over
    if over <= CLEARLY_OVER:
        return by_sections
    threaded = _planned(layout, stories, divide=False)
    return threaded if estimate(layout, threaded, stories).over < over else by_sections


def propose_by_sections(layout: Layout, stories: Sequence[Story], order: Sequence[str] = ()) -> tuple[Flow, ...]:
    """Return flows in which sections have slots of their own, whatever fits; ``order`` says which slots come first."""
    return _planned(layout.arranged, stories, divide=True, order=order)


def propose_as_thread(layout: Layout, stories: Sequence[Story]) -> tuple[Flow, ...]:
    """Return flows in which each story runs through all of its slots."""
    return _planned(layout.arranged, stories, divide=False)


def stacks_of(layout: Layout) -> dict[str, int]:
    """Return for every slot of the tree the number of the stack that it stands in, from the left and from the top."""
    return {slot.id: stack for stack, node in enumerate(_stacks(layout.root)) for slot in _inside(node)}


def _planned(layout: Layout, stories: Sequence[Story], *, divide: bool, order: Sequence[str] = ()) -> tuple[Flow, ...]:
    plan = _Plan(layout, divide, order)
    ranks = max((slot.story for slot in layout.slots()), default=0)
    for rank, story in enumerate(stories, start=1):
        _place_story(plan, story, rank, ranks)
    return plan.flows()


def _place_story(plan: _Plan, story: Story, rank: int, ranks: int) -> None:
    own = rank if rank <= max(1, ranks) else 0
    slots = [slot for slot in plan.layout.slots() if own and slot.story in {0, own}]
    text_slots = [slot for slot in slots if slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts]
    if own > 1 or (own and ranks > 1):
        text_slots = [slot for slot in text_slots if slot.story == own] or text_slots
    left = _own_slots(plan, [s for s in plan.layout.slots() if s.story in {0, own}], story.elements, bool(own))
    if not text_slots:  # a story beyond the layout's places follows the last text of the page
        last = [s for s in plan.layout.slots() if s.kind is SlotKind.TEXT and Role.BODY in s.accepts]
        thread = next((key for key in reversed(plan.threads) if last and last[-1].id in key), None)
        slots = [plan.layout.slot(key) for key in thread] if thread else last[-1:]
        plan.put(slots, left)
        return
    _place_text(plan, text_slots, left)


def _own_slots(plan: _Plan, slots: Sequence[Slot], elements: Sequence[Element], heads: bool) -> list[Element]:
    """Place what has slots of its own kind; return the rest, in order."""
    rest: list[Element] = []
    captions = [slot for slot in slots if slot.kind is SlotKind.CAPTION]
    seen_captions = 0
    for index, element in enumerate(elements):
        if element.role in {Role.CAPTION, Role.CREDIT} and captions and heads:
            seen_captions += element.role is Role.CAPTION
            slot = captions[min(max(seen_captions, 1), len(captions)) - 1]
            plan.put([slot], [element])
            continue
        own = _own_slot(slots, element, heads) if not _runs_on(elements, index) else None
        if own is None:
            rest.append(element)
        else:
            plan.put([own], [element])
    return rest


def _runs_on(elements: Sequence[Element], index: int) -> bool:
    """Tell whether an element shares a paragraph with a neighbour, and so stays with the text."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    return elements[index].run_in or (following is not None and following.run_in)


def _own_slot(slots: Sequence[Slot], element: Element, heads: bool) -> Slot | None:
    for slot in slots:
        if element.role not in slot.accepts or Role.BODY in slot.accepts:
            continue
        if slot.kind in {SlotKind.SLOGAN, SlotKind.FOLIO} or (heads and slot.kind in _OWN | {SlotKind.TEXT}):
            return slot
    return None


def _place_text(plan: _Plan, slots: Sequence[Slot], elements: Sequence[Element]) -> None:
    """Place running text: along the layout's own thread, by sections, or through all slots."""
    ranks = {slot: rank for rank, slot in enumerate(plan.order)}
    threads = sorted(_threads(slots), key=lambda thread: ranks.get(thread[0].id, len(ranks)))
    sections = _sections(elements)
    if len(threads) == 1 or len(sections) < 2 or not plan.divide:
        plan.put([slot for thread in threads for slot in thread], elements)
        return
    heads = [thread[0] for thread in threads]
    for thread, group in zip(threads, _divide(plan.layout, heads, sections), strict=True):
        plan.put(thread, [element for section in group for element in section])


def _threads(slots: Sequence[Slot]) -> Iterator[list[Slot]]:
    """Yield the layout's threads: slots tied by ``next``."""
    by_id = {slot.id: slot for slot in slots}
    continued = {slot.next for slot in slots}
    for slot in slots:
        if slot.id in continued:
            continue
        thread = [slot]
        while thread[-1].next in by_id and by_id[thread[-1].next or ""] not in thread:
            thread.append(by_id[thread[-1].next or ""])
        yield thread


def _sections(elements: Sequence[Element]) -> list[list[Element]]:
    """Divide running text at its subheads; what stands before the first belongs to the first section."""
    sections: list[list[Element]] = []
    for element in elements:
        begins = element.role is Role.SUBHEAD and sections and any(e.role is Role.SUBHEAD for e in sections[-1])
        if begins or not sections:
            sections.append([element])
        else:
            sections[-1].append(element)
    return sections


def _divide(
    layout: Layout, slots: Sequence[Slot], sections: Sequence[Sequence[Element]]
) -> list[list[Sequence[Element]]]:
    """Divide consecutive sections among slots, so that the stacks they stand in are equally high."""
    stack_of = stacks_of(layout)
    stacks = [stack_of.get(slot.id, -1) for slot in slots]
    lines = [_lines_before(layout, slot, sections) for slot in slots]
    count, places = len(sections), len(slots)
    best: tuple[tuple[int, int], tuple[int, ...]] = ((places, 0), (0, *[count] * places))
    for tried, cuts in enumerate(combinations_with_replacement(range(count + 1), places - 1)):
        if tried > _MOST_WAYS:
            break
        bounds = (0, *cuts, count)
        heights = dict.fromkeys(stacks, 0)
        for stack, before, (a, b) in zip(stacks, lines, pairwise(bounds), strict=True):
            heights[stack] += before[b] - before[a]
        empty = sum(a == b for a, b in pairwise(bounds))
        unevenness = max(heights.values()) - min(heights.values())
        cost = (max(0, empty - max(0, places - count)), unevenness)
        if cost < best[0] or not tried:
            best = (cost, bounds)
    return [list(sections[a:b]) for a, b in pairwise(best[1])]


def _lines_before(layout: Layout, slot: Slot, sections: Sequence[Sequence[Element]]) -> list[int]:
    """Estimate the lines that the sections before each one, and before the end, take in a slot."""
    measure = layout.grid.measure
    lines = [0]
    for section in sections:
        column_lines = sum(-(-(e.length + 2) // measure) for e in section if e.role is not Role.SUBHEAD)
        lines.append(lines[-1] - (-column_lines // slot.columns) + 3)
    return lines


def _stacks(node: Node) -> Iterator[Node]:
    """Yield the boxes that stand side by side: the children of the innermost rows."""
    if isinstance(node, Slot):
        yield node
    elif node.flow == "row" and not any(_has_row(child) for child in node.children):
        yield from node.children
    else:
        for child in node.children:
            yield from _stacks(child)


def _has_row(node: Node) -> bool:
    return isinstance(node, Box) and (node.flow == "row" or any(_has_row(child) for child in node.children))


def _inside(node: Node) -> Iterator[Slot]:
    if isinstance(node, Slot):
        yield node
        return
    for child in node.children:
        yield from _inside(child)
