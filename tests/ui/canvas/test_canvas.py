"""Pointing, selecting, dropping: with the real widget."""

from __future__ import annotations

import sys

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.canvas import CanvasColours, FrameMark
from desktop.ui.canvas.hits import PageHits
from desktop.ui.canvas.reach import reach
from tests.pdf.pages import vertical_page
from tests.text.setting import LIBRARY

NO_KEYS = Qt.KeyboardModifier.NoModifier


def press(canvas, at: QPoint, keys=NO_KEYS) -> None:
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, keys, at)


def text_of(canvas, sample, frame: str) -> tuple[str, QPoint]:
    """An element of a frame and a point on its text."""
    element = next(run.element for run in sample.runs() if run.frame == frame and run.element)
    return element, canvas.element_rects(element)[0].center()


# Where things are


@pytest.mark.parametrize("zoom", [0.4, 1.0, 2.5])
def test_every_frame_is_found_where_it_is_said_to_be(canvas, sample, zoom):
    canvas.set_zoom(zoom)
    for frame in sample.frames:
        if frame.box.height:
            rect = canvas.frame_rect(frame.id)
            assert canvas.frame_rect(frame.slot) == rect
            assert canvas.frame_at(rect.center()) == frame.id
            assert canvas.frame_at(rect.topLeft() + QPoint(1, 1)) == frame.id
            assert canvas.frame_at(rect.topLeft() - QPoint(1, 1)) != frame.id


def test_every_line_of_every_element_is_found(canvas, sample):
    canvas.set_zoom(1.0)
    elements = {run.element for run in sample.runs() if run.element}
    assert elements
    for element in elements:
        rects = canvas.element_rects(element)
        assert rects
        assert all(canvas.element_at(rect.center()) == element for rect in rects)


def test_every_glyph_of_a_vertical_page_is_found():
    """Upright, turned and narrowed ones: the middle of each one's ink belongs to its element, and is painted."""
    display = vertical_page()
    hits = PageHits(display, LIBRARY)
    for run in display.runs():
        box = reach(run)
        for gid, dx, dy in zip(run.gids, run.dx, run.dy, strict=True):
            left, low, right, high = (edge * run.size for edge in LIBRARY.open(run.face).ink_box(gid))
            along, up = (left + right) / 2 * run.stretch, (low + high) / 2
            across, down = (up, along) if run.rotation else (along, -up)
            x, y = run.x + dx + across, run.y + dy + down
            assert hits.element_at(x, y) == run.element, run.text
            assert box.contains(x, y)


def test_nothing_is_found_beside_the_page(canvas, blank):
    assert canvas.frame_at(QPoint(2, 2)) is None
    assert canvas.element_at(QPoint(2, 2)) is None
    assert canvas.frame_rect("no such").isNull()
    assert canvas.element_rects("no such") == []


def test_without_a_page_there_is_a_hint_and_nothing_else(blank, library, sample):
    blank.set_hint("把 TXT 稿件拖到这里")
    pasteboard = QColor(CanvasColours().pasteboard)
    image = blank.grab().toImage()
    assert image.pixelColor(3, 3) == pasteboard
    assert any(image.pixelColor(x, image.height() // 2) != pasteboard for x in range(image.width()))
    assert blank.frame_at(QPoint(400, 300)) is None
    blank.set_display(sample, library, {})
    blank.set_display(None, library, {})
    assert blank.frame_rect("lede").isNull()
    assert blank.grab().toImage().pixelColor(3, 3) == pasteboard


# What clicks tell


def test_a_click_on_text_tells_of_the_element(canvas, sample, qtbot):
    element, at = text_of(canvas, sample, "section-2")
    with qtbot.waitSignal(canvas.element_clicked) as told:
        press(canvas, at)
    assert told.args[0] == element
    with qtbot.waitSignal(canvas.element_clicked) as told:
        press(canvas, at, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args[1] & Qt.KeyboardModifier.ShiftModifier
    assert told.args[1] & Qt.KeyboardModifier.ControlModifier


def test_a_click_beside_text_tells_of_the_frame_or_of_nothing(canvas, qtbot):
    with qtbot.waitSignal(canvas.frame_clicked) as told:
        press(canvas, canvas.frame_rect("picture-1").center())
    assert told.args[0] == "picture-1"
    with qtbot.waitSignal(canvas.frame_clicked) as told:
        press(canvas, QPoint(3, 3))
    assert told.args[0] == ""


def test_a_double_click_tells_of_the_frame(canvas, qtbot):
    with qtbot.waitSignal(canvas.frame_double_clicked) as told:
        at = canvas.frame_rect("picture-2").center()
        QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, at)
    assert told.args == ["picture-2"]


def test_menus_are_asked_for_at_the_pointer_and_by_key(canvas, qtbot):
    at = canvas.frame_rect("lede").center()
    where = canvas.viewport().mapToGlobal(at)
    with qtbot.waitSignal(canvas.context_requested) as told:
        QApplication.sendEvent(canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where))
    assert told.args == ["lede", where]
    canvas.set_selection(["section-1"], [])
    with qtbot.waitSignal(canvas.context_requested) as told:
        QApplication.sendEvent(canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, where))
    assert told.args[0] == "section-1"
    assert canvas.frame_rect("section-1").contains(canvas.viewport().mapFromGlobal(told.args[1]))


