"""An edition's pages as a PDF with the metadata that its articles give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.app.cores import spread
from desktop.app.load import Loaded
from desktop.app.reading import reading
from desktop.app.strip import with_strip
from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition
from desktop.model.press import PressPreset
from desktop.model.story import FolioFields, Role
from desktop.pdf import Bookmark, DocumentInfo, PdfWriter

_BOOKMARK_LEVELS = {Role.HEADLINE: 0, Role.SUBHEAD: 1}


def pdf_of(
    loaded: Loaded,
    faces: FaceLibrary,
    displays: Sequence[PageDisplay] | None = None,
    progress: Callable[[float], None] | None = None,
    writer: PdfWriter | None = None,
    press: PressPreset | None = None,
) -> bytes:
    """Return the PDF of an edition; ``displays`` replaces its pages (a proof's carry a line more).

    Whoever writes the same edition again and again gives the ``writer`` that did it last.
    """
    pages = tuple(displays or (page.display for page in loaded.pages))
    media = {item.id: item for item in loaded.edition.media}
    info = document_info(loaded.edition, pages)
    return (writer or PdfWriter(faces, spread)).write(pages, media, info, progress, press)


def pressed(
    loaded: Loaded,
    faces: FaceLibrary,
    press: PressPreset,
    progress: Callable[[float], None] | None = None,
    writer: PdfWriter | None = None,
) -> bytes:
    """Return the PDF of an edition for a press, the line that names each page above it."""
    displays = [with_strip(loaded.edition, page.display, faces, press) for page in loaded.pages]
    return pdf_of(loaded, faces, displays, progress, writer, press)


def document_info(edition: Edition, pages: Sequence[PageDisplay]) -> DocumentInfo:
    """Return title, authors, keywords, paper, date and page as the articles say them, and bookmarks of the heads."""
    people = [person.name for story in edition.stories for e in story.elements for person in e.people]
    folios = [e.folio for story in edition.stories for e in story.elements if e.folio is not None]
    paper, date, number = (_first(folios, name) for name in ("paper", "date", "page"))
    subheads = [_plain(e.text) for story in edition.stories for e in story.with_role(Role.SUBHEAD)]
    return DocumentInfo(
        title=next((story.title for story in edition.stories if story.title), edition.name),
        author="、".join(dict.fromkeys(people)),
        keywords="，".join(subheads),
        paper=paper,
        date=date,
        page=number or (pages[0].number if pages else ""),
        bookmarks=tuple(_bookmarks(edition, pages)),
        parts=reading(edition),
    )


def _first(folios: Sequence[FolioFields], name: str) -> str:
    return next((value for value in (getattr(folio, name) for folio in folios) if value), "")


def _bookmarks(edition: Edition, pages: Sequence[PageDisplay]) -> Iterator[Bookmark]:
    heads = {e.id: e for story in edition.stories for e in story.elements if e.role in _BOOKMARK_LEVELS}
    seen: set[str] = set()
    for index, page in enumerate(pages):
        for run in page.runs():
            if run.element in heads and run.element not in seen:
                seen.add(run.element)
                head = heads[run.element]
                level = _BOOKMARK_LEVELS[head.role] if index or len(seen) > 1 else 0
                yield Bookmark(_plain(head.text), level, index, run.y - run.size)


def _plain(text: str) -> str:
    return " ".join(text.split())
