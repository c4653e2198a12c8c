"""Lengths and rectangles, inside always in points (1/72 inch): x to the right, y down from the page's top left."""

from desktop.geometry.rect import Rect
from desktop.geometry.units import HAO, MM, format_mm, parse_length, points_to_mm

__all__ = ["HAO", "MM", "Rect", "format_mm", "parse_length", "points_to_mm"]
