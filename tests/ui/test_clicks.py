"""Clicking on the page: text, frames, with keys held, twice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.model.story import Role
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def bodies(window: MainWindow) -> list[str]:
    return [e.id for e in window.bench.session.edition.stories[0].with_role(Role.BODY)]


def click(window: MainWindow, element: str, keys: Qt.KeyboardModifier = NONE) -> None:
    canvas = window.frame.canvas
    QTest.mouseClick(canvas.viewport(), LEFT, keys, canvas.element_rects(element)[0].center())


def chosen(window: MainWindow) -> set[str]:
    return set(window.bench.session.selection.elements)


def test_ctrl_adds_and_takes_away(sample: MainWindow) -> None:
    first, second, third, *_ = bodies(sample)
    click(sample, first)
    click(sample, third, CTRL)
    assert chosen(sample) == {first, third}
    assert set(sample.frame.outline.chosen()) == {first, third}
    click(sample, first, CTRL)
    assert chosen(sample) == {third}
    click(sample, second)
    assert chosen(sample) == {second}


def test_shift_takes_all_between(sample: MainWindow) -> None:
    ids = bodies(sample)[:3]
    click(sample, ids[0])
    click(sample, ids[2], SHIFT)
    assert chosen(sample) >= set(ids)
    click(sample, ids[1], SHIFT)
    assert ids[0] in chosen(sample)


def test_frames_toggle_too(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    for frame, keys in (("picture-1", NONE), ("picture-2", CTRL), ("picture-1", CTRL)):
        QTest.mouseClick(canvas.viewport(), LEFT, keys, canvas.frame_rect(frame).center())
    assert sample.bench.session.selection.frames == ("picture-2",)


def test_alt_and_the_edge_take_the_frame(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    (lede,) = [e.id for e in session.edition.stories[0].with_role(Role.LEDE)]
    click(sample, lede, ALT)
    assert session.selection.frames == ("lede",)
    session.select()
    edge = canvas.frame_rect("lede").topLeft() - QPoint(2, -6)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=edge)
    assert session.selection.frames == ("lede",)


def test_twice_on_text_leads_to_its_row(sample: MainWindow) -> None:
    canvas, outline = sample.frame.canvas, sample.frame.outline
    body = bodies(sample)[1]
    place = canvas.element_rects(body)[0].center()
    assert not outline.visualRect(outline.model().index_of(body)).isValid()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=place)
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=place)
    assert outline.visualRect(outline.model().index_of(body)).isValid()
    assert outline.currentIndex() == outline.model().index_of(body)
    assert chosen(sample) == {body}


def test_twice_on_an_empty_picture_frame_asks_for_one(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    sample.bench.session.select(frames=("picture-1",))
    sample.table["page.remove_picture"].trigger()
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=canvas.frame_rect("picture-1").center())
    dialog = sample.findChild(QFileDialog, "filedialog")
    assert dialog is not None
    dialog.reject()


def test_dragging_near_the_edge_scrolls(sample: MainWindow, qtbot: QtBot) -> None:
    canvas, outline = sample.frame.canvas, sample.frame.outline
    canvas.set_zoom(3.0)
    before = canvas.frame_rect("lede").topLeft()
    element = sample.bench.session.edition.stories[0].elements[1].id
    start = outline.visualRect(outline.model().index_of(element)).center()
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    QTest.mouseMove(outline.viewport(), start + QPoint(24, 4))
    assert sample.drag.active
    room = canvas.viewport().rect()
    QTest.mouseMove(canvas.viewport(), QPoint(room.width() // 2, room.height() - 6))
    qtbot.waitUntil(lambda: canvas.frame_rect("lede").top() < before.y() - 40)
    QTest.keyClick(sample, Qt.Key.Key_Escape)
    rested = canvas.frame_rect("lede").topLeft()
    qtbot.wait(60)
    assert canvas.frame_rect("lede").topLeft() == rested
