"""Media → what a PDF's image object holds (PDF 32000-1, 8.9.5): the JPEG file untouched, or plain samples."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PIL.Image import Resampling

from desktop.model.edition import Media
from desktop.pictures.adobe import JpegFrame, read_frame
from desktop.pictures.decode import Image, decode
from desktop.pictures.opening import open_picture, orientation_of, picture_faults
from desktop.pictures.plan import PicturePlan

Space = Literal["grey", "rgb", "cmyk"]
_SPACES: dict[int, Space] = {1: "grey", 3: "rgb", 4: "cmyk"}
_MODES: dict[str, Space] = {"L": "grey", "LA": "grey", "RGB": "rgb", "RGBA": "rgb", "CMYK": "cmyk"}
_OPAQUE = 255
_RGB_COMPONENTS = 3
_QUALITY = 92
"""Of a photograph whose values were changed: no difference is seen on newsprint."""
_SLACK = 1.25
"""A picture that is finer than it may be by less is left: to be made smaller costs sharpness."""
_CLEAR, _COLOURED = frozenset({"LA", "RGBA"}), frozenset({"RGB", "RGBA"})
_ALPHA = "banxin-alpha"


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


def encode(media: Media, plan: PicturePlan | None = None) -> EncodedPicture:
    """Return the picture for embedding, its colours and its resolution as the plan has them.

    A JPEG file goes through byte for byte unless the plan changes its values.

    Raises:
        PictureError: The bytes cannot be decoded.
    """
    plan = plan or PicturePlan()
    frame = read_frame(media.data)
    smaller = bool(plan.most) and media.width > plan.most * _SLACK
    inked = plan.kind == "process" and (frame is None or frame.components == _RGB_COMPONENTS)
    if frame is not None and frame.plain and not smaller and not inked:
        made = _untouched(media, frame)
    else:
        image = _resized(decode(media), plan.most) if smaller else decode(media)
        changed = smaller or (inked and image.mode in _COLOURED)
        photograph = frame is not None and changed
        image = _in_inks(image, media, plan) if inked else image
        made = _photograph(image) if photograph else _samples(image)
    if plan.kind == "tagged" and made.space == "rgb":
        return replace(made, profile=_source(media))
    return made


def _untouched(media: Media, frame: JpegFrame) -> EncodedPicture:
    with picture_faults(media.name):
        turn = orientation_of(open_picture(media.data, media.name))
    space = _SPACES[frame.components]
    inverted = space == "cmyk" and frame.adobe
    return EncodedPicture(frame.width, frame.height, space, media.data, jpeg=True, inverted=inverted, orientation=turn)


def _resized(image: Image, width: int) -> Image:
    """Return an image so many pixels wide; three lobes of a sinc keep edges as sharp as newsprint can show."""
    return image.resize((width, max(1, round(image.height * width / image.width))), Resampling.LANCZOS)


def _in_inks(image: Image, media: Media, plan: PicturePlan) -> Image:
    """Return an image in a press's inks, with the transparency that it has left as mode ``RGBA`` no longer can."""
    from desktop.pictures.colour import on_paper, separated

    if plan.flat and image.mode in _CLEAR:
        image = on_paper(image)
    if image.mode not in _COLOURED:
        return image
    made = separated(image.convert("RGB"), _source(media), plan)
    if image.mode in _CLEAR:
        made.info[_ALPHA] = image.getchannel("A")
    return made


def _source(media: Media) -> bytes:
    """Return the profile that says what a picture's RGB values mean."""
    from desktop.pictures.colour import profile_of

    with picture_faults(media.name):
        return profile_of(open_picture(media.data, media.name))


def _photograph(image: Image) -> EncodedPicture:
    """Return what was a photograph as one again: samples would take ten times the room."""
    space, data = _MODES[image.mode], BytesIO()
    image.save(data, "JPEG", quality=_QUALITY, subsampling=0)
    # Pillow writes inks as Adobe's programs do, inverted.
    return EncodedPicture(image.width, image.height, space, data.getvalue(), jpeg=True, inverted=space == "cmyk")


def _samples(image: Image) -> EncodedPicture:
    space, alpha = _MODES[image.mode], _alpha(image)
    if image.mode in _CLEAR:
        image = image.convert("L" if space == "grey" else "RGB")
    return EncodedPicture(image.width, image.height, space, image.tobytes(), jpeg=False, alpha=alpha)


def _alpha(image: Image) -> bytes | None:
    """Return how opaque pixels are, None where all are wholly so."""
    band = image.getchannel("A") if image.mode in _CLEAR else image.info.get(_ALPHA)
    return None if band is None or band.getextrema()[0] == _OPAQUE else bytes(band.tobytes())
