"""Lengths as designers write them (3 栏, 39 字, 120 mm, 10 行), brought onto the grid's whole columns and lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from desktop.errors import UsageError
from desktop.geometry import MM
from desktop.model.layout import Grid


class Axis(StrEnum):
    """What a figure says of a frame's place: where it begins, counted from 1, or how much it takes."""

    COLUMN = "column"
    COLUMNS = "columns"
    LINE = "line"
    LINES = "lines"


_ACROSS = frozenset({Axis.COLUMN, Axis.COLUMNS})
_STARTS = frozenset({Axis.COLUMN, Axis.LINE})

_CHARACTERS = frozenset({"字", "ch", "char", "chars", "character", "characters", "em", "ems"})
_POINTS: Mapping[str, float] = MappingProxyType(
    {"mm": MM, "毫米": MM, "cm": 10 * MM, "厘米": 10 * MM, "pt": 1.0, "点": 1.0, "磅": 1.0}
)
"""Points in a unit of length."""
_STEPS: Mapping[bool, frozenset[str]] = MappingProxyType(
    {True: frozenset({"", "栏", "col", "cols", "column", "columns"}), False: frozenset({"", "行", "line", "lines"})}
)
"""What columns (True: across) and lines are called; a bare number counts them."""

_WRITTEN = re.compile(r"\s*(\d{1,6}(?:[.．,]\d{1,3})?)\s*([A-Za-z]*|[一-鿿]*)\s*")


def counted(text: str, axis: Axis, grid: Grid) -> int:
    """Return the columns or lines that a written length comes to, the nearest whole number, at least 1.

    Millimetres, points and characters of a beginning are measured from the type area's left or top edge.

    Raises:
        UsageError: It is no length, or in a unit that the axis does not know.
    """
    found = _WRITTEN.fullmatch(text)
    unit = found[2].lower() if found else ""
    known = unit in _STEPS[axis in _ACROSS] or unit in _CHARACTERS or unit in _POINTS
    if found is None or not known:
        raise UsageError("“{text}” is no length. Write a number, or one with 字 or mm behind it.", text=text)
    number = float(found[1].replace("．", ".").replace(",", "."))
    if unit in _STEPS[axis in _ACROSS]:
        return max(1, round(number))
    points = number * (grid.body if unit in _CHARACTERS else _POINTS[unit])
    gutter = grid.gutter * grid.body if axis is Axis.COLUMNS else 0.0
    step = (grid.measure + grid.gutter) * grid.body if axis in _ACROSS else grid.pitch
    return max(1, round((points + gutter) / step) + (axis in _STARTS))
