"""An edit shows only what it changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from desktop.model.story import Role
from desktop.session.commands import AcceptChange
from desktop.ui.window import MainWindow


class Painted(QObject):
    """Sums up what of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return super().eventFilter(watched, event)

    def share(self, whole: int) -> float:
        return sum(part.width() * part.height() for part in self.region) / whole


def refuse_one(window: MainWindow) -> None:
    """Refuse a mark in the text of a section."""
    story = window.bench.session.edition.stories[0]
    body = story.with_role(Role.BODY)[1]
    change = next(c for c in story.changes if any(part.start <= c.range.start < part.end for part in body.ranges))
    assert window.perform(AcceptChange((change.id,), accepted=False))
    QApplication.processEvents()


def test_the_page_is_painted_where_lines_changed(sample: MainWindow, qtbot: QtBot) -> None:
    canvas, painted = sample.frame.canvas, Painted()
    sample.bench.session.select([sample.bench.session.edition.stories[0].with_role(Role.BODY)[1].id])
    qtbot.wait(50)
    canvas.viewport().installEventFilter(painted)
    refuse_one(sample)
    canvas.viewport().removeEventFilter(painted)
    page = canvas.viewport().rect()
    assert 0 < painted.share(page.width() * page.height()) < 0.25


def test_lists_tell_only_of_rows_that_changed(sample: MainWindow, qtbot: QtBot) -> None:
    sample.bench.session.select([sample.bench.session.edition.stories[0].with_role(Role.BODY)[1].id])
    changes = sample.findChild(QListView, "changes")
    assert changes is not None
    told: dict[str, int] = {}

    def count(name: str) -> None:
        told[name] = told.get(name, 0) + 1

    models = {
        "outline": sample.frame.outline.model(),
        "changes": changes.model(),
        "findings": sample.frame.findings.model,
        "history": sample.frame.history.model,
    }
    for name, model in models.items():
        model.dataChanged.connect(lambda *_, name=name: count(name))
        model.modelReset.connect(lambda name=name: count(f"{name} anew"))
    refuse_one(sample)
    assert told.get("changes", 0) in {1, 2}
    assert told.get("outline", 0) <= 3
    assert not [name for name in told if name.endswith("anew")]
