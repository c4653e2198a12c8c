"""Small parts that the panels share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_FIELD_MARGIN = 8
"""Pixels before a figure: a style sheet cannot give them to the field inside a spin box."""

_LINE, _MOST_WIDER = 18, 1.5
"""Pixels of a line of letters of the usual size; how much wider panels get at most for larger ones."""

LABEL_WIDTH = 76
"""Pixels of the column of labels in the inspector."""


def room_for_line(metrics: QFontMetrics, usual: int, lines: int = 1) -> int:
    """Return a height in pixels: the usual one, or more where lines of larger letters need it, with as much air."""
    return max(usual, lines * metrics.height() + usual - lines * _LINE)


def widened(metrics: QFontMetrics, usual: int) -> int:
    """Return a width in pixels: the usual one, or more for larger letters, up to half as much again."""
    return round(usual * min(_MOST_WIDER, max(1.0, metrics.height() / _LINE)))


class ElidedLabel(QLabel):
    """A label that ends with an ellipsis where it has too little room, and asks for none."""

    def minimumSizeHint(self) -> QSize:
        """Return that it may vanish."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self.palette(), self.isEnabled(), text,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()


def hairline() -> QFrame:
    """Return a line one pixel high."""
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


def panel_head(text: str) -> QLabel:
    """Return the quiet title of a panel."""
    label = QLabel(text)
    label.setObjectName("panelhead")
    label.setIndent(0)
    return label


def quiet_label(text: str = "") -> QLabel:
    """Return a label in muted letters that wraps."""
    label = QLabel(text)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def flat_button(text: str, pressed: Callable[[], object]) -> QPushButton:
    """Return a button without a border."""
    button = QPushButton(text)
    button.setProperty("flat", True)
    button.clicked.connect(lambda _checked=False: pressed())
    return button


def column(*widgets: QWidget, margins: tuple[int, int, int, int] = (16, 8, 16, 16), spacing: int = 8) -> QVBoxLayout:
    """Return widgets below each other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class Facts(QWidget):
    """Labels with their values, in two columns; a fact without value is not shown.

    Args:
        labels: what each fact is called, by its id.
    """

    def __init__(self, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        self._pairs: dict[str, tuple[QLabel, QLabel]] = {}
        for row, (name, text) in enumerate(labels.items()):
            label, value = QLabel(text), QLabel()
            label.setProperty("quiet", True)
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            value.setObjectName(f"fact.{name}")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._pairs[name] = (label, value)

    def show_facts(self, values: Mapping[str, str], bad: frozenset[str] = frozenset()) -> None:
        """Show values by id; those in ``bad`` need a person and stand in the accent."""
        for name, (label, value) in self._pairs.items():
            text = values.get(name, "")
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
            set_state(value, "bad" if name in bad else "")


def choice(name: str, spoken: str, words: list[str]) -> QComboBox:
    """Return a box with words to choose from; ``spoken`` is what assistive technology calls it."""
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.addItems(words)
    return box


def indented(box: QAbstractSpinBox) -> None:
    """Give a spin box the room before its figure that other fields have."""
    box.lineEdit().setTextMargins(_FIELD_MARGIN, 0, 0, 0)


def set_state(widget: QWidget, state: str) -> None:
    """Let the style sheet see another state of a widget."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
