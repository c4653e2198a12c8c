"""Inside a running program: each step of the work on the sample page, in one group, so that ratios compare them."""

from __future__ import annotations

from itertools import count

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.app.load import Loaded, Wishes, edition_of_articles
from desktop.app.press import pdf_of
from desktop.compose import Composer
from desktop.compose.copyfit import copyfit
from desktop.errors import message
from desktop.fonts import FaceLibrary
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from desktop.opening import empty_edition, read_articles
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale
from tests.benchmarks.articles import ARTICLE, edited

pytestmark = pytest.mark.benchmark(group="inside a running program, the sample page")


@pytest.fixture(scope="module")
def faces():
    return FaceLibrary()


@pytest.fixture(scope="module")
def edition():
    return edition_of_articles([ARTICLE], Wishes("special-report"))[0]


def typed(edition, number):
    """Return the edition with one more character typed into the middle of a paragraph."""
    story = edition.stories[0]
    at, text = edited(number)
    change = Change("typed", ChangeKind.EDIT, SourceRange(at, at), "", text, message("typed"))
    return edition.replacing_story(replace(story, changes=(*story.changes, change)))


def test_open_article(benchmark):
    _, stories = benchmark(read_articles, empty_edition(), [ARTICLE])
    assert stories[0].with_role(Role.SUBHEAD)


def test_compose_page(benchmark, edition, faces):
    page = benchmark(lambda: Composer(faces).compose(edition, edition.pages[0]))
    assert not page.overset


def test_copyfit_page(benchmark, edition, faces):
    """Texts of the page made to end exactly, of an open page: its best lines are known, other ones are not."""

    def composed():
        composer = Composer(faces)
        composer.compose(edition, edition.pages[0])
        return (composer, edition, edition.pages[0]), {}

    plan = benchmark.pedantic(copyfit, setup=composed, rounds=10)
    assert plan.exact


def test_copyfit_where_no_lever_suffices(benchmark, edition, faces):
    """A section a third too long: every lever is tried, then sentences are named."""
    page = edition.pages[0]
    frames = tuple(replace(frame, lines=20) if frame.slot == "section-1" else frame for frame in page.frames)
    over = edition.replacing_page(replace(page, frames=frames))

    def composed():
        composer = Composer(faces)
        composer.compose(over, over.pages[0])
        return (composer, over, over.pages[0]), {}

    plan = benchmark.pedantic(copyfit, setup=composed, rounds=10)
    assert any(text.sentences for text in plan.texts)


def test_write_pdf(benchmark, edition, faces):
    loaded = Loaded(edition, (Composer(faces).compose(edition, edition.pages[0]),))
    assert benchmark(pdf_of, loaded, faces).startswith(b"%PDF")


class Paper:
    """An image to paint the page on, one device pixel for a point, with everything warm that stays between edits."""

    def __init__(self, display, faces):
        self.scale = DeviceScale.even(1.0)
        self.ink, self.images = GlyphInk(Outlines(faces)), MediaImages({})
        self.image = QImage(self.scale.page(display), QImage.Format.Format_RGB32)

    def paint(self, display):
        self.image.fill(Qt.GlobalColor.white)
        painter = QPainter(self.image)
        paint_page(painter, display, self.ink, self.images, self.scale)
        painter.end()
        return self.image


def test_paint_page(benchmark, edition, faces):
    display = Composer(faces).compose(edition, edition.pages[0]).display
    image = benchmark(Paper(display, faces).paint, display)
    assert any(image.pixelColor(x, 120).lightness() < 64 for x in range(image.width()))


def test_recompose_and_paint_after_one_character(benchmark, edition, faces):
    composer = Composer(faces)
    paper = Paper(composer.compose(edition, edition.pages[0]).display, faces)
    numbers = count()

    def type_and_show():
        changed = typed(edition, next(numbers))
        return paper.paint(composer.compose(changed, changed.pages[0]).display)

    assert not benchmark(type_and_show).isNull()
