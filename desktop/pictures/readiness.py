"""What a placed PDF lacks for a press or an archive: its faces, inks, opacity, the words that its glyphs stand for."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Any

from desktop.model.edition import Media
from desktop.pictures.pagecheck import inflated, reached
from desktop.pictures.placed import inherited, opened_page

_KNOWN = 64
_MOST_CONTENT = 256 * 1024 * 1024
_SIMPLE = frozenset({"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"})
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_RGB_SPACES = frozenset({"/DeviceRGB", "/CalRGB"})
_SETTING_RGB = re.compile(rb"(?:^|[\s\d.])[\d.]+\s+(?:rg|RG)(?=[\s\]/(<]|$)")
_OPAQUE = frozenset({"/Normal", "/Compatible"})


class Lack(StrEnum):
    """Why a press would refuse a placed PDF."""

    FACES = "faces"
    INKS = "inks"
    OPACITY = "opacity"
    WORDS = "words"


@lru_cache(maxsize=_KNOWN)
def lacks(media: Media) -> frozenset[Lack]:
    """Return what a placed PDF lacks.

    Raises:
        PictureError: It cannot be read.
    """
    with opened_page(media.data, media.name) as (_, page, _placed):
        found: set[Lack] = set()
        for item in reached([page.get("/Contents"), page.get("/Group"), inherited(page, "/Resources")], media.name):
            found |= _lacks(item)
        return frozenset(found)


def _lacks(item: Any) -> set[Lack]:
    from pikepdf import Stream

    found: set[Lack] = set()
    if str(item.get("/Subtype", "")) in _SIMPLE and "/BaseFont" in item and not _has_program(item):
        found.add(Lack.FACES)
    if str(item.get("/Subtype", "")) == "/Type0" and "/ToUnicode" not in item:
        found.add(Lack.WORDS)
    if _is_rgb(item.get("/ColorSpace")) or _is_rgb(item.get("/CS")) or _names_rgb(item.get("/ColorSpace")):
        found.add(Lack.INKS)
    if _is_transparent(item):
        found.add(Lack.OPACITY)
    content = isinstance(item, Stream) and str(item.get("/Subtype", "")) in {"", "/Form"} and "/N" not in item
    if content and _SETTING_RGB.search(inflated(item, _MOST_CONTENT) or b""):
        found.add(Lack.INKS)
    return found


def _has_program(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in _PROGRAMS)


def _is_rgb(space: Any) -> bool:
    from pikepdf import Array, Name

    if isinstance(space, Name):
        return str(space) in _RGB_SPACES
    if not isinstance(space, Array) or not len(space):
        return False
    kind = str(space[0])
    if kind == "/ICCBased":
        return int(space[1].get("/N", 0)) == 3
    return kind in _RGB_SPACES or (kind == "/Indexed" and _is_rgb(space[1]))


def _names_rgb(spaces: Any) -> bool:
    """Tell whether a resource dictionary names a space of RGB."""
    from pikepdf import Dictionary

    return isinstance(spaces, Dictionary) and any(_is_rgb(space) for _, space in spaces.items())


def _is_transparent(item: Any) -> bool:
    mask = item.get("/SMask")
    masked = mask is not None and str(mask) != "/None"
    faint = any(float(item.get(key, 1)) < 1 for key in ("/ca", "/CA") if _is_number(item.get(key)))
    mode = item.get("/BM")
    return masked or faint or (mode is not None and str(mode) not in _OPAQUE)


def _is_number(value: Any) -> bool:
    from decimal import Decimal

    return isinstance(value, (int, float, Decimal))
