"""The part of the inspector's page for a picture's frame that says where it stands free and how text runs round it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QGridLayout, QSpinBox, QWidget

from desktop.model.edition import Page
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.session.freestanding import with_contour
from desktop.session.measuring import Axis
from desktop.ui.language import noop, tr
from desktop.ui.panels.gridspin import GridSpin
from desktop.ui.panels.parts import choice, column, indented, quiet_label

CONTOURS: Mapping[Contour, str] = MappingProxyType(
    {
        Contour.BOX: noop("Round the box"),
        Contour.OUTLINE: noop("Round the outline"),
        Contour.NONE: noop("Over the picture"),
    }
)
SIDES: Mapping[Sides, str] = MappingProxyType(
    {
        Sides.BOTH: noop("On both sides"),
        Sides.LEFT: noop("On the left only"),
        Sides.RIGHT: noop("On the right only"),
        Sides.LARGER: noop("On the larger side"),
    }
)
_MOST_BESIDE, _STEP_BESIDE, _MOST_ABOVE = 20.0, 0.5, 20
"""Ems beside, their step, and lines above: a fifth of a broadsheet page."""


class FreePart(QWidget):
    """Shows and changes a place and a runaround.

    Signals:
        place_given: the ``Place`` that the frame is to have.
        runaround_given: the ``Runaround`` that it is to have.
    """

    place_given = Signal(object)
    runaround_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = Runaround()
        self._place = {
            "column": self._field(Axis.COLUMN, tr("Column")),
            "line": self._field(Axis.LINE, tr("Line")),
            "columns": self._field(Axis.COLUMNS, tr("Columns")),
            "lines": self._field(Axis.LINES, tr("Lines")),
        }
        self._contour = choice("contour", tr("Text runs"), [tr(name) for name in CONTOURS.values()])
        self._contour.activated.connect(lambda at: self._give(with_contour(self._around, list(CONTOURS)[at])))
        self._sides = choice("sides", tr("Sides"), [tr(name) for name in SIDES.values()])
        self._sides.activated.connect(lambda _at: self._give(self._chosen()))
        self._beside = _distance("beside", tr("Beside, in ems"), lambda: self._give(self._chosen()))
        self._above = _count("above", tr("Above and below, in lines"), lambda: self._give(self._chosen()))
        self._above.setRange(0, _MOST_ABOVE)
        distances = {"beside": self._beside, "above": self._above}
        layout = column(
            _pairs(self._place), quiet_label(tr("Text runs")), self._contour, self._sides, _pairs(distances),
            margins=(0, 0, 0, 0),
        )  # fmt: skip
        self.setLayout(layout)

    def show_free(self, page: Page, place: Place, around: Runaround | None) -> None:
        """Show where a frame stands and how text runs round it."""
        self._around, grid = around or Runaround(), page.layout.grid
        most = {"column": grid.columns, "columns": grid.columns, "line": grid.lines, "lines": grid.lines}
        for name, box in self._place.items():
            with QSignalBlocker(box):
                box.set_grid(grid)
                box.setRange(1, most[name])
                box.setValue(getattr(place, name))
        with QSignalBlocker(self._contour), QSignalBlocker(self._sides):
            self._contour.setCurrentIndex(list(CONTOURS).index(self._around.contour))
            self._sides.setCurrentIndex(list(SIDES).index(self._around.sides))
        with QSignalBlocker(self._beside), QSignalBlocker(self._above):
            self._beside.setValue(self._around.beside)
            self._above.setValue(self._around.above)
        self._sides.setEnabled(self._around.contour is not Contour.NONE)

    def _field(self, axis: Axis, spoken: str) -> GridSpin:
        box = GridSpin(axis)
        box.valueChanged.connect(lambda _value: self._give_place())
        _prepare(box, f"place.{axis}", spoken)
        return box

    def _give_place(self) -> None:
        self.place_given.emit(Place(*(self._place[name].value() for name in Place.__struct_fields__)))

    def _chosen(self) -> Runaround:
        sides = list(SIDES)[self._sides.currentIndex()]
        return Runaround(self._around.contour, sides, self._beside.value(), self._above.value())

    def _give(self, around: Runaround) -> None:
        if around != self._around:
            self._around = around
            self.runaround_given.emit(around)


def _count(name: str, spoken: str, changed: Callable[[], None]) -> QSpinBox:
    box = QSpinBox()
    box.valueChanged.connect(lambda _value: changed())
    _prepare(box, name, spoken)
    return box


def _distance(name: str, spoken: str, changed: Callable[[], None]) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0.0, _MOST_BESIDE)
    box.setSingleStep(_STEP_BESIDE)
    box.setDecimals(1)
    box.valueChanged.connect(lambda _value: changed())
    _prepare(box, name, spoken)
    return box


def _prepare(box: QAbstractSpinBox, name: str, spoken: str) -> None:
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.setKeyboardTracking(False)  # what is typed counts when it is finished
    indented(box)


def _pairs(fields: Mapping[str, QAbstractSpinBox]) -> QWidget:
    """Return fields two in a row, each under its name."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    for index, field in enumerate(fields.values()):
        row, at = divmod(index, 2)
        grid.addWidget(quiet_label(field.accessibleName()), 2 * row, at)
        grid.addWidget(field, 2 * row + 1, at)
    return holder
