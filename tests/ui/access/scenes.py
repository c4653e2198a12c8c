"""The states of the window, and its dialogs: what a walk over all widgets goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.locator import resource
from desktop.ui.actions import PALETTE
from desktop.ui.dialogs.gridedit import GridDialog
from desktop.ui.dialogs.leftovers import LeftoverLine, LeftoversDialog
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.dialogs.versions import Composing, ShownVersion, VersionsDialog
from desktop.ui.window import MainWindow

Scene = Callable[[MainWindow, QtBot], QWidget]
"""Brings the window into a state; returns what is to be walked over."""


def _element(window: MainWindow, _: QtBot) -> QWidget:
    window.bench.session.select([window.bench.session.edition.stories[0].elements[4].id])
    return window


def _elements(window: MainWindow, _: QtBot) -> QWidget:
    window.bench.session.select([e.id for e in window.bench.session.edition.stories[0].elements])
    return window


def _sheet(window: MainWindow, _: QtBot) -> QWidget:
    window.bench.session.select()
    return window


def _text_frame(window: MainWindow, _: QtBot) -> QWidget:
    window.bench.session.select(frames=("section-1",))
    return window


def _picture(window: MainWindow, _: QtBot) -> QWidget:
    window.placing.place_picture(resource("sample/river.jpg"), "picture-1")
    window.bench.session.select(frames=("picture-1",))
    return window


def _free_picture(window: MainWindow, bot: QtBot) -> QWidget:
    _picture(window, bot)
    window.table["page.lift"].trigger()
    return window


def _panels(window: MainWindow, bot: QtBot) -> QWidget:
    """Everything at once that can stand beside the page."""
    _elements(window, bot)
    window.frame.note.tell("…")
    for action in ("view.pages", "view.history", "view.story", "edit.find"):
        window.table[action].trigger()
    return window


def _copyfit(window: MainWindow, _: QtBot) -> QWidget:
    window.table["page.copyfit"].trigger()

    return window


def _dialog(window: MainWindow) -> QDialog:
    [dialog] = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return dialog


def _by_action(action: str) -> Scene:
    def scene(window: MainWindow, bot: QtBot) -> QWidget:
        _element(window, bot)
        window.table[action].trigger()
        return _dialog(window)

    return scene


def _grid(window: MainWindow, bot: QtBot) -> QWidget:
    window.table["page.grid"].trigger()
    dialog = _dialog(window)
    assert isinstance(dialog, GridDialog)
    bot.waitUntil(lambda: not dialog.working, timeout=20_000)
    return dialog


def _notice(window: MainWindow, _: QtBot) -> QWidget:
    answers = (Answer("keep", "…"), Answer("cancel", "……"), Answer("save", "………", primary=True))
    Notice(window, "…", "……", answers).open()
    return _dialog(window)


def _leftovers(window: MainWindow, _: QtBot) -> QWidget:
    dialog = LeftoversDialog(window, "…")
    dialog.set_lines([LeftoverLine("…", "……", None)])  # type: ignore[arg-type]  # nothing is chosen
    dialog.show()
    return dialog


def _versions(window: MainWindow, bot: QtBot) -> QWidget:
    session = window.bench.session
    first = session.edition.pages[0]
    edition = replace(session.edition, pages=(first, replace(first, id="p2")))
    versions = tuple(ShownVersion("…", datetime(2026, 3, 1, tzinfo=UTC), edition) for _ in range(2))
    composing = Composing(window.bench.faces, lambda _edition, _page: session.composed(first.id), window.bench.runner)
    dialog = VersionsDialog(window, "…", (versions[0], versions[1]), 3, (Answer("keep", "…", primary=True),), composing)
    dialog.open()
    bot.wait(200)
    return dialog


WINDOW: MappingProxyType[str, Scene] = MappingProxyType(
    {
        "sheet": _sheet,
        "element": _element,
        "elements": _elements,
        "text frame": _text_frame,
        "picture": _picture,
        "free picture": _free_picture,
        "panels": _panels,
        "copyfit": _copyfit,
    }
)
DIALOGS: MappingProxyType[str, Scene] = MappingProxyType(
    {
        "notice": _notice,
        "palette": _by_action(PALETTE),
        "shortcuts": _by_action("help.shortcuts"),
        "split": _by_action("text.split"),
        "differences": _by_action("text.differences"),
        "gallery": _by_action("page.layouts"),
        "print": _by_action("file.print"),
        "press": _by_action("file.press"),
        "alternatives": _by_action("page.alternatives"),
        "naming": _by_action("page.save_layout"),
        "grid": _grid,
        "leftovers": _leftovers,
        "versions": _versions,
    }
)
SCENES = MappingProxyType({**WINDOW, **DIALOGS})


@contextmanager
def scene(name: str, window: MainWindow, bot: QtBot) -> Iterator[QWidget]:
    """Show a scene in a window with the sample open; its dialog is closed afterwards."""
    shown = SCENES[name](window, bot)
    QApplication.processEvents()
    yield shown
    if isinstance(shown, QDialog):
        shown.reject()
        QApplication.processEvents()
