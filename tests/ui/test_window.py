"""What the window's parts do when they are used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.window import has_display
from desktop.model.edition import Flow
from desktop.model.story import Role, Story
from desktop.model.style import KinsokuLevel
from desktop.session.placement import Placement, placement
from desktop.settings import Theme
from desktop.ui.actions import ACTIONS, CONDITIONS
from desktop.ui.dialogs.split import SplitDialog
from desktop.ui.menutable import CANVAS_MENU, MENUS, OUTLINE_MENU, SEPARATOR, SUBMENUS
from desktop.ui.models.rows import section_row
from desktop.ui.theme import DARK
from desktop.ui.window import MainWindow


def story(window: MainWindow) -> Story:
    return window.bench.session.edition.stories[0]


def fact(window: MainWindow, page: object, name: str) -> str:
    label = page.findChild(QLabel, f"fact.{name}")  # type: ignore[attr-defined]
    assert label is not None
    return str(label.text())


# The table of actions


def test_ids_and_keys_are_unique() -> None:
    ids = [spec.id for spec in ACTIONS]
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


def test_menus_and_needs_name_what_there_is() -> None:
    known = {spec.id for spec in ACTIONS} | set(SUBMENUS) | {SEPARATOR}
    entries = [entry for _, menu in MENUS for entry in menu] + [*OUTLINE_MENU, *CANVAS_MENU]
    assert set(entries) <= known
    assert {spec.id for spec in ACTIONS if not spec.id.startswith(("view.theme.", "view.language."))} <= set(entries)
    assert {need for spec in ACTIONS for need in spec.needs} <= set(CONDITIONS)


def test_every_action_does_something(window: MainWindow) -> None:
    handled = {action for part in window.works() for action in part.handlers()} | set(window.handlers())
    assert handled == {spec.id for spec in ACTIONS}


def test_what_needs_a_page_is_off_without_one(window: MainWindow) -> None:
    assert window.table["file.open"].isEnabled()
    assert not window.table["file.export"].isEnabled()
    window.files.open_sample()
    assert window.table["file.export"].isEnabled()
    assert not window.table["edit.undo"].isEnabled()


@pytest.mark.parametrize("name", ["outline", "canvas", "inspector", "findings", "history"])
def test_parts_have_names(window: MainWindow, name: str) -> None:
    assert window.findChild(object, name) is not None


# Outline and inspector


def test_choosing_a_section_shows_all_of_it(sample: MainWindow) -> None:
    outline = sample.frame.outline
    subhead = story(sample).with_role(Role.SUBHEAD)[0]
    index = outline.model().index_of(section_row(subhead.id))
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=outline.visualRect(index).center())
    selected = sample.bench.session.selection.elements
    assert subhead.id in selected
    assert len(selected) > 2
    assert fact(sample, sample.frame.inspector.elements, "place") == "第一节"


def test_the_inspector_follows_a_click_on_the_page(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    lede = story(sample).with_role(Role.LEDE)[0]
    place = canvas.element_rects(lede.id)[0].center()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sample.bench.session.selection.elements == (lede.id,)
    assert sample.frame.outline.chosen() == (lede.id,)
    assert fact(sample, sample.frame.inspector.elements, "length") == f"{lede.length} 字"
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.frame_rect("picture-2").center())
    assert sample.bench.session.selection.frames == ("picture-2",)
    assert "mm" in fact(sample, sample.frame.inspector.frame, "mm")
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not sample.bench.session.selection


def test_the_role_box_gives_a_role_by_name_of_step(sample: MainWindow) -> None:
    lede = story(sample).with_role(Role.LEDE)[0]
    sample.bench.session.select([lede.id])
    box = sample.findChild(QComboBox, "role")
    assert box is not None
    box.activated.emit(box.findText("正文"))
    assert sample.bench.session.edition.element(lede.id).role is Role.BODY
    assert "正文" in sample.table["edit.undo"].text()


def test_changes_are_refused_singly_and_all(sample: MainWindow) -> None:
    first = min(story(sample).changes, key=lambda change: change.range)
    sample.editing.judge_change(first.id, False)
    assert [change.accepted for change in story(sample).changes].count(False) in {1, 2}
    sample.bench.session.select([story(sample).elements[3].id])
    buttons = {button.text(): button for button in sample.frame.inspector.findChildren(QPushButton)}
    buttons["全部拒绝"].click()
    assert not any(change.accepted for change in story(sample).changes)
    buttons["全部接受"].click()
    assert all(change.accepted for change in story(sample).changes)


def test_taking_off_and_enter_bring_a_caption_back(sample: MainWindow) -> None:
    session, outline = sample.bench.session, sample.frame.outline
    caption = story(sample).with_role(Role.CAPTION)[0]
    session.select([caption.id])
    sample.table["edit.unassign"].trigger()
    assert placement(session.edition, session.composed_pages())[caption.id].kind is Placement.UNPLACED
    assert any(finding.element == caption.id for finding in sample.refresh.findings())
    QTest.keyClick(outline, Qt.Key.Key_Return)
    page = session.page
    assert page is not None
    (flow,) = page.flows_of_element(caption.id)
    assert flow.frames == ("caption-1",)


def test_split_and_merge(sample: MainWindow) -> None:
    session = sample.bench.session
    lede = story(sample).with_role(Role.LEDE)[0]
    count = len(story(sample).elements)
    session.select([lede.id])
    sample.table["text.split"].trigger()
    dialog = sample.findChild(SplitDialog, "split")
    assert dialog is not None
    dialog.place_cursor(20)
    next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()
    assert len(story(sample).elements) == count + 1
    assert session.edition.element(lede.id).text == lede.text[:20]
    session.select([lede.id])
    sample.table["text.merge"].trigger()
    assert session.edition.element(lede.id).text == lede.text


def test_moving_and_another_story(sample: MainWindow) -> None:
    session = sample.bench.session
    byline = story(sample).with_role(Role.BYLINE)[0]
    session.select([byline.id])
    sample.table["text.down"].trigger()
    assert story(sample).elements[2].id == byline.id
    assert session.selection.elements == (byline.id,)
    sample.editing.move_to(None)
    assert session.edition.story_of(byline.id).id != story(sample).id


def test_a_submenu_knows_the_slots(sample: MainWindow) -> None:
    caption = story(sample).with_role(Role.CAPTION)[0]
    sample.bench.session.select([caption.id])
    menu = sample.findChild(QMenu, "menu.place")
    assert menu is not None
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert {"图片一说明", "图片二说明"} <= set(texts)
    next(action for action in menu.actions() if action.text() == "图片二说明").trigger()
    assert caption.id in {e for flow in page_flows(sample) if "caption-2" in flow.frames for e in flow.elements}


def page_flows(window: MainWindow) -> tuple[Flow, ...]:
    page = window.bench.session.page
    assert page is not None
    return page.flows


def test_a_context_menu_tells_why(sample: MainWindow, qtbot: QtBot) -> None:
    lede = story(sample).with_role(Role.LEDE)[0]
    sample.bench.session.select([lede.id])
    menu = sample.menus.context(OUTLINE_MENU, sample, sample.refresh.reason())
    first: QAction = menu.actions()[0]
    assert "正文第一段" in first.text()
    assert not first.isEnabled()
    menu.deleteLater()


# Page, findings, history, view


def test_the_layout_can_be_changed_and_taken_back(sample: MainWindow) -> None:
    box = sample.findChild(QComboBox, "layout")
    assert box is not None
    sample.bench.session.select()
    box.activated.emit(0)
    page = sample.bench.session.page
    assert page is not None
    assert page.layout.id != "special-report"
    sample.table["edit.undo"].trigger()
    page = sample.bench.session.page
    assert page is not None
    assert page.layout.id == "special-report"


def test_line_break_rules_are_chosen_for_the_page_and_taken_back(sample: MainWindow) -> None:
    session = sample.bench.session
    box = sample.findChild(QComboBox, "kinsoku")
    assert session.page.kinsoku is None
    assert box.currentIndex() == 0
    box.activated.emit(1)
    assert session.page.kinsoku is KinsokuLevel.NONE
    assert box.currentIndex() == 1
    sample.table["edit.undo"].trigger()
    assert session.page.kinsoku is None
    assert box.currentIndex() == 0


def test_a_text_is_continued_cut_and_swapped_by_hand(sample: MainWindow) -> None:
    session = sample.bench.session
    before = session.edition
    session.select(frames=("section-1",))
    assert "section-2" in [goal.frame for goal in sample.threads.continuations()]
    sample.threads.continue_in("section-2")
    flow = session.page.flow_of_frame("section-1")
    assert flow.frames == ("section-1", "section-2")
    assert not session.edition.unplaced()
    session.select(frames=("section-2",))
    sample.table["page.cut_thread"].trigger()
    assert session.page.flow_of_frame("section-1").frames == ("section-1",)
    assert session.page.flow_of_frame("section-2") is None
    session.select(frames=("section-1",))
    sample.threads.swap_with("section-3")
    assert session.page.flow_of_frame("section-3").elements == flow.elements
    for _ in range(3):
        sample.table["edit.undo"].trigger()
    assert session.edition == before


def test_a_wrong_date_is_a_sentence(sample: MainWindow) -> None:
    sample.editing.date_page("2026-13-99")
    dialog = sample.findChild(QDialog, "notice")
    assert dialog is not None
    assert "2026-13-99" in dialog.text  # type: ignore[attr-defined]
    dialog.close()


def test_a_finding_leads_to_its_place(sample: MainWindow) -> None:
    finding = next(f for f in sample.refresh.findings() if f.id == "text.suspicious")
    sample.show_finding(finding)
    assert sample.bench.session.selection.elements == (finding.element,)


def test_the_history_goes_back_and_forth(sample: MainWindow) -> None:
    session = sample.bench.session
    states = [session.edition]
    for element in story(sample).with_role(Role.CAPTION):
        session.select([element.id])
        sample.table["edit.unassign"].trigger()
        states.append(session.edition)
    sample.frame.history.state_chosen.emit(0)
    assert session.edition is states[0]
    sample.frame.history.state_chosen.emit(2)
    assert session.edition is states[2]


def test_zoom_and_theme(sample: MainWindow) -> None:
    sample.table["page.actual"].trigger()
    assert sample.frame.canvas.zoom == pytest.approx(1.0)
    box = sample.findChild(QComboBox, "zoombox")
    assert box is not None
    assert box.currentText() == "100 %"
    sample.table["view.theme.dark"].trigger()
    assert sample.palette().window().color().name().upper() == DARK.chrome
    assert sample.bench.preferences.now.theme is Theme.DARK
    sample.set_theme(Theme.LIGHT)


def test_the_shortcut_sheet_opens(window: MainWindow) -> None:
    window.table["help.shortcuts"].trigger()
    sheet = window.findChild(QDialog, "shortcuts")
    assert sheet is not None
    assert "Ctrl+E" in {label.text() for label in sheet.findChildren(QLabel)}
    sheet.close()


@pytest.mark.parametrize(
    ("platform", "environment", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_be_shown(platform: str, environment: dict[str, str], shown: bool) -> None:
    assert has_display(platform, environment) is shown


def test_next_frame_goes_round(sample: MainWindow) -> None:
    page = sample.bench.session.page
    assert page is not None
    seen = []
    for _ in range(len(page.frames) + 1):
        sample.table["edit.next_frame"].trigger()
        seen += sample.bench.session.selection.frames
    assert seen == [*(frame.id for frame in page.frames), page.frames[0].id]
    sample.table["edit.deselect"].trigger()
    assert not sample.bench.session.selection
