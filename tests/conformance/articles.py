"""Articles composed as the command line composes them: the real one, the samples, and ones made here."""

from __future__ import annotations

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
from tests.conformance.positions import Sheet, read
from tests.text.setting import LIBRARY

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "article" / "deqing-pingan.txt"
SAMPLES = tuple(sorted((ROOT / "resources" / "sample").glob("*.txt")))
LAYOUTS = ("special-report", "tabloid-feature", "broadsheet-feature")


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
def composed(path: Path, layout: str, level: str = "") -> Composed:
    """An article on a layout; ``level`` replaces the house style's line-start and line-end level."""
    edition, _ = edition_of_articles([path], Wishes(layout=layout))
    if level:
        typography = replace(edition.style.typography, level=level)
        edition = replace(edition, style=replace(edition.style, typography=typography))
    return compose(edition)


def compose(edition: Edition, composer: Composer | None = None) -> Composed:
    page = (composer or Composer(LIBRARY)).compose(edition, edition.pages[0])
    return Composed(edition, page, read(dump_lines(page.display)))
