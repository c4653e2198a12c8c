"""Placed PDFs → form XObjects of a document (PDF 32000-1, 8.10): vectors stay vectors."""

from __future__ import annotations

import hashlib
from typing import Any

from desktop.model.edition import Media
from desktop.pdf.copying import CopiedObject, copied_page
from desktop.pdf.objects import PDFObject


class PlacedObject(PDFObject):  # type: ignore[misc] # ReportLab ships no types
    """A copied object; it refers to others of the same page by their places among them."""

    __RefOnly__ = 1

    def __init__(self, copied: CopiedObject, page: list[Any]) -> None:
        self._copied, self._page = copied, page

    def format(self, document: Any) -> bytes:
        """Return the object as ReportLab asks for it."""
        copied = self._copied
        body = b"".join(
            b" " + document.Reference(self._page[part]).format(document) if isinstance(part, int) else part
            for part in copied.parts
        )
        return body if copied.content is None else b"%s\nstream\n%s\nendstream\n" % (body, copied.content)


class FormEmbedder:
    """Embeds placed pages in document after document, each copied once as long as it is shown."""

    def __init__(self) -> None:
        self._kept: dict[bytes, tuple[CopiedObject, ...]] = {}
        self._used: dict[bytes, tuple[CopiedObject, ...]] = {}
        self._forms: dict[bytes, Any] = {}
        self._document: Any = None

    def embed(self, media: Media, document: Any) -> Any:
        """Return the form of a placed page, the same one for the same file.

        Raises:
            PictureError: The file cannot be read.
        """
        if document is not self._document:
            self._document, self._forms = document, {}
        digest = hashlib.sha256(media.data).digest()
        if digest not in self._forms:
            copied = self._kept.get(digest) or self._used.get(digest) or copied_page(media)
            self._used[digest] = copied
            document.updateSignature(digest)
            page: list[Any] = []
            page += [PlacedObject(item, page) for item in copied]
            self._forms[digest] = page[0]
        return self._forms[digest]

    def end_file(self) -> None:
        """Drop what was not shown since the last file's end."""
        self._kept, self._used = self._used, {}
        self._document, self._forms = None, {}
