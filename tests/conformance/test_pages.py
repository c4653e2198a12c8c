"""Composed pages keep the rules: the real article, the samples, and the controls that show the rules can fail."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.formats.display_json import dump_lines
from desktop.model.story import Role
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES, Composed, compose, composed, real_article
from tests.conformance.positions import Sheet, read


@pytest.fixture(params=["real", *(path.stem for path in SAMPLES)])
def article(request):
    if request.param == "real":
        return real_article()
    return next(path for path in SAMPLES if path.stem == request.param)


@pytest.fixture(params=LAYOUTS)
def page(request, article) -> Composed:
    return composed(article, request.param)


@pytest.mark.parametrize("rule", rules.BODY_RULES, ids=lambda rule: rule.__name__)
def test_every_body_line_keeps_the_rule(page, rule):
    assert page.body.lines
    assert rule(page.body) == []


def test_every_line_of_every_role_keeps_line_starts_and_ends(page):
    assert rules.starts_and_ends(page.sheet) == []
    assert rules.split_tokens(page.sheet) == []


def test_columns_of_one_frame_share_their_baselines(page):
    """P2 across columns: lines of two columns either share a baseline or stand whole pitches apart."""
    pitch = page.sheet.page["pitch"]
    baselines = sorted({line.baseline for line in page.body.lines})
    steps = [(b - a) / pitch for a, b in pairwise(baselines)]
    assert all(abs(step - round(step)) < 0.001 for step in steps)


def test_a_lines_text_stands_inside_its_column(page):
    for line in page.body.lines:
        assert line.chars[0].left >= -rules.EM
        assert line.chars[-1].right <= line.measure + rules.EM


# Controls: the same questions to pages that are wrong must find faults.


def doctored(page: Composed, change: Callable[[GlyphRun], GlyphRun]) -> Sheet:
    display = page.page.display
    items = tuple(change(item) if isinstance(item, GlyphRun) else item for item in display.items)
    whole = read(dump_lines(replace(display, items=items)))
    return whole.of(*page.ids(Role.BODY))


@pytest.fixture
def sample() -> Composed:
    return composed(SAMPLES[0], "special-report")


def test_control_level_none_lets_marks_start_lines(sample):
    free = composed(SAMPLES[0], "special-report", level="none")
    assert rules.starts_and_ends(free.body) != []


def test_control_a_glyph_moved_by_two_hundredths_of_an_em_is_seen(sample):
    def moved(run: GlyphRun) -> GlyphRun:
        return replace(run, dx=(*run.dx[:-1], run.dx[-1] - 0.02 * run.size))

    assert len(rules.right_edges(doctored(sample, moved))) > 20


def test_control_a_run_moved_to_the_right_is_seen(sample):
    sheet = doctored(sample, lambda run: replace(run, x=run.x + 0.02 * run.size))
    assert rules.left_edges(sheet) != []
    assert rules.right_edges(sheet) != []


def test_control_a_line_off_the_grid_is_seen(sample):
    assert rules.off_grid(doctored(sample, lambda run: replace(run, y=run.y + 0.1))) != []


def test_control_text_without_indent_is_seen(sample):
    style = sample.edition.style
    flush = {role: replace(own, indent_ems=0.0) for role, own in style.flow.items()}
    bare = compose(replace(sample.edition, style=replace(style, flow=flush)))
    assert rules.left_edges(bare.body) != []
    assert rules.left_edges(bare.body, indent=0.0) == []


def test_control_stretched_digits_are_seen(sample):
    def pulled(run: GlyphRun) -> GlyphRun:
        return replace(run, dx=tuple(dx * 1.1 for dx in run.dx))

    assert rules.stretched_numbers(doctored(sample, pulled)) != []


def test_control_one_wide_gap_is_seen(sample):
    def gap(run: GlyphRun) -> GlyphRun:
        half = len(run.dx) // 2
        return replace(run, dx=(*run.dx[:half], *(dx + 0.05 * run.size for dx in run.dx[half:])))

    assert rules.uneven_lines(doctored(sample, gap)) != []


def test_control_overlapping_characters_are_seen(sample):
    squeezed = doctored(sample, lambda run: replace(run, dx=tuple(dx * 0.95 for dx in run.dx)))
    assert rules.squeezed_han(squeezed) != []


def test_control_no_gap_between_han_and_digits_is_seen(sample):
    spacing = replace(sample.edition.style.typography.spacing, latin_gap=0.0, latin_gap_least=0.0, latin_gap_most=0.0)
    style = replace(sample.edition.style, typography=replace(sample.edition.style.typography, spacing=spacing))
    tight = compose(replace(sample.edition, style=style))
    assert rules.natural_gaps(tight.body) != []
    assert rules.natural_gaps(tight.body, gap=0.0) == []
