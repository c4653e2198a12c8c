"""Every guess corrected by hand, with the gestures of a person and the names in the history."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMenu, QPushButton

from desktop.errors import Message
from desktop.model.story import Role, Story
from desktop.model.style import ParagraphChoice
from desktop.ui.dialogs.split import SplitDialog, likely_place
from desktop.ui.language import render
from desktop.ui.models.rows import section_row
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def story(window: MainWindow, at: int = 0) -> Story:
    return window.bench.session.edition.stories[at]


def last_step(window: MainWindow) -> str:
    name = window.bench.session.history.undo_name
    assert isinstance(name, Message)
    return render(name)


def drag_row(window: MainWindow, row: str, to: str, *, upper: bool) -> None:
    """Drag a row of the outline to the upper or lower half of another."""
    outline = window.frame.outline
    start = outline.visualRect(outline.model().index_of(row)).center()
    goal = outline.visualRect(outline.model().index_of(to))
    at = QPoint(goal.center().x(), goal.top() + 4 if upper else goal.bottom() - 4)
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    QTest.mouseMove(outline.viewport(), start + QPoint(24, 4))
    QTest.mouseMove(outline.viewport(), at)
    QTest.mouseRelease(outline.viewport(), LEFT, pos=at)
    assert not window.drag.active


def choose_in(window: MainWindow, menu: str, text: str) -> None:
    found = window.findChild(QMenu, menu)
    assert found is not None
    found.aboutToShow.emit()
    next(action for action in found.actions() if action.text() == text).trigger()


def test_a_role(sample: MainWindow) -> None:
    lede = story(sample).with_role(Role.LEDE)[0]
    sample.bench.session.select([lede.id])
    choose_in(sample, "menu.role", "编者按")
    assert story(sample).element(lede.id).role is Role.EDITORS_NOTE
    assert "编者按" in last_step(sample)


def test_a_paragraph_style(sample: MainWindow) -> None:
    edition = sample.bench.session.edition
    head = story(sample).with_role(Role.HEADLINE)[0]
    sample.bench.session.select([head.id])
    choose_in(sample, "menu.paragraph", "均排")
    assert sample.bench.session.edition.choices == (ParagraphChoice(head.id, "headline spread"),)
    choose_in(sample, "menu.paragraph", "标点悬挂")
    assert sample.bench.session.edition.choices == (ParagraphChoice(head.id, "headline spread", ("hanging",)),)
    menu = sample.findChild(QMenu, "menu.paragraph")
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["均排", "标点悬挂"]
    choose_in(sample, "menu.paragraph", "标点悬挂")
    choose_in(sample, "menu.paragraph", "按本报样式")
    assert sample.bench.session.edition == edition
    assert "段落样式" in last_step(sample)


def test_splitting_by_keys(sample: MainWindow) -> None:
    lede = story(sample).with_role(Role.LEDE)[0]
    sample.bench.session.select([lede.id])
    sample.table["text.split"].trigger()
    dialog = sample.findChild(SplitDialog, "split")
    assert dialog is not None
    dialog.place_cursor(5)
    QTest.keyClick(dialog.text, Qt.Key.Key_Right)
    next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()
    assert story(sample).element(lede.id).text == lede.text[:6]
    assert "拆分" in last_step(sample)
    assert lede.text[:2] in last_step(sample)


def test_a_likely_place_to_split() -> None:
    assert likely_place("甲。乙乙乙。“丙。”丁") == 6
    assert likely_place("没有句号的话") == 3
    assert likely_place("甲甲甲。") == 2


def test_several_elements_merge_as_one_step(sample: MainWindow) -> None:
    session = sample.bench.session
    head = story(sample).with_role(Role.SUBHEAD)[0]
    bodies = [e for e in story(sample).elements if e.section == head.id and e.role is Role.BODY][:3]
    session.select([e.id for e in bodies])
    sample.table["text.merge"].trigger()
    assert story(sample).element(bodies[0].id).text == "".join(e.text for e in bodies)
    assert "合并" in last_step(sample)
    sample.table["edit.undo"].trigger()
    assert [story(sample).element(e.id) for e in bodies] == bodies


def test_joining_is_listed(sample: MainWindow) -> None:
    body = story(sample).with_role(Role.BODY)[0]
    joins = len(story(sample).joins)
    sample.bench.session.select([body.id])
    sample.table["text.join"].trigger()
    assert len(story(sample).joins) == joins + 1
    assert "接上" in last_step(sample)


def test_alt_and_arrows_reorder(sample: MainWindow) -> None:
    byline = story(sample).with_role(Role.BYLINE)[0]
    sample.bench.session.select([byline.id])
    QTest.keyClick(sample.frame.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert story(sample).elements[2].id == byline.id
    assert sample.frame.outline.chosen() == (byline.id,)
    QTest.keyClick(sample.frame.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert story(sample).elements[1].id == byline.id
    assert "移动" in last_step(sample)


def test_a_section_is_dragged_before_another(sample: MainWindow) -> None:
    heads = story(sample).with_role(Role.SUBHEAD)
    before = story(sample)
    drag_row(sample, section_row(heads[2].id), section_row(heads[0].id), upper=True)
    assert [head.id for head in story(sample).with_role(Role.SUBHEAD)] == [heads[at].id for at in (2, 0, 1, 3)]
    assert sorted(e.id for e in story(sample).elements) == sorted(e.id for e in before.elements)
    assert "移动" in last_step(sample)
    sample.table["edit.undo"].trigger()
    assert story(sample) is before


def test_an_element_is_dragged_into_another_story(sample: MainWindow) -> None:
    session = sample.bench.session
    first, second = story(sample).with_role(Role.SLOGAN)[:2]
    session.select([first.id])
    choose_in(sample, "menu.story", "新的一篇")
    assert session.edition.story_of(first.id).id != story(sample).id
    assert "稿件" in last_step(sample) or "篇" in last_step(sample)
    drag_row(sample, second.id, first.id, upper=True)
    moved = session.edition.story_of(first.id)
    assert [e.id for e in moved.elements] == [second.id, first.id]


def test_dropping_a_row_on_itself_is_no_step(sample: MainWindow) -> None:
    byline = story(sample).with_role(Role.BYLINE)[0]
    for upper in (True, False):
        drag_row(sample, byline.id, byline.id, upper=upper)
    assert sample.bench.session.history.undo_name is None


def test_one_change_is_refused_by_its_tick(sample: MainWindow) -> None:
    lede = story(sample).with_role(Role.LEDE)[0]
    sample.bench.session.select([lede.id])
    changes = sample.findChild(QListView, "changes")
    assert changes is not None
    row = changes.visualRect(changes.model().index(0, 0))
    place = changes.verticalScrollBar().value()
    QTest.mouseClick(changes.viewport(), LEFT, pos=QPoint(row.left() + 14, row.center().y()))
    assert [change.accepted for change in story(sample).changes].count(False) in {1, 2}
    assert changes.verticalScrollBar().value() == place
    sample.table["edit.undo"].trigger()
    assert all(change.accepted for change in story(sample).changes)
