"""What the desk changed, and the way to text that finds no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from desktop.model.settext import set_texts
from desktop.model.story import Role
from desktop.model.style import KinsokuLevel, ParagraphChoice
from desktop.model.typing import Spot
from desktop.session.commands import ChooseParagraphs
from desktop.ui.canvas.overlays import _MARK_FONT, mark_box, resized
from desktop.ui.dialogs.differences import DifferencesDialog
from desktop.ui.window import MainWindow


def body(window: MainWindow) -> str:
    return window.bench.session.edition.stories[0].with_role(Role.BODY)[0].id


def says(window: MainWindow, element: str) -> str:
    return set_texts(window.bench.session.edition.story_of(element))[element].text


def write(window: MainWindow, text: str) -> None:
    window.writing.begin()
    window.writing.writer.place(Spot(body(window), 2))
    window.writing.writer.write(text)


def opened(window: MainWindow) -> DifferencesDialog:
    window.table["text.differences"].trigger()
    dialog = window.findChild(DifferencesDialog)
    assert dialog is not None
    return dialog


def test_edits_are_listed_and_taken_back_and_set_again(sample: MainWindow) -> None:
    before = says(sample, body(sample))
    write(sample, "新写")
    dialog = opened(sample)
    view = dialog.findChild(QListView, "differencelist")
    model = view.model()
    assert model.rowCount() == 1
    assert "新写" in model.index(0, 0).data()
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert says(sample, body(sample)) == before
    model.setData(model.index(0, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert "新写" in says(sample, body(sample))
    dialog.shown.emit(sample.bench.session.edition.stories[0].changes[0].id)
    dialog.reject()


def test_choosing_a_line_selects_what_was_written(sample: MainWindow) -> None:
    write(sample, "新写")
    sample.writing.leave()
    dialog = opened(sample)
    view = dialog.findChild(QListView, "differencelist")
    view.activated.emit(view.model().index(0, 0))
    assert sample.writing.writer.selected_text() == "新写"
    dialog.reject()


def test_without_edits_the_list_is_empty_and_says_so(sample: MainWindow) -> None:
    dialog = opened(sample)
    assert dialog.findChild(QListView, "differencelist").model().rowCount() == 0
    dialog.reject()


def test_a_click_on_the_tag_leads_to_the_text_without_room(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    write(sample, "多出来的文字，" * 120)
    sample.writing.leave()
    over = sample.bench.session.composed().overset
    assert over
    fit = next(fit for fit in sample.bench.session.composed().fits if fit.over_chars)
    frame, mark = fit.flow.frames[-1], canvas._sheet.overlays.marks[fit.flow.frames[-1]]
    place = canvas._viewpoint.view.to_view(canvas._sheet.hits.frame(frame).box)
    tag = mark_box(place, resized(canvas.font(), _MARK_FONT), mark.text)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=tag.center().toPoint())
    assert sample.frame.story.isVisible()
    column = sample.frame.story.column
    row = column.rows[column.textCursor().block().blockNumber()]
    assert row.element in over
    assert column.hasFocus()


def test_what_was_chosen_for_a_paragraph_is_told(sample: MainWindow) -> None:
    element = body(sample)
    sample.bench.session.select((element,))
    fact = sample.frame.inspector.elements.findChild(QLabel, "fact.own")
    assert not fact.isVisibleTo(sample)
    sample.perform(ChooseParagraphs((ParagraphChoice(element, kinsoku=KinsokuLevel.STRICT),)))
    assert "strict" in fact.text()
    sample.editing.as_the_house_says()
    assert not fact.isVisibleTo(sample)
