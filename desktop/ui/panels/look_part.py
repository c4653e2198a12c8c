"""The part of the inspector's page for a drawn frame that says what it looks like: border, line, tint."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QWidget

from desktop.model.layout import LineStyle, Slot, SlotKind
from desktop.ui.language import noop, tr
from desktop.ui.panels.parts import column, indented, quiet_label

SIDES: Mapping[str, str] = MappingProxyType(
    {"t": noop("Above"), "b": noop("Below"), "l": noop("Left"), "r": noop("Right")}
)
LINES: Mapping[LineStyle, str] = MappingProxyType(
    {
        LineStyle.THIN: noop("Thin line"),
        LineStyle.THICK: noop("Thick line"),
        LineStyle.DOUBLE: noop("Thick and thin line"),
        LineStyle.DOTTED: noop("Dotted line"),
        LineStyle.BEADED: noop("Beads between lines"),
        LineStyle.WOVEN: noop("Woven band"),
    }
)
_TINT_STEP = 5
"""Percent of black."""


class Look(Struct, frozen=True):
    """Sides with a border (of ``tblr``), what the line looks like, and the tint behind (0 to 1, of black)."""

    border: str
    line: LineStyle
    tint: float


class LookPart(QWidget):
    """Shows and changes a look.

    Signals:
        look_given: the ``Look`` that the frame is to have.
    """

    look_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = {side: QCheckBox(tr(name)) for side, name in SIDES.items()}
        for side, box in self._sides.items():
            box.setObjectName(f"border.{side}")
            box.setAccessibleName(tr("Border: {side}", side=tr(SIDES[side])))
            box.toggled.connect(lambda _on: self._give())
        self._line = QComboBox()
        self._line.setObjectName("linestyle")
        self._line.setAccessibleName(tr("Line"))
        self._line.addItems([tr(name) for name in LINES.values()])
        self._line.activated.connect(lambda _at: self._give())
        self._tint = QSpinBox()
        self._tint.setObjectName("tint")
        self._tint.setAccessibleName(tr("Tint"))
        self._tint.setPrefix(tr("Tint") + " ")
        self._tint.setSuffix(" %")
        self._tint.setRange(0, 100)
        self._tint.setSingleStep(_TINT_STEP)
        self._tint.setKeyboardTracking(False)
        indented(self._tint)
        self._tint.valueChanged.connect(lambda _value: self._give())
        self._border = self._in_pairs()
        self.setLayout(column(quiet_label(tr("Border")), self._border, self._line, self._tint, margins=(0, 0, 0, 0)))

    def show_look(self, slot: Slot) -> None:
        """Show what a slot looks like; a rule is nothing but its line."""
        rule = slot.kind is SlotKind.RULE
        for side, box in self._sides.items():
            with QSignalBlocker(box):
                box.setChecked(side in slot.border)
            box.setEnabled(not rule)
        with QSignalBlocker(self._line), QSignalBlocker(self._tint):
            self._line.setCurrentIndex(list(LINES).index(slot.line))
            self._tint.setValue(round(100 * slot.tint))
        self._tint.setEnabled(not rule)

    def _give(self) -> None:
        border = "".join(side for side, box in self._sides.items() if box.isChecked())
        self.look_given.emit(Look(border, list(LINES)[self._line.currentIndex()], self._tint.value() / 100))

    def _in_pairs(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for index, box in enumerate(self._sides.values()):
            grid.addWidget(box, *divmod(index, 2))
        return holder
