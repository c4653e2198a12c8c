"""Against Typst: the same text, measure and faces, cold and after one typed character, the page alone and with its PDF.

Typst keeps what it computed for a text it has seen, so that every round has another text. It cannot be asked for the
page alone; ``query`` has it laid out and written nowhere, which comes closest. Its package rebuilds in two ways:
``compile`` as it is called by itself, and a ``Compiler`` that is kept and keeps the folder of fonts open. It uses all
cores, Banxin one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from desktop.app.load import Loaded, Wishes, edition_of_articles
from desktop.app.press import pdf_of
from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.pdf import PdfWriter
from tests.benchmarks.articles import ARTICLE, TEXT, edited, shuffled
from tests.benchmarks.rivals import typst_source
from tests.benchmarks.test_inside import typed

FONTS = ARTICLE.parents[1] / "fonts"


class Typst:
    """A Typst compiler that keeps what it knows, and the file that it reads."""

    def __init__(self, folder: Path) -> None:
        typst = pytest.importorskip("typst", reason="Typst is in the extra 'benchmark'")
        self.file = folder / "page.typ"
        self.write([TEXT])
        self.compiler = typst.Compiler(str(self.file), font_paths=[str(FONTS)], ignore_system_fonts=True)
        self.compiler.compile(format="pdf")

    def write(self, articles: Sequence[str]) -> None:
        self.file.write_text(typst_source(articles), "utf-8")

    def lay_out(self) -> str:
        return self.compiler.query("heading")

    def pdf(self) -> bytes:
        return self.compiler.compile(format="pdf")

    def compile(self) -> bytes:
        import typst

        return typst.compile(str(self.file), font_paths=[str(FONTS)], ignore_system_fonts=True)


@pytest.fixture
def typst(tmp_path) -> Typst:
    return Typst(tmp_path)


@cache
def faces() -> FaceLibrary:
    return FaceLibrary()


@cache
def sample():
    return edition_of_articles([ARTICLE], Wishes("special-report"))[0]


COLD = pytest.mark.benchmark(group="(a) a page composed cold, every round another text")


@COLD
def test_banxin_page_cold(benchmark, tmp_path):
    numbers, file = count(1), tmp_path / "article.txt"

    def another():
        file.write_text(shuffled(next(numbers)), "utf-8")
        return (edition_of_articles([file], Wishes("special-report"))[0],), {}

    def compose(edition):
        return Composer(faces()).compose(edition, edition.pages[0])

    assert benchmark.pedantic(compose, setup=another, rounds=20, warmup_rounds=1).display.items


@COLD
def test_typst_page_cold(benchmark, typst):
    numbers = count(1)
    benchmark.pedantic(typst.lay_out, setup=lambda: typst.write([shuffled(next(numbers))]), rounds=20, warmup_rounds=1)
    assert len(typst.pdf()) > 50_000


EDIT = pytest.mark.benchmark(group="(b) (c) one character typed in the middle of the page", min_rounds=50)


@EDIT
def test_banxin_page_after_an_edit(benchmark):
    composer, numbers = Composer(faces()), count()
    before = composer.compose(sample(), sample().pages[0])

    def type_and_compose():
        changed = typed(sample(), next(numbers))
        return composer.compose(changed, changed.pages[0])

    after = benchmark(type_and_compose)
    assert sum(len(run.gids) for run in after.display.runs()) > sum(len(run.gids) for run in before.display.runs())


@EDIT
def test_banxin_pdf_after_an_edit(benchmark):
    composer, writer, numbers = Composer(faces()), PdfWriter(faces()), count()

    def type_and_write():
        changed = typed(sample(), next(numbers))
        page = composer.compose(changed, changed.pages[0])
        return pdf_of(Loaded(changed, (page,)), faces(), writer=writer)

    type_and_write()
    assert benchmark(type_and_write).startswith(b"%PDF")


class Strokes:
    """One more character in Typst's file with every call."""

    def __init__(self, typst: Typst) -> None:
        self._typst, self._numbers = typst, count()

    def __call__(self) -> None:
        at, text = edited(next(self._numbers))
        self._typst.write([TEXT[:at] + text + TEXT[at:]])


@EDIT
def test_typst_page_after_an_edit(benchmark, typst):
    benchmark.pedantic(typst.lay_out, setup=Strokes(typst), rounds=50, warmup_rounds=1)
    assert len(typst.pdf()) > 50_000


@EDIT
def test_typst_pdf_after_an_edit(benchmark, typst):
    assert len(benchmark.pedantic(typst.pdf, setup=Strokes(typst), rounds=50, warmup_rounds=1)) > 50_000


@EDIT
def test_typst_compile_after_an_edit(benchmark, typst):
    assert len(benchmark.pedantic(typst.compile, setup=Strokes(typst), rounds=50, warmup_rounds=1)) > 50_000
