"""The gallery of layouts, by mouse and keyboard through the real window, and the list of what found no place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.session.commands import AssignElements, DrawFrame
from desktop.session.commands.frames import Drawn
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.dialogs.leftovers import LeftoversDialog
from desktop.ui.window import MainWindow
from tests.session.plain import PLAIN

LEFT = Qt.MouseButton.LeftButton


def gallery(window: MainWindow) -> GalleryDialog:
    window.table["page.layouts"].trigger()
    dialog = window.findChild(GalleryDialog)
    assert dialog is not None
    QTest.qWaitForWindowExposed(dialog)
    return dialog


def layout_of(window: MainWindow) -> str:
    page = window.bench.session.page
    assert page is not None
    return page.layout.id


def listed(window: MainWindow) -> LeftoversDialog | None:
    return next((dialog for dialog in window.findChildren(LeftoversDialog) if dialog.isVisible()), None)


def test_the_gallery_shows_every_layout_and_chooses_that_of_the_page(sample: MainWindow) -> None:
    dialog = gallery(sample)
    assert [card.id for card in dialog.model.cards] == ["broadsheet-feature", "special-report", "tabloid-feature"]
    assert dialog.chosen is not None
    assert dialog.chosen.id == "special-report"
    assert [card.id for card in dialog.model.cards if card.now] == ["special-report"]
    sizes = {
        dialog.painter.pixmap(card, dialog.large.page.size(), 1).toImage().size().toTuple()
        for card in dialog.model.cards
    }
    assert len(sizes) == 2  # broadsheet and tabloid in their own proportions
    dialog.reject()


def test_keys_choose_and_enter_takes_a_layout_as_one_step(sample: MainWindow, qtbot: QtBot) -> None:
    session = sample.bench.session
    before, steps = session.edition, len(session.history.done)
    dialog = gallery(sample)
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.chosen is not None
    assert dialog.chosen.id == "tabloid-feature"
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: layout_of(sample) == "tabloid-feature")
    assert len(session.history.done) == steps + 1
    assert not session.edition.unplaced()
    assert {f.media for f in session.edition.pages[0].frames if f.media} == {"m1", "m2"}
    sample.table["edit.undo"].trigger()
    assert session.edition == before


def test_a_double_click_takes_a_layout_and_escape_none(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = gallery(sample)
    QTest.keyClick(dialog.view, Qt.Key.Key_Home)
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sample.findChild(GalleryDialog) is None)
    assert layout_of(sample) == "special-report"
    dialog = gallery(sample)
    at = dialog.view.visualRect(dialog.model.index(0)).center()
    QTest.mouseClick(dialog.view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(dialog.view.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: layout_of(sample) == "broadsheet-feature")


def test_the_inspector_leads_to_the_gallery(sample: MainWindow) -> None:
    sample.bench.session.select()
    button = sample.frame.inspector.sheet.findChild(QPushButton, "opengallery")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    dialog = sample.findChild(GalleryDialog)
    assert dialog is not None
    dialog.reject()


def test_the_list_leads_to_what_found_no_place_and_loses_what_is_seen_to(sample: MainWindow, tmp_path: Path) -> None:
    session = sample.bench.session
    slogan = session.edition.stories[0].with_role(Role.SLOGAN)
    assert listed(sample) is None
    session.do(DrawFrame("p1", Drawn.PICTURE, Place(1, 2, 70, 8)))
    sample.placing.place_picture(_third(tmp_path), "frame-1")
    sample.laying.lay_out(PLAIN)
    dialog = listed(sample)
    assert dialog is not None
    whats = [line.what for line in dialog.lines]
    assert [what for what in whats if "river.jpg" in what]
    assert [what for what in whats if "reading-room.jpg" in what]
    assert all(line.why for line in dialog.lines)
    row = next(i for i, line in enumerate(dialog.lines) if line.of.element and line.of.media is None)
    item = dialog.list.item(row)
    QTest.mouseClick(dialog.list.viewport(), LEFT, pos=dialog.list.visualItemRect(item).center())
    element = dialog.lines[row].of.element
    assert session.selection.elements == (element,)
    count = len(dialog.lines)
    session.do(AssignElements("p1", (element or "",), ("headline",)))
    assert len(dialog.lines) <= count
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    assert session.selection.elements or session.selection.frames
    while session.page and session.page.layout.id == PLAIN.id:
        sample.table["edit.undo"].trigger()
    assert listed(sample) is None
    assert slogan == session.edition.stories[0].with_role(Role.SLOGAN)


def _third(folder: Path) -> Path:
    from PIL import Image

    path = folder / "third.png"
    Image.new("RGB", (60, 40), (80, 90, 100)).save(path)
    return path


@pytest.mark.parametrize("choice", ["broadsheet-feature", "tabloid-feature"])
def test_a_layout_that_takes_everything_says_so_in_the_status_line(sample: MainWindow, choice: str) -> None:
    layout = next(layout for layout in sample.laying.layouts() if layout.id == choice)
    sample.laying.lay_out(layout)
    assert listed(sample) is None
    assert layout.name("zh") in sample.frame.status.said()
