"""Every widget that takes keys is reached by keys, in reading order, and says what it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.canvas import PageCanvas
from desktop.ui.window import MainWindow
from tests.ui.access.scenes import DIALOGS, SCENES, WINDOW, scene

Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], frozenset[Role]], ...] = (
    (PageCanvas, frozenset({Role.Document})),
    (QCheckBox, frozenset({Role.CheckBox})),
    (QAbstractButton, frozenset({Role.Button, Role.CheckBox})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QAbstractSpinBox, frozenset({Role.SpinBox})),
    (QLineEdit, frozenset({Role.EditableText})),
    (QPlainTextEdit, frozenset({Role.EditableText})),
    (QListView, frozenset({Role.List})),
    (QTreeView, frozenset({Role.Tree})),
    (QTabBar, frozenset({Role.PageTabList})),
)


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets at which Tab should stop."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is root.window()
    ]


def spoken(widget: QWidget) -> str:
    """Return what assistive technology calls a widget; Qt gives a combo box's choice for its name on some systems."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {spoken(widget)}"


def walk(root: QWidget, forward: bool = True) -> list[QWidget]:
    """Return the widgets that keys go through from the first one till they come round.

    From the page F6 goes on: Tab would go through its frames and select them.
    """
    first = stops(root)[0]
    first.setFocus()
    seen = [first]
    for _ in range(200):
        now = QApplication.focusWidget()
        assert now is not None
        if isinstance(now, PageCanvas):
            QTest.keyClick(now, Qt.Key.Key_F6, _shift(not forward))
        else:
            QTest.keyClick(now, Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab, _shift(not forward))
        after = QApplication.focusWidget()
        assert after is not None, f"nothing has the keys after {named(now)}"
        if after is first or after is now:
            break
        seen.append(after)
    return seen


def _shift(pressed: bool) -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.ShiftModifier if pressed else Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("name", list(SCENES))
def test_what_takes_keys_has_a_name_and_the_right_role(sample: MainWindow, qtbot: QtBot, name: str) -> None:
    with scene(name, sample, qtbot) as root:
        found = stops(root)
        assert found
        assert [named(widget) for widget in found if not spoken(widget).strip()] == []
        for widget in found:
            role = QAccessible.queryAccessibleInterface(widget).role()
            right = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
            assert right is None or role in right, f"{named(widget)} is a {role}"


@pytest.mark.parametrize("name", list(SCENES))
def test_keys_reach_everything_both_ways_and_come_round(sample: MainWindow, qtbot: QtBot, name: str) -> None:
    with scene(name, sample, qtbot) as root:
        every = set(stops(root))
        assert {named(widget) for widget in every - set(walk(root))} == set()
        for forward in (True, False):
            reached = walk(root, forward)
            assert len(reached) == len(set(reached))
            last = reached[-1]
            assert len(every) == 1 or QApplication.focusWidget() is reached[0], f"{named(last)} is a dead end"


@pytest.mark.parametrize("name", list(WINDOW))
def test_keys_go_through_the_window_panel_by_panel(sample: MainWindow, qtbot: QtBot, name: str) -> None:
    frame = sample.frame
    parts = (
        frame.topbar, frame.outline, frame.sheets, frame.history, frame.pages, frame.note, frame.find_bar,
        frame.canvas, frame.story, frame.inspector, frame.findings, frame.status,
    )  # fmt: skip
    with scene(name, sample, qtbot) as root:
        through = [
            next(at for at, part in enumerate(parts) if part is widget or part.isAncestorOf(widget))
            for widget in walk(root)
        ]
        assert through == sorted(through)
        in_each = [[w for w, at in zip(walk(root), through, strict=True) if at == one] for one in sorted(set(through))]
        for widgets in in_each:
            assert_in_reading_order(widgets)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_keys_go_through_a_dialog_in_reading_order(sample: MainWindow, qtbot: QtBot, name: str) -> None:
    with scene(name, sample, qtbot) as root:
        assert_in_reading_order(walk(root))


def assert_in_reading_order(widgets: list[QWidget]) -> None:
    """Hold that widgets follow each other line by line, and from left to right in a line."""
    for before, after in pairwise(widgets):
        if before.isAncestorOf(after):
            continue
        one, two = _box(before), _box(after)
        same_line = min(one[3], two[3]) - max(one[1], two[1]) > min(one[3] - one[1], two[3] - two[1]) / 2
        ordered = two[0] > one[0] if same_line else two[1] > one[1]
        assert ordered, f"{named(after)} {two} comes after {named(before)} {one}"


def _box(widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return at.x(), at.y(), at.x() + widget.width(), at.y() + widget.height()


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_has_a_title_and_takes_the_keys(sample: MainWindow, qtbot: QtBot, name: str) -> None:
    with scene(name, sample, qtbot) as root:
        assert isinstance(root, QDialog)
        told = QAccessible.queryAccessibleInterface(root)
        assert told.role() is Role.Dialog
        assert told.text(QAccessible.Text.Name)
        root.activateWindow()
        qtbot.waitUntil(lambda: root.isActiveWindow())
        now = QApplication.focusWidget()
        assert now is not None
        assert root.isAncestorOf(now)


def test_f6_keeps_what_is_selected_and_tab_leaves_the_page_behind_its_last_frame(sample: MainWindow) -> None:
    session, canvas = sample.bench.session, sample.frame.canvas
    session.select(frames=("section-1",))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_F6)
    now = QApplication.focusWidget()
    assert now is not None
    assert sample.frame.inspector.isAncestorOf(now)
    assert session.selection.frames == ("section-1",)
    QTest.keyClick(now, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is canvas
    assert session.page is not None
    for _ in session.page.frames:
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not canvas


def test_the_empty_window_can_be_left_by_keys(window: MainWindow) -> None:
    reached = walk(window)
    assert {named(widget) for widget in set(stops(window)) - set(reached)} == set()
    assert {"empty.file.open", "empty.file.sample"} <= {widget.objectName() for widget in reached}


def test_the_palette_tells_which_entry_the_arrows_chose(sample: MainWindow, qtbot: QtBot) -> None:
    with scene("palette", sample, qtbot) as root:
        field = root.findChild(QLineEdit)
        assert field is not None
        first = field.accessibleDescription()
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert first
        assert field.accessibleDescription() not in {"", first}


def test_rows_of_lists_are_told_with_what_their_signs_say(open_window: Callable[[str], MainWindow]) -> None:
    window = open_window("zh")
    window.table["file.sample"].trigger()
    window.bench.session.select(frames=("picture-1",))
    window.table["page.remove_picture"].trigger()
    window.table["edit.undo"].trigger()
    history, findings = window.frame.history.model, window.frame.findings.model
    spoken_role = Qt.ItemDataRole.AccessibleTextRole
    steps = [history.index(row) for row in range(history.rowCount())]
    assert "已撤销" in str(steps[-1].data(spoken_role))
    assert "已撤销" not in str(steps[0].data(spoken_role))
    assert all("：" in str(findings.index(row).data(spoken_role)) for row in range(findings.rowCount()))
    outline = window.frame.outline.model()
    assert str(outline.index(0, 0).data(spoken_role)).endswith("已排")
