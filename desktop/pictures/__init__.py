"""Picture files → checked media, pixels for the screen and samples for a PDF. Pillow only here.

JPEG, PNG, TIFF, and PDF, of which the first page is placed as vectors. A
picture's width and height are always those of the upright picture: the orientation that a camera
noted (EXIF tag 274) is honoured everywhere and never changes the file's bytes.
"""

from desktop.pictures.decode import Image, decode, image_from_rgb
from desktop.pictures.drawn import drawn, size_of_drawing
from desktop.pictures.encode import EncodedPicture, encode
from desktop.pictures.outline import Bands, PictureOutlines
from desktop.pictures.pagecheck import ELSEWHERE
from desktop.pictures.placed import PlacedPage, inherited, opened_page, pages_of
from desktop.pictures.plan import PicturePlan
from desktop.pictures.read import PIXEL_LIMIT, found_beside, media_from_bytes, read_media

__all__ = [
    "ELSEWHERE",
    "PIXEL_LIMIT",
    "Bands",
    "EncodedPicture",
    "Image",
    "PictureOutlines",
    "PicturePlan",
    "PlacedPage",
    "decode",
    "drawn",
    "encode",
    "found_beside",
    "image_from_rgb",
    "inherited",
    "media_from_bytes",
    "opened_page",
    "pages_of",
    "read_media",
    "size_of_drawing",
]
