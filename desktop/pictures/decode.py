"""Media → upright pixels for the screen."""

from __future__ import annotations

import sys
from math import ceil

from PIL import Image as ImageModule
from PIL import ImageOps
from PIL.Image import Image

from desktop.model.edition import Media
from desktop.pictures.adobe import is_inverted_twice
from desktop.pictures.drawn import drawn
from desktop.pictures.opening import open_picture, picture_faults

__all__ = ["Image", "decode", "image_from_rgb", "plain_mode", "upright"]

_WIDE_GREY = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_PLAIN = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})


def decode(media: Media) -> Image:
    """Return the picture upright, in mode L, LA, RGB, RGBA or CMYK with 8 bits each; a PDF as drawn for usual print.

    Raises:
        PictureError: The bytes cannot be decoded.
    """
    return upright(media)


def upright(media: Media, least: int = 0) -> Image:
    """Return the picture as ``decode`` does; a JPEG or a PDF smaller, if both sides keep so many pixels (0: all).

    Raises:
        PictureError: The bytes cannot be decoded.
    """
    if media.vectors:
        return drawn(media, ceil(least * max(media.width, media.height) / min(media.width, media.height)))
    with picture_faults(media.name):
        image = open_picture(media.data, media.name)
        if least:
            image.draft(None, (least, least))  # read at a half, a quarter or an eighth
        image.load()
        turned = ImageOps.exif_transpose(image)
        return plain_mode(turned, inverted_twice=is_inverted_twice(media.data, image.mode))


def image_from_rgb(data: bytes, width: int, height: int) -> Image:
    """Return an image of packed RGB bytes."""
    return ImageModule.frombytes("RGB", (width, height), data)


def plain_mode(image: Image, *, inverted_twice: bool = False) -> Image:
    """Return the picture in one of the modes that painters know."""
    if image.mode == "CMYK":
        return ImageModule.eval(image, lambda value: 255 - value) if inverted_twice else image
    if image.mode in _WIDE_GREY:
        return _eight_bits(image)
    if image.mode in _PLAIN and not (image.mode in {"L", "RGB"} and "transparency" in image.info):
        return image
    if image.mode == "I":  # 16-bit samples in 32
        return image.point([min(255, value >> 8) for value in range(65536)], "L")
    if "transparency" in image.info or image.mode in {"PA", "La", "RGBa"}:
        return image.convert("LA" if image.mode in {"1", "L", "La"} else "RGBA")
    return image.convert("L" if image.mode in {"1", "F"} else "RGB")


def _eight_bits(image: Image) -> Image:
    """Return the upper eight bits of 16-bit grey; Pillow's own conversions clip instead."""
    high = 0 if image.mode == "I;16B" or (image.mode == "I;16N" and sys.byteorder == "big") else 1
    return ImageModule.frombytes("L", image.size, image.tobytes()[high::2])
