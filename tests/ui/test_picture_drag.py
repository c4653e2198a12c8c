"""Dragging pictures: the tool with a fake canvas and a fake page, then a hand on the real window."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import Message, message
from desktop.model.layout import Grid
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.session.freestanding import Grip, dragged
from desktop.session.guides import Guide
from desktop.ui.canvas.grips import corners, hold_at, step_of
from desktop.ui.framedrag import PictureDrag
from desktop.ui.menutable import CANVAS_MENU
from desktop.ui.panels.free_part import FreePart
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
GRID = Grid(600, 600, 10, 4, 10, 1, 40, 12.0)
STEP = 110
"""Points from column to column of that grid; the fake canvas shows a point as a pixel."""


class Surface:
    """A canvas whose left half is the frame ``other``."""

    def __init__(self, parent: QWidget) -> None:
        self._viewport = QWidget(parent)
        self._viewport.setGeometry(0, 0, 600, 600)
        self.shown: list[tuple[set[str], str | None, str, str]] = []
        self.cleared = 0

    def viewport(self) -> QWidget:
        return self._viewport

    def frame_at(self, position: QPoint, /) -> str | None:
        return "other" if position.x() < 100 else "text"

    def page_point(self, at: QPoint, /) -> tuple[float, float]:
        inside = self._viewport.mapFromGlobal(at)
        return inside.x(), inside.y()

    def scroll_by(self, dx: int, dy: int) -> bool:
        return False

    def show_drop(self, candidates: Mapping[str, bool], target: str | None, label: str, state: str) -> None:
        self.shown.append((set(candidates), target, label, state))

    def show_guides(self, guides: Collection[Guide], /) -> None:
        self.guides = tuple(guides)

    def clear_drop(self) -> None:
        self.cleared += 1


class Preview(Struct):
    composed: Place
    pushed: tuple[str, ...]
    message: Message
    guides: tuple[Guide, ...] = ()


class Dragged:
    """Stands for the session's drag: every place is a page of its own."""

    start = Place(2, 2, 11, 8)
    frame = "p"

    def __init__(self, grip: Grip) -> None:
        self.grip = grip
        self.asked: list[Place] = []

    def place(self, columns: int, lines: int) -> Place:
        return dragged(self.start, self.grip, columns, lines, GRID)

    def over(self, place: Place) -> Preview:
        self.asked.append(place)
        return Preview(place, ("f",) if place.line > 20 else (), message("at {line}", line=place.line))


class Rig:
    def __init__(self, parent: QWidget) -> None:
        self.parent, self.surface = parent, Surface(parent)
        self.pages: list[Place | None] = []
        self.dropped: list[tuple[str, Place]] = []
        self.swapped: list[tuple[str, str]] = []
        self.drag = PictureDrag(self.surface, self.pages.append, parent)
        self.drag.dropped.connect(lambda frame, place: self.dropped.append((frame, place)))
        self.drag.swapped.connect(lambda frame, other: self.swapped.append((frame, other)))

    def begin(self, grip: Grip = Grip.WHOLE) -> Dragged:
        picture = Dragged(grip)
        self.drag.begin(picture, GRID, self.parent.mapToGlobal(QPoint(300, 300)), ("other",))
        return picture

    def move(self, dx: int, dy: int) -> None:
        QTest.mouseMove(self.parent, QPoint(300 + dx, 300 + dy))

    def release(self, dx: int, dy: int, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.parent, LEFT, keys, QPoint(300 + dx, 300 + dy))


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    QTest.keyClick(widget, Qt.Key.Key_F24)  # simulated moves repeat the keys held in the last event of another test
    return Rig(widget)


def test_the_page_follows_the_hand_by_whole_columns_and_lines(rig: Rig) -> None:
    picture = rig.begin()
    for dx, dy in ((20, 3), (60, 7), (60, 30), (60, 30)):
        rig.move(dx, dy)
        rig.drag.settle()
    assert list(dict.fromkeys(picture.asked)) == [Place(2, 2, 11, 8), Place(3, 2, 12, 8), Place(3, 2, 13, 8)]
    assert rig.pages[-1] == Place(3, 2, 13, 8)
    assert rig.surface.shown[-1] == (set(), "p", "at 13", "ok")
    rig.release(60, 30)
    assert rig.dropped == [("p", Place(3, 2, 13, 8))]
    assert rig.pages[-1] is None
    assert not rig.drag.active


