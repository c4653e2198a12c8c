"""Which part of a picture its frame shows: filled or whole, enlarged, and about which point."""

from __future__ import annotations

from msgspec import Struct

from desktop.geometry import Rect

MOST_ZOOM = 8.0
"""How much a picture can be enlarged beyond filling its frame."""


class PictureView(Struct, frozen=True):
    """How a picture stands in its frame.

    ``zoom`` is how much larger it is than what fills the frame (1 and more). ``x`` and ``y`` are its focus (0..1 from
    its left and top): what is kept in the middle as far as the picture's edges allow. ``whole``: all of it is shown,
    with paper beside it where shapes differ; zoom counts for nothing then.
    """

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5
    whole: bool = False

    def within(self) -> PictureView:
        """Return the view with its values brought into their ranges."""
        zoom = min(max(1.0, self.zoom), MOST_ZOOM)
        return PictureView(zoom, min(max(0.0, self.x), 1.0), min(max(0.0, self.y), 1.0), self.whole)


FILLING = PictureView()
"""What is shown where nothing else was chosen: the frame filled, about the middle."""

WHOLE = PictureView(whole=True)
"""How an advertisement is placed: who paid for it wants all of it to be seen."""


def shown_part(box: Rect, width: float, height: float, view: PictureView | None = None) -> tuple[Rect, Rect]:
    """Return where a picture of a size stands in a box, and the part of it (0..1) that is shown there."""
    view = (view or FILLING).within()
    box_ratio, ratio = box.width / box.height, width / height
    if view.whole:
        return _whole(box, box_ratio, ratio), Rect(0, 0, 1, 1)
    wide = min(1.0, box_ratio / ratio) / view.zoom
    high = min(1.0, ratio / box_ratio) / view.zoom
    return box, Rect(_start(view.x, wide), _start(view.y, high), wide, high)


def panned(view: PictureView | None, part: Rect, dx: float, dy: float) -> PictureView:
    """Return a view whose picture was pushed by parts of what is shown; it stops at the picture's edges.

    Args:
        view: How it stands.
        part: What is shown of it (0..1).
        dx: How far it was pushed to the right, in widths of what is shown.
        dy: How far it was pushed down, in heights of what is shown.
    """
    view = (view or FILLING).within()
    x = _start(part.x + part.width / 2 - dx * part.width, part.width) + part.width / 2
    y = _start(part.y + part.height / 2 - dy * part.height, part.height) + part.height / 2
    return PictureView(view.zoom, x, y, view.whole)


def zoomed(view: PictureView | None, part: Rect, zoom: float, at: tuple[float, float] = (0.5, 0.5)) -> PictureView:
    """Return a view enlarged so that a point of the frame (0..1) goes on showing the same point of the picture."""
    view = (view or FILLING).within()
    fresh = min(max(1.0, zoom), MOST_ZOOM)
    wide, high = part.width * view.zoom / fresh, part.height * view.zoom / fresh
    x = part.x + at[0] * (part.width - wide) + wide / 2
    y = part.y + at[1] * (part.height - high) + high / 2
    return PictureView(fresh, _start(x, wide) + wide / 2, _start(y, high) + high / 2)


def _start(middle: float, length: float) -> float:
    """Return where a part of a length begins that lies about a middle, inside 0 to 1."""
    start = min(max(0.0, middle - length / 2), 1 - length)
    return max(0.0, start)


def _whole(box: Rect, box_ratio: float, ratio: float) -> Rect:
    if ratio > box_ratio:
        height = box.width / ratio
        return Rect(box.x, box.y + (box.height - height) / 2, box.width, height)
    width = box.height * ratio
    return Rect(box.x + (box.width - width) / 2, box.y, width, box.height)
