"""What a person prefers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

MOST_RECENT = 12
"""Recent files kept: what a menu shows at a glance."""


class Language(StrEnum):
    """The window's language."""

    AUTO = "auto"
    CHINESE = "zh"
    ENGLISH = "en"


class Theme(StrEnum):
    """The window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(Struct, frozen=True):
    """Preferences. ``window`` and ``panels`` are what the window system wants to get back as hexadecimal digits."""

    language: Language = Language.AUTO
    theme: Theme = Theme.SYSTEM
    recent: tuple[str, ...] = ()
    last_folder: str = ""
    window: str = ""
    panels: str = ""
    hidden_panels: tuple[str, ...] = ("view.history", "view.story")
    """Panels that are not shown, by the actions that show them."""
    docks: str = ""
    """Where the panels stand; empty: where they stand at first."""
    show_grid: bool = True
    rulers: bool = False
    ruler_grid: bool = False
    """Rulers count characters and lines instead of millimetres."""
    facing: bool = False
    """The page that an open newspaper has opposite is shown."""
    layout: str = ""
    """The layout for new editions; empty: the best fit."""


def remembering(settings: Settings, path: Path) -> Settings:
    """Return the settings with a file as the most recent one, and its folder as the last one used."""
    name = str(path.absolute())
    recent = (name, *(other for other in settings.recent if other != name))
    return replace(settings, recent=recent[:MOST_RECENT], last_folder=str(path.absolute().parent))


def forgetting(settings: Settings, path: Path) -> Settings:
    """Return the settings without a recent file (one that is not there any more)."""
    return replace(settings, recent=tuple(other for other in settings.recent if other != str(path.absolute())))
