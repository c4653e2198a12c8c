"""With letters half as large again, and twice as large, nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.panels.parts import ElidedLabel
from desktop.ui.window import MainWindow
from tests.ui.access.scenes import SCENES, scene

_ROOM = 1
"""Pixels by which rounding may make a widget narrower than its text."""


_SCREEN = QSize(1600, 1000)


@pytest.fixture(params=[1.0, 1.5, 2.0], ids=["100 %", "150 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The application's font, larger."""
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


def needed(widget: QWidget) -> QSize:
    """Return what a label's or button's words take, at the width that it has where they wrap."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    if isinstance(widget, QLineEdit):
        return QSize(0, widget.fontMetrics().height())
    if isinstance(widget, QToolButton):
        return QSize(0, 0) if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly else widget.sizeHint()
    return widget.sizeHint()


def cut_off(root: QWidget) -> list[str]:
    """Return the labels, buttons and fields that are smaller than their words."""
    found: list[str] = []
    kinds = (QLabel, QAbstractButton, QComboBox, QLineEdit)
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible() or widget.window() is not root.window():
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        least, size = needed(widget), widget.size()
        elided = isinstance(widget, ElidedLabel | QComboBox)
        if size.height() + _ROOM < least.height() or (not elided and size.width() + _ROOM < least.width()):
            words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
            sizes = f"{size.toTuple()} instead of {least.toTuple()}"
            found.append(f"{type(widget).__name__} {widget.objectName()} “{words}”: {sizes}")
    return found


def low_rows(root: QWidget) -> list[str]:
    """Return the lists whose rows are lower than their letters."""
    views = [view for view in root.findChildren(QAbstractItemView) if view.isVisible() and view.model()]
    return [
        f"{view.objectName()}: {view.sizeHintForRow(0)} instead of {view.fontMetrics().height()}"
        for view in views
        if view.model().rowCount() and view.sizeHintForRow(0) < view.fontMetrics().height() * _lines(view)
    ]


def _lines(view: QAbstractItemView) -> int:
    return 1 + str(view.model().index(0, 0).data()).count("\n")


def outside(root: QWidget) -> list[str]:
    """Return the labels and buttons that reach out of what holds them, and that no scroll bar brings into sight."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        holder = widget.parentWidget()
        if not isinstance(widget, QLabel | QAbstractButton) or holder is None or not widget.isVisible():
            continue
        if not holder.rect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM).contains(widget.geometry()):
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.geometry()} in {holder.rect()}")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_label_or_button_is_cut_off(
    letters: float, language: str, open_window: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(language)
    window.table["file.sample"].trigger()
    for name in SCENES:
        with scene(name, window, qtbot) as root:
            if isinstance(root, QDialog):  # Qt keeps it within two thirds of a screen, here one of 800 pixels
                root.resize(root.sizeHint().boundedTo(_SCREEN))

            def whole(name: str = name, root: QWidget = root) -> None:
                assert [*cut_off(root), *outside(root), *low_rows(root)] == [], f"{name}, {letters:.0%}"

            qtbot.waitUntil(whole)  # some words come from workers
