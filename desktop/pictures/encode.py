"""Media → what a PDF's image object holds (PDF 32000-1, 8.9.5): the JPEG file untouched, or plain samples."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desktop.model.edition import Media
from desktop.pictures.adobe import read_frame
from desktop.pictures.decode import Image, decode
from desktop.pictures.opening import open_picture, orientation_of, picture_faults

Space = Literal["grey", "rgb", "cmyk"]
_SPACES: dict[int, Space] = {1: "grey", 3: "rgb", 4: "cmyk"}
_MODES: dict[str, Space] = {"L": "grey", "LA": "grey", "RGB": "rgb", "RGBA": "rgb", "CMYK": "cmyk"}
_OPAQUE = 255


class EncodedPicture(Struct, frozen=True):
    """Samples with 8 bits for each component, rows from the top.

    ``width`` and ``height`` are those of the stored rows; ``orientation`` (EXIF, 1 to 8) says how to turn them upright.
    ``inverted``: 255 means no ink. ``alpha`` is one byte for each pixel, None where all is opaque.
    """

    width: int
    height: int
    space: Space
    data: bytes
    jpeg: bool
    inverted: bool = False
    orientation: int = 1
    alpha: bytes | None = None


def encode(media: Media) -> EncodedPicture:
    """Return the picture for embedding.

    Raises:
        PictureError: The bytes cannot be decoded.
    """
    frame = read_frame(media.data)
    if frame is None or not frame.plain:
        return _samples(decode(media))
    with picture_faults(media.name):
        turn = orientation_of(open_picture(media.data, media.name))
    space = _SPACES[frame.components]
    inverted = space == "cmyk" and frame.adobe
    return EncodedPicture(frame.width, frame.height, space, media.data, jpeg=True, inverted=inverted, orientation=turn)


def _samples(image: Image) -> EncodedPicture:
    space = _MODES[image.mode]
    alpha = None
    if image.mode in {"LA", "RGBA"}:
        band = image.getchannel("A")
        alpha = None if band.getextrema()[0] == _OPAQUE else band.tobytes()
        image = image.convert("L" if space == "grey" else "RGB")
    return EncodedPicture(image.width, image.height, space, image.tobytes(), jpeg=False, alpha=alpha)
