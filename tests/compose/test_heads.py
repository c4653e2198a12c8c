"""Heads take the largest size that fits; two lines are balanced and break where a phrase ends."""

from __future__ import annotations

import pytest

from desktop.compose.heads import ROOMY, fit_group, fit_head
from desktop.model.story import Role
from desktop.model.style import Align, FaceRole
from tests.compose.pages import block, plain_style
from tests.text.setting import text_of

PITCH = 12.0
SIZES = (96.0, 72.0, 48.0, 36.0, 24.0, 18.0)


def head(text: str, max_lines: int = 2, role: Role = Role.HEADLINE, **changes):
    chosen = plain_style(
        face=FaceRole.BIAOSONG, sizes=SIZES, align=Align.CENTRE, pitches=0.0, max_lines=max_lines, **changes
    )
    return block(text, chosen, role, clause=True)


def broken(text: str, width: float, lines: int = ROOMY, max_lines: int = 2) -> tuple[float, list[str]]:
    found = fit_head(head(text, max_lines), width, lines, PITCH)
    return found.size, [text_of(found.block.paragraph, line) for line in found.lines]


@pytest.mark.parametrize("width", [200, 400, 600, 640])
def test_the_largest_size_that_fits(width):
    size, lines = broken("一二三四五六七", width, max_lines=1)
    assert lines == ["一二三四五六七"]
    assert 7 * size <= width
    assert all(7 * other > width for other in SIZES if other > size)


def test_one_line_or_two_whichever_is_larger():
    assert broken("一二三四 五六七八", 500) == (96.0, ["一二三四", "五六七八"])
    assert broken("一二三四 五六七八", 500, lines=10) == (48.0, ["一二三四 五六七八"])
    assert broken("一二三 四五", 700) == (96.0, ["一二三 四五"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("坚守为平安 奋进“星”征程", ["坚守为平安", "奋进“星”征程"]),
        ("一江清水有人守，两岸春风入画来", ["一江清水有人守，", "两岸春风入画来"]),
    ],
)
def test_two_lines_break_at_spaces_and_marks(text, lines):
    assert broken(text, 96 * 7.6)[1] == lines


def test_two_lines_are_balanced():
    _, lines = broken("一二三 四五 六七八 九十", 96 * 6)
    assert lines == ["一二三 四五", "六七八 九十"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("《法治意见》今起全面施行", ["《法治意见》", "今起全面施行"]),
        ("全力打造“企业有感”样板", ["全力打造", "“企业有感”样板"]),
    ],
)
def test_two_lines_do_not_break_inside_brackets_while_they_fit_otherwise(text, lines):
    assert broken(text, 96 * 8)[1] == lines


def test_a_head_that_no_size_fits_runs_over_and_stays_whole():
    size, lines = broken("一二三四五六七八九十" * 4, 100)
    assert size == SIZES[-1]
    assert "".join(lines) == "一二三四五六七八九十" * 4


def test_heights_are_whole_pitches():
    for text in ("一二三", "一二三四五六七八 九十一二三四五六"):
        found = fit_head(head(text), 400, ROOMY, PITCH)
        assert found.height * PITCH >= len(found.lines) * found.size
        assert isinstance(found.height, int)


def test_in_a_group_the_headline_takes_what_the_others_leave():
    kicker = head("肩题", 1, Role.KICKER)
    alone = fit_group([head("一二三四")], 600, 10, PITCH)
    both = fit_group([kicker, head("一二三四")], 600, 10, PITCH)
    assert both[1].size < alone[0].size
    assert sum(one.height for one in alone) <= 10


def byline(text: str):
    return block(text, plain_style(pitches=1.0, align=Align.CENTRE), Role.BYLINE, clause=True)


def test_bylines_stand_beside_each_other_as_far_as_they_fit():
    wide = fit_group([byline("记者 李禾"), byline("通讯员 周帆"), byline("摄影 王一")], 300, 5, PITCH)
    assert [one.beside for one in wide] == [False, True, True]
    assert sum(one.height for one in wide) == 1
    narrow = fit_group([byline("记者 李禾"), byline("通讯员 周帆"), byline("摄影 王一")], 130, 5, PITCH)
    assert [one.beside for one in narrow] == [False, True, False]
    assert sum(one.height for one in narrow) == 2
