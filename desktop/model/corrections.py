"""What a person corrects in the recognised structure: role, split, merge, join, order, story.

Every function takes a story (or stories) and returns a new one; nothing is changed in place. No character is ever
lost: a correction only moves source ranges between elements. Ids stay what they are; a part that is split off
gets its element's id and the source offset it begins at (``s1e07-1141``), with a number behind it where a part that
was typed apart already has that id.
``order`` is numbered anew, and every element is told the subhead it now stands under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from desktop.errors import UsageError, message
from desktop.model.story import Change, ChangeKind, Element, Join, OwnFace, Role, SourceRange, Story, slice_ranges

BY_HAND = message("set by hand")
CUT_TO_FIT = message("cut to fit the page")

_UNDER_SUBHEAD = (Role.SUBHEAD, Role.BODY, Role.LEDE, Role.DATELINE, Role.JUMP_LINE)
_BESIDE = (Role.CAPTION, Role.CREDIT)


def set_role(story: Story, element_id: str, role: Role) -> Story:
    """Return the story with another role for an element; what it said as a byline or folio is dropped."""
    element = _find(story, element_id)
    if element.role is role:
        return story
    changed = replace(element, role=role, reason=BY_HAND, people=(), folio=None)
    return renumber(story.replacing(changed))


def split_element(story: Story, element_id: str, at: int) -> Story:
    """Return the story with an element cut in two before the character at a source offset.

    White space at the cut stays with the first part.

    Raises:
        UsageError: the offset does not lie inside the element, or one part would hold nothing but white space.
    """
    element = _find(story, element_id)
    position = _position(element, at)
    first, second = element.text[:position], element.text[position:]
    if not first.strip() or not second.strip():
        raise UsageError("An element cannot be split at its beginning or end. Choose a place inside it.")
    head = replace(element, text=first, ranges=slice_ranges(element.ranges, 0, position), reason=BY_HAND)
    new_id = free_id(f"{element.id.partition('-')[0]}-{at}", {known.id for known in story.elements})
    tail = replace(
        element,
        id=new_id,
        text=second,
        ranges=slice_ranges(element.ranges, position, len(element.text)),
        reason=BY_HAND,
        run_in=False,
        people=(),
        folio=None,
    )
    elements = [part for e in story.elements for part in ((head, tail) if e.id == element_id else (e,))]
    follow = {place for part in tail.ranges for place in range(part.start, part.end + 1)}
    changes = tuple(
        replace(c, element=new_id) if c.element == element_id and c.range.start in follow else c for c in story.changes
    )
    return renumber(_only_inner_joins(replace(story, elements=tuple(elements), changes=changes)))


def merge_elements(story: Story, first_id: str, second_id: str) -> Story:
    """Return the story with the second element's characters put behind the first's; the first's id and role stay."""
    first, second = _two(story, first_id, second_id)
    merged = replace(
        first, text=first.text + second.text, ranges=_touching(first.ranges + second.ranges), reason=BY_HAND,
        people=first.people + second.people, folio=first.folio or second.folio,
    )  # fmt: skip
    elements = tuple(merged if e.id == first_id else e for e in story.elements if e.id != second_id)
    return renumber(replace(story, elements=elements, changes=_at_seam(story, first, second)), {second_id: first_id})


def _at_seam(story: Story, first: Element, second: Element) -> tuple[Change, ...]:
    """Return the changes of a story whose second element becomes part of the first.

    What was put in at the end of the first goes before what was put in at the beginning of the second. A refused one
    stays a change of its own, which can be accepted again.
    """
    end, start = first.ranges[-1].end, second.ranges[0].start
    place = start if second.text else end
    here = SourceRange(place, place)
    last = [c for c in story.changes if c.element == first.id and c.range == SourceRange(end, end)]
    early = [c for c in story.changes if c.element == second.id and c.range == SourceRange(start, start)]
    seam = [*last, *early]
    own = [replace(c, element=first.id) if c.element == second.id else c for c in story.changes if c not in seam]
    own.extend(replace(c, range=here, element=first.id) for c in seam if not c.accepted)
    put_in = [c for c in seam if c.accepted]
    if put_in:
        after = "".join(c.after for c in put_in)
        faces = tuple(_joined_faces(put_in))
        own.append(replace(put_in[0], range=here, after=after, element=first.id, faces=faces))
    return tuple(sorted(own, key=lambda c: c.range))


