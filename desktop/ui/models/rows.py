"""The outline as rows: stories, their elements in reading order, sections with the text under their subhead.

A caption that stands in the middle of a section follows it: it goes to a place of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from desktop.model.edition import Edition
from desktop.model.settext import set_texts
from desktop.model.story import Element, Role, Story
from desktop.session.placement import Placement, PlacementState

_BESIDE = frozenset({Role.CAPTION, Role.CREDIT})
_WORDS = 40
"""Characters of an element shown at most; the row cuts what does not fit."""


class Sign(Enum):
    """How a row stands, told by shape and by the colour of a theme token."""

    PLACED = ("✓", "placed")
    PARTLY = ("●", "partial")
    OVERSET = ("⊕", "accent")
    UNPLACED = ("○", "unplaced")
    LOST = ("✕", "accent")

    @property
    def shape(self) -> str:
        """The sign as a character."""
        return self.value[0]

    @property
    def token(self) -> str:
        """The theme token of its colour."""
        return self.value[1]


class RowKind(Enum):
    """What a row stands for."""

    STORY = "story"
    SECTION = "section"
    ELEMENT = "element"


class Row(Struct, frozen=True):
    """A row: a story, a section (a subhead with the text under it), or an element.

    ``elements`` are all that the row stands for; ``id`` is that of the story or element, for a section that of its
    subhead behind a §. Only elements have a role.
    """

    id: str
    kind: RowKind
    role: Role | None
    text: str
    length: int
    sign: Sign
    elements: tuple[str, ...]
    children: tuple[Row, ...] = ()


class Gap(Struct, frozen=True):
    """A place between two elements: before the one at a position of a story, counted from 0.

    ``row`` is the id of the row at whose lower edge it is shown, at its upper edge where ``above``.
    """

    story: str
    position: int
    row: str
    above: bool


_TITLE = 40
"""Characters of an article's head in its row."""


def rows_of(edition: Edition, states: Mapping[str, PlacementState]) -> tuple[Row, ...]:
    """Return a row per story, in order; rows say what is set, the desk's changes made."""
    return tuple(_story(story, states) for story in edition.stories)


def _story(story: Story, states: Mapping[str, PlacementState]) -> Row:
    texts = {key: text.text for key, text in set_texts(story).items()}
    children = tuple(_children(story, texts, states))
    ids = tuple(element.id for element in story.elements)
    heads = story.with_role(Role.HEADLINE) or story.elements[:1]
    title = " ".join("".join(texts[head.id] for head in heads).split())[:_TITLE]
    return Row(
        story.id, RowKind.STORY, None, title, sum(map(_length, texts.values())), _sum(ids, states), ids, children
    )


def _children(story: Story, texts: Mapping[str, str], states: Mapping[str, PlacementState]) -> Iterator[Row]:
    subheads = {element.id for element in story.elements if element.role is Role.SUBHEAD}
    for element in story.elements:
        if element.role is Role.SUBHEAD:
            under = [e for e in story.elements if e.section == element.id and _inside(e, subheads)]
            yield _section(element, under, texts, states)
        elif not _inside(element, subheads):
            yield _element(element, texts, states)


def _inside(element: Element, subheads: set[str]) -> bool:
    """Tell whether an element is shown within a section."""
    return element.section in subheads and element.id != element.section and element.role not in _BESIDE


def _section(
    subhead: Element, under: Sequence[Element], texts: Mapping[str, str], states: Mapping[str, PlacementState]
) -> Row:
    ids = (subhead.id, *(element.id for element in under))
    length = sum(_length(texts[element]) for element in ids)
    children = tuple(_element(element, texts, states) for element in (subhead, *under))
    words = first_words(texts[subhead.id])
    return Row(section_row(subhead.id), RowKind.SECTION, None, words, length, _sum(ids, states), ids, children)


def _element(element: Element, texts: Mapping[str, str], states: Mapping[str, PlacementState]) -> Row:
    text, ids = texts[element.id], (element.id,)
    return Row(element.id, RowKind.ELEMENT, element.role, first_words(text), _length(text), _sum(ids, states), ids)


def _length(text: str) -> int:
    """Return the number of characters without white space."""
    return len("".join(text.split()))


def section_row(subhead: str) -> str:
    """Return the id of the row of a section by its subhead's."""
    return f"§{subhead}"


def first_words(text: str, most: int = _WORDS) -> str:
    """Return the beginning of a text on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def sign_of(state: PlacementState) -> Sign:
    """Return the sign of one element: partly overset, or wholly, or placed more than once, needs a person."""
    if state.kind is Placement.OVERSET:
        return Sign.LOST if state.over_chars >= state.chars else Sign.OVERSET
    return {Placement.PLACED: Sign.PLACED, Placement.UNPLACED: Sign.UNPLACED, Placement.TWICE: Sign.LOST}[state.kind]


def _sum(ids: Sequence[str], states: Mapping[str, PlacementState]) -> Sign:
    signs = {sign_of(states[element]) for element in ids if element in states}
    if len(signs) == 1:
        return signs.pop()
    if signs & {Sign.OVERSET, Sign.LOST}:
        return Sign.OVERSET
    return Sign.PARTLY if signs else Sign.UNPLACED
