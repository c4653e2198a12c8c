"""A composed page as painters and proofs see it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.display.items import GlyphRun, Item
from desktop.geometry import Rect


class DisplayFrame(Struct, frozen=True):
    """Where a frame came to stand.

    ``columns`` are the rectangles that text may fill, whole line pitches high, in reading order (empty for pictures).
    A ``free`` one stands over the page instead of in its slot.
    """

    id: str
    slot: str
    kind: str
    box: Rect
    columns: tuple[Rect, ...] = ()
    media: str | None = None
    free: bool = False


class PageDisplay(Struct, frozen=True):
    """A finished page.

    ``pitch`` is the distance of body baselines and ``first_baseline`` the y of the first, both in points; ``body`` is
    the body size. Items stand in painting order: fills, pictures and rules first, then glyph runs in reading order.
    """

    number: str
    width: float
    height: float
    pitch: float
    first_baseline: float
    body: float
    type_area: Rect
    frames: tuple[DisplayFrame, ...]
    items: tuple[Item, ...]

    def runs(self) -> Iterator[GlyphRun]:
        """Yield the glyph runs in reading order."""
        for item in self.items:
            if isinstance(item, GlyphRun):
                yield item

    def frame(self, frame_id: str) -> DisplayFrame:
        """Return a frame by id; raises KeyError."""
        for frame in self.frames:
            if frame.id == frame_id:
                return frame
        raise KeyError(frame_id)
