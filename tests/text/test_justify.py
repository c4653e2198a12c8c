"""Justification: the order of squeezing (A1) and stretching (A2), flush lines (A3), tokens untouched (U2)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.text import LineBreak, natural_width, set_cells
from desktop.text.lines import squeeze_capacity
from tests.text.setting import face, shaped, tables

EPS = 2e-6


def whole(text: str, measure: float, *, last: bool = False, **options):
    """All of a text as one line of a paragraph's inside, set in a measure."""
    paragraph = shaped(text, **options)
    line = LineBreak(0, len(paragraph), len(paragraph), last=last)
    return paragraph, set_cells(paragraph, line, measure, justify=True)


def natural(text: str, **options) -> float:
    paragraph = shaped(text, **options)
    return natural_width(paragraph, 0, len(paragraph))


def steps(text: str, change: float, **options) -> dict[str, float]:
    """By how much each step between cells changes when the line becomes so much wider."""
    _, before = whole(text, natural(text, **options), **options)
    _, after = whole(text, natural(text, **options) + change, **options)
    assert after.width == pytest.approx(before.width + change, abs=EPS)
    pairs = zip(pairwise(before.x), pairwise(after.x), strict=True)
    return {f"{i}": round((d - c) - (b - a), 6) for i, ((a, b), (c, d)) in enumerate(pairs)}


def changed(text: str, change: float, **options) -> set[int]:
    return {int(step) for step, by in steps(text, change, **options).items() if abs(by) > EPS}


# A1. In each text stand things of two neighbouring steps; the later ones move only when the first is used up.


def test_a1_word_space_goes_first_down_to_a_quarter():
    text = "a b国《安》国"  # word space, then brackets
    room = 1 / 3 - 1 / 4
    assert changed(text, -room / 2) == {1}
    assert changed(text, -room) == {1}
    assert changed(text, -room - 0.1) > {1}
    assert steps(text, -room - 0.1)["1"] == pytest.approx(-room, abs=EPS)


def test_a1_brackets_before_commas():
    text = "国《安》国，安、国；安"
    assert changed(text, -0.5) == {0, 3}
    assert changed(text, -1.0) == {0, 3}
    assert steps(text, -0.5)["0"] == pytest.approx(-0.25, abs=EPS)
    assert changed(text, -1.1) == {0, 3, 5, 7, 9}


def test_a1_commas_before_the_latin_gap():
    text = "国，安2国"
    assert changed(text, -0.5) == {1}
    assert changed(text, -0.6) == {1, 2, 3}


def test_a1_the_latin_gap_before_full_stops_down_to_an_eighth():
    text = "国2安。国！安？国"
    assert changed(text, -0.25) == {0, 1}
    assert steps(text, -0.25)["0"] == pytest.approx(-0.125, abs=EPS)
    assert changed(text, -0.3) == {0, 1, 3, 5, 7}


def test_a1_within_a_step_all_give_equally():
    assert set(steps("国，安、国；安", -0.6).values()) == {0.0, -0.2}


def test_a1_w2_fixed_marks_are_never_squeezed():
    text = "国·安-国——安……国～安：国/安"
    paragraph = shaped(text)
    assert sum(squeeze_capacity(paragraph, 0, len(paragraph))) == 0


def test_a1_the_capacity_is_what_the_line_can_give():
    for text in ("国《安》国，安2国。安", "“国”，“安”国", "a b国", "国，"):
        paragraph = shaped(text)
        room = sum(squeeze_capacity(paragraph, 0, len(paragraph)))
        _, line = whole(text, natural(text) - room)
        assert line.width == pytest.approx(natural(text) - room, abs=EPS)
        _, beyond = whole(text, natural(text) - room - 1)
        assert beyond.width == pytest.approx(natural(text) - room, abs=EPS)


def test_a1_no_ink_overlaps_when_all_is_squeezed():
    text = "国《安》国，安、国；安。国！安？“国”安"
    paragraph = shaped(text)
    _, line = whole(text, natural(text) - sum(squeeze_capacity(paragraph, 0, len(paragraph))))
    cells = paragraph.cells
    inks = [
        (x + g.dx + face().ink_box(g.gid)[0], x + g.dx + face().ink_box(g.gid)[2])
        for x, glyphs in zip(line.x, cells.glyphs, strict=True)
        for g in glyphs
    ]
    assert all(a[1] <= b[0] for a, b in pairwise(inks))


# A2.


def test_a2_word_spaces_first_up_to_half_an_em():
    text = "a b2国安"
    room = 1 / 2 - 1 / 3
    assert changed(text, room) == {1}
    assert steps(text, room + 0.05)["1"] == pytest.approx(room, abs=EPS)


def test_a2_then_latin_gaps_up_to_a_third():
    text = "国2安国"
    room = 2 * (1 / 3 - 1 / 4)
    assert changed(text, room / 2) == {0, 1}
    assert changed(text, room) == {0, 1}
    more = steps(text, room + 0.2)
    assert more["0"] == pytest.approx(room / 2, abs=EPS)
    assert more["2"] == pytest.approx(0.2, abs=EPS)


def test_a2_then_all_other_gaps_equally():
    found = steps("国安，国“安”国", 0.7)
    assert set(found.values()) == {0.1}


def test_a2_not_around_connectors_or_the_solidus_nor_inside_tokens():
    text = "国安-国/安——国2023"
    found = steps(text, 2.0)
    assert {step for step, by in found.items() if by == 0} >= {"1", "2", "3", "4", "8", "9", "10"}


def test_a2_limits_give_way_only_where_nothing_else_can_stretch():
    assert steps("a b", 1.0)["1"] == pytest.approx(1.0, abs=EPS)
    assert steps("国2", 1.0)["0"] == pytest.approx(1.0, abs=EPS)


def test_a3_the_last_line_is_not_stretched_but_may_be_squeezed():
    assert whole("国安", 9, last=True)[1].width == 2
    assert whole("国，安", 2.7, last=True)[1].width == pytest.approx(2.7, abs=EPS)


def test_a3_lines_that_are_not_justified_keep_their_width():
    paragraph = shaped("国安")
    assert set_cells(paragraph, LineBreak(0, 2, 2, last=False), 9, justify=False).width == 2


def test_u2_nothing_moves_inside_tokens():
    paragraph, line = whole("国2023年，COVID-19安", 20)
    gaps = {
        paragraph.text[cells_a : cells_a + 2]: b - a - paragraph.cells.advance[i]
        for i, ((a, b), cells_a) in enumerate(zip(pairwise(line.x), paragraph.cells.first, strict=False))
    }
    for inside in ("20", "02", "23", "CO", "OV", "D-", "-1", "19"):
        assert gaps[inside] == pytest.approx(0, abs=EPS)
    assert gaps["国2"] > 0.25


def test_w4_and_w5_at_the_edges():
    paragraph = shaped("《国》")
    assert natural_width(paragraph, 0, 3) == pytest.approx(2.0)
    _, line = whole("《国》", 2.0)
    assert line.x == pytest.approx((-0.5, 0.5, 1.5))


def test_w5_without_its_blank_a_mark_takes_its_whole_cell():
    own = tables()
    full = replace(own, marks={c: replace(m, trail=0.0, squeeze=0) for c, m in own.marks.items()})
    assert natural("国。", rules=full) == 2.0
    assert natural("国。") == 1.5


def test_an_empty_line_has_no_width():
    assert set_cells(shaped("国"), LineBreak(1, 1, 1, last=True), 5, justify=True).width == 0
