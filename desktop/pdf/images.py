"""Media → image objects (PDF 32000-1, 8.9.5), transparency as a soft mask (11.6.5.2)."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from desktop.model.edition import Media
from desktop.pdf.deflate import Deflater
from desktop.pdf.objects import PDFName, deflated, stream
from desktop.pdf.page import Placement
from desktop.pictures import EncodedPicture, encode

_SPACES = MappingProxyType({"grey": "DeviceGray", "rgb": "DeviceRGB", "cmyk": "DeviceCMYK"})
_INVERTED = "[1 0 1 0 1 0 1 0]"

# What turns an image's unit square (first row at the top) upright, by EXIF orientation: a b c d e f of 8.3.4.
_UPRIGHT: MappingProxyType[int, Placement] = MappingProxyType(
    {
        1: (1, 0, 0, 1, 0, 0),
        2: (-1, 0, 0, 1, 1, 0),
        3: (-1, 0, 0, -1, 1, 1),
        4: (1, 0, 0, -1, 0, 1),
        5: (0, -1, -1, 0, 1, 1),
        6: (0, -1, 1, 0, 0, 1),
        7: (0, 1, 1, 0, 0, 0),
        8: (0, 1, -1, 0, 1, 0),
    }
)


class PlacedImage(Struct, frozen=True):
    """An image object, its resource name and how to turn it upright."""

    resource: str
    image: Any
    upright: Placement

    def placement(self) -> tuple[str, Placement]:
        """Return what a page needs to show it."""
        return self.resource, self.upright


class ImageEmbedder:
    """Embeds pictures in document after document, each encoded once as long as it is shown."""

    def __init__(self, deflater: Deflater) -> None:
        self._deflater = deflater
        self._kept: dict[str, tuple[Media, EncodedPicture, bytes]] = {}
        self._used: dict[str, tuple[Media, EncodedPicture, bytes]] = {}

    def embed(self, media: Media, resource: str, document: Any) -> PlacedImage:
        """Return the image object of a picture; a JPEG file goes in byte for byte.

        Raises:
            PictureError: The picture cannot be decoded.
        """
        kept = self._kept.get(media.id)
        if kept is None or kept[0] is not media:
            picture = encode(media)
            kept = (media, picture, hashlib.sha256(picture.data).digest())
        self._used[media.id] = kept
        _, picture, digest = kept
        document.updateSignature(digest)
        entries = _entries(picture, _SPACES[picture.space])
        if picture.inverted:
            entries["Decode"] = _INVERTED
        if picture.alpha is not None:
            alpha = deflated(self._deflater.deflate(picture.alpha), _entries(picture, "DeviceGray"))
            entries["SMask"] = document.Reference(alpha)
        if picture.jpeg:
            image = stream(picture.data, {**entries, "Filter": PDFName("DCTDecode")}, compress=False)
        else:
            image = deflated(self._deflater.deflate(picture.data), entries)
        return PlacedImage(resource, image, _UPRIGHT[picture.orientation])

    def end_file(self) -> None:
        """Drop what was not shown since the last file's end."""
        self._kept, self._used = self._used, {}


def _entries(picture: EncodedPicture, space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName(space),
        "BitsPerComponent": 8,
    }
