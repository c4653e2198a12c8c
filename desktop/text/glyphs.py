"""HarfBuzz: characters of one face become clusters, characters and glyphs that belong together, with their advance.

A Chinese character looks the same whatever stands beside it, so nearly every one is shaped once only. Which ones these
are HarfBuzz itself says: pieces of text whose glyphs are not marked unsafe to concatenate look together as they do
apart. The others (a dash that becomes one glyph with the next) are shaped with their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, Protocol
from unicodedata import category

from desktop.fonts import Face
from desktop.text.paragraph import CellGlyph

# Widths are the composer's business: everything in the font that would change them is off.
_HAN_FEATURES = MappingProxyType(
    {"kern": False, "palt": False, "vpal": False, "vkrn": False, "halt": False, "vhal": False, "chws": False}
)
_LATIN_FEATURES = MappingProxyType({"kern": True, "palt": False, "halt": False, "chws": False})

# A mark whose only form in the face is wider than its cell is drawn with the narrow form (W1: 分隔号 is ½ em).
_NARROW_FORM = MappingProxyType({"／": "/", "＼": "\\"})

_NO_FEATURES: Mapping[str, bool] = MappingProxyType({})

SIMPLIFIED, TRADITIONAL = "zh-hans", "zh-hant"
"""Languages of text, as HarfBuzz knows them."""

_UNSAFE_TO_CONCAT = 2  # hb_glyph_flags_t, not looked up in its enumeration for every glyph

_FORMLESS = frozenset({"Cc", "Cs"})
"""Unicode categories of what has no form: control characters, halves of surrogate pairs."""

_HIDDEN = re.compile("[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""Code points that are nothing yet and would be hidden by HarfBuzz as if they were (Default_Ignorable_Code_Point)."""

_NONE = "\uffff"
"""A code point that is no character: no face has it."""

_COSTS_OF_ONE = 4
"""How many characters are shaped in a row in the time that one takes by itself."""

Form = tuple[tuple[CellGlyph, ...], float]
"""Glyphs and their advance in ems."""

Cluster = tuple[int, int, int, tuple[CellGlyph, ...], float]
"""First character and the one behind the last, index of the face in its chain, glyphs, advance in ems."""

_Shaped = tuple[int, int, Form, bool]
"""First character and the one behind the last, what they look like, whether that is so beside any other text."""


def latin_clusters(
    text: str, start: int, number: int, face: Face, features: Mapping[str, bool] = _NO_FEATURES
) -> list[Cluster]:
    """Return the clusters of Latin text, which begins at character ``start`` of its paragraph.

    ``features`` are OpenType features that are on for it besides.
    """
    shaped = _shape(text, number, face, latin=True, features=features)
    return [(start + first, start + last, number, *form) for first, last, form, _ in shaped]


class HanForms(dict[str, Form | None]):
    """What the characters of a face look like, each shaped by itself; None where neighbours may have a say.

    Args:
        number: the face's index in its chain.
        face: the face.
        vertical: whether the text is set down a column, with the forms and advances for that.
        language: whose forms the face gives where it knows several.
    """

    def __init__(self, number: int, face: Face, *, vertical: bool, language: str = SIMPLIFIED) -> None:
        super().__init__()
        self._number, self._face, self._vertical, self._language = number, face, vertical, language
        self._narrow = _narrow_forms(face)

    def __missing__(self, char: str) -> Form | None:
        form = None
        if not _joins(char):
            shaped = self._shape(char)
            if len(shaped) == 1 and shaped[0][3]:
                form = shaped[0][2]
        self[char] = form
        return form

    def clusters(self, text: str, start: int) -> list[Cluster]:
        """Return the clusters of text that begins at character ``start`` of its paragraph."""
        number = self._number
        unknown = [char for char in set(text) if char not in self]
        if len(unknown) * _COSTS_OF_ONE > len(text):
            shaped = self._shape(text)
            self._learn(text, shaped)
            return [(start + first, start + last, number, *form) for first, last, form, _ in shaped]
        forms = list(map(self.__getitem__, text))
        if None not in forms:
            return [(at, at + 1, number, *form) for at, form in enumerate(forms, start) if form]
        return [(start + first, start + last, number, *form) for first, last, form in self._beside(text, forms)]

    def _learn(self, text: str, shaped: Sequence[_Shaped]) -> None:
        """Keep what was shaped among others and hangs on none of them: its own and the next glyph's flag are clear."""
        after = [safe for *_, safe in shaped[1:]] + [True]
        for (first, last, form, safe), next_safe in zip(shaped, after, strict=True):
            if safe and next_safe and last - first == 1 and not _joins(text[first]):
                self[text[first]] = form

    def _beside(self, text: str, forms: Sequence[Form | None]) -> list[tuple[int, int, Form]]:
        """Shape the characters that ask for it with their neighbours; all, where that does not settle it."""
        found: list[tuple[int, int, Form]] = []
        at = 0
        for first, last in _pieces(forms):
            shaped = self._shape(text[first:last])
            if not ((shaped[0][3] or first == 0) and (shaped[-1][3] or last == len(text))):
                return [(a, b, form) for a, b, form, _ in self._shape(text)]
            found += [(i, i + 1, form) for i, form in enumerate(forms[at:first], at) if form]
            found += [(first + a, first + b, form) for a, b, form, _ in shaped]
            at = last
        return found + [(i, i + 1, form) for i, form in enumerate(forms[at:], at) if form]

    def _shape(self, text: str) -> list[_Shaped]:
        text = "".join(map(self._shaped_as, text)).translate(self._narrow)
        return _shape(text, self._number, self._face, vertical=self._vertical, language=self._language)

    def _shaped_as(self, char: str) -> str:
        """Return what a character is shaped as, itself but for a few kinds.

        A face need not have every kind of space, and its box for a missing character is no space. That box is shown
        where there is nothing to show: HarfBuzz would hide some of these characters, faces have empty glyphs for some,
        and a vowel sign that the face has not stands by itself.
        """
        if char.isspace():
            return " "
        lacking = category(char) == "Mc" and not self._face.has(ord(char))
        return _NONE if lacking or is_formless(char) else char


