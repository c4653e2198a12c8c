"""Media → what a PDF's image object holds (PDF 32000-1, 8.9.5): the JPEG file untouched, or plain samples."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.edition import Media
from desktop.pictures.adobe import read_frame
from desktop.pictures.decode import Image, decode
from desktop.pictures.opening import open_picture, orientation_of, picture_faults
from desktop.pictures.plan import ColourPlan

Space = Literal["grey", "rgb", "cmyk"]
_SPACES: dict[int, Space] = {1: "grey", 3: "rgb", 4: "cmyk"}
_MODES: dict[str, Space] = {"L": "grey", "LA": "grey", "RGB": "rgb", "RGBA": "rgb", "CMYK": "cmyk"}
_OPAQUE = 255
_RGB_COMPONENTS = 3
_QUALITY = 92
"""Of a photograph whose colours were turned into inks: no difference is seen on newsprint."""


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
    profile: bytes | None = None
    """The ICC profile that tells what RGB values mean, where a file must say so."""


def encode(media: Media, plan: ColourPlan | None = None) -> EncodedPicture:
    """Return the picture for embedding, its colours as the plan has it.

    Raises:
        PictureError: The bytes cannot be decoded.
    """
    if plan is None or plan.kind == "left":
        return _as_it_is(media)
    from desktop.pictures.colour import on_paper, profile_of, separated

    frame = read_frame(media.data)
    if frame is not None and frame.plain and frame.components != _RGB_COMPONENTS:
        return _as_it_is(media)
    with picture_faults(media.name):
        source = profile_of(open_picture(media.data, media.name))
    if plan.kind == "tagged":
        return _tagged(_as_it_is(media), source)
    image = decode(media)
    if plan.flat and image.mode in {"LA", "RGBA"}:
        image = on_paper(image)
    if image.mode not in {"RGB", "RGBA"}:
        return _samples(image)
    made = separated(image.convert("RGB"), source, plan)
    alpha = _alpha(image)
    if frame is None:
        return EncodedPicture(made.width, made.height, "cmyk", made.tobytes(), jpeg=False, alpha=alpha)
    # What was a photograph stays one: samples would take ten times the room.
    data = BytesIO()
    made.save(data, "JPEG", quality=_QUALITY, subsampling=0)
    return EncodedPicture(made.width, made.height, "cmyk", data.getvalue(), jpeg=True, inverted=True)


def _tagged(picture: EncodedPicture, profile: bytes) -> EncodedPicture:
    return replace(picture, profile=profile) if picture.space == "rgb" else picture


def _as_it_is(media: Media) -> EncodedPicture:
    frame = read_frame(media.data)
    if frame is None or not frame.plain:
        return _samples(decode(media))
    with picture_faults(media.name):
        turn = orientation_of(open_picture(media.data, media.name))
    space = _SPACES[frame.components]
    inverted = space == "cmyk" and frame.adobe
    return EncodedPicture(frame.width, frame.height, space, media.data, jpeg=True, inverted=inverted, orientation=turn)


def _samples(image: Image) -> EncodedPicture:
    space, alpha = _MODES[image.mode], _alpha(image)
    if image.mode in {"LA", "RGBA"}:
        image = image.convert("L" if space == "grey" else "RGB")
    return EncodedPicture(image.width, image.height, space, image.tobytes(), jpeg=False, alpha=alpha)


def _alpha(image: Image) -> bytes | None:
    """Return how opaque pixels are, None where all are wholly so."""
    if image.mode not in {"LA", "RGBA"}:
        return None
    band = image.getchannel("A")
    return None if band.getextrema()[0] == _OPAQUE else band.tobytes()
