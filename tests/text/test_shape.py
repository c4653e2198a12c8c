"""Cells: widths by rule (W1, W3, L1), fallback faces, what takes no room, and what is never lost."""

from __future__ import annotations

import pytest

from desktop.model.settext import SetText
from desktop.text import shape_paragraph
from desktop.text.analyse import analyse
from desktop.text.itemise import itemise
from desktop.text.paragraph import Gap
from tests.text.setting import FACES, chain, face, plain, shaped, tables


def segments(text: str, role: str = "song") -> list[tuple[str, int, bool]]:
    found = itemise(text, analyse(text, tables()).classes, chain(role))
    return [(text[s.start : s.end], s.face, s.latin) for s in found]


def test_segments_change_with_script_and_face():
    assert segments("国安2023年") == [("国安", 0, False), ("2023", 0, True), ("年", 0, False)]
    rare = "\ufe4c"
    assert not face("kai").has(ord(rare))
    assert segments(f"国{rare}安", "kai") == [("国", 0, False), (rare, 1, False), ("安", 0, False)]


def test_white_space_stays_with_what_stands_before_it():
    assert segments("国\ufe4c\u3000安", "kai") == [("国", 0, False), ("\ufe4c\u3000", 1, False), ("安", 0, False)]
    assert segments(" 国", "kai") == [(" 国", 0, False)]


def test_what_takes_no_room_is_in_no_segment_but_combining_marks_are():
    assert segments("国\n安") == [("国", 0, False), ("安", 0, False)]
    assert segments("国\u200b安") == [("国", 0, False), ("安", 0, False)]
    assert segments("e\u0301x") == [("e\u0301x", 0, True)]
    assert segments("\u200b") == []


@pytest.mark.parametrize("role", FACES)
def test_no_cell_shows_the_box_of_a_missing_character(role):
    text = "国\n安\r\n\u200b定\u3000祥\u2003和 a\tb\nc\u00a0d"
    paragraph = shaped(text, role)
    assert all(glyph.gid for glyphs in paragraph.cells.glyphs for glyph in glyphs)
    assert paragraph.missing == ()


def test_fallback_and_missing_are_told_with_their_place():
    paragraph = shaped("国\ufe4c安\U0010fffd。", "kai")
    assert paragraph.fallback == (("\ufe4c", 1),)
    assert paragraph.missing == (("\U0010fffd", 3),)
    assert [g[0].face for g in paragraph.cells.glyphs] == [0, 1, 0, 0, 0]


@pytest.mark.parametrize(
    "text", ["国\n安", "\u200b国\u200b", "\u200b", "\u200b\ufeff", "e\u0301", "ﬁn", "office", "——", "a\n\n"]
)
def test_every_character_belongs_to_exactly_one_cell(text):
    cells = shaped(text).cells
    assert [at for first, last in zip(cells.first, cells.last, strict=True) for at in range(first, last)] == list(
        range(len(text))
    )
    assert all(cells.glyphs)


def test_zero_width_characters_take_no_room():
    assert shaped("国\u200b\u200b安").widths[-1] == 2.0
    assert shaped("\u200b\ufeff").widths[-1] == 0.0


@pytest.mark.parametrize("role", FACES)
def test_w1_han_take_an_em_whatever_the_face_draws(role):
    cells = shaped("国𠮷〇９％Ａ", role).cells
    assert cells.advance == [1.0] * 6


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("mark", "“‘《（【「")
def test_w1_ink_of_opening_marks_stands_in_the_right_half(role, mark):
    cells = shaped(f"国{mark}安", role).cells
    [glyph] = cells.glyphs[1]
    ink = chain(role).faces[glyph.face].ink_box(glyph.gid)
    assert cells.advance[1] == 1.0
    assert 0.5 <= glyph.dx + ink[0] < glyph.dx + ink[2] <= 1.0


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("mark", "”’》）】」，。、：；！？")
def test_w1_ink_of_closing_marks_and_points_stands_in_the_left_half(role, mark):
    cells = shaped(f"国{mark}安", role).cells
    [glyph] = cells.glyphs[1]
    ink = chain(role).faces[glyph.face].ink_box(glyph.gid)
    assert cells.advance[1] == 1.0
    assert 0.0 <= glyph.dx + ink[0] < glyph.dx + ink[2] <= 0.5 + 1e-9


@pytest.mark.parametrize("role", FACES)
@pytest.mark.parametrize("mark", "·/／-")
def test_w1_narrow_marks_stand_in_the_middle_of_half_an_em(role, mark):
    cells = shaped(f"国{mark}安", role).cells
    [glyph] = cells.glyphs[1]
    ink = chain(role).faces[glyph.face].ink_box(glyph.gid)
    assert cells.advance[1] == 0.5
    assert glyph.dx + (ink[0] + ink[2]) / 2 == pytest.approx(0.25, abs=0.04)
    assert glyph.dx + ink[0] >= -0.02
    assert glyph.dx + ink[2] <= 0.52


@pytest.mark.parametrize("role", FACES)
def test_w1_a_dash_is_one_cell_of_two_ems(role):
    cells = shaped("国——安", role).cells
    assert (cells.first, cells.last, cells.advance) == ([0, 1, 3], [1, 3, 4], [1.0, 2.0, 1.0])


@pytest.mark.parametrize(
    ("marks", "width"), [("！", 1.0), ("！！", 1.0), ("？！", 1.0), ("！！！", 2.0), ("……", 2.0), ("…", 1.0)]
)
def test_w1_exclamations_and_ellipses(marks, width):
    assert shaped(f"国{marks}安").widths[-1] == pytest.approx(2 + width)


def test_no_gap_stretches_inside_a_token_or_beside_connectors_and_the_solidus():
    cells = shaped("国2023安-定/祥·和——平……").cells
    kinds = {cells.first[i]: kind for i, kind in enumerate(cells.stretch)}
    assert [kinds[i] for i in (0, 4)] == [Gap.LATIN, Gap.LATIN]
    assert [kinds[i] for i in (1, 2, 3, 5, 6, 7, 8)] == [Gap.FIXED] * 7
    assert [kinds[i] for i in (9, 10)] == [Gap.FREE, Gap.FREE]
    assert kinds[15] is Gap.FIXED


def test_clause_spaces_of_heads_are_an_em_wide():
    assert shaped("国 安", clause=True).widths[-1] == 3.0
    assert shaped("国 安").widths[-1] == pytest.approx(2 + 1 / 3)
    assert shaped("国\u3000安").widths[-1] == 3.0


def test_several_texts_make_one_paragraph_and_keep_their_origin():
    first, second = plain("本报讯", "e1", 10), SetText("e2", "，记者", (50, 51, 52), (51, 52, 53))
    paragraph = shape_paragraph([first, second], chain(), tables())
    assert paragraph.text == "本报讯，记者"
    assert list(paragraph.part_of) == [0, 0, 0, 1, 1, 1]
    assert list(paragraph.starts) == [10, 11, 12, 50, 51, 52]


def test_w3_acts_across_two_texts():
    paragraph = shape_paragraph([plain("好。", "e1"), plain("”", "e2")], chain(), tables())
    assert paragraph.widths[-1] == pytest.approx(2.5)


def test_an_empty_paragraph_has_no_cells():
    paragraph = shape_paragraph([plain("")], chain(), tables())
    assert len(paragraph) == 0
    assert paragraph.widths == [0.0]


def test_l1_gaps_of_the_style():
    assert shaped("国2安").widths[-1] - shaped("国2安", rules=tables(latin_gap=0.0)).widths[-1] == pytest.approx(0.5)
