"""What is asked before printing: where to, on which paper, how large; with the sheets drawn beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPageSize, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.display import PageDisplay
from desktop.errors import BanxinError
from desktop.session.tiling import LEAST_SCALE, MOST_SCALE
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_row
from desktop.ui.language import render, tr
from desktop.ui.panels.parts import choice, indented, quiet_label
from desktop.ui.printout import PrintPlan, sheets

_PAPERS: Mapping[str, QPageSize.PageSizeId] = MappingProxyType(
    {
        "A4": QPageSize.PageSizeId.A4,
        "A3": QPageSize.PageSizeId.A3,
        "A2": QPageSize.PageSizeId.A2,
        "B4": QPageSize.PageSizeId.B4,
        "Letter": QPageSize.PageSizeId.Letter,
        "Tabloid": QPageSize.PageSizeId.Tabloid,
    }
)
_MM = 72 / 25.4
_ROOM = QSize(240, 300)
_MOST_OVERLAP = 50


class SheetsPreview(QWidget):
    """Draws a page's outline and the sheets that it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_ROOM)
        self.setAccessibleName(tr("Sheets"))
        self._display: PageDisplay | None = None
        self._parts: list[QRectF] = []

    def show_sheets(self, display: PageDisplay, plan: PrintPlan) -> int:
        """Show the sheets of a page and return their number."""
        _, parts = sheets(display, plan)
        self._display = display
        self._parts = [QRectF(t.part.x, t.part.y, t.part.width, t.part.height) for t in parts]
        self.update()
        return len(parts)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw them."""
        if self._display is None:
            return
        page = self._display
        painter = QPainter(self)
        scale = min((self.width() - 8) / page.width, (self.height() - 8) / page.height)
        painter.translate((self.width() - page.width * scale) / 2, (self.height() - page.height * scale) / 2)
        painter.scale(scale, scale)
        painter.fillRect(QRectF(0, 0, page.width, page.height), QColor("#FFFFFF"))
        colour = self.palette().highlight().color()
        painter.setPen(QPen(colour, 2 / scale))
        shade = QColor(colour)
        shade.setAlpha(28)
        for part in self._parts:
            painter.fillRect(part, shade)
            painter.drawRect(part)
        painter.end()


class PrintDialog(QDialog):
    """Asks.

    Signals:
        asked: the ``PrintPlan``, and whether all pages are wanted.

    Args:
        parent: the window.
        display: the page that is shown.
        printers: names of the system's printers.
        several: there are other pages.
    """

    asked = Signal(object, bool)

    def __init__(self, parent: QWidget, display: PageDisplay, printers: Sequence[str], several: bool) -> None:
        super().__init__(parent)
        self.setObjectName("printing")
        self.setWindowTitle(tr("Print"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._display = display
        self.printer = choice("printer", tr("Printer"), [*printers, tr("PDF file")])
        self.paper = choice("paper", tr("Paper"), list(_PAPERS))
        self.landscape = QCheckBox(tr("Landscape"))
        self.fit = QCheckBox(tr("Fit on one sheet"))
        self.fit.setChecked(True)
        self.percent = _number("percent", tr("Size"), round(100 * LEAST_SCALE), round(100 * MOST_SCALE), 100, " %")
        self.overlap = _number("overlap", tr("Overlap"), 0, _MOST_OVERLAP, 10, " mm")
        self.all_pages = QCheckBox(tr("All pages"))
        self.all_pages.setVisible(several)
        self.preview, self._said = SheetsPreview(), quiet_label()
        self._said.setObjectName("sheetssaid")
        self._ask_again_when_changed()
        self._lay_out()
        self._show()
        give_back_focus(self, parent)

    @property
    def plan(self) -> PrintPlan:
        """What is chosen now; the target of a PDF is asked for later."""
        pdf = self.printer.currentIndex() == self.printer.count() - 1
        return PrintPlan(
            scale=None if self.fit.isChecked() else self.percent.value() / 100,
            overlap=self.overlap.value() * _MM,
            paper=_PAPERS[self.paper.currentText()].value,
            landscape=self.landscape.isChecked(),
            printer="" if pdf else self.printer.currentText(),
        )

    def _ask_again_when_changed(self) -> None:
        for box in (self.landscape, self.fit):
            box.toggled.connect(lambda _on: self._show())
        for number in (self.percent, self.overlap):
            number.valueChanged.connect(lambda _value: self._show())
        self.paper.activated.connect(lambda _at: self._show())

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(8)
        for name, field in ((tr("Printer"), self.printer), (tr("Paper"), self.paper)):
            fields.addWidget(quiet_label(name))
            fields.addWidget(field)
        for part in (self.landscape, self.fit, self.percent, self.overlap, self.all_pages, self._said):
            fields.addWidget(part)
        fields.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addLayout(fields, 1)
        across.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(across)
        answers = (Answer("cancel", tr("Cancel")), Answer("print", tr("Print"), primary=True))
        column.addLayout(button_row(answers, self._answered))

    def _show(self) -> None:
        """Show the sheets, and how large the page is on them."""
        fit = self.fit.isChecked()
        self.percent.setEnabled(not fit)
        self.overlap.setEnabled(not fit)
        try:
            scale, _ = sheets(self._display, self.plan)
            count = self.preview.show_sheets(self._display, self.plan)
        except BanxinError as problem:
            self._said.setText(render(problem.message))
            return
        if fit:
            with QSignalBlocker(self.percent):
                self.percent.setValue(round(100 * scale))
        self._said.setText(tr("{count} sheets a page, {percent} %", count=count, percent=round(100 * scale)))

    def _answered(self, answer: str) -> None:
        if answer == "print":
            self.asked.emit(self.plan, self.all_pages.isChecked())
        self.close()


def with_target(plan: PrintPlan, target: str) -> PrintPlan:
    """Return a plan that writes a PDF to a file."""
    return replace(plan, printer="", target=target)


def _number(name: str, spoken: str, least: int, most: int, value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    indented(box)
    box.setPrefix(spoken + " ")
    box.setSuffix(unit)
    box.setRange(least, most)
    box.setValue(value)
    return box
