"""Everything is reached by keys, and the sheet of shortcuts says how, in both languages, on screen and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from desktop.ui import keysheet
from desktop.ui.actions import ACTIONS, PALETTE
from desktop.ui.dialogs.palette import CommandPalette
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from desktop.ui.keysheet import BY_HAND, KeyGroup, key_groups, write_sheet
from desktop.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def squeezed(text: str) -> str:
    return "".join(text.split())


def read(target: Path) -> tuple[int, str]:
    """How many pages a PDF has, and its text without white space."""
    document = pypdfium2.PdfDocument(str(target))
    count, text = len(document), "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return count, squeezed(text)


def inside(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        if action.menu() is not None:
            yield from inside(action.menu())
        else:
            yield action


def opened(window: MainWindow) -> ShortcutSheet:
    QTest.keyClick(window, Qt.Key.Key_F1)
    return next(child for child in window.findChildren(ShortcutSheet) if child.isVisible())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sheet_is_complete(
    language: str, open_window: Callable[[str], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, target, painted = open_window(language), tmp_path / "keys.pdf", []
    monkeypatch.setattr("desktop.ui.dialogs.shortcuts.choose_target", lambda *args: args[-1](target))
    write = keysheet._Columns._write

    def heard(sheet: object, words: str, *args: object, **more: object) -> None:
        painted.append(words)
        write(sheet, words, *args, **more)

    monkeypatch.setattr(keysheet._Columns, "_write", heard)
    sheet = opened(window)
    shown = squeezed("".join(label.text() for label in sheet.findChildren(QLabel)))
    QTest.mouseClick(sheet.findChild(QPushButton, "keepsheet"), LEFT)
    pages, written = read(target)
    assert pages <= 2
    assert "Ctrl+Shift+PgDown" in written
    if language == "zh":  # Qt's PDFs do not say which Chinese characters their glyphs are
        written = squeezed("".join(painted))
    by_hand = [word for group in key_groups(window.table)[-2:] for line in group.lines for word in line]
    assert len(by_hand) == 2 * sum(len(lines) for _, lines in BY_HAND)
    keys = {key.toString(QKeySequence.SequenceFormat.NativeText) for a in window.table.all() for key in a.shortcuts()}
    names = {action.text().removesuffix("…") for action in window.table.all()}
    for word in (*names, *keys, *by_hand):
        assert squeezed(word) in shown, word
        assert squeezed(word) in written, word
    sheet.close()


def test_no_action_is_missing_or_listed_twice(window: MainWindow) -> None:
    groups = key_groups(window.table)[: -len(BY_HAND)]
    listed = Counter(name for group in groups for name in (*(name for name, _ in group.lines), *group.others))
    assert listed == Counter(action.text().removesuffix("…") for action in window.table.all())


def test_the_sheet_is_printed(sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, sheet, made = tmp_path / "printed.pdf", opened(sample), QPrinter.__init__

    def into_a_file(printer: QPrinter, *args: object) -> None:
        made(printer, *args)
        printer.setOutputFileName(str(target))

    monkeypatch.setattr(QPrinter, "__init__", into_a_file)
    QTest.mouseClick(sheet.findChild(QPushButton, "printsheet"), LEFT)
    dialog = sheet.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.accept()
    pages, text = read(target)
    assert pages <= 2
    assert "Ctrl+Shift+PgDown" in text
    sheet.close()


def test_a_long_group_goes_on_in_the_next_column_and_on_the_next_page(window: MainWindow, tmp_path: Path) -> None:
    lines = tuple((f"item-{at:03}", f"Ctrl+{at:03}") for at in range(300))
    write_sheet([KeyGroup("group", lines)], tmp_path / "long.pdf")
    pages, text = read(tmp_path / "long.pdf")
    assert pages == 3
    assert [at for at in range(300) if f"item-{at:03}" not in text] == []


def test_every_action_stands_in_a_menu(sample: MainWindow) -> None:
    reached = {found.objectName() for top in sample.menuBar().actions() for found in inside(top.menu())}
    assert [spec.id for spec in ACTIONS if spec.id not in reached] == []


def test_no_keys_mean_two_things(sample: MainWindow) -> None:
    keys = Counter(key.toString() for action in sample.table.all() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    letters = Counter(action.text().split("&")[1][0].upper() for action in sample.menuBar().actions())
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_every_action_that_can_be_done_is_done_by_the_palette(sample: MainWindow) -> None:
    """Each is found by its id, and Enter does it; what it does is told in its own tests."""
    sample.bench.session.select(frames=("picture-1",))
    done: list[str] = []
    wanted = [a.objectName() for a in sample.table.all() if a.isEnabled() and a.objectName() != PALETTE]
    for name in wanted:
        sample.table[name].triggered.disconnect()
        sample.table[name].triggered.connect(lambda _checked=False, told=name: done.append(told))
    for name in wanted:
        QTest.keyClick(sample, Qt.Key.Key_K, CTRL)
        palette = next(found for found in sample.findChildren(CommandPalette) if found.isVisible())
        palette.field.setText(name)
        for _ in range([entry.id for entry in palette.shown].index(name)):
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == wanted
    assert len(wanted) > 60
