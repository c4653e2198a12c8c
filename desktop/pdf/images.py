"""Media → image objects (PDF 32000-1, 8.9.5), transparency as a soft mask (11.6.5.2); placed PDFs as forms."""

from __future__ import annotations

import hashlib
from math import ceil
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from desktop.model.edition import Media
from desktop.model.press import PressPreset, Standard
from desktop.pdf.deflate import Deflater
from desktop.pdf.forms import FormEmbedder
from desktop.pdf.objects import PDFArray, PDFName, deflated, stream
from desktop.pdf.page import UNIT, Placement, Shown
from desktop.pictures import EncodedPicture, PicturePlan, encode

_SPACES = MappingProxyType({"grey": "DeviceGray", "rgb": "DeviceRGB", "cmyk": "DeviceCMYK"})
_RGB = 3
_INVERTED = "[1 0 1 0 1 0 1 0]"

# What turns an image's unit square (first row at the top) upright, by EXIF orientation: a b c d e f of 8.3.4.
_UPRIGHT: MappingProxyType[int, Placement] = MappingProxyType(
    {
        1: UNIT,
        2: (-1, 0, 0, 1, 1, 0),
        3: (-1, 0, 0, -1, 1, 1),
        4: (1, 0, 0, -1, 0, 1),
        5: (0, -1, -1, 0, 1, 1),
        6: (0, -1, 1, 0, 0, 1),
        7: (0, 1, 1, 0, 0, 0),
        8: (0, 1, -1, 0, 1, 0),
    }
)


def plan_for(press: PressPreset, points: float) -> PicturePlan:
    """Return what becomes of a picture that is shown so many points wide in a press's file, or an archive's."""
    if press.standard is Standard.A2U:
        return PicturePlan("tagged")
    if press.condition is None or not press.standard.is_print:
        return PicturePlan()
    most = ceil(points / 72 * press.most_dpi)
    flat = press.standard is Standard.X1A
    return PicturePlan("process", press.condition.profile, press.rendering, flat=flat, most=most)


class PlacedImage(Struct, frozen=True):
    """An image object or a form, its resource name and how to turn it upright."""

    resource: str
    image: Any
    upright: Placement
    form: bool = False

    def placement(self) -> Shown:
        """Return what a page needs to show it."""
        return Shown(self.resource, self.upright, self.form)


class ImageEmbedder:
    """Embeds pictures in document after document, each encoded once as long as it is shown."""

    def __init__(self, deflater: Deflater) -> None:
        self._deflater = deflater
        self._forms = FormEmbedder()
        self._profiles: dict[bytes, Any] = {}
        self._kept: dict[tuple[str, PicturePlan], tuple[Media, EncodedPicture, bytes]] = {}
        self._used: dict[tuple[str, PicturePlan], tuple[Media, EncodedPicture, bytes]] = {}

    def embed(self, media: Media, resource: str, document: Any, plan: PicturePlan) -> PlacedImage:
        """Return the object of a picture: a JPEG byte for byte where the plan leaves its values, a PDF as a form.

        Raises:
            PictureError: The picture cannot be decoded.
        """
        if media.vectors:
            return PlacedImage(resource, self._forms.embed(media, document), UNIT, form=True)
        key = (media.id, plan)
        kept = self._kept.get(key)
        if kept is None or kept[0] is not media:
            picture = encode(media, plan)
            kept = (media, picture, hashlib.sha256(picture.data).digest())
        self._used[key] = kept
        _, picture, digest = kept
        document.updateSignature(digest)
        entries = _entries(picture, self._space(picture, document))
        if picture.inverted:
            entries["Decode"] = _INVERTED
        if picture.alpha is not None:
            alpha = deflated(self._deflater.deflate(picture.alpha), _entries(picture, PDFName("DeviceGray")))
            entries["SMask"] = document.Reference(alpha)
        if picture.jpeg:
            image = stream(picture.data, {**entries, "Filter": PDFName("DCTDecode")}, compress=False)
        else:
            image = deflated(self._deflater.deflate(picture.data), entries)
        return PlacedImage(resource, image, _UPRIGHT[picture.orientation])

    def _space(self, picture: EncodedPicture, document: Any) -> object:
        """Return a picture's colour space; each profile stands in the file once (PDF 32000-1, 8.6.5.5)."""
        if picture.profile is None:
            return PDFName(_SPACES[picture.space])
        if picture.profile not in self._profiles:
            entries: dict[str, object] = {"N": _RGB, "Alternate": PDFName("DeviceRGB")}
            self._profiles[picture.profile] = document.Reference(stream(picture.profile, entries))
        return PDFArray([PDFName("ICCBased"), self._profiles[picture.profile]])

    def end_file(self) -> None:
        """Drop what was not shown since the last file's end."""
        self._kept, self._used = self._used, {}
        self._profiles = {}
        self._forms.end_file()


def _entries(picture: EncodedPicture, space: object) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": space,
        "BitsPerComponent": 8,
    }
