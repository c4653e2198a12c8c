"""A field for columns or lines that also takes characters, millimetres and points."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop.errors import UsageError
from desktop.model.layout import Grid
from desktop.session.measuring import Axis, counted
from desktop.ui.language import tr


class GridSpin(QSpinBox):
    """Counts columns or lines of a grid; “39字” or “120 mm” become the nearest whole number of them.

    Args:
        axis: what it counts.
    """

    def __init__(self, axis: Axis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._grid: Grid | None = None
        self.setToolTip(tr("A number, or a length: 39字, 120 mm, 10 pt"))

    def set_grid(self, grid: Grid) -> None:
        """Count on a grid."""
        self._grid = grid

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take any length; what is no length yet may become one."""
        try:
            self._counted(text)
        except UsageError:
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> int:
        """Return the columns or lines of what was typed, inside the range."""
        try:
            return min(max(self.minimum(), self._counted(text)), self.maximum())
        except UsageError:
            return self.value()

    def _counted(self, text: str) -> int:
        if self._grid is None:
            return int(text) if text.isdigit() else self.value()
        return counted(text, self._axis, self._grid)
