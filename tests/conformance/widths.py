"""How wide a line is by the rules, and what it may give and take: the rules' numbers written down a second time.

Nothing here comes from the product: characters come from positions, the sets and figures from the rules' text. So a
line on a page can be asked whether it was squeezed in the order of A1, stretched in the order of A2, and whether it
ends early though what follows could have been squeezed in (K3). Lengths are ems of the line's size.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from tests.conformance.positions import CLOSING, HALF, MARKS, OPENING, POINTS, WHOLE, Char, Line

NO_START = frozenset("。．，、：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝～-–—·・‧/／,.;:!?)]}")
NO_END = frozenset("“‘「『（《〈【〖〔［｛([{/／")
EM = 0.01
"""Tolerance of A3 in ems."""

LINE_END, WORD, BRACKET, PAUSE, GAP, STOP = 1, 2, 4, 5, 6, 7
"""Steps of A1; 间隔号, the third, has no blank to give in a cell of half an em."""

RIGID = frozenset("-–/／～—")
"""Connectors and solidus: nothing is stretched around them (A2)."""

HALF_WIDTH = frozenset(",.;:!?()[]{}'\"“”‘’")
"""Marks of the Latin alphabet, which have no Han–Latin gap beside them (L1)."""

_TOKEN = re.compile(
    r"[+−±-]?[$¥€£￥]?[0-9A-Za-zÀ-ɏ](?:[0-9A-Za-zÀ-ɏ]|://(?=\w)|[.,:;/'’&@_+#~=?-](?=[0-9A-Za-zÀ-ɏ]))*[%‰°℃℉]*"
    r"(?:[*†‡]+|\[[0-9]{1,3}\])?"
    r"|[＋－]?[＄￡￥]?[０-９Ａ-Ｚａ-ｚ]+(?:[．，：；][０-９]+)*[％‰°℃℉]*"
    r"|——|…{2,}|[！？]{2,3}"
)


class Numbers(Struct, frozen=True):
    """The figures that a style may choose."""

    no_start: frozenset[str] = NO_START
    no_end: frozenset[str] = NO_END
    strict: bool = False
    stops: bool = True
    """。？！ may be squeezed."""
    adjacent: float = 1.5
    word: tuple[float, float, float] = (1 / 4, 1 / 3, 1 / 2)
    gap: tuple[float, float, float] = (1 / 8, 1 / 4, 1 / 3)


HOUSE = Numbers()


class Item(Struct):
    """What is placed as one: its text, edges as set, the width between them, and the blank on both sides."""

    text: str
    left: float
    right: float
    core: float
    lead: float
    trail: float
    latin: bool
    line: int
    start: int
    after: str
    known: bool = True


class Between(Struct, frozen=True):
    """The room between two items by nature, what each step of A1 can take from it, and how it is stretched (A2)."""

    natural: float
    room: Mapping[int, float]
    kind: str
    """``space``, ``latin``, ``free`` or ``fixed``."""
    legal: bool
    """Whether a line may end here (K2, U1)."""
    count: int = 1
    """How many spaces there are."""


class Flow(Struct, frozen=True):
    """A paragraph: its items, what lies between them, and the half-open range of items on each line."""

    items: tuple[Item, ...]
    between: tuple[Between, ...]
    lines: tuple[tuple[int, int], ...]
    widths: tuple[float, ...]
    """Natural width up to each item, the room behind the items before it counted."""
    rooms: tuple[float, ...]
    """What could be squeezed out of the boundaries before each item."""

    def natural(self, start: int, end: int) -> float:
        """The natural width of items as a line: half a mark at its end (W5), none of the blank at its start (W4)."""
        return self.widths[end] - self.widths[start] - self.between[end - 1].natural

    def least(self, start: int, end: int) -> float:
        """The width of items as a line from which everything is squeezed."""
        return self.natural(start, end) - (self.rooms[end - 1] - self.rooms[start])

    def width(self, line: int) -> float:
        """The width of a line as set."""
        start, end = self.lines[line]
        return self.items[end - 1].right - self.items[start].left


def flow_of(lines: Sequence[Line], numbers: Numbers = HOUSE) -> Flow:
    """Return the flow of a paragraph's lines."""
    chars = [(number, char) for number, line in enumerate(lines) for char in line.chars]
    tokens = _tokens([char for _, char in chars])
    items, of_token = _items(chars, tokens)
    _give_up_blank(items, numbers)
    between = [
        _between(a, b, s >= 0 and s == t, numbers) for (a, s), (b, t) in pairwise(zip(items, of_token, strict=True))
    ]
    between.append(Between(0.0, {}, "fixed", legal=True))
    widths = accumulate((item.core + gap.natural for item, gap in zip(items, between, strict=True)), initial=0.0)
    rooms = accumulate((sum(gap.room.values()) for gap in between), initial=0.0)
    return Flow(tuple(items), tuple(between), tuple(_ranges(items)), tuple(widths), tuple(rooms))


