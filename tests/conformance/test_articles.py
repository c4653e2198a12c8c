"""Every article of tests/articles on a page, the samples and the real one on all layouts: no rule broken untold."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.model.story import Role
from tests.conformance.articles import LABELLED, LAYOUTS, PARAGRAPHS, SAMPLES, Composed, composed, real_article
from tests.conformance.everything import OF_PAGES, faults_of, of_paragraphs, subheads_at_feet, widest_gaps
from tests.conformance.positions import Sheet
from tests.conformance.register import asserted, chapter
from tests.conformance.works import Article, Doctored

NAMED = [(path, LAYOUTS[number % len(LAYOUTS)]) for number, path in enumerate(LABELLED)]
QUESTIONS = of_paragraphs(2.0, free=False)


def every_fault(page: Composed) -> list[str]:
    roles = {each.id: str(each.role) for story in page.edition.stories for each in story.elements}
    sheet = replace(page.sheet, roles=roles)
    body = sheet.of(*page.ids(Role.BODY, Role.SUBHEAD))
    return [
        *faults_of(sheet.of(*page.ids(*PARAGRAPHS), *sheet.run_in), QUESTIONS),
        *faults_of(sheet.of(*page.ids(*PARAGRAPHS, Role.JUMP_LINE), *sheet.run_in), {"O2": OF_PAGES["O2"]}),
        *faults_of(sheet.of(*page.ids(Role.BODY)), {"P2": OF_PAGES["P2"]}),
        *faults_of(body, {"O2": subheads_at_feet}),
    ]


@pytest.mark.parametrize(("path", "layout"), NAMED, ids=[f"{path.stem}-{layout}" for path, layout in NAMED])
def test_an_article_keeps_every_rule_or_tells(path: Path, layout: str):
    assert every_fault(composed(path, layout)) == []


def known(name: str) -> Path:
    return real_article() if name == "real" else next(path for path in SAMPLES if path.stem == name)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["real", *(path.stem for path in SAMPLES)])
def test_the_samples_and_the_real_article_do(name, layout):
    assert every_fault(composed(known(name), layout)) == []


@pytest.mark.parametrize("level", ["basic", "strict"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_at_other_levels_too(level, layout):
    faults = every_fault(composed(SAMPLES[0], layout, level))
    assert [fault for fault in faults if "ends with /" not in fault] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["article", "real"])
def test_no_gap_of_the_sample_page_is_wider_than_a_quarter_em(name, layout):
    """The mark to pass: Typst opens no gap of the real article by more than 0.12 em in six columns."""
    gaps = [by for _, by, _ in widest_gaps(composed(known(name), layout).body)]
    assert len(gaps) > 100
    assert max(gaps) <= 0.25
    assert sum(by > 0.13 for by in gaps) <= len(gaps) // 50


def test_control_level_none_breaks_rules_on_every_layout():
    for layout in LAYOUTS:
        assert any(fault.startswith("K2") for fault in every_fault(composed(SAMPLES[0], layout, "none")))


def test_control_pages_drawn_out_by_a_hundredth_break_nearly_all():
    page = Article(SAMPLES[0], "special-report", (Role.BODY,))
    wide = Doctored(page, lambda run: replace(run, dx=tuple(dx * 1.02 for dx in run.dx), y=run.y + 0.1))
    sheet: Sheet = chapter([asserted("", "", lambda _: [], wide, wide)], "dump")[wide]
    broken = {fault.split(":")[0] for fault in faults_of(sheet, {**QUESTIONS, **OF_PAGES})}
    assert {"A1", "A2", "A3", "U2", "W1", "P2"} <= broken
