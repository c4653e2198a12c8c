"""How much room a text leaves in its columns: the lines of it that would still stand there, and their characters."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import Filled
from desktop.compose.material import Block
from desktop.compose.setting import line_height
from desktop.compose.spots import Spot, Track


class Room(Struct, frozen=True):
    """Lines of text that would still stand in the columns, and the characters that these would hold."""

    lines: int
    chars: int


def room_left(blocks: Sequence[Block], columns: Sequence[ColumnShape], filled: Filled, pitch: float) -> Room:
    """Return what room a text leaves, counted in lines as high as those of its last paragraph."""
    block = next((block for block in reversed(blocks) if not block.is_head), None)
    if block is None:
        return Room(0, 0)
    height, size = line_height(block, pitch), block.style.size
    track, feet = Track(columns), [0.0] * len(columns)
    for line in filled.lines:
        feet[line.place.column] = max(feet[line.place.column], line.place.top + line.place.height)
    lines, ems = 0, 0.0
    for number, foot in enumerate(feet):
        for stretch in track.stretches(Spot(number, foot), height, size):
            if stretch.column != number:
                break
            lines, ems = lines + stretch.length, ems + sum(stretch.measures(stretch.length))
    return Room(lines, round(ems))
