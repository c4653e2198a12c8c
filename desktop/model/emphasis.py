"""Characters set in another face of the house than their paragraph: which of the source's, and in which face.

They are told by their place in the source, as everything the desk says of a text: a piece keeps its face wherever its
element goes, is split or merged. What is typed inside a piece takes its face; what is typed beside it does not.
Characters that were typed and are set in another face than that are told by their place in the change (``OwnFace``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.settext import SetText, set_pieces, set_text
from desktop.model.story import OwnFace, SourceRange, Story
from desktop.model.style import FaceRole


class Emphasis(Struct, frozen=True, order=True):
    """Source characters set in a face."""

    source: str
    range: SourceRange
    face: FaceRole


def emphasised(
    known: Sequence[Emphasis], source: str, ranges: Iterable[SourceRange], face: FaceRole | None
) -> tuple[Emphasis, ...]:
    """Return the emphases with ranges of a source set in a face, or (None) in that of their paragraph again."""
    found = list(known)
    for part in ranges:
        found = [piece for old in found for piece in (_outside(old, part) if old.source == source else (old,))]
        if face is not None and len(part):
            found.append(Emphasis(source, part, face))
    return _joined(sorted(found))


def source_ranges(text: SetText, start: int, end: int) -> tuple[SourceRange, ...]:
    """Return the source characters that the characters ``start`` to ``end`` of a set text stand for."""
    found: list[SourceRange] = []
    for low, high in zip(text.starts[start:end], text.ends[start:end], strict=True):
        if found and found[-1].start <= low <= found[-1].end:
            found[-1] = SourceRange(found[-1].start, max(high, found[-1].end))
        else:
            found.append(SourceRange(low, high))
    return tuple(part for part in found if len(part))


def faces_in(known: Iterable[Emphasis], source: str, text: SetText) -> list[FaceRole | None]:
    """Return the face of every character of a set text, None for that of its paragraph."""
    faces = _faces_by_source(known, source, text)
    for at, face in text.own:
        faces[at] = face
    return faces


def set_faces(known: Iterable[Emphasis], story: Story, element_id: str) -> list[FaceRole | None]:
    """Return the face of every set character of an element."""
    return faces_in(known, story.source, set_text(story.element(element_id), story))


def with_faces(known: Iterable[Emphasis], story: Story, element_id: str, wanted: Sequence[FaceRole | None]) -> Story:
    """Return the story in which what changes put into an element stands in the faces that are wanted.

    Args:
        known: the emphases, which tell the faces of all else.
        story: has the element.
        element_id: the element.
        wanted: a face for each of its set characters, None for that of its paragraph.
    """
    element = story.element(element_id)
    plain = _faces_by_source(known, story.source, set_text(element, story))
    fresh: dict[str, tuple[OwnFace, ...]] = {}
    at = 0
    for piece in set_pieces(story, element):
        end = at + len(piece.text)
        if piece.change is not None:
            fresh[piece.change.id] = tuple(_own(wanted[at:end], plain[at:end]))
        at = end
    if all(change.faces == fresh.get(change.id, change.faces) for change in story.changes):
        return story
    changes = (replace(change, faces=fresh.get(change.id, change.faces)) for change in story.changes)
    return replace(story, changes=tuple(changes))


def _own(wanted: Sequence[FaceRole | None], plain: Sequence[FaceRole | None]) -> Iterator[OwnFace]:
    """Yield the faces that characters of a change need for themselves."""
    at = 0
    for (face, differs), run in groupby((one, one is not other) for one, other in zip(wanted, plain, strict=True)):
        end = at + sum(1 for _ in run)
        if differs:
            yield OwnFace(at, end, face)
        at = end


def _faces_by_source(known: Iterable[Emphasis], source: str, text: SetText) -> list[FaceRole | None]:
    """Return the face of every character of a set text as its place in the source tells it."""
    faces: list[FaceRole | None] = [None] * len(text.text)
    here = [emphasis for emphasis in known if emphasis.source == source]
    if not here or not faces:
        return faces
    first, last = min(text.starts), max(text.ends)  # pieces may have changed places: the ends are anywhere
    for emphasis in here:
        low, high = emphasis.range.start, emphasis.range.end
        if high <= first or last <= low:
            continue
        for at, (start, end) in enumerate(zip(text.starts, text.ends, strict=True)):
            if low <= start and end <= high and (start < end or low < start < high):
                faces[at] = emphasis.face
    return faces


def _outside(emphasis: Emphasis, part: SourceRange) -> Iterable[Emphasis]:
    """Yield what is left of an emphasis outside a range."""
    low, high = emphasis.range.start, emphasis.range.end
    if part.end <= low or high <= part.start:
        yield emphasis
        return
    if low < part.start:
        yield replace(emphasis, range=SourceRange(low, part.start))
    if part.end < high:
        yield replace(emphasis, range=SourceRange(part.end, high))


def _joined(known: Sequence[Emphasis]) -> tuple[Emphasis, ...]:
    """Return sorted emphases, those of one face that touch put together."""
    found: list[Emphasis] = []
    for emphasis in known:
        last = found[-1] if found else None
        if last and (last.source, last.face, last.range.end) == (emphasis.source, emphasis.face, emphasis.range.start):
            found[-1] = replace(last, range=SourceRange(last.range.start, emphasis.range.end))
        else:
            found.append(emphasis)
    return tuple(found)