class Forms(Protocol):
    """What the Chinese characters of a face look like."""

    def clusters(self, text: str, start: int) -> list[Cluster]:
        """Return the clusters of text that begins at character ``start`` of its paragraph."""


class TraditionalForms:
    """What the characters of a face look like in Traditional text; marks stay where the mainland puts them."""

    def __init__(self, letters: Forms, marks: Forms) -> None:
        self._letters, self._marks = letters, marks

    def clusters(self, text: str, start: int) -> list[Cluster]:
        """Return the clusters of text that begins at character ``start`` of its paragraph."""
        found: list[Cluster] = []
        for is_mark, group in groupby(text, key=lambda char: category(char)[0] == "P"):
            piece = "".join(group)
            found += (self._marks if is_mark else self._letters).clusters(piece, start)
            start += len(piece)
        return found


@cache
def is_formless(char: str) -> bool:
    """Tell whether a character has no form in any face; a newer one than this program knows may have."""
    kind = category(char)
    return kind in _FORMLESS or (kind == "Cn" and _HIDDEN.match(char) is not None)


def _joins(char: str) -> bool:
    """Tell whether a character may make one cluster with another without the font's doing (UAX #29)."""
    return (
        category(char)[0] == "M"
        or category(char) in {"Cf", "Sk"}
        or "\U0001f1e6" <= char <= "\U0001f1ff"
        or char in "\uff9e\uff9f"
    )


def _pieces(forms: Sequence[Form | None]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of characters without a form, each with a neighbour on either side; overlapping ones as one."""
    first, last = 0, 0
    for at, form in enumerate(forms):
        if form is not None:
            continue
        if last and at - 1 < last:
            last = min(at + 2, len(forms))
            continue
        if last:
            yield first, last
        first, last = max(0, at - 1), min(at + 2, len(forms))
    if last:
        yield first, last


def _shape(
    text: str,
    number: int,
    face: Face,
    *,
    latin: bool = False,
    vertical: bool = False,
    features: Mapping[str, bool] = _NO_FEATURES,
    language: str = SIMPLIFIED,
) -> list[_Shaped]:
    """Shape a text in one face."""
    import uharfbuzz as hb

    buffer = _buffer(text, latin, vertical, language)
    hb.shape(face.hb_font, buffer, {**(_LATIN_FEATURES if latin else _HAN_FEATURES), **features})
    scale = 1 / face.units_per_em
    shaped: list[_Shaped] = []
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = [info.cluster for info in infos[1:]] + [len(text)]
    held: list[CellGlyph] = []
    pen, start, safe = 0.0, 0, True
    for info, position, end in zip(infos, positions, ends, strict=True):
        if not held:
            start = info.cluster
        along = -position.y_advance if vertical else position.x_advance
        dx = position.x_offset * scale + (0 if vertical else pen)
        held.append(CellGlyph(number, info.codepoint, dx, position.y_offset * scale))
        safe = safe and (latin or not info.flags & _UNSAFE_TO_CONCAT)
        pen += along * scale
        if end != info.cluster:
            shaped.append((start, end, (tuple(held), pen), safe))
            held, pen, safe = [], 0.0, True
    return shaped


def _buffer(text: str, latin: bool, vertical: bool, language: str) -> Any:
    """Return HarfBuzz's buffer with a text to be shaped."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.flags = hb.BufferFlags.PRODUCE_UNSAFE_TO_CONCAT
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.script = "Latn" if latin else "Hani"
    buffer.language = language
    return buffer


def _narrow_forms(face: Face) -> dict[int, str]:
    return {
        ord(wide): narrow
        for wide, narrow in _NARROW_FORM.items()
        if face.has(ord(narrow)) and face.advance(face.glyph(ord(wide))) > 0.75
    }
