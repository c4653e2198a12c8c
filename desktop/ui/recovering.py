"""Work that an earlier run left unsaved is offered at the start."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.session.recovery import Recovery, discard_recovery, recoverable
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.files import FileWork
from desktop.ui.language import tr
from desktop.ui.workbench import Workbench


class RecoveryOffer(QObject):
    """Asks about each copy that was left behind, the newest first.

    Args:
        bench: knows where copies lie.
        files: opens one.
        window: the parent of the question.
    """

    def __init__(self, bench: Workbench, files: FileWork, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._files, self._window = bench, files, window
        self._left: list[Recovery] = []

    def begin(self) -> None:
        """Look for copies and ask about them."""
        self._left = list(recoverable(self._bench.recovery_folder))
        self._ask()

    def _ask(self) -> None:
        if not self._left:
            return
        recovery = self._left.pop(0)
        name = recovery.original.name if recovery.original else recovery.name
        text = tr("Unsaved work on “{name}” was kept when the program last ended.", name=name or tr("Page"))
        detail = tr("It is from {time}.", time=f"{recovery.at:%Y-%m-%d %H:%M:%S}")
        answers = (
            Answer("discard", tr("Discard it")),
            Answer("cancel", tr("Later")),
            Answer("recover", tr("Open it"), primary=True),
        )
        question = Notice(self._window, text, detail, answers)
        question.answered.connect(lambda answer: self._answered(recovery, answer))
        question.open()

    def _answered(self, recovery: Recovery, answer: str) -> None:
        if answer == "recover":
            self._files.recover(lambda: self._bench.autosave.recover(recovery))
            return
        if answer == "discard":
            discard_recovery(recovery)
        self._ask()
