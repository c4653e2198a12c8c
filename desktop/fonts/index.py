"""The index of the system's fonts: read from a cache, brought up to date, written back.

Opening a thousand font files takes seconds, asking for their sizes and times some milliseconds. The cache is a JSON
object: ``version``, and ``files``, which maps each path to its modification time in nanoseconds, its size in
bytes, its faces, and the reason when it was passed over. A cache that cannot be read is made anew.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from desktop.errors import FontError
from desktop.fonts.cachefile import write_whole
from desktop.fonts.describe import describe
from desktop.fonts.face import map_file
from desktop.fonts.info import BrokenFont, FaceInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSION = 1
SUFFIXES = frozenset((".otf", ".ttf", ".otc", ".ttc"))


class FontIndex(Struct, frozen=True):
    """What a look through the font folders found."""

    faces: tuple[FaceInfo, ...]
    """By family, weight and id; of faces with one id, the one in the earlier folder."""
    broken: tuple[BrokenFont, ...]


def scan(folders: Iterable[Path], cache: Path) -> FontIndex:
    """Look through the folders, reading only files that are new or changed since the cache was written."""
    known = _read_cache(cache)
    entries = {os.fspath(path): _entry(path, known.get(os.fspath(path))) for path in _font_files(folders)}
    if entries != known:
        _write_cache(cache, entries)
    faces: dict[str, FaceInfo] = {}
    broken: list[BrokenFont] = []
    for name, entry in entries.items():
        for info in _faces(Path(name), entry):
            faces.setdefault(info.id, info)
        if entry["broken"]:
            broken.append(BrokenFont(Path(name), entry["broken"]))
    ordered = sorted(faces.values(), key=lambda info: (info.family, info.weight, info.id))
    return FontIndex(tuple(ordered), tuple(broken))


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the font files below the folders, in an order that does not hang on the file system."""
    for folder in folders:
        for place, subfolders, names in os.walk(folder):
            subfolders.sort()
            for name in sorted(names):
                if os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122 - a Path for each file is slow
                    yield Path(place, name)


def _entry(path: Path, known: dict[str, Any] | None) -> dict[str, Any]:
    """Return the cache's entry for a file, kept when the file is as it was."""
    try:
        status = path.stat()
        if known and known["mtime"] == status.st_mtime_ns and known["size"] == status.st_size:
            return known
        stamp = {"mtime": status.st_mtime_ns, "size": status.st_size}
        return {**stamp, "faces": [_record(info) for info in describe(path, map_file(path))], "broken": ""}
    except OSError as problem:
        return {"mtime": 0, "size": 0, "faces": [], "broken": problem.strerror or str(problem)}
    except FontError as problem:
        return {**stamp, "faces": [], "broken": str(problem)}


def _record(info: FaceInfo) -> dict[str, Any]:
    record = asdict(info)
    del record["path"]
    record["axes"] = [list(axis) for axis in info.axes]
    return record


def _faces(path: Path, entry: dict[str, Any]) -> Iterator[FaceInfo]:
    for record in entry["faces"]:
        axes = tuple((tag, value) for tag, value in record["axes"])
        yield FaceInfo(**{**record, "path": path, "axes": axes})


def _read_cache(cache: Path) -> dict[str, dict[str, Any]]:
    try:
        content = json.loads(cache.read_text(encoding="utf-8"))
        files: dict[str, dict[str, Any]] = content["files"] if content["version"] == VERSION else {}
        for name, entry in files.items():
            list(_faces(Path(name), entry))
            entry["mtime"], entry["size"], entry["broken"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return files


def _write_cache(cache: Path, entries: dict[str, dict[str, Any]]) -> None:
    """Write the cache whole or not at all; a folder that cannot be written costs time, not the fonts."""
    content = json.dumps({"version": VERSION, "files": entries}, ensure_ascii=False, indent=1)
    with contextlib.suppress(OSError):
        write_whole(cache, content.encode("utf-8", "surrogateescape"))
