"""Articles composed as the command line composes them: the real one, the samples, and those that recognition reads."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from desktop.app.load import Loaded, Wishes, edition_of_articles
from desktop.compose import ComposedPage, Composer
from desktop.formats.display_json import dump_lines
from desktop.model.edition import Edition
from desktop.model.story import Role
from tests.conformance.positions import Note, Sheet, read
from tests.recognise.corpus import raw, read_labelled
from tests.text.setting import LIBRARY

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "article" / "deqing-pingan.txt"
SAMPLES = tuple(sorted((ROOT / "resources" / "sample").glob("*.txt")))
LABELLED = tuple(sorted((ROOT / "tests" / "articles").rglob("*.txt")))
LAYOUTS = ("special-report", "tabloid-feature", "broadsheet-feature")
PARAGRAPHS = (Role.BODY, Role.LEDE, Role.EDITORS_NOTE, Role.BOX, Role.DATELINE)
"""Roles that are set as paragraphs: justified, indented as their style says."""


class Composed(Struct, frozen=True):
    """An edition, its one page composed, and that page's dump as read."""

    edition: Edition
    page: ComposedPage
    sheet: Sheet

    def ids(self, *roles: Role) -> list[str]:
        return [e.id for story in self.edition.stories for e in story.elements if e.role in roles]

    @property
    def body(self) -> Sheet:
        return self.sheet.of(*self.ids(Role.BODY))

    @property
    def loaded(self) -> Loaded:
        return Loaded(self.edition, (self.page,))


def real_article() -> Path:
    if not REAL.is_file():
        pytest.skip("the real article is not here")
    return REAL


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="banxin-articles-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def plain(path: Path) -> Path:
    """A labelled article as a file of plain text."""
    file = _folder() / f"{path.parent.name}-{path.stem}.txt"
    file.write_text(raw(read_labelled(path), "plain")[0], encoding="utf-8")
    return file


@cache
def composed(path: Path, layout: str, level: str = "") -> Composed:
    """An article on a layout; ``level`` replaces the house style's line-start and line-end level."""
    edition, _ = edition_of_articles([plain(path) if path in LABELLED else path], Wishes(layout=layout))
    if level:
        typography = replace(edition.style.typography, level=level)
        edition = replace(edition, style=replace(edition.style, typography=typography))
    return compose(edition)


def compose(edition: Edition, composer: Composer | None = None) -> Composed:
    page = (composer or Composer(LIBRARY)).compose(edition, edition.pages[0])
    sheet = replace(read(dump_lines(page.display), notes_of(page)), run_in=run_in_of(edition))
    return Composed(edition, page, sheet)


def run_in_of(edition: Edition) -> frozenset[str]:
    """The elements that go on in the paragraph before them."""
    return frozenset(each.id for story in edition.stories for each in story.elements if each.run_in)


def notes_of(page: ComposedPage) -> tuple[Note, ...]:
    return tuple(Note(note.element, note.at, str(note.remedy)) for note in page.notes)
