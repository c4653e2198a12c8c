"""The lines of a text at their places on the page, kept while neither the text nor its places change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.compose.collect import TextFlow
from desktop.compose.fill import Filled
from desktop.compose.heads import SetHead
from desktop.compose.material import Block, Context
from desktop.compose.place import column_line, text_line
from desktop.compose.result import LineNote
from desktop.display import GlyphRun
from desktop.geometry import Rect
from desktop.text import LineBreak, Remedy

Columns = tuple[tuple[str, Rect], ...]
"""The columns of a text, each with its frame."""


class SetLines(Struct, frozen=True):
    """The runs of a text's lines, what is to be said of lines, and the number of the line to follow in each frame."""

    runs: tuple[GlyphRun, ...]
    notes: tuple[LineNote, ...]
    numbers: Mapping[str, int]


def set_lines(context: Context, text: TextFlow, filled: Filled, columns: Columns, heads: int) -> SetLines:
    """Return a text's lines at their places, numbered on in each frame behind the lines of heads in the first one.

    A text that is filled as before, into the same columns, gives the very same records, which painters know.
    """
    pitch = context.grid.pitch
    key = (set_lines, id(text), id(filled), columns, heads, pitch)
    return context.store.keep(key, (text, filled), lambda: _set_lines(text, filled, columns, heads, pitch))


def _set_lines(text: TextFlow, filled: Filled, columns: Columns, heads: int, pitch: float) -> SetLines:
    """Set the lines; where the text comes from another page, that is said first."""
    runs: list[GlyphRun] = []
    notes: list[LineNote] = []
    numbers = {columns[0][0]: heads} if columns else {}
    opening, set_line = text.opening, column_line if text.vertical else text_line
    if opening is not None and opening.above and columns:
        frame, rect = columns[0]
        runs.extend(opening.runs_above(rect, pitch, frame, heads))
        numbers[frame] = heads + 1
    for placed in filled.lines:
        frame, rect = columns[placed.place.column]
        number = numbers.get(frame, 0)
        numbers[frame] = number + 1
        block = text.blocks[placed.block]
        runs.extend(set_line(block, placed, rect, pitch, frame, number))
        if opening is not None:
            runs.extend(opening.runs_before(placed, block.style.size, rect, pitch, frame, number))
        remedy = placed.fault or placed.line.remedy
        if remedy is not Remedy.NONE:
            notes.append(_note(block, placed.line, frame, number, remedy))
    return SetLines(tuple(runs), tuple(notes), numbers)


def head_notes(heads: Sequence[SetHead], frame: str) -> Iterator[LineNote]:
    """Yield what is to be said of the lines of a group of heads, numbered from 0."""
    lines = [(head.block, line) for head in heads for line in head.lines]
    for number, (block, line) in enumerate(lines):
        if line.remedy is not Remedy.NONE:
            yield _note(block, line, frame, number, line.remedy)


def _note(block: Block, line: LineBreak, frame: str, number: int, remedy: Remedy) -> LineNote:
    """Return what is to be said of a line: it is told by its last character."""
    paragraph = block.paragraph
    char = paragraph.cells.first[line.end - 1]
    element = paragraph.parts[paragraph.part_of[char]].element
    return LineNote(frame, number, element, remedy, paragraph.starts[char])
