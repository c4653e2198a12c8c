"""Lines of characters at their places, read from a page's dump and from nothing else but the faces' metrics.

A character's edges are those of its cell (W1): a Han character fills its em, an opening bracket stands at the right
end of its cell, a point or closing bracket at the left end of its own, a connector in the middle of half an em.
Lengths are ems of the line's own size, from the left edge of its column.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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


class Sheet(Struct, frozen=True):
    """A page's own line of the dump, and its horizontal text lines, frame by frame."""

    page: dict[str, Any]
    lines: tuple[Line, ...]
    records: tuple[dict[str, Any], ...] = ()

    def of(self, *elements: str) -> Sheet:
        """The sheet with the lines of some elements only."""
        return replace(self, lines=tuple(line for line in self.lines if line.elements & set(elements)))

    def paragraphs(self) -> Iterator[list[Line]]:
        """Yield the lines of each element, in order."""
        seen: dict[str, list[Line]] = {}
        for line in self.lines:
            for element in sorted({char.element for char in line.chars if char.element}):
                seen.setdefault(element, []).append(line)
        yield from seen.values()


def read(dump: Iterable[str]) -> Sheet:
    """Return what a dump says of its horizontal text."""
    records = [json.loads(line) for line in dump]
    page, items = records[0], [record for record in records[1:] if record["kind"] == "glyphs"]
    groups: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for item in items:
        if item["writing"] == "h":
            groups.setdefault((item["frame"], item["line"]), []).append(item)
    frames = {frame["id"]: frame for frame in page["frames"]}
    rank = {frame: index for index, frame in enumerate(frames)}
    order = sorted(groups, key=lambda key: (rank.get(key[0], -1), key[1]))
    lines = [_line(key, groups[key], _columns(page, frames.get(key[0]))) for key in order]
    return Sheet(page, tuple(lines), tuple(records[1:]))


def _columns(page: dict[str, Any], frame: dict[str, Any] | None) -> list[tuple[float, float]]:
    boxes = [page["type_area"]] if frame is None else frame["columns"] or [frame["box"]]
    return [(x, x + width) for x, _, width, _ in boxes]


def _line(key: tuple[str, int], runs: list[dict[str, Any]], columns: list[tuple[float, float]]) -> Line:
    runs = sorted(runs, key=lambda run: run["glyphs"][0][1])
    size, first = runs[0]["size"], runs[0]["glyphs"][0]
    inside = [column for column in columns if column[0] - size <= first[1] < column[1]]
    column = inside[-1] if inside else columns[0]
    chars = tuple(char for run in runs for char in _chars(run, column[0]))
    return Line(key[0], key[1], size, first[2], column, chars)


def _chars(run: dict[str, Any], left: float) -> Iterator[Char]:
    """Yield a run's characters; a space is none, and a cluster of several is told by its first."""
    face, size, glyphs = LIBRARY.open(run["font"]), run["size"], run["glyphs"]
    bounds = [*run["clusters"], len(run["text"])]
    for index, (gid, x, _, element, start, _) in enumerate(glyphs):
        shown = run["text"][bounds[index] : bounds[index + 1]]
        if not shown.strip():
            continue
        advance = face.advance(gid)
        latin = (
            element is None or _latin(shown[0]) or (shown[0] in "“”‘’/-·" and _latin_around(run["text"], bounds[index]))
        )
        triple = "！" in shown and run["text"][max(0, bounds[index] - 2) : bounds[index] + 1] == "！！！"
        # Three marks in two ems stand in the middle of two thirds of an em each.
        ends = (face.ink_box(gid)[0] + face.ink_box(gid)[2]) / 2 + 1 / 3 if triple else 0.5
        yield Char(shown, (x - left) / size, advance, start, element, latin, ends)


def _latin(char: str) -> bool:
    return (char.isascii() and char not in "/-") or ("\u00a1" <= char <= "\u024f" and char != "·")


def _latin_around(text: str, at: int) -> bool:
    sides = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return len(sides) == 2 and all(_latin(side) and side.isalnum() for side in sides)
