"""Tagged pages (PDF 32000-1, 14.7 and 14.8): what is painted for which element, and the tree that says what each is.

A page's items fall into spans, each of one element, one picture, or of what is no content: rules, fills, what the
layout added. The spans are worked out from the page alone, so that pages are written in any order and on any core.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from desktop.display import Clip, GlyphRun, Item, PageDisplay, Picture
from desktop.pdf.document_info import Part
from desktop.pdf.objects import PDFArray, PDFDictionary, PDFName, PDFString

ARTIFACT, CLIP = "artifact", "clip"
_ELEMENT, _PICTURE = "element", "picture"
_PLAIN = "P"

Key = tuple[str, str]
"""What a span belongs to: its kind, and an element's or a picture's id."""


class Span(NamedTuple):
    """Items that follow each other and belong to the same."""

    key: Key
    items: tuple[Item, ...]

    @property
    def is_content(self) -> bool:
        """Whether the structure tree must know of it."""
        return self.key[0] in {_ELEMENT, _PICTURE}


def spans_of(page: PageDisplay) -> tuple[Span, ...]:
    """Return a page's items in painting order, in spans; the marked content of one has its place among the contents."""
    return tuple(Span(key, tuple(items)) for key, items in groupby(page.items, _key))


def _key(item: Item) -> Key:
    if isinstance(item, GlyphRun):
        return (_ELEMENT, item.element) if item.element is not None else (ARTIFACT, "")
    if isinstance(item, Picture):
        return (_PICTURE, item.media)
    return (CLIP, "") if isinstance(item, Clip) else (ARTIFACT, "")


def types_of(parts: Sequence[Part]) -> dict[Key, str]:
    """Return the structure type of everything that the tree names; what it does not name is a paragraph."""
    types: dict[Key, str] = {}
    for part in parts:
        types |= dict.fromkeys(_keys(part), part.type)
        types |= types_of(part.parts)
    return types


def type_of(types: Mapping[Key, str], key: Key) -> str:
    """Return the structure type of a span."""
    return types.get(key, "Figure" if key[0] == _PICTURE else _PLAIN)


def _keys(part: Part) -> Iterator[Key]:
    yield from ((_ELEMENT, element) for element in part.elements)
    if part.media:
        yield (_PICTURE, part.media)


class _Place(NamedTuple):
    page: int
    mcid: int


class StructureTree:
    """Builds the structure tree of a document whose pages are written.

    Args:
        document: takes the objects.
        pages: the pages' references, as text.
        spans: of each page.
    """

    def __init__(self, document: Any, pages: Sequence[str], spans: Sequence[Sequence[Span]]) -> None:
        self._document, self._pages = document, pages
        self._places: dict[Key, list[_Place]] = {}
        self._owners: list[list[Any]] = []
        for page, found in enumerate(spans):
            content = [span.key for span in found if span.is_content]
            self._owners.append([None] * len(content))
            for mcid, key in enumerate(content):
                self._places.setdefault(key, []).append(_Place(page, mcid))

    def build(self, parts: Sequence[Part]) -> Any:
        """Return the root. What is painted and named by no part comes last, as paragraphs and figures."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(root)
        top = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": reference})
        above = self._document.Reference(top)
        kids = [kid for part in parts if (kid := self._element(part, above)) is not None]
        for key in list(self._places):
            named = Part("Figure", media=key[1]) if key[0] == _PICTURE else Part(_PLAIN, elements=(key[1],))
            kids.append(self._element(named, above))
        top.dict["K"] = PDFArray(kids)
        root.dict["K"] = PDFArray([above])
        numbers = [entry for page, owners in enumerate(self._owners) for entry in (page, PDFArray(owners))]
        root.dict["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root.dict["ParentTreeNextKey"] = len(self._owners)
        return root

    def _element(self, part: Part, parent: Any) -> Any:
        """Return the reference of a part's element with all below it; None where nothing of it is on the pages."""
        entries = {"Type": PDFName("StructElem"), "S": PDFName(part.type), "P": parent}
        if part.alt:
            entries["Alt"] = PDFString(part.alt)
        if part.title:
            entries["T"] = PDFString(part.title)
        element = PDFDictionary(entries)
        reference = self._document.Reference(element)
        places = [place for key in _keys(part) for place in self._places.pop(key, ())]
        kids = [self._claim(place, reference) for place in places]
        kids += [kid for below in part.parts if (kid := self._element(below, reference)) is not None]
        element.dict["K"] = PDFArray(kids)
        return reference if kids else None

    def _claim(self, place: _Place, owner: Any) -> Any:
        self._owners[place.page][place.mcid] = owner
        entries = {"Type": PDFName("MCR"), "Pg": self._pages[place.page], "MCID": place.mcid}
        return PDFDictionary(entries)
