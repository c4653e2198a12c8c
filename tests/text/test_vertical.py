"""Vertical setting: cells run down, ink stands on its side of the cell along the column (W1), W2, W3."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.text import LineBreak, LinePlace, line_runs, natural_width, set_cells
from tests.text.setting import FACES, chain, shaped

_EM_BOX = (-0.12, 0.88)


def inks(text: str, role: str = "song") -> list[tuple[float, float, float, float]]:
    """Per glyph: left, top, right, bottom of its ink in ems, from the column's centre line and its top."""
    paragraph = shaped(text, role, writing="v")
    line = LineBreak(0, len(paragraph), len(paragraph), last=True)
    boxes = []
    for run in line_runs(paragraph, set_cells(paragraph, line, 99, justify=False), LinePlace(0, 0, 1.0, "f", 0)):
        assert run.writing == "v"
        face = next(face for face in chain(role).faces if face.id == run.face)
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            x_min, y_min, x_max, y_max = face.ink_box(gid)
            boxes.append((dx + x_min, dy - y_max, dx + x_max, dy - y_min))
    return boxes


@pytest.mark.parametrize("role", FACES)
def test_han_stand_centred_below_each_other(role):
    for number, (left, top, right, bottom) in enumerate(inks("国安定", role)):
        assert -0.55 < left < right < 0.55
        assert number - 0.05 < top < bottom < number + 1.05


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("mark", "，。、")
def test_points_stand_at_the_top_right_of_their_cell(role, mark):
    left, top, right, bottom = inks(f"国{mark}安", role)[1]
    assert 0 < left < right <= 0.55
    assert 1.0 <= top < bottom <= 1.5 + 1e-6


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize(("mark", "side"), [("《", 1.5), ("（", 1.5), ("》", 1.0), ("）", 1.0)])
def test_brackets_turn_and_stand_on_their_half_of_the_cell(role, mark, side):
    left, top, right, bottom = inks(f"国{mark}安", role)[1]
    assert right - left > bottom - top
    assert side - 1e-6 <= top < bottom <= side + 0.5 + 1e-6


def width(text: str) -> float:
    paragraph = shaped(text, writing="v")
    return natural_width(paragraph, 0, len(paragraph))


@pytest.mark.parametrize("mark", "：；？！")
def test_w2_colons_and_exclamations_keep_their_em(mark):
    paragraph = shaped(f"国{mark}安", writing="v")
    assert width(f"国{mark}") == 2.0
    assert width(f"国{mark}“安") == 4.0
    assert sum(steps[-1] for steps in paragraph.capacity) == 0


def test_w2_control_horizontally_they_give_half_an_em_at_line_end():
    paragraph = shaped("国；")
    assert natural_width(paragraph, 0, 2) == 1.5


def test_w3_w4_w5_hold_down_the_column():
    assert width("国，“安") == 3.5
    assert width("《国》") == 2.0
    assert width("国。") == 1.5


def test_w3_the_second_bracket_moves_up():
    _, _, _, bottom = inks("国“‘安")[1]
    assert inks("国“‘安")[2][1] - bottom < 0.5
    assert inks("国“‘安")[3][1] < 3.0


@pytest.mark.parametrize("role", [role for role in FACES if role != "kai"])  # 楷体 has no turned dash
def test_w1_a_dash_is_one_line_down_two_ems(role):
    dashes = sorted(inks("国——安", role)[1:-1], key=lambda box: box[1])
    assert all(after[1] <= before[3] for before, after in pairwise(dashes))
    assert dashes[-1][3] - dashes[0][1] > 1.5
    assert dashes[0][1] >= 1 - 1e-6
    assert dashes[-1][3] <= 3 + 1e-6


def test_latin_stands_upright_in_cells_of_an_em():
    left, top, right, bottom = inks("国A安")[1]
    assert left == pytest.approx(-right, abs=0.05)
    assert 1.25 <= top < bottom <= 2.25
