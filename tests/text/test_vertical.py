"""Vertical setting: cells run down, ink stands on its side of the cell along the column (W1–W3), V1, V2."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.style import MarkKind, MarkRule, VerticalRules
from desktop.text import LineBreak, LinePlace, RuleTables, compile_tables, line_runs, natural_width, set_cells
from tests.text.setting import FACES, chain, set_lines, shaped, typography


def runs(text: str, role: str = "song", **options) -> list[GlyphRun]:
    """The runs of a text in one column, an em a point."""
    paragraph = shaped(text, role, writing="v", **options)
    line = LineBreak(0, len(paragraph), len(paragraph), last=True)
    return list(line_runs(paragraph, set_cells(paragraph, line, 99, justify=False), LinePlace(0, 0, 1.0, "f", 0)))


def inks(text: str, role: str = "song", **options) -> list[tuple[float, float, float, float]]:
    """Per glyph: left, top, right, bottom of its ink in ems, from the column's centre line and its top."""
    boxes = []
    for run in runs(text, role, **options):
        assert run.writing == "v"
        face = next(face for face in chain(role).faces if face.id == run.face)
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            x_min, y_min, x_max, y_max = face.ink_box(gid)
            x_min, x_max = x_min * run.stretch, x_max * run.stretch
            turned = (dx + y_min, dy + x_min, dx + y_max, dy + x_max)
            boxes.append(turned if run.rotation else (dx + x_min, dy - y_max, dx + x_max, dy - y_min))
    return boxes


def columns(**changed: object) -> RuleTables:
    """The house's tables with other rules of vertical setting."""
    return compile_tables(replace(typography(), vertical=VerticalRules(**changed)))


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


@pytest.mark.parametrize("role", FACES)
def test_w1_a_dash_is_one_line_down_two_ems(role):
    dashes = sorted(inks("国——安", role)[1:-1], key=lambda box: box[1])
    assert all(after[1] <= before[3] for before, after in pairwise(dashes))
    assert dashes[-1][3] - dashes[0][1] > 1.5
    assert dashes[0][1] >= 1 - 1e-6
    assert dashes[-1][3] <= 3 + 1e-6


def stances(text: str, **options) -> list[tuple[str, int]]:
    return [(run.text, run.rotation) for run in runs(text, **options)]


def test_a_mark_without_a_vertical_form_is_turned():
    assert stances("国——安", role="kai") == [("国", 0), ("——", 90), ("安", 0)]


def test_control_a_mark_with_a_vertical_form_is_drawn_with_it():
    assert stances("国——安") == [("国——安", 0)]


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("sign", "—–-～－")
def test_connectors_turn_on_the_column_axis(role, sign):
    left, top, right, bottom = inks(f"国{sign}安", role)[1]
    assert bottom - top > right - left
    assert abs(left + right) < 0.05


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("mark", "：；？！·")
def test_marks_without_blank_stand_in_the_middle_of_their_cell(role, mark):
    left, top, right, bottom = inks(f"国{mark}安", role)[1]
    assert left + right == pytest.approx(0, abs=0.01)
    assert (top + bottom) / 2 == pytest.approx(1.25 if mark == "·" else 1.5, abs=0.01)


def test_marks_with_blank_on_both_sides_stand_in_the_middle_too():
    own = typography()
    middle = [MarkRule(MarkKind.PAUSE, "，", 1.0, 0.25, 0.25), *(mark for mark in own.marks if "，" not in mark.chars)]
    left, top, right, bottom = inks("国，安", rules=compile_tables(replace(own, marks=tuple(middle))))[1]
    assert (left + right, top + bottom) == pytest.approx((0, 3), abs=0.01)


@pytest.mark.parametrize(("quote", "corner"), [("“", "『"), ("”", "』"), ("‘", "「"), ("’", "」")])
def test_quotes_are_drawn_as_corner_brackets_and_stay_what_they_are(quote, corner):
    (quoted,), (cornered,) = runs(f"国{quote}安", "kai"), runs(f"国{corner}安", "kai")
    assert (quoted.gids, quoted.dx, quoted.dy) == (cornered.gids, cornered.dx, cornered.dy)
    assert quoted.text == f"国{quote}安"


