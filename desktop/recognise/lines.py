"""A source's text → its lines: where each begins and ends without the white space around it."""

from __future__ import annotations

from unicodedata import east_asian_width

from msgspec import Struct

from desktop.recognise.marks import is_latin

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without a width: a line with nothing else is as good as blank."""
_END_OF_FILE = "\x1a"
"""What editors of CP/M and DOS wrote at the end of a text."""
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


_NOTHING = INVISIBLE + _END_OF_FILE + " \t\u3000\u00a0"


class Line(Struct, frozen=True):
    """A line that is not blank; ``[start, end)`` leaves out the white space around it.

    ``gap`` is the number of blank lines before it, ``indent`` the white space in half-widths before its
    first character, ``width`` its own width in half-widths.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    width: int


def width_of(text: str) -> int:
    """Return a text's width in half-widths (UAX #11: wide, full-width and ambiguous count two)."""
    return sum(2 if char > "\u024f" and east_asian_width(char) in "WFA" else 1 for char in text)


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines that are not blank; every kind of newline counts, and \\r\\n as one."""
    lines: list[Line] = []
    gap, at = 0, 0
    for raw in text.rstrip(_END_OF_FILE).splitlines(keepends=True):
        inner = raw.strip()
        if not inner.strip(_NOTHING):
            gap += 1
        else:
            lead = len(raw) - len(raw.lstrip())
            start = at + lead
            indent = width_of(raw[:lead].replace("\t", "    "))
            lines.append(Line(start, start + len(inner), inner, gap, indent, width_of(inner)))
            gap = 0
        at += len(raw)
    return tuple(lines)


def invisible_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return where invisible characters stand on lines that have nothing else."""
    if not any(char in text for char in (*INVISIBLE, _END_OF_FILE)):
        return ()
    runs: list[tuple[int, int]] = []
    at, end = 0, len(text.rstrip(_END_OF_FILE))
    for raw in (*text[:end].splitlines(keepends=True), text[end:]):
        inner = raw.strip()
        if inner and not inner.strip(_NOTHING):
            start = at + raw.index(inner)
            runs.append((start, start + len(inner)))
        at += len(raw)
    return tuple(runs)


def needs_word_space(before: str, after: str) -> bool:
    """Tell whether the newline between two wrapped lines stands for a word space (Latin on both sides)."""
    return bool(before) and bool(after) and is_latin(after[0]) and (is_latin(before[-1]) or before[-1] in ",.;:!?")
