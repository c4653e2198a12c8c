"""First route: the glyphs of the composed pages against the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from desktop.display import PageDisplay
from desktop.errors import Message, message
from desktop.integrity.expected import (
    Expected,
    Ranges,
    SetTexts,
    Tally,
    changed_ranges,
    cut_ranges,
    expected_of,
    without,
)
from desktop.integrity.found import Stretch, offsets_of, stretches
from desktop.integrity.report import Difference, DifferenceKind, ElementLedger, IntegrityReport
from desktop.model.story import Element, SourceRange, Story


class _Standing(Struct):
    """All that stands of one element, and its match against what should."""

    text: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    stood: set[int] = field(default_factory=set)
    """Indices of expected characters that were found."""
    twice: int = 0

    def offsets(self) -> set[int]:
        """Return the source offsets whose characters stand."""
        return offsets_of(self.starts, self.ends)


def check_display(
    displays: Sequence[PageDisplay],
    stories: Sequence[Story],
    expected: SetTexts,
    *,
    overset: Mapping[str, Sequence[SourceRange]] | None = None,
    unplaced: Collection[str] = (),
) -> IntegrityReport:
    """Compare the pages with the stories.

    ``overset`` are the source ranges that found no room by element id, ``unplaced`` the elements assigned to no frame:
    both are told elsewhere and are no loss. What found no room in one place and stands in another is placed.
    """
    parts, added = stretches(displays)
    standing = _standing(parts)
    differences: list[Difference] = []
    ledgers: list[ElementLedger] = []
    known: set[str] = set()
    nowhere = frozenset(unplaced)
    for story in stories:
        cut, changed = cut_ranges(story), changed_ranges(story)
        for element in story.elements:
            known.add(element.id)
            found = standing.get(element.id, _Standing())
            over = (overset or {}).get(element.id, ())
            over = without(over, found.offsets()) if over else ()
            away = element.id in nowhere and not found.text
            wanted = expected_of(element.id, expected, over)
            if not away:
                differences += _match(element.id, wanted, found)
            ledgers.append(_ledger(element, (cut, changed), wanted, found, over, away=away))
    differences += _strangers(parts, known)
    differences += _element_order(parts, stories)
    return IntegrityReport(tuple(differences), tuple(ledgers), added)


def _standing(parts: Sequence[Stretch]) -> dict[str, _Standing]:
    """Return all that stands of each element."""
    standing: dict[str, _Standing] = {}
    for part in parts:
        into = standing.setdefault(part.element, _Standing())
        into.text += part.text
        into.starts += part.starts
        into.ends += part.ends
    return standing


def _match(element: str, wanted: Expected, found: _Standing) -> list[Difference]:
    """Tie the found characters to the expected ones and return what differs."""
    if (
        len(found.text) == len(wanted.text)
        and found.starts == list(wanted.starts)
        and "".join(found.text) == wanted.text
    ):
        found.stood.update(range(len(wanted.text)))
        return []
    differences: list[Difference] = []
    by_start = sorted((offset, index) for index, offset in enumerate(wanted.starts))
    last = -1
    for char, start, end in zip(found.text, found.starts, found.ends, strict=True):
        if _comes_next(char, start, end, wanted, last + 1, found.stood):
            last += 1
            found.stood.add(last)
            continue
        place, used = _place(char, start, end, wanted, found.stood, by_start)
        if place is None:
            kind = DifferenceKind.TWICE if used else DifferenceKind.EXTRA
            found.twice += used
            differences.append(_difference(kind, element, start, end, char))
            continue
        found.stood.add(place)
        if place < last:
            differences.append(_difference(DifferenceKind.ORDER, element, start, end, char))
        last = place
    return _joined(differences + _lost(element, wanted, found))


def _lost(element: str, wanted: Expected, found: _Standing) -> list[Difference]:
    """Return the expected characters that were not found."""
    kind = DifferenceKind.MISSING
    return [
        _difference(kind, element, wanted.starts[index], wanted.ends[index], char)
        for index, char in enumerate(wanted.text)
        if index not in found.stood
    ]


def _comes_next(char: str, start: int, end: int, wanted: Expected, place: int, stood: set[int]) -> bool:
    """Tell whether a character is the one expected behind the last: nearly every one is."""
    if place >= len(wanted.text) or place in stood or wanted.text[place] != char:
        return False
    return start <= wanted.starts[place] < max(end, start + 1)


def _place(
    char: str, start: int, end: int, wanted: Expected, stood: set[int], by_start: Sequence[tuple[int, int]]
) -> tuple[int | None, bool]:
    """Return the first free expected place for a character in its source range, and whether a taken one fits."""
    used = False
    low, high = bisect_left(by_start, (start, 0)), bisect_left(by_start, (max(end, start + 1), 0))
    for _, index in by_start[low:high]:
        if wanted.text[index] == char:
            if index not in stood:
                return index, False
            used = True
    return None, used


def _joined(differences: list[Difference]) -> list[Difference]:
    """Put differences of one kind at neighbouring places into one, so that a lost line is one entry."""
    joined: list[Difference] = []
    for item in differences:
        last = joined[-1] if joined else None
        if last and (last.kind, last.element, last.end) == (item.kind, item.element, item.start):
            joined[-1] = _difference(item.kind, item.element, last.start, item.end, last.text + item.text)
        else:
            joined.append(item)
    return joined


def _strangers(parts: Sequence[Stretch], known: set[str]) -> list[Difference]:
    """Return characters that stand for elements which no story has."""
    return [
        _difference(DifferenceKind.EXTRA, part.element, part.starts[0], part.ends[-1], "".join(part.text))
        for part in parts
        if part.element not in known and part.text
    ]


def _element_order(parts: Sequence[Stretch], stories: Sequence[Story]) -> list[Difference]:
    """Return the elements that begin before one of their story that they should follow on the same page.

    Where a text goes on on another page, what is read after it may stand on the first.
    """
    places = {element.id: (story.id, element.order) for story in stories for element in story.elements}
    highest: dict[tuple[str, int], int] = {}
    seen: set[str] = set()
    differences = []
    for part in parts:
        if part.element in seen or part.element not in places or not part.text:
            continue
        seen.add(part.element)
        story, order = places[part.element]
        key = (story, part.page)
        if order < highest.get(key, order):
            head = "".join(part.text[:12])
            kind = DifferenceKind.ELEMENT_ORDER
            differences.append(_difference(kind, part.element, part.starts[0], part.ends[0], head))
        highest[key] = max(order, highest.get(key, order))
    return differences


def _ledger(
    element: Element,
    changes: tuple[Ranges, Ranges],
    wanted: Expected,
    found: _Standing,
    over: Sequence[SourceRange],
    *,
    away: bool,
) -> ElementLedger:
    cut, replaced = (ranges.within(element) for ranges in changes)
    whole = len(found.stood) == len(wanted.text)
    if whole and not (cut or replaced or over or away):  # all that should stand does, each character for itself
        count = element.length
        return ElementLedger(element.id, count, count, 0, 0, 0, 0, found.twice, 0)
    tally = Tally(element)
    for start, end in _touching((wanted.starts[index], wanted.ends[index]) for index in sorted(found.stood)):
        tally.mark(start, end, Tally.PLACED)
    for ranges, state in ((over, Tally.OVERSET), (cut, Tally.CUT)):
        for part in ranges:
            tally.mark(part.start, part.end, state)
    return ElementLedger(
        element=element.id,
        source=tally.total,
        placed=tally.count(Tally.PLACED),
        overset=tally.count(Tally.OVERSET),
        unplaced=tally.left if away else 0,
        cut=tally.count(Tally.CUT),
        missing=0 if away else tally.left,
        twice=found.twice,
        replaced=tally.count(Tally.PLACED, replaced),
    )


def _touching(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges, those that touch as one."""
    low = high = 0
    for start, end in ranges:
        if start != high:
            if low < high:
                yield low, high
            low = start
        high = end
    if low < high:
        yield low, high


def _difference(kind: DifferenceKind, element: str | None, start: int, end: int, text: str) -> Difference:
    return Difference(kind, element, start, end, text, _sentence(kind, element, start, text))


def _sentence(kind: DifferenceKind, element: str | None, start: int, text: str) -> Message:
    shown = text if len(text) <= 20 else text[:20] + "…"
    match kind:
        case DifferenceKind.MISSING:
            return message("“{text}” of {element} (at {at}) stands nowhere.", text=shown, element=element, at=start)
        case DifferenceKind.TWICE:
            return message("“{text}” of {element} (at {at}) stands twice.", text=shown, element=element, at=start)
        case DifferenceKind.ORDER:
            return message("“{text}” of {element} (at {at}) is out of order.", text=shown, element=element, at=start)
        case DifferenceKind.ELEMENT_ORDER:
            return message("{element}, “{text}”, stands before what it should follow.", text=shown, element=element)
        case DifferenceKind.EXTRA:
            return message("“{text}” stands in {element} but not in the source.", text=shown, element=element)
