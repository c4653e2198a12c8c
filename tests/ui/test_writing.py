"""Writing in the page's text through the real window: mouse, keys, input method, clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.model.settext import set_texts
from desktop.model.story import ChangeKind, Role
from desktop.model.typing import Spot
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bodies(window: MainWindow) -> list[str]:
    return [e.id for e in window.bench.session.edition.stories[0].with_role(Role.BODY)]


def says(window: MainWindow, element: str) -> str:
    return set_texts(window.bench.session.edition.story_of(element))[element].text


def shown(window: MainWindow, element: str) -> str:
    return "".join(run.text for run in window.bench.session.composed().display.runs() if run.element == element)


def place_of(window: MainWindow, spot: Spot) -> QPoint:
    """The position of a spot's caret in the viewport."""
    box = window.writing.writer.carets().box(spot)
    assert box is not None
    return window.frame.canvas.view_rect(box).center().toPoint()


@pytest.fixture
def written(sample: MainWindow) -> MainWindow:
    """The sample with the caret behind the third character of its first paragraph of text."""
    sample.frame.canvas.set_zoom(1.5)
    sample.table["tool.text"].trigger()
    sample.frame.canvas.reveal(sample.writing.writer.carets().box(Spot(bodies(sample)[0], 3)))
    place = place_of(sample, Spot(bodies(sample)[0], 3))
    QTest.mouseClick(sample.frame.canvas.viewport(), LEFT, pos=place)
    return sample


def keys(window: MainWindow, text: str) -> None:
    for char in text:
        QTest.keyClicks(window.frame.canvas, char)


def test_a_click_puts_the_caret_and_keys_write_there(written: MainWindow) -> None:
    body = bodies(written)[0]
    assert written.writing.writer.spot == Spot(body, 3)
    before, done = says(written, body), len(written.bench.session.history.done)
    keys(written, "Wt V")
    assert says(written, body) == before[:3] + "Wt V" + before[3:]
    assert "WtV" in shown(written, body).replace(" ", "")
    assert not written.table["view.preview"].isChecked(), "W is a letter while one writes"
    assert len(written.bench.session.history.done) == done + 1
    QTest.keyClick(written, Qt.Key.Key_Z, CTRL)
    assert says(written, body) == before


def test_delete_and_enter_change_paragraphs_and_take_nothing_off_the_page(written: MainWindow) -> None:
    body, canvas = bodies(written)[0], written.frame.canvas
    before, count = says(written, body), len(bodies(written))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert says(written, body) == before[:3] + before[4:]
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(bodies(written)) == count + 1
    assert says(written, body) == before[:3]
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert len(bodies(written)) == count
    assert says(written, body) == before[:3] + before[4:]
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert says(written, body) == before[:2] + before[4:]


def test_twice_on_text_begins_to_write_with_the_word_selected(sample: MainWindow) -> None:
    body, canvas = bodies(sample)[0], sample.frame.canvas
    canvas.set_zoom(1.5)
    place = canvas.element_rects(body)[0].center()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=place)
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=place)
    assert sample.table["tool.text"].isChecked()
    selection = sample.writing.writer.selection
    assert selection is not None
    assert 1 <= selection[1].offset - selection[0].offset <= 6
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert sample.writing.writer.selection is None
    assert sample.writing.writing
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not sample.writing.active
    assert sample.table["tool.select"].isChecked()


def test_the_mouse_selects_and_carries_text(written: MainWindow) -> None:
    body, canvas = bodies(written)[0], written.frame.canvas
    before = says(written, body)
    QTest.mousePress(canvas.viewport(), LEFT, pos=place_of(written, Spot(body, 1)))
    QTest.mouseMove(canvas.viewport(), place_of(written, Spot(body, 4)))
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=place_of(written, Spot(body, 4)))
    assert written.writing.writer.selected_text() == before[1:4]
    inside = (place_of(written, Spot(body, 2)) + place_of(written, Spot(body, 3))) / 2
    goal = place_of(written, Spot(body, 8))
    QTest.mousePress(canvas.viewport(), LEFT, pos=inside)
    QTest.mouseMove(canvas.viewport(), goal)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=goal)
    assert says(written, body) == before[0] + before[4:8] + before[1:4] + before[8:]
    written.bench.session.undo()
    assert says(written, body) == before, "carrying is one step"


def test_the_clipboard_takes_and_gives_text(written: MainWindow) -> None:
    body, canvas = bodies(written)[0], written.frame.canvas
    before = says(written, body)
    assert not written.table["edit.copy"].isEnabled()
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert written.table["edit.copy"].isEnabled()
    QTest.keyClick(canvas, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == before[3:5]
    assert says(written, body) == before[:3] + before[5:]
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    QTest.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert says(written, body) == before[3:5] + before[:3] + before[5:]
    QTest.keyClick(canvas, Qt.Key.Key_A, CTRL)
    assert len(written.writing.writer.selected_text().split("\n")) > 1


def test_an_input_method_shows_in_place_what_it_is_about_to_write(written: MainWindow) -> None:
    body, canvas = bodies(written)[0], written.frame.canvas
    before, done = says(written, body), len(written.bench.session.history.done)
    caret = canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(caret, QRectF)
    assert canvas.rect().contains(caret.toRect())
    assert canvas.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == before
    assert canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == 3
    QApplication.sendEvent(canvas, QInputMethodEvent("xie", []))
    assert says(written, body) == before, "nothing is written yet"
    assert written.writing.writer.pending == "xie"
    about = canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert about != caret
    chosen = QInputMethodEvent()
    chosen.setCommitString("写")
    QApplication.sendEvent(canvas, chosen)
    assert says(written, body) == before[:3] + "写" + before[3:]
    assert written.writing.writer.pending == ""
    assert len(written.bench.session.history.done) == done + 1


def test_leaving_gives_up_what_an_input_method_was_about_to_write(written: MainWindow) -> None:
    body = bodies(written)[0]
    before = says(written, body)
    QApplication.sendEvent(written.frame.canvas, QInputMethodEvent("xie", []))
    written.writing.leave()
    assert says(written, body) == before
    assert written.writing.writer.pending == ""


def test_what_is_written_is_listed_beside_the_source(written: MainWindow) -> None:
    source = written.bench.session.edition.sources[0].text
    keys(written, "X")
    edits = [c for c in written.bench.session.edition.stories[0].changes if c.kind is ChangeKind.EDIT]
    assert [(c.before, c.after) for c in edits] == [("", "X")]
    assert written.bench.session.edition.sources[0].text == source


def test_the_inspector_follows_the_caret(written: MainWindow) -> None:
    assert written.bench.session.selection.elements == (bodies(written)[0],)
    QTest.mouseClick(written.frame.canvas.viewport(), LEFT, pos=place_of(written, Spot(bodies(written)[1], 1)))
    assert written.bench.session.selection.elements == (bodies(written)[1],)


def test_writing_goes_on_after_undo_and_another_edition(written: MainWindow) -> None:
    keys(written, "abc")
    written.bench.session.undo()
    assert written.writing.writer.spot is not None
    keys(written, "d")
    written.bench.session.close()
    assert not written.writing.active


def test_outline_and_inspector_say_what_is_written(written: MainWindow) -> None:
    body = bodies(written)[0]
    QTest.keyClick(written.frame.canvas, Qt.Key.Key_Home)
    keys(written, "Qq")
    model = written.frame.outline.model()
    assert str(model.index_of(body).data()).startswith("Qq")
    title = written.frame.inspector.findChild(QLabel, "inspectortitle")
    assert any(label.text().startswith("Qq") for label in written.frame.inspector.findChildren(QLabel))
    assert title is not None
