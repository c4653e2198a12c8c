"""Panels put elsewhere by the mouse and by menu, and found there at the next start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def head(window: MainWindow, name: str) -> QLabel:
    found = window.frame.panels()[name].findChild(QLabel, "panelhead")
    assert found is not None
    return found


def test_a_panel_is_dragged_by_its_title_to_the_other_side(sample: MainWindow) -> None:
    title = head(sample, "pages")
    goal = sample.frame.findings.mapToGlobal(sample.frame.findings.rect().center() + QPoint(0, 20))
    QTest.mousePress(title, LEFT, pos=QPoint(20, 8))
    QTest.mouseMove(title, QPoint(40, 30))
    QTest.mouseMove(title, title.mapFromGlobal(goal))
    QTest.mouseRelease(title, LEFT, pos=title.mapFromGlobal(goal))
    assert sample.docks.places() == (("outline", "history"), ("inspector", "findings", "pages"))
    assert sample.frame.sheets.isVisible()
    assert sample.frame.history.isHidden(), "what was hidden stays hidden"
    QTest.mousePress(title, LEFT, pos=QPoint(20, 8))
    QTest.mouseRelease(title, LEFT, pos=QPoint(20, 8))
    assert sample.docks.places()[1][-1] == "pages", "a click moves nothing"


def test_a_panel_dropped_beside_both_columns_stays(sample: MainWindow) -> None:
    before, title = sample.docks.places(), head(sample, "inspector")
    goal = sample.frame.canvas.mapToGlobal(sample.frame.canvas.rect().center())
    QTest.mousePress(title, LEFT, pos=QPoint(20, 8))
    QTest.mouseMove(title, QPoint(20, 60))
    QTest.mouseMove(title, title.mapFromGlobal(goal))
    QTest.mouseRelease(title, LEFT, pos=title.mapFromGlobal(goal))
    assert sample.docks.places() == before


def test_panels_are_moved_by_menu_and_found_there_again(
    sample: MainWindow, open_window: Callable[[str], MainWindow]
) -> None:
    menu = QMenu(sample)
    sample.docks._fill(menu)
    next(action for action in menu.actions() if "检查器" in action.text()).trigger()
    sample.docks.step("inspector", -1)
    assert sample.docks.places() == (("outline", "pages", "inspector", "history"), ("findings",))
    sample.docks.step("outline", -1)
    assert sample.docks.places()[0][0] == "outline"
    again = open_window("zh")
    QApplication.processEvents()
    assert again.docks.places() == (("outline", "pages", "inspector", "history"), ("findings",))


def test_what_is_remembered_wrongly_changes_nothing(sample: MainWindow) -> None:
    before = sample.docks.places()
    for remembered in ("", "nonsense", "a,b|c", "|||"):
        sample.docks._restore(remembered)
        assert sample.docks.places() == before


def test_the_story_editor_is_there_again_at_the_next_start(
    sample: MainWindow, open_window: Callable[[str], MainWindow]
) -> None:
    assert sample.frame.story.isHidden()
    sample.table["view.story"].trigger()
    sample.panels.keep()
    again = open_window("zh")
    assert again.table["view.story"].isChecked()
    assert not again.frame.story.isHidden()
    again.table["view.story"].trigger()
    again.panels.keep()
    assert "view.story" in again.bench.preferences.now.hidden_panels


def test_a_column_without_panels_goes_and_a_panel_shows_the_column_it_stands_in(sample: MainWindow) -> None:
    sample.docks.to_the_other_side("inspector")
    sample.docks.to_the_other_side("findings")
    assert sample.frame.right.isHidden()
    assert sample.table["view.inspector"].isChecked(), "it is seen at the left"
    sample.docks.to_the_other_side("history")
    assert sample.frame.right.isHidden(), "it holds nothing but a hidden panel"
    sample.table["view.history"].trigger()
    assert sample.frame.history.isVisible()
    assert sample.frame.right.isVisible()


def test_the_view_menu_shows_and_hides_the_panel_it_names_wherever_it_stands(
    sample: MainWindow, open_window: Callable[[str], MainWindow]
) -> None:
    panels, frame = sample.frame.panels(), sample.frame
    sample.docks.to_the_other_side("outline")
    sample.docks.to_the_other_side("inspector")
    for name in ("inspector", "outline", "findings"):
        others = [panel for other, panel in panels.items() if other != name]
        before = [panel.isVisible() for panel in others]
        sample.table[f"view.{name}"].trigger()
        assert not panels[name].isVisible()
        assert [panel.isVisible() for panel in others] == before
        sample.table[f"view.{name}"].trigger()
        assert panels[name].isVisible()
    QTest.keyClick(sample, Qt.Key.Key_1, CTRL_ALT)
    assert frame.right.isVisible(), "Preflight is still seen there"
    QTest.keyClick(sample, Qt.Key.Key_5, CTRL_ALT)
    assert not frame.right.isVisible()
    sample.panels.keep()
    again = open_window("zh")
    assert not again.frame.right.isVisible()
    assert again.frame.inspector.isVisible()
    QTest.keyClick(again, Qt.Key.Key_1, CTRL_ALT)
    assert again.frame.panels()["outline"].isVisible()
    assert not again.frame.findings.isVisible()
