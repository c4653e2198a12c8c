"""A placed PDF → pixels for the screen, as many as are asked for."""

from __future__ import annotations

from PIL import Image as ImageModule
from PIL.Image import Image

from desktop.errors import PictureError
from desktop.model.edition import Media
from desktop.pictures.placed import UNITS, opened_page

MOST_PIXELS = 24_000_000
"""Four times the pixels of a large screen, beyond which nobody sees more."""

_USUAL = 300
"""Dots for an inch of the page where nobody says how many are wanted."""


def drawn(media: Media, longest: int = 0) -> Image:
    """Return a placed page in RGBA, upright, the paper clear; its resolution is the least that is asked for.

    Args:
        media: a PDF.
        longest: pixels of the longer side, bounded by ``MOST_PIXELS`` in all; 0 for those of usual print.

    Raises:
        PictureError: It cannot be read.
    """
    from desktop.pictures.pdfium import PdfiumError, pixels_of_page

    width, height = size_of_drawing(media, longest)
    with opened_page(media.data, media.name) as (_, _, placed):
        box = placed.box
    try:
        rows = pixels_of_page(media.data, box, width, height)
    except PdfiumError as problem:
        text = "The picture “{name}” is damaged or cut off; get the file again."
        raise PictureError(text, name=media.name) from problem
    return ImageModule.frombytes("RGBA", (width, height), rows)


def size_of_drawing(media: Media, longest: int = 0) -> tuple[int, int]:
    """Return the pixels that ``drawn`` gives, across and down."""
    scale = longest / max(media.width, media.height) if longest else _USUAL / UNITS
    scale = min(scale, (MOST_PIXELS / (media.width * media.height)) ** 0.5)
    return max(1, round(media.width * scale)), max(1, round(media.height * scale))
