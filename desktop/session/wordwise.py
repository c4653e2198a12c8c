"""Words as a hand on the keyboard knows them: Latin words and numbers whole, Han as a segmenter cuts, marks alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

_HAN = ("\u4e00", "\u9fff")


def word_start(text: str, offset: int) -> int:
    """Return where the word before a place begins."""
    starts = [low for low, high in words(text) if low < offset and not text[low:high].isspace()]
    return starts[-1] if starts else 0


def word_end(text: str, offset: int) -> int:
    """Return where the word behind a place ends."""
    return next((high for low, high in words(text) if high > offset and not text[low:high].isspace()), len(text))


def word_around(text: str, offset: int) -> tuple[int, int]:
    """Return the word at a place: the one behind it, at the end of a text the one before it."""
    found = list(words(text))
    return next(((low, high) for low, high in found if offset < high), found[-1] if found else (0, 0))


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end, without gaps."""
    at = 0
    for kind, group in groupby(text, _kind):
        run = "".join(group)
        for word in _parts(kind, run):
            yield at, at + len(word)
            at += len(word)


def _kind(char: str) -> str:
    if char.isspace():
        return "space"
    if _HAN[0] <= char <= _HAN[1]:
        return "han"
    return "word" if char.isalnum() or char in "-_." else "mark"


def _parts(kind: str, run: str) -> list[str]:
    if kind == "mark":
        return list(run)
    if kind != "han" or len(run) == 1:
        return [run]
    from rjieba import cut

    found: list[str] = cut(run)
    # The segmenter gives back what it was given; if it ever did not, characters still have their places.
    return found if [*accumulate(map(len, found))][-1:] == [len(run)] else list(run)
