"""What copyfit answers: how every text fits before and after, what was changed, and what would have to go."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.compose.copyfit.sentences import Sentence
from desktop.compose.result import FlowFit
from desktop.errors import Message, message
from desktop.model.edition import Flow
from desktop.model.fitting import Fitting
from desktop.model.story import SourceRange


class LeverKind(StrEnum):
    """The levers, by the words of the house style."""

    PARAGRAPHS = "paragraphs"
    SUBHEADS = "subheads"
    HEADLINE = "headline"
    PICTURES = "pictures"
    MEASURES = "measures"
    CUT = "cut"


class FitState(Struct, frozen=True):
    """How a text fits its columns: what finds no room, or what its columns would still hold; all 0: exactly.

    ``level``: the columns follow the text and differ by no more than a line.
    """

    over_chars: int = 0
    over_lines: int = 0
    short_chars: int = 0
    short_lines: int = 0
    level: bool = False

    @property
    def exact(self) -> bool:
        """Whether the text ends exactly with its last column."""
        return not (self.over_chars or self.over_lines or self.short_lines)

    @property
    def message(self) -> Message:
        """The state in words."""
        if self.over_chars or self.over_lines:
            return message("{chars} characters, {lines} lines over", chars=self.over_chars, lines=self.over_lines)
        if self.short_lines and self.level:
            return message("level to a line; {lines} lines to be exact", lines=self.short_lines)
        if self.short_lines:
            return message("{chars} characters, {lines} lines short", chars=self.short_chars, lines=self.short_lines)
        return message("ends exactly with its last column")


def state_of(fit: FlowFit, *, level: bool) -> FitState:
    """Return a flow's fit as a state."""
    over = max(fit.over_lines, 1) if fit.over_chars else 0
    return FitState(fit.over_chars, over, fit.short_chars, fit.short_lines, level)


class FitStep(Struct, frozen=True):
    """One thing changed: by which lever, in words, and the lines that it gains (spends: negative)."""

    lever: LeverKind
    message: Message
    gained: int


class Cut(Struct, frozen=True):
    """A piece of an element that a person has chosen to go."""

    element: str
    ranges: tuple[SourceRange, ...]


class TextPlan(Struct, frozen=True):
    """The answer for one text: before, what is changed, and after.

    Where it is over even then, ``sentences`` are those that would have to go, and ``cut`` how it would fit without
    them; none are named where even the most that the house names would not do.
    """

    flow: Flow
    title: str
    """The first words of its first element."""
    before: FitState
    steps: tuple[FitStep, ...]
    after: FitState
    sentences: tuple[Sentence, ...] = ()
    cut: FitState | None = None


class FitPlan(Struct, frozen=True):
    """The answer for a page, to be shown before it is applied. ``cuts`` are those that were asked for, and are made."""

    page: str
    texts: tuple[TextPlan, ...]
    fitting: Fitting
    cuts: tuple[Cut, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether every text ends exactly with its last column."""
        return all(text.after.exact for text in self.texts)
