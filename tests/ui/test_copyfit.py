"""Copyfit in the window: listed and shown before it is applied, sentences go only where they are ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from desktop.display import PageDisplay
from desktop.errors import FontError
from desktop.model.fitting import NOTHING
from desktop.model.story import ChangeKind
from desktop.session import PageFit
from desktop.session.commands import SetFrameLines, SetPageNumber
from desktop.ui.panels.copyfit_page import CopyfitPage
from desktop.ui.window import MainWindow


def panel(window: MainWindow) -> CopyfitPage:
    return window.frame.inspector.copyfit


def button(window: MainWindow, name: str) -> QPushButton:
    found = panel(window).findChild(QPushButton, name)
    assert found is not None
    return found


def shown(window: MainWindow) -> PageDisplay:
    display = window.frame.canvas._sheet.display
    assert display is not None
    return display


def labels(window: MainWindow, name: str) -> list[str]:
    QApplication.processEvents()  # what was added to a layout is shown then
    return [label.text() for label in panel(window).findChildren(QLabel, name) if label.isVisibleTo(panel(window))]


def boxes(window: MainWindow) -> list[QCheckBox]:
    return panel(window).findChildren(QCheckBox)


@pytest.fixture
def begun(sample: MainWindow) -> MainWindow:
    """The sample's page with a plan shown."""
    sample.table["page.copyfit"].trigger()
    return sample


def test_what_would_change_is_listed_and_shown_and_nothing_is_changed(sample: MainWindow) -> None:
    session, before = sample.bench.session, shown(sample)
    edition = session.edition
    sample.table["page.copyfit"].trigger()
    assert panel(sample).isVisible()
    assert session.edition is edition
    assert shown(sample) != before
    assert any("行" in text for text in labels(sample, "fit.steps"))
    assert all(text.startswith("齐版前") for text in labels(sample, "fit.before"))
    assert button(sample, "applyfit").isEnabled()
    assert boxes(sample) == []


def test_applying_is_one_step_that_shows_what_was_shown(begun: MainWindow) -> None:
    session, preview = begun.bench.session, shown(begun)
    steps = len(session.history.done)
    button(begun, "applyfit").click()
    assert not panel(begun).isVisible()
    assert len(session.history.done) == steps + 1
    assert shown(begun) == preview
    assert begun.frame.status.said()
    assert begun.table["page.unfit"].isEnabled()
    begun.table["page.copyfit"].trigger()
    assert not button(begun, "applyfit").isEnabled()  # nothing is left to change
    button(begun, "cancelfit").click()
    begun.table["page.unfit"].trigger()
    assert session.edition.pages[0].fitting == NOTHING
    session.undo()
    session.undo()
    assert len(session.history.done) == steps


@pytest.mark.parametrize("way", ["button", "key"])
def test_cancelling_shows_the_page_as_it_is(begun: MainWindow, way: str) -> None:
    session = begun.bench.session
    if way == "button":
        button(begun, "cancelfit").click()
    else:
        QTest.keyClick(begun, Qt.Key.Key_Escape)
    assert not panel(begun).isVisible()
    assert shown(begun) == session.composed().display
    assert session.edition.pages[0].fitting == NOTHING


def test_selecting_leaves_the_plan_and_changing_the_page_gives_it_up(begun: MainWindow) -> None:
    session = begun.bench.session
    element = session.edition.stories[0].elements[0].id
    session.select(elements=(element,))
    assert panel(begun).isVisible()
    session.do(SetPageNumber(session.edition.pages[0].id, "9"))
    assert not panel(begun).isVisible()
    assert begun.frame.inspector.elements.isVisible()
    assert not begun.copyfit.active
    assert shown(begun) == session.composed().display


def test_sentences_that_would_have_to_go_are_ticked_by_hand(sample: MainWindow) -> None:
    session = sample.bench.session
    page = session.edition.pages[0]
    height = round(session.composed().display.frame("section-1").box.height / page.layout.grid.pitch)
    session.do(SetFrameLines(page.id, "section-1", height - 6))
    sample.table["page.copyfit"].trigger()
    assert boxes(sample)
    assert not any(box.isChecked() for box in boxes(sample))
    over = [text for text in labels(sample, "fit.before") if "超出" in text]
    assert over
    before = shown(sample)
    for box in list(boxes(sample)):
        box.click()
    assert shown(sample) != before
    assert all(not story.changes or all(c.kind is not ChangeKind.CUT for c in story.changes)
               for story in session.edition.stories)  # fmt: skip
    ticked = len(panel(sample).cuts())
    assert ticked == len(boxes(sample)) > 0
    boxes(sample)[0].click()
    assert len(panel(sample).cuts()) == ticked - 1
    boxes(sample)[0].click()
    button(sample, "applyfit").click()
    cuts = [c for story in session.edition.stories for c in story.changes if c.kind is ChangeKind.CUT]
    assert len(cuts) >= ticked
    assert all(cut.accepted for cut in cuts)
    assert session.composed().overset == {}
    session.undo()
    assert all(c.kind is not ChangeKind.CUT for story in session.edition.stories for c in story.changes)


def test_a_plan_that_fails_behind_a_tick_is_told_and_the_one_before_stays(sample: MainWindow, monkeypatch) -> None:
    session, page = sample.bench.session, sample.bench.session.edition.pages[0]
    height = round(session.composed().display.frame("section-1").box.height / page.layout.grid.pitch)
    session.do(SetFrameLines(page.id, "section-1", height - 6))
    sample.table["page.copyfit"].trigger()
    told: list[object] = []
    sample.copyfit.failed.connect(told.append)
    before = shown(sample)

    def fails(*_: object) -> None:
        raise FontError("no such face")

    monkeypatch.setattr(PageFit, "plan", fails)
    boxes(sample)[0].click()
    assert [str(problem) for problem in told] == ["no such face"]
    assert sample.copyfit.active
    assert shown(sample) == before
    assert QApplication.overrideCursor() is None


def test_a_page_that_needs_nothing_says_so(sample: MainWindow) -> None:
    sample.table["page.copyfit"].trigger()
    button(sample, "applyfit").click()
    session = sample.bench.session
    plan = session.compositions.copyfit(session.edition, session.edition.pages[0].id)
    fitted = all(text.before.exact for text in plan.texts)
    assert not fitted  # what copyfit did before is looked at anew
    sample.table["page.copyfit"].trigger()
    assert labels(sample, "fit.after")
    assert not button(sample, "applyfit").isEnabled()


def test_in_english(open_window) -> None:
    window = open_window("en")
    window.table["file.sample"].trigger()
    window.table["page.copyfit"].trigger()
    assert any(text.startswith("After: ends exactly") for text in labels(window, "fit.after"))
    assert any("1 line more" in text or "1 line less" in text for text in labels(window, "fit.steps"))
    assert button(window, "applyfit").text() == "Apply"
