"""Lines → blocks: hard-wrapped lines are put together into paragraphs; other lines stand alone.

A file is hard-wrapped when a good part of its lines is about equally wide, goes on without a blank line, and
seldom ends with the end of a sentence. The width is found from the file itself; a line shorter than it ends
its paragraph, and so does an indented or a blank line after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.model.story import SourceRange
from desktop.recognise.lines import Line, needs_word_space
from desktop.recognise.marks import COLONS, ends_sentence

_SLACK = 5
"""Half-widths by which a wrapped line may fall short: kinsoku carries at most two marks down."""
_NARROWEST, _WIDEST = 24, 140
"""Half-widths: verse is narrower than 12 characters, and nobody wraps wider than 70."""
_FEWEST = 3
"""Lines that go on without an end mark; where blank lines part the paragraphs, one is enough."""
_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line that stands alone. ``text`` is the source's characters at ``ranges``, joined."""

    text: str
    ranges: tuple[SourceRange, ...]
    gap: int
    indent: int

    @property
    def start(self) -> int:
        """Where the block begins in the source."""
        return self.ranges[0].start

    @property
    def end(self) -> int:
        """Where the block ends in the source."""
        return self.ranges[-1].end


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the width in half-widths at which the file's lines are wrapped, or 0."""
    whole = [line.width + line.indent for line in lines]
    spaced = sum(1 for line in lines[1:] if line.gap) * 2 > len(lines)
    fewest = 1 if spaced else _FEWEST
    best, best_count = 0, 0
    for width in sorted({w for w in whole if _NARROWEST <= w <= _WIDEST}, reverse=True):
        inside = [i for i, w in enumerate(whole) if width - _SLACK <= w <= width]
        going_on = [i for i in inside if i + 1 < len(lines) and lines[i + 1].gap == 0]
        broken = [i for i in going_on if not ends_sentence(lines[i].text)]
        if len(broken) >= fewest and len(broken) * 2 >= len(inside) and len(broken) > best_count:
            best, best_count = width, len(broken)
    wider = sum(1 for w in whole if w > best)
    prose = [w for w in whole if w >= _NARROWEST]
    if not best or wider * 8 > len(prose) or (best_count < _SHARE * len(prose) and not spaced):
        return 0
    return best


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether a line fills the width, counted in half-widths or in characters."""
    if len(line.text) + line.indent // 2 >= width // 2 - 2:
        return True
    return line.width + line.indent >= width - _SLACK - (8 if after.text[0].isascii() else 0)


def _continues(line: Line, after: Line, width: int, indents: bool) -> bool:
    """Tell whether ``after`` is the rest of the paragraph that ``line`` stands in."""
    if after.gap or (after.indent > line.indent and after.indent >= 2):
        return False
    if not _is_full(line, after, width):
        return False
    if not ends_sentence(line.text):
        return line.text[-1] not in COLONS
    if indents:  # a paragraph's last line ends with a mark, a head or a byline does not
        return _is_full(after, after, width) or ends_sentence(after.text)
    return line.width + line.indent >= width - 1


def make_blocks(lines: Sequence[Line], text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a file."""
    width = wrap_width(lines)
    if not width:
        return tuple(Block(line.text, (SourceRange(line.start, line.end),), line.gap, line.indent) for line in lines)
    starts = [line for line, before in zip(lines[1:], lines, strict=False) if line.indent > before.indent]
    indents = len(starts) >= 2

    def goes_on(line: Line, after: Line) -> bool:
        return _continues(line, after, width, indents)

    return _gather(lines, text, goes_on)


def _gather(lines: Sequence[Line], text: str, goes_on: Callable[[Line, Line], bool]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group[-1], line):
            blocks.append(_block(group, text))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(group, text))
    return tuple(blocks)


def _block(group: Sequence[Line], text: str) -> Block:
    """Put wrapped lines together; a newline between Latin words stays inside as their word space."""
    ranges = [SourceRange(group[0].start, group[0].end)]
    for line in group[1:]:
        if needs_word_space(text[ranges[-1].end - 1], line.text):
            ranges[-1] = SourceRange(ranges[-1].start, line.end)
        else:
            ranges.append(SourceRange(line.start, line.end))
    joined = "".join(text[part.start : part.end] for part in ranges)
    return Block(joined, tuple(ranges), group[0].gap, group[0].indent)
