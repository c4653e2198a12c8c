"""Cells whose glyphs are turned or narrower make runs of their own (V1, V2)."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.text import LineBreak, LinePlace, line_runs, set_cells
from desktop.text.paragraph import ShapedParagraph, shifted
from tests.text.setting import shaped


def runs(paragraph: ShapedParagraph):
    line = LineBreak(0, len(paragraph), len(paragraph), last=True)
    return list(line_runs(paragraph, set_cells(paragraph, line, 99, justify=False), LinePlace(0, 0, 10.0, "f", 0)))


def changed(cell: int, **how) -> ShapedParagraph:
    paragraph = shaped("国家安定", writing="v")
    paragraph.cells.glyphs[cell] = tuple(replace(glyph, **how) for glyph in paragraph.cells.glyphs[cell])
    return paragraph


def test_a_turned_cell_is_a_run_of_its_own():
    found = runs(changed(1, rotation=90))
    assert [(run.text, run.rotation) for run in found] == [("国", 0), ("家", 90), ("安定", 0)]


def test_a_narrower_cell_is_a_run_of_its_own():
    found = runs(changed(2, stretch=0.5))
    assert [(run.text, run.stretch, run.size) for run in found] == [("国家", 1, 10), ("安", 0.5, 10), ("定", 1, 10)]


def test_control_alike_cells_are_one_run():
    assert [run.text for run in runs(changed(1))] == ["国家安定"]


def test_moving_glyphs_on_keeps_their_direction_and_width():
    glyphs = changed(1, rotation=90, stretch=0.5).cells.glyphs[1]
    for vertical in (False, True):
        moved = shifted(glyphs, 0.25, vertical)
        assert [(g.rotation, g.stretch) for g in moved] == [(90, 0.5)]
        assert moved != glyphs