def test_moves_wait_for_no_page(rig: Rig) -> None:
    picture = rig.begin()
    QTest.qWait(0)
    asked = len(picture.asked)
    for dy in range(0, 200, 4):  # a burst of moves, as a fast hand makes them while a page is composed
        at = QPointF(300, 300 + dy)
        around = QPointF(rig.parent.mapToGlobal(at.toPoint()))
        move = QMouseEvent(QEvent.Type.MouseMove, at, around, Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(rig.parent, move)
        assert rig.drag.place is not None
    assert len(picture.asked) == asked
    rig.drag.settle()
    assert picture.asked[-1].line > 20
    assert rig.surface.shown[-1][3] == "over"
    rig.drag.cancel()


def test_escape_shows_the_page_as_it_is_and_drops_nothing(rig: Rig) -> None:
    rig.begin()
    rig.move(0, 60)
    rig.drag.settle()
    QTest.keyClick(rig.parent, Qt.Key.Key_Escape)
    rig.release(0, 60)
    assert (rig.dropped, rig.pages[-1], rig.surface.cleared) == ([], None, 1)
    assert QApplication.overrideCursor() is None


def test_another_button_and_the_place_it_came_from_drop_nothing(rig: Rig) -> None:
    rig.begin()
    rig.move(0, 60)
    QTest.mousePress(rig.parent, Qt.MouseButton.RightButton, pos=QPoint(300, 360))
    assert not rig.drag.active
    rig.begin()
    rig.move(0, 60)
    rig.release(0, 2)
    assert rig.dropped == []


def test_a_corner_sizes(rig: Rig) -> None:
    rig.begin(Grip.TOP_LEFT)
    rig.release(-STEP, -24)
    assert rig.dropped == [("p", Place(1, 3, 9, 10))]


def test_with_ctrl_two_pictures_change_places(rig: Rig) -> None:
    picture = rig.begin()
    rig.move(0, 60)
    rig.drag.settle()
    QTest.keyPress(rig.parent, Qt.Key.Key_Control)
    assert rig.pages[-1] is None
    QTest.mouseMove(rig.parent, QPoint(50, 300))  # a test's move tells of no modifiers; the release does
    rig.release(-250, 0, CTRL)
    assert (rig.swapped, rig.dropped) == ([("p", "other")], [])
    asked = list(picture.asked)
    rig.begin()
    rig.release(50, 0, CTRL)
    assert (rig.swapped, rig.dropped, picture.asked) == ([("p", "other")], [], asked)


def test_ctrl_does_not_keep_a_corner_from_sizing(rig: Rig) -> None:
    rig.begin(Grip.BOTTOM_RIGHT)
    rig.release(0, 24, CTRL)
    assert rig.dropped == [("p", Place(2, 2, 11, 10))]


@pytest.mark.parametrize(
    ("key", "keys", "wanted"),
    [
        (Qt.Key.Key_Left, NONE, (-1, 0, False)),
        (Qt.Key.Key_Down, SHIFT, (0, 1, True)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, None),
        (Qt.Key.Key_A, NONE, None),
    ],
)
def test_arrows_are_steps(key: Qt.Key, keys: Qt.KeyboardModifier, wanted: tuple[int, int, bool] | None) -> None:
    assert step_of(QKeyEvent(QKeyEvent.Type.KeyPress, key, keys)) == wanted


def test_corners_are_those_of_the_frame() -> None:
    assert corners(QRectF(1, 2, 3, 4))[Grip.BOTTOM_LEFT] == QPointF(1, 6)
    assert hold_at(None, None, (), QPointF()) is None  # type: ignore[arg-type]


def place(window: MainWindow, frame: str = "picture-1") -> Place | None:
    page = window.bench.session.page
    assert page is not None
    return page.frame(frame).place


def grab(window: MainWindow, start: QPoint, by: QPoint) -> None:
    """Press on the canvas and move; the button stays down."""
    viewport = window.frame.canvas.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + by / 2)
    QTest.mouseMove(viewport, start + by)
    assert window.picture_drag.active
    window.picture_drag.settle()


