"""What a character is for spacing."""

from __future__ import annotations

from enum import IntEnum


class CharClass(IntEnum):
    """What a character is for spacing."""

    HAN = 0
    LATIN = 1
    MARK = 2
    SPACE = 3
    NOTHING = 4
    """Takes no room: a newline between two Han, a zero-width character, a combining mark."""
    OTHER = 5
    """Anything else; its own advance decides whether it behaves like Han or like Latin. A control character is shown as
    what no face has: it means nothing in a text, and has to be seen to be taken out."""
