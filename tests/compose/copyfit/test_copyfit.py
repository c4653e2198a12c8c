"""Copyfit: texts end exactly with their last column, by the levers of the house in its order, and nothing is cut."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.compose import Composer
from desktop.compose.copyfit import Cut, FitPlan, LeverKind, TextPlan
from desktop.compose.laid import LaidPage
from desktop.formats.display_json import dump_lines
from desktop.model.copyfit import (
    CutLever,
    HeadlineLever,
    MeasureLever,
    ParagraphLever,
    PictureLever,
    SubheadLever,
)
from desktop.model.corrections import cut_out
from desktop.model.edition import Edition, Flow, Page
from desktop.model.fitting import Fitting
from desktop.text import Remedy
from tests.compose.copyfit import fitting
from tests.compose.copyfit.fitting import off, off_by, page_of, plan, with_fitting, with_levers
from tests.compose.pages import composer
from tests.conformance.positions import read

PLACES = (("tabloid-feature", "text"), ("special-report", "section-4"), ("special-report", "section-3"))
CASES = [
    pytest.param(name, layout, key, lines, id=f"{name}-{key}{lines:+}")
    for name in fitting.ARTICLES
    for layout, key in (PLACES if name == "article" else PLACES[:1])
    for lines in (*range(-6, 0), *range(1, 7))
]


def text_plan(found: FitPlan) -> TextPlan:
    (text,) = found.texts
    return text


def applied(edition: Edition, found: FitPlan) -> Edition:
    return with_fitting(edition, found.fitting)


def feet(edition: Edition, frame: str) -> list[float]:
    """From the dumped positions: for every column of a frame the lines free below its last one."""
    sheet = read(dump_lines(composer().compose(edition, page_of(edition)).display))
    pitch = sheet.page["pitch"]
    (found,) = [one for one in sheet.page["frames"] if one["id"] == frame]
    free = []
    for x, y, width, height in found["columns"]:
        inside = [ln for ln in sheet.lines if ln.frame == frame and ln.column == (x, x + width) and ln.baseline > y]
        free.append((y + height - max((line.baseline for line in inside), default=y)) / pitch)
    return free


def broken_rules(edition: Edition, flow: Flow) -> Counter[Remedy]:
    """How often lines of a text broke which rule, as the composed page tells; a text that is over is not mended."""
    notes = composer().compose(edition, page_of(edition)).notes
    return Counter(note.remedy for note in notes if note.frame in flow.frames)


def without_levers(edition: Edition, last: LeverKind) -> Edition:
    """The edition with the levers before the last one that was pulled."""
    kinds = list(LeverKind)
    return with_levers(edition, *edition.style.copyfit.levers[: kinds.index(last)])


@pytest.mark.parametrize(("name", "layout", "key", "lines"), CASES)
def test_texts_over_or_short_end_exactly_or_the_sentences_are_named(name, layout, key, lines):
    edition = off_by(name, layout, key, lines)
    assert off(edition, key) == lines
    found = plan(edition, key)
    text = text_plan(found)
    assert (text.before.over_lines - text.before.short_lines) == lines
    fitted = applied(edition, found)
    assert judge(Loaded(fitted, (composer().compose(fitted, page_of(fitted)),))).counts["cut"] == 0
    if text.after.exact:
        assert off(fitted, key) == 0
        assert broken_rules(fitted, found.texts[0].flow) <= broken_rules(edition, found.texts[0].flow)
        assert text.steps
        assert max(feet(fitted, key)) < 1
        last = max((step.lever for step in text.steps), key=list(LeverKind).index)
        assert not text_plan(plan(without_levers(edition, last), key)).after.exact
        return
    assert not text.steps
    assert found.fitting == page_of(edition).fitting
    assert (off(fitted, key), text.after) == (lines, text.before)
    assert bool(text.sentences) is (lines > 0)
    if lines > 0:
        assert_cut_fits(edition, key, text)


def assert_cut_fits(edition: Edition, key: str, text: TextPlan) -> None:
    """Without the named sentences the text fits as it was told, and the ledger tells each character as cut."""
    cuts = tuple(Cut(sentence.element, sentence.ranges) for sentence in text.sentences)
    found = plan(edition, key, cuts=cuts)
    assert text_plan(found).after.over_chars == 0
    assert text_plan(found).before == text.before
    assert text.cut is not None
    assert text_plan(found).after.exact or not text.cut.exact
    assert all(sentence.chars > 0 for sentence in text.sentences)
    for cut in cuts:
        edition = edition.replacing_story(cut_out(edition.story_of(cut.element), cut.element, cut.ranges))
    edition = applied(edition, found)
    page = composer().compose(edition, page_of(edition))
    counts = judge(Loaded(edition, (page,))).counts
    assert counts["cut"] == sum(sentence.chars for sentence in text.sentences)
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]


@pytest.mark.parametrize("lines", [-5, -2, 2, 5])
def test_the_same_page_gives_the_same_answer_and_fitting_it_again_changes_nothing(lines):
    edition = off_by("article", "tabloid-feature", "text", lines)
    found = plan(edition)
    assert plan(edition) == found
    again = plan(applied(edition, found))
    assert (again.fitting, again.texts) == (found.fitting, found.texts)


def test_a_whole_page_is_fitted_at_once_and_every_text_told():
    edition = fitting.article("article", "special-report")
    found = plan(edition)
    assert [text.flow.frames[0] for text in found.texts] == ["lede", *(f"section-{n}" for n in range(1, 5))]
    assert found.exact
    page = composer().compose(applied(edition, found), page_of(applied(edition, found)))
    shorts = {one.flow.frames[0]: (one.over_chars, one.short_lines) for one in page.fits}
    assert all(shorts[text.flow.frames[0]] == (0, 0) for text in found.texts)
    for number in range(1, 5):
        assert max(feet(applied(edition, found), f"section-{number}")) < 1
    # Without copyfit the columns are level to a line, and not all of them exactly.
    assert not all(text.before.exact for text in found.texts)
    assert max(max(feet(edition, f"section-{number}")) for number in range(1, 5)) > 1


NONE = (
    ParagraphLever(lines=0),
    SubheadLever(1, 1, 0, 0),
    HeadlineLever(0, 0),
    PictureLever(0, 0),
    MeasureLever(1, 0),
)


@pytest.mark.parametrize("lines", [-3, 3])
def test_limits_of_nothing_leave_everything_as_it_is_and_say_so(lines):
    edition = with_levers(off_by("article", "tabloid-feature", "text", lines), *NONE, CutLever(0))
    found = plan(edition)
    text = next(text for text in found.texts if text.flow.frames[0] == "text")
    assert (found.fitting, text.steps, text.sentences) == (page_of(edition).fitting, (), ())
    assert text.after == text.before
    assert text.after.over_lines - text.after.short_lines == lines
    with_some = replace(edition, style=fitting.article("article", "tabloid-feature").style)
    assert next(text for text in plan(with_some).texts if text.flow.frames[0] == "text").after.exact


@pytest.mark.parametrize("most", [1, 2])
def test_no_paragraph_gives_or_takes_more_than_the_house_allows(most):
    edition = with_levers(
        off_by("article", "tabloid-feature", "text", -6), ParagraphLever(lines=most, least=12), CutLever()
    )
    found = plan(edition, "text")
    assert found.exact
    changed = {fit.element: fit.lines for fit in found.fitting.paragraphs}
    assert changed
    assert max(map(abs, changed.values())) <= most
    column = 11
    assert all(edition.element(element).length >= 11 * column for element in changed)
    unlimited = with_levers(edition, ParagraphLever(lines=1, least=3))
    others = {fit.element for fit in plan(unlimited, "text").fitting.paragraphs}
    assert any(edition.element(element).length < 11 * column for element in others)


def test_levers_are_pulled_in_the_order_of_the_house():
    edition = off_by("article", "special-report", "section-4", -4)
    paragraphs, subheads = ParagraphLever(lines=2, least=2), SubheadLever(0, 2, 0, 2)
    first = text_plan(plan(with_levers(edition, paragraphs, subheads), "section-4"))
    assert first.after.exact
    assert {step.lever for step in first.steps} == {LeverKind.PARAGRAPHS}
    second = text_plan(plan(with_levers(edition, subheads, paragraphs), "section-4"))
    assert second.after.exact
    assert {step.lever for step in second.steps} == {LeverKind.SUBHEADS}


def test_what_is_gained_makes_up_for_what_was_over():
    for lines in (-4, 3):
        text = text_plan(plan(off_by("article", "tabloid-feature", "text", lines), "text"))
        assert {step.lever for step in text.steps} == {LeverKind.PARAGRAPHS}
        assert sum(step.gained for step in text.steps) == lines


@pytest.mark.parametrize(("chars", "beyond"), [(9000, True), (2600, False)])
def test_a_text_that_no_page_could_hold_is_told_without_trying(monkeypatch, chars, beyond):
    edition = fitting.with_paragraph(fitting.article("article", "tabloid-feature"), "text", chars)
    tried: list[Fitting] = []
    lay_out = Composer.lay_out

    def counted(self: Composer, whole: Edition, page: Page) -> LaidPage:
        tried.append(page.fitting)
        return lay_out(self, whole, page)

    monkeypatch.setattr(Composer, "lay_out", counted)
    text = text_plan(plan(edition, "text"))
    assert text.before.over_chars > 0
    assert any(tried) is not beyond
    assert (text.after, text.steps, text.sentences) == (text.before, (), ()) or not beyond
