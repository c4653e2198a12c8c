"""Vertical lines at their place, read from a page's dump and from nothing else but the faces' metrics.

Lengths are ems of the line's own size: across from the column's axis to the right, along from the column's top down.
The axis is where the middles of the Han characters stand. A Han character fills its em; an opening bracket's ink stands
in the lower half of its cell, that of a point or closing bracket in the upper half of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from msgspec import Struct

from tests.conformance.positions import CLOSING, OPENING
from tests.text.setting import LIBRARY

POINTS = frozenset("。．，、")
MIDDLE = frozenset("：；？！")
NO_START = frozenset("。．，、：；！？”’」』）》〉】〗〕］｝～-–—·／,.;:!?)]}")
NO_END = frozenset("“‘「『（《〈【〖〔［｛([{／")
EM = 0.01
ASCENT = 0.88


class Glyph(Struct, frozen=True):
    """A glyph: what it shows, where its ink stands, and its em box or advance along the column."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    origin: float
    """Along the column."""
    advance: float
    rotation: int
    stretch: float
    start: int

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the ink across and along."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def is_han(self) -> bool:
        return "\u4e00" <= self.text[:1] <= "\u9fff"

    @property
    def head(self) -> float:
        """Where the cell begins; of an opening bracket its ink half."""
        if self.rotation and self.text.isascii():
            return self.origin
        if self.text in OPENING:
            return self.foot - 0.5
        return self.origin - ASCENT if self.is_han or self.text in CLOSING | POINTS else self.middle[1] - self._half

    @property
    def foot(self) -> float:
        """Where the cell ends; of a point or closing bracket its ink half."""
        if self.rotation and self.text.isascii():
            return self.origin + self.advance
        if self.text in CLOSING | POINTS:
            return self.head + 0.5
        if self.is_han or self.text in OPENING:
            return self.origin + 1 - ASCENT
        return self.middle[1] + self._half

    @property
    def _half(self) -> float:
        """Half the cell of what stands in the middle of it: a dash drawn as one glyph fills two ems."""
        return len(self.text) / 2


class Column(Struct, frozen=True):
    """A vertical line: its axis in points, how long it may be, and its glyphs in order."""

    frame: str
    number: int
    size: float
    axis: float
    measure: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def of(self, text: str) -> list[Glyph]:
        """The glyphs that show a piece of the column's text; empty where it does not stand in it."""
        begin = self.text.find(text)
        ends: list[Glyph] = []
        at = 0
        for glyph in self.glyphs:
            if begin >= 0 and begin <= at < begin + len(text):
                ends.append(glyph)
            at += len(glyph.text)
        return ends


def read(dump: Iterable[str]) -> list[Column]:
    """Return the vertical lines that a dump tells of, frame by frame, in order."""
    records = [json.loads(line) for line in dump]
    frames = {frame["id"]: frame for frame in records[0]["frames"]}
    groups: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for record in records[1:]:
        if record["kind"] == "glyphs" and record["writing"] == "v":
            groups.setdefault((record["frame"], record["line"]), []).append(record)
    return [_column(key, groups[key], frames.get(key[0])) for key in sorted(groups)]


def _column(key: tuple[str, int], runs: list[dict[str, Any]], frame: dict[str, Any] | None) -> Column:
    size = runs[0]["size"]
    han = [x + size / 2 for run in runs for text, (_, x, *_) in _shown(run) if "\u4e00" <= text[:1] <= "\u9fff"]
    axis = median(han) if han else median(x for run in runs for _, x, *_ in run["glyphs"])
    boxes = (frame["columns"] or [frame["box"]]) if frame else [[0, 0, 0, 0]]
    first = min(y for run in runs for _, _, y, *_ in run["glyphs"])
    box = max((box for box in boxes if box[1] <= first + size), key=lambda box: box[1], default=boxes[0])
    glyphs = sorted((glyph for run in runs for glyph in _glyphs(run, axis, box[1])), key=lambda glyph: glyph.start)
    return Column(key[0], key[1], size, axis, box[3] / size, tuple(glyphs))


def _shown(run: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    bounds = [*run["clusters"], len(run["text"])]
    yield from zip((run["text"][a:b] for a, b in pairwise(bounds)), run["glyphs"], strict=True)


def _glyphs(run: dict[str, Any], axis: float, top: float) -> Iterator[Glyph]:
    face, size, stretch = LIBRARY.open(run["font"]), run["size"], run.get("stretch", 1.0)
    for text, (gid, x, y, _, start, _) in _shown(run):
        if not text.strip():
            continue
        x_min, y_min, x_max, y_max = face.ink_box(gid)
        x_min, x_max = x_min * stretch, x_max * stretch
        across, along = (x - axis) / size, (y - top) / size
        if run["rotation"]:
            ink = (across + y_min, along + x_min, across + y_max, along + x_max)
        else:
            ink = (across + x_min, along - y_max, across + x_max, along - y_min)
        yield Glyph(text, *ink, along, face.advance(gid) * stretch, run["rotation"], stretch, start)
