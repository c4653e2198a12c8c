"""The story editor beside the page: the same text, changed in either place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.settext import set_texts
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.session.storytext import place_of
from desktop.ui.panels.storyeditor import StoryColumn
from desktop.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def says(window: MainWindow) -> list[str]:
    story = window.bench.session.edition.stories[0]
    texts = set_texts(story)
    return [texts[element.id].text for element in story.elements]


def body(window: MainWindow, number: int = 0) -> str:
    return window.bench.session.edition.stories[0].with_role(Role.BODY)[number].id


@pytest.fixture
def column(sample: MainWindow) -> StoryColumn:
    QTest.keyClick(sample, Qt.Key.Key_E, CTRL | SHIFT)
    assert sample.frame.story.isVisible()
    return sample.frame.story.column


def put(column: StoryColumn, spot: Spot) -> None:
    place = place_of(column.rows, spot)
    assert place is not None
    cursor = column.textCursor()
    cursor.setPosition(place)
    column.setTextCursor(cursor)


def test_the_column_says_what_is_set_with_its_roles(sample: MainWindow, column: StoryColumn) -> None:
    assert column.toPlainText().split("\n") == [text.replace("\n", "↵") for text in says(sample)]
    assert [row.role for row in column.rows] == [e.role for e in sample.bench.session.edition.stories[0].elements]
    assert any(row.breaks for row in column.rows)


def test_what_is_typed_in_the_column_stands_on_the_page(sample: MainWindow, column: StoryColumn) -> None:
    element, done = body(sample), len(sample.bench.session.history.done)
    before = says(sample)
    put(column, Spot(element, 2))
    QTest.keyClicks(column, "Wv")
    shown = "".join(r.text for r in sample.bench.session.composed().display.runs() if r.element == element)
    assert "Wv" in shown
    assert not sample.table["view.preview"].isChecked()
    assert len(sample.bench.session.history.done) == done + 1
    QTest.keyClick(column, Qt.Key.Key_Z, CTRL)
    assert says(sample) == before
    assert column.toPlainText().split("\n") == [text.replace("\n", "↵") for text in before]


def test_enter_and_backspace_part_and_join_paragraphs(sample: MainWindow, column: StoryColumn) -> None:
    before = says(sample)
    put(column, Spot(body(sample), 4))
    QTest.keyClick(column, Qt.Key.Key_Return)
    assert len(says(sample)) == len(before) + 1
    QTest.keyClick(column, Qt.Key.Key_Backspace)
    assert says(sample) == before


def test_an_input_method_writes_in_the_column(sample: MainWindow, column: StoryColumn) -> None:
    element = body(sample)
    at = [e.id for e in sample.bench.session.edition.stories[0].elements].index(element)
    before = says(sample)[at]
    put(column, Spot(element, 3))
    QApplication.sendEvent(column, QInputMethodEvent("xie", []))
    assert says(sample)[at] == before
    event = QInputMethodEvent()
    event.setCommitString("写")
    QApplication.sendEvent(column, event)
    assert says(sample)[at] == before[:3] + "写" + before[3:]


def test_what_is_typed_on_the_page_stands_in_the_column(sample: MainWindow, column: StoryColumn) -> None:
    sample.table["tool.text"].trigger()
    sample.writing.writer.place(Spot(body(sample), 1))
    sample.writing.writer.write("页")
    assert column.toPlainText().split("\n") == [text.replace("\n", "↵") for text in says(sample)]


def test_selecting_on_the_page_goes_to_the_paragraph_and_back(sample: MainWindow, column: StoryColumn) -> None:
    sample.frame.canvas.setFocus()
    wanted = body(sample, 3)
    sample.bench.session.select((wanted,))
    assert column.rows[column.textCursor().block().blockNumber()].element == wanted
    column.setFocus()
    put(column, Spot(body(sample, 1), 0))
    assert sample.bench.session.selection.elements == (body(sample, 1),)


def test_deleting_everything_keeps_the_source(sample: MainWindow, column: StoryColumn) -> None:
    source, before = sample.bench.session.edition.sources[0].text, says(sample)
    cursor = column.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    column.setTextCursor(cursor)
    QTest.keyClick(column, Qt.Key.Key_Delete)
    assert "".join(says(sample)) == ""
    assert sample.bench.session.edition.sources[0].text == source
    sample.bench.session.undo()
    assert says(sample) == before


def test_line_ends_of_the_page_are_shown_when_asked(sample: MainWindow, column: StoryColumn) -> None:
    plain = column.grab().toImage()
    sample.frame.story.breaks.setChecked(True)
    assert column.grab().toImage() != plain
    sample.frame.story.breaks.setChecked(False)
    assert column.grab().toImage() == plain
