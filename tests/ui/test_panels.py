"""Panels are shown, hidden and remembered; the window fills the screen and comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.window import MainWindow


def shown(window: MainWindow) -> tuple[bool, bool, bool]:
    frame = window.frame
    return frame.panels()["outline"].isVisible(), frame.inspector.isVisible(), frame.history.isVisible()


def test_panels_come_back_as_they_were_left(sample: MainWindow, open_window: Callable[[str], MainWindow]) -> None:
    assert shown(sample) == (True, True, False)
    sample.table["view.history"].trigger()
    sample.table["view.inspector"].trigger()
    assert shown(sample) == (True, False, True)
    sample.frame.left.setSizes([300, 400])
    sizes = sample.frame.left.sizes()
    sample.leave()
    again = open_window("zh")
    assert shown(again) == (True, False, True)
    assert [again.table[f"view.{name}"].isChecked() for name in ("outline", "inspector", "history")] == [
        True,
        False,
        True,
    ]
    assert abs(again.frame.left.sizes()[0] - sizes[0]) <= 2


def test_the_history_brings_its_column_back(sample: MainWindow) -> None:
    for name in ("outline", "pages"):
        sample.table[f"view.{name}"].trigger()
    assert shown(sample) == (False, True, False)
    assert not sample.frame.left.isVisible()
    sample.table["view.history"].trigger()
    assert shown(sample) == (False, True, True)
    assert sample.frame.left.isVisible()
    assert not sample.table["view.outline"].isChecked()


def test_f11_fills_the_screen_and_leaves_it(sample: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(sample, Qt.Key.Key_F11)
    qtbot.waitUntil(sample.isFullScreen)
    assert sample.table["view.full_screen"].isChecked()
    QTest.keyClick(sample, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not sample.isFullScreen())
    assert not sample.table["view.full_screen"].isChecked()
