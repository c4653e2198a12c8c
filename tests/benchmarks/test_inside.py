"""Inside a running program: each step of the work on the sample page, in one group, so that ratios compare them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.app.load import Loaded, Wishes, edition_of_articles
from desktop.app.press import pdf_of
from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from desktop.opening import empty_edition, read_articles

ARTICLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "article.txt"

pytestmark = pytest.mark.benchmark(group="inside a running program, the sample page")


@pytest.fixture(scope="module")
def faces():
    return FaceLibrary()


@pytest.fixture(scope="module")
def edition():
    return edition_of_articles([ARTICLE], Wishes("special-report"))[0]


def typed(edition, number):
    """Return the edition after one more character was typed into the middle of a paragraph of the second section."""
    story = edition.stories[0]
    body = [e for e in story.elements if e.role is Role.BODY][5]
    at = body.ranges[0].start + 20
    change = Change("typed", ChangeKind.EDIT, SourceRange(at, at), "", "字" if number % 2 else "词", body.reason)
    return edition.replacing_story(replace(story, changes=(*story.changes, change)))


def test_open_article(benchmark):
    _, stories = benchmark(read_articles, empty_edition(), [ARTICLE])
    assert stories[0].with_role(Role.SUBHEAD)


def test_compose_page(benchmark, edition, faces):
    page = benchmark(lambda: Composer(faces).compose(edition, edition.pages[0]))
    assert not page.overset


def test_recompose_after_one_character(benchmark, edition, faces):
    composer = Composer(faces)
    before = composer.compose(edition, edition.pages[0])
    numbers = count()

    def type_and_compose():
        changed = typed(edition, next(numbers))
        return composer.compose(changed, changed.pages[0])

    after = benchmark(type_and_compose)
    assert sum(len(run.gids) for run in after.display.runs()) == sum(len(run.gids) for run in before.display.runs()) + 1


def test_write_pdf(benchmark, edition, faces):
    loaded = Loaded(edition, (Composer(faces).compose(edition, edition.pages[0]),))
    assert benchmark(pdf_of, loaded, faces).startswith(b"%PDF")
