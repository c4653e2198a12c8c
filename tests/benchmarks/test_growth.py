"""How the cost grows with the pages: the same article again and again, and as many different ones, on one core."""

from __future__ import annotations

import gc

import pytest

from desktop.app.load import Loaded
from desktop.app.press import pdf_of
from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.opening import new_edition
from tests.benchmarks.articles import TEXT, shuffled

pytestmark = pytest.mark.benchmark(group="(d) pages composed and written as one PDF, each an article")

COUNTS = [1, 8, 64]


def edition_of(folder, texts):
    """Return an edition of the texts, each an article on a page of its own."""
    files = [folder / f"{number:02}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return new_edition(files, find_layout("special-report")).edition


def pages_to_pdf(edition) -> bytes:
    faces = FaceLibrary()
    composer = Composer(faces)
    pages = tuple(composer.compose(edition, page) for page in edition.pages)
    return pdf_of(Loaded(edition, pages), faces)


@pytest.fixture(scope="module")
def first() -> dict[str, float]:
    """Seconds for a character where there is one page, by kind of article."""
    return {}


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", ["the same", "different"])
def test_pages(benchmark, tmp_path, tell, first, kind, count):
    edition = edition_of(tmp_path, [TEXT if kind == "the same" else shuffled(seed) for seed in range(count)])
    assert len(edition.pages) == count
    gc.disable()  # as commands do: what it looks through grows with the pages
    try:
        written = benchmark.pedantic(pages_to_pdf, args=(edition,), rounds=max(3, 12 // count), warmup_rounds=1)
    finally:
        gc.enable()
    assert written.startswith(b"%PDF")
    if benchmark.enabled:
        each = benchmark.stats.stats.min / sum(len(source.text) for source in edition.sources)
        ratio = each / first.setdefault(kind, each)
        tell(f"{count} pages, {kind} articles: time of a character", f"{each * 1e6:.1f} µs, {ratio:.2f} ×")
