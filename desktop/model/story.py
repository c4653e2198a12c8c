"""Articles as they were read: sources, elements with roles, and the listed changes.

All offsets are code points of the decoded source file, the byte order mark not counted, newlines untranslated.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message

if TYPE_CHECKING:
    from desktop.model.style import FaceRole  # a style knows roles


class Role(StrEnum):
    """What a part of an article is. The values are the words used in every file and JSON."""

    HEADLINE = "headline"  # 主题
    KICKER = "kicker"  # 肩题、引题
    DECK = "deck"  # 副题
    ABSTRACT = "abstract"  # 提要题
    BYLINE = "byline"  # 署名
    DATELINE = "dateline"  # 电头
    EDITORS_NOTE = "editors_note"  # 编者按
    LEDE = "lede"  # 导语
    SUBHEAD = "subhead"  # 小标题
    BODY = "body"  # 正文
    CAPTION = "caption"  # 图片说明
    CREDIT = "credit"  # 摄影署名
    SLOGAN = "slogan"  # 栏题
    FOLIO = "folio"  # 报眉
    JUMP_LINE = "jump_line"  # 下转、上接
    BOX = "box"


class SourceRange(Struct, frozen=True, order=True):
    """A half-open range ``[start, end)`` of code points of a source."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def slice_ranges(ranges: Iterable[SourceRange], start: int, end: int) -> tuple[SourceRange, ...]:
    """Return the source ranges of ``text[start:end]``, where ``text`` is the ranges' characters joined."""
    found: list[SourceRange] = []
    position = 0
    for part in ranges:
        low, high = max(start - position, 0), min(end - position, len(part))
        if low < high:
            found.append(SourceRange(part.start + low, part.start + high))
        position += len(part)
    return tuple(found)


class Source(Struct, frozen=True):
    """A file as it came in.

    ``text`` is decoded, without byte order mark, newlines untranslated; ``data`` the untouched bytes.
    """

    id: str
    name: str
    encoding: str
    text: str
    data: bytes

    def __repr__(self) -> str:
        return f"Source({self.id!r}, {self.name!r}, {self.encoding!r}, {len(self.text)} characters)"


class Person(Struct, frozen=True):
    """One person of a byline."""

    name: str
    title: str = ""
    organisation: str = ""


class FolioFields(Struct, frozen=True):
    """What a page's furniture said. ``date`` is ISO 8601, ``weekday`` and ``page`` as printed."""

    paper: str = ""
    date: str = ""
    weekday: str = ""
    page: str = ""
    editors: tuple[tuple[str, str], ...] = ()  # (duty, name): ("首席编辑", "罗丹琳")


class Element(Struct, frozen=True):
    """A part of a story with one role.

    ``text`` is exactly the source's characters at ``ranges``, joined; normalisation is not applied to it.
    ``run_in`` is true where the element continues the paragraph of the element before it
    (the lede behind a dateline). ``section`` names the subhead's element id the element stands under.
    """

    id: str
    role: Role
    text: str
    ranges: tuple[SourceRange, ...]
    reason: Message
    order: int
    section: str | None = None
    run_in: bool = False
    people: tuple[Person, ...] = ()
    folio: FolioFields | None = None

    @property
    def length(self) -> int:
        """The number of characters without white space."""
        return len("".join(self.text.split()))


class ChangeKind(StrEnum):
    """Why characters differ from the source."""

    NORMALISATION = "normalisation"
    CUT = "cut"
    EDIT = "edit"


class OwnFace(Struct, frozen=True):
    """Characters ``start`` to ``end`` of what a change puts in, set in a face of their own; None: their paragraph's."""

    start: int
    end: int
    face: FaceRole | None


class Change(Struct, frozen=True):
    """A listed change of ``range`` to ``after``. Only accepted changes are set on the page.

    An insertion (an empty range) may name the ``element`` that it is part of: at the border of two the place does not
    tell. Left out, it is part of the element whose characters go on there. ``faces`` are those of characters that are
    set in another face than their place in the source tells.
    """

    id: str
    kind: ChangeKind
    range: SourceRange
    before: str
    after: str
    reason: Message
    accepted: bool = True
    element: str = ""
    faces: tuple[OwnFace, ...] = ()


class Suspicion(Struct, frozen=True):
    """A place that looks wrong and is left alone."""

    at: int
    why: Message


class Join(Struct, frozen=True):
    """A sentence cut by a column change and put together: ``[end, start)`` of the two pieces."""

    end: int
    start: int


class Unassigned(Struct, frozen=True):
    """Characters of the source that belong to no element, and why."""

    range: SourceRange
    why: Message


class Story(Struct, frozen=True):
    """One article: its elements in reading order and everything that was found or changed in it."""

    id: str
    source: str
    elements: tuple[Element, ...]
    changes: tuple[Change, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    joins: tuple[Join, ...] = ()
    unassigned: tuple[Unassigned, ...] = ()

    def element(self, element_id: str) -> Element:
        """Return an element by id; raises KeyError."""
        for element in self.elements:
            if element.id == element_id:
                return element
        raise KeyError(element_id)

    def with_role(self, *roles: Role) -> tuple[Element, ...]:
        """Return the elements that have one of the roles, in order."""
        return tuple(element for element in self.elements if element.role in roles)

    @property
    def title(self) -> str:
        """The headline, or the first words, on one line."""
        heads = self.with_role(Role.HEADLINE) or self.elements[:1]
        return " ".join("".join(head.text for head in heads).split())[:40]

    def replacing(self, element: Element) -> Story:
        """Return the story with one element exchanged for the one of the same id."""
        return replace(self, elements=tuple(element if e.id == element.id else e for e in self.elements))
