"""A composed page ↔ JSON lines: what ``banxin dump`` prints and what an edition package stores.

The first line describes the page and its frames, each further line one item in painting order. Lengths are points,
y down, rounded to a thousandth; ``[x, y, width, height]`` for rectangles and ``[c, m, y, k]`` for inks. A glyph is
``[gid, x, y, element | null, start, end]`` at its absolute place; ``clusters`` beside ``text`` says which displayed
characters it shows. Reading rounds nothing further: dumping what was read gives the same lines.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from desktop.display import Clip, DisplayFrame, Fill, GlyphRun, Ink, Item, PageDisplay, Picture, Rule
from desktop.errors import PackageError
from desktop.geometry import Rect

PLACES = 3
"""Decimals of a coordinate: 0.001 pt is a three-thousandth of a millimetre, finer than any plate."""

Json = dict[str, Any]


def dump_lines(display: PageDisplay, files: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the lines of a page's dump, without line ends; ``files`` gives file names by media id."""
    yield _line(_page(display))
    for item in display.items:
        yield _line(_WRITERS[type(item)](item, files or {}))


def display_from_lines(lines: Iterable[str], name: str = "display") -> PageDisplay:
    """Return the page that a dump describes, ready to be painted.

    Raises:
        PackageError: The lines are no such dump; names the file and the line.
    """
    frame: Json = {}
    items: list[Item] = []
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            if number == 1:
                frame = record
            else:
                items.append(_READERS[record["kind"]](record))
        return _read_page(frame, tuple(items))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise PackageError("{file}, line {line}: this is no page description.", file=name, line=number) from None


def _line(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _round(value: float) -> float:
    return round(value, PLACES) + 0.0  # no negative zero


def _rect(box: Rect) -> list[float]:
    return [_round(box.x), _round(box.y), _round(box.width), _round(box.height)]


def _page(display: PageDisplay) -> Json:
    return {
        "kind": "page",
        "number": display.number,
        "width": _round(display.width),
        "height": _round(display.height),
        "pitch": _round(display.pitch),
        "first_baseline": _round(display.first_baseline),
        "body": _round(display.body),
        "type_area": _rect(display.type_area),
        "frames": [_frame(frame) for frame in display.frames],
    }


def _frame(frame: DisplayFrame) -> Json:
    says: Json = {"id": frame.id, "slot": frame.slot, "kind": frame.kind, "box": _rect(frame.box)}
    says["columns"] = [_rect(column) for column in frame.columns]
    says |= {"media": frame.media} if frame.media is not None else {}
    return says | ({"free": True} if frame.free else {})


def _glyphs(run: GlyphRun, _files: Mapping[str, str]) -> Json:
    places = zip(run.gids, run.dx, run.dy, run.starts, run.ends, strict=True)
    glyphs = [
        [gid, _round(run.x + dx), _round(run.y + dy), run.element, start, end] for gid, dx, dy, start, end in places
    ]
    says = {
        "kind": "glyphs",
        "font": run.face,
        "size": _round(run.size),
        "writing": run.writing,
        "rotation": run.rotation,
        "ink": run.ink.as_list(),
        "frame": run.frame,
        "line": run.line,
        "text": run.text,
        "clusters": list(run.clusters),
        "glyphs": glyphs,
    }
    return says if run.stretch == 1 else says | {"stretch": run.stretch}


def _picture(picture: Picture, files: Mapping[str, str]) -> Json:
    return {
        "kind": "picture",
        "frame": picture.frame,
        "box": _rect(picture.box),
        "file": files.get(picture.media, picture.media),
        "media": picture.media,
        "crop": [picture.crop.x, picture.crop.y, picture.crop.width, picture.crop.height],
    }


def _rule(rule: Rule, _files: Mapping[str, str]) -> Json:
    ends = {"x1": _round(rule.x1), "y1": _round(rule.y1), "x2": _round(rule.x2), "y2": _round(rule.y2)}
    says = {"kind": "rule", "frame": rule.frame, **ends, "width": _round(rule.width), "ink": rule.ink.as_list()}
    return says | ({"dash": list(rule.dash)} if rule.dash else {})


def _fill(fill: Fill, _files: Mapping[str, str]) -> Json:
    return {"kind": "fill", "frame": fill.frame, "box": _rect(fill.box), "ink": fill.ink.as_list()}


def _clip(clip: Clip, _files: Mapping[str, str]) -> Json:
    return {"kind": "clip", "frame": clip.frame, "box": None if clip.box is None else _rect(clip.box)}


_WRITERS: Mapping[type, Callable[[Any, Mapping[str, str]], Json]] = {
    GlyphRun: _glyphs,
    Picture: _picture,
    Rule: _rule,
    Fill: _fill,
    Clip: _clip,
}


def _read_page(says: Json, items: tuple[Item, ...]) -> PageDisplay:
    if says["kind"] != "page":
        raise ValueError(says["kind"])
    return PageDisplay(
        number=says["number"],
        width=says["width"],
        height=says["height"],
        pitch=says["pitch"],
        first_baseline=says["first_baseline"],
        body=says["body"],
        type_area=Rect(*says["type_area"]),
        frames=tuple(_read_frame(frame) for frame in says["frames"]),
        items=items,
    )


def _read_frame(says: Json) -> DisplayFrame:
    columns = tuple(Rect(*column) for column in says["columns"])
    box, free = Rect(*says["box"]), bool(says.get("free", False))
    return DisplayFrame(says["id"], says["slot"], says["kind"], box, columns, says.get("media"), free)


def _read_glyphs(says: Json) -> GlyphRun:
    glyphs = says["glyphs"]
    first: list[Any] = glyphs[0] if glyphs else [0, 0.0, 0.0, None, 0, 0]
    return GlyphRun(
        face=says["font"],
        size=says["size"],
        x=float(first[1]),
        y=float(first[2]),
        gids=tuple(int(glyph[0]) for glyph in glyphs),
        dx=tuple(glyph[1] - first[1] for glyph in glyphs),
        dy=tuple(glyph[2] - first[2] for glyph in glyphs),
        text=says["text"],
        clusters=tuple(says["clusters"]),
        starts=tuple(glyph[4] for glyph in glyphs),
        ends=tuple(glyph[5] for glyph in glyphs),
        element=first[3],
        frame=says["frame"],
        line=says["line"],
        writing=says["writing"],
        rotation=says["rotation"],
        ink=Ink(*says["ink"]),
        stretch=says.get("stretch", 1.0),
    )


def _read_picture(says: Json) -> Picture:
    return Picture(Rect(*says["box"]), says["media"], says["frame"], Rect(*says["crop"]))


def _read_rule(says: Json) -> Rule:
    place = (says["x1"], says["y1"], says["x2"], says["y2"])
    return Rule(*place, says["width"], says["frame"], Ink(*says["ink"]), tuple(says.get("dash", ())))


def _read_fill(says: Json) -> Fill:
    return Fill(Rect(*says["box"]), says["frame"], Ink(*says["ink"]))


def _read_clip(says: Json) -> Clip:
    return Clip(None if says["box"] is None else Rect(*says["box"]), says["frame"])


_READERS: Mapping[str, Callable[[Json], Item]] = {
    "glyphs": _read_glyphs,
    "picture": _read_picture,
    "rule": _read_rule,
    "fill": _read_fill,
    "clip": _read_clip,
}
