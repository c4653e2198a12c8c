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

    def all_keywords(self) -> str:
        """Return the keywords with paper, date and page among them, so that every file index finds these."""
        return ", ".join(part for part in (self.keywords, self.paper, self.date, self.page) if part)
