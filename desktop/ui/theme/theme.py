"""A theme becomes Qt's palette and one style sheet."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.ui.theme.marks import write_marks
from desktop.ui.theme.tokens import DARK, LIGHT, Theme

_SHEET = Path(__file__).with_name("window.qss")

_ROLES = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "chrome",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "chrome",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.ToolTipBase: "field",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "selection",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Light: "field",
    QPalette.ColorRole.Shadow: "shadow",
}
_GREYED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def system_is_dark() -> bool:
    """Tell whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def theme_named(name: str) -> Theme:
    """Return the theme ``"light"`` or ``"dark"``; anything else follows the system."""
    dark = {"light": False, "dark": True}.get(name)
    return DARK if (system_is_dark() if dark is None else dark) else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """Return the palette, for what the style draws itself."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(theme, token)))
    for role in _GREYED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette


def style_sheet(theme: Theme, marks: dict[str, str]) -> str:
    """Return the style sheet with the theme's colours, and the files of the marks that style sheets cannot draw."""
    tokens = {name: getattr(theme, name) for name in Theme.__struct_fields__}
    return Template(_SHEET.read_text(encoding="utf-8")).substitute(tokens, **marks)


def apply_theme(theme: Theme, folder: Path) -> None:
    """Give the whole application a theme; ``folder`` takes the small pictures that the style sheet names."""
    application = cast("QApplication", QApplication.instance())
    if application.style().objectName().lower() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme, write_marks(theme, folder)))
