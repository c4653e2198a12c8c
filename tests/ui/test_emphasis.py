"""Selected characters set in another face, by keys and menu in the real window; saved, and taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.formats.package import open_edition
from desktop.model.story import Role
from desktop.model.style import FaceRole
from desktop.model.typing import Spot
from desktop.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def faces(window: MainWindow, element: str) -> list[str]:
    """The faces of an element's first characters, one by one."""
    runs = [run for run in window.bench.session.composed().display.runs() if run.element == element]
    return [run.face for run in runs for _ in run.gids]


def marked(window: MainWindow) -> str:
    """Select three characters of a paragraph."""
    story = window.bench.session.edition.stories[0]
    element = next(e.id for e in story.elements if e.role is Role.BODY)
    window.table["tool.text"].trigger()
    writer = window.writing.writer
    writer.place(Spot(element, 2))
    writer.place(Spot(element, 5), extend=True)
    window.enable()
    return element


def test_ctrl_b_sets_the_selection_in_hei_and_takes_it_back(sample: MainWindow) -> None:
    element = marked(sample)
    before = faces(sample, element)
    count = sum(len(r.gids) for r in sample.bench.session.composed().display.runs() if r.element == element)
    QTest.keyClick(sample.frame.canvas, Qt.Key.Key_B, CTRL)
    after = faces(sample, element)
    assert len(after) == count
    assert after[:2] == before[:2]
    assert len(set(after[2:5])) == 1
    assert after[2] != before[2]
    assert after[5:8] == before[5:8]
    assert "font.fallback" not in {finding.id for finding in sample.refresh.findings()}
    assert sample.writing.writer.selection == (Spot(element, 2), Spot(element, 5))
    QTest.keyClick(sample.frame.canvas, Qt.Key.Key_B, CTRL)
    assert faces(sample, element) == before
    QTest.keyClick(sample, Qt.Key.Key_Z, CTRL)
    assert faces(sample, element) == after


def test_the_menu_gives_any_face_and_the_inspector_says_so(sample: MainWindow, tmp_path: Path) -> None:
    element = marked(sample)
    menu = QMenu(sample)
    sample.emphasis.fill(menu)
    next(action for action in menu.actions() if action.text() == "楷体").trigger()
    (emphasis,) = sample.bench.session.edition.emphases
    assert emphasis.face is FaceRole.KAI
    assert len(emphasis.range) == 3
    target = tmp_path / "e.bxe"
    sample.bench.session.save(target)
    assert open_edition(target).edition.emphases == (emphasis,)
    sample.table["tool.select"].trigger()
    sample.bench.session.select((element,))
    facts = sample.frame.inspector.elements._facts
    assert "楷体" in facts._pairs["own"][1].text()


def test_one_typed_character_takes_a_face_and_keeps_it(sample: MainWindow, tmp_path: Path) -> None:
    session, canvas, writer = sample.bench.session, sample.frame.canvas, sample.writing.writer
    element = marked(sample)
    writer.place(Spot(element, 2))
    QTest.keyClicks(canvas, "abc")
    writer.place(Spot(element, 3))
    writer.place(Spot(element, 4), extend=True)
    sample.enable()
    plain = faces(sample, element)
    QTest.keyClick(canvas, Qt.Key.Key_B, CTRL)
    after = faces(sample, element)
    assert [at for at, (one, other) in enumerate(zip(plain, after, strict=True)) if one != other] == [3]
    writer.place(Spot(element, 2))
    QTest.keyClicks(canvas, "x")
    assert faces(sample, element)[3:6] == after[2:5], "it goes on with its character"
    session.save(tmp_path / "e.banxin")
    saved = open_edition(tmp_path / "e.banxin").edition
    assert saved.stories == session.edition.stories
    for _ in range(2):
        QTest.keyClick(sample, Qt.Key.Key_Z, CTRL)
    assert faces(sample, element) == plain