def test_a_hand_drags_a_picture_over_the_page(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    before, rect = session.edition, canvas.frame_rect("picture-1")
    start, by = rect.center(), QPoint(0, rect.height() // 2)
    grab(sample, start, by)
    moved = canvas.frame_rect("picture-1")
    assert moved.top() > rect.top() + rect.height() // 3  # the page follows before the drop
    assert session.edition is before
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=start + by)
    assert not sample.picture_drag.active
    assert place(sample) is not None
    assert canvas.frame_rect("picture-1") == moved
    assert len(session.history.done) == 1
    sample.table["edit.undo"].trigger()
    assert session.edition is before
    assert canvas.frame_rect("picture-1") == rect


def test_escape_puts_everything_back(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    before, rect = session.edition, canvas.frame_rect("picture-1")
    grab(sample, rect.center(), QPoint(0, rect.height() // 2))
    assert canvas.frame_rect("picture-1") != rect
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.frame_rect("picture-1") == rect
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=rect.center())
    assert session.edition is before
    assert session.history.done == ()


def test_a_corner_of_the_selected_picture_sizes_it(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    session.select(frames=("picture-1",))
    sample.table["page.lift"].trigger()
    first = place(sample)
    assert first is not None
    corner = canvas.frame_rect("picture-1").bottomRight()
    up = QPoint(0, -round(canvas.frame_rect("picture-1").height() * 3 / first.lines))
    grab(sample, corner, up)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=corner + up)
    assert place(sample) == Place(first.column, first.columns, first.line, first.lines - 3)
    assert session.selection.frames == ("picture-1",)


def test_arrows_nudge_a_free_picture_as_one_step_and_scroll_otherwise(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    session.select(frames=("picture-1",))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert place(sample) is None
    sample.table["page.lift"].trigger()
    first = place(sample)
    assert first is not None
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Up, SHIFT)
    assert place(sample) == Place(first.column, first.columns, first.line + 3, first.lines - 1)
    assert len(session.history.done) == 2  # lifted, nudged
    sample.table["page.home"].trigger()
    assert place(sample) is None
    assert not sample.table["page.home"].isEnabled()


def test_swapping_by_hand(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    page = session.page
    assert page is not None
    media = [page.frame(f"picture-{n}").media for n in (1, 2)]
    assert media[0] != media[1]
    start, target = canvas.frame_rect("picture-1").center(), canvas.frame_rect("picture-2").center()
    grab(sample, start, QPoint(12, 12))
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    QTest.mouseRelease(canvas.viewport(), LEFT, CTRL, target)
    QTest.keyRelease(canvas, Qt.Key.Key_Control)
    page = session.page
    assert page is not None
    assert [page.frame(f"picture-{n}").media for n in (2, 1)] == media
    assert place(sample) is None


def runs(window: MainWindow) -> Runaround | None:
    page = window.bench.session.page
    assert page is not None
    return page.frame("picture-1").runaround


def test_the_menu_and_the_inspector_set_how_text_runs(sample: MainWindow) -> None:
    session, part = sample.bench.session, sample.frame.inspector.frame.free
    session.select(frames=("picture-1",))
    assert not part.isVisibleTo(sample)
    menu = sample.menus.context(CANVAS_MENU, sample)
    (submenu,) = (found for found in menu.findChildren(QMenu) if found.objectName() == "menu.runaround")
    assert [action.isEnabled() for action in submenu.actions()] == [False]
    sample.table["page.lift"].trigger()
    assert part.isVisibleTo(sample)
    submenu.aboutToShow.emit()
    entries = [action for action in submenu.actions() if not action.isSeparator()]
    assert [action.isChecked() for action in entries] == [True, False, False, True, False, False, False]
    entries[1].trigger()
    assert runs(sample) == Runaround(Contour.OUTLINE, Sides.BOTH, 1.0, 0)
    entries[6].trigger()
    assert runs(sample) == Runaround(Contour.OUTLINE, Sides.LARGER, 1.0, 0)
    part._beside.setValue(2.5)
    assert runs(sample) == Runaround(Contour.OUTLINE, Sides.LARGER, 2.5, 0)
    before = place(sample)
    assert before is not None
    part._place["line"].setValue(before.line + 2)
    assert place(sample) == Place(before.column, before.columns, before.line + 2, before.lines)
    menu.deleteLater()


def test_what_is_shown_is_not_given_again(qtbot: QtBot, sample: MainWindow) -> None:
    part, page = FreePart(), sample.bench.session.page
    qtbot.addWidget(part)
    assert page is not None
    given: list[object] = []
    part.place_given.connect(given.append)
    part.runaround_given.connect(given.append)
    part.show_free(page, Place(2, 2, 30, 10), Runaround(Contour.NONE, Sides.LEFT, 3.0, 2))
    assert given == []
    assert not part._sides.isEnabled()
    part._contour.activated.emit(0)
    assert given == [Runaround(Contour.BOX, Sides.LEFT, 3.0, 2)]
