"""Finding and replacing: from the bar to the page and back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.session import Session
from desktop.session.searching import Hit, Query, ReplaceHits, find, replacements
from desktop.ui.actions import Handler
from desktop.ui.language import render, tr
from desktop.ui.panels.findbar import FindBar
from desktop.ui.placing import Perform
from desktop.ui.writing import WritingWork


class FindingWork(QObject):
    """What the find bar does.

    Args:
        session: whose articles are looked through.
        bar: says what is looked for.
        writing: shows a place by selecting it.
        perform: does commands.
        window: the parent.
    """

    def __init__(self, session: Session, bar: FindBar, writing: WritingWork, perform: Perform, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._bar, self._writing, self._perform = session, bar, writing, perform
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        bar.sought.connect(self._seek)
        bar.stepped.connect(self.step)
        bar.replaced.connect(self._replace)
        bar.all_replaced.connect(self._replace_all)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "edit.find": self.open,
            "edit.find_next": lambda: self.step(1),
            "edit.find_previous": lambda: self.step(-1),
        }

    def open(self) -> None:
        """Show the bar; what is selected on one line is looked for."""
        selected = self._writing.writer.selected_text()
        self._bar.open("" if "\n" in selected else selected)

    def step(self, by: int) -> None:
        """Show the next place, or the one before; behind the last comes the first."""
        if self._bar.isHidden():
            self.open()
        self._find()
        if self._hits:
            self._at = (max(self._at, -1) + by) % len(self._hits) if self._at >= 0 or by > 0 else len(self._hits) - 1
            self._writing.show_range(*self._hits[self._at].spots)
        self._tell()

    def edition_changed(self) -> None:
        """Look again: places are elsewhere now."""
        if not self._bar.isHidden():
            self._find()
            self._tell()

    def _seek(self, query: Query) -> None:
        """Look for something else: show the first place behind the caret."""
        self._at = -1
        self._find()
        if query.pattern and self._hits:
            self._at = self._behind_caret()
            self._writing.show_range(*self._hits[self._at].spots)
        self._tell()

    def _behind_caret(self) -> int:
        spot = self._writing.writer.spot
        order = [e.id for story in self._session.edition.stories for e in story.elements]
        if spot is None or spot.element not in order:
            return 0
        here = (order.index(spot.element), spot.offset)
        places = ((order.index(hit.element), hit.end) for hit in self._hits)
        return next((number for number, place in enumerate(places) if place >= here), 0)

    def _find(self) -> None:
        try:
            self._hits = find(self._session.edition, self._bar.query)
        except BanxinError as problem:
            self._hits, self._at = (), -1
            self._bar.tell(render(problem.message), wrong=True)
        self._at = min(self._at, len(self._hits) - 1)

    def _replace(self, text: str) -> None:
        """Replace the place that is shown and go to the next."""
        if not 0 <= self._at < len(self._hits):
            self.step(1)
            return
        at = self._at
        if self._do((self._hits[at],), text):
            self._find()
            self._at = at - 1 if self._hits else -1
            self.step(1)

    def _replace_all(self, text: str) -> None:
        self._find()
        count = len(self._hits)
        if count and self._do(self._hits, text):
            self._bar.tell(tr("{count} replaced", count=count))

    def _do(self, hits: tuple[Hit, ...], text: str) -> bool:
        try:
            texts = replacements(self._session.edition, self._bar.query, hits, text)
        except BanxinError as problem:
            self._bar.tell(render(problem.message), wrong=True)
            return False
        return self._perform(ReplaceHits(hits, texts))

    def _tell(self) -> None:
        query = self._bar.query
        if not query.pattern:
            self._bar.tell("")
        elif self._hits:
            self._bar.tell(f"{self._at + 1} / {len(self._hits)}")
        else:
            self._tell_nothing(query)

    def _tell_nothing(self, query: Query) -> None:
        try:
            query.compiled()
        except BanxinError as problem:
            self._bar.tell(render(problem.message), wrong=True)
        else:
            self._bar.tell(tr("Nothing found"))
