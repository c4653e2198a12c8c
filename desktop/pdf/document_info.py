"""What a PDF says about itself."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Bookmark(NamedTuple):
    """An entry of the outline: ``page`` counts from 0, ``y`` in points down from that page's top."""

    title: str
    level: int
    page: int
    y: float


class Part(Struct, frozen=True):
    """A part of the document as a reader who does not see it is told of it (PDF 32000-1, 14.8.4).

    ``type`` is a standard structure type. ``elements`` are those whose text stands in it, ``media`` the picture that it
    is; ``alt`` says in words what a picture shows, ``title`` what a section is called.
    """

    type: str
    elements: tuple[str, ...] = ()
    media: str = ""
    alt: str = ""
    title: str = ""
    parts: tuple[Part, ...] = ()


class DocumentInfo(Struct, frozen=True):
    """The document's metadata (PDF 32000-1, 14.3) and outline (12.3.3).

    ``date`` is the date of the issue in ISO 8601, ``page`` its page number as printed; neither is the time of writing.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    paper: str = ""
    date: str = ""
    page: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    parts: tuple[Part, ...] = ()
    """The document in reading order, for files that are tagged."""

    def all_keywords(self) -> str:
        """Return the keywords with paper, date and page among them, so that every file index finds these."""
        return ", ".join(part for part in (self.keywords, self.paper, self.date, self.page) if part)
