"""Picture file → Media."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from PIL import Image

from desktop.errors import PictureError
from desktop.model.edition import Media
from desktop.pictures.opening import PIXEL_LIMIT, open_picture, orientation_of, picture_faults
from desktop.pictures.placed import is_pdf, read_placed

__all__ = ["PIXEL_LIMIT", "found_beside", "media_from_bytes", "read_media"]

_SIDEWAYS = 5  # EXIF orientations from here on swap width and height


def read_media(path: Path, media_id: str) -> Media:
    """Read a picture file and make sure that all of it can be decoded.

    Raises:
        PictureError: The file is missing, no picture of a known kind, damaged or too large.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise PictureError("There is no picture “{path}”.", path=path) from problem
    except IsADirectoryError as problem:
        raise PictureError("“{path}” is a folder, not a picture.", path=path) from problem
    except OSError as problem:
        if problem.errno == errno.EACCES and path.is_dir():  # what Windows says of folders
            raise PictureError("“{path}” is a folder, not a picture.", path=path) from problem
        raise PictureError("The picture “{path}” cannot be read: {why}.", path=path, why=problem.strerror) from problem
    return media_from_bytes(data, path.name, media_id)


def found_beside(lost: Iterable[Media], folder: Path) -> tuple[Media, ...]:
    """Return pictures that were lost, with the files of their names in a folder, where these are the very same."""
    return tuple(found for media in lost if (found := _same_file(media, folder)) is not None)


def _same_file(media: Media, folder: Path) -> Media | None:
    if Path(media.name).name != media.name:
        return None
    try:
        data = (folder / media.name).read_bytes()
        whole = sha256(data).hexdigest() == media.digest
        return media_from_bytes(data, media.name, media.id) if whole else None
    except (OSError, ValueError, PictureError):  # a name may be one that no system has
        return None


def media_from_bytes(data: bytes, name: str, media_id: str) -> Media:
    """Return the media of a picture file's bytes; width and height are those of the upright picture.

    Raises:
        PictureError: The bytes are no picture of a known kind, damaged or too large.
    """
    if not data:
        raise PictureError("The picture “{name}” is empty.", name=name)
    return read_placed(data, name, media_id) if is_pdf(data) else _pixels(data, name, media_id)


def _pixels(data: bytes, name: str, media_id: str) -> Media:
    with picture_faults(name):
        image = open_picture(data, name)
        if image.format == "PNG":
            open_picture(data, name).verify()  # the checksums, which decoding passes over
        width, height = image.size
        mode, dpi, turn = image.mode, _dpi(image), orientation_of(image)
        # A JPEG is tried at an eighth of its size: every byte is still read, so that a cut-off file is found out.
        image.draft(None, (max(1, width // 8), max(1, height // 8)))
        image.load()
    if turn >= _SIDEWAYS:
        width, height = height, width
    return Media(media_id, name, data, width, height, mode, dpi)


def _dpi(image: Image.Image) -> float:
    """Return the horizontal resolution that the file states, 0 where it states none."""
    try:
        value = float(image.info["dpi"][0])
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return value if 1 < value < 100_000 else 0.0
