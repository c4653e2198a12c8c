"""Other ways to fill the page, flipped through and taken in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def flipped(window: MainWindow, qtbot: QtBot) -> GalleryDialog:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    dialog = window.findChild(GalleryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: all(card.display is not None for card in dialog.model.cards), timeout=20_000)
    return dialog


def test_alternatives_are_flipped_through_and_one_is_taken(sample: MainWindow, qtbot: QtBot) -> None:
    session = sample.bench.session
    before, steps = session.edition, len(session.history.done)
    dialog = flipped(sample, qtbot)
    cards = dialog.model.cards
    assert len(cards) >= 4
    assert [card.id for card in cards if card.now] == ["now"]
    assert len({card.title for card in cards}) == len(cards)
    assert all(card.said for card in cards)
    seen = []
    for _ in cards:
        assert dialog.chosen is not None
        seen.append(dialog.chosen.id)
        QTest.mouseClick(dialog.on, LEFT)
    assert sorted(seen) == sorted(card.id for card in cards)
    QTest.mouseClick(dialog.back, LEFT)
    assert dialog.chosen is not None
    assert dialog.chosen.id == seen[-1]
    other = next(card for card in cards if not card.now and card.display != session.composed().display)
    dialog.choose(other.id)
    assert other.said[0].text in dialog.large.said.text()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.edition is not before)
    assert len(session.history.done) == steps + 1
    assert session.composed().display == other.display
    assert other.title in sample.table["edit.undo"].text()
    sample.table["edit.undo"].trigger()
    assert session.edition == before


def test_the_page_as_it_is_is_taken_without_a_step(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = flipped(sample, qtbot)
    dialog.choose("now")
    QTest.mouseClick(dialog.take_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not sample.bench.session.history.done


def test_escape_changes_nothing(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = flipped(sample, qtbot)
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sample.bench.runner.busy)
    assert not sample.bench.session.modified
