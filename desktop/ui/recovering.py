"""Work that an earlier run left unsaved is offered beside what was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import PackageError
from desktop.opening import Opened
from desktop.session.autosave import saved_edition
from desktop.session.recovery import Recovery, discard_recovery, open_recovery, recoverable
from desktop.session.versions import written_at
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.dialogs.versions import Composing, ShownVersion, VersionsDialog
from desktop.ui.files import FileWork
from desktop.ui.language import render, tr
from desktop.ui.workbench import Workbench


class _Offer(Struct, frozen=True):
    """A copy as it is offered: read, with the saved edition that it belongs to, if there is one."""

    recovery: Recovery
    opened: Opened
    saved: Opened | None

    @property
    def name(self) -> str:
        original = self.recovery.original
        return (original.name if original else self.recovery.name) or tr("Page")

    @property
    def overtaken(self) -> bool:
        """Whether the file was written after the copy."""
        original = self.recovery.original
        return self.saved is not None and original is not None and written_at(original) > self.recovery.at


class RecoveryOffer(QObject):
    """Asks about each copy that was left behind, the newest first; not at all unless that is ``wanted``.

    Args:
        bench: knows where copies lie.
        files: opens one.
        window: the parent of the question.
    """

    def __init__(self, bench: Workbench, files: FileWork, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._files, self._window = bench, files, window
        self.wanted = True
        self._left: list[Recovery] = []

    def begin(self, files: Sequence[Path] = ()) -> None:
        """Look for copies and ask about them; only about those of certain files, where some are named."""
        if not self.wanted:
            return
        wanted = {path.absolute() for path in files}
        found = recoverable(self._bench.recovery_folder)
        self._left = [r for r in found if not wanted or (r.original and r.original.absolute() in wanted)]
        self._ask()

    def _ask(self) -> None:
        while self._left:
            recovery = self._left.pop(0)
            try:
                opened = open_recovery(recovery)
            except PackageError as problem:
                self._ask_about_damaged(recovery, problem)
                return
            saved = saved_edition(recovery)
            if saved is None or saved.edition != opened.edition:
                self._show(_Offer(recovery, opened, saved))
                return
            discard_recovery(recovery)  # the program ended between saving and putting the copy away

    def _show(self, offer: _Offer) -> None:
        recovery, original = offer.recovery, offer.recovery.original
        text = tr("Unsaved work on “{name}” was kept when the program last ended.", name=offer.name)
        if offer.overtaken:
            text = tr("The file of “{name}” was saved after unsaved work on it was kept.", name=offer.name)
        saved = ShownVersion(
            tr("Saved"),
            at=written_at(original) if offer.saved and original else None,
            edition=offer.saved.edition if offer.saved else None,
            missing=tr("The saved file cannot be read any more.") if original else tr("It was never saved."),
        )
        recovered = ShownVersion(tr("Recovered"), recovery.at, offer.opened.edition)
        bench = self._bench
        composing = Composing(bench.faces, bench.session.compositions.composed_once, bench.runner)
        dialog = VersionsDialog(self._window, text, (saved, recovered), recovery.steps, _answers(offer), composing)
        dialog.answered.connect(lambda answer: self._answered(offer, answer))
        dialog.open()

    def _answered(self, offer: _Offer, answer: str) -> None:
        recovery, autosave = offer.recovery, self._bench.autosave
        apart = tr("{name} (recovered)", name=offer.opened.edition.name or tr("Page"))
        ways: dict[str, Callable[[], object]] = {
            "recovered": lambda: self._files.recover(recovery.original, lambda copy: autosave.recover(recovery, copy)),
            "both": lambda: self._files.recover(None, lambda _: autosave.recover(recovery, apart)),
            "saved": lambda: self._keep_saved(recovery),
            "discard": lambda: self._give_up(recovery),
        }
        ways.get(answer, self._ask)()

    def _keep_saved(self, recovery: Recovery) -> None:
        discard_recovery(recovery)
        if recovery.original is not None and self._bench.session.path != recovery.original:
            self._files.open([recovery.original])
        else:
            self._ask()

    def _give_up(self, recovery: Recovery) -> None:
        discard_recovery(recovery)
        self._ask()

    def _ask_about_damaged(self, recovery: Recovery, problem: PackageError) -> None:
        name = recovery.original.name if recovery.original else recovery.name
        text = tr("The copy of unsaved work on “{name}” is damaged.", name=name or tr("Page"))
        answers = (Answer("discard", tr("Discard it")), Answer("cancel", tr("Later"), primary=True))
        question = Notice(self._window, text, render(problem.message), answers)
        question.answered.connect(lambda answer: self._give_up(recovery) if answer == "discard" else self._ask())
        question.open()


def _answers(offer: _Offer) -> tuple[Answer, ...]:
    """Return what can be done with a copy; Enter takes the newer of the two."""
    later = Answer("cancel", tr("Later"))
    if offer.saved is None:
        return later, Answer("discard", tr("Discard it")), Answer("recovered", tr("Keep the recovered"), primary=True)
    return (
        later,
        Answer("saved", tr("Keep the saved"), primary=offer.overtaken),
        Answer("both", tr("Keep both")),
        Answer("recovered", tr("Keep the recovered"), primary=not offer.overtaken),
    )
