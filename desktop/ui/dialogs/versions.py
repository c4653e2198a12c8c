"""Two versions of an edition beside each other, and the question which one it shall be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition
from desktop.session.jobs import JobControl, JobRunner, Outcome
from desktop.session.versions import difference
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_row
from desktop.ui.language import tr
from desktop.ui.panels.parts import flat_button, quiet_label
from desktop.ui.thumbnail import PageThumbnail
from desktop.ui.wording import difference_words, moment_words

THUMBNAIL = QSize(280, 400)
"""Pixels of a page: heads can be read, and both stand beside each other on the smallest screen."""


class ShownVersion(Struct, frozen=True):
    """One of the two: what it is called, from when it is, the edition, or why there is none."""

    title: str
    at: datetime | None = None
    edition: Edition | None = None
    missing: str = ""


class Composing(Struct, frozen=True):
    """What thumbnails are made with: the faces, what composes a page of an edition, and runs that aside."""

    faces: FaceLibrary
    composed: Callable[[Edition, str], ComposedPage]
    runner: JobRunner


class VersionsDialog(QDialog):
    """Shows two versions, page by page from the first that differs, says how they differ and asks. Call ``open()``.

    Signals:
        answered: the id of the answer chosen; ``cancel`` for Esc and for closing.

    Args:
        parent: the window.
        text: the sentence above.
        versions: the earlier one and the later one.
        steps: steps that lie between them, where that is known.
        answers: the buttons from left to right.
        composing: makes the thumbnails.
    """

    answered = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        text: str,
        versions: tuple[ShownVersion, ShownVersion],
        steps: int,
        answers: Sequence[Answer],
        composing: Composing,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle(tr("Banxin"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text, self.versions, self._composing = text, versions, composing
        self._answer, self._closed = "cancel", False
        self.thumbnails = tuple(PageThumbnail(composing.faces, THUMBNAIL) for _ in versions)
        old, new = versions[0].edition, versions[1].edition
        self._pages = max(len(version.edition.pages) if version.edition else 0 for version in versions)
        differs = difference(old, new) if old and new else None
        self._page = differs.pages[0] if differs and differs.pages else 0
        self.difference = QLabel(difference_words(differs, steps) if differs else "")
        self.difference.setObjectName("difference")
        self._arrange(answers)
        self.finished.connect(self._end)
        give_back_focus(self, parent)
        self.show_page(self._page)

    def button(self, answer: str) -> QPushButton:
        """Return the button of an answer."""
        found = self.findChild(QPushButton, answer)
        if found is None:
            raise KeyError(answer)
        return found

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    def show_page(self, at: int) -> None:
        """Show a page of both versions; each is there as soon as it is composed."""
        self._page = max(0, min(at, self._pages - 1))
        self._stepper.setText(tr("Page {page} of {pages}", page=self._page + 1, pages=self._pages))
        for version, thumbnail in zip(self.versions, self.thumbnails, strict=True):
            if version.edition is None:
                thumbnail.show_word(version.missing)
            elif self._page >= len(version.edition.pages):
                thumbnail.show_word(tr("This page is not there."))
            else:
                thumbnail.show_word("…")
                self._compose(version.edition, thumbnail, self._page)

    def _compose(self, edition: Edition, thumbnail: PageThumbnail, at: int) -> None:
        composed = self._composing.composed

        def work(_control: JobControl) -> ComposedPage:
            return composed(edition, edition.pages[at].id)

        def done(outcome: Outcome[ComposedPage]) -> None:
            if self._closed or at != self._page:
                return
            if isinstance(outcome.error, BanxinError):
                thumbnail.show_word(tr("This page cannot be shown."))
            else:
                thumbnail.show_page(outcome.value().display, edition.media)

        self._composing.runner.submit(work, done)

    def _arrange(self, answers: Sequence[Answer]) -> None:
        sentence = QLabel(self.text)
        sentence.setObjectName("noticetext")
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        pair = QHBoxLayout()
        pair.setSpacing(24)
        for version, thumbnail in zip(self.versions, self.thumbnails, strict=True):
            pair.addLayout(self._half(version, thumbnail))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(sentence)
        column.addSpacing(8)
        column.addLayout(pair)
        column.addLayout(self._turning())
        column.addWidget(self.difference)
        column.addSpacing(16)
        column.addLayout(button_row(answers, self._choose))
        for button in self.findChildren(QPushButton):
            if button.isDefault():
                button.setFocus()

    def _half(self, version: ShownVersion, thumbnail: PageThumbnail) -> QVBoxLayout:
        title = QLabel(version.title)
        title.setObjectName("versiontitle")
        thumbnail.setAccessibleName(version.title)
        when = quiet_label(moment_words(version.at) if version.at else "")
        half = QVBoxLayout()
        half.setSpacing(4)
        half.addWidget(title)
        half.addWidget(when)
        half.addSpacing(4)
        half.addWidget(thumbnail, 1)
        return half

    def _turning(self) -> QHBoxLayout:
        """Return what turns the pages; nothing is to be seen of it where there is one."""
        self._stepper = QLabel()
        self._stepper.setObjectName("versionpage")
        back = flat_button("‹", lambda: self.show_page(self._page - 1))
        on = flat_button("›", lambda: self.show_page(self._page + 1))
        back.setAccessibleName(tr("Previous page"))
        on.setAccessibleName(tr("Next page"))
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (back, self._stepper, on):
            row.addWidget(widget)
            widget.setVisible(self._pages > 1)
            if isinstance(widget, QPushButton):
                widget.setAutoDefault(False)
        row.addStretch(1)
        return row

    def _choose(self, answer: str) -> None:
        self._answer = answer
        self.accept()

    def _end(self) -> None:
        self._closed = True
        self.answered.emit(self._answer)
