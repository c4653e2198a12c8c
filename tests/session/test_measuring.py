"""Lengths that designers write come to whole columns and lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UsageError
from desktop.geometry import Rect
from desktop.model.layout import Grid
from desktop.session.guides import Guide, guides
from desktop.session.measuring import Axis, counted

GRID = Grid(1000, 1400, 10.0, 6, 12, 1, 80, 14.0)


@pytest.mark.parametrize(
    ("text", "axis", "count"),
    [
        ("3", Axis.COLUMNS, 3),
        ("3 栏", Axis.COLUMNS, 3),
        ("2 columns", Axis.COLUMNS, 2),
        ("25字", Axis.COLUMNS, 2),
        ("25 ch", Axis.COLUMNS, 2),
        ("88.2 mm", Axis.COLUMNS, 2),
        ("8,82厘米", Axis.COLUMNS, 2),
        ("250pt", Axis.COLUMNS, 2),
        ("10行", Axis.LINES, 10),
        ("140 pt", Axis.LINES, 10),
        ("14字", Axis.LINES, 10),
        ("13 字", Axis.COLUMN, 2),
        ("0mm", Axis.COLUMN, 1),
        ("0", Axis.LINES, 1),
        ("28pt", Axis.LINE, 3),
    ],
)
def test_a_length_comes_to_the_nearest_whole_number(text: str, axis: Axis, count: int) -> None:
    assert counted(text, axis, GRID) == count


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("", Axis.LINES),
        ("mm", Axis.LINES),
        ("3行", Axis.COLUMNS),
        ("3栏", Axis.LINES),
        ("-2", Axis.LINE),
        ("4 ells", Axis.LINE),
    ],
)
def test_what_is_no_length_is_refused(text: str, axis: Axis) -> None:
    with pytest.raises(UsageError, match="no length"):
        counted(text, axis, GRID)


@given(st.integers(1, 6), st.integers(1, 80))
def test_the_size_of_whole_columns_and_lines_in_any_unit_comes_back(columns: int, lines: int) -> None:
    box = GRID.box(1, columns, 1, lines)
    for width in (f"{box.width:.2f}pt", f"{box.width / 72 * 25.4:.2f} mm", f"{GRID.long(columns)}字"):
        assert counted(width, Axis.COLUMNS, GRID) == columns
    assert counted(f"{box.height / 72 * 25.4:.2f}mm", Axis.LINES, GRID) == lines
    left = GRID.column_x(columns) - GRID.type_area.x
    assert counted(f"{left / 72 * 25.4:.2f}mm", Axis.COLUMN, GRID) == columns


def test_guides_run_from_edge_to_edge_of_all_that_is_level() -> None:
    box = Rect(10, 10, 20, 20)
    found = guides(box, [Rect(10, 50, 5, 5), Rect(40, 30, 10, 10), Rect(11, 70, 2, 2)])
    assert found == (Guide(True, 10, 10, 55), Guide(False, 30, 10, 50))
    assert guides(box, []) == ()
