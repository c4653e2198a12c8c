"""Lines of characters at their places, read from a page's dump and from nothing else but the faces' metrics.

A character's edges are those of its cell (W1): a Han character fills its em, an opening bracket stands at the right
end of its cell, a point or closing bracket at the left end of its own, a connector in the middle of half an em.
Lengths are ems of the line's own size, from the left edge of its column. ``printed`` reads the same records from a PDF.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tests.text.setting import LIBRARY

OPENING = frozenset("“‘「『（《〈【〖〔［｛")
CLOSING = frozenset("”’」』）》〉】〗〕］｝")
POINTS = frozenset("。．，、：；！？")
HALF = frozenset("·・‧/／-–")
WHOLE = frozenset("—～…")
MARKS = OPENING | CLOSING | POINTS | HALF | WHOLE

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, y down from the page's top."""


class Glyph(Struct, frozen=True):
    """What a page shows as one glyph: its origin, advance and ink in points, y down from the page's top."""

    text: str
    x: float
    y: float
    advance: float
    size: float
    ink: Box
    element: str | None
    start: int
    vertical: bool = False
    turned: bool = False
    frame: str = ""
    line: int = 0


class Char(Struct, frozen=True):
    """A character with its glyph's origin ``x`` and its source offset."""

    text: str
    x: float
    advance: float
    start: int
    element: str | None
    latin: bool
    ends: float = 0.5
    """Where a closing mark's ink half ends, from its origin."""
    after: str = ""
    """White space that stands behind it on its line."""
    ink: Box = (0.0, 0.0, 0.0, 0.0)
    """In points on the page."""

    @property
    def left(self) -> float:
        """The left edge of the cell; of an opening bracket's ink half."""
        if not self.latin and self.text in OPENING:
            return self.right - 0.5
        if not self.latin and self.text in HALF:
            return self.x + self.advance / 2 - 0.25
        return self.x

    @property
    def right(self) -> float:
        """The right edge of the cell; of a closing mark's ink half."""
        if not self.latin and self.text in CLOSING | POINTS:
            return self.x + self.ends
        if not self.latin and self.text in HALF:
            return self.x + self.advance / 2 + 0.25
        return self.x + self.advance


class Line(Struct, frozen=True):
    """A line: its characters in order, baseline and column edges in points."""

    frame: str
    number: int
    size: float
    baseline: float
    column: tuple[float, float]
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def measure(self) -> float:
        """The column's width in ems."""
        return (self.column[1] - self.column[0]) / self.size

    @property
    def elements(self) -> set[str | None]:
        return {char.element for char in self.chars}


class Note(Struct, frozen=True):
    """What was reported of a line: the remedy's name and where the line begins in its source."""

    element: str
    at: int
    remedy: str


class Sheet(Struct, frozen=True):
    """A page: its own line of the dump, its horizontal text lines frame by frame, and what stands in columns."""

    page: dict[str, Any]
    lines: tuple[Line, ...]
    records: tuple[dict[str, Any], ...] = ()
    upright: tuple[Glyph, ...] = ()
    """The glyphs of vertical text."""
    pictures: tuple[Box, ...] = ()
    notes: tuple[Note, ...] = ()
    roles: Mapping[str, str] = MappingProxyType({})
    """What each element is, where that is asked."""
    run_in: frozenset[str] = frozenset()
    """Elements that go on in the paragraph before them."""

    def of(self, *elements: str) -> Sheet:
        """The sheet with the lines of some elements only."""
        return replace(self, lines=tuple(line for line in self.lines if line.elements & set(elements)))

    def paragraphs(self) -> Iterator[list[Line]]:
        """Yield the lines of each paragraph, in order; elements that share one make one paragraph."""
        paragraphs: list[list[Line]] = []
        of: dict[str, int] = {}
        for line in self.lines:
            elements = list(dict.fromkeys(char.element for char in line.chars if char.element))
            goes_on = bool(paragraphs and elements) and elements[0] in self.run_in
            begins = len(paragraphs) - goes_on
            number = next((of[element] for element in elements if element in of), begins)
            if number == len(paragraphs):
                paragraphs.append([])
            paragraphs[number].append(line)
            of.update(dict.fromkeys(elements, number))
        yield from paragraphs

    def noted(self, line: Line, *remedies: str) -> bool:
        """Whether one of these remedies was reported of a line."""
        spans = {(char.element, char.start) for char in line.chars}
        return any(note.remedy in remedies and (note.element, note.at) in spans for note in self.notes)


