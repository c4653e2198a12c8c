"""Pictures made on the spot: quarters red, green, blue and yellow, so that turning and cutting shows."""

from __future__ import annotations

import io

from PIL import Image

RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
QUARTERS = {(0.25, 0.25): RED, (0.75, 0.25): GREEN, (0.25, 0.75): BLUE, (0.75, 0.75): YELLOW}
"""Colour by place in the upright picture."""

# How a camera stores an upright picture for each EXIF orientation.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(width: int = 160, height: int = 80) -> Image.Image:
    image = Image.new("RGB", (width, height))
    for (x, y), colour in QUARTERS.items():
        left, top = int((x - 0.25) * width), int((y - 0.25) * height)
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def file_of(image: Image.Image, kind: str, **options) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def jpeg(image: Image.Image | None = None, **options) -> bytes:
    return file_of(image or quarters(), "JPEG", quality=95, subsampling=0, **options)


def turned_jpeg(orientation: int) -> bytes:
    """A JPEG that is upright once the orientation is honoured."""
    image, how = quarters(), _STORED[orientation]
    exif = Image.Exif()
    exif[274] = orientation
    return jpeg(image.transpose(how) if how is not None else image, exif=exif)


def without_adobe_marker(data: bytes) -> bytes:
    """The file without APP14, as some scanners write CMYK."""
    at = data.index(b"\xff\xee")
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4]) :]
