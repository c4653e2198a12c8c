from __future__ import annotations

import pytest

from desktop.compose.columns import column_measures
from desktop.model.layout import Grid, Lines, Slot, SlotKind


def grid(measure: int, columns: int = 8) -> Grid:
    return Grid(1200, 800, 9.0, columns, measure, 1, 60, 12.0)


def slot(break_into: int | None = None) -> Slot:
    return Slot("t", (), SlotKind.TEXT, (), 1, 8, Lines(0, None, auto=True), break_into=break_into)


@pytest.mark.parametrize(
    ("measure", "basic", "into", "chars"),
    [
        (13, 3, 2, [20, 20]),
        (13, 5, 3, [23, 22, 22]),
        (11, 3, 2, [17, 17]),
        (11, 4, 3, [15, 15, 15]),
        (11, 5, 4, [14, 14, 14, 14]),
        (11, 5, 3, [19, 19, 19]),
        (11, 6, 3, [23, 23, 23]),
        (13, 4, 4, [13, 13, 13, 13]),
        (13, 2, 1, [27]),
    ],
)
def test_broken_columns(measure, basic, into, chars):
    found = column_measures(grid(measure), slot(into), basic)
    assert [width / 9 for _, width in found] == chars
    assert [x / 9 for x, _ in found] == [sum(chars[:i]) + i for i in range(len(chars))]
    assert found[-1][0] + found[-1][1] == grid(measure).long(basic) * 9


def test_basic_columns():
    assert column_measures(grid(11), slot(), 3) == [(0, 99.0), (108.0, 99.0), (216.0, 99.0)]
