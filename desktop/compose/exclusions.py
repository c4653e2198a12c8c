"""What stands over a text column becomes the free segments of each of its lines.

    Exclusion (rectangles on the page, in points) ─column_shapes→ ColumnShape of each column ─segments→ (x, width) …

Inside a column x counts in points from its left edge and y in lines from its top, as the filler counts. A band of a
column is what one line of text takes: its top and its height in lines. Of one exclusion a band meets the hull of all
its rectangles there: text never stands between two parts of one picture. What is narrower than the least measure is
left empty (house value: nobody reads lines of three characters).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct, field
from msgspec.structs import force_setattr, replace

from desktop.geometry import Rect
from desktop.model.layout import Grid
from desktop.model.runaround import Sides

LEAST_EMS = 4.0
"""Ems of the body below which a segment beside a picture holds no text: a number with its unit, a name and its mark."""

Segment = tuple[float, float]
"""A free part of a band: x from the column's left edge and width, in points."""

_NEAR = 1e-6
"""Lines, or points: what touches does not overlap."""


class Exclusion(Struct, frozen=True):
    """What text keeps out of: rectangles on the page in points, a picture's own and its caption's.

    ``beside`` is the distance kept left and right in points, ``above`` that above and below in lines.
    """

    boxes: tuple[Rect, ...]
    sides: Sides = Sides.BOTH
    beside: float = 0.0
    above: float = 0.0


class Strip(Struct, frozen=True):
    """A rectangle of a column without text: ``top`` and ``bottom`` in lines, ``left`` and ``right`` in points."""

    top: float
    bottom: float
    left: float
    right: float


class Obstacle(Struct, frozen=True):
    """One exclusion in a column, the distances included."""

    strips: tuple[Strip, ...]

    def reach(self, top: float, bottom: float) -> tuple[float, float] | None:
        """Return from where to where, in points, it crosses a band of lines; None where it does not."""
        met = [strip for strip in self.strips if strip.top < bottom - _NEAR and strip.bottom > top + _NEAR]
        return (min(strip.left for strip in met), max(strip.right for strip in met)) if met else None


class Lane(Struct, frozen=True):
    """The places for lines of one height and size in a column, down to where nothing stands in it any more.

    Of every place: its top in lines, which segment of its band it is, where it begins in points from the column's left,
    and its measure in whole ems. ``end`` is the first top behind the last of them.
    """

    tops: tuple[float, ...]
    segments: tuple[int, ...]
    xs: tuple[float, ...]
    measures: tuple[float, ...]
    end: float


