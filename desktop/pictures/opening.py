"""Opening a picture file: only known formats, only sizes that a page can need, and every fault as one sentence."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from desktop.errors import PictureError

PIXEL_LIMIT = 150_000_000
"""More pixels are refused before anything is decoded: a broadsheet page at 600 dpi has 123 million."""

FORMATS = ("JPEG", "PNG", "TIFF")
"""What a page takes. A camera's MPO is a JPEG with more pictures behind the first one, and is read as a JPEG."""

ORIENTATION = 274  # EXIF 2.3, 4.6.4
# What Pillow's decoders raise on damaged files: each format's own mixture.
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, struct.error, zlib.error)


@contextmanager
def picture_faults(name: str) -> Iterator[None]:
    """Turn what a decoder raises into a sentence that names the file."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures and odd tags; the size is checked here, oddities do not matter.
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except UnidentifiedImageError as problem:
        raise PictureError("“{name}” is not a JPEG, PNG, TIFF or PDF picture.", name=name) from problem
    except (Image.DecompressionBombError, MemoryError) as problem:
        raise _too_large(name) from problem
    except _FAULTS as problem:
        raise PictureError("The picture “{name}” is damaged or cut off; get the file again.", name=name) from problem


def open_picture(data: bytes, name: str) -> Image.Image:
    """Return the picture with nothing but its header read; call inside ``picture_faults``.

    Raises:
        PictureError: It has no or too many pixels.
    """
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_large(name)
    return image


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 (upright) to 8; 1 where the file tells nonsense."""
    try:
        value = image.getexif().get(ORIENTATION, 1)
    except _FAULTS:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _too_large(name: str) -> PictureError:
    return PictureError(
        "The picture “{name}” has more than {limit} million pixels; make it smaller first.",
        name=name,
        limit=PIXEL_LIMIT // 1_000_000,
    )
