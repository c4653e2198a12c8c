"""Source and stories → the JSON that ``banxin text`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from desktop.errors import Message
from desktop.model.story import ChangeKind, Element, Role, Source, SourceRange, Story


def text_json(source: Source, stories: Iterable[Story], render: Callable[[Message], str] = str) -> dict[str, Any]:
    """Return the recognised structure of one file, all its stories in one document.

    Args:
        source: the file as it was read.
        stories: its stories in order; their elements are listed one story after the other.
        render: turns a reason into a sentence of the reader's language.
    """
    found = tuple(stories)
    return {
        "source": source.name,
        "encoding": source.encoding,
        "elements": [
            _element(e, story.id, render) for story in found for e in sorted(story.elements, key=lambda e: e.order)
        ],
        "normalised": sorted(
            change.range.start
            for story in found
            for change in story.changes
            if change.accepted and change.kind is ChangeKind.NORMALISATION
        ),
        "suspicious": [{"at": s.at, "why": render(s.why)} for story in found for s in story.suspicions],
        "joins": [[join.end, join.start] for story in found for join in story.joins],
        "unassigned": [{"range": _pair(u.range), "why": render(u.why)} for story in found for u in story.unassigned],
    }


def _pair(part: SourceRange) -> list[int]:
    return [part.start, part.end]


def _element(element: Element, story: str, render: Callable[[Message], str]) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "id": element.id,
        "role": element.role.value,
        "text": element.text,
        "ranges": [_pair(part) for part in element.ranges],
        "reason": render(element.reason),
        "story": story,
        "section": element.section,
        "order": element.order,
    }
    fields = _fields(element)
    return shape | {"fields": fields} if fields is not None else shape


def _fields(element: Element) -> object | None:
    """Return what a byline, dateline or folio says, piece by piece."""
    if element.folio is not None:
        folio = element.folio
        editors = [[duty, name] for duty, name in folio.editors]
        return {
            "paper": folio.paper,
            "date": folio.date,
            "weekday": folio.weekday,
            "page": folio.page,
            "editors": editors,
        }
    if element.people or element.role is Role.BYLINE:
        return [{"name": p.name, "title": p.title, "organisation": p.organisation} for p in element.people]
    return None