class Obstacles(Struct, frozen=True, eq=False):
    """The obstacles of a column and the least measure beside them, in points; every band is worked out once.

    Compared by value; what is known of bands takes no part.
    """

    all: tuple[Obstacle, ...]
    least: float
    known: dict[tuple[float, int, int], tuple[Segment, ...]] = field(default_factory=dict)
    lanes: dict[tuple[float, float, float, float], Lane] = field(default_factory=dict)
    shut: dict[float, list[float]] = field(default_factory=dict)
    tops: tuple[float, ...] = ()
    bottoms: tuple[float, ...] = ()
    """Where strips begin and where they end, each from the column's top down."""

    def __post_init__(self) -> None:
        """Tell where strips begin and end: all bands between two such places are alike."""
        strips = [strip for obstacle in self.all for strip in obstacle.strips]
        force_setattr(self, "tops", tuple(sorted(strip.top for strip in strips)))
        force_setattr(self, "bottoms", tuple(sorted(strip.bottom for strip in strips)))

    @property
    def head(self) -> float:
        """The lines from the column's top above which nothing stands in it."""
        return self.tops[0] if self.tops else 0.0

    @property
    def foot(self) -> float:
        """The lines from the column's top below which nothing stands in it."""
        return self.bottoms[-1] if self.bottoms else 0.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Obstacles) and (self.all, self.least) == (other.all, other.least)

    def __hash__(self) -> int:
        return hash((self.all, self.least))

    def segments(self, measure: float, top: float, height: float) -> tuple[Segment, ...]:
        """Return the free segments of a band of a column so wide."""
        # The strips that a band meets are told by how many begin above its foot, and how many end above its top.
        key = (measure, bisect_left(self.tops, top + height - _NEAR), bisect_right(self.bottoms, top + _NEAR))
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = tuple(self._free(measure, top, top + height))
        return found

    def closed(self, measure: float, lines: int) -> float:
        """Return about how many of the first lines of a column so wide are closed, parts of lines counted as such."""
        shut = self.shut.get(measure)
        if shut is None:
            above = max(0, floor(self.head + _NEAR))
            shut = self.shut[measure] = [0.0] * (above + 1)
            for top in range(above, ceil(self.foot - _NEAR)):
                free = sum(width for _, width in self.segments(measure, float(top), 1.0))
                shut.append(shut[-1] + 1.0 - free / measure)
        return shut[min(lines, len(shut) - 1)]

    def lane(self, measure: float, height: float, size: float, start: float) -> Lane:
        """Return the places for lines of a height and size in points in a column so wide, from a top in lines on."""
        key = (measure, height, size, start)
        found = self.lanes.get(key)
        if found is None:
            found = self.lanes[key] = self._lane(measure, height, size, start)
        return found

    def _lane(self, measure: float, height: float, size: float, start: float) -> Lane:
        foot, whole = self.foot, whole_ems((0.0, measure), measure, size)
        places: list[tuple[float, int, float, float]] = []
        top = start
        while top < foot - _NEAR:
            segments = self.segments(measure, top, height)
            for index, segment in enumerate(segments):
                x, ems = whole if segment[1] == measure else whole_ems(segment, measure, size)
                places.append((top, index, x, float(ems)))
            # Where nothing is free the next whole line is tried, so that text goes on upon the grid.
            top = top + height if segments else floor(top + _NEAR) + 1.0
        tops, numbers, xs, measures = zip(*places, strict=True) if places else ((), (), (), ())
        return Lane(tops, numbers, xs, measures, top)

    def _free(self, measure: float, top: float, bottom: float) -> Iterator[Segment]:
        taken = sorted(reach for obstacle in self.all if (reach := obstacle.reach(top, bottom)))
        at = 0.0
        for left, right in (*taken, (measure, measure)):
            width = min(left, measure) - at
            # A column that nothing crosses keeps its measure, however narrow.
            if width > 0 and (width >= self.least - _NEAR or width == measure):
                yield at, width
            at = max(at, right)


class ColumnShape(Struct, frozen=True):
    """A text column: its measure in points, the whole lines that it holds, and what stands in it."""

    measure: float
    lines: int
    obstacles: Obstacles | None = None

    def segments(self, top_lines: float, height_lines: float) -> tuple[Segment, ...]:
        """Return where text may stand in a band: (x from the column's left, width) in points, from left to right.

        A column in which nothing stands gives its whole measure for every band, a covered one gives nothing.
        """
        if self.obstacles is None:
            return ((0.0, self.measure),)
        return self.obstacles.segments(self.measure, top_lines, height_lines)

    def closed(self, lines: float) -> float:
        """Return about how many of the column's first lines are closed to text, parts of lines counted as such."""
        if self.obstacles is None:
            return 0.0
        return self.obstacles.closed(self.measure, max(0, int(min(lines, self.lines))))

    def open(self, lines: float) -> float:
        """Return about how many lines of text the column's first lines hold."""
        return lines - self.closed(lines)


def whole_ems(segment: Segment, measure: float, size: float) -> tuple[float, int]:
    """Return where a line of a size begins in a segment of a column so wide, and its measure in whole ems (A3).

    What is left over goes to the side of the obstacle, so that text stays flush with its column's edge; between two
    obstacles, or two edges, it is halved.
    """
    x, width = segment
    ems = floor(width / size + _NEAR)
    rest = width - ems * size
    at_left, at_right = x <= _NEAR, x + width >= measure - _NEAR
    if at_left == at_right:
        return x + rest / 2, ems
    return (x, ems) if at_left else (x + rest, ems)


