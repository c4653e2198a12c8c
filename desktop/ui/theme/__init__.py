"""Colours, style sheet and icons of the window, light and dark."""

from desktop.ui.theme.fonts import interface_font
from desktop.ui.theme.icons import Icons
from desktop.ui.theme.theme import apply_theme, system_is_dark, theme_named
from desktop.ui.theme.tokens import DARK, LIGHT, Theme

__all__ = ["DARK", "LIGHT", "Icons", "Theme", "apply_theme", "interface_font", "system_is_dark", "theme_named"]
