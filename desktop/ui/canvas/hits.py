"""What is under a point of the page, and where frames, slots and elements are."""

from __future__ import annotations

from functools import cached_property

from desktop.display import DisplayFrame, PageDisplay, Picture
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.ui.canvas.reach import line_box

_REACH = 0.35
"""Parts of an em by which a line's box is grown for the pointer: between two lines of text is still text."""


class PageHits:
    """Answers for one display, in points of the page.

    Args:
        display: the page.
        library: knows the glyphs' advances.
    """

    def __init__(self, display: PageDisplay, library: FaceLibrary) -> None:
        self._frames = {frame.id: frame for frame in display.frames}
        self._slots = {frame.slot: frame for frame in display.frames}
        self._display, self._library = display, library
        filled = {run.frame for run in display.runs()}
        filled.update(item.frame for item in display.items if isinstance(item, Picture))
        self.empty: tuple[DisplayFrame, ...] = tuple(f for f in display.frames if f.id not in filled and f.box.height)
        """Frames in which nothing stands."""

    @cached_property
    def _lines(self) -> dict[str, list[tuple[Rect, float]]]:
        """The boxes of each element's lines, with their size; only once somebody asks, as every edit makes new ones."""
        lines: dict[str, list[tuple[Rect, float]]] = {}
        for run in self._display.runs():
            if run.element is not None and run.gids:
                advance = self._library.open(run.face).advance(run.gids[-1]) * run.size * run.stretch
                lines.setdefault(run.element, []).append((line_box(run, advance), run.size))
        return lines

    def frame(self, name: str) -> DisplayFrame | None:
        """Return a frame by its id, or by its slot's."""
        return self._frames.get(name) or self._slots.get(name)

    def frame_at(self, x: float, y: float) -> str | None:
        """Return the smallest frame at a point; one that stands free before those below it."""
        hit = [frame for frame in self._frames.values() if frame.box.contains(x, y)]
        return min(hit, key=_on_top).id if hit else None

    def frames_within(self, band: Rect) -> tuple[str, ...]:
        """Return the frames that a band touches, but for those that it lies wholly inside."""
        return tuple(
            frame.id
            for frame in self._frames.values()
            if frame.box.height and _touches(frame.box, band) and not _holds(frame.box, band)
        )

    def edge_at(self, x: float, y: float, outside: float, inside: float) -> str | None:
        """Return the smallest frame whose edge is within a distance of a point."""
        hit = [
            frame for frame in self._frames.values() if frame.box.height and _on_edge(frame.box, x, y, outside, inside)
        ]
        return min(hit, key=_on_top).id if hit else None

    def element_at(self, x: float, y: float) -> str | None:
        """Return the element whose text is at a point; of several the one whose line is nearest."""
        nearest, found = float("inf"), None
        for element, lines in self._lines.items():
            for box, size in lines:
                distance = max(box.x - x, x - box.right, box.y - y, y - box.bottom)
                if distance <= _REACH * size and distance < nearest:
                    nearest, found = distance, element
        return found

    def element_boxes(self, element: str) -> tuple[Rect, ...]:
        """Return the boxes of an element's lines."""
        return tuple(box for box, _ in self._lines.get(element, ()))

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements on the page, in reading order."""
        return tuple(dict.fromkeys(run.element for run in self._display.runs() if run.element is not None))


def _on_top(frame: DisplayFrame) -> tuple[bool, float]:
    return not frame.free, frame.box.width * frame.box.height


def _touches(box: Rect, band: Rect) -> bool:
    return box.x < band.right and band.x < box.right and box.y < band.bottom and band.y < box.bottom


def _holds(box: Rect, band: Rect) -> bool:
    return box.x <= band.x and band.right <= box.right and box.y <= band.y and band.bottom <= box.bottom


def _on_edge(box: Rect, x: float, y: float, outside: float, inside: float) -> bool:
    """Tell whether a point is near the edge of a box, either side of it."""
    depth = min(x - box.x, box.right - x, y - box.y, box.bottom - y)
    return -outside <= depth <= inside
