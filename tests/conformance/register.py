"""Assertions of the rules of typesetting: each a statement about positions, with a control in which it is not so.

An assertion puts one question to what the product set and expects no fault, and puts the same question to its control
and expects one. Both are read twice: from the page's dump, and from the exported PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.pdf import DocumentInfo, write_pdf
from tests.conformance.positions import Sheet, read
from tests.conformance.printed import read_pages
from tests.conformance.works import Article, Subject, Work, set_once
from tests.text.setting import LIBRARY

Question = Callable[[Sheet], list[str]]
"""Returns the faults that it finds, in words."""

SOURCES = ("dump", "pdf")


class Assertion(Struct, frozen=True):
    """A rule's id, what is stated, the question, what keeps the rule, and what does not."""

    rule: str
    says: str
    question: Question
    kept: tuple[Subject, ...]
    controls: tuple[Subject, ...]
    """Subjects in which the question finds a fault, in one of them at least."""
    not_yet: str = ""
    """Why it does not hold yet; empty where it holds."""

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return (*self.kept, *self.controls)


Subjects = Subject | Sequence[Subject]


def asserted(
    rule: str, says: str, question: Question, kept: Subjects, controls: Subjects, *, not_yet: str = ""
) -> Assertion:
    own, others = ((each,) if isinstance(each, Subject) else tuple(each) for each in (kept, controls))
    return Assertion(rule, says, question, own, others, not_yet)


def faults(question: Question, subjects: Sequence[Subject], book: dict[Subject, Sheet]) -> list[str]:
    return [fault for subject in subjects for fault in question(book[subject])]


def chapter(assertions: Sequence[Assertion], source: str) -> dict[Subject, Sheet]:
    """Return the sheets of all subjects of some assertions, read from their dumps or from one PDF of all pages."""
    subjects = list(dict.fromkeys(subject for each in assertions for subject in each.subjects))
    works = {subject: set_once(subject) for subject in subjects}
    pages = {id(work.display): work for work in works.values()}
    read_here = [work for key, work in pages.items() if key not in _articles(source)]
    sheets = {id(work.display): sheet for work, sheet in zip(read_here, _read(read_here, source), strict=True)}
    sheets |= _articles(source)
    return {subject: _asked(sheets[id(work.display)], work) for subject, work in works.items()}


@cache
def _articles(source: str) -> dict[int, Sheet]:
    """Return the sheets of the articles that any assertion asks about, by their displays: read once for all rules."""
    subjects = {subject for each in every_assertion() for subject in each.subjects if isinstance(subject, Article)}
    works = list({id(work.display): work for work in map(set_once, subjects)}.values())
    return {id(work.display): sheet for work, sheet in zip(works, _read(works, source), strict=True)}


def _read(works: Sequence[Work], source: str) -> list[Sheet]:
    if source == "dump":
        return [read(dump_lines(work.display), work.notes) for work in works]
    media = {key: one for work in works for key, one in work.media.items()}
    displays = [work.display for work in works]
    data = write_pdf(displays, LIBRARY, media, DocumentInfo())
    return read_pages(data, displays, [work.notes for work in works])


def _asked(sheet: Sheet, work: Work) -> Sheet:
    sheet = replace(sheet, roles=work.roles, notes=work.notes, run_in=work.run_in)
    return sheet.of(*work.elements) if work.elements else sheet


@cache
def every_assertion() -> tuple[Assertion, ...]:
    from tests.conformance.statements import ALL

    return ALL


@cache
def sheets_of(rule: str, source: str) -> dict[Subject, Sheet]:
    """Return the sheets of a rule's assertions."""
    return chapter([each for each in every_assertion() if each.rule == rule], source)
