"""Finding and replacing through the bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.model.settext import set_texts
from desktop.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORD = "清澜"


def says(window: MainWindow) -> str:
    stories = window.bench.session.edition.stories
    return "\n".join(text.text for story in stories for text in set_texts(story).values())


def opened(window: MainWindow) -> MainWindow:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert window.frame.find_bar.isVisible()
    window.frame.find_bar.pattern.setText(WORD)
    return window


def test_typing_a_word_shows_its_first_place_on_the_page(sample: MainWindow) -> None:
    opened(sample)
    count = says(sample).count(WORD)
    assert sample.frame.find_bar.told() == f"1 / {count}"
    assert sample.writing.writer.selected_text() == WORD
    assert sample.frame.find_bar.pattern.hasFocus()
    QTest.keyClick(sample.frame.find_bar.pattern, Qt.Key.Key_Return)
    assert sample.frame.find_bar.told() == f"2 / {count}"
    QTest.keyClick(sample, Qt.Key.Key_F3, SHIFT)
    QTest.keyClick(sample, Qt.Key.Key_F3, SHIFT)
    assert sample.frame.find_bar.told() == f"{count} / {count}"


def test_replacing_one_goes_on_to_the_next_and_all_is_one_step(sample: MainWindow) -> None:
    bar = opened(sample).frame.find_bar
    before, count = says(sample), says(sample).count(WORD)
    bar.replacement.setText("澄江")
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert says(sample) == before.replace(WORD, "澄江", 1)
    assert bar.told() == f"1 / {count - 1}"
    done = len(sample.bench.session.history.done)
    bar.all_replaced.emit(bar.replacement.text())
    assert says(sample) == before.replace(WORD, "澄江")
    assert len(sample.bench.session.history.done) == done + 1
    assert str(count - 1) in bar.told()


def test_a_wrong_expression_is_said_in_the_bar(sample: MainWindow) -> None:
    bar = opened(sample).frame.find_bar
    bar.regular.setChecked(True)
    bar.pattern.setText("(清")
    assert "5" not in bar.told()
    assert bar.told() not in {"", "Nothing found"}
    bar.pattern.setText("清(.)")
    assert bar.told().endswith(f" / {says(sample).count('清')}")
    bar.pattern.setText("没有的词")
    assert "/" not in bar.told()


def test_esc_puts_the_bar_away(sample: MainWindow) -> None:
    bar = opened(sample).frame.find_bar
    QTest.keyClick(bar.pattern, Qt.Key.Key_Escape)
    assert bar.isHidden()
    QTest.keyClick(sample, Qt.Key.Key_F3)
    assert bar.isVisible()
