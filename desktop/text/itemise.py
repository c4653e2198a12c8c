"""Itemisation: runs of characters that one face shapes in one go."""

from __future__ import annotations

import re
from unicodedata import category

from msgspec import Struct

from desktop.text.analyse import COMBINING
from desktop.text.chain import FaceChain
from desktop.text.classes import CharClass


class Segment(Struct, frozen=True):
    """Characters ``[start, end)`` of one face (an index into the chain), Latin or not."""

    start: int
    end: int
    face: int
    latin: bool


def itemise(text: str, classes: list[CharClass], chain: FaceChain) -> list[Segment]:
    """Return the segments of a text; a character that no face has goes to the first face (its .notdef).

    White space goes with what stands before it, whether its face has a glyph for that kind of space or not.
    Characters that take no room belong to no segment, but combining marks, which are shaped with their base.
    """
    faces = chain.indices(text)
    if not any(faces) and CharClass.NOTHING not in classes:
        return _of_one_face(classes)
    segments: list[Segment] = []
    start, current = 0, None
    for index, (kind, face) in enumerate(zip(classes, faces, strict=True)):
        key: _Key | None
        if kind is CharClass.NOTHING:
            key = current if _has_base(text, index, classes) else None
        elif kind is CharClass.SPACE:
            key = (current[0] if current else 0, False)
        else:
            key = (max(face, 0), kind is CharClass.LATIN)
        if key == current:
            continue
        if current is not None:
            segments.append(Segment(start, index, *current))
        start, current = index, key
    if current is not None:
        segments.append(Segment(start, len(text), *current))
    return segments


_LATIN_RUN = re.compile(bytes([CharClass.LATIN]) + b"+")


def _of_one_face(classes: list[CharClass]) -> list[Segment]:
    """Return the segments of a text that the first face sets, nearly every text: Latin, and what stands between it."""
    segments: list[Segment] = []
    at = 0
    for found in _LATIN_RUN.finditer(bytes(classes)):
        start, end = found.span()
        if at < start:
            segments.append(Segment(at, start, 0, latin=False))
        segments.append(Segment(start, end, 0, latin=True))
        at = end
    if at < len(classes):
        segments.append(Segment(at, len(classes), 0, latin=False))
    return segments


_Key = tuple[int, bool]
"""A segment's face and whether it is Latin."""


def _has_base(text: str, index: int, classes: list[CharClass]) -> bool:
    """Tell whether a character without room is a combining mark with something before it to combine with."""
    return index > 0 and classes[index - 1] is not CharClass.SPACE and category(text[index]) in COMBINING
