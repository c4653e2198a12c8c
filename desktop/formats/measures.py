"""Numbers and lengths as the product's XML files write them, so that reading gives the same value again."""

from __future__ import annotations

from desktop.geometry import HAO, parse_length, points_to_mm

LARGEST_DENOMINATOR = 12
"""Thirds, quarters and eighths of an em are written as fractions."""


def plain(value: float) -> str:
    """Return a number without exponent or needless zeros."""
    from decimal import Decimal  # only writers come here

    return format(Decimal(repr(float(value))), "f").removesuffix(".0")


def length_text(points: float) -> str:
    """Return a length: in points where that is a short figure, in millimetres where that is one exactly."""
    if round(points, 2) == points:
        return f"{plain(points)}pt"
    in_mm = f"{plain(round(points_to_mm(points), 3))}mm"
    return in_mm if parse_length(in_mm) == points else f"{plain(points)}pt"


def size_text(points: float) -> str:
    """Return a type size by its 号 name where it has one, else in points."""
    return next((name for name, size in HAO.items() if size == points), plain(points))


def decimal_text(value: float) -> str:
    """Return a number, as a fraction where that is what was meant: ``1/3``."""
    from fractions import Fraction

    ratio = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    if ratio.denominator > 1 and ratio.numerator / ratio.denominator == value and 100 * value % 5:
        return f"{ratio.numerator}/{ratio.denominator}"
    return plain(value)