def _ranges(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(1, len(items) + 1):
        if end == len(items) or items[end].line != items[start].line:
            yield start, end
            start = end


def _tokens(chars: Sequence[Char]) -> list[int]:
    """Return the number of the token that each character stands in, -1 for none."""
    text, at = "", []
    for char in chars:
        at.append(len(text))
        text += char.text + char.after
    numbers = [-1] * len(chars)
    for number, found in enumerate(_TOKEN.finditer(text)):
        for index in range(bisect_right(at, found.start()) - 1, bisect_right(at, found.end() - 1)):
            numbers[index] = number
    return numbers


def _items(chars: Sequence[tuple[int, Char]], tokens: Sequence[int]) -> tuple[list[Item], list[int]]:
    """Return the items; the two halves of a dash or an ellipsis are one, those of ！！ stand in cells of their own."""
    items: list[Item] = []
    of_token: list[int] = []
    for (number, char), token in zip(chars, tokens, strict=True):
        double = char.text[0] in "—…" and token >= 0
        if double and of_token and of_token[-1] == token and items[-1].line == number:
            middle = (items[-1].left + char.right) / 2
            wide = 1.0 * (len(items[-1].text) + len(char.text))
            items[-1] = Item(
                items[-1].text + char.text, middle - wide / 2, middle + wide / 2, wide, 0.0, 0.0, False, number,
                items[-1].start, char.after,
            )  # fmt: skip
            continue
        run = sum(1 for other in tokens if other == token) if char.text[0] in "！？" and token >= 0 else 0
        items.append(_item(number, char, run))
        of_token.append(token)
    return items, of_token


def _item(line: int, char: Char, exclaims: int) -> Item:
    text, left, right = char.text, char.left, char.right
    lead = trail = 0.0
    core, known = char.advance, True
    if char.latin:
        pass
    elif exclaims > 1:
        core = 1 / 2 if exclaims == 2 else 2 / 3
        left = right - core
    elif text in OPENING:
        core, lead = 0.5, 0.5
    elif text in CLOSING | POINTS:
        core, trail = 0.5, 0.5
    elif text in HALF:
        core = 0.5
    elif text[0] in WHOLE:
        core = 1.0 * len(text)
        middle = (left + right) / 2
        left, right = middle - core / 2, middle + core / 2
    else:
        core, known = 1.0, unicodedata.east_asian_width(text[0]) in "WF"
    return Item(text, left, right, core, lead, trail, char.latin, line, char.start, char.after, known)


def _give_up_blank(items: Sequence[Item], numbers: Numbers) -> None:
    """W3: of two full-width marks side by side, one of them a bracket, the blank between them goes."""
    whole = [bool(item.lead or item.trail) for item in items]  # ！！ share an em and have none to give
    for at, (a, b) in enumerate(pairwise(items)):
        if not whole[at] or not whole[at + 1] or {a.text, b.text} <= POINTS or a.after:
            continue
        need = 2.0 - numbers.adjacent
        for item, side in ((a, "trail"), (b, "lead"), (b, "trail")):
            if side == "trail" and item is b and _width(a) + _width(b) <= numbers.adjacent + 1e-9:
                break
            by = min(need, getattr(item, side))
            setattr(item, side, getattr(item, side) - by)
            need -= by


def _width(item: Item) -> float:
    return item.lead + item.core + item.trail


def _between(a: Item, b: Item, together: bool, numbers: Numbers) -> Between:
    legal = _may_end(a, b, together, numbers)
    if together and a.line == b.line:
        return Between(b.left - a.right, {}, "fixed", legal)
    if together or (a.latin and b.latin and not a.after):
        return Between(0.0, {}, "fixed", legal)
    room: dict[int, float] = {}
    _add(room, _step(a, numbers), a.trail)
    _add(room, _step(b, numbers), b.lead)
    natural = a.trail + b.lead
    if a.after:
        wide = a.after.count("\u3000")
        words = len(a.after) - wide
        _add(room, WORD, words * (numbers.word[1] - numbers.word[0]))
        kind = "space" if words else "fixed"
        return Between(natural + wide + words * numbers.word[1], room, kind, legal, max(1, words))
    if _is_gap(a, b):
        _add(room, GAP, numbers.gap[1] - numbers.gap[0])
        return Between(natural + numbers.gap[1], room, "latin", legal)
    return Between(natural, room, "fixed" if _is_rigid(a) or _is_rigid(b) else "free", legal)


def _add(room: dict[int, float], step: int, by: float) -> None:
    if step and by > 0:
        room[step] = room.get(step, 0.0) + by


def _step(item: Item, numbers: Numbers) -> int:
    if item.latin:
        return 0
    if item.text in OPENING | CLOSING:
        return BRACKET
    if item.text in "，、；":
        return PAUSE
    return STOP if item.text in "。．？！" and numbers.stops else 0


def _is_gap(a: Item, b: Item) -> bool:
    """L1: between Han and Latin or digits, not beside marks."""
    if a.latin == b.latin:
        return False
    latin, other = (a, b) if a.latin else (b, a)
    return latin.text not in HALF_WIDTH and other.text[0] not in MARKS


def _is_rigid(item: Item) -> bool:
    return not item.latin and item.text in RIGID


def _may_end(a: Item, b: Item, together: bool, numbers: Numbers) -> bool:
    if together:
        return a.text == "-" and a.latin and b.text.isalpha()
    dash = b.text in {"——", "……"} or (b.text[0] == "…" and len(b.text) > 1)
    starts = numbers.strict if dash else b.text[0] in numbers.no_start
    if starts or a.text[-1] in numbers.no_end:
        return False
    return bool(a.after) or not (a.latin and b.latin)


# What a line does


def changes(flow: Flow, line: int) -> list[float]:
    """Return by how much each room of a line is wider than by nature, negative where it is narrower."""
    start, end = flow.lines[line]
    return [flow.items[at + 1].left - flow.items[at].right - flow.between[at].natural for at in range(start, end - 1)]


def is_known(flow: Flow, line: int) -> bool:
    """Whether the rules' text says of all of a line's characters how wide they are."""
    start, end = flow.lines[line]
    return all(item.known for item in flow.items[start:end])


def squeezes(flow: Flow, line: int) -> list[float] | None:
    """Return what A1 takes from each room of a line as wide as this one; None where the line is not squeezed.

    Each step is used up, equally, before the next.
    """
    need = -sum(changes(flow, line))
    start, end = flow.lines[line]
    if need < EM / 4:
        return None
    between = flow.between[start : end - 1]
    taken = [0.0] * len(between)
    for step in range(WORD, STOP + 1):
        capacity = sum(gap.room.get(step, 0.0) for gap in between)
        share = min(1.0, need / capacity) if capacity else 0.0
        for at, gap in enumerate(between):
            taken[at] += share * gap.room.get(step, 0.0)
        need -= share * capacity
    return taken


def stretches(flow: Flow, line: int, numbers: Numbers = HOUSE) -> list[float] | None:
    """Return what A2 adds to each room of a line as wide as this one; None where the line is not stretched."""
    need = sum(changes(flow, line))
    start, end = flow.lines[line]
    if need < EM / 4:
        return None
    return added_to(flow.between[start : end - 1], need, numbers)


def added_to(between: Sequence[Between], need: float, numbers: Numbers = HOUSE) -> list[float]:
    """Return what A2 adds to each room of a line that has to grow by so much."""
    most = {"space": numbers.word[2] - numbers.word[1], "latin": numbers.gap[2] - numbers.gap[1]}
    counts = {kind: sum(gap.count for gap in between if gap.kind == kind) for kind in ("space", "latin", "free")}
    added = dict.fromkeys(counts, 0.0)
    for kind, count in counts.items():
        added[kind] = min(most.get(kind, need), need / count) if count else 0.0
        need -= added[kind] * count
    if need > EM / 4 and (count := counts["space"] + counts["latin"]):  # A3 goes before the limits
        for kind in ("space", "latin"):
            added[kind] += need / count
    return [added.get(gap.kind, 0.0) * gap.count for gap in between]


def push_out(flow: Flow, line: int, *, same_count: bool = False) -> str | None:
    """Return what could have been squeezed into a line that ends before it, where K3 asks for that.

    That is where the line may not end at its natural end, though a later end is legal and can be squeezed in, and the
    rest of the paragraph then needs no loose line, no push-out and no last line that is too short; with ``same_count``
    in as many lines as it has now: columns may ask for a number of lines.
    """
    start, end = flow.lines[line]
    later = _pushed_in(flow, start, flow.width(line))
    if later is None or end >= later or end > _natural_end(flow, start, flow.width(line)):
        return None
    if not all(item.known for item in flow.items[start:]):
        return None
    left = len(flow.lines) - line - 1
    measure = max(flow.width(number) for number in range(line + 1, len(flow.lines)))
    counts = (left,) if same_count else (left - 1, left, left + 1)
    if not any(_fills(flow, later, count, measure) for count in counts if count >= 0):
        return None
    return "".join(item.text for item in flow.items[end:later])


def _natural_end(flow: Flow, start: int, measure: float) -> int:
    natural = start + 1
    while natural < len(flow.items) and flow.natural(start, natural + 1) <= measure + EM / 4:
        natural += 1
    return natural


def _pushed_in(flow: Flow, start: int, measure: float) -> int | None:
    """Return the next legal end behind a natural end that is none, if what stands before it can be squeezed in."""
    natural = _natural_end(flow, start, measure)
    if natural == len(flow.items) or flow.between[natural - 1].legal:
        return None
    for later in range(natural + 1, len(flow.items) + 1):
        if flow.least(start, later) > measure + EM / 4:
            return None
        if flow.between[later - 1].legal:
            return later
    return None


def _fills(flow: Flow, start: int, lines: int, measure: float) -> bool:
    """Whether the items from one on fill so many lines without a loose one, a push-out, or a last line too short."""
    count = len(flow.items)
    if not lines:
        return start == count
    if lines == 1:
        written = sum(1 for item in flow.items[start:] if item.text[0] not in MARKS)
        return start < count and flow.least(start, count) <= measure + EM / 4 and written >= 2
    return any(
        flow.between[end - 1].legal and _stands(flow, start, end, measure) and _fills(flow, end, lines - 1, measure)
        for end in range(start + 1, count)
        if flow.least(start, end) <= measure + EM / 4
    )


def _stands(flow: Flow, start: int, end: int, measure: float) -> bool:
    """Whether items make a line that is neither loose nor pushes out what could be squeezed in."""
    need = measure - flow.natural(start, end)
    added = added_to(flow.between[start : end - 1], need) if need > 0 else []
    later = _pushed_in(flow, start, measure)
    pushed = later is not None and end < later and end <= _natural_end(flow, start, measure)
    flush = need <= EM / 4 or abs(sum(added) - need) < EM
    return max(added, default=0.0) <= 1 / 4 and flush and not pushed
