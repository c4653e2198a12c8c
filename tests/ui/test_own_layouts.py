"""One's own layouts through the real window: kept under a name, chosen, removed; the grid edited with a preview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.runaround import Place
from desktop.session.commands import DrawFrame
from desktop.session.commands.frames import Drawn
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.dialogs.gridedit import GridDialog
from desktop.ui.dialogs.naming import NamingDialog
from desktop.ui.dialogs.notice import Notice
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def grid_dialog(window: MainWindow, qtbot: QtBot) -> GridDialog:
    window.table["page.grid"].trigger()
    dialog = window.findChild(GridDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.working and dialog.preview.display is not None)
    return dialog


def type_into(dialog: GridDialog, name: str, figure: str) -> None:
    box = dialog.counts[name]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, figure)


def test_a_page_is_kept_and_stands_in_gallery_menu_and_inspector(sample: MainWindow, qtbot: QtBot) -> None:
    sample.bench.session.do(DrawFrame("p1", Drawn.BOX, Place(1, 2, 70, 8)))
    sample.table["page.save_layout"].trigger()
    dialog = sample.findChild(NamingDialog)
    assert dialog is not None
    dialog.field.clear()
    assert not dialog.take.isEnabled()
    QTest.keyClicks(dialog.field, "special report")
    assert dialog.said.text()
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "weekend")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "weekend" in sample.frame.status.said())
    assert sample.frame.inspector.sheet.offered()[-1] == "weekend"
    sample.table["page.layouts"].trigger()
    gallery = sample.findChild(GalleryDialog)
    assert gallery is not None
    qtbot.waitUntil(lambda: all(card.display is not None for card in gallery.model.cards), timeout=20_000)
    own = next(card for card in gallery.model.cards if card.title == "weekend")
    gallery.choose(own.id)
    remove = gallery.findChild(QPushButton, "remove")
    assert remove is not None
    assert remove.isVisible()
    gallery.choose("tabloid-feature")
    assert not remove.isVisible()
    gallery.choose(own.id)
    QTest.mouseClick(remove, LEFT)
    qtbot.waitUntil(lambda: sample.findChild(Notice) is not None)
    notice = sample.findChild(Notice)
    assert notice is not None
    QTest.mouseClick(notice.button("remove"), LEFT)
    qtbot.waitUntil(lambda: "weekend" not in sample.frame.inspector.sheet.offered())


def test_the_grid_is_edited_with_a_live_preview_as_one_step(sample: MainWindow, qtbot: QtBot) -> None:
    session = sample.bench.session
    before, steps = session.edition, len(session.history.done)
    dialog = grid_dialog(sample, qtbot)
    assert not dialog.take.isEnabled()
    first = dialog.preview.display
    type_into(dialog, "columns", "5")
    type_into(dialog, "measure", "13")
    qtbot.waitUntil(lambda: not dialog.working and dialog.preview.display is not first)
    assert session.edition is before
    assert dialog.grid.columns == 5
    QTest.keyClick(dialog.counts["columns"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.edition is not before)
    assert session.edition.pages[0].layout.grid.columns == 5
    assert session.edition.pages[0].layout.grid.measure == 13
    assert len(session.history.done) == steps + 1
    sample.table["page.layouts"].trigger()
    gallery = sample.findChild(GalleryDialog)
    assert gallery is not None
    assert [card.id for card in gallery.model.cards if card.now] == ["@here"]
    gallery.reject()
    sample.table["edit.undo"].trigger()
    assert session.edition == before


@pytest.mark.parametrize(("field", "figure"), [("columns", "9"), ("lines", "120")])
def test_a_grid_that_cannot_be_is_said_and_not_taken(sample: MainWindow, qtbot: QtBot, field: str, figure: str) -> None:
    dialog = grid_dialog(sample, qtbot)
    type_into(dialog, field, figure)
    assert not dialog.take.isEnabled()
    assert dialog.said.property("state") == "bad"
    QTest.keyClick(dialog.counts[field], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not sample.bench.session.modified


def test_margins_are_typed_in_millimetres_and_figures_left_alone_stay_exact(sample: MainWindow, qtbot: QtBot) -> None:
    dialog = grid_dialog(sample, qtbot)
    assert sample.bench.session.page is not None
    old = sample.bench.session.page.layout.grid
    assert dialog.grid == old
    dialog.top.setValue(dialog.top.value() + 2)
    assert dialog.grid.pitch == old.pitch
    assert dialog.grid.type_area.y == pytest.approx(dialog.top.value() * 72 / 25.4)
    dialog.counts["lines"].setValue(84)
    dialog.top.setValue(dialog.top.value() - 2)
    assert dialog.grid.type_area.y == pytest.approx(old.type_area.y)
    qtbot.waitUntil(lambda: not dialog.working)
    dialog.reject()
