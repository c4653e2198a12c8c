"""What assertions are asked about: paragraphs, columns and pages set by the product, and doctored copies of them.

A subject is a recipe; ``work`` sets it. Controls are subjects too: the same text with a rule switched off, cut into
lines of so many characters, or set rightly and then tampered with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from desktop.display import GlyphRun, PageDisplay
from desktop.geometry import Rect
from desktop.model.edition import Edition, Media
from desktop.model.story import Role
from desktop.model.style import KinsokuLevel, Value, Variant
from desktop.text import (
    Breaker,
    LineBreak,
    LinePlace,
    Measures,
    Remedy,
    RuleTables,
    SetLine,
    ShapedParagraph,
    compile_tables,
    line_runs,
    set_cells,
    shape_paragraph,
)
from tests.conformance.articles import Composed, compose, composed, notes_of, run_in_of
from tests.conformance.positions import Note
from tests.text.setting import BODY, PITCH, chain, plain, style

Change = Callable[[GlyphRun], GlyphRun]


class Work(Struct, frozen=True):
    """A page as set, and what was reported of its lines; ``elements`` are those asked about, none for all."""

    display: PageDisplay
    notes: tuple[Note, ...] = ()
    elements: frozenset[str] = frozenset()
    media: Mapping[str, Media] = field(default_factory=lambda: MappingProxyType({}))
    roles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    run_in: frozenset[str] = frozenset()


class Subject(Struct, frozen=True):
    """Something that can be set."""

    def work(self) -> Work:
        raise NotImplementedError


class Text(Subject, frozen=True):
    """Paragraphs below one another in a column of so many ems, ten points each.

    ``changes`` are table, field and value of the house's typography, ``marks`` characters, a field of theirs and value.
    """

    texts: tuple[str, ...]
    measure: float = 13.0
    indent: float = 0.0
    level: str = ""
    role: str = "song"
    writing: str = "h"
    variants: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, Value], ...] = ()
    marks: tuple[tuple[str, str, float], ...] = ()
    clause: bool = False
    justify: bool = True
    count: int | None = None
    naive: bool = False
    """Lines of so many characters, an em each, whatever they are."""

    def work(self) -> Work:
        runs: list[GlyphRun] = []
        notes: list[Note] = []
        number = 0
        for index, text in enumerate(self.texts, 1):
            paragraph = self.shaped(text, f"p{index}")
            for first, line in enumerate(self._lines(paragraph)):
                x = self.indent * BODY if not first and self.indent else 0.0
                place = _place(self.writing, x, number)
                runs += line_runs(paragraph, line, place)
                if line.line.remedy is not Remedy.NONE:
                    at = paragraph.starts[paragraph.cells.first[line.line.start]]
                    notes.append(Note(f"p{index}", at, str(line.line.remedy)))
                number += 1
        return Work(self._page(tuple(runs), number), tuple(notes))

    def rules(self) -> RuleTables:
        own = Variant("own", changes=self.changes, marks=self.marks)
        typography = style().typography_by([(self.variants, KinsokuLevel(self.level) if self.level else None)])
        return compile_tables(own.applied(typography))

    def shaped(self, text: str, element: str) -> ShapedParagraph:
        return shape_paragraph([plain(text, element)], chain(self.role), self.rules(), self.writing, self.clause)

    def _lines(self, paragraph: ShapedParagraph) -> list[SetLine]:
        if self.naive:
            wide, count = int(self.measure), len(paragraph)
            cuts = [(start, min(count, start + wide)) for start in range(0, count, wide)]
            return [
                SetLine(LineBreak(start, end, end, last=False), tuple(float(x) for x in range(end - start)), 0.0)
                for start, end in cuts
            ]
        first = (self.measure - self.indent,) if self.indent else ()
        found = Breaker(paragraph).lines(Measures(self.measure, first), count=self.count)
        assert found is not None
        return [
            set_cells(paragraph, line, self.measure - (0.0 if at else self.indent), justify=self.justify)
            for at, line in enumerate(found.lines)
        ]

    def _page(self, runs: tuple[GlyphRun, ...], lines: int) -> PageDisplay:
        width = self.measure * BODY if self.writing == "h" else BODY * (2 * lines + 2)
        height = PITCH * (1 + lines) if self.writing == "h" else BODY * (self.measure + 2)
        area = Rect(0, 0, width, height)
        return PageDisplay("1", area.width, height + PITCH, PITCH, PITCH, BODY, area, (), runs)


def _place(writing: str, x: float, number: int) -> LinePlace:
    if writing == "v":
        return LinePlace(BODY * (2 * number + 1), BODY, BODY, "text", number)
    return LinePlace(x, (number + 1) * PITCH, BODY, "text", number)


def lines_of(*texts: str, measure: float = 13.0, **options: object) -> Text:
    """Paragraphs in a column."""
    return Text(texts, measure, **options)


class Doctored(Subject, frozen=True):
    """A work whose runs were tampered with."""

    subject: Subject
    change: Change

    def work(self) -> Work:
        found = set_once(self.subject)
        items = (self.change(item) if isinstance(item, GlyphRun) else item for item in found.display.items)
        return replace(found, display=replace(found.display, items=tuple(items)))


class Redrawn(Subject, frozen=True):
    """A work whose page was tampered with."""

    subject: Subject
    change: Callable[[PageDisplay], PageDisplay]

    def work(self) -> Work:
        found = set_once(self.subject)
        return replace(found, display=self.change(found.display))


class Told(Subject, frozen=True):
    """A work of which something else was reported."""

    subject: Subject
    remedy: str | None = None

    def work(self) -> Work:
        found = set_once(self.subject)
        notes = () if self.remedy is None else tuple(replace(note, remedy=self.remedy) for note in found.notes)
        return replace(found, notes=notes)


class Made(Subject, frozen=True):
    """A page that a function makes."""

    make: Callable[[], Work]

    def work(self) -> Work:
        return self.make()


@cache
def set_once(subject: Subject) -> Work:
    """Return what a subject makes, set once."""
    return subject.work()


def page_work(edition: Edition, *asked: Role) -> Work:
    """Return an edition's first page, composed; the elements of some roles are asked about, or all."""
    return work_of(compose(edition), *asked)


def work_of(found: Composed, *asked: Role) -> Work:
    media = {one.id: one for one in found.edition.media}
    roles = {each.id: str(each.role) for story in found.edition.stories for each in story.elements}
    ids = frozenset(found.ids(*asked))
    return Work(found.page.display, notes_of(found.page), ids, media, roles, run_in_of(found.edition))


class Article(Subject, frozen=True):
    """An article file on a layout; its elements of some roles."""

    path: Path
    layout: str
    asked: tuple[Role, ...] = ()

    def work(self) -> Work:
        return work_of(composed(self.path, self.layout), *self.asked)
