"""Media → images for the screen, decoded and made smaller once; placed PDFs are drawn as finely as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from desktop.errors import PictureError
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pictures import Image, decode, drawn, size_of_drawing

_MOST_PIXELS = 24_000_000
"""Larger pictures are kept smaller: four times the pixels of a large screen, beyond which nobody sees more."""

_COARSEST = 256
"""Pixels of the longer side of the coarsest drawing of a placed PDF."""

_FORMATS = {"L": QImage.Format.Format_Grayscale8, "RGB": QImage.Format.Format_RGB888}
_KEPT = 64
"""Pictures kept in the size in which they are shown."""


class MediaImages:
    """Images by media id; a picture that cannot be decoded has none.

    Args:
        media: the pictures by id.
    """

    def __init__(self, media: Mapping[str, Media]) -> None:
        self._media = dict(media)
        self._images: dict[str, QImage | None] = {}
        self._sized: dict[tuple[str, Rect, int, int], QImage] = {}
        self._drawn: dict[str, QImage | None] = {}

    def updated(self, media: Mapping[str, Media]) -> MediaImages:
        """Return the images of other media, those that are the same being kept; itself if all are."""
        if len(media) == len(self._media) and all(self._media.get(key) is value for key, value in media.items()):
            return self
        fresh = MediaImages(media)
        same = {key for key, value in media.items() if self._media.get(key) is value}
        fresh._images = {key: image for key, image in self._images.items() if key in same}
        fresh._drawn = {key: image for key, image in self._drawn.items() if key in same}
        fresh._sized = {key: image for key, image in self._sized.items() if key[0] in same}
        return fresh

    def image(self, media_id: str) -> QImage | None:
        """Return the whole picture, upright."""
        if media_id not in self._images:
            self._images[media_id] = self._decoded(media_id)
        return self._images[media_id]

    def sized(self, media_id: str, crop: Rect, size: QSize) -> QImage | None:
        """Return a part of a picture, no larger than ``size``: the painter enlarges, which costs no memory."""
        if crop.width <= 0 or crop.height <= 0:
            return None
        key = (media_id, crop, size.width(), size.height())
        found = self._sized.get(key)
        if found is None:
            whole = self._whole(media_id, max(size.width() / crop.width, size.height() / crop.height))
            if whole is None:
                return None
            part = _part(whole, crop)
            if size.width() < part.width() or size.height() < part.height():
                mode = Qt.TransformationMode.SmoothTransformation
                part = part.scaled(size.boundedTo(part.size()), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            while len(self._sized) >= _KEPT:
                del self._sized[next(iter(self._sized))]
            found = self._sized[key] = part
        return found

    def _whole(self, media_id: str, longest: float) -> QImage | None:
        """Return the whole picture; a placed PDF with at least so many pixels on its longer side, if that can be."""
        media = self._media.get(media_id)
        if media is None or not media.vectors:
            return self.image(media_id)
        # In steps of two: sizing a frame or zooming draws it anew now and then, and what is shown is never enlarged.
        wanted = max(_COARSEST, 1 << ceil(longest - 1).bit_length())
        held = self._drawn.get(media_id)
        coarse = held is not None and max(held.width(), held.height()) < max(size_of_drawing(media, wanted))
        if media_id not in self._drawn or coarse:
            self._drawn[media_id] = self._tried(media_id, lambda media: drawn(media, wanted))
        return self._drawn[media_id]

    def _decoded(self, media_id: str) -> QImage | None:
        return self._tried(media_id, decode)

    def _tried(self, media_id: str, pixels: Callable[[Media], Image]) -> QImage | None:
        media = self._media.get(media_id)
        if media is None:
            return None
        try:
            return _qt_image(_bounded(pixels(media)))
        except PictureError:
            return None  # preflight names the picture; the canvas shows that it is missing


def _part(whole: QImage, crop: Rect) -> QImage:
    width, height = whole.width(), whole.height()
    left, top = round(crop.x * width), round(crop.y * height)
    area = QRect(left, top, max(1, round(crop.right * width) - left), max(1, round(crop.bottom * height) - top))
    return whole if area == whole.rect() else whole.copy(area)


def _bounded(image: Image) -> Image:
    over = image.width * image.height / _MOST_PIXELS
    return image if over <= 1 else image.reduce(int(over**0.5) + 1)


def _qt_image(image: Image) -> QImage:
    """Return a copy in the format that Qt paints fastest."""
    alpha = image.mode in {"LA", "RGBA"}
    if alpha and image.mode != "RGBA":
        image = image.convert("RGBA")
    elif not alpha and image.mode not in _FORMATS:
        image = image.convert("RGB")
    form = QImage.Format.Format_RGBA8888 if alpha else _FORMATS[image.mode]
    rows = image.tobytes()
    view = QImage(rows, image.width, image.height, len(rows) // image.height, form)
    target = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    return view.convertToFormat(target)
