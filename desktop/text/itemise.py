"""Itemisation: runs of characters that one face shapes in one go."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.text.analyse import CharClass
from desktop.text.chain import FaceChain


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``[start, end)`` of one face (an index into the chain), Latin or not."""

    start: int
    end: int
    face: int
    latin: bool


def itemise(text: str, classes: list[CharClass], chain: FaceChain) -> list[Segment]:
    """Return the segments of a text; a character that no face has goes to the first face (its .notdef)."""
    segments: list[Segment] = []
    start, current = 0, None
    for index, char in enumerate(text):
        kind = classes[index]
        if kind is CharClass.NOTHING:
            continue
        key = (max(chain.index_for(char), 0), kind is CharClass.LATIN)
        if key != current:
            if current is not None:
                segments.append(Segment(start, index, *current))
            start, current = index, key
    if current is not None:
        segments.append(Segment(start, len(text), *current))
    return segments