def test_tab_goes_from_frame_to_frame_and_out_at_the_end(canvas, sample):
    told: list[str] = []

    def select(frame: str, _keys) -> None:
        told.append(frame)
        canvas.set_selection([frame], [])

    canvas.frame_clicked.connect(select)
    for _ in sample.frames:
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert told == [frame.id for frame in sample.frames]
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert len(told) == len(sample.frames)
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert told[-1] == sample.frames[-2].id


def test_selected_text_can_be_dragged(canvas, sample, qtbot):
    element, at = text_of(canvas, sample, "section-3")
    other, _ = text_of(canvas, sample, "section-1")
    canvas.set_selection([], [other, element])
    clicks: list[str] = []
    canvas.element_clicked.connect(lambda name, _keys: clicks.append(name))
    far = at + QPoint(QApplication.startDragDistance() + 2, 0)
    with qtbot.waitSignal(canvas.element_drag_started) as told:
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, at)
        QTest.mouseMove(canvas.viewport(), at + QPoint(1, 0))
        assert not told.signal_triggered
        QTest.mouseMove(canvas.viewport(), far)
    assert told.args == [[other, element], canvas.viewport().mapToGlobal(far)]
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, far)
    assert clicks == []
    press(canvas, at)
    assert clicks == [element]


def test_text_that_is_not_selected_is_selected_before_it_is_dragged(canvas, sample, qtbot):
    element, at = text_of(canvas, sample, "section-3")
    canvas.element_clicked.connect(lambda name, _keys: canvas.set_selection([], [name]))
    with qtbot.waitSignal(canvas.element_drag_started) as told:
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, at)
        QTest.mouseMove(canvas.viewport(), at + QPoint(40, 0))
    assert told.args[0] == [element]
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, at)


# What is seen


def shows(canvas, name: str, colour: str, *, least: int = 4) -> bool:
    """Whether a colour is in or around a frame."""
    rect = canvas.frame_rect(name).adjusted(-3, -3, 3, 24)
    image, wanted = canvas.grab(rect.intersected(canvas.viewport().rect())).toImage(), QColor(colour).rgb()
    found = sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))
    return found >= least


def test_selected_frames_are_outlined_and_selected_text_keeps_its_ink(canvas, sample):
    blue = CanvasColours().selection
    assert not shows(canvas, "section-3", blue)
    canvas.set_selection(["section-3"], [])
    assert shows(canvas, "section-3", blue, least=100)
    canvas.set_selection([], [])
    assert not shows(canvas, "section-3", blue)

    canvas.set_preview(True)
    element, _ = text_of(canvas, sample, "headline")
    rect = canvas.element_rects(element)[0]
    before = canvas.grab(rect).toImage()
    canvas.set_selection([], [element])
    after = canvas.grab(rect).toImage()
    places = [(x, y) for y in range(4, rect.height() - 4) for x in range(4, rect.width() - 4)]
    black = [at for at in places if before.pixelColor(*at) == QColor("#000000")]
    white = [at for at in places if before.pixelColor(*at) == QColor("#FFFFFF")]
    assert black
    assert all(after.pixelColor(*at) == QColor("#000000") for at in black)
    assert all(after.pixelColor(*at).blue() > after.pixelColor(*at).red() for at in white)


