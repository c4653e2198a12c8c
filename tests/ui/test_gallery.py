"""The gallery of layouts, by mouse and keyboard through the real window, and the list of what found no place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.session.commands import AssignElements, DrawFrame, UnassignElements
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


def ready(window: MainWindow, qtbot: QtBot) -> GalleryDialog:
    """Open the gallery and wait until every card is judged and in its order."""
    dialog = gallery(window)
    qtbot.waitUntil(lambda: all(card.display is not None for card in dialog.model.cards), timeout=20_000)
    return dialog


def layout_of(window: MainWindow) -> str:
    page = window.bench.session.page
    assert page is not None
    return page.layout.id


def listed(window: MainWindow) -> LeftoversDialog | None:
    return next((dialog for dialog in window.findChildren(LeftoversDialog) if dialog.isVisible()), None)


def test_the_gallery_shows_every_layout_and_chooses_that_of_the_page(sample: MainWindow) -> None:
    dialog = gallery(sample)
    known = {"broadsheet-feature", "special-report", "tabloid-feature"}
    assert {card.id for card in dialog.model.cards} == known
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
    dialog = ready(sample, qtbot)
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    second = dialog.model.cards[1].id
    assert second != "special-report"
    assert dialog.chosen == dialog.model.cards[1]
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: layout_of(sample) == second)
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
    dialog = ready(sample, qtbot)
    wanted = dialog.model.cards[2].id
    at = dialog.view.visualRect(dialog.model.index(2)).center()
    QTest.mouseClick(dialog.view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(dialog.view.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: layout_of(sample) == wanted)


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


def test_every_layout_is_shown_with_the_page_set_in_it_the_best_first(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = ready(sample, qtbot)
    assert dialog.model.cards[0].id == "special-report"
    assert dialog.chosen is not None
    assert dialog.chosen.id == "special-report"
    assert all(card.said and card.words for card in dialog.model.cards)
    assert dialog.note.text()
    assert "4" in dialog.large.said.text()  # of the four sections
    for card in dialog.model.cards:
        page = next(layout for layout in sample.laying.layouts() if layout.id == card.id).grid
        assert card.display is not None
        assert (card.display.width, card.display.height) == pytest.approx((page.sheet_width, page.sheet_height))
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not sample.bench.session.modified


def test_an_empty_page_is_assigned_anew_by_the_layout_that_is_taken(sample: MainWindow, qtbot: QtBot) -> None:
    session = sample.bench.session
    session.do(UnassignElements(tuple(e.id for e in session.edition.stories[0].elements)))
    dialog = ready(sample, qtbot)
    anew = dialog.findChild(QCheckBox, "anew")
    assert anew is not None
    assert anew.isChecked()
    best = dialog.model.cards[0]
    displays = {card.id: card.display for card in dialog.model.cards}
    QTest.mouseClick(anew, LEFT)  # without it the page stays empty
    qtbot.waitUntil(lambda: all(c.display not in (None, displays[c.id]) for c in dialog.model.cards), timeout=20_000)
    empty = next(card.display for card in dialog.model.cards if card.id == best.id)
    assert empty is not None
    assert displays[best.id] is not None
    assert len(list(empty.runs())) < len(list(displays[best.id].runs()))
    QTest.mouseClick(anew, LEFT)
    dialog.choose(best.id)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not session.edition.unplaced())
    assert layout_of(sample) == best.id


def test_a_gallery_left_while_it_works_leaves_nothing_behind(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = gallery(sample)
    dialog.reject()
    qtbot.waitUntil(lambda: not sample.bench.runner.busy)
    assert sample.findChild(GalleryDialog) is None or not sample.findChild(GalleryDialog).isVisible()
