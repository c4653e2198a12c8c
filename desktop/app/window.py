"""Opening the window: settings, faces, session and widgets joined. Without a display, the page as PDF instead."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.app.load import Loaded
from desktop.app.voice import Voice
from desktop.errors import UsageError, message
from desktop.locator import resource

if TYPE_CHECKING:
    from desktop.compose import ComposedPage
    from desktop.fonts import FaceLibrary
    from desktop.model.edition import Edition
    from desktop.model.press import PressPreset
    from desktop.opening import Opened
    from desktop.pdf import PdfWriter
    from desktop.session.jobs import JobRunner
    from desktop.ui.window import MainWindow
    from desktop.ui.workbench import Preferences, Press, Workbench

SAMPLES = ("article.txt", "interview.txt", "news.txt")
"""The articles that come with the product; the first is the one that the window offers."""

SAMPLE_LAYOUT = "special-report"
SAMPLE_TARGET = "banxin-sample.pdf"
"""Where the sample is written without a display; a name that no file of a designer has."""

SAMPLE_PICTURES = (("picture-1", "river.jpg"), ("picture-2", "reading-room.jpg"))


def open_window(arguments: Namespace) -> int:
    """Open the window on the files named and run until it is closed."""
    files = [Path(name) for name in arguments.files]
    if not has_display(sys.platform, os.environ):
        return _write_instead(arguments)
    return _run(arguments, files)


def sample_pictures() -> tuple[tuple[str, Path], ...]:
    """Return the sample's pictures by the slots of its layout."""
    return tuple((slot, resource("sample", name)) for slot, name in SAMPLE_PICTURES)


def sample_files() -> tuple[Path, ...]:
    """Return the sample articles."""
    return tuple(resource("sample", name) for name in SAMPLES)


def sample_edition() -> Opened:
    """Return the sample as a new edition, its pictures in their places."""
    from desktop.formats.layout_xml import find_layout
    from desktop.opening import new_edition
    from desktop.pictures import read_media
    from desktop.session.commands import PlacePicture

    opened = new_edition(sample_files()[:1], find_layout(SAMPLE_LAYOUT))
    edition = opened.edition
    for number, (frame, path) in enumerate(sample_pictures(), start=1):
        edition = PlacePicture(edition.pages[0].id, frame, read_media(path, f"m{number}")).apply(edition)
    return replace(opened, edition=edition)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; on Linux that takes an X or Wayland server, or a Qt platform named."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _write_instead(arguments: Namespace) -> int:
    """Write what was named, or the sample with its pictures, into the current folder."""
    from desktop.app.commands import export

    if not (arguments.files or arguments.sample):
        raise UsageError("There is no display for a window; name articles to be written as PDF, or give --sample.")
    Voice(arguments.lang).tell(message("There is no display for a window; the page is written as PDF."))
    words = Namespace(
        files=arguments.files, layout=None, picture=[], date=None, copyfit=False, proof=False, press=None, output="."
    )
    if not arguments.files:
        words.files, words.output = [str(sample_files()[0])], SAMPLE_TARGET
        words.layout, words.picture = SAMPLE_LAYOUT, [f"{slot}={file}" for slot, file in sample_pictures()]
    return export.run(words, Voice(arguments.lang))


def _run(arguments: Namespace, files: Sequence[Path]) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from desktop.settings import Theme, load_settings, settings_folder
    from desktop.ui.bridge import JobBell
    from desktop.ui.language import Language, tr
    from desktop.ui.theme import interface_font
    from desktop.ui.window import MainWindow
    from desktop.ui.workbench import Preferences

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop never lets Python see Ctrl+C in the terminal
    application = QApplication(sys.argv[:1])
    folder = settings_folder(Path(arguments.settings) if arguments.settings else None)
    preferences = Preferences(load_settings(folder), folder)
    wanted = arguments.lang or {"auto": None}.get(preferences.now.language, preferences.now.language)
    language = Language(wanted)
    application.setApplicationName("banxin")
    application.setApplicationDisplayName(tr("Banxin"))
    application.setFont(interface_font(language.code))
    bell = JobBell()
    bench = workbench(preferences, bell.runner)
    window = MainWindow(bench, language.code, Theme(arguments.theme) if arguments.theme else None)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # gone before the application is, timers and all
    window.show()
    window.activateWindow()  # without a window manager nobody else does, and shortcuts need it
    _begin(window, files, sample=arguments.sample, recover=not arguments.no_recovery)
    code = application.exec()
    bench.autosave.close()
    bell.close()
    return code


def workbench(preferences: Preferences, runner: JobRunner, faces: FaceLibrary | None = None) -> Workbench:
    """Return an empty session with all that a window needs to work on it."""
    from desktop.compose import Composer
    from desktop.fonts import FaceLibrary
    from desktop.replacing import write_file
    from desktop.session import Session
    from desktop.session.autosave import Autosave
    from desktop.session.custody import Custody
    from desktop.ui.workbench import Workbench

    library = faces or FaceLibrary()
    session = Session(Composer(library), library)
    recovery = preferences.folder / "recovery"
    return Workbench(
        session=session,
        faces=library,
        runner=runner,
        autosave=Autosave(session, runner, recovery),
        custody=Custody(session),
        preferences=preferences,
        press=_press(library),
        save_pdf=write_file,
        sample=sample_edition,
        recovery_folder=recovery,
    )


def _press(faces: FaceLibrary) -> Press:
    @cache
    def writer() -> PdfWriter:
        from desktop.pdf import PdfWriter

        return PdfWriter(faces)

    def press(
        edition: Edition, pages: Sequence[ComposedPage], progress: Callable[[float], None], preset: PressPreset | None
    ) -> bytes:
        from desktop.app.press import pdf_of, pressed

        loaded = Loaded(edition, tuple(pages))
        if preset is None:
            return pdf_of(loaded, faces, progress=progress, writer=writer())
        return pressed(loaded, faces, preset, progress, writer())

    return press


def _begin(window: MainWindow, files: Sequence[Path], *, sample: bool, recover: bool) -> None:
    """Open what was named, else offer unsaved work of an earlier run; a file's is offered when that is opened."""
    window.recovery.wanted = recover
    if files:
        window.files.open(files)
    elif sample:
        window.files.open_sample()
    elif recover:
        window.recovery.begin()
