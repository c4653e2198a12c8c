"""The kinds of items on a finished page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from desktop.display.ink import BLACK, Ink
from desktop.geometry import Rect

Writing = Literal["h", "v"]


class GlyphRun(Struct, frozen=True):
    """Glyphs of one face, size, ink and element along one line.

    Glyph ``i`` has its origin on the baseline at ``(x + dx[i], y + dy[i])`` points; in vertical writing too the
    origin is the horizontal one (bottom left of the glyph's box), so that every painter places glyphs the same way.
    It stands for source characters ``[starts[i], ends[i])`` of ``element`` (None: added by the layout) and for the
    displayed characters ``text[clusters[i]:clusters[i + 1]]``; a glyph with an empty slice repeats its neighbour.
    """

    face: str
    size: float
    x: float
    y: float
    gids: tuple[int, ...]
    dx: tuple[float, ...]
    dy: tuple[float, ...]
    text: str
    clusters: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    element: str | None
    frame: str
    line: int
    writing: Writing = "h"
    rotation: int = 0
    """Degrees clockwise about each glyph's origin: 0 or 90."""
    ink: Ink = BLACK
    stretch: float = 1.0
    """The glyphs' width as a part of what the face gives them: numbers that share a vertical cell are narrowed."""

    @property
    def is_plain(self) -> bool:
        """Whether every glyph stands for one displayed character, the common case."""
        count = len(self.gids)
        return len(self.text) == count and self.clusters[:count] == tuple(range(count))

    def parts(self) -> Iterator[tuple[int, int, str]]:
        """Yield ``(first glyph, end glyph, displayed text)``; glyphs that begin at one character go together."""
        count, length = len(self.gids), len(self.text)
        bounds = (*self.clusters[:count], length)
        first = 0
        for at in range(1, count + 1):
            if at == count or bounds[first] != bounds[at] < length:
                yield first, at, self.text[bounds[first] : bounds[at]]
                first = at


class Picture(Struct, frozen=True):
    """A picture filling ``box``; ``media`` is its id among the edition's media, ``crop`` the part shown (0..1)."""

    box: Rect
    media: str
    frame: str
    crop: Rect = Rect(0, 0, 1, 1)


class Rule(Struct, frozen=True):
    """A straight line of ``width`` points between two points; ``dash`` lengths in points, empty for solid."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    frame: str
    ink: Ink = BLACK
    dash: tuple[float, ...] = ()


class Fill(Struct, frozen=True):
    """A rectangle filled with ink."""

    box: Rect
    frame: str
    ink: Ink = BLACK


class Clip(Struct, frozen=True):
    """Items after it are clipped to ``box``; None ends the clip."""

    box: Rect | None
    frame: str


Item = GlyphRun | Picture | Rule | Fill | Clip
