"""What is asked before printing: which pages, where to, on which paper, how large; with the sheets shown beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPageSize, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.display import PageDisplay
from desktop.errors import BanxinError
from desktop.geometry import MM
from desktop.session.tiling import LEAST_SCALE, MOST_SCALE, Laid, Paper
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_row
from desktop.ui.language import render, tr
from desktop.ui.panels.parts import choice, indented, quiet_label
from desktop.ui.printout import MARGIN, PrintedPage, PrintPlan, paper_of, sheets

_PAPERS: Mapping[str, QPageSize.PageSizeId] = MappingProxyType(
    {
        "A4": QPageSize.PageSizeId.A4,
        "A3": QPageSize.PageSizeId.A3,
        "A2": QPageSize.PageSizeId.A2,
        "A1": QPageSize.PageSizeId.A1,
        "B4": QPageSize.PageSizeId.B4,
        "Letter": QPageSize.PageSizeId.Letter,
        "Tabloid": QPageSize.PageSizeId.Tabloid,
    }
)
_ROOM = QSize(300, 360)
_ROWS = 7
"""Pages that the list shows without scrolling."""
_MOST_OVERLAP = 50
_WHITE = QColor("#FFFFFF")
_SHADE, _BADGE, _FIGURE = 40, 26, 14

Paint = Callable[[PageDisplay, QSize, float], QPixmap]
"""Paints a page as large as fits a room, in device pixels of a ratio."""


def first_plan(display: PageDisplay) -> PrintPlan:
    """Return what is offered the first time: one sheet of A4, laid as the page is."""
    return PrintPlan(landscape=display.width > display.height)


class SheetsPreview(QWidget):
    """Shows a page as it will stand on one sheet, or which part of it each of several sheets takes.

    Args:
        paint: paints the page.
    """

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_ROOM)
        self.setAccessibleName(tr("Sheets"))
        self._paint = paint
        self._page: PageDisplay | None = None
        self._laid: Laid | None = None
        self._paper = Paper(1.0, 1.0)
        self._painted: tuple[PageDisplay, QSize, float, QPixmap] | None = None

    def show_sheets(self, display: PageDisplay, plan: PrintPlan) -> Laid:
        """Show how a page lies on sheets, and return it."""
        on = sheets(display, plan)
        self._page, self._laid, self._paper = display, on, paper_of(plan)
        self.setAccessibleDescription(tr("{count} sheets", count=len(on.tiles)))
        self.update()
        return on

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw them."""
        if self._page is None or self._laid is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if len(self._laid.tiles) == 1:
            self._draw_one(painter, self._page, self._laid)
        else:
            self._draw_several(painter, self._page, self._laid)
        painter.end()

    def _draw_one(self, painter: QPainter, page: PageDisplay, on: Laid) -> None:
        """Draw the sheet, its margins and the page on it."""
        paper = QRectF(0, 0, self._paper.width + 2 * MARGIN, self._paper.height + 2 * MARGIN)
        unit = self._unit(paper.width(), paper.height())
        sheet = self._centred(paper, unit)
        painter.fillRect(sheet, _WHITE)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(sheet)
        corner = sheet.topLeft() + QPointF(MARGIN + on.left, MARGIN + on.top) * unit
        size = QRectF(corner.x(), corner.y(), page.width * on.scale * unit, page.height * on.scale * unit)
        self._draw_page(painter, page, size)

    def _draw_several(self, painter: QPainter, page: PageDisplay, on: Laid) -> None:
        """Draw the page as it will be joined, what sheets have in common shaded, and the sheets' numbers."""
        unit = self._unit(page.width, page.height)
        whole = self._centred(QRectF(0, 0, page.width, page.height), unit)
        self._draw_page(painter, page, whole)
        colour = self.palette().highlight().color()
        shade = QColor(colour)
        shade.setAlpha(_SHADE)
        font = painter.font()
        font.setPixelSize(_FIGURE)
        font.setBold(True)
        painter.setFont(font)
        for number, tile in enumerate(on.tiles, start=1):
            part = tile.part
            box = QRectF(whole.x() + part.x * unit, whole.y() + part.y * unit, part.width * unit, part.height * unit)
            painter.setPen(QPen(colour, 1.5))
            painter.fillRect(box, shade)  # twice where two sheets show the same
            painter.drawRect(box)
            badge = QRectF(0, 0, _BADGE, _BADGE)
            badge.moveCenter(box.center())
            painter.setBrush(colour)
            painter.drawEllipse(badge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().highlightedText().color())
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _draw_page(self, painter: QPainter, page: PageDisplay, box: QRectF) -> None:
        room, ratio = box.size().toSize(), self.devicePixelRatioF()
        if self._painted is None or self._painted[0] is not page or self._painted[1:3] != (room, ratio):
            self._painted = (page, room, ratio, self._paint(page, room, ratio))
        image = self._painted[3]
        painter.drawPixmap(box, image, QRectF(image.rect()))

    def _unit(self, width: float, height: float) -> float:
        """Return the pixels of a point at which something fits."""
        return min((self.width() - 4) / width, (self.height() - 4) / height)

    def _centred(self, box: QRectF, unit: float) -> QRectF:
        made = QRectF(0, 0, box.width() * unit, box.height() * unit)
        made.moveCenter(QRectF(self.rect()).center())
        return made


