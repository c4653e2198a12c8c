"""Long editions are composed on all cores, with the same result as on one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.app.cores import compose_pages, recognise_articles
from desktop.compose import Composer
from desktop.errors import FontError
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.locator import resource
from desktop.model.edition import Edition
from desktop.model.style import FaceRole
from desktop.opening import empty_edition, new_edition, read_articles

PAGES = 12
"""As many as two processes are worth."""


@pytest.fixture(scope="module")
def edition() -> Edition:
    found = new_edition([resource("sample/article.txt")] * PAGES, find_layout("special-report")).edition
    assert len(found.pages) == PAGES
    return found


class Counting(Composer):
    """Counts the pages that it composes."""

    def __init__(self) -> None:
        super().__init__(FaceLibrary())
        self.pages: list[str] = []

    def compose(self, edition, page, *, draft=False):
        self.pages.append(page.id)
        return super().compose(edition, page, draft=draft)


def test_pages_shared_out_are_those_of_one_process(edition: Edition) -> None:
    alone, first = Counting(), Counting()
    one, two = compose_pages(edition, alone, cores=1), compose_pages(edition, first, cores=2)
    assert one == two
    assert [page.page for page in two] == [page.id for page in edition.pages]
    assert len(alone.pages) == PAGES
    assert first.pages == [page.id for page in edition.pages[: PAGES // 2]]


def test_few_pages_are_not_shared_out(edition: Edition) -> None:
    few, composer = replace(edition, pages=edition.pages[: PAGES - 1]), Counting()
    assert len(compose_pages(few, composer, cores=8)) == len(composer.pages) == PAGES - 1


def test_another_process_says_what_is_wrong(edition: Edition) -> None:
    style = edition.style
    missing = replace(style, faces={**style.faces, FaceRole.SONG: ("nowhere",)})
    with pytest.raises(FontError, match="nowhere"):
        compose_pages(replace(edition, style=missing), _Idle(), cores=2)


class _Idle(Composer):
    """Leaves the faults to the other process."""

    def __init__(self) -> None:
        super().__init__(FaceLibrary())

    def compose(self, edition, page, *, draft=False):
        return None


def test_articles_shared_out_are_those_of_one_process(tmp_path) -> None:
    text, more = (resource(f"sample/{name}.txt").read_text("utf-8") for name in ("news", "interview"))
    files = [tmp_path / f"{number}.txt" for number in range(PAGES)]
    for number, file in enumerate(files):
        file.write_text(text if number % 5 else f"{text}\n\n{more}", "utf-8")
    one, blank = read_articles(empty_edition(), files), empty_edition()
    two = read_articles(blank, files, lambda sources: recognise_articles(sources, cores=2))
    assert one == two
    ids = [story.id for story in two[1]]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]
    assert len(ids) != len(files), "the numbers guessed for the later files are not the right ones"
