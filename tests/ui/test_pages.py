"""Several pages, and pages that compose otherwise than when they were saved."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from desktop.compose import new_page
from desktop.opening import Opened, open_path
from desktop.session.commands import SetFrameLines
from desktop.ui.menutable import CANVAS_MENU
from desktop.ui.window import MainWindow


def with_second_page(window: MainWindow) -> None:
    edition = window.bench.session.edition
    second = new_page("p2", edition.pages[0].layout, "18")
    window.bench.session.take(Opened(replace(edition, pages=(edition.pages[0], second))))


def shown(window: MainWindow) -> str:
    page = window.bench.session.page
    assert page is not None
    return page.id


def test_one_page_has_no_tabs(sample: MainWindow) -> None:
    assert not sample.frame.pages.isVisible()
    assert not sample.table["page.next"].isEnabled()


def test_tabs_and_keys_go_from_page_to_page(sample: MainWindow) -> None:
    with_second_page(sample)
    tabs = sample.frame.pages
    assert tabs.isVisible()
    assert [tabs.tabText(at)[:4] for at in range(tabs.count())] == ["09 版", "18 版"]
    assert "专题报道" in tabs.tabText(1)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert shown(sample) == "p2"
    QTest.keyClick(sample, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert shown(sample) == "p1"
    assert tabs.currentIndex() == 0
    sample.table["page.next"].trigger()
    assert tabs.currentIndex() == 1
    sample.table["page.next"].trigger()
    assert shown(sample) == "p1"


def test_a_page_that_composes_otherwise_is_told(sample: MainWindow, tmp_path: Path) -> None:
    session, note, target = sample.bench.session, sample.frame.note, tmp_path / "a.banxin"
    sample.files.save_to(target)
    sample.files.open([target])
    assert note.told() == ""
    opened = open_path(target)
    moved = replace(opened.displays[0], items=opened.displays[0].items[1:])
    session.take(replace(opened, displays=(moved,)))
    assert note.isVisible()
    assert "09 版" in note.told()
    assert "规则" in note.told()
    other = tuple((face, family, "0" * 64) for face, family, _ in opened.fonts[:1])
    session.take(replace(opened, displays=(moved,), fonts=other))
    assert other[0][1] in note.told()
    sample.files.open([target])
    assert not note.isVisible()


def test_a_text_goes_on_on_another_page_and_comes_back(sample: MainWindow) -> None:
    with_second_page(sample)
    session = sample.bench.session
    session.do(SetFrameLines(session.page.id, "section-4", 12))
    session.select(frames=("section-4",))
    over = sample.frame.status.findChild(QLabel, "tally.overset").text()
    menu = sample.menus.context(CANVAS_MENU, sample)
    (submenu,) = (found for found in menu.findChildren(QMenu) if found.objectName() == "menu.thread")
    submenu.aboutToShow.emit()
    (entry,) = (action for action in submenu.actions() if action.text() == "18 版 · 第四节")
    entry.trigger()
    assert sample.frame.status.findChild(QLabel, "tally.overset").text() != over
    assert "字转他版" in sample.frame.inspector.frame.findChild(QLabel, "fact.fit").text()
    session.show_page("p2")
    session.select(frames=("section-4",))
    assert sample.frame.inspector.frame.findChild(QLabel, "fact.holds").text().startswith("“")
    sample.table["page.cut_thread"].trigger()
    assert session.page.flows == ()
    sample.table["edit.undo"].trigger()
    sample.table["edit.undo"].trigger()
    session.show_page("p1")
    assert sample.frame.status.findChild(QLabel, "tally.overset").text() == over
    menu.deleteLater()
