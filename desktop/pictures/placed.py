"""A PDF file placed as a picture: its first page, cut to the box that newspapers place. pikepdf here and in ``pdf``.

The box is the page's TrimBox, else its CropBox, else its MediaBox (PDF 32000-1, 14.11.2), upright as /Rotate says and
in the page's own unit (/UserUnit). A media's width and height are told in hundredths of a millimetre, of which ``dpi``
says how many an inch has: fine enough that a page is not stretched, and whole numbers as those of other pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desktop.errors import PictureError
from desktop.geometry import MM, Rect
from desktop.model.edition import VECTORS, Media
from desktop.pictures.pagecheck import check_page

if TYPE_CHECKING:
    from pikepdf import Pdf

UNITS = 2540.0
"""Units of a placed page's width and height in an inch: hundredths of a millimetre."""

_HEAD, _TAIL = 1024, 2048
"""Bytes in which a PDF says what it is (PDF 32000-1, annex H.3, notes 13 and 18), the end with room for a signature."""

_LEAST, _MOST = 1.0, 2000.0
"""Millimetres: what is thinner is no picture, what is longer no newspaper page."""

_KNOWN = 64
"""Files whose pages stay counted: preflight asks at every edit."""

_BOXES = ("/TrimBox", "/CropBox", "/MediaBox")
_DEEPEST = 64
"""Nodes of the tree of pages above a page: more are a ring."""

Matrix = tuple[float, float, float, float, float, float]


class PlacedPage(Struct, frozen=True):
    """What is placed of a PDF. ``box`` is in the page's own space, y up: ``y`` is its foot.

    ``turn`` is by how many degrees the page is turned clockwise to stand upright, ``unit`` how many points a unit has.
    """

    box: Rect
    turn: int
    unit: float
    pages: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, upright."""
        width, height = self.box.width * self.unit, self.box.height * self.unit
        return (height, width) if self.turn in {90, 270} else (width, height)

    def matrix(self) -> Matrix:
        """Return what brings the box upright into the unit square (a b c d e f of PDF 32000-1, 8.3.4)."""
        x, y, wide, high = self.box.x, self.box.y, self.box.width, self.box.height
        if self.turn == 90:
            return 0, -1 / wide, 1 / high, 0, -y / high, 1 + x / wide
        if self.turn == 180:
            return -1 / wide, 0, 0, -1 / high, 1 + x / wide, 1 + y / high
        if self.turn == 270:
            return 0, 1 / wide, -1 / high, 0, 1 + y / high, -x / wide
        return 1 / wide, 0, 0, 1 / high, -x / wide, -y / high


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its header, which may stand behind other bytes."""
    return b"%PDF-" in data[:_HEAD]


def read_placed(data: bytes, name: str, media_id: str) -> Media:
    """Return the media of a PDF file, all that its first page shows being looked at.

    Raises:
        PictureError: It is damaged, protected, without pages, or shows what cannot be placed.
    """
    with opened_page(data, name) as (document, page, placed):
        check_page(document, page, inherited(page, "/Resources"), name)
        width, height = (round(side / MM * 100) for side in placed.size)
    return Media(media_id, name, data, width, height, VECTORS, UNITS)


@lru_cache(maxsize=_KNOWN)
def pages_of(media: Media) -> int:
    """Return how many pages a placed PDF has.

    Raises:
        PictureError: It cannot be read.
    """
    with opened_page(media.data, media.name) as (_, _, placed):
        return placed.pages


@contextmanager
def opened_page(data: bytes, name: str) -> Iterator[tuple[Pdf, Any, PlacedPage]]:
    """Open a PDF and give its first page's dictionary and what is placed of it.

    Raises:
        PictureError: As ``read_placed`` says, also for what the caller finds out while it is open.
    """
    from pikepdf import ForeignObjectError, PasswordError, PdfError

    faults = (PdfError, ForeignObjectError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
    try:
        with _opened(data) as document:
            if not len(document.pages):
                raise PictureError("The PDF “{name}” has no pages.", name=name)
            page = document.pages[0].obj
            yield document, page, _placed(page, name, len(document.pages))
    except PasswordError as problem:
        raise PictureError("The PDF “{name}” asks for a password; get a copy without one.", name=name) from problem
    except (*faults, RuntimeError) as problem:  # RuntimeError: also what is nested without end
        raise PictureError("The picture “{name}” is damaged or cut off; get the file again.", name=name) from problem


def inherited(page: Any, key: str) -> Any:
    """Return what a page or a node above it says (PDF 32000-1, 7.7.3.4), None where none does."""
    node = page
    for _ in range(_DEEPEST):
        if node is None or key in node:
            return None if node is None else node[key]
        node = node.get("/Parent")
    return None


def _opened(data: bytes) -> Pdf:
    """Open a PDF; one whose table of objects is wrong is mended, but not one that lacks its end."""
    from io import BytesIO

    from pikepdf import PasswordError, Pdf, PdfError

    try:
        return Pdf.open(BytesIO(data), attempt_recovery=False)
    except PasswordError:
        raise
    except PdfError:
        if b"%%EOF" not in data[-_TAIL:]:
            raise
    return Pdf.open(BytesIO(data))


def _placed(page: Any, name: str, pages: int) -> PlacedPage:
    turn = int(inherited(page, "/Rotate") or 0) % 360
    unit = float(page.get("/UserUnit", 1))
    placed = PlacedPage(_box(page), turn if turn % 90 == 0 else 0, unit, pages)
    sides = [side / MM for side in placed.size]
    if not all(_LEAST <= side <= _MOST for side in sides):
        raise PictureError(
            "The page of “{name}” measures {width} × {height} mm; sides of 1 to {most} mm can be placed.",
            name=name, width=round(sides[0]), height=round(sides[1]), most=round(_MOST),
        )  # fmt: skip
    return placed


def _box(page: Any) -> Rect:
    """Return the first box that there is, no larger than the MediaBox."""
    medium = _rect(inherited(page, "/MediaBox"))
    if medium is None:
        raise ValueError("no MediaBox")
    for key in _BOXES:
        # The TrimBox alone is not inherited; none is asked of the nodes above.
        found = _rect(page.get(key) if key == "/TrimBox" else inherited(page, key))
        if found is not None:
            left, bottom = max(found.x, medium.x), max(found.y, medium.y)
            box = Rect(left, bottom, min(found.right, medium.right) - left, min(found.bottom, medium.bottom) - bottom)
            if box.width > 0 and box.height > 0:
                return box
    return medium


def _rect(array: Any) -> Rect | None:
    """Return a rectangle (PDF 32000-1, 7.9.5), whichever corners name it."""
    if array is None or len(array) != 4:
        return None
    x0, y0, x1, y1 = (float(value) for value in array)
    return Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
