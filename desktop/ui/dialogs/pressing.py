"""For which press a page is written: its presets, what each is, and what keeps the pages from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.geometry import format_mm
from desktop.model.press import Mark, PressPreset, Standard
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.dialogs.notice import Answer, button_of, button_row
from desktop.ui.language import noop, tr
from desktop.ui.panels.parts import Facts, quiet_label, set_state

_LIST, _SIDE, _ROW = 220, 400, 36
_STANDARDS = {
    Standard.PLAIN: noop("PDF"),
    Standard.X4: noop("PDF/X-4"),
    Standard.X1A: noop("PDF/X-1a:2003, without transparency"),
    Standard.A2U: noop("PDF/A-2u, for decades, with its structure"),
}
_MARKS = {
    Mark.CROP: noop("crop"),
    Mark.REGISTRATION: noop("register"),
    Mark.BARS: noop("bars"),
    Mark.STRIP: noop("page line"),
}
_MOST_SAID = 6


class PressDialog(QDialog):
    """A list of presets with what is to know of the one that is chosen. Call ``open()``.

    Signals:
        taken: the ``PressPreset`` to write for.

    Args:
        window: the window.
        presets: those to choose from.
        language: of their names.
        faults: says what keeps the pages from a press, in sentences.
    """

    taken = Signal(object)

    def __init__(
        self,
        window: QWidget,
        presets: Sequence[PressPreset],
        language: str,
        faults: Callable[[PressPreset], Sequence[str]],
    ) -> None:
        super().__init__(window)
        self.setObjectName("pressing")
        self.setWindowTitle(tr("Export for a press"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presets, self._faults = tuple(presets), faults
        self.list = QListWidget()
        self.list.setObjectName("leftoverlist")
        self.list.setAccessibleName(tr("Presses"))
        self.list.setFixedWidth(_LIST)
        for preset in presets:
            row = QListWidgetItem(preset.name(language), self.list)
            row.setSizeHint(QSize(0, _ROW))
        self.list.itemActivated.connect(lambda _: self._take())
        self.facts = Facts(
            {
                "standard": tr("File"),
                "condition": tr("Ink and paper"),
                "bleed": tr("Bleed"),
                "marks": tr("Marks"),
                "pictures": tr("Pictures"),
                "ink": tr("Ink"),
            }
        )
        self.said = QLabel()
        self.said.setObjectName("presssaid")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self.take = button_of(self, "take")
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setCurrentRow(0)
        self.list.setFocus()
        give_back_focus(self, window)

    @property
    def preset(self) -> PressPreset:
        """The preset that is chosen."""
        return self._presets[max(0, self.list.currentRow())]

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self.facts)
        side.addWidget(quiet_label(tr("What this press would refuse")))
        side.addWidget(self.said)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_SIDE)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.list)
        both.addWidget(holder, 1)
        answers = Answer("cancel", tr("Cancel")), Answer("take", tr("Export…"), primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(both, 1)
        column.addLayout(button_row(answers, lambda answer: self._take() if answer == "take" else self.reject()))

    def _show(self) -> None:
        preset = self.preset
        self.facts.show_facts(_facts(preset))
        faults = list(self._faults(preset))
        more = len(faults) - _MOST_SAID
        shown = faults[:_MOST_SAID] + ([tr("and {count} more", count=more)] if more > 0 else [])
        self.said.setText("\n".join(f"△ {fault}" for fault in shown) if faults else tr("✓ Nothing."))
        set_state(self.said, "bad" if faults else "good")

    def _take(self) -> None:
        preset = self.preset
        self.finished.connect(lambda _: self.taken.emit(preset))
        self.accept()


def _facts(preset: PressPreset) -> dict[str, str]:
    facts = {
        "standard": tr(_STANDARDS[preset.standard]),
        "condition": preset.condition.name if preset.condition else "",
        "bleed": format_mm(preset.bleed) if preset.bleed else "",
        "marks": tr(", ").join(tr(_MARKS[mark]) for mark in Mark if mark in preset.marks),
    }
    if preset.least_dpi and preset.most_dpi:
        facts["pictures"] = tr("{least} to {most} dpi, in four inks", least=preset.least_dpi, most=preset.most_dpi)
    elif preset.least_dpi:
        facts["pictures"] = tr("at least {least} dpi", least=preset.least_dpi)
    if preset.ink_limit:
        facts["ink"] = tr("{limit} % at most on a spot", limit=preset.ink_limit)
    return facts
