"""What the layout desk writes into a text: listed edits beside a source that stays as it came in.

Places are those of an element's set text: so many characters from its start, accepted changes made. Edits that touch
become one, and an edit that says what the source says goes away, so that the list is what differs and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import UsageError, message
from desktop.model.corrections import free_id, renumber
from desktop.model.emphasis import Emphasis, set_faces, with_faces
from desktop.model.settext import Piece, set_pieces
from desktop.model.story import Change, ChangeKind, Element, SourceRange, Story, slice_ranges

TYPED = message("written at the layout desk")


class Spot(Struct, frozen=True):
    """A place in an element's set text. ``early``: where two lines meet, at the end of the first."""

    element: str
    offset: int
    early: bool = False


def spliced(story: Story, element_id: str, start: int, end: int, text: str, emphases: Sequence[Emphasis] = ()) -> Story:
    """Return the story in which characters ``[start, end)`` of an element's set text are replaced by others.

    What stays keeps its face. New text takes that of what it replaces, or of its neighbours, where they have one.

    Raises:
        UsageError: There is no such element, or the place does not lie inside its text.
    """
    made = _replaced(story, _element(story, element_id), start, end, text)
    if not _has_faces(story, emphases):
        return made
    faces, now = set_faces(emphases, story, element_id), set_faces(emphases, made, element_id)
    behind = start + len(text)
    beside = faces[start:end] or (faces[start - 1 : start + 1] if 0 < start < len(faces) else [])
    fresh = beside[:1] * len(text) if len(set(beside)) == 1 else now[start:behind]
    return with_faces(emphases, made, element_id, [*faces[:start], *fresh, *faces[end:]])


def _has_faces(story: Story, emphases: Sequence[Emphasis]) -> bool:
    return bool(emphases) or any(change.faces for change in story.changes)


def _replaced(story: Story, element: Element, start: int, end: int, text: str) -> Story:
    span = _span(element, set_pieces(story, element), start, end)
    gone = {change.id for change in span.changes}
    left = [change for change in story.changes if change.id not in gone]
    known = {change.id for change in left}
    fresh = [change for change in _edits(story, element, span, text) if change.before != change.after]
    named = [replace(change, id=free_id(change.id, known)) for change in fresh]
    return replace(story, changes=tuple(sorted((*left, *named), key=lambda change: change.range)))


def parted(story: Story, element_id: str, place: int, emphases: Sequence[Emphasis] = ()) -> Story:
    """Return the story with an element cut in two at a place of its set text; either part may be empty.

    Every character keeps its face.

    Raises:
        UsageError: There is no such element, or the place does not lie inside its text.
    """
    made = _parted(story, _element(story, element_id), place)
    if not _has_faces(story, emphases):
        return made
    known, faces = {element.id for element in story.elements}, set_faces(emphases, story, element_id)
    tail = next(element.id for element in made.elements if element.id not in known)
    made = with_faces(emphases, made, element_id, faces[:place])
    return with_faces(emphases, made, tail, faces[place:])


def _parted(story: Story, element: Element, place: int) -> Story:
    element_id = element.id
    story, at, behind = _cut_at(story, element, place)
    ids = {known.id for known in story.elements}
    tail_id = free_id(f"{element.id.partition('-')[0]}-{at}", ids)
    position = _position(element, at)
    head = _part(element, 0, position, at)
    tail = replace(
        _part(element, position, len(element.text), at), id=tail_id, reason=TYPED, run_in=False, people=(), folio=None
    )
    end = head.ranges[-1].end

    def moved(change: Change) -> Change:
        if change.id in behind:
            return replace(change, element=tail_id)
        if change.element != element_id or any(p.start <= change.range.start <= p.end for p in head.ranges):
            return change
        return replace(change, range=SourceRange(end, end))  # it stood at the beginning of the range behind the cut

    changes = tuple(sorted(map(moved, story.changes), key=lambda change: change.range))
    elements = tuple(part for e in story.elements for part in ((head, tail) if e.id == element_id else (e,)))
    return renumber(replace(story, elements=elements, changes=changes))


class _Span(Struct, frozen=True):
    """Where an edit goes: source ``[start, end)``, from one range of the element to another, between kept texts."""

    start: int
    end: int
    first: int
    last: int
    before: str
    behind: str
    changes: tuple[Change, ...]
    """The listed changes that the edit takes the place of."""


def _span(element: Element, pieces: Sequence[Piece], start: int, end: int) -> _Span:
    lows = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    if not 0 <= start <= end <= lows[-1]:
        raise UsageError("The place does not lie inside the text.")
    touched = [
        number
        for number, (piece, low, high) in enumerate(zip(pieces, lows, lows[1:], strict=False))
        if (low < end and high > start) or (_is_edit(piece) and (high == start or low == end))
    ]
    if not touched:
        part, place = _gap(element, pieces, lows, start)
        return _Span(place, place, part, part, "", "", ())
    first, last = touched[0], touched[-1]
    one, other = pieces[first], pieces[last]
    begin, kept = _kept_before(one, start - lows[first])
    stop, rest = _kept_behind(other, end - lows[last])
    inside = pieces[first : last + 1]
    return _Span(begin, stop, one.part, other.part, kept, rest, tuple(p.change for p in inside if p.change))


