"""Where a text may be cut: its sentences, and the order in which they would go, from the end of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.model.settext import SetText
from desktop.model.story import Element, Role, SourceRange, slice_ranges

STOPS = "。！？!?"
"""What ends a sentence."""

_OPENING, _CLOSING = "“‘「『（《〈【〖〔［｛([{", "”’」』）》〉】〗〕］｝)]}"
_SPEECH = "：:，,"
"""What stands before a quotation that ends its sentence: 他说：“好。” Without it the sentence goes on: “好。”他说。"""

CUTTABLE = frozenset({Role.BODY, Role.LEDE, Role.EDITORS_NOTE, Role.BOX})
"""Roles whose sentences may go; a subhead goes when nothing is left under it, and never by itself."""


class Sentence(Struct, frozen=True):
    """A sentence, or a subhead with nothing left under it.

    ``chars`` are its characters without white space, ``lines`` the column lines that are free once it has gone.
    """

    element: str
    ranges: tuple[SourceRange, ...]
    text: str
    chars: int
    lines: int = 0


def sentence_ends(text: str) -> Iterator[int]:
    """Yield where sentences end, in characters; the last one is the end of the text.

    A stop inside brackets or quotes ends none, but for a quotation that itself ends a sentence begun before it. White
    space belongs to the sentence before it.
    """
    opened: list[int] = []
    for index, char in enumerate(text):
        if char in _OPENING:
            opened.append(index)
        elif char in _CLOSING and opened:
            start = opened.pop()
            spoken = start and text[start - 1] in _SPEECH and text[index - 1] in STOPS
            if not opened and spoken and _goes_on(text, index + 1):
                yield _behind(text, index + 1)
        elif char in STOPS and not opened and _goes_on(text, index + 1):
            yield _behind(text, index + 1)
    if text:
        yield len(text)


def _goes_on(text: str, at: int) -> bool:
    """Tell whether another sentence begins: something follows, and it is neither a stop nor what closes a quotation."""
    rest = text[at:].lstrip()
    return bool(rest) and rest[0] not in STOPS + _CLOSING + "…—"


def _behind(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def sentences_of(element: Element, shown: SetText) -> tuple[Sentence, ...]:
    """Return the sentences of an element as it is set, what accepted changes took out left aside."""
    found: list[Sentence] = []
    start = 0
    for end in sentence_ends(shown.text):
        text = shown.text[start:end]
        if text.strip():
            ranges = _source(element, shown.starts[start], shown.ends[end - 1])
            found.append(Sentence(element.id, ranges, text.strip(), len("".join(text.split()))))
        start = end
    return tuple(found)


def _source(element: Element, start: int, end: int) -> tuple[SourceRange, ...]:
    """Return the element's source ranges from one offset to another."""
    position, first, last = 0, 0, 0
    for part in element.ranges:
        if part.start <= start < part.end:
            first = position + start - part.start
        if part.start < end <= part.end:
            last = position + end - part.start
        position += len(part)
    return slice_ranges(element.ranges, first, last)


def from_the_end(elements: Sequence[Element], shown: Mapping[str, SetText]) -> list[tuple[Sentence, ...]]:
    """Return what would go from a text's end on: sentence after sentence, each with the subhead that it leaves alone.

    The first sentence of the text stays.
    """
    found: list[tuple[Sentence, ...]] = []
    first = next((element.id for element in elements if element.role in CUTTABLE), None)
    emptied = True
    """Whether nothing stays below, as far as the next subhead."""
    for index in reversed(range(len(elements))):
        element = elements[index]
        if element.role is Role.SUBHEAD:
            emptied = True
            continue
        if element.role not in CUTTABLE:
            emptied = False
            continue
        sentences = sentences_of(element, shown[element.id])
        for number in reversed(range(1 if element.id == first else 0, len(sentences))):
            above = elements[index - 1] if index and not number else None
            alone = above is not None and above.role is Role.SUBHEAD and emptied
            heads = sentences_of(above, shown[above.id]) if alone and above else ()
            found.append((sentences[number], *heads))
    return found
