"""A person's preferences and recent files, kept in one folder."""

from desktop.settings.settings import MOST_RECENT, Language, Settings, Theme, forgetting, remembering
from desktop.settings.store import load_settings, save_settings, settings_folder

__all__ = [
    "MOST_RECENT",
    "Language",
    "Settings",
    "Theme",
    "forgetting",
    "load_settings",
    "remembering",
    "save_settings",
    "settings_folder",
]
