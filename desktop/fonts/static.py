"""One face, one file: a collection's face or a variable font's instance as a static sfnt, cached on disk.

Qt opens only the first face of a collection and knows no axes, and a PDF holds neither; so HarfBuzz, the screen and
the PDF all get the file made here, with the source's glyph ids.
"""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

from desktop.errors import FontError
from desktop.fonts.cachefile import write_whole
from desktop.fonts.face import map_file
from desktop.fonts.tables import OUTLINES

if TYPE_CHECKING:
    from pathlib import Path

    import uharfbuzz as hb

    from desktop.fonts.info import FaceInfo

_COLLECTION = b"ttcf"


def static_blob(info: FaceInfo, cache: Path) -> hb.Blob:
    """Return a face's own sfnt: its file if that is one, otherwise one made from it and kept in the cache.

    Raises:
        FontError: the file cannot be read, or HarfBuzz cannot make an instance of it.
    """
    if not info.axes and not _is_collection(info.path):
        return map_file(info.path)
    target = cache / f"{_key(info)}.sfnt"
    if not target.is_file():
        content = _extract(info)
        try:
            write_whole(target, content)
        except OSError:
            import uharfbuzz as hb

            return hb.Blob(content)
    return map_file(target)


def _is_collection(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as stream:
        return stream.read(4) == _COLLECTION
    return False


def _key(info: FaceInfo) -> str:
    """Return a digest of all that the result hangs on, HarfBuzz's version included."""
    import uharfbuzz as hb

    try:
        with info.path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256")
    except OSError as problem:
        raise FontError("The font file {path} cannot be read; is it still there?", path=info.path) from problem
    digest.update(repr((info.index, info.axes, hb.version_string())).encode())
    return digest.hexdigest()


def _extract(info: FaceInfo) -> bytes:
    """Make a static sfnt with all glyphs, under their old ids."""
    import uharfbuzz as hb

    face = hb.Face(map_file(info.path), info.index)
    request = hb.SubsetInput()
    request.keep_everything()
    request.flags |= hb.SubsetFlags.RETAIN_GIDS
    for tag, value in info.axes:
        request.pin_axis_location(face, tag, value)
    if info.axes:
        # A PDF holds CFF, but no CFF2 (ISO 32000-1, 9.9).
        request.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    else:
        # Nothing changes: tables are copied as they lie.
        request.no_subset_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in face.table_tags)
    try:
        static = request.subset(face)
    except RuntimeError:
        static = None
    # Asked to pin some rare fonts, HarfBuzz 15.0 reports success and leaves the outlines out.
    if static is None or OUTLINES.isdisjoint(static.table_tags):
        raise FontError(
            "Face “{face}” cannot be taken out of {path}; choose another face.", face=info.id, path=info.path
        )
    content: bytes = static.blob.data
    return content