def _is_edit(piece: Piece) -> bool:
    return piece.change is not None and piece.change.kind is ChangeKind.EDIT


def _kept_before(piece: Piece, count: int) -> tuple[int, str]:
    """Return where in the source an edit begins that keeps so many characters of a piece, and those it must repeat."""
    if piece.change is None:
        return piece.start + max(0, count), ""
    return piece.start, piece.text[: max(0, count)]


def _kept_behind(piece: Piece, count: int) -> tuple[int, str]:
    if piece.change is None:
        return min(piece.end, piece.start + count), ""
    return piece.end, piece.text[max(0, count) :]


def _gap(element: Element, pieces: Sequence[Piece], lows: Sequence[int], place: int) -> tuple[int, int]:
    """Return the range and the source offset of a place between pieces: behind the one before it."""
    before = next((p for p, high in zip(reversed(pieces), reversed(lows[1:]), strict=False) if high == place), None)
    if before is None:
        return 0, element.ranges[0].start
    at = _behind(element, before.part, before.end)
    return before.part + (at != before.end), at


def _edits(story: Story, element: Element, span: _Span, text: str) -> Iterator[Change]:
    """Yield the edits of a span: the first of its ranges takes the text, from the others it is taken out."""
    after = span.before + text + span.behind
    for number in range(span.first, span.last + 1):
        own = element.ranges[number]
        start = span.start if number == span.first else own.start
        end = span.end if number == span.last else own.end
        low, high = _position(element, start, number), _position(element, end, number)
        owner = element.id if start == end else ""
        edit = f"{story.source}t{start}-{end}"
        yield Change(
            edit, ChangeKind.EDIT, SourceRange(start, end), element.text[low:high], after, TYPED, element=owner
        )
        after = ""


def _position(element: Element, at: int, number: int | None = None) -> int:
    """Return the place in an element's source text of a source offset; in one range, or in the first that has it."""
    position = 0
    for index, part in enumerate(element.ranges):
        if part.start <= at <= part.end and number in {None, index}:
            return position + at - part.start
        position += len(part)
    raise UsageError("The place does not lie inside the text.")


def _cut_at(story: Story, element: Element, place: int) -> tuple[Story, int, set[str]]:
    """Return the story with no edit over a place, the place's source offset, and the insertions behind it."""
    pieces = set_pieces(story, element)
    lows = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    if not 0 <= place <= lows[-1]:
        raise UsageError("The place does not lie inside the text.")
    inside = next((n for n, p in enumerate(pieces) if lows[n] < place < lows[n + 1]), None)
    behind = {
        p.change.id for p, low in zip(pieces, lows, strict=False) if p.change and p.change.element and low >= place
    }
    if inside is None:
        return story, _gap(element, pieces, lows, place)[1], behind
    piece = pieces[inside]
    if piece.change is None:
        return story, piece.start + place - lows[inside], behind
    # An edit on both sides: its first part replaces what it replaced, its second is put in behind that.
    cut, change = place - lows[inside], piece.change
    at = _behind(element, piece.part, change.range.end)
    first, late = replace(change, after=piece.text[:cut]), piece.text[cut:]
    changes = [first if c.id == change.id else c for c in story.changes]
    there = next((c for c in changes if c.element == element.id and c.range.start == at and c.id in behind), None)
    if there is not None:
        joined = replace(there, after=late + there.after)
        return replace(story, changes=tuple(joined if c is there else c for c in changes)), at, behind
    fresh = free_id(f"{story.source}t{at}-{at}", {c.id for c in changes})
    rest = Change(fresh, ChangeKind.EDIT, SourceRange(at, at), "", late, TYPED, element=element.id)
    return replace(story, changes=(*changes, rest)), at, {*behind, fresh}


def _behind(element: Element, part: int, at: int) -> int:
    """Return a source offset in a range, or the beginning of the next one where the range ends there."""
    more = part + 1 < len(element.ranges) and at == element.ranges[part].end
    return element.ranges[part + 1].start if more else at


def _part(element: Element, low: int, high: int, at: int) -> Element:
    """Return a part of an element's source text; an empty one keeps its place in the source."""
    ranges = slice_ranges(element.ranges, low, high) or (SourceRange(at, at),)
    return replace(element, text=element.text[low:high], ranges=ranges)


def _element(story: Story, element_id: str) -> Element:
    try:
        return story.element(element_id)
    except KeyError:
        raise UsageError("There is no element {id} any more.", id=element_id) from None
