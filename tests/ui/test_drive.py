"""The whole job in the real window: open the sample, drag, undo, redo, export, and read the PDF back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.model.story import Role
from desktop.pdf import read_text
from desktop.ui.models.rows import section_row
from desktop.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def drag(window: MainWindow, row_id: str, frame: str) -> str | None:
    """Drag a row of the outline to the middle of a frame; return what was said of the drop before it happened."""
    outline, canvas = window.frame.outline, window.frame.canvas
    index = outline.model().index_of(row_id)
    start = outline.visualRect(index).center()
    assert outline.viewport().rect().contains(start)
    target = canvas.frame_rect(frame).center()
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    QTest.mouseMove(outline.viewport(), start + QPoint(24, 4))
    assert window.drag.active
    QTest.mouseMove(canvas.viewport(), target)
    window.drag.settle()
    said = window.drag.preview
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=target)
    assert not window.drag.active
    return str(said.message) if said else None


def flow(window: MainWindow, frame: str) -> tuple[str, ...]:
    page = window.bench.session.page
    assert page is not None
    found = page.flow_of_frame(frame)
    return found.elements if found else ()


def test_open_drag_undo_redo_export(qtbot: QtBot, sample: MainWindow, tmp_path: Path) -> None:
    session = sample.bench.session
    story = session.edition.stories[0]
    subhead = story.with_role(Role.SUBHEAD)[3]
    caption = story.with_role(Role.CAPTION)[0]
    section = [e.id for e in story.elements if e.section == subhead.id and e.role is not Role.CAPTION]
    assert set(section) <= set(flow(sample, "section-4"))

    assert drag(sample, section_row(subhead.id), "section-3") is not None
    assert set(section) <= set(flow(sample, "section-3"))
    assert flow(sample, "section-4") == ()
    moved = session.edition

    assert drag(sample, caption.id, "picture-2") is not None  # a picture stands for its caption
    assert caption.id in flow(sample, "caption-2")
    dragged = session.edition
    assert len(session.history.done) == 2

    sample.table["edit.undo"].trigger()
    assert session.edition is moved
    assert "“" in sample.table["edit.redo"].text()
    sample.table["edit.undo"].trigger()
    sample.table["edit.redo"].trigger()
    sample.table["edit.redo"].trigger()
    assert session.edition is dragged

    target = tmp_path / "page.pdf"
    with qtbot.waitSignal(sample.export.exported, timeout=30_000):
        sample.export.export_to(target)
    text = "".join("".join(page.text for page in read_text(target.read_bytes())).split())
    assert "".join(caption.text.split()) in text
    assert "".join(subhead.text.split()) in text
    judged = judge(Loaded(dragged, session.composed_pages()), target.read_bytes())
    assert [finding for finding in judged.findings if finding.id.startswith("integrity")] == []
    assert judged.counts["source"] == judged.counts["placed"] + judged.counts["overset"]


def test_escape_ends_a_drag_without_a_change(sample: MainWindow) -> None:
    outline, canvas = sample.frame.outline, sample.frame.canvas
    before = sample.bench.session.edition
    caption = before.stories[0].with_role(Role.CAPTION)[0]
    start = outline.visualRect(outline.model().index_of(caption.id)).center()
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    QTest.mouseMove(outline.viewport(), start + QPoint(24, 4))
    QTest.mouseMove(canvas.viewport(), canvas.frame_rect("caption-2").center())
    QTest.keyClick(outline, Qt.Key.Key_Escape)
    assert not sample.drag.active
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=canvas.frame_rect("caption-2").center())
    assert sample.bench.session.edition is before


def test_dragging_text_from_the_page(sample: MainWindow) -> None:
    canvas, session = sample.frame.canvas, sample.bench.session
    caption = session.edition.stories[0].with_role(Role.CAPTION)[0]
    place = canvas.element_rects(caption.id)[0].center()
    target = canvas.frame_rect("caption-2").center()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=place)
    assert session.selection.elements == (caption.id,)
    QTest.mousePress(canvas.viewport(), LEFT, pos=place)
    QTest.mouseMove(canvas.viewport(), place + QPoint(30, 0))
    assert sample.drag.active
    QTest.mouseMove(canvas.viewport(), target)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=target)
    assert caption.id in flow(sample, "caption-2")


def test_a_drop_outside_changes_nothing(sample: MainWindow) -> None:
    before = sample.bench.session.edition
    caption = before.stories[0].with_role(Role.CAPTION)[0]
    outline = sample.frame.outline
    start = outline.visualRect(outline.model().index_of(caption.id)).center()
    QTest.mousePress(outline.viewport(), LEFT, pos=start)
    QTest.mouseMove(outline.viewport(), start + QPoint(24, 4))
    QTest.mouseRelease(outline.viewport(), LEFT, pos=start + QPoint(24, 4))
    assert not sample.drag.active
    assert sample.bench.session.edition is before


def test_after_a_dialog_the_keys_go_where_they_went(sample: MainWindow, qtbot: QtBot) -> None:
    outline = sample.frame.outline
    for widget, action in ((outline, "help.shortcuts"), (sample.frame.canvas, "help.about"), (outline, "help.palette")):
        widget.setFocus()
        sample.table[action].trigger()
        (dialog,) = (found for found in sample.findChildren(QDialog) if found.isVisible())
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda widget=widget: QApplication.focusWidget() is widget)
        assert sample.isActiveWindow()