def test_marks_have_colour_sign_and_words(canvas):
    colours = CanvasColours()
    assert not shows(canvas, "section-1", colours.accent)
    canvas.set_marks(
        {"section-1": FrameMark("overset", "+37 字"), "section-2": FrameMark("short"), "lede": FrameMark("ok")}
    )
    assert shows(canvas, "section-1", colours.accent, least=100)
    assert shows(canvas, "section-2", colours.reject, least=40)
    assert not shows(canvas, "lede", colours.accept)
    canvas.set_marks({})
    assert not shows(canvas, "section-1", colours.accent)


@pytest.mark.parametrize(
    ("state", "colour"), [("ok", "accept"), ("over", "accent"), ("short", "selection"), ("reject", "reject")]
)
def test_a_drop_is_told_before_it_is_done(canvas, state, colour):
    colours = CanvasColours()
    colour = getattr(colours, colour)
    before = canvas.grab().toImage()
    canvas.show_drop({"section-1": True, "section-2": True, "picture-1": False}, "section-1", "+37 字，3 行", state)
    assert shows(canvas, "section-1", colour, least=200)
    assert shows(canvas, "section-2", colours.accept, least=40)
    untouched = canvas.frame_rect("picture-2").adjusted(4, 4, -4, -4)
    assert canvas.grab(untouched).toImage() == before.copy(untouched)
    canvas.show_drop({"section-1": True}, None, "", "ok")
    canvas.clear_drop()
    assert canvas.grab().toImage() == before


def test_grid_and_preview(canvas, sample):
    with_grid = canvas.grab().toImage()
    canvas.set_grid_visible(False)
    without = canvas.grab().toImage()
    assert with_grid != without
    canvas.set_grid_visible(True)
    assert canvas.grab().toImage() == with_grid
    canvas.set_preview(True)
    preview = canvas.grab().toImage()
    assert preview not in (with_grid, without)
    gap = canvas.frame_rect("headline").topLeft() + QPoint(3, 3)
    assert preview.pixelColor(gap) == QColor("#FFFFFF")


def test_names_stand_in_empty_frames_only(canvas, sample, library):
    named = canvas.grab().toImage()
    canvas.set_display(sample, library, {}, {})
    bare = canvas.grab().toImage()
    picture, text = canvas.frame_rect("picture-2"), canvas.frame_rect("section-4")
    assert named.copy(picture) != bare.copy(picture)
    assert named.copy(text) == bare.copy(text)


@pytest.mark.parametrize("zoom", [0.25, 0.5, 0.9, 1.4, 2.2, 4.0, 8.0])
def test_a_head_has_ink_at_every_zoom(canvas, sample, zoom):
    canvas.set_preview(True)
    canvas.set_zoom(zoom, canvas.frame_rect("headline").center())
    head = canvas.frame_rect("headline").intersected(canvas.viewport().rect())
    image = canvas.grab(head).toImage()
    dark = sum(
        image.pixelColor(x, y).lightness() < 60 for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)
    )
    assert dark > 0.05 * image.width() * image.height() / 4


def test_an_edit_repaints_where_it_is_and_nowhere_else(canvas, sample, library):
    canvas.set_preview(True)
    canvas.set_zoom(1.0, canvas.frame_rect("section-1").center())
    before = canvas.grab().toImage()
    victim = next(run for run in sample.runs() if run.frame == "section-1" and run.line == 6)
    edited = replace(sample, items=tuple(item for item in sample.items if item is not victim))
    canvas.set_display(edited, library, {})
    after = canvas.grab().toImage()
    assert before != after
    canvas.set_display(sample, library, {})
    assert canvas.grab().toImage() == before


def test_people_who_do_not_see_the_page_are_told_of_it(canvas, sample):
    assert sample.number in canvas.accessibleName()
    assert str(len(sample.frames)) in canvas.accessibleDescription()


def test_painting_loses_no_reference_to_none(canvas, sample, library):
    """PySide6 6.12.0 lost one at nearly every call, and aborted after some thousand."""
    canvas.grab()
    before = sys.getrefcount(None)
    for zoom in (0.5, 1.0, 2.0):
        canvas.set_zoom(zoom)
        canvas.set_selection(["lede"], [])
        canvas.grab()
    canvas.set_display(replace(sample, items=sample.items[::-1]), library, {})
    canvas.grab()
    assert sys.getrefcount(None) > before - 500
