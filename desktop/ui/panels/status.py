"""The status line: how much stands on the page, what was said last, an export's progress, when work was kept."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop.session.placement import Tally
from desktop.ui.language import tr
from desktop.ui.panels.parts import ElidedLabel, flat_button, room_for_line, set_state
from desktop.ui.wording import tally_words


class StatusLine(QWidget):
    """One line of facts.

    Signals:
        cancel_asked: the work that is shown is to end.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(room_for_line(self.fontMetrics(), 29))
        self._tally = tuple(_counted(name) for name in ("placed", "unplaced", "overset"))
        self._said, self._told, self._hint, self._passing = _quiet("said"), "", "", ""
        self._kept = _quiet("kept")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(tr("Progress of the export"))
        self._doing = _quiet("doing")
        self._cancel = flat_button(tr("Cancel"), self.cancel_asked.emit)
        self._cancel.setObjectName("cancelexport")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        for said in (*self._tally, self._said):
            row.addWidget(said)
        row.addStretch(1)
        for doing in (self._doing, self._bar, self._cancel, self._kept):
            row.addWidget(doing)
        self.show_progress(None)

    def show_tally(self, tally: Tally | None) -> None:
        """Show how much stands on the page."""
        for label, text in zip(self._tally, tally_words(tally) if tally else ("", "", ""), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        set_state(self._tally[-1], "bad" if tally and tally.overset else "")

    def say(self, text: str) -> None:
        """Show a sentence until there is another; empty: what can be done now."""
        self._told, self._passing = text, ""
        self._show()

    def explain(self, hint: str) -> None:
        """Say what can be done now, as long as nothing else is said."""
        self._hint = hint
        self._show()

    def pass_by(self, text: str) -> None:
        """Say something as long as the pointer is where it is; empty: what was said before."""
        self._passing = text
        self._show()

    def said(self) -> str:
        """Return the sentence that is shown."""
        return self._told

    def shown(self) -> str:
        """Return what stands in the line now."""
        return self._passing or self._told or self._hint

    def show_kept(self, at: datetime | None) -> None:
        """Show when a copy of the unsaved work was kept."""
        self._kept.setText(tr("Autosaved {time}", time=at.strftime("%H:%M:%S")) if at else "")

    def _show(self) -> None:
        self._said.setText(self.shown())

    def show_progress(self, done: float | None, doing: str = "") -> None:
        """Show how far some work is, 0 to 1; None: there is none."""
        for widget in (self._doing, self._bar, self._cancel):
            widget.setVisible(done is not None)
        if done is not None:
            self._bar.setValue(round(done * 1000))
        if doing:
            self._doing.setText(doing)


def _counted(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(f"tally.{name}")
    return label


def _quiet(name: str) -> QLabel:
    label = ElidedLabel()
    label.setObjectName(name)
    label.setProperty("quiet", True)
    return label