@pytest.mark.parametrize("role", FACES)
def test_a_style_may_keep_the_quotes(role):
    kept = runs("国“安", role, rules=columns(corner_quotes=False))
    assert [(run.text, run.rotation) for run in kept] == [("国", 0), ("“", 90), ("安", 0)]
    left, top, _, bottom = inks("国“安", role, rules=columns(corner_quotes=False))[1]
    assert 1.5 <= top < bottom <= 2 + 1e-6
    assert left > 0


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("word", ["GDP", "A", "5", "2024", "UNESCO"])
def test_capitals_and_years_stand_upright_an_em_each(role, word):
    boxes = inks(f"国{word}安", role)
    for number, (left, top, right, bottom) in enumerate(boxes[1:-1], 1):
        assert left + right == pytest.approx(0, abs=0.01)
        assert (top + bottom) / 2 == pytest.approx(number + 0.5, abs=0.01)
    assert boxes[-1][1] > len(word) + 1


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("number", ["12", "80", "100", "365"])
def test_two_or_three_digits_share_a_cell(role, number):
    boxes = inks(f"国{number}安", role)
    digits, after = boxes[1:-1], boxes[-1]
    assert min(box[0] for box in digits) + max(box[2] for box in digits) == pytest.approx(0, abs=0.01)
    assert min(box[1] for box in digits) + max(box[3] for box in digits) == pytest.approx(3, abs=0.01)
    assert max(box[2] for box in digits) <= 0.5
    assert all(left[2] <= right[0] for left, right in pairwise(digits))
    assert 2 < after[1] < 2.2


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("word", ["Python", "5.2%", "94817", "COVID-19", "don't", "UNICEFS"])
def test_words_and_long_numbers_are_turned_a_quarter_em_from_han(role, word):
    found = stances(f"国{word}安", role=role)
    assert found == [("国", 0), (word, 90), ("安", 0)]
    paragraph = shaped(f"国{word}安", role, writing="v")
    assert paragraph.cells.gap[0] == paragraph.cells.gap[-2] == 0.25
    advances = shaped(word, role).cells.advance
    assert paragraph.cells.advance[1:-1] == pytest.approx(advances)
    boxes = inks(f"国{word}安", role)[1:-1]
    assert 0.3 < max(box[2] for box in boxes) < 0.52
    assert min(box[0] for box in boxes) > -0.65
    assert [box[1] for box in boxes] == sorted(box[1] for box in boxes)


def test_control_upright_letters_stand_without_that_gap():
    assert set(shaped("国GDP安", writing="v").cells.gap) == {0.0}


def test_a_phrase_with_a_word_is_turned_whole():
    assert stances("用iPhone 15拍") == [("用", 0), ("iPhone", 90), (" ", 0), ("15", 90), ("拍", 0)]
    assert [rotation for _, rotation in stances("用CPU 15个")] == [0, 0, 0]


def test_a_unit_behind_digits_has_a_cell_of_its_own():
    paragraph = shaped("增12%，5℃", writing="v")
    assert [paragraph.text[a:b] for a, b in zip(paragraph.cells.first, paragraph.cells.last, strict=True)] == [
        "增", "12", "%", "，", "5", "℃",
    ]  # fmt: skip
    assert paragraph.cells.breaks[1:3] == [False, False]


def test_how_many_characters_stand_upright_is_data():
    assert stances("国GDP", rules=columns(acronym=2))[-1] == ("GDP", 90)
    assert stances("国100", rules=columns(combined=2, upright_digits=2))[-1] == ("100", 90)
    assert stances("国94817", rules=columns(upright_digits=5)) == [("国94817", 0)]
    assert len(shaped("国12", rules=columns(combined=0), writing="v")) == 3


def test_full_width_digits_keep_their_cells():
    assert stances("达９８％") == [("达９８％", 0)]
    assert len(shaped("达９８％", writing="v")) == 4


def test_a_combining_mark_goes_with_its_letter():
    paragraph = shaped("国e\u0301安", writing="v")
    assert len(paragraph) == 3
    assert {run.rotation for run in runs("国e\u0301安")} == {0}


def test_a_word_divided_down_a_narrow_column_shows_a_turned_hyphen():
    paragraph = shaped("internationalization", writing="v")
    (first, *_) = set_lines(paragraph, 5)
    *letters, hyphen = line_runs(paragraph, first, LinePlace(0, 0, 1.0, "f", 0))
    assert first.line.hyphen
    assert (hyphen.text, hyphen.element, hyphen.rotation) == ("-", None, 90)
    assert letters[-1].y + letters[-1].dy[-1] < hyphen.y + hyphen.dy[0] < 5
