"""A page's grid in figures, with the page as it would be beside them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.geometry import format_mm
from desktop.geometry.units import MM
from desktop.model.edition import Edition
from desktop.model.layout import Grid
from desktop.session.commands import SetGrid
from desktop.session.jobs import JobControl, Outcome
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_of, button_row
from desktop.ui.dialogs.versions import Composing
from desktop.ui.language import noop, render, tr
from desktop.ui.panels.parts import Facts, indented, quiet_label, set_state, widened
from desktop.ui.thumbnail import PageThumbnail

_PAGE = QSize(420, 560)
_FIELD = 96
_MOST_TOP = 2000.0
"""Millimetres; more than any sheet has."""


class _Count(Struct, frozen=True):
    """A field of whole numbers: what it sets of a grid, its label, and from where to where it goes."""

    field: str
    label: str
    least: int
    most: int


_COUNTS = (
    _Count("columns", noop("Columns"), 1, 100),
    _Count("measure", noop("Column width, in characters"), 1, 999),
    _Count("gutter", noop("Gutter, in characters"), 0, 99),
    _Count("lines", noop("Lines of the page"), 1, 2000),
)


class GridDialog(QDialog):
    """The figures and the page. Call ``open()``.

    Signals:
        taken: the ``Grid`` that the page is to have.

    Args:
        window: the window.
        edition: as it is.
        page: the page's id.
        composing: makes the preview.
    """

    taken = Signal(object)

    def __init__(self, window: QWidget, edition: Edition, page: str, composing: Composing) -> None:
        super().__init__(window)
        self.setObjectName("gridedit")
        self.setWindowTitle(tr("Edit the grid"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edition, self._page, self._composing = edition, page, composing
        self._grid = edition.page(page).layout.grid
        self._closed, self._busy, self._asked = False, False, False
        self.preview = PageThumbnail(composing.faces, _PAGE)
        self.preview.setAccessibleName(tr("The page as it would be"))
        self.counts = {count.field: self._count(count) for count in _COUNTS}
        self.pitch = self._length("pitch", tr("From line to line, in points"), self._grid.pitch, 2, 0.1, 200.0)
        self.top = self._length("top", tr("Upper margin, in millimetres"), self._grid.type_area.y / MM, 1, 1, _MOST_TOP)
        self.facts = Facts({"area": tr("Type area"), "sides": tr("Side margins"), "foot": tr("Lower margin")})
        self.said = QLabel()
        self.said.setObjectName("gridsaid")
        self.said.setWordWrap(True)
        self._arrange()
        self.take = button_of(self, "take")
        self.finished.connect(self._end)
        give_back_focus(self, window)
        self._changed()

    @property
    def grid(self) -> Grid:
        """The grid that the figures say."""
        counts = {name: box.value() for name, box in self.counts.items()}
        old = self._grid
        pitch = old.pitch if abs(self.pitch.value() - old.pitch) < _half(self.pitch) else self.pitch.value()
        stays = abs(self.top.value() - old.type_area.y / MM) < _half(self.top)
        top = old.top if old.top is not None and stays else old.type_area.y if stays else self.top.value() * MM
        fresh = replace(old, **counts, pitch=pitch)
        return fresh if fresh == old and stays else replace(fresh, top=top)

    @property
    def working(self) -> bool:
        """Whether the preview is being composed."""
        return self._busy

    def _count(self, count: _Count) -> QSpinBox:
        box = QSpinBox()
        box.setRange(count.least, count.most)
        box.setValue(getattr(self._grid, count.field))
        box.valueChanged.connect(lambda _value: self._changed())
        _prepare(box, count.field, tr(count.label))
        return box

    def _length(self, name: str, spoken: str, value: float, decimals: int, step: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(0.0, most)
        box.setDecimals(decimals)
        box.setSingleStep(step)
        box.setValue(value)
        box.valueChanged.connect(lambda _value: self._changed())
        _prepare(box, name, spoken)
        return box

    def _arrange(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(8)
        for row, box in enumerate((*self.counts.values(), self.pitch, self.top)):
            fields.addWidget(quiet_label(box.accessibleName()), row, 0)
            fields.addWidget(box, row, 1)
        fields.setColumnStretch(0, 1)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addLayout(fields)
        left.addWidget(self.facts)
        left.addWidget(self.said)
        left.addStretch(1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(320)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(holder)
        both.addWidget(self.preview, 1)
        answers = Answer("cancel", tr("Cancel")), Answer("take", tr("Change the grid"), primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(both, 1)
        column.addLayout(button_row(answers, lambda answer: self._take() if answer == "take" else self.reject()))
        self.counts["columns"].setFocus()

    def _changed(self) -> None:
        """Say what the figures come to; show the page with them as soon as it is composed."""
        grid = self.grid
        area = grid.type_area
        below = format_mm(grid.sheet_height - area.bottom)
        size = f"{format_mm(area.width)} × {format_mm(area.height)}"
        self.facts.show_facts({"area": size, "sides": format_mm(area.x), "foot": below})
        try:
            wanted = SetGrid(self._page, grid).apply(self._edition)
        except BanxinError as problem:
            self._say(render(problem.message), wrong=True)
            self.take.setEnabled(False)
            return
        self.take.setEnabled(wanted is not self._edition)
        self._compose(wanted)

    def _compose(self, wanted: Edition) -> None:
        if self._busy:
            self._asked = True
            return
        self._busy, self._asked = True, False
        composed: Callable[[Edition, str], ComposedPage] = self._composing.composed

        def work(_control: JobControl) -> ComposedPage:
            return composed(wanted, self._page)

        def done(outcome: Outcome[ComposedPage]) -> None:
            if not self._closed:
                self._composed(wanted, outcome)

        self._composing.runner.submit(work, done)

    def _composed(self, wanted: Edition, outcome: Outcome[ComposedPage]) -> None:
        self._busy = False
        if self._asked:  # the figures changed meanwhile
            self._asked = False
            self._changed()
            return
        if isinstance(outcome.error, BanxinError):
            self.preview.show_word(tr("This page cannot be shown."))
            return
        page = outcome.value()
        self.preview.show_page(page.display, wanted.media)
        over = sum(fit.over_chars for fit in page.fits)
        words = tr("{count} characters find no room on this grid.", count=f"{over:,}") if over else ""
        self._say(words or tr("Everything fits."), wrong=bool(over))

    def _say(self, text: str, *, wrong: bool) -> None:
        self.said.setText(text)
        set_state(self.said, "bad" if wrong else "good")

    def _take(self) -> None:
        grid = self.grid
        self.finished.connect(lambda _: self.taken.emit(grid))
        self.accept()

    def _end(self) -> None:
        self._closed = True


def _half(box: QDoubleSpinBox) -> float:
    """Return half of the last digit that a field shows: a value nearer than that was not changed by hand."""
    return 0.5 * 10.0 ** -box.decimals() + 1e-9


def _prepare(box: QAbstractSpinBox, name: str, spoken: str) -> None:
    box.setObjectName(f"grid.{name}")
    box.setAccessibleName(spoken)
    box.setFixedWidth(widened(box.fontMetrics(), _FIELD))
    indented(box)
