"""What a PDF cannot say: control characters, halves of surrogate pairs and code points that are no characters.

A reader takes them for something else (pdfium U+0002 for a hyphen, U+0000 for nothing) or refuses the text. On the page
they are shown by the face's box for what it has not; the text says U+FFFD for them, as any program does for what is
lost. White space is left: it is what a reader makes of gaps.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from desktop.display import GlyphRun, PageDisplay
from desktop.pdf.document_info import DocumentInfo, Part

_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNENCODABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def sayable(page: PageDisplay) -> PageDisplay:
    """Return a page whose runs say only what a PDF can say, each character at its place; itself, as nearly always."""
    if not any(_UNSAYABLE.search(run.text) for run in page.runs()):
        return page
    return replace(page, items=tuple(_said(item) if isinstance(item, GlyphRun) else item for item in page.items))


def _said(run: GlyphRun) -> GlyphRun:
    return replace(run, text=_UNSAYABLE.sub(_REPLACEMENT, run.text))


def sayable_info(info: DocumentInfo) -> DocumentInfo:
    """Return metadata that can be encoded."""
    names = ("title", "author", "subject", "keywords", "paper", "date", "page")
    texts = {name: _UNENCODABLE.sub(_REPLACEMENT, getattr(info, name)) for name in names}
    marks = tuple(mark._replace(title=_UNENCODABLE.sub(_REPLACEMENT, mark.title)) for mark in info.bookmarks)
    return replace(info, bookmarks=marks, parts=tuple(map(_sayable_part, info.parts)), **texts)


def _sayable_part(part: Part) -> Part:
    alt, title = (_UNENCODABLE.sub(_REPLACEMENT, text) for text in (part.alt, part.title))
    return replace(part, alt=alt, title=title, parts=tuple(map(_sayable_part, part.parts)))
