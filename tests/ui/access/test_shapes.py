"""Nothing is told by colour alone: drawn in one colour, every sign still differs from the others of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

import pytest
from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.compose.furniture import picture_items
from desktop.display import Fill, Item, Rule
from desktop.geometry import Rect
from desktop.model.edition import Frame, Media
from desktop.ui.canvas.tags import draw_sign as draw_mark
from desktop.ui.models.findings import SEVERITIES
from desktop.ui.models.rows import Sign
from desktop.ui.models.signs import draw_sign
from desktop.ui.panels.ground import RowState, draw_ground
from desktop.ui.theme import LIGHT
from desktop.ui.window import MainWindow

INK, SIDE = QColor("#000000"), 24
SQUARE = QSize(SIDE, SIDE)
MARKS = ("overset", "short", "ok", "reject")
_PLAIN = 0.12
"""Part of the pixels of a sign in which two must differ at least: more than a hair's breadth."""


def drawn(draw: Callable[[QPainter], None], size: QSize = SQUARE) -> QImage:
    """Return what is drawn, without its colours: how dark each pixel is."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """Return the part of the pixels used by either in which they clearly differ."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    used = [at for at in places if min(one.pixelColor(*at).lightness(), other.pixelColor(*at).lightness()) < 200]
    apart = [at for at in used if abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) > 80]
    return len(apart) / max(1, len(used))


def assert_apart(images: dict[str, QImage]) -> None:
    for (name, one), (other_name, other) in combinations(images.items(), 2):
        assert difference(one, other) > _PLAIN, f"{name} looks like {other_name}"


def sign(shape: str) -> QImage:
    return drawn(lambda painter: draw_sign(painter, shape, INK, QRectF(0, 0, SIDE, SIDE)))


def test_signs_of_the_outline_differ_in_shape() -> None:
    assert len({each.shape for each in Sign}) == len(Sign), "one shape in two colours"
    assert_apart({each.name: sign(each.shape) for each in Sign})


def test_signs_of_findings_differ_in_shape() -> None:
    shapes = [shape for shape, _, _ in SEVERITIES.values()]
    assert len(set(shapes)) == len(SEVERITIES)
    assert_apart({shape: sign(shape) for shape in shapes})


def test_marks_on_the_page_differ_in_shape() -> None:
    box = QRectF(2, 2, SIDE - 4, SIDE - 4)
    assert_apart({kind: drawn(lambda painter, kind=kind: draw_mark(painter, box, kind, INK)) for kind in MARKS})


def test_a_lost_picture_and_an_empty_frame_differ_in_shape() -> None:
    box, frame = Rect(0, 0, 120, 80), Frame("f", "s", media="m")
    lost = Media("m", "a.jpg", b"", 300, 200, digest="ab")
    images = {
        "lost": drawn(lambda painter: paint(painter, picture_items(frame, box, lost)), QSize(120, 80)),
        "empty": drawn(lambda painter: paint(painter, picture_items(frame, box, None)), QSize(120, 80)),
    }
    assert_apart(images)


def paint(painter: QPainter, items: Iterable[Item]) -> None:
    for item in items:
        if isinstance(item, Rule):
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        else:
            assert isinstance(item, Fill)


def test_a_chosen_row_has_a_bar_and_one_that_has_the_keys_an_outline() -> None:
    box = QRectF(2, 1, 80, 26)

    def row(state: RowState) -> QImage:
        return drawn(lambda painter: draw_ground(painter, box, state, LIGHT), QSize(84, 28))

    def dark(image: QImage, at: QRect) -> int:
        """Return the pixels that are clearly darker than the soft ground."""
        return sum(
            image.pixelColor(x, y).lightness() < 190
            for x in range(at.left(), at.right() + 1)
            for y in range(at.top(), at.bottom() + 1)
        )

    left, top = QRect(2, 8, 3, 12), QRect(20, 1, 40, 1)
    hovered, chosen = row(RowState(hovered=True)), row(RowState(selected=True))
    focused = row(RowState(selected=True, focused=True))
    assert (dark(hovered, left), dark(hovered, top)) == (0, 0)
    assert dark(chosen, left) >= 24
    assert dark(chosen, top) == 0
    assert dark(focused, top) >= 36


@pytest.mark.parametrize("undone", [False, True])
def test_a_step_that_was_undone_has_a_ring(sample: MainWindow, undone: bool) -> None:
    sample.bench.session.select(frames=("picture-1",))
    sample.table["page.remove_picture"].trigger()
    if undone:
        sample.table["edit.undo"].trigger()
    sample.table["view.history"].trigger()
    view = sample.frame.history.findChild(QListView)
    assert view is not None

    def row(number: int) -> QImage:
        index: QModelIndex = view.model().index(number, 0)
        option = QStyleOptionViewItem()
        option.rect, option.font = QRect(0, 0, 38, 28), view.font()  # the sign, not the words
        option.state = QStyle.StateFlag.State_Enabled
        return drawn(lambda painter: view.itemDelegate().paint(painter, option, index), QSize(38, 28))

    def used(image: QImage) -> int:
        return sum(image.pixelColor(x, y).lightness() < 190 for x in range(38) for y in range(28))

    last = view.model().rowCount() - 1
    shown_now = row(last - 1 if undone else last)
    assert used(shown_now) > 20
    if undone:
        assert 0 < used(row(last)) < used(shown_now)  # a ring has less ink than a disc