def outline_boxes(box: Rect, bands: Sequence[tuple[float, float]]) -> tuple[Rect, ...]:
    """Return the rectangles of an outline that fills a box.

    Args:
        box: of the picture, in points.
        bands: from where to where the outline reaches in bands of equal height, from the top, as fractions of the
            width; a band in which nothing is shown ends where it begins, or before.
    """
    height = box.height / max(1, len(bands))
    return tuple(
        Rect(box.x + left * box.width, box.y + index * height, (right - left) * box.width, height)
        for index, (left, right) in enumerate(bands)
        if right > left
    )


def column_shapes(
    grid: Grid, columns: Iterable[Rect], exclusions: Iterable[Exclusion], least_ems: float = LEAST_EMS
) -> tuple[ColumnShape, ...]:
    """Return the shapes of columns.

    Args:
        grid: of the page.
        columns: where the columns stand on the page, in points, whole lines high; one whose height is to follow its
            text has to be given as high as it may become.
        exclusions: what stands on the page.
        least_ems: the least measure beside an obstacle, in ems of the body.
    """
    wanted = tuple(exclusions)
    return tuple(_shape(grid, column, wanted, least_ems * grid.body) for column in columns)


def of_old(shape: ColumnShape, known: Callable[[Obstacles], Obstacles]) -> ColumnShape:
    """Return a column with the record of its obstacles that is known already, and what was worked out for its bands."""
    return shape if shape.obstacles is None else replace(shape, obstacles=known(shape.obstacles))


def _shape(grid: Grid, column: Rect, exclusions: Sequence[Exclusion], least: float) -> ColumnShape:
    met = [obstacle for exclusion in exclusions if (obstacle := _obstacle(grid, column, exclusion))]
    obstacles = Obstacles(tuple(met), least) if met else None
    return ColumnShape(column.width, round(column.height / grid.pitch), obstacles)


def _obstacle(grid: Grid, column: Rect, exclusion: Exclusion) -> Obstacle | None:
    """Return an exclusion as it stands in a column; None where it does not reach into it."""
    lines = column.height / grid.pitch
    strips = [_strip(grid, column, box, exclusion) for box in exclusion.boxes]
    met = [strip for strip in strips if _meets(strip, column.width, lines)]
    if not met:
        return None
    return Obstacle(tuple(_one_sided(met, exclusion.sides, column.width)))


def _strip(grid: Grid, column: Rect, box: Rect, exclusion: Exclusion) -> Strip:
    top, bottom = (box.y - column.y) / grid.pitch, (box.bottom - column.y) / grid.pitch
    left, right = box.x - column.x, box.right - column.x
    beside, above = exclusion.beside, exclusion.above
    return Strip(top - above, bottom + above, left - beside, right + beside)


def _meets(strip: Strip, measure: float, lines: float) -> bool:
    across = strip.left < measure - _NEAR and strip.right > _NEAR
    return across and strip.bottom > _NEAR and strip.top < lines - _NEAR


def _one_sided(strips: Sequence[Strip], sides: Sides, measure: float) -> list[Strip]:
    """Widen the strips to the column's edge on the side where no text may stand; one side for the whole of them."""
    if sides is Sides.LARGER:
        left, right = min(strip.left for strip in strips), max(strip.right for strip in strips)
        sides = Sides.LEFT if left >= measure - right else Sides.RIGHT
    if sides is Sides.LEFT:
        return [replace(strip, right=max(strip.right, measure)) for strip in strips]
    if sides is Sides.RIGHT:
        return [replace(strip, left=min(strip.left, 0.0)) for strip in strips]
    return list(strips)
