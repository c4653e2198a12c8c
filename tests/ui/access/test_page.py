"""What assistive technology is told of the page."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.errors import message
from desktop.model.story import Role as ElementRole
from desktop.ui.canvas import FrameMark, PageCanvas
from desktop.ui.window import MainWindow

Text, Role = QAccessible.Text, QAccessible.Role


def page(window: MainWindow) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(window.frame.canvas)


def frames(window: MainWindow) -> dict[str, QAccessibleInterface]:
    told = page(window)
    children = [told.child(at) for at in range(told.childCount())]
    return {child.text(Text.Name): child for child in children}


def han(text: str) -> str:
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff")


def test_the_page_is_a_document_of_named_frames_with_their_text(sample: MainWindow) -> None:
    told, every = page(sample), frames(sample)
    assert told.role() is Role.Document
    assert told.text(Text.Name) == "09 版"
    assert told.childCount() == len(sample.frame.canvas.spoken_frames()) == len(every)
    assert every["主题"].role() is Role.Heading
    assert every["图片一"].role() is Role.Graphic
    assert every["第一节"].role() is Role.Paragraph
    assert "听水声知冷暖" in every["主题"].text(Text.Value)
    heard = han("".join(frame.text(Text.Value) for frame in every.values()))
    paragraphs = [e for e in sample.bench.session.edition.stories[0].elements if e.role is ElementRole.BODY]
    assert len(paragraphs) >= 20
    assert all(han(element.text) in heard for element in paragraphs)


def test_a_frame_knows_where_it_is_and_whose_it_is(sample: MainWindow) -> None:
    canvas, frame = sample.frame.canvas, frames(sample)["第一节"]
    assert frame.parent().text(Text.Name) == "09 版"
    assert page(sample).indexOfChild(frame) == list(canvas.spoken_frames()).index("section-1")
    corner = canvas.viewport().mapToGlobal(canvas.frame_rect("section-1").topLeft())
    assert frame.rect().topLeft() == corner
    middle = frame.rect().center()
    at = page(sample).childAt(middle.x(), middle.y())
    assert at is not None
    assert at.text(Text.Name) == "第一节"
    assert page(sample).childAt(0, 0) is None
    assert (frame.childCount(), frame.child(0)) == (0, None)


def test_what_is_selected_is_told_by_page_and_frame(sample: MainWindow) -> None:
    session, canvas = sample.bench.session, sample.frame.canvas
    assert page(sample).text(Text.Value) == ""
    session.select(frames=("section-1",))
    canvas.setFocus()
    value = page(sample).text(Text.Value)
    assert value.startswith("第一节")
    assert "水管家" in value
    assert "选中：第一节" in page(sample).text(Text.Description)
    chosen = [name for name, frame in frames(sample).items() if frame.state().selected]
    assert chosen == ["第一节"]
    focused = page(sample).focusChild()
    assert focused is not None
    assert focused.text(Text.Name) == "第一节"
    element = session.edition.stories[0].elements[0].id
    session.select((element,))
    assert [name for name, frame in frames(sample).items() if frame.state().selected] == ["主题"]
    session.select()
    assert page(sample).text(Text.Value) == ""


def test_a_lost_picture_is_told_by_its_frame(sample: MainWindow) -> None:
    session = sample.bench.session
    lost = tuple(replace(m, data=b"", digest="ab" * 32) if m.name == "river.jpg" else m for m in session.edition.media)
    session.exchange(replace(session.edition, media=lost), message("…"))
    assert "✕ 图片丢失：river.jpg" in frames(sample)


def test_more_text_than_room_is_told_by_its_frame(sample: MainWindow) -> None:
    sample.frame.canvas.set_marks({"section-1": FrameMark("overset", "+37 字")})
    assert frames(sample)["第一节"].text(Text.Description) == "+37 字"


def test_a_frame_that_is_gone_is_told_no_more(sample: MainWindow) -> None:
    before = frames(sample)
    gone = before["第一节"]
    assert frames(sample)["第一节"] is gone  # as long as it is there
    sample.bench.session.close()
    assert page(sample).childCount() == 0
    assert not gone.isValid()
    assert gone.text(Text.Name) == ""
    sample.table["file.sample"].trigger()
    assert len(frames(sample)) == len(before)


@pytest.fixture
def assisted() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("assisted")
def test_tab_through_the_frames_while_somebody_listens(sample: MainWindow) -> None:
    canvas = sample.frame.canvas
    canvas.setFocus()
    heard = []
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        focused = page(sample).focusChild()
        assert focused is not None
        heard.append(focused.text(Text.Name))
    assert len(set(heard)) == 5


@pytest.mark.usefixtures("assisted")
def test_canvases_come_and_go(qapp: QApplication) -> None:
    for _ in range(20):
        canvas = PageCanvas()
        told = QAccessible.queryAccessibleInterface(canvas)
        assert told.childCount() == 0
        canvas.set_selection(("a",), ())
        canvas.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert not shiboken6.isValid(canvas)
