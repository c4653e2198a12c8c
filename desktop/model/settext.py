"""The characters to be set, each tied to the source characters it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.story import Change, ChangeKind, Element, Story
from desktop.model.style import FaceRole


class SetText(Struct, frozen=True):
    """Text with its origin: character ``i`` stands for source ``[starts[i], ends[i])``.

    A replacement longer than what it replaces ties all its characters to the same range. Where the text is the source's
    in one piece, the offsets are a ``range``: a text of millions of characters takes no more room than itself. ``own``
    are the characters with a face that a change gives them, whatever their place in the source tells.
    """

    element: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    own: tuple[tuple[int, FaceRole | None], ...] = ()

    def part(self, start: int, end: int | None = None) -> SetText:
        """Return the characters from one to another."""
        stop = len(self.text) if end is None else end
        own = tuple((at - start, face) for at, face in self.own if start <= at < stop)
        return SetText(self.element, self.text[start:stop], self.starts[start:stop], self.ends[start:stop], own)


def set_texts(story: Story) -> Mapping[str, SetText]:
    """Return the characters of every element of a story after its accepted changes."""
    return StoryTexts().of(story)


class StoryTexts:
    """The set texts of a story as it is now; those of elements in which nothing changed since are the same records."""

    def __init__(self) -> None:
        self._story: Story | None = None
        self._texts: dict[str, SetText] = {}
        self._made: dict[str, tuple[Element, tuple[Change, ...]]] = {}

    def of(self, story: Story) -> Mapping[str, SetText]:
        """Return the characters of every element of the story after its accepted changes."""
        if story is not self._story:
            changes = sorted((c for c in story.changes if c.accepted), key=_order)
            places = [change.range.start for change in changes]
            made = {element.id: (element, _inside(element, changes, places)) for element in story.elements}
            self._texts = {
                key: self._texts[key] if _same(self._made.get(key), new) else _set_element(*new)
                for key, new in made.items()
            }
            self._story, self._made = story, made
        return self._texts


def _inside(element: Element, changes: Sequence[Change], places: Sequence[int]) -> tuple[Change, ...]:
    """Return the changes that begin inside an element, in their order."""
    if not element.ranges:
        return ()
    first, last = min(part.start for part in element.ranges), max(part.end for part in element.ranges)
    near = changes[bisect_left(places, first) : bisect_right(places, last)]
    return tuple(c for c in near if (c.element == element.id if c.element else c.range.start < last))


def _same(old: tuple[Element, tuple[Change, ...]] | None, new: tuple[Element, tuple[Change, ...]]) -> bool:
    return old is not None and old[0] is new[0] and old[1] == new[1]


def _order(change: Change) -> tuple[int, bool, bool, int, str]:
    """Where changes begin at one character insertions go first; of the others a cut, which takes the rest with it."""
    return change.range.start, len(change.range) > 0, change.kind is not ChangeKind.CUT, change.range.end, change.id


def cut_lengths(story: Story) -> dict[str, int]:
    """Return how many characters of each element accepted cuts took out, white space not counted."""
    cuts = [change.range for change in story.changes if change.kind is ChangeKind.CUT and change.accepted]
    if not cuts:
        return {}
    found: dict[str, int] = {}
    for element in story.elements:
        inside = [cut for cut in cuts for part in element.ranges if part.start <= cut.start and cut.end <= part.end]
        gone = {at for part in inside for at in range(part.start, part.end)}
        offsets = (at for part in element.ranges for at in range(part.start, part.end))
        count = sum(1 for at, char in zip(offsets, element.text, strict=False) if at in gone and not char.isspace())
        if count:
            found[element.id] = count
    return found


def set_text(element: Element, story: Story) -> SetText:
    """Return the element's characters after the story's accepted changes."""
    return set_texts(replace(story, elements=(element,)))[element.id]


def _set_element(element: Element, changes: Sequence[Change]) -> SetText:
    """Return an element's characters after the changes that begin in it, in their order."""
    if len(element.ranges) == 1 and not changes:
        (part,) = element.ranges
        return SetText(element.id, element.text, range(part.start, part.end), range(part.start + 1, part.end + 1))
    if len(element.ranges) == 1 and all(_is_one_for_one(change) for change in changes):
        return _one_for_one(element, changes)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    own: list[tuple[int, FaceRole | None]] = []
    for piece in pieces_of(element, changes):
        if piece.change is None:
            _plain(chars, starts, ends, piece.text, piece.start)
            continue
        own.extend(_own(piece.change, len(starts)))
        chars.extend(piece.text)
        starts.extend([piece.start] * len(piece.text))
        ends.extend([piece.end] * len(piece.text))
    return SetText(element.id, "".join(chars), tuple(starts), tuple(ends), tuple(own))


def _own(change: Change, low: int) -> Iterator[tuple[int, FaceRole | None]]:
    """Yield the places, those of a set text, of a change's characters with a face of their own."""
    for face in change.faces:
        yield from ((low + at, face.face) for at in range(face.start, min(face.end, len(change.after))))


def _is_one_for_one(change: Change) -> bool:
    return len(change.range) == len(change.after) == 1 and not change.faces


class Piece(Struct, frozen=True):
    """A part of an element as it is set: source ``[start, end)`` in its range number ``part``, untouched or changed."""

    part: int
    start: int
    end: int
    text: str
    change: Change | None = None


def set_pieces(story: Story, element: Element) -> tuple[Piece, ...]:
    """Return the pieces of an element after the story's accepted changes, in order."""
    changes = sorted((c for c in story.changes if c.accepted), key=_order)
    return tuple(pieces_of(element, _inside(element, changes, [change.range.start for change in changes])))


def pieces_of(element: Element, changes: Sequence[Change]) -> Iterator[Piece]:
    """Yield the pieces of an element after the changes that begin in it, in their order; untouched ones hold text.

    Of overlapping changes the first holds, and none reaches over the border of a range.
    """
    places = [change.range.start for change in changes]
    position, final = 0, len(element.ranges) - 1
    for number, part in enumerate(element.ranges):
        text = element.text[position : position + len(part)]
        position += len(part)
        at = part.start
        behind = bisect_right if number == final or not part else bisect_left
        for change in changes[bisect_left(places, part.start) : behind(places, part.end)]:
            if change.range.start < at or change.range.end > part.end:
                continue
            if at < change.range.start:
                yield Piece(number, at, change.range.start, text[at - part.start : change.range.start - part.start])
            at = change.range.end
            yield Piece(number, change.range.start, at, change.after, change)
        if at < part.end:
            yield Piece(number, at, part.end, text[at - part.start :])


def _one_for_one(element: Element, changes: Sequence[Change]) -> SetText:
    """Return a text of one piece in which single characters stand for others: every offset stays; the first holds."""
    (part,) = element.ranges
    chars = list(element.text)
    for change in reversed(changes):
        chars[change.range.start - part.start] = change.after
    return SetText(element.id, "".join(chars), range(part.start, part.end), range(part.start + 1, part.end + 1))


def _plain(chars: list[str], starts: list[int], ends: list[int], text: str, at: int) -> None:
    chars.append(text)
    starts.extend(range(at, at + len(text)))
    ends.extend(range(at + 1, at + 1 + len(text)))
