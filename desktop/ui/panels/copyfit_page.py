"""The inspector's page for copyfit: how texts fit, what would be changed, and what would have to go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.compose.copyfit import Cut, FitPlan, Sentence, TextPlan
from desktop.ui.language import render, tr
from desktop.ui.models.rows import first_words
from desktop.ui.panels.parts import ElidedLabel, column, hairline, quiet_label, set_state

_WORDS = 18
"""Characters of a sentence that stand beside its box; all of it is in the tip."""


class CopyfitPage(QWidget):
    """Shows a plan for the page before it is applied. No sentence is ticked at first.

    Signals:
        apply_asked: the plan is to be done.
        cancel_asked: nothing is to be done.
        cuts_chosen: the sentences ticked, as a tuple of ``Cut``.
    """

    apply_asked = Signal()
    cancel_asked = Signal()
    cuts_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorbody")
        title = QLabel(tr("Copyfit"))
        title.setObjectName("inspectortitle")
        self._summary = quiet_label()
        self._summary.setObjectName("fitsummary")
        self._texts = column(margins=(0, 0, 0, 0), spacing=16)
        self._sections: dict[str, _Section] = {}
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName("cancelfit")
        self._cancel.clicked.connect(lambda _checked=False: self.cancel_asked.emit())
        self._apply = QPushButton(tr("Apply"))
        self._apply.setObjectName("applyfit")
        self._apply.setProperty("primary", True)
        self._apply.clicked.connect(lambda _checked=False: self.apply_asked.emit())
        layout = column(title, self._summary)
        layout.addLayout(self._buttons())
        layout.addLayout(self._texts)
        layout.addStretch(1)
        self.setLayout(layout)

    def begin(self, plan: FitPlan, changes: bool) -> None:
        """Show the plan for a page that was not looked at before."""
        for section in self._sections.values():
            section.setParent(None)
            section.deleteLater()
        self._sections = {}
        for text in plan.texts:
            if not text.before.exact or text.steps:
                section = self._sections[text.flow.frames[0]] = _Section(text)
                section.ticked.connect(self._ticked)
                self._texts.addWidget(section)
        self.show_plan(plan, changes)
        (self._apply if changes else self._cancel).setFocus()

    def show_plan(self, plan: FitPlan, changes: bool) -> None:
        """Show a plan for the same page, with the sentences that are ticked gone."""
        exact = sum(text.after.exact for text in plan.texts)
        if not self._sections:
            self._summary.setText(tr("Every text ends exactly with its last column."))
        else:
            words = "{exact} of {all} texts would end exactly with their last column. The page shows it."
            self._summary.setText(tr(words, exact=exact, all=len(plan.texts)))
        for text in plan.texts:
            section = self._sections.get(text.flow.frames[0])
            if section is not None:
                section.show_text(text)
        self._apply.setEnabled(changes)

    def cuts(self) -> tuple[Cut, ...]:
        """Return the sentences that are ticked."""
        return tuple(cut for section in self._sections.values() for cut in section.cuts())

    def _ticked(self) -> None:
        self.cuts_chosen.emit(self.cuts())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(self._apply)
        row.addWidget(self._cancel)
        row.addStretch(1)
        return row


class _Section(QWidget):
    """One text.

    Signals:
        ticked: a sentence was ticked, or is no longer.
    """

    ticked = Signal()

    def __init__(self, text: TextPlan) -> None:
        super().__init__()
        title = ElidedLabel(first_words(text.title))
        title.setToolTip(text.title)
        self._before, self._after, self._steps = QLabel(), QLabel(), quiet_label()
        for label, name in ((self._before, "before"), (self._after, "after"), (self._steps, "steps")):
            label.setObjectName(f"fit.{name}")
            label.setWordWrap(True)
        self._going = quiet_label(tr("Tick what may go:"))
        self._sentences = column(margins=(0, 0, 0, 0), spacing=4)
        self._boxes: dict[Cut, QCheckBox] = {}
        layout = column(
            hairline(), title, self._before, self._after, self._steps, self._going, margins=(0, 0, 0, 0), spacing=4
        )
        layout.addLayout(self._sentences)
        self.setLayout(layout)

    def show_text(self, text: TextPlan) -> None:
        """Show how the text fits, what would be changed, and further sentences that would have to go."""
        self._before.setText(tr("Before: {state}", state=render(text.before.message)))
        changed = bool(text.steps) or text.after != text.before
        stuck = tr("No lever of the house style suffices.")
        self._after.setText(tr("After: {state}", state=render(text.after.message)) if changed else stuck)
        set_state(self._before, "bad" if text.before.over_chars else "")
        set_state(self._after, "bad" if text.after.over_chars else "good" if text.after.exact else "")
        self._steps.setText("\n".join(f"· {render(step.message)}" for step in text.steps))
        self._steps.setVisible(bool(text.steps))
        self._add(text.sentences)
        self._going.setVisible(bool(self._boxes))

    def cuts(self) -> tuple[Cut, ...]:
        """Return the sentences that are ticked."""
        return tuple(cut for cut, box in self._boxes.items() if box.isChecked())

    def _add(self, sentences: Iterable[Sentence]) -> None:
        """Add boxes for sentences that have none yet; those once named stay where they are."""
        for sentence in sentences:
            cut = Cut(sentence.element, sentence.ranges)
            if cut in self._boxes:
                continue
            figures = tr("{chars} characters, {lines} lines", chars=sentence.chars, lines=sentence.lines)
            says = f"{first_words(sentence.text, _WORDS)}\n{figures}"
            box = self._boxes[cut] = QCheckBox(says.replace("&", "&&"))
            box.setObjectName(f"cut.{len(self._boxes)}")
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # never wider than the panel
            box.setToolTip(sentence.text)
            box.setAccessibleName(sentence.text)
            box.clicked.connect(lambda _checked=False: self.ticked.emit())
            self._sentences.addWidget(box)