def read(dump: Iterable[str], notes: Sequence[Note] = ()) -> Sheet:
    """Return what a dump says of its text."""
    records = [json.loads(line) for line in dump]
    page, items = records[0], records[1:]
    glyphs = [glyph for item in items if item["kind"] == "glyphs" for glyph in glyphs_of(item)]
    ordered = sorted((glyph for glyph in glyphs if not glyph.vertical), key=lambda glyph: (glyph.frame, glyph.line))
    groups = {key: list(group) for key, group in groupby(ordered, key=lambda glyph: (glyph.frame, glyph.line))}
    lines = [line_of(page, frame, number, group) for (frame, number), group in in_order(page, groups)]
    boxes = [item["box"] for item in items if item["kind"] == "picture"]
    pictures = tuple((x, y, x + width, y + height) for x, y, width, height in boxes)
    upright = tuple(glyph for glyph in glyphs if glyph.vertical)
    return Sheet(page, tuple(line for line in lines if line.chars), tuple(items), upright, pictures, tuple(notes))


def in_order(page: dict[str, Any], groups: dict[Any, list[Glyph]]) -> list[tuple[tuple[str, int], list[Glyph]]]:
    """Return groups by frame and line in the order of the frames."""
    rank = {frame["id"]: index for index, frame in enumerate(page["frames"])}
    return sorted(groups.items(), key=lambda item: (rank.get(item[0][0], -1), item[0][1]))


def columns_of(page: dict[str, Any], frame: dict[str, Any] | None) -> list[tuple[float, float]]:
    boxes = [page["type_area"]] if frame is None else frame["columns"] or [frame["box"]]
    return [(x, x + width) for x, _, width, _ in boxes]


def line_of(page: dict[str, Any], frame: str, number: int, glyphs: list[Glyph]) -> Line:
    """Return the line that glyphs make in order; a space is no character, it is told by the one before it."""
    first = glyphs[0]
    columns = columns_of(page, next((each for each in page["frames"] if each["id"] == frame), None))
    inside = [column for column in columns if column[0] - first.size <= first.x < column[1]]
    column = inside[-1] if inside else columns[0]
    return Line(frame, number, first.size, first.y, column, tuple(_chars(glyphs, column[0])))


def glyphs_of(run: dict[str, Any]) -> Iterator[Glyph]:
    """Yield a run's glyphs; a cluster of several is told by its first."""
    face, size, turned = LIBRARY.open(run["font"]), run["size"], run["rotation"] == 90
    wide = size * run.get("stretch", 1.0)
    bounds = [*run["clusters"], len(run["text"])]
    for index, (gid, x, y, element, start, _) in enumerate(run["glyphs"]):
        shown = run["text"][bounds[index] : bounds[index + 1]]
        if not shown:
            continue
        left, low, right, high = (edge * by for edge, by in zip(face.ink_box(gid), (wide, size) * 2, strict=True))
        ink = (x + low, y + left, x + high, y + right) if turned else (x + left, y - high, x + right, y - low)
        vertical = run["writing"] == "v"
        advance = face.advance(gid) * wide
        yield Glyph(shown, x, y, advance, size, ink, element, start, vertical, turned, run["frame"], run["line"])


def _chars(glyphs: Sequence[Glyph], left: float) -> Iterator[Char]:
    size = glyphs[0].size
    text = "".join(glyph.text for glyph in glyphs)
    at = 0
    for index, glyph in enumerate(glyphs):
        shown, place = glyph.text, at
        at += len(shown)
        if not shown.strip():
            continue
        alone = glyph.element is None and shown == "-"  # the hyphen of a divided word
        latin = alone or _latin(shown[0]) or (shown[0] in "“”‘’/-·" and _latin_around(text, place))
        latin = latin or (shown == "￥" and text[at : at + 1].isdigit())
        triple = _run_of_exclaims(text, place) == 3
        # Three marks in two ems stand in the middle of two thirds of an em each.
        middle = ((glyph.ink[0] + glyph.ink[2]) / 2 - glyph.x) / glyph.size
        ends = middle + 1 / 3 if triple else 0.5
        space = "".join(after.text for after in takewhile(lambda after: not after.text.strip(), glyphs[index + 1 :]))
        yield Char(
            shown, (glyph.x - left) / size, glyph.advance / size, glyph.start, glyph.element, latin, ends, space,
            glyph.ink,
        )  # fmt: skip


def _run_of_exclaims(text: str, at: int) -> int:
    """The length of the run of ！ and ？ that a character stands in."""
    if text[at] not in "！？":
        return 0
    start = len(text[:at].rstrip("！？"))
    return len(text[start:]) - len(text[start:].lstrip("！？"))


def _latin(char: str) -> bool:
    return (char.isascii() and char not in "/-") or ("\u00a1" <= char <= "\u024f" and char != "·")


def _latin_around(text: str, at: int) -> bool:
    """Whether a mark stands between Latin letters or digits; at a line's start or end, beside one."""
    sides = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    whole = len(sides) == 2 or (len(sides) == 1 and text[at] in "-/")
    return whole and all(_latin(side) and side.isalnum() for side in sides)
