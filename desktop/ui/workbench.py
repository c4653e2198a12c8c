"""What the parts of the window work on, put together by the application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition
from desktop.model.press import PressPreset
from desktop.opening import Opened
from desktop.session import Session
from desktop.session.autosave import Autosave
from desktop.session.custody import Custody
from desktop.session.jobs import JobRunner
from desktop.settings import Settings, save_settings

Press = Callable[[Edition, Sequence[ComposedPage], Callable[[float], None], PressPreset | None], bytes]
"""Makes the PDF of an edition's composed pages; told of progress from 0 to 1, by a call that may raise to cancel.

The last says for which press it is made; None: for the office.
"""


class Preferences:
    """The settings as they are now; every change is kept on disk where that is possible.

    Args:
        settings: as they were read.
        folder: where they are kept.
    """

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.now, self.folder = settings, folder

    def change(self, **fields: object) -> None:
        """Change some settings."""
        self.keep(replace(self.now, **fields))

    def keep(self, settings: Settings) -> None:
        """Exchange the settings."""
        if settings == self.now:
            return
        self.now = settings
        try:
            save_settings(self.folder, settings)
        except BanxinError:
            return  # a folder that cannot be written costs comfort only; saying it at every change would cost more


class Workbench(Struct, frozen=True):
    """The open edition with all that a window needs. ``sample`` reads the one that comes with the product."""

    session: Session
    faces: FaceLibrary
    runner: JobRunner
    autosave: Autosave
    custody: Custody
    preferences: Preferences
    press: Press
    save_pdf: Callable[[Path, bytes], None]
    sample: Callable[[], Opened]
    recovery_folder: Path
