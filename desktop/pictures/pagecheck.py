"""Whether a page of a PDF can be placed: all that it shows is there, and no more than a page needs.

Everything is looked at before anything is drawn. A few bytes can ask for days of work, by forms that draw forms that
draw forms, by pictures of any size, by streams that inflate a thousandfold; all three are counted here.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from desktop.errors import PictureError
from desktop.pictures.opening import PIXEL_LIMIT

_MOST_OBJECTS = 200_000
_MOST_CONTENT = 256 * 1024 * 1024
"""Bytes of operators, inflated; a dense map has a tenth of it."""
_MOST_FORMS = 100_000
"""How often forms may be drawn, those within forms counted each time."""
_DEEPEST = 28
"""Forms within forms; viewers give up at about as many."""
_CHUNK = 1 << 20
_WORST = 1400
"""By how much LZW makes content longer at most; of other filters it is the worst."""
_MOST_DECODED = 1 << 30

_DRAWN = re.compile(rb"(/[^\s/<>\[\](){}%]+)\s+Do(?![^\s/<>\[\](){}%])")
_SKIPPED = frozenset(
    {"/Parent", "/P", "/Pg", "/Annots", "/B", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo"}
)
"""What leads from a page to other pages, or is not placed."""

ELSEWHERE = frozenset({"/Page", "/Pages", "/Catalog", "/StructElem", "/StructTreeRoot", "/Annot"})
"""Types of what is no part of what a page shows, however it is reached."""

Key = tuple[int, int]


def check_page(document: Any, page: Any, resources: Any, name: str) -> None:
    """Look at everything that a page shows.

    Args:
        document: the PDF.
        page: the page's dictionary.
        resources: the page's resources, which may be said by a node above it; None where there are none.
        name: what sentences call the file.

    Raises:
        PictureError: It asks for more than a page needs, or shows layers that are switched off.
        ValueError: Its content cannot be read.
    """
    hidden = _hidden_layers(document)
    roots = [value for key, value in page.items() if key not in _SKIPPED]
    for item in reached([*roots, resources], name):
        if item.is_indirect and item.objgen in hidden:
            text = "The PDF “{name}” has hidden layers, which would be printed; get it without them, as PDF/X-1a."
            raise PictureError(text, name=name)
        if (
            _word(item, "/Subtype") == "/Image"
            and int(item.get("/Width", 0)) * int(item.get("/Height", 0)) > PIXEL_LIMIT
        ):
            raise too_much(name)
    contents = page.get("/Contents")
    streams = [] if contents is None else list(contents) if _is_array(contents) else [contents]
    _Forms(name).weight((0, 0), streams, resources, 0)


def too_much(name: str) -> PictureError:
    """Return what is said of a page that asks for more than a page can need."""
    text = "The PDF “{name}” is built too intricately to be placed; have it exported anew, as PDF/X."
    return PictureError(text, name=name)


def reached(roots: list[Any], name: str) -> Iterator[Any]:
    """Yield every dictionary and stream that a page reaches, once; other pages are not followed.

    Raises:
        PictureError: There are more than a page needs.
    """
    waiting, seen, count = roots, set[Key](), 0
    while waiting:
        item = waiting.pop()
        if not _is_container(item) or (item.is_indirect and item.objgen in seen):
            continue
        if item.is_indirect:
            seen.add(item.objgen)
        count += 1
        if count > _MOST_OBJECTS:
            raise too_much(name)
        if _is_array(item):
            waiting.extend(item)
        elif _word(item, "/Type") not in ELSEWHERE:
            yield item
            waiting.extend(value for key, value in item.items() if key not in _SKIPPED)


def _hidden_layers(document: Any) -> set[Key]:
    """Return the layers that are switched off (optional content groups, PDF 32000-1, 8.11.4)."""
    layers = document.Root.get("/OCProperties")
    if layers is None or (usual := layers.get("/D")) is None:
        return set()
    off = {group.objgen for group in usual.get("/OFF", ())}
    if usual.get("/BaseState") == "/OFF":
        off |= {group.objgen for group in layers.get("/OCGs", ())} - {group.objgen for group in usual.get("/ON", ())}
    return off


class _Forms:
    """Counts how often forms are drawn, each form being read once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._weights: dict[Key, int] = {}
        self._read = 0

    def weight(self, key: Key, streams: list[Any], resources: Any, depth: int) -> int:
        """Return 1 and the weights of all forms that some content draws."""
        if depth > _DEEPEST:
            raise too_much(self._name)
        if key not in self._weights:
            content = b"\n".join(self._content(stream) for stream in streams)
            drawn = Counter(_DRAWN.findall(content))
            forms = {} if resources is None else resources.get("/XObject", {})
            total = 1
            for word, times in drawn.items():
                form = forms.get(word.decode("latin-1"))
                if form is not None and _word(form, "/Subtype") == "/Form":
                    within = form.get("/Resources")
                    inside = resources if within is None else within
                    total += times * self.weight(form.objgen, [form], inside, depth + 1)
            self._weights[key] = total
        if self._weights[key] > _MOST_FORMS:
            raise too_much(self._name)
        return self._weights[key]

    def _content(self, stream: Any) -> bytes:
        content = inflated(stream, _MOST_CONTENT - self._read)
        if content is None:
            raise too_much(self._name)
        self._read += len(content)
        return content


def inflated(stream: Any, most: int) -> bytes | None:
    """Return a stream's content, None where it is longer than ``most`` bytes.

    Raises:
        ValueError: It is not what its filters say.
    """
    named = stream.get("/Filter")
    filters = [] if named is None else [str(word) for word in named] if _is_array(named) else [str(named)]
    data: bytes | None = stream.read_raw_bytes()
    if not set(filters) <= set(_DECODERS) or "/DecodeParms" in stream:
        return stream.read_bytes() if len(data or b"") * _WORST <= _MOST_DECODED else None
    for word in filters:
        data = _DECODERS[word](data, most) if data is not None else None
    return data


def _inflate(data: bytes, most: int) -> bytes | None:
    inflater, parts, left = zlib.decompressobj(), list[bytes](), most
    while data and not inflater.eof:
        try:
            part = inflater.decompress(data, min(_CHUNK, left + 1))
        except zlib.error as problem:
            raise ValueError("a stream that does not inflate") from problem
        parts.append(part)
        left -= len(part)
        if left < 0:
            return None
        data = inflater.unconsumed_tail
    return b"".join(parts)


def _from_letters(data: bytes, _: int) -> bytes:
    return a85decode(data.split(b"~")[0].removeprefix(b"<"))


def _from_digits(data: bytes, _: int) -> bytes:
    digits = b"".join(data.split(b">")[0].split()).decode("latin-1")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


_DECODERS = MappingProxyType(
    {
        "/FlateDecode": _inflate,
        "/Fl": _inflate,
        "/ASCII85Decode": _from_letters,
        "/A85": _from_letters,
        "/ASCIIHexDecode": _from_digits,
        "/AHx": _from_digits,
    }
)
"""Filters that are undone here, within limits (PDF 32000-1, 7.4)."""


def _word(item: Any, key: str) -> str:
    """Return the name that an entry says, nothing where it says none."""
    return str(item.get(key, ""))


def _is_container(item: Any) -> bool:
    from pikepdf import Array, Dictionary, Stream

    return isinstance(item, (Array, Dictionary, Stream))


def _is_array(item: Any) -> bool:
    from pikepdf import Array

    return isinstance(item, Array)
