"""Phosphor icons in the theme's colours."""

from __future__ import annotations

from typing import cast

import qtawesome
from PySide6.QtGui import QIcon

from desktop.ui.theme.tokens import Theme

SIZE = 20
"""Pixels; every icon of the window is drawn at this size."""


class Icons:
    """Draws the window's icons in one weight; made anew for another theme.

    Args:
        theme: whose text and disabled colours the icons take.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, token: str = "text") -> QIcon:
        """Return an icon by Phosphor's name, in the colour of a theme token; an empty one for an empty name."""
        if not name:
            return QIcon()
        key = (name, token)
        if key not in self._drawn:
            colour = getattr(self._theme, token)
            drawn = qtawesome.icon(
                f"ph.{name}", color=colour, color_disabled=self._theme.disabled, color_active=colour,
                color_selected=colour,
            )  # fmt: skip
            self._drawn[key] = cast("QIcon", drawn)
        return self._drawn[key]
