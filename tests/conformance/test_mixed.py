"""Mixed scripts, from positions: quotation marks by context, wide digits, Japanese, Traditional, divided words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.conformance import rules
from tests.conformance.positions import Line, Sheet
from tests.conformance.test_options import option
from tests.conformance.test_paragraphs import between, sheet, shifted
from tests.text import setting
from tests.text.setting import varied

EM = rules.EM


def only(text: str, **options) -> Line:
    [line] = sheet(text, 60, **options).lines
    return line


@pytest.mark.parametrize("role", setting.FACES)
@pytest.mark.parametrize(("text", "quotes"), [("He said “yes” twice", "“”"), ("a ‘b’ c", "‘’"), ("国people’s安", "’")])
def test_quotes_of_english_are_narrow_and_touch_nothing(text, quotes, role):
    face, line = setting.face(role), only(text, role=role)
    inks = []
    for char in line.chars:
        box = face.ink_box(face.glyph(ord(char.text)))
        inks.append((char.text, char.x + box[0], char.x + box[2]))
    for before, quote, after in zip(inks, inks[1:], inks[2:], strict=False):
        if quote[0] in quotes:
            assert -0.05 < quote[1] - before[2] < 0.6  # a word space at most
            assert -0.05 < after[1] - quote[2] < 0.6
    chinese = only("他说“好”吧", role=role).chars
    assert chinese[3].x - chinese[1].right == pytest.approx(1.0, abs=EM)


@pytest.mark.parametrize("text", ["他说“yes”吧", "用“Python”编程", "“2023”年", "选“A”“B”“C”项", "在“G20”2016上"])
def test_quotes_of_chinese_take_an_em_whatever_stands_in_them(text):
    own = option(("spacing", "adjacent_marks", 2.0), ("spacing", "latin_gap", 0.0))
    line, cells = only(text, rules=own), setting.shaped(text, rules=own).cells
    quotes = [at for at, char in enumerate(text) if char in "“”"]
    assert [cells.advance[at] for at in quotes] == [1.0] * len(quotes)
    for at in quotes:
        if text[at] == "“" and at and text[at - 1] != "”":
            assert line.chars[at + 1].x - line.chars[at - 1].right == pytest.approx(1.0, abs=EM)


def test_the_same_quotes_on_one_line_are_set_both_ways():
    line = only("他写道：“He said ‘no’ to me.”我们说：‘好。’")
    inner, outer = line.text.index("‘no"), line.text.index("‘好")
    assert line.chars[inner + 1].x - line.chars[inner - 1].right < 0.75  # a word space and the mark
    assert line.chars[outer + 1].x - line.chars[outer - 1].right == pytest.approx(1.0, abs=EM)


@pytest.mark.parametrize("token", ["２０２３", "９８％", "ＡＢＣ", "１，２３４", "－５℃"])
def test_full_width_characters_stay_together_and_take_an_em_each(token):
    line = only(f"国{token}安")
    assert line.chars[-1].left - line.chars[0].right == pytest.approx(len(token), abs=EM)
    for before in range(12):
        found = sheet(shifted(token, before), 11)
        assert sum(token in one.text for one in found.lines) == 1
        for one in found.lines:
            places = [char.x for char in one.chars if char.text in token]
            gaps = [b - a for a, b in pairwise(places)]
            assert gaps == pytest.approx([1.0] * len(gaps), abs=EM)


def test_full_width_digits_have_no_latin_gap():
    assert between("国２安") == pytest.approx(1.0, abs=EM)
    assert between("国2安") > 0.9
    assert only("国2安").chars[1].x == pytest.approx(1.25, abs=EM)


def test_half_width_katakana_keep_their_own_width_and_their_voice_marks():
    face = setting.face("song")
    wide = sum(face.advance(face.glyph(ord(char))) for char in "ﾃﾞｰﾀ")
    assert between("国ﾃﾞｰﾀ安") == pytest.approx(wide, abs=EM)
    for measure in (3, 3.5, 4, 4.5, 5):
        assert all(line.text[0] not in "ﾞｰ" for line in sheet("国ﾃﾞｰﾀｶﾞ" * 6, measure).lines)


@pytest.mark.parametrize("char", list("々ーっョ〻"))
def test_japanese_letters_that_may_not_start_a_line_do_not(char):
    for before in range(4, 8):
        lines = sheet("国" * before + char + "安" * 20, 6).lines
        assert all(line.text[0] != char for line in lines)
    assert any(line.text[0] == "か" for line in sheet("国" * 6 + "か" + "安" * 20, 6).lines)


TRADITIONAL = "臺北國會說：「我們『平安』的國家，發展業務。」這是（二〇二三）年《條例》所說的話；請讀書、寫字！對嗎？"


@pytest.mark.parametrize("measure", [6, 7, 9, 11])
def test_traditional_text_keeps_every_rule(measure):
    found = sheet(TRADITIONAL * 3, measure, 2.0)
    assert rules.all_faults(found) == []


def test_control_traditional_text_at_level_none_breaks_them():
    found = [sheet(TRADITIONAL * 3, measure, 2.0, rules=setting.tables("none")) for measure in (6, 7, 9, 11)]
    assert any(rules.starts_and_ends(one) for one in found)


# Divided words

LONG = "internationalization"


def hyphens(found: Sheet) -> list[str]:
    """The lines that show a hyphen which stands for no character."""
    return [line.text for line in found.lines if line.chars[-1].element is None]


def test_u1_a_word_longer_than_its_line_is_divided_with_a_hyphen():
    found = sheet("国" * 3 + LONG + "安" * 9, 6)
    ends = hyphens(found)
    assert ends
    assert all(text.endswith("-") for text in ends)
    parts = [text.rstrip("-") for text in ends]
    for part in parts:
        letters = "".join(char for char in part if char.isascii())
        assert len(letters) >= 2
    shown = "".join(char.text for line in found.lines for char in line.chars if char.element)
    assert shown == "国" * 3 + LONG + "安" * 9
    assert [fault for fault in rules.right_edges(found) if "国" in fault or "安" in fault] == []  # a word has no gaps


@pytest.mark.parametrize("word", ["Python", "internal", "people’s", "COVID"])
def test_u1_a_word_that_fits_a_line_is_never_divided(word):
    for before in range(8):
        found = sheet("国" * before + word + "安" * 20, 6)
        assert hyphens(found) == []
        assert sum(word in line.text for line in found.lines) == 1


def test_u1_without_patterns_a_long_word_is_broken_as_a_last_resort_and_told():
    own = option(("hyphenation", "language", ""))
    lines = setting.broken(setting.shaped("国国国" + LONG + "安" * 9, rules=own), 6)
    assert any(line.remedy for line in lines)
    assert not any(line.hyphen for line in lines)
    control = setting.broken(setting.shaped("国国国" + LONG + "安" * 9), 6)
    assert any(line.hyphen for line in control)
    assert not any(line.remedy == "token-broken" for line in control)


def test_u4_an_address_longer_than_its_line_is_broken_behind_a_solidus_and_told():
    text = "网址：https://www.example.com/banxin/pages/today是"
    lines = setting.broken(setting.shaped(text), 8)
    paragraph = setting.shaped(text)
    texts = [setting.text_of(paragraph, line) for line in lines]
    assert not any(line.hyphen for line in lines)
    assert any(one.endswith("/") for one in texts)
    assert all(line.remedy for line, one in zip(lines, texts, strict=True) if one.endswith("/"))
    assert "".join(texts) == text


def test_words_with_the_house_style_at_level_none_still_stay_whole():
    for before in range(6):
        lines = sheet("国" * before + "Python" + "安" * 20, 6, rules=setting.tables("none")).lines
        assert sum("Python" in line.text for line in lines) == 1


def test_a_hyphen_fits_its_line_on_the_grid_too():
    found = sheet("国" * 3 + LONG + "安" * 9, 6, rules=varied("strict-grid"))
    assert hyphens(found)
    assert all(line.chars[-1].right <= 6 + EM for line in found.lines)
