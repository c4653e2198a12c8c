"""Long editions are composed, judged and written on all cores, with the same result as on one."""

from __future__ import annotations

import os
import signal
from functools import partial

import pytest
from msgspec.structs import replace

from desktop.app.cores import beside, compose_pages, recognise_articles, spread
from desktop.compose import Composer
from desktop.errors import FontError
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.locator import resource
from desktop.model.edition import Edition
from desktop.model.style import FaceRole
from desktop.opening import empty_edition, new_edition, read_articles
from desktop.pdf import DocumentInfo, PdfWriter

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


forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are no copies here")


@forks
def test_work_beside_is_done_in_another_process() -> None:
    assert beside(os.getpid, PAGES, cores=2)() != os.getpid()


@pytest.mark.parametrize(("size", "cores"), [(PAGES - 1, 2), (PAGES, 1)])
def test_small_work_and_single_cores_do_it_when_it_is_waited_for(size: int, cores: int) -> None:
    assert beside(os.getpid, size, cores)() == os.getpid()


def test_what_work_beside_raises_is_raised_when_it_is_waited_for() -> None:
    def refuse() -> None:
        raise FontError("The face “{face}” is not installed.", face="nowhere")

    wait = beside(refuse, PAGES, cores=2)
    with pytest.raises(FontError, match="nowhere"):
        wait()


@forks
def test_work_of_a_lost_copy_is_done_again() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert beside(work, PAGES, cores=2)() == 7


def test_what_is_spread_comes_in_the_order_of_its_pages() -> None:
    numbers = list(range(PAGES + 1))
    assert spread(lambda number: number * number, numbers, cores=2) == [number * number for number in numbers]


def test_contents_written_on_all_cores_make_the_same_file(edition: Edition, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    pages = compose_pages(edition, Composer(FaceLibrary()))
    displays, info = [page.display for page in pages], DocumentInfo(title="多版")
    one, two = (PdfWriter(FaceLibrary(), partial(spread, cores=cores)).write(displays, {}, info) for cores in (1, 2))
    assert one == two
    assert one.count(b"/MediaBox") == PAGES


def test_a_copy_that_is_interrupted_says_nothing_and_its_work_is_done_again(capfd) -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGINT)
        return 7

    assert beside(work, 100, 2)() == 7
    assert "Traceback" not in capfd.readouterr().err
