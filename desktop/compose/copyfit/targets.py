"""Which columns a text is to fill: as high as they are given, or as high as it might grow or shrink them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape
from desktop.compose.laid import LaidText
from desktop.compose.spots import NEAR


def follows(laid: LaidText) -> bool:
    """Tell whether a text's columns follow it; on a page too full for it they are as high as they can be."""
    elastic = (shape.lines > 0 for shape, free in zip(laid.columns, laid.elastic, strict=True) if free)
    return not laid.over and any(elastic)


def is_level(laid: LaidText) -> bool:
    """Tell whether columns that follow their text end on the same line to within one (B1), with none left empty."""
    if not follows(laid) or laid.filled is None:
        return False
    used = [lines for lines, free in zip(laid.filled.used, laid.elastic, strict=True) if free]
    return max(used) - min(used) <= 1 + NEAR and laid.fit.short_lines < len(laid.columns)


def targets(laid: LaidText) -> list[tuple[ColumnShape, ...]]:
    """Return the columns that a text may fill exactly, those as they stand first.

    Columns that follow the text may all be a line higher or lower; of several frames the first ones may be higher by a
    line than those after them, as levelling leaves them.
    """
    if not follows(laid):
        return [laid.columns]
    frames = list(dict.fromkeys(frame for frame, free in zip(laid.frames, laid.elastic, strict=True) if free))
    now = max(shape.lines for shape, free in zip(laid.columns, laid.elastic, strict=True) if free)
    found = [laid.columns]
    for heights in _heights(now, len(frames)):
        columns = _at(laid, dict(zip(frames, heights, strict=True)))
        if columns is not None and columns not in found:
            found.append(columns)
    return found


def _heights(now: int, frames: int) -> Iterator[Sequence[int]]:
    """Yield heights for frames in order: the first few at one height, the rest a line lower."""
    for tall in (now, now - 1, now + 1):
        for count in range(frames, 0, -1):
            if tall > (count < frames):
                yield [tall] * count + [tall - 1] * (frames - count)


def _at(laid: LaidText, heights: dict[int, int]) -> tuple[ColumnShape, ...] | None:
    """Return the columns with those of some frames at other heights; None where they are not known so high."""
    columns: list[ColumnShape] = []
    for shape, frame, free in zip(laid.roomy, laid.frames, laid.elastic, strict=True):
        if free and heights[frame] > shape.lines:
            return None
        columns.append(replace(shape, lines=heights[frame]) if free else shape)
    return tuple(columns)
