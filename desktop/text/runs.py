"""A set line as glyph runs of the display list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from msgspec import Struct
from msgspec.structs import replace

from desktop.display import BLACK, GlyphRun, Ink
from desktop.text.justify import SetLine
from desktop.text.paragraph import CellGlyph, ShapedParagraph


class LinePlace(Struct, frozen=True):
    """Where a line stands: its start on the baseline (horizontal) or its column's centre line top (vertical)."""

    x: float
    y: float
    size: float
    frame: str
    line: int
    ink: Ink = BLACK
    added: bool = False
    """The text was added by the layout and stands for no source."""


class _Key(NamedTuple):
    """What the glyphs of one run have in common."""

    face: int
    part: int
    rotation: int
    stretch: float


class _Open(Struct):
    """A run being gathered."""

    key: _Key
    gids: list[int]
    dx: list[float]
    dy: list[float]
    clusters: list[int]
    starts: list[int]
    ends: list[int]
    text: list[str]
    length: int = 0


def line_runs(paragraph: ShapedParagraph, line: SetLine, place: LinePlace) -> Iterator[GlyphRun]:
    """Yield the line's glyphs as runs of one face, one element, one direction and one width each."""
    gathered: _Open | None = None
    cells = paragraph.cells
    alike = _alike(paragraph, line, place)
    if alike is not None:
        yield alike
    for offset, x in enumerate(line.x if alike is None else ()):
        cell = line.line.start + offset
        if not cells.glyphs[cell]:
            continue
        glyph = cells.glyphs[cell][0]
        key = _Key(glyph.face, paragraph.part_of[cells.first[cell]], glyph.rotation, glyph.stretch)
        if gathered is None or gathered.key != key:
            if gathered is not None:
                yield _finish(paragraph, gathered, place)
            gathered = _Open(key, [], [], [], [], [], [], [])
        _gather(paragraph, gathered, cell, x, place.size)
    if gathered is not None:
        yield _finish(paragraph, gathered, place)
    if line.line.hyphen and paragraph.hyphen is not None:
        yield _hyphen(paragraph, paragraph.hyphen, line.hyphen, place)


def _hyphen(paragraph: ShapedParagraph, glyph: CellGlyph, along: float, place: LinePlace) -> GlyphRun:
    """Return the hyphen of a word broken by hyphenation: added by the layout, it stands for no character."""
    run = _Open(_Key(glyph.face, 0, glyph.rotation, glyph.stretch), [glyph.gid], [], [], [0], [0], [0], ["-"], 1)
    _put(run, glyph, along, place.size, paragraph.writing == "v")
    return _finish(paragraph, run, replace(place, added=True))


def _put(run: _Open, glyph: CellGlyph, along: float, size: float, vertical: bool) -> None:
    """Append where a glyph stands whose cell begins ``along`` ems down the line."""
    if vertical:
        run.dx.append(glyph.dx * size)
        run.dy.append((along - glyph.dy) * size)
    else:
        run.dx.append((along + glyph.dx) * size)
        run.dy.append(-glyph.dy * size)


def _alike(paragraph: ShapedParagraph, line: SetLine, place: LinePlace) -> GlyphRun | None:
    """Return a line whose cells are one glyph for one character each, all in one run: nearly every line, at once."""
    cells, count = paragraph.cells, len(line.x)
    start = line.line.start
    glyphs = cells.glyphs[start : start + count]
    if not count or not all(glyphs):
        return None
    first, last = cells.first[start], cells.last[start + count - 1]
    text, part = paragraph.text[first:last], paragraph.part_of[first]
    if sum(map(len, glyphs)) != count or last - first != count or part != paragraph.part_of[last - 1]:
        return None
    singles = [glyph[0] for glyph in glyphs]
    kinds = {(glyph.face, glyph.rotation, glyph.stretch) for glyph in singles}
    if len(kinds) > 1 or "\n" in text or "\r" in text:
        return None
    face, rotation, stretch = kinds.pop()
    run = _Open(_Key(face, part, rotation, stretch), [glyph.gid for glyph in singles], [], [], [], [], [], [text])
    size = place.size
    if paragraph.writing == "v":
        run.dx = [glyph.dx * size for glyph in singles]
        run.dy = [(along - glyph.dy) * size for along, glyph in zip(line.x, singles, strict=True)]
    else:
        run.dx = [(along + glyph.dx) * size for along, glyph in zip(line.x, singles, strict=True)]
        run.dy = [-glyph.dy * size for glyph in singles]
    run.clusters, run.starts, run.ends = [*range(count)], [*paragraph.starts[first:last]], [*paragraph.ends[first:last]]
    return _finish(paragraph, run, place)


def _gather(paragraph: ShapedParagraph, run: _Open, cell: int, along: float, size: float) -> None:
    cells = paragraph.cells
    first, last = cells.first[cell], cells.last[cell]
    shown = "".join(c for c in paragraph.text[first:last] if c not in "\r\n") or " "
    vertical = paragraph.writing == "v"
    glyphs = cells.glyphs[cell]
    one_each = len(glyphs) == last - first == len(shown) and not _over_each_other(glyphs, shown)
    for number, glyph in enumerate(glyphs):
        run.gids.append(glyph.gid)
        _put(run, glyph, along, size, vertical)
        if one_each:
            begin, end, shown_at = paragraph.starts[first + number], paragraph.ends[first + number], number
        else:  # the cell's characters belong to its first glyph, further ones repeat nothing
            end = paragraph.ends[last - 1]
            begin = end if number else paragraph.starts[first]
            shown_at = len(shown) if number else 0
        run.clusters.append(run.length + shown_at)
        run.starts.append(begin)
        run.ends.append(end)
    run.text.append(shown)
    run.length += len(shown)


def _over_each_other(glyphs: tuple[CellGlyph, ...], shown: str) -> bool:
    """Tell whether an accent is the same glyph as what it stands over: the box for what the face has not.

    A reader of the PDF takes one of two such glyphs for the shadow of the other.
    """
    if len(glyphs) == 1 or len({glyph.gid for glyph in glyphs}) == len(glyphs):
        return False
    return any(category(char)[0] == "M" for char in shown)


def _finish(paragraph: ShapedParagraph, run: _Open, place: LinePlace) -> GlyphRun:
    face, part, rotation, stretch = run.key
    return GlyphRun(
        face=paragraph.faces[face],
        size=place.size,
        x=place.x,
        y=place.y,
        gids=tuple(run.gids),
        dx=tuple(run.dx),
        dy=tuple(run.dy),
        text="".join(run.text),
        clusters=tuple(run.clusters),
        starts=tuple(run.starts),
        ends=tuple(run.ends),
        element=None if place.added else paragraph.parts[part].element,
        frame=place.frame,
        line=place.line,
        writing="v" if paragraph.writing == "v" else "h",
        rotation=rotation,
        stretch=stretch,
        ink=place.ink,
    )
