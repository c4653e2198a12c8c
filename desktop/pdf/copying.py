"""A placed PDF's first page → the objects of a form (PDF 32000-1, 8.10), apart from any document.

Everything that the page's content needs goes along as it is: fonts, images, colour spaces, shadings, patterns, graphics
states, forms within forms, the transparency group. An object that several others name stands there once, streams keep
their filters and their bytes. What belongs to the page as a document does not: annotations with their appearances,
actions, scripts, structure, layers' switches (a page with hidden layers is refused before), metadata.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct

from desktop.model.edition import Media
from desktop.pictures import ELSEWHERE, PlacedPage, inherited, opened_page

_LEFT = frozenset(
    {
        "/Length",
        "/Metadata",
        "/PieceInfo",
        "/StructParent",
        "/StructParents",
        "/LastModified",
        "/OC",
        "/OPI",
        "/AF",
        "/Ref",
    }
)
"""Entries of streams and of dictionaries with a type that say nothing of how a page looks, or lead out of the file."""

Part = bytes | int
"""Written as it is, or the number of an object that is referred to."""


class CopiedObject(Struct, frozen=True):
    """An object: what is written of it and, of a stream, its bytes as they are stored."""

    parts: tuple[Part, ...]
    content: bytes | None = None


def copied_page(media: Media) -> tuple[CopiedObject, ...]:
    """Return the form of a placed PDF's page and what it refers to; the form is the first.

    The form's matrix brings the page's box upright into the unit square, its bounding box clips it to that.

    Raises:
        PictureError: The file cannot be read.
    """
    with opened_page(media.data, media.name) as (_, page, placed):
        return tuple(_Copier().copied(page, placed))


class _Copier:
    """Numbers objects in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[Any] = []

    def copied(self, page: Any, placed: PlacedPage) -> Iterator[CopiedObject]:
        """Yield the form, then what it names, then what that names."""
        yield self._form(page, placed)
        for item in self._waiting:  # grows meanwhile
            content = item.read_raw_bytes() if _is_stream(item) else None
            yield CopiedObject(tuple(_joined(self._body(item, content))), content)

    def _form(self, page: Any, placed: PlacedPage) -> CopiedObject:
        box = placed.box
        corners = (box.x, box.y, box.right, box.bottom)
        said = b"<</Type/XObject/Subtype/Form/FormType 1/BBox[%s]/Matrix[%s]" % (_row(corners), _row(placed.matrix()))
        parts: list[Part] = [said]
        resources = inherited(page, "/Resources")
        content, filters = _content(page)
        for key, value in (("/Resources", resources), ("/Group", page.get("/Group")), *filters):
            if value is not None:
                parts += [key.encode(), *self._value(value)]
        parts.append(b"/Length %d>>" % len(content))
        return CopiedObject(tuple(_joined(parts)), content)

    def _value(self, value: Any) -> Iterator[Part]:
        """Yield a value; what is indirect there is indirect here."""
        if _is_container(value) and value.is_indirect:
            if not _is_elsewhere(value):
                yield self._number(value)
            else:
                yield b" null"
        else:
            yield from self._body(value, None)

    def _number(self, value: Any) -> int:
        number = self._numbers.get(value.objgen)
        if number is None:
            self._waiting.append(value)
            number = self._numbers[value.objgen] = len(self._waiting)
        return number

    def _body(self, value: Any, content: bytes | None) -> Iterator[Part]:
        from pikepdf import Array

        if not _is_container(value):
            yield _scalar(value)
        elif isinstance(value, Array):
            yield b"["
            for item in value:
                yield from self._value(item)
            yield b"]"
        else:
            yield b"<<"
            yield from self._entries(value)
            yield b">>" if content is None else b"/Length %d>>" % len(content)

    def _entries(self, value: Any) -> Iterator[Part]:
        left = _LEFT if _is_stream(value) or "/Type" in value else ()
        for key in sorted(value.keys()):
            if key not in left:
                yield _name(key)
                yield from self._value(value[key])


def _content(page: Any) -> tuple[bytes, list[tuple[str, Any]]]:
    """Return a page's content and its filters; several streams become one, since a form has one (7.8.2)."""
    from pikepdf import Array

    found = page.get("/Contents")
    streams = [] if found is None else list(found) if isinstance(found, Array) else [found]
    if len(streams) == 1:
        kept = [(key, streams[0][key]) for key in ("/Filter", "/DecodeParms") if key in streams[0]]
        return streams[0].read_raw_bytes(), kept
    whole = zlib.compress(b"\n".join(stream.read_bytes() for stream in streams))
    from pikepdf import Name

    return whole, [("/Filter", Name.FlateDecode)]


def _joined(parts: Iterator[Part] | list[Part]) -> Iterator[Part]:
    """Yield the same with neighbouring bytes as one."""
    held: list[bytes] = []
    for part in parts:
        if isinstance(part, bytes):
            held.append(part)
            continue
        if held:
            yield b"".join(held)
        held.clear()
        yield part
    if held:
        yield b"".join(held)


def _scalar(value: Any) -> bytes:
    """Return what is written of a value that holds no others, with a space before what needs one."""
    if value is None:
        return b" null"
    if isinstance(value, bool):
        return b" true" if value else b" false"
    if isinstance(value, int):
        return b" %d" % value
    if isinstance(value, (Decimal, float)):
        return b" " + f"{value:f}".encode()
    written: bytes = value.unparse()
    return b" " + written


def _name(key: str) -> bytes:
    from pikepdf import Name

    written: bytes = Name(key).unparse()
    return written


def _row(values: tuple[float, ...]) -> bytes:
    """Return numbers; a matrix into the unit square needs more decimals than what stands on a page."""
    return " ".join(f"{value:.10f}".rstrip("0").rstrip(".") for value in values).encode()


def _is_container(value: Any) -> bool:
    from pikepdf import Array, Dictionary, Stream

    return isinstance(value, (Array, Dictionary, Stream))


def _is_stream(value: Any) -> bool:
    from pikepdf import Stream

    return isinstance(value, Stream)


def _is_elsewhere(value: Any) -> bool:
    from pikepdf import Array

    return not isinstance(value, Array) and str(value.get("/Type", "")) in ELSEWHERE
