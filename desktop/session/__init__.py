"""The open edition, without Qt: commands, history, selection, composed pages, autosave and background jobs.

gesture → command → ``Session.do`` → new edition → one typed event → views.
"""

from desktop.session.events import (
    AutosaveDone,
    AutosaveFailed,
    Cause,
    EditionChanged,
    Event,
    FileChanged,
    PageChanged,
    Selection,
    SelectionChanged,
)
from desktop.session.session import Session

__all__ = [
    "AutosaveDone",
    "AutosaveFailed",
    "Cause",
    "EditionChanged",
    "Event",
    "FileChanged",
    "PageChanged",
    "Selection",
    "SelectionChanged",
    "Session",
]
