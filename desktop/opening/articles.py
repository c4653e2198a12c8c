"""Article files become an edition with a first page; packages open as they were saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import new_page, propose, rank_layouts, share_out
from desktop.display import PageDisplay
from desktop.errors import BanxinError, Message, message
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout, layout_ids, read_layout
from desktop.formats.plain_text import read_source
from desktop.formats.style_xml import default_style
from desktop.model.edition import Edition, Page
from desktop.model.layout import Layout
from desktop.model.story import Source, Story
from desktop.recognise import recognise

PACKAGE = ".banxin"


class Opened(Struct, frozen=True):
    """An edition from files.

    ``path`` is the package it is saved to, None for articles; ``displays`` are its pages as last saved, ``fonts`` the
    faces (id, family, digest) that they were set in; ``notes`` what a person should know of the opening.
    """

    edition: Edition
    path: Path | None = None
    displays: tuple[PageDisplay, ...] = ()
    notes: tuple[Message, ...] = ()
    fonts: tuple[tuple[str, str, str], ...] = ()


def is_package(path: Path) -> bool:
    """Tell an edition package from an article by its name."""
    return path.suffix.lower() == PACKAGE


def empty_edition(name: str = "") -> Edition:
    """Return an edition without articles and pages: what a window shows before anything is opened."""
    return Edition(name, default_style())


Recognised = Callable[[Sequence[tuple[Source, int]]], Iterable[tuple[Story, ...]]]
"""Recognises sources, each with the number of its first story."""


def in_turn(sources: Sequence[tuple[Source, int]]) -> Iterator[tuple[Story, ...]]:
    """Recognise sources one after the other."""
    return (recognise(source, first) for source, first in sources)


def read_articles(
    edition: Edition, paths: Sequence[Path], recognised: Recognised = in_turn
) -> tuple[tuple[Source, ...], tuple[Story, ...]]:
    """Read article files and recognise their stories, with ids that the edition has not taken.

    Raises:
        ArticleError: A file cannot be read; says why.
    """
    number = _next(source.id for source in edition.sources)
    first = _next(story.id for story in edition.stories)
    sources = [read_source(path, f"a{number + offset}") for offset, path in enumerate(paths)]
    # Most files hold one story; where one holds more, those behind it are recognised again under their right number.
    guessed = list(zip(sources, range(first, first + len(sources)), strict=True))
    stories: list[Story] = []
    for (source, guess), found in zip(guessed, recognised(guessed), strict=True):
        right = first + len(stories)
        stories.extend(found if guess == right else recognise(source, right))
    return tuple(sources), tuple(stories)


def _next(ids: Iterable[str]) -> int:
    """Return the number behind the highest in ids such as a1, s12."""
    numbers = [int(digits) for name in ids if (digits := name[1:]).isdecimal()]
    return max(numbers, default=0) + 1


def all_layouts(own: Path | None = None) -> list[Layout]:
    """Return the layouts that come with the product, then those in a folder of one's own by name."""
    mine = own_layouts(own)[0] if own is not None else ()
    return [*(find_layout(layout) for layout in layout_ids()), *mine]


def own_layouts(folder: Path) -> tuple[tuple[Layout, ...], tuple[Message, ...]]:
    """Return the layouts in a folder, by name, and why other files there are none."""
    found, refused = own_layout_files(folder)
    return tuple(layout for _, layout in found), refused


def own_layout_files(folder: Path) -> tuple[tuple[tuple[Path, Layout], ...], tuple[Message, ...]]:
    """Return the layouts in a folder, by name, each with its file, and why other files there are none.

    A file's name and its layout's id may differ: files come from elsewhere. The product's ids are not to be had: a file
    that takes one is refused.
    """
    taken = set(layout_ids())
    found: list[tuple[Path, Layout]] = []
    refused: list[Message] = []
    for path in sorted(folder.glob("*.xml")):
        try:
            layout = read_layout(path)
        except BanxinError as problem:
            refused.append(problem.message)
            continue
        if layout.id in taken:
            refused.append(message("{file}: there is a layout “{id}” already.", file=path.name, id=layout.id))
            continue
        taken.add(layout.id)
        found.append((path, layout))
    return tuple(sorted(found, key=lambda pair: pair[1].name("zh"))), tuple(refused)


def new_edition(
    paths: Sequence[Path], layout: Layout | None = None, *, date: str = "", recognised: Recognised = in_turn
) -> Opened:
    """Read articles into a new edition, everything assigned by role, on as many pages as the stories need.

    Args:
        paths: the article files.
        layout: the pages' layout; left out, the best fit is taken and named in the notes.
        date: printed in the folio where no article brings one.
        recognised: recognises the articles; left out, one after the other.

    Raises:
        ArticleError: A file cannot be read.
    """
    blank = empty_edition(paths[0].stem if paths else "")
    sources, stories = read_articles(blank, paths, recognised)
    notes: tuple[Message, ...] = ()
    if layout is None:
        layout = rank_layouts(all_layouts(), stories)[0]
        notes = (message("Layout {layout} fits best and is used.", layout=layout.id),)
    pages = tuple(_pages(layout, share_out(layout, stories), date))
    if len(pages) > 1:
        notes = (*notes, message("The articles take {count} pages.", count=len(pages)))
    return Opened(replace(blank, sources=sources, stories=stories, pages=pages), notes=notes)


def _pages(layout: Layout, shares: Sequence[Sequence[Story]], date: str) -> Iterator[Page]:
    """Yield pages with their stories; a page that no article numbers counts on from the one before."""
    number = ""
    for count, stories in enumerate(shares, start=1):
        printed = next((e.folio.page for s in stories for e in s.elements if e.folio and e.folio.page), "")
        number = printed or (str(int(number) + 1) if number.isdecimal() else "")
        yield replace(new_page(f"p{count}", layout, number, date), flows=propose(layout, stories))


def open_path(path: Path, layout: Layout | None = None) -> Opened:
    """Open a package, or an article as a new edition.

    Raises:
        PackageError: The package is missing or damaged.
        ArticleError: The article cannot be read.
    """
    if not is_package(path):
        return new_edition([path], layout)
    from desktop.formats.package import open_edition

    opened = open_edition(path)
    return Opened(opened.edition, path, opened.displays_as_saved, opened.notes, opened.fonts)


def fonts_used(displays: Sequence[PageDisplay], faces: FaceLibrary) -> list[tuple[str, str, str]]:
    """Return id, family and digest of every face on the pages."""
    used = sorted({run.face for display in displays for run in display.runs()})
    return [(face.id, face.info.family, face.digest) for face in map(faces.open, used)]


def same_display(one: PageDisplay, other: PageDisplay, apart: Collection[str] = ()) -> bool:
    """Tell whether two pages show the same, as exactly as a package keeps it (a thousandth of a point).

    What stands in the frames of ``apart`` is not compared.
    """
    from desktop.formats.display_json import dump_lines

    pages = (replace(page, items=tuple(i for i in page.items if i.frame not in apart)) for page in (one, other))
    first, second = (list(dump_lines(page)) for page in pages)
    return first == second
