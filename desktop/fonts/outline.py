"""The box of a glyph's ink, from its outline.

HarfBuzz's glyph extents enclose a curve's control points too: in the bundled Song that is wider than the ink for a
third of the hanzi, by up to 0.12 em. Here a curve counts with its extreme points.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import uharfbuzz as hb

Point = tuple[float, float]


def ink_box(font: hb.Font, gid: int) -> tuple[float, float, float, float] | None:
    """Return x_min, y_min, x_max, y_max of a glyph's ink in font units, None when it has no outline."""
    pen = _Outline()
    font.draw_glyph_with_pen(gid, pen)
    if not pen.points:
        return None
    (left, right), (bottom, top) = pen.reach(0), pen.reach(1)
    return left, bottom, right, top


class _Outline:
    """Takes an outline by the pen protocol that HarfBuzz draws with, hence the names."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        """Points on the outline."""
        self.curves: list[tuple[Point, ...]] = []
        """Start, control points and end of each curve."""

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self.points.append(point)

    lineTo = moveTo  # noqa: N815

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self.curves.append((self.points[-1], *points))
        self.points.append(points[-1])

    qCurveTo = curveTo  # noqa: N815

    def closePath(self) -> None:  # noqa: N802
        """Close a contour; its start is among the points already."""

    endPath = closePath  # noqa: N815

    def reach(self, axis: int) -> tuple[float, float]:
        """Return the least and the greatest coordinate on the outline, along x (0) or y (1)."""
        values = [point[axis] for point in self.points]
        low, high = min(values), max(values)
        # A curve stays within its control points: one whose lie inside cannot reach farther.
        far = [curve for curve in self.curves if not all(low <= point[axis] <= high for point in curve[1:-1])]
        for curve in far:
            values += _extremes([point[axis] for point in curve])
        return min(values), max(values)


def _extremes(curve: list[float]) -> Iterator[float]:
    """Yield the inner extreme values of one coordinate of a Bézier curve of the second or third degree."""
    for t in _turns(curve):
        if 0 < t < 1:
            level = curve
            while len(level) > 1:  # de Casteljau
                level = [a + (b - a) * t for a, b in pairwise(level)]
            yield level[0]


def _turns(curve: list[float]) -> tuple[float, ...]:
    """Return where the derivative is zero."""
    steps = [b - a for a, b in pairwise(curve)]
    if len(steps) == 2:
        a, b, c = 0.0, steps[1] - steps[0], steps[0]
    else:
        a, b, c = steps[0] - 2 * steps[1] + steps[2], 2 * (steps[1] - steps[0]), steps[0]
    if not a:
        return (-c / b,) if b else ()
    square = b * b - 4 * a * c
    if square < 0:
        return ()
    root = math.sqrt(square)
    return (-b + root) / (2 * a), (-b - root) / (2 * a)
