"""Parsing and printing of lengths: mm, pt, cm, in and the Chinese 号 sizes. Nowhere else are units converted."""

from __future__ import annotations

import re
from types import MappingProxyType

from desktop.errors import UsageError

MM = 72 / 25.4
"""Points in a millimetre."""

# The 号 system of Chinese type sizes in points (house table; DTP points of 1/72 inch).
HAO = MappingProxyType(
    {
        "初号": 42.0,
        "小初": 36.0,
        "一号": 26.0,
        "小一": 24.0,
        "二号": 22.0,
        "小二": 18.0,
        "三号": 16.0,
        "小三": 15.0,
        "四号": 14.0,
        "小四": 12.0,
        "五号": 10.5,
        "小五": 9.0,
        "六号": 7.5,
        "小六": 6.5,
        "七号": 5.5,
        "八号": 5.0,
    }
)

_POINTS_PER = MappingProxyType({"mm": MM, "cm": 10 * MM, "in": 72.0, "pt": 1.0, "": 1.0})


def parse_length(text: str) -> float:
    """Return a length in points from ``"9pt"``, ``"273 mm"``, ``"小五"``; a bare number is points.

    Raises:
        UsageError: The text is no length.
    """
    text = text.strip()
    if text in HAO:
        return HAO[text]
    found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|)", text)
    if found is None:
        raise UsageError("“{text}” is not a length; write for example 9pt, 273mm or 小五.", text=text)
    return float(found[1]) * _POINTS_PER[found[2]]


def points_to_mm(points: float) -> float:
    """Return a length in millimetres."""
    return points / MM


def format_mm(points: float) -> str:
    """Return a length for reading, in millimetres with one decimal: ``"225.4 mm"``."""
    return f"{points / MM:.1f} mm"
