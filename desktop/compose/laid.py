"""A page laid out and not painted: where frames stand and how each text fills its columns, for copyfit to judge."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.compose.arrange import GridBox
from desktop.compose.clearing import Across
from desktop.compose.collect import Group, TextFlow
from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import Filled
from desktop.compose.heads import SetHead
from desktop.compose.result import FlowFit
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