def _joined_faces(changes: Sequence[Change]) -> Iterator[OwnFace]:
    """Yield the faces of what changes put in, told by its place in all of that together."""
    lows = accumulate((len(change.after) for change in changes), initial=0)
    for low, change in zip(lows, changes, strict=False):
        yield from (replace(face, start=low + face.start, end=low + face.end) for face in change.faces)


def join(story: Story, first_id: str, second_id: str) -> Story:
    """Return the story with a sentence put together that a column change had cut, and the join listed."""
    first, second = _two(story, first_id, second_id)
    found = Join(first.ranges[-1].end, second.ranges[0].start)
    merged = merge_elements(story, first_id, second_id)
    return replace(merged, joins=tuple(sorted({*merged.joins, found}, key=lambda j: (j.end, j.start))))


def reorder_element(story: Story, element_id: str, position: int) -> Story:
    """Return the story with an element at another place of the reading order, counted from 0."""
    element = _find(story, element_id)
    rest = [e for e in story.elements if e.id != element_id]
    place = max(0, min(position, len(rest)))
    return renumber(replace(story, elements=(*rest[:place], element, *rest[place:])))


def move_to_story(stories: Sequence[Story], element_id: str, target: str) -> tuple[Story, ...]:
    """Return the stories with an element moved to the end of another, with what is listed about its characters.

    A story may be left empty.

    Raises:
        UsageError: there is no such element or story, or they come from different files.
    """
    origin = next((s for s in stories if any(e.id == element_id for e in s.elements)), None)
    goal = next((s for s in stories if s.id == target), None)
    if origin is None or goal is None:
        raise UsageError("There is no element {id} or no story {story}.", id=element_id, story=target)
    if origin.id == goal.id:
        return tuple(stories)
    if origin.source != goal.source:
        raise UsageError("An element can only move to a story of the same file.")
    element = replace(_find(origin, element_id), run_in=False)
    left, taken = _without(origin, element)
    moved = replace(
        goal,
        elements=(*goal.elements, element),
        changes=tuple(sorted((*goal.changes, *taken.changes), key=lambda c: c.range)),
        suspicions=tuple(sorted((*goal.suspicions, *taken.suspicions), key=lambda s: s.at)),
        joins=tuple(sorted((*goal.joins, *taken.joins), key=lambda j: (j.end, j.start))),
    )
    exchanged = {left.id: renumber(left), moved.id: renumber(moved)}
    return tuple(exchanged.get(story.id, story) for story in stories)


def refuse_change(story: Story, change_id: str, accepted: bool = False) -> Story:
    """Return the story with a change refused (or accepted again); both halves of a pair of brackets go together.

    Raises:
        UsageError: There is no such change, or it is to be accepted where a later edit or cut stands.
    """
    stem = change_id.rstrip("ab")
    asked = [change for change in story.changes if _stem(change) == stem]
    if not asked:
        raise UsageError("There is no change {id}.", id=change_id)
    if accepted and any(_in_the_way(other, change) for change in asked for other in story.changes):
        raise UsageError("These characters were changed again since. Take the later change back first.")
    return replace(
        story, changes=tuple(replace(c, accepted=accepted) if _stem(c) == stem else c for c in story.changes)
    )


def refuse_all_changes(story: Story, accepted: bool = False) -> Story:
    """Return the story with all its listed changes refused (or accepted again)."""
    return replace(story, changes=tuple(replace(change, accepted=accepted) for change in story.changes))


def cut_out(story: Story, element_id: str, ranges: Sequence[SourceRange]) -> Story:
    """Return the story with source ranges of an element cut: listed as accepted changes that can be refused.

    What was cut before and taken back is cut again by the same change.

    Raises:
        UsageError: A range does not lie inside one piece of the element.
    """
    element = _find(story, element_id)
    for part in ranges:
        if not any(own.start <= part.start < part.end <= own.end for own in element.ranges):
            raise UsageError("The place does not lie inside the element.")
        known = next((c for c in story.changes if c.kind is ChangeKind.CUT and c.range == part), None)
        story = refuse_change(story, known.id, accepted=True) if known else _with_cut(story, element, part)
    return story


