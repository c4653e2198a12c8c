"""Where the caret can stand on a composed page, and what stands where: read from the page's display list.

A place in a text is a number of characters of its set text. Every displayed glyph says which source characters it
stands for, so that places and points of the page are found from each other, in lines that run across or down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from msgspec import Struct

from desktop.display import GlyphRun, PageDisplay
from desktop.geometry import Rect
from desktop.model.settext import SetText
from desktop.model.typing import Spot

Advance = Callable[[str, int], float]
"""The advance of a face's glyph, in ems."""

_ASCENT = 0.88
"""The ideographic em box above the baseline (OpenType BASE), in ems."""


class CaretLine(Struct, frozen=True):
    """A line of an element: its places (``offsets``, ascending) and how far along it each stands, in points.

    ``low`` and ``high`` are the line's edges across its direction: y where it runs across, x where it runs down.
    """

    element: str
    frame: str
    offsets: tuple[int, ...]
    along: tuple[float, ...]
    low: float
    high: float
    vertical: bool

    def at(self, along: float) -> int:
        """Return the place nearest to a distance along the line."""
        nearest = min(range(len(self.along)), key=lambda number: abs(self.along[number] - along))
        return self.offsets[nearest]

    def box(self, start: float, end: float) -> Rect:
        """Return the part of the line between two distances along it."""
        if self.vertical:
            return Rect(self.low, start, self.high - self.low, end - start)
        return Rect(start, self.low, end - start, self.high - self.low)

    def distance(self, x: float, y: float) -> tuple[float, float]:
        """Return how far a point is from the line, first across its direction."""
        along, across = (y, x) if self.vertical else (x, y)
        beside = max(self.along[0] - along, along - self.along[-1], 0.0)
        return max(self.low - across, across - self.high, 0.0) + beside / 4, beside


class Carets:
    """Answers for one page.

    Args:
        display: The page.
        texts: Set texts by element.
        advance: Knows the glyphs' advances.
    """

    def __init__(self, display: PageDisplay, texts: Mapping[str, SetText], advance: Advance) -> None:
        self._texts, self._advance = texts, advance
        self._groups = tuple(_groups(display, texts))
        self._runs: dict[str, list[Sequence[GlyphRun]]] = {}
        for element, runs in self._groups:
            self._runs.setdefault(element, []).append(runs)
        self._known: dict[str, tuple[CaretLine, ...]] = {}

    @cached_property
    def lines(self) -> tuple[CaretLine, ...]:
        """All lines of the page, in reading order."""
        found = {element: iter(self.lines_of(element)) for element in self._runs}
        return tuple(next(found[element]) for element, _ in self._groups)

    def lines_of(self, element: str) -> tuple[CaretLine, ...]:
        """Return the lines of an element, in order; worked out when they are asked for."""
        lines = self._known.get(element)
        if lines is None:
            lines = self._known[element] = tuple(self._made(element))
        return lines

    def _made(self, element: str) -> Iterator[CaretLine]:
        place = 0
        for runs in self._runs.get(element, ()):
            line = _line_of(runs, self._texts[element], place, self._advance)
            place = line.offsets[-1]
            yield line

    def box(self, spot: Spot) -> Rect | None:
        """Return the caret at a spot, without breadth; None where it is not shown."""
        line = self._line(spot)
        if line is None:
            return None
        along = line.along[_index(line, spot.offset)]
        return line.box(along, along)

    def spot_at(self, x: float, y: float, element: str | None = None) -> Spot | None:
        """Return the spot nearest to a point, of all texts on the page or of one."""
        lines = self.lines if element is None else self.lines_of(element)
        if not lines:
            return None
        line = min(lines, key=lambda line: line.distance(x, y))
        offset = line.at(y if line.vertical else x)
        return Spot(line.element, offset, early=offset == line.offsets[-1])

    def selected(self, element: str, start: int, end: int) -> Iterator[Rect]:
        """Yield the boxes of an element's characters ``[start, end)``, line by line."""
        for line in self.lines_of(element):
            low, high = max(start, line.offsets[0]), min(end, line.offsets[-1])
            if low < high:
                yield line.box(line.along[_index(line, low)], line.along[_index(line, high)])

    def line_ends(self, spot: Spot) -> tuple[Spot, Spot] | None:
        """Return the first and the last spot of the line that a spot stands in; None where it is not shown."""
        line = self._line(spot)
        if line is None:
            return None
        offsets = line.offsets
        return Spot(spot.element, offsets[0]), Spot(spot.element, offsets[-1], early=True)

    def beside(self, spot: Spot, lines: int, along: float | None = None) -> tuple[Spot, float] | None:
        """Return the spot so many lines further in reading order, and how far along its line the caret wants to be.

        Lines of other columns begin elsewhere: what counts is the distance from the line's own beginning.
        """
        line = self._line(spot)
        if line is None:
            return None
        number = next(at for at, known in enumerate(self.lines) if known is line)
        wanted = line.along[_index(line, spot.offset)] - _start(self.lines, line) if along is None else along
        goal = self.lines[min(max(0, number + lines), len(self.lines) - 1)]
        offset = goal.at(_start(self.lines, goal) + wanted)
        return Spot(goal.element, offset, early=offset == goal.offsets[-1]), wanted

    def _line(self, spot: Spot) -> CaretLine | None:
        """Return the line in which a spot is shown; behind what is shown it is shown at its end."""
        found: CaretLine | None = None
        for line in self.lines_of(spot.element):
            first, last = line.offsets[0], line.offsets[-1]
            if first <= spot.offset <= last:
                found = line
                if spot.offset < last or spot.early:
                    break
            elif last < spot.offset:
                found = line
        return found


