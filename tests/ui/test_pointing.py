"""What the status line says of what is under the pointer, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.compose import Composer
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.session.commands import DrawFrame, ReplaceText
from desktop.session.commands.frames import Drawn
from desktop.ui.canvas.sheet import Sheet
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def over_text(window: MainWindow, role: Role) -> str:
    """Lead the pointer over the first text of a role, and return what is said."""
    canvas, session = window.frame.canvas, window.bench.session
    found = next(e for story in session.edition.stories for e in story.with_role(role) if canvas.element_rects(e.id))
    return over(window, canvas.element_rects(found.id)[0].center())


def over(window: MainWindow, at: QPoint) -> str:
    view, none, keys = window.frame.canvas.viewport(), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(view.mapToGlobal(at))  # made here: QTest's own move holds buttons that a test before left pressed
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, none, none, keys))
    return window.frame.status.shown()


def leave(window: MainWindow) -> None:
    QApplication.sendEvent(window.frame.canvas.viewport(), QEvent(QEvent.Type.Leave))


def test_text_tells_its_role_story_section_and_size(sample: MainWindow) -> None:
    hint = sample.frame.status.shown()
    head, body = over_text(sample, Role.HEADLINE), over_text(sample, Role.BODY)
    story = sample.bench.session.edition.stories[0]
    assert head.startswith("主题")
    assert body.startswith("正文")
    assert story.with_role(Role.SUBHEAD)[0].text[:6] in body
    for said in (head, body):
        assert story.title[:8] in said
        assert "栏 × " in said
        assert "双击改字" in said
    leave(sample)
    assert sample.frame.status.shown() == hint


def test_pictures_adverts_and_empty_frames_say_what_a_double_click_does(sample: MainWindow) -> None:
    session, canvas = sample.bench.session, sample.frame.canvas
    page = session.page
    session.do(DrawFrame(page.id, Drawn.ADVERT, Place(1, 2, 60, 12)))
    advert = next(f.id for f in session.page.frames if f.id not in {known.id for known in page.frames})
    said = over(sample, canvas.frame_rect(advert).center())
    assert said.startswith("广告")
    assert "2 栏 × 12 行" in said
    assert "双击放图" in said
    session.undo()
    pictured = next(f for f in session.page.frames if f.media)
    said = over(sample, canvas.frame_rect(pictured.id).center())
    assert said.startswith("图片")
    assert "双击裁图" in said


def test_what_finds_no_room_is_told(sample: MainWindow) -> None:
    session = sample.bench.session
    body = session.edition.stories[0].with_role(Role.BODY)[0]
    assert "+" not in over_text(sample, Role.BODY)
    session.do(ReplaceText(Spot(body.id, 0), Spot(body.id, 0), "山重水复疑无路。" * 300))
    assert "栏 × " not in sample.frame.status.shown(), "what was under the pointer is another thing now"
    over(sample, QPoint(3, 3))
    assert "+" in over_text(sample, Role.BODY)


def test_what_is_selected_says_what_can_be_done_with_it(sample: MainWindow) -> None:
    sample.frame.status.say("")
    said = over_text(sample, Role.HEADLINE)
    canvas, element = sample.frame.canvas, sample.bench.session.edition.stories[0].with_role(Role.HEADLINE)[0]
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.element_rects(element.id)[0].center())
    assert sample.bench.session.selection.elements == (element.id,)
    chosen = sample.frame.status.shown()
    assert chosen != said
    assert chosen.startswith("主题")
    leave(sample)
    assert "Ctrl+D" in sample.frame.status.shown()


def test_nothing_is_told_while_a_tool_is_at_work(sample: MainWindow) -> None:
    QTest.keyClick(sample, Qt.Key.Key_F)
    drawing = sample.frame.status.shown()
    assert over_text(sample, Role.BODY) == drawing


def test_pointing_paints_and_composes_nothing(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    QApplication.processEvents()
    painted: list[int] = []
    composed: list[int] = []
    monkeypatch.setattr(Sheet, "paint", lambda *_args, **_words: painted.append(1))
    monkeypatch.setattr(Composer, "compose", lambda *_args, **_words: composed.append(1))
    told = {over_text(sample, role) for role in (Role.HEADLINE, Role.BODY, Role.CAPTION, Role.SUBHEAD, Role.BYLINE)}
    QApplication.processEvents()
    assert len(told) == 5
    assert painted == []
    assert composed == []
