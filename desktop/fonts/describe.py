"""The faces that a font file holds: one, a collection's several, or a variable font's named instances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.errors import FontError
from desktop.fonts.info import FaceInfo
from desktop.fonts.tables import OUTLINES, may_embed, read_style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import uharfbuzz as hb

_FAMILY, _STYLE, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_STYLE = 1, 2, 6, 16, 17
_NO_NAME = 0xFFFF


def describe(path: Path, blob: hb.Blob, face_id: str = "") -> tuple[FaceInfo, ...]:
    """Return a file's faces, each under its PostScript name, or under the given id.

    Raises:
        FontError: the file holds no face with outlines.
    """
    import uharfbuzz as hb

    found: list[FaceInfo] = []
    face = hb.Face(blob, 0)
    for index in range(min(face.count, 256)):
        face = hb.Face(blob, index)
        if face.glyph_count and OUTLINES.intersection(face.table_tags):
            found += _instances(face, _plain(face, path, index, face_id))
    if not found:
        raise FontError("{path} holds no face with outlines; it cannot be used.", path=path)
    return tuple(found)


def _plain(face: hb.Face, path: Path, index: int, face_id: str) -> FaceInfo:
    """Describe a face as it stands, without regard to axes."""
    family = face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(_FAMILY) or path.stem
    style = read_style(face)
    tags = face.table_tags
    return FaceInfo(
        id=face_id or face.get_name(_POSTSCRIPT) or (f"{path.stem}-{index}" if index else path.stem),
        family=family,
        local_family=face.get_name(_TYPOGRAPHIC_FAMILY, "zh-cn") or face.get_name(_FAMILY, "zh-cn") or family,
        style=face.get_name(_TYPOGRAPHIC_STYLE) or face.get_name(_STYLE) or "Regular",
        weight=style.weight,
        path=path,
        index=index,
        vertical="vhea" in tags and "vmtx" in tags,
        embedding=may_embed(style.fs_type),
    )


def _instances(face: hb.Face, plain: FaceInfo) -> Iterator[FaceInfo]:
    """Yield a static face as it is, a variable one at its default and at each named instance."""
    axes = face.axis_infos
    if not axes:
        yield plain
        return
    default = tuple(float(axis.default_value) for axis in axes)
    places = {default: (plain.id, plain.style)}
    for instance in face.named_instances:
        place = tuple(float(value) for value in instance.design_coords)
        style = face.get_name(instance.subfamily_name_id) or plain.style
        known = instance.postscript_name_id != _NO_NAME and face.get_name(instance.postscript_name_id)
        places[place] = (known or f"{plain.id.partition('-')[0]}-{style.replace(' ', '')}", style)
    for place, (face_id, style) in places.items():
        pinned = tuple((axis.tag, value) for axis, value in zip(axes, place, strict=True))
        weight = round(dict(pinned).get("wght", plain.weight))
        yield replace(plain, id=face_id, style=style, weight=weight, axes=pinned)
