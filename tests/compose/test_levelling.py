"""What was tried before is taken over where columns are the same, and nothing comes out otherwise for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose.exclusions import ColumnShape, Obstacle, Obstacles, Strip
from desktop.compose.fill import Trial
from desktop.compose.levelling import draft, level
from desktop.compose.material import Block
from desktop.compose.setting import Setter
from desktop.model.story import Role
from tests.compose.pages import block, plain_style, words

PITCH = 12.0
few = settings(max_examples=60, deadline=None)

heads = st.just(0)
lengths = st.lists(st.one_of(heads, st.integers(1, 120)), min_size=1, max_size=7)
strips = st.one_of(
    st.none(),
    st.builds(
        lambda top, height, left, wide: Strip(float(top), float(top + height), float(left), float(left + wide)),
        st.integers(-2, 20),
        st.integers(1, 9),
        st.integers(-20, 150),
        st.integers(20, 170),
    ),
)
shapes = st.lists(st.tuples(st.integers(0, 24), strips), min_size=1, max_size=5)


def text(lengths: list[int]) -> list[Block]:
    """Paragraphs of so many characters; 0 stands for a subhead."""
    return [
        block(words(length, index), plain_style()) if length else block("题目", plain_style(before=1), Role.SUBHEAD)
        for index, length in enumerate(lengths)
    ]


def column(lines: int, strip: Strip | None = None) -> ColumnShape:
    return ColumnShape(150.0, lines, Obstacles((Obstacle((strip,)),), 40.0) if strip else None)


@few
@given(lengths, shapes, shapes, st.integers(0, 5), st.integers(0, 3))
def test_a_text_set_on_from_what_was_tried_is_as_if_set_alone(lengths, before, others, kept, lower):
    blocks = text(lengths)
    columns = [column(*shape) for shape in before]
    now = [*columns[:kept], *(column(*shape) for shape in others)]
    now = [replace(shape, lines=max(0, shape.lines - lower * (number == kept - 1))) for number, shape in enumerate(now)]
    tried = Trial.of(blocks, columns, PITCH)
    assert Trial.of(blocks, now, PITCH, kin=[tried]).filled() == Trial.of(blocks, now, PITCH).filled()


@pytest.mark.parametrize("height", [20, 9])
def test_paragraphs_before_the_first_difference_are_not_set_again(height):
    blocks = text([90, 80, 70, 60, 50])
    tried = Trial.of(blocks, [column(10), column(20), column(20)], PITCH)
    found = Trial.of(blocks, [column(10), column(height), column(20)], PITCH, kin=[tried])
    same = [mine is other for mine, other in zip(tried.runs, found.runs, strict=False)]
    assert same[0]
    assert all(same) == (height == 20)
    assert same == sorted(same, reverse=True)


def test_control_what_stood_in_other_columns_does_not_hold_in_these():
    blocks = text([90, 80, 70, 60, 50])
    tried = Trial.of(blocks, [column(20), column(20)], PITCH)
    now = [column(9), column(30)]
    blind = Trial(Setter(blocks, now, PITCH), tried.runs)
    assert blind.filled() != Trial.of(blocks, now, PITCH).filled()


def test_other_text_is_set_alone():
    columns = [column(20), column(20)]
    tried = Trial.of(text([90, 80]), columns, PITCH)
    other = text([60, 80])
    assert Trial.of(other, columns, PITCH, kin=[tried]).filled() == Trial.of(other, columns, PITCH).filled()


@few
@given(st.lists(st.integers(1, 120), min_size=1, max_size=6), st.integers(1, 5), st.integers(0, 200), strips)
def test_a_draft_from_any_level_on_is_as_level_as_without(lengths, count, start, strip):
    blocks = text(lengths)
    columns = [column(100) for _ in range(count)]
    before = draft(text([max(1, start), start + 1]), columns, PITCH)
    columns[0] = column(100, strip)
    found, alone = draft(blocks, columns, PITCH, before=before).filled(), level(blocks, columns, PITCH, mends=False)
    assert found.complete(blocks)
    if strip is None:
        assert found == alone
    else:  # beside an obstacle the least height need not be the only one at which a line less is too few
        assert abs(max(found.used) - max(alone.used)) <= 2


def test_a_draft_knows_that_columns_of_given_height_suffice():
    blocks, given_ = text([60, 70]), [True, True, False]
    columns = [column(30), column(30), column(1000)]
    before = draft(blocks, columns, PITCH, given_)
    columns[0] = column(30, Strip(2.0, 6.0, -5.0, 155.0))
    after = draft(blocks, columns, PITCH, given_, before)
    assert before.spared
    assert after.spared
    assert after.filled() == level(blocks, columns, PITCH, given_, mends=False)
    more = text([600, 600])
    grown = draft(more, columns, PITCH, given_, before)
    assert not grown.spared
    assert grown.filled() == level(more, columns, PITCH, given_, mends=False)
