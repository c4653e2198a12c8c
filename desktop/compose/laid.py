"""A page laid out and not painted: where frames stand and how each text fills its columns, for copyfit to judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.arrange import GridBox
from desktop.compose.clearing import Across
from desktop.compose.collect import Group, TextFlow
from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import Filled, lines_over
from desktop.compose.handover import Rest
from desktop.compose.heads import SetHead
from desktop.compose.jumps import Closed
from desktop.compose.material import Context
from desktop.compose.result import FlowFit
from desktop.compose.room import Room, room_left
from desktop.model.edition import Page
from desktop.model.story import SourceRange


class LaidText(Struct, frozen=True):
    """A flow of text in its columns.

    ``spanning`` are the heads across its first frame. Without ``filled`` the page is too full for these: the text
    stands nowhere. ``over`` are the ranges of each element that found no room.
    """

    text: TextFlow
    fit: FlowFit
    spanning: Across | None = None
    columns: tuple[ColumnShape, ...] = ()
    filled: Filled | None = None
    over: Mapping[str, tuple[SourceRange, ...]] = {}
    roomy: tuple[ColumnShape, ...] = ()
    """The columns as they would be ``MARGIN`` lines higher, where their height follows the text."""
    frames: tuple[int, ...] = ()
    """For every column the number of its frame in the thread."""
    elastic: tuple[bool, ...] = ()
    """For every column whether its height follows the text."""
    rest: Rest | None = None
    """What goes on on another page."""
    closing: Closed | None = None
    """What is said of that behind the text."""

    @property
    def heads(self) -> tuple[SetHead, ...]:
        """The heads across the first frame."""
        return self.spanning.heads if self.spanning else ()

    @property
    def key(self) -> str:
        """The frame that the text begins in; it is in no other text."""
        return self.text.flow.frames[0]


MARGIN = 2
"""Lines by which columns that follow their text are looked at higher than they stand."""


class LaidPage(Struct, frozen=True):
    """Where every slot stands, what stands in slots of their own, and the texts."""

    page: Page
    boxes: Mapping[str, GridBox]
    groups: Mapping[str, Group]
    texts: tuple[LaidText, ...]

    def text_of(self, frame: str) -> LaidText:
        """Return the text that begins in a frame; raises KeyError."""
        for laid in self.texts:
            if laid.key == frame:
                return laid
        raise KeyError(frame)


def accounted(context: Context, laid: LaidText) -> LaidText:
    """Return a text with how it fits, in characters and lines, and what of it found no room."""
    text, filled = laid.text, laid.filled
    if filled is None:
        return laid
    if laid.rest is not None:
        return _accounted(context, laid, filled)
    lengths = tuple(map(context.length, text.elements))
    key = (accounted, id(text), id(filled), laid.columns, lengths, context.grid.pitch)
    kept = context.store.keep(key, (text, filled), lambda: _accounted(context, laid, filled))
    return replace(laid, fit=kept.fit, over=kept.over)


def _accounted(context: Context, laid: LaidText, filled: Filled) -> LaidText:
    text, pitch = laid.text, context.grid.pitch
    over: dict[str, tuple[SourceRange, ...]] = {}
    for number in range(filled.block, len(text.blocks)):
        block = text.blocks[number]
        over.update(block.ranges_from(filled.cell if number == filled.block else 0))
    over_chars = sum(characters(context, element, ranges) for element, ranges in over.items())
    placed, used = _total(context, text) - over_chars, int(sum(filled.used))
    if laid.rest is not None:
        return replace(laid, fit=FlowFit(text.flow, placed, used, handed_chars=over_chars, carried=text.carried))
    over_lines = lines_over(text.blocks, filled, laid.columns[-1].measure, pitch) if over else 0
    room = Room(0, 0) if over else room_left(text.blocks, laid.columns, filled, pitch)
    fit = FlowFit(text.flow, placed, used, over_chars, over_lines, room.lines, room.chars, carried=text.carried)
    return replace(laid, fit=fit, over=over)


def nowhere(context: Context, text: TextFlow) -> LaidText:
    """Return a text that cannot begin: all of it is overset, whether it could go on on another page or not."""
    blocks = (*text.heads, *text.blocks)
    over = {element: ranges for block in blocks for element, ranges in block.ranges_from(0).items()}
    chars = sum(characters(context, element, ranges) for element, ranges in over.items())
    return LaidText(text, FlowFit(text.flow, 0, 0, chars, carried=text.carried), over=over)


def _total(context: Context, text: TextFlow) -> int:
    """Return the characters of a text; of what comes from another page those that do not stand there."""
    blocks = (*text.heads, *text.blocks)
    if not text.carried:
        return sum(context.length(element) for block in blocks for element in block.elements)
    return sum(characters(context, element, ranges) for b in blocks for element, ranges in b.ranges_from(0).items())


def characters(context: Context, element: str, ranges: Sequence[SourceRange]) -> int:
    """Return the characters in ranges of an element, white space not counted."""
    source = context.edition.source(context.stories[element].source)
    return sum(1 for r in ranges for char in source.text[r.start : r.end] if not char.isspace())
