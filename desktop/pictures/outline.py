"""Media → the outline of what a picture shows, as extents in bands of equal height.

The subject is what the picture's transparency leaves, or else what stands out from a background near white, as seen
from the picture's edge: the first and the last pixel of a band that belong to the subject are its extents, so that
white inside the subject is no hole in it. A picture without such a background is all subject.

Everything happens on a copy of at most ``SIDE`` pixels, which is finer than the lines of type that run round it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from math import ceil, floor

from PIL import Image as ImageModule
from PIL import ImageChops, ImageFilter
from PIL.Image import Image

from desktop.errors import PictureError
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pictures.decode import upright

Bands = tuple[tuple[float, float], ...]
"""(left, right) of each band, from the top, as fractions of the width; equal where the band is empty."""

SIDE = 320
"""Pixels of the copy's longer side: a tabloid line of type beside a picture over the whole page has four rows of it."""

KEPT = 64
"""Silhouettes kept, 0.1 MB each."""

_OPAQUE = 48
"""Alpha from which a pixel is seen on paper (of 255): less is a soft shadow's end."""
_PALE = 200
"""The darkest that a background may be, of 255: newsprint shows less as a grey box."""
_MOST_OFF = 26
"""How much darker than the background, of 255, noise and JPEG's traces make it."""
_LEAST_EDGE = 0.25
"""The part of the picture's edge that must be pale for a background: a subject may be cut off at three sides."""
_WHOLE = (0.0, 1.0)


class PictureOutlines:
    """The outlines of pictures; each is looked at once, and known by identity as long as it is asked for."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[Media, Image | None]] = OrderedDict()

    def bands(self, media: Media, crop: Rect, count: int) -> Bands:
        """Return the extents of what a picture shows.

        Args:
            media: the picture; one that cannot be decoded is all subject.
            crop: the part that is shown (0..1).
            count: bands of equal height.
        """
        mask = self._silhouette(media)
        if mask is None or count < 1:
            return (_WHOLE,) * count
        found = tuple(_extents(mask, crop, count))
        return found if any(left < right for left, right in found) else (_WHOLE,) * count

    def _silhouette(self, media: Media) -> Image | None:
        held = self._known.get(id(media))
        if held is None:
            held = self._known[id(media)] = (media, silhouette(media))
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(id(media))
        return held[1]


def silhouette(media: Media) -> Image | None:
    """Return a small mask of the subject, 255 where it is; None where all of the picture is subject."""
    if media.lost:
        return None
    try:
        image = upright(media, SIDE)
    except PictureError:
        return None
    mask = _opaque(image)
    if mask is None:
        mask = _standing_out(_flat(image))
    # The median takes specks away that are no part of the subject; a line as wide as two pixels stays.
    return mask.filter(ImageFilter.MedianFilter(3)) if mask is not None else None


def _small(image: Image) -> Image:
    """Return a copy of at most ``SIDE`` pixels; averaging whole pixels evens noise out."""
    longest = max(image.size)
    if longest <= SIDE:
        return image
    size = tuple(max(1, round(side * SIDE / longest)) for side in image.size)
    return image.resize((size[0], size[1]), ImageModule.Resampling.BOX, reducing_gap=2.0)


def _opaque(image: Image) -> Image | None:
    """Return what the picture's transparency leaves; None where it is opaque throughout."""
    if image.mode not in {"LA", "RGBA"}:
        return None
    alpha = image.getchannel("A")
    if not any(alpha.histogram()[:_OPAQUE]):
        return None
    return _small(alpha).point([255 * (value >= _OPAQUE) for value in range(256)])


def _flat(image: Image) -> Image:
    """Return the darkest component of every pixel: what is white has all of them."""
    image = _small(image.convert("L" if image.mode == "LA" else "RGB") if image.mode != "L" else image)
    if image.mode == "L":
        return image
    red, green, blue = image.split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def _standing_out(flat: Image) -> Image | None:
    """Return what is darker than the background along the edge; None where the edge shows none."""
    edge = _edge(flat)
    pale = sorted(value for value in edge if value >= _PALE)
    if len(pale) < _LEAST_EDGE * len(edge):
        return None
    limit = pale[len(pale) // 2] - _MOST_OFF
    return flat.point([255 * (value < limit) for value in range(256)])


def _edge(flat: Image) -> bytes:
    width, height = flat.size
    sides = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))
    return b"".join(flat.crop(side).tobytes() for side in sides)


def _extents(mask: Image, crop: Rect, count: int) -> Iterator[tuple[float, float]]:
    width, height = mask.size
    left, right = floor(crop.x * width), ceil(crop.right * width)
    shown = crop.width * width or 1.0
    for index in range(count):
        top = floor((crop.y + crop.height * index / count) * height)
        bottom = max(top + 1, ceil((crop.y + crop.height * (index + 1) / count) * height))
        box = mask.crop((left, top, right, min(bottom, height))).getbbox()
        if box is None:
            yield 0.0, 0.0
            continue
        first, last = (left + box[0] - crop.x * width) / shown, (left + box[2] - crop.x * width) / shown
        yield max(0.0, first), min(1.0, last)
