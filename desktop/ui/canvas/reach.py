"""How far items reach on the page, in points."""

from __future__ import annotations

from desktop.display import Clip, GlyphRun, Item, Rule
from desktop.geometry import Rect

_ASCENT, _DESCENT = 0.88, 0.12
"""The ideographic em box above and below the baseline (OpenType BASE), in ems."""

_EVERYWHERE = Rect(-1e6, -1e6, 2e6, 2e6)


def reach(item: Item) -> Rect:
    """Return a rectangle that encloses an item's ink."""
    if isinstance(item, GlyphRun):
        # Ink may leave its em box by less than half an em, and a dash may be two ems long.
        return _grown(line_box(item, 2 * item.size), item.size / 2)
    if isinstance(item, Rule):
        left, top = min(item.x1, item.x2), min(item.y1, item.y2)
        box = Rect(left, top, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
        return _grown(box, item.width / 2 + 1)
    if isinstance(item, Clip):
        return item.box or _EVERYWHERE
    return _grown(item.box, 1)


def line_box(run: GlyphRun, last: float) -> Rect:
    """Return the em boxes of a run taken together; ``last`` is the advance of its last glyph, in points."""
    size = run.size
    left, right = run.x + min(run.dx), run.x + max(run.dx)
    top, bottom = run.y + min(run.dy), run.y + max(run.dy)
    if run.rotation:
        return Rect(left - _DESCENT * size, top, right - left + size, bottom - top + last)
    width = size if run.writing == "v" else last
    return Rect(left, top - _ASCENT * size, right - left + width, bottom - top + size)


def _grown(box: Rect, by: float) -> Rect:
    return Rect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)