class PrintDialog(QDialog):
    """Asks.

    Signals:
        asked: the ``PrintPlan``, and the ``PrintedPage`` records that are wanted, in order.

    Args:
        parent: the window.
        pages: of the edition.
        shown: which of them is shown, counted from 0.
        printers: names of the system's printers.
        plan: what is offered.
        paint: paints a page small.
    """

    asked = Signal(object, list)

    def __init__(
        self,
        parent: QWidget,
        pages: Sequence[PrintedPage],
        shown: int,
        printers: Sequence[str],
        plan: PrintPlan,
        paint: Paint,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printing")
        self.setWindowTitle(tr("Print"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = tuple(pages)
        self.printer = choice("printer", tr("Printer"), [*printers, tr("PDF file")])
        self.paper = choice("paper", tr("Paper"), list(_PAPERS))
        self.landscape, self.fit = QCheckBox(tr("Landscape")), QCheckBox(tr("Fit on one sheet"))
        self.percent = _number("percent", tr("Size"), round(100 * LEAST_SCALE), round(100 * MOST_SCALE), 100, " %")
        self.overlap = _number("overlap", tr("Overlap"), 0, _MOST_OVERLAP, 10, " mm")
        self.page_list = _page_list(pages, shown)
        self.all_pages = QCheckBox(tr("All pages"))
        for several in (self.page_list, self.all_pages):
            several.setVisible(len(pages) > 1)
        self.preview, self._said = SheetsPreview(paint), quiet_label()
        self._said.setObjectName("sheetssaid")
        self._said.setWordWrap(True)
        self._lay_out()
        self._offer(plan)
        self._ask_again_when_changed()
        self._show()
        give_back_focus(self, parent)

    @property
    def plan(self) -> PrintPlan:
        """What is chosen now; the target of a PDF is asked for later."""
        pdf = self.printer.currentIndex() == self.printer.count() - 1
        return PrintPlan(
            scale=None if self.fit.isChecked() else self.percent.value() / 100,
            overlap=self.overlap.value() * MM,
            paper=_PAPERS[self.paper.currentText()].value,
            landscape=self.landscape.isChecked(),
            printer="" if pdf else self.printer.currentText(),
        )

    @property
    def chosen(self) -> list[PrintedPage]:
        """The pages that are wanted, in order."""
        return [page for at, page in enumerate(self._pages) if _checked(self.page_list.item(at))]

    def _offer(self, plan: PrintPlan) -> None:
        """Show a plan; a printer that is not there any more gives way to the first."""
        self.printer.setCurrentIndex(max(0, self.printer.findText(plan.printer or tr("PDF file"))))
        names = {paper.value: name for name, paper in _PAPERS.items()}
        self.paper.setCurrentText(names.get(plan.paper, "A4"))
        self.landscape.setChecked(plan.landscape)
        self.fit.setChecked(plan.scale is None)
        if plan.scale is not None:
            self.percent.setValue(round(100 * plan.scale))
        self.overlap.setValue(round(plan.overlap / MM))

    def _ask_again_when_changed(self) -> None:
        for box in (self.landscape, self.fit):
            box.toggled.connect(lambda _on: self._show())
        for number in (self.percent, self.overlap):
            number.valueChanged.connect(lambda _value: self._show())
        self.paper.currentIndexChanged.connect(lambda _at: self._show())
        self.page_list.currentRowChanged.connect(lambda _at: self._show())
        self.page_list.itemChanged.connect(lambda _item: self._show())
        self.all_pages.clicked.connect(self._check_all)

    def _check_all(self, checked: bool) -> None:
        """Choose all pages, or only the one that is looked at."""
        with QSignalBlocker(self.page_list):
            for at in range(self.page_list.count()):
                on = checked or at == self.page_list.currentRow()
                self.page_list.item(at).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._show()

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(8)
        for name, field in ((tr("Printer"), self.printer), (tr("Paper"), self.paper)):
            fields.addWidget(quiet_label(name))
            fields.addWidget(field)
        for part in (self.landscape, self.fit, self.percent, self.overlap, self.all_pages, self.page_list):
            fields.addWidget(part)
        fields.addWidget(self._said)
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
        """Show the sheets of the page that is looked at, and say how many there will be."""
        fit, chosen = self.fit.isChecked(), self.chosen
        self.percent.setEnabled(not fit)
        self.overlap.setEnabled(not fit)
        self.all_pages.setChecked(len(chosen) == len(self._pages))
        try:
            on = self.preview.show_sheets(self._pages[max(0, self.page_list.currentRow())].display, self.plan)
            count = sum(len(sheets(page.display, self.plan).tiles) for page in chosen)
        except BanxinError as problem:
            self._said.setText(render(problem.message))
            self._allow(False)
            return
        if fit:
            with QSignalBlocker(self.percent):
                self.percent.setValue(round(100 * on.scale))
        self._said.setText(tr("{count} sheets, {percent} %", count=count, percent=round(100 * on.scale)))
        self._allow(bool(chosen))

    def _allow(self, possible: bool) -> None:
        """Let it be printed, or not: no page is chosen, or there is no room on the paper."""
        for button in self.findChildren(QPushButton, "print"):
            button.setEnabled(possible)

    def _answered(self, answer: str) -> None:
        if answer == "print":
            self.asked.emit(self.plan, self.chosen)
        self.close()


def _page_list(pages: Sequence[PrintedPage], shown: int) -> QListWidget:
    """Return the pages to be ticked; the one that is shown is."""
    made = QListWidget()
    made.setObjectName("printpages")
    made.setAccessibleName(tr("Pages to print"))
    for at, page in enumerate(pages):
        item = QListWidgetItem(page.name, made)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if at == shown else Qt.CheckState.Unchecked)
    made.setCurrentRow(shown)
    made.setFixedHeight(min(_ROWS, max(2, len(pages))) * max(24, made.sizeHintForRow(0)) + 8)
    made.setMinimumWidth(220)
    return made


def _checked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


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
