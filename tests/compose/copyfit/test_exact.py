"""The cheapest lines that fill columns exactly, against trying everything."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose.copyfit.exact import Filling
from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import fill
from desktop.compose.material import Block
from desktop.compose.room import room_left
from desktop.model.copyfit import ParagraphLever
from desktop.model.story import Role
from desktop.text.judge import unpacked
from tests.compose.pages import block, plain_style, words

PITCH = 12.0
LEVER = ParagraphLever(lines=1, least=2)


def body(*lengths: int) -> list[Block]:
    return [block(words(length, 3 * index), plain_style()) for index, length in enumerate(lengths)]


def columns(*lines: int, chars: int = 10) -> list[ColumnShape]:
    return [ColumnShape(chars * 10.0, count) for count in lines]


def ends_exactly(blocks: list[Block], shapes: list[ColumnShape]) -> bool:
    filled = fill(blocks, shapes, PITCH)
    return filled.complete(blocks) and room_left(blocks, shapes, filled, PITCH).lines == 0


def given_lines(blocks: list[Block], more: tuple[int, ...]) -> list[Block]:
    return [replace(one, more=lines) for one, lines in zip(blocks, more, strict=True)]


def cost(blocks: list[Block], shapes: list[ColumnShape], more: tuple[int, ...]) -> int | None:
    """What a setting costs, told by the composer's own filling; None where it does not end exactly or has no lines."""
    found = given_lines(blocks, more)
    if not ends_exactly(found, shapes):
        return None
    asked = sum(len(one.shaped.lines(_measures(one)).lines) for one in blocks) + sum(more)
    filled = fill(found, shapes, PITCH)
    if len(filled.lines) != asked:
        return None  # some paragraph has no such lines and was set as is best
    own = sum(one.shaped.counted(_measures(one), 0, None).cost for one in blocks)
    counts = [sum(line.block == number for line in filled.lines) for number in range(len(blocks))]
    paid = sum(one.shaped.counted(_measures(one), 0, n).cost for one, n in zip(blocks, counts, strict=True))
    return filled.regret + paid - own


def _measures(one: Block):
    from desktop.text import Measures

    return Measures(10.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(12, 70), min_size=1, max_size=4), st.integers(1, 3), st.integers(-2, 2))
def test_the_cheapest_exact_setting_is_found_as_by_trying_all(lengths, count, off):
    blocks = body(*lengths)
    lines = int(fill(blocks, columns(1000), PITCH).used[0])
    shapes = columns(*[max(1, (lines + off) // count)] * count)
    tried = {more: cost(blocks, shapes, more) for more in product((0, -1, 1), repeat=len(blocks))}
    costs = [paid for paid in tried.values() if paid is not None and not unpacked(paid).faults]
    filling = Filling(blocks, shapes, PITCH)
    found = filling.exact(LEVER)
    if found is None:
        assert not costs
        return
    assert ends_exactly(given_lines(blocks, found.more), shapes)
    # Paragraphs that give and take in one setting are only tried where one direction does not do.
    one_way = [
        paid
        for more, paid in tried.items()
        if paid is not None and not unpacked(paid).faults and not (filling.over > 0 and max(more) > 0)
        and not (filling.over <= 0 and min(more) < 0)
    ]  # fmt: skip
    assert found.cost == min(one_way or costs)


def test_lines_are_never_left_empty_for_a_subhead():
    blocks = [*body(40), block("小标题", plain_style(), Role.SUBHEAD), *body(40)]
    tall = columns(5, 6)
    # The subhead does not fit below four lines of text with two more under it: the first column would end short.
    assert fill(blocks, tall, PITCH).used[0] == 4
    found = Filling(blocks, tall, PITCH).exact(ParagraphLever(lines=2, least=2))
    assert found is None or ends_exactly(given_lines(blocks, found.more), tall)
    assert Filling(blocks, tall, PITCH).exact(None) is None


@pytest.mark.parametrize("lines", [1, 2])
def test_only_paragraphs_long_enough_are_asked_and_for_no_more_than_allowed(lines):
    blocks = body(30, 95, 101, 30)
    reached = []
    total = int(fill(blocks, columns(1000), PITCH).used[0])
    for off in (-2, -1, 1, 2):
        found = Filling(blocks, columns(total + off), PITCH).exact(ParagraphLever(lines=lines, least=5))
        if found is not None:
            assert found.more[0] == found.more[3] == 0
            assert max(map(abs, found.more)) <= lines
            reached.append(off)
    assert 1 in reached
    assert Filling(blocks, columns(total + 9), PITCH).exact(ParagraphLever(lines=lines, least=5)) is None


def test_how_far_a_text_is_off_is_told_in_lines():
    blocks = body(95)
    total = int(fill(blocks, columns(1000), PITCH).used[0])
    assert Filling(blocks, columns(total), PITCH).over == 0
    assert Filling(blocks, columns(total - 3), PITCH).over == 3
    assert Filling(blocks, columns(4, total), PITCH).over == -4
