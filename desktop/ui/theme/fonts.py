"""The interface's font: the system's own, with Chinese families behind it where it has no Han characters."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_CHINESE = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""In order of preference; the first that the system has is used."""


def interface_font(language: str) -> QFont:
    """Return the system's font at its own size, with tabular figures.

    In Chinese, a system font without Han characters gives way to one that has them, so that a line is of one piece.
    """
    font = QFont(QApplication.font())
    own = font.family()
    known = set(QFontDatabase.families())
    chinese = [family for family in _CHINESE if family in known]
    has_han = QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(own)
    first = chinese if language == "zh" and not has_han else []
    font.setFamilies(list(dict.fromkeys([*first, own, *chinese])))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
