"""A window on nothing but the product's own files, and the rule that it leaves nothing behind."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported; a display is chosen by setting it

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.window import workbench
from desktop.fonts import FaceLibrary
from desktop.settings import Settings, Theme
from desktop.ui.bridge import JobBell
from desktop.ui.language import Language
from desktop.ui.window import MainWindow
from desktop.ui.workbench import Preferences, Workbench


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the offscreen platform says about itself; every other warning of Qt fails its test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def faces(tmp_path_factory: pytest.TempPathFactory) -> FaceLibrary:
    """The product's own faces."""
    return FaceLibrary(system_folders=(), cache=tmp_path_factory.mktemp("faces"))


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread, a window, a running timer or an animation behind."""
    before = set(threading.enumerate())
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [thread.name for thread in threading.enumerate() if thread not in before] == []
    assert [widget.objectName() or repr(widget) for widget in qapp.topLevelWidgets() if widget.isVisible()] == []
    timers = [timer for timer in gc.get_objects() if isinstance(timer, QTimer)]
    assert [timer for timer in timers if _alive(timer) and timer.isActive()] == []
    animations = qapp.findChildren(QAbstractAnimation)
    assert [a for a in animations if a.state() is QAbstractAnimation.State.Running] == []


def _alive(timer: QTimer) -> bool:
    import shiboken6

    return shiboken6.isValid(timer)


@pytest.fixture
def bell() -> Iterator[JobBell]:
    """A runner of jobs whose threads end with the test."""
    made = JobBell()
    yield made
    made.close()


@pytest.fixture
def bench(bell: JobBell, faces: FaceLibrary, tmp_path: Path) -> Iterator[Workbench]:
    """An empty session; settings and copies for recovery lie in the test's folder."""
    made = workbench(Preferences(Settings(), tmp_path / "settings"), bell.runner, faces)
    yield made
    made.autosave.close()


@pytest.fixture
def open_window(qtbot: QtBot, bench: Workbench) -> Iterator[Callable[[str], MainWindow]]:
    """Open the window in a language; it is closed, unsaved work given up, when the test ends."""
    opened: list[tuple[MainWindow, Language]] = []

    def make(language: str) -> MainWindow:
        installed = Language(language)
        window = MainWindow(bench, language, Theme.LIGHT)
        window.resize(1440, 900)
        opened.append((window, installed))
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    for window, installed in opened:
        window.leave()
        window.deleteLater()
        installed.remove()


@pytest.fixture
def window(open_window: Callable[[str], MainWindow]) -> MainWindow:
    """The window in Chinese, empty."""
    return open_window("zh")


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    """The window with the sample open."""
    window.table["file.sample"].trigger()
    return window
