"""Colours of a picture brought to a press's inks through ICC profiles (ICC.1:2010), by LittleCMS."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image as ImageModule
from PIL import ImageChops, ImageCms
from PIL.Image import Image

from desktop.pictures.plan import PicturePlan

_INTENTS = {"perceptual": ImageCms.Intent.PERCEPTUAL, "relative": ImageCms.Intent.RELATIVE_COLORIMETRIC}
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_DATE, _YEAR = slice(24, 36), 2000  # of a profile's header; the moment of making it is none of the file's business
_STRAY = 0.001
"""The part of a picture's pixels that may carry more ink than it is said to: noise is no solid."""


def srgb_profile() -> bytes:
    """Return an sRGB profile (IEC 61966-2-1), the same bytes at every time."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[: _DATE.start] + struct.pack(">6H", _YEAR, 1, 1, 0, 0, 0) + made[_DATE.stop :]


def profile_of(image: Image) -> bytes:
    """Return the profile that an RGB picture brings along where it is sound and one of RGB, else that of sRGB."""
    own = image.info.get("icc_profile")
    if isinstance(own, bytes):
        try:
            if ImageCms.ImageCmsProfile(BytesIO(own)).profile.xcolor_space.strip() == "RGB":
                return own
        except (OSError, ImageCms.PyCMSError):
            pass
    return srgb_profile()


def separated(image: Image, source: bytes, plan: PicturePlan) -> Image:
    """Return an RGB image in the inks of a plan's profile."""
    transform = ImageCms.buildTransform(
        BytesIO(source), BytesIO(plan.profile), "RGB", "CMYK", _INTENTS[plan.rendering], _FLAGS
    )
    made = ImageCms.applyTransform(image, transform)
    if made is None:
        raise ValueError("a transform that was not applied in place returns an image")
    return made


def on_paper(image: Image) -> Image:
    """Return an image with transparency laid on white paper, in mode L or RGB."""
    solid = image.mode.removesuffix("A")
    paper = ImageModule.new(solid, image.size, "white")
    paper.paste(image.convert(solid), mask=image.getchannel("A"))
    return paper


def most_ink(image: Image) -> float:
    """Return the most ink on a spot of a CMYK image in percent of a solid, 0 to 400, exact to two; strays left out."""
    cyan, magenta, yellow, black = image.split()
    pairs = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    counts = ImageChops.add(*pairs, scale=2).histogram()
    left = _STRAY * image.width * image.height
    for level in range(255, 0, -1):
        left -= counts[level]
        if left < 0:
            return 400 * level / 255
    return 0.0