def _with_cut(story: Story, element: Element, part: SourceRange) -> Story:
    text, position = "", 0
    for own in element.ranges:
        if own.start <= part.start < own.end:
            at = position + part.start - own.start
            text = element.text[at : at + len(part)]
        position += len(own)
    # Named by its place in the source: the same piece is the same cut in whatever story it comes to stand.
    change = Change(f"{story.source}x{part.start}-{part.end}", ChangeKind.CUT, part, text, "", CUT_TO_FIT)
    return replace(story, changes=tuple(sorted((*story.changes, change), key=lambda c: c.range)))


def renumber(story: Story, renamed: dict[str, str] | None = None) -> Story:
    """Return the story with ``order`` counted from 1 and every element's section told anew.

    A caption keeps its section as long as that subhead is there; ``renamed`` gives ids that were merged away.
    """
    renamed = renamed or {}
    subheads = {e.id for e in story.elements if e.role is Role.SUBHEAD}
    current: str | None = None
    elements: list[Element] = []
    for order, element in enumerate(story.elements, 1):
        section: str | None = None
        if element.role is Role.SUBHEAD:
            current = element.id
        if element.role in _UNDER_SUBHEAD:
            section = current
        elif element.role in _BESIDE and element.section is not None:
            kept = renamed.get(element.section, element.section)
            section = kept if kept in subheads else None
        same = element.order == order and element.section == section
        elements.append(element if same else replace(element, order=order, section=section))
    return replace(story, elements=tuple(elements))


def _in_the_way(other: Change, change: Change) -> bool:
    """Tell whether a change could not be set because another one, which is accepted, stands in its place."""
    by_hand = (ChangeKind.EDIT, ChangeKind.CUT)
    return (
        other.accepted
        and _stem(other) != _stem(change)
        and other.kind in by_hand
        and change.kind in by_hand
        and max(other.range.start, change.range.start) < min(other.range.end, change.range.end)
    )


def free_id(wanted: str, known: set[str]) -> str:
    """Return an id that is not taken, the wanted one or that with a number, and take it."""
    found, number = wanted, 2
    while found in known:
        found, number = f"{wanted}-{number}", number + 1
    known.add(found)
    return found


def _stem(change: Change) -> str:
    return change.id.rstrip("ab")


def _find(story: Story, element_id: str) -> Element:
    try:
        return story.element(element_id)
    except KeyError:
        raise UsageError("There is no element {id} in this story.", id=element_id) from None


def _two(story: Story, first_id: str, second_id: str) -> tuple[Element, Element]:
    if first_id == second_id:
        raise UsageError("Two different elements are needed.")
    return _find(story, first_id), _find(story, second_id)


def _position(element: Element, at: int) -> int:
    """Return the place in an element's text of a source offset."""
    position = 0
    for part in element.ranges:
        if part.start <= at < part.end:
            return position + at - part.start
        position += len(part)
    raise UsageError("The place does not lie inside the element.")


def _touching(ranges: Sequence[SourceRange]) -> tuple[SourceRange, ...]:
    """Put ranges together where one begins at the end of the other; of nothing but empty ones the first stays."""
    found: list[SourceRange] = []
    for part in [part for part in ranges if len(part)] or ranges[:1]:
        if found and found[-1].end == part.start:
            found[-1] = SourceRange(found[-1].start, part.end)
        else:
            found.append(part)
    return tuple(found)


def _only_inner_joins(story: Story) -> Story:
    """Drop the joins whose two pieces no longer stand behind each other in one element."""
    inner = {(a.end, b.start) for e in story.elements for a, b in zip(e.ranges, e.ranges[1:], strict=False)}
    return replace(story, joins=tuple(j for j in story.joins if (j.end, j.start) in inner))


def _without(story: Story, element: Element) -> tuple[Story, Story]:
    """Return a story without an element, and what was listed about the element's characters."""

    def inside(at: int) -> bool:
        return any(part.start <= at < part.end for part in element.ranges)

    def belongs(change: Change) -> bool:
        return change.element == element.id if change.element else inside(change.range.start)

    def split(taken: bool) -> Story:
        return replace(
            story,
            elements=(element,) if taken else tuple(e for e in story.elements if e.id != element.id),
            changes=tuple(c for c in story.changes if belongs(c) is taken),
            suspicions=tuple(s for s in story.suspicions if inside(s.at) is taken),
            joins=tuple(j for j in story.joins if inside(j.start) is taken),
        )

    return split(taken=False), split(taken=True)