def _start(lines: tuple[CaretLine, ...], line: CaretLine) -> float:
    """Return where the column of a line begins: the least beginning of the lines of its frame that lie over it."""
    same = (
        other.along[0]
        for other in lines
        if other.frame == line.frame and other.vertical == line.vertical
        and other.along[0] < line.along[-1] and line.along[0] < other.along[-1]
    )  # fmt: skip
    return min(same, default=line.along[0])


def _index(line: CaretLine, offset: int) -> int:
    """Return the number of a place in a line: its own, or the last before it."""
    return max(0, bisect_right(line.offsets, offset) - 1)


def _groups(display: PageDisplay, texts: Mapping[str, SetText]) -> Iterator[tuple[str, Sequence[GlyphRun]]]:
    """Yield the runs of each line of a page's elements, in reading order."""
    runs = (run for run in display.runs() if run.element in texts and run.gids)
    for (element, _, _), group in groupby(runs, _key):
        yield element or "", tuple(group)


def _key(run: GlyphRun) -> tuple[str | None, str, int]:
    return run.element, run.frame, run.line


def _line_of(runs: Sequence[GlyphRun], text: SetText, place: int, advance: Advance) -> CaretLine:
    """Return a line of runs of an element whose set text has been followed to a place."""
    places: list[tuple[int, float]] = []
    end = 0.0
    for run in runs:
        for first, behind, shown in run.parts():
            place = _following(text, place, run.starts[first])
            begin, end = _extent(run, first, behind, advance)
            places.append((place, begin))
            place = min(place + max(1, len(shown)), len(text.text))
    places.append((place, end))
    kept = [one for one, other in pairwise(places) if one[0] < other[0]]
    offsets, along = zip(*kept, places[-1], strict=True)
    size = max(run.size for run in runs)
    low, high = min(_across(run, size)[0] for run in runs), max(_across(run, size)[1] for run in runs)
    return CaretLine(text.element, runs[0].frame, offsets, along, low, high, runs[0].writing == "v")


def _following(text: SetText, place: int, start: int) -> int:
    """Return the next place, from one on, at which a character stands for a source offset; passes over what is hidden.

    A glyph that stands for what was followed already (several characters for one) begins at the place.
    """
    at = place
    while at < len(text.text) and text.starts[at] != start:
        at += 1
    return at if at < len(text.text) else min(place, len(text.text))


def _extent(run: GlyphRun, first: int, behind: int, advance: Advance) -> tuple[float, float]:
    """Return where glyphs begin and end along their line, in points."""
    last = behind - 1
    if run.writing == "v" and not run.rotation:
        top = run.y + run.dy[first] - _ASCENT * run.size
        return top, top + run.size
    width = advance(run.face, run.gids[last]) * run.size * run.stretch
    if run.rotation:
        return run.y + run.dy[first], run.y + run.dy[last] + width
    return run.x + run.dx[first], run.x + run.dx[last] + width


def _across(run: GlyphRun, size: float) -> tuple[float, float]:
    """Return a line's edges across its direction, as high as its largest characters."""
    if run.writing == "v":
        left = run.x + min(run.dx) - ((1 - _ASCENT) * run.size if run.rotation else 0.0)
        return left, left + size
    top = run.y + min(run.dy) - _ASCENT * size
    return top, top + size
