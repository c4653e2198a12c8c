"""What composing a page tells besides the display list."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from desktop.compose.handover import Rest
from desktop.display import PageDisplay
from desktop.model.edition import Flow
from desktop.model.story import SourceRange
from desktop.text import Remedy


class FlowFit(Struct, frozen=True):
    """How a flow fits its frames. Lines are column lines; characters are without white space.

    ``over_*`` is what found no room, ``short_lines`` how many more lines of the text its columns would hold, and
    ``short_chars`` the characters that these take. ``handed_chars`` go on on another page, ``carried`` elements come
    from an earlier one.
    """

    flow: Flow
    placed_chars: int
    lines: int
    over_chars: int = 0
    over_lines: int = 0
    short_lines: int = 0
    short_chars: int = 0
    handed_chars: int = 0
    carried: tuple[str, ...] = ()

    @property
    def elements(self) -> tuple[str, ...]:
        """All elements that were to stand here, the carried ones first."""
        return (*self.carried, *self.flow.elements)


class LineNote(Struct, frozen=True):
    """A line on which a rule had to be broken."""

    frame: str
    line: int
    element: str
    remedy: Remedy
    at: int


class ComposedPage(Struct, frozen=True):
    """A composed page: what is painted, what found no room, and what a person should know."""

    page: str
    display: PageDisplay
    fits: tuple[FlowFit, ...]
    overset: Mapping[str, tuple[SourceRange, ...]]
    notes: tuple[LineNote, ...]
    missing: tuple[tuple[str, str, int], ...]
    """(character, element id, source offset) that no face has."""
    fallback: tuple[tuple[str, str, int], ...]
    """(character, element id, source offset) set from a face further down its role's list."""
    rests: Mapping[str, Rest] = field(default_factory=dict)
    """What goes on on other pages, by the first frame of its flow."""

    def fit_of_frame(self, frame: str) -> FlowFit | None:
        """Return the fit of the flow that runs through a frame."""
        return next((fit for fit in self.fits if frame in fit.flow.frames), None)
