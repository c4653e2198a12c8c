"""The room a text leaves is told in lines of its own, and in the characters that these hold."""

from __future__ import annotations

import pytest

from desktop.compose.exclusions import ColumnShape
from desktop.compose.levelling import level
from desktop.compose.room import Room, room_left
from tests.compose.pages import block, plain_style

PITCH = 12.0


def left(lines: int, columns: int, height: int, pitches: float = 1.0) -> Room:
    """The room that a paragraph of so many lines of ten characters leaves."""
    text = [block("平" * (10 * lines - 4), plain_style(pitches=pitches))]
    shapes = [ColumnShape(100.0, height)] * columns
    return room_left(text, shapes, level(text, shapes, PITCH), PITCH)


@pytest.mark.parametrize(
    ("lines", "columns", "height", "pitches", "room"),
    [
        (12, 3, 4, 1.0, Room(0, 0)),
        (11, 3, 4, 1.0, Room(1, 10)),
        (9, 3, 5, 1.0, Room(6, 60)),
        (12, 3, 6, 1.5, Room(0, 0)),
        (11, 3, 6, 1.5, Room(1, 10)),
        (12, 3, 7, 1.5, Room(0, 0)),  # a line is left in each column, and none of its lines is so low
        (9, 3, 6, 1.5, Room(3, 30)),
    ],
)
def test_room_is_counted_in_lines_of_the_text(lines, columns, height, pitches, room):
    assert left(lines, columns, height, pitches) == room


def test_a_text_of_heads_alone_leaves_no_room():
    shapes = [ColumnShape(100.0, 9)]
    assert room_left([], shapes, level([], shapes, PITCH), PITCH) == Room(0, 0)
