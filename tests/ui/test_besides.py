"""Rulers, the facing page, zooming to the selection, hints, printing and the sheet of shortcuts, in the real window."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.facing import FacingPage
from desktop.ui.canvas.rulers import ticks
from desktop.ui.canvas.zoomarea import ZoomArea
from desktop.ui.paging import facing
from desktop.ui.window import MainWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Numbered(Struct):
    """Of a page what tells where it lies open."""

    id: str
    number: str


def test_ticks_are_as_close_as_can_be_told_apart() -> None:
    found = list(ticks(0, 100, 10, 10, 1.0))
    assert [tick.at for tick in found] == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    assert [tick.figure for tick in found if tick.figure] == ["0", "5"]
    assert len(list(ticks(0, 1000, 0, 1, 0.1))) == 21, "far away every fiftieth is drawn"


def test_rulers_are_shown_count_both_ways_and_follow_the_pointer(sample: MainWindow) -> None:
    ruled, canvas = sample.frame.ruled, sample.frame.canvas
    assert not ruled.rulers[0].isVisible()
    QTest.keyClick(sample, Qt.Key.Key_R, CTRL)
    assert all(ruler.isVisible() for ruler in ruled.rulers)
    before = ruled.rulers[0].grab().toImage()
    sample.table["view.ruler_grid"].trigger()
    assert ruled.rulers[0].grab().toImage() != before
    plain = ruled.rulers[1].grab().toImage()
    QTest.mouseMove(canvas.viewport(), QPoint(120, 140))
    assert ruled.rulers[1].grab().toImage() != plain
    canvas.set_zoom(2.0)
    assert sample.bench.preferences.now.rulers
    assert sample.bench.preferences.now.ruler_grid
    sample.table["view.rulers"].trigger()
    assert not ruled.rulers[0].isVisible()


def test_the_selection_is_zoomed_to(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    sample.bench.session.select(frames=("lede",))
    QTest.keyClick(sample, Qt.Key.Key_0, CTRL | ALT)
    box, room = canvas.frame_rect("lede"), canvas.viewport().rect()
    assert room.contains(box)
    assert max(box.width() / room.width(), box.height() / room.height()) > 0.85
    assert abs(box.center().x() - room.center().x()) <= 2


def test_another_page_is_seen_beside_and_taken_up_by_a_click(sample: MainWindow) -> None:
    facing, session = sample.frame.facing, sample.bench.session
    assert not sample.table["view.facing"].isEnabled()
    first = session.page.id
    sample.table["page.add"].trigger()
    session.show_page(first)
    sample.table["view.facing"].trigger()
    assert facing.isVisible()
    other = facing.page
    assert other != first
    facing.grab()
    QTest.mouseClick(facing.viewport(), LEFT, pos=facing.viewport().rect().center())
    assert session.page.id == other
    assert facing.page == first
    sample.table["view.facing"].trigger()
    assert not facing.isVisible()


def test_an_even_page_is_at_the_left_of_the_odd_one_behind_it() -> None:
    def beside(numbers: str, at: int) -> tuple[str, bool] | None:
        pages = [Numbered(id=str(place), number=number) for place, number in enumerate(numbers.split())]
        found = facing(pages, pages[at])
        return found and (found[0].number, found[1])

    assert beside("1", 0) is None
    assert [beside("1 2 3 4", at) for at in range(4)] == [("2", False), ("3", False), ("2", True), ("3", True)]
    assert beside("09 10 11", 0) == ("10", False), "08 is not there: the page behind"
    assert beside("A02 B03 A03", 0) == ("A03", False), "another section's page is not opposite"
    assert beside("一 二", 1) == ("一", True), "without figures, in the edition's order"


def test_the_facing_page_stands_at_its_side_and_pages_stay_where_they_are(sample: MainWindow) -> None:
    frame, session = sample.frame, sample.bench.session
    sample.table["page.add"].trigger()  # 09, 10
    first, second = (page.id for page in session.edition.pages)
    sample.table["view.facing"].trigger()
    assert session.page.id == second
    assert frame.facing.page == first
    assert at_left(frame.facing, frame.ruled)
    QTest.mouseClick(frame.facing.viewport(), Qt.MouseButton.RightButton, pos=QPoint(30, 30))
    assert session.page.id == second, "only the left button takes a page up"
    QTest.keyClick(frame.facing, Qt.Key.Key_Return)
    assert session.page.id == first
    assert frame.facing.page == second
    assert at_left(frame.ruled, frame.facing)


def at_left(one: QWidget, other: QWidget) -> bool:
    return one.mapToGlobal(one.rect().topRight()).x() < other.mapToGlobal(other.rect().topLeft()).x()


def test_the_status_line_says_what_can_be_done(sample: MainWindow) -> None:
    def said() -> str:
        return sample.frame.status._said.text()

    sample.frame.status.say("")
    sample.bench.session.select()
    nothing = said()
    sample.bench.session.select(frames=("lede",))
    frames = said()
    QTest.keyClick(sample, Qt.Key.Key_F)
    sample.enable()
    assert len({nothing, frames, said(), ""}) == 4


def test_every_action_teaches_in_its_tooltip_and_in_the_status_line(sample: MainWindow) -> None:
    for action in sample.table.all():
        name, _, tip = action.toolTip().partition("\n")
        assert name, action.objectName()
        assert len(tip) > 3, action.objectName()
        assert tip not in name
    sample.frame.status.say("")
    sample.table["edit.undo"].hovered.emit()
    assert sample.frame.status._said.text() == sample.table["edit.undo"].statusTip()
    sample.menuBar().actions()[0].menu().aboutToHide.emit()
    assert sample.frame.status._said.text() != sample.table["edit.undo"].statusTip()


def beside(window: MainWindow) -> tuple[PageCanvas, FacingPage]:
    """Show the facing page of the second of two pages: it stands at the left."""
    window.table["page.add"].trigger()
    window.table["view.facing"].trigger()
    QApplication.processEvents()
    return window.frame.canvas, window.frame.facing


def tops(*areas: ZoomArea) -> set[int]:
    return {area.viewport().mapToGlobal(QPoint(0, round(area.view.y))).y() for area in areas}


def wheel(area: ZoomArea, turn: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(area.viewport().rect().center())
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, area.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), buttons, keys, phase, False)
    QApplication.sendEvent(area.viewport(), event)


def test_the_facing_page_is_as_large_and_level_like_an_open_newspaper(sample: MainWindow) -> None:
    canvas, facing = beside(sample)
    rulers = sample.table["view.rulers"].trigger
    for do in (canvas.fit_page, canvas.actual_size, canvas.zoom_in, canvas.fit_width, rulers):
        do()
        QApplication.processEvents()
        assert facing.zoom == canvas.zoom
        assert len(tops(canvas, facing)) == 1
    canvas.set_zoom(2.0)
    canvas.scroll_by(0, 150)
    assert len(tops(canvas, facing)) == 1
    edge = facing.view.x + facing.view.scale * sample.bench.session.composed(facing.page).display.width
    assert 0 < edge <= facing.viewport().width(), "the edge towards the other page is seen"
    QTest.qWait(120)


def test_the_page_goes_along_when_the_facing_one_is_scrolled_and_zoomed(sample: MainWindow) -> None:
    canvas, facing = beside(sample)
    canvas.set_zoom(1.5)
    zoom, top = canvas.zoom, tops(canvas)
    wheel(facing, -240)
    assert tops(canvas) != top
    assert len(tops(canvas, facing)) == 1
    wheel(facing, 120, CTRL)
    assert canvas.zoom > zoom
    assert facing.zoom == canvas.zoom
    assert len(tops(canvas, facing)) == 1
    QTest.qWait(120)


def test_the_facing_page_is_there_again_at_the_next_start(
    sample: MainWindow, open_window: Callable[[str], MainWindow]
) -> None:
    beside(sample)
    again = open_window("zh")
    assert again.table["view.facing"].isChecked()
    assert again.frame.facing.isVisible()
    again.table["view.facing"].trigger()
    assert not again.bench.preferences.now.facing
