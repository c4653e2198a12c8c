"""Lines → blocks: hard-wrapped lines are put together into paragraphs; other lines stand alone.

A file is hard-wrapped when a good part of its lines is about equally wide, goes on without a blank line, and
seldom ends with the end of a sentence. The width is found from the file itself; a line shorter than it ends
its paragraph, and so does an indented or a blank line after it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from desktop.model.story import SourceRange
from desktop.recognise import cues
from desktop.recognise.furniture import read_furniture
from desktop.recognise.lines import Line, needs_word_space
from desktop.recognise.marks import COLONS, OPENING_QUOTES, ends_sentence
from desktop.recognise.people import read_byline
from desktop.recognise.signs import CIRCLED

_SLACK = 5
"""Half-widths by which a wrapped line may fall short: kinsoku carries at most two marks down."""
_NARROWEST, _WIDEST = 24, 140
"""Half-widths: verse is narrower than 12 characters, and nobody wraps wider than 70."""
_FEWEST = 3
"""Lines that go on without an end mark; two are enough where indents mark the paragraphs, one where blank lines do."""
_SHARE = 0.4
_FURNITURE = 0.8
_HANGING = "，。、；：！？”’」』）》"
"""Marks that a line takes down with it, one beyond the width."""
_UNBROKEN = "0123456789.%-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIGNED = 40
"""Characters of the longest byline that is known for one inside wrapped lines."""
_DATED = 24
"""Characters of the longest line that is only a date."""


class Block(Struct, frozen=True):
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
    marked = _paragraphs_marked(lines)
    spaced = sum(1 for line in lines[1:] if line.gap) * 3 >= len(lines)
    fewest = 1 if spaced else 2 if marked else _FEWEST
    base = min((line.indent for line in lines), default=0)
    prose = sum(1 for w in whole if w >= _NARROWEST)
    best, best_count = 0, 0
    for width in sorted({w for w in whole if _NARROWEST <= w <= _WIDEST}, reverse=True):
        if sum(1 for w in whole if w > width) * 6 > prose:
            break  # too many lines are wider
        inside = [i for i, w in enumerate(whole) if width - _SLACK <= w <= width]
        broken = [i for i in inside if _goes_on(lines, i, base)]
        enough = len(broken) >= fewest and len(broken) * (4 if marked else 2) >= len(inside)
        if enough and len(broken) > best_count:
            best, best_count = width, len(broken)
    best = _with_half_widths(whole, best) if best else 0
    ceiling = best + 2 >= max(whole, default=0)  # no line is wider: paragraphs that are not wrapped would be
    return best if marked or best_count >= (_SHARE / 2 if ceiling else _SHARE) * prose else 0


def _with_half_widths(whole: Sequence[int], width: int) -> int:
    """Return the width of a full line: one with fewer half-width marks in it is a little wider than most."""
    wider = [w for w in whole if width < w <= width + 2]
    return max(wider) if len(wider) >= 2 else width


def _paragraphs_marked(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines or indents mark where paragraphs begin, so that a line going on is plain to see."""
    blank = sum(1 for line in lines[1:] if line.gap)
    indented = sum(1 for line in lines if line.indent >= 2)
    return blank * 3 >= len(lines) or (2 <= indented < len(lines) and indented * 5 >= len(lines))


def _goes_on(lines: Sequence[Line], i: int, base: int) -> bool:
    """Tell whether a line stops inside a sentence and the next follows at once, no deeper than the file's margin."""
    if i + 1 >= len(lines) or lines[i + 1].gap or ends_sentence(lines[i].text):
        return False
    return lines[i + 1].indent < base + 2


def _opens(text: str) -> bool:
    """Tell whether a line begins something of its own, however the line before it ends."""
    return (
        cues.is_marked_caption(text)
        or cues.is_question_label(text)
        or cues.is_bulleted(text)
        or text[0] in CIRCLED
        or (text[0].isdigit() and cues.is_numbered(text))  # 五、周六 may be the middle of a sentence
        or (len(text) <= _SIGNED and read_byline(text).kind == "duty")
        or (len(text) <= _DATED and text[0].isdigit() and read_furniture(text)[1] >= _FURNITURE)
        or cues.dateline_end(text) > 0
        or cues.is_jump_line(text)
    )


def _stands_alone(text: str) -> bool:
    """Tell whether a line is complete as it is: furniture, a byline, a credit, or a text's signature."""
    if cues.dateline_end(text):
        return False
    if cues.tail_byline_start(text) < len(text) or cues.credit_start(text) == 0:
        return True
    return read_byline(text).kind == "duty" or read_furniture(text)[1] >= _FURNITURE


def _latin_tail(text: str) -> int:
    """Return the half-widths of the word or number that ends a line: it is not broken, and may stick out."""
    return len(text) - len(text.rstrip(_UNBROKEN))


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether a line fills the width, counted in half-widths or in characters."""
    hanging = 2 * (line.text[-1] in _HANGING) + _latin_tail(line.text)
    if line.width + line.indent > width + hanging:
        return False  # a line that was not wrapped at all: a head
    if len(line.text) + line.indent // 2 >= width // 2 - 2:
        return True
    return line.width + line.indent >= width - _SLACK - (8 if after.text[0].isascii() else 0)


def _cut_in_brackets(text: str, after: str) -> bool:
    """Tell whether a bracket opens in one line and closes in the next."""
    return any(
        text.rfind(opening) > text.rfind(closing)
        and after.find(closing) >= 0
        and opening not in after.partition(closing)[0]
        for opening, closing in (("（", "）"), ("(", ")"), ("《", "》"))
    )


def _continues(line: Line, after: Line, width: int, indents: bool) -> bool:
    """Tell whether ``after`` is the rest of the paragraph that ``line`` stands in."""
    if after.gap or (after.indent > line.indent and after.indent >= 2):
        return False
    if not _is_full(line, after, width):
        return False
    if _cut_in_brackets(line.text, after.text):
        return True
    if _opens(after.text) or _stands_alone(line.text):
        return False
    if not ends_sentence(line.text):
        said = after.text[0] in OPENING_QUOTES and line.width + line.indent >= width - 1
        return said or line.text[-1] not in COLONS
    if indents:  # a paragraph's last line ends with a mark, a head or a byline does not
        return _is_full(after, after, width) or ends_sentence(after.text) or after.text[-1] in COLONS
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
