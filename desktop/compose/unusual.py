"""Characters of a page that no face has, and those set from a further face."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.compose.material import Block

Found = tuple[tuple[str, str, int], ...]
"""(character, element id, source offset) of each."""


def unusual(blocks: Iterable[Block]) -> tuple[Found, Found]:
    """Return the characters of blocks that no face has, and those that come from a face further down the list."""
    missing: list[tuple[str, str, int]] = []
    fallback: list[tuple[str, str, int]] = []
    for paragraph in {id(block.paragraph): block.paragraph for block in blocks}.values():
        for found, into in ((paragraph.missing, missing), (paragraph.fallback, fallback)):
            for char, at in found:
                into.append((char, paragraph.parts[paragraph.part_of[at]].element, paragraph.starts[at]))
    return tuple(missing), tuple(fallback)
