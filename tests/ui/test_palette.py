"""The command palette: what can be done now, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.dialogs.palette import CommandPalette, PaletteEntry, matching
from desktop.ui.window import MainWindow


def opened(window: MainWindow) -> CommandPalette:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = (found for found in window.findChildren(CommandPalette) if found.isVisible())
    return palette


def test_words_are_found_anywhere_and_beginnings_first() -> None:
    entries = [PaletteEntry(text, text, "", f"{text} {text}") for text in ("zoom in", "into", "fit")]
    assert [entry.id for entry in matching(entries, "IN")] == ["into", "zoom in"]
    assert [entry.id for entry in matching(entries, "in zoom")] == ["zoom in"]
    assert matching(entries, "x") == ()
    assert len(matching(entries, " ")) == 3


def test_only_what_can_be_done_is_listed(window: MainWindow) -> None:
    palette = opened(window)
    assert "file.open" in {entry.id for entry in palette.shown}
    assert "file.save" not in {entry.id for entry in palette.shown}
    palette.reject()


def test_typing_arrows_and_enter_do_it(sample: MainWindow) -> None:
    palette = opened(sample)
    QTest.keyClicks(palette.field, "view.grid")
    assert [entry.id for entry in palette.shown] == ["view.grid"]
    before = sample.table["view.grid"].isChecked()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert sample.table["view.grid"].isChecked() is not before
    palette = opened(sample)
    QTest.keyClicks(palette.field, "page.")
    second = palette.shown[1].id
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    triggered = []
    sample.table[second].triggered.connect(lambda: triggered.append(second))
    QTest.keyClick(palette.field, Qt.Key.Key_Enter)
    assert triggered == [second]


def test_escape_leaves_everything(sample: MainWindow) -> None:
    palette, before = opened(sample), sample.bench.session.edition
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert sample.bench.session.edition is before
