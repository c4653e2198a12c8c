"""The version that the last save put aside can be looked at and gone back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError, message
from desktop.opening import Opened
from desktop.session.versions import Version, previous_version
from desktop.ui.actions import Handler
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.dialogs.versions import Composing, ShownVersion, VersionsDialog
from desktop.ui.files import FileWork
from desktop.ui.language import tr
from desktop.ui.workbench import Workbench


class VersionWork(QObject):
    """Opens the previous version of the open edition.

    Signals:
        failed: a ``BanxinError`` to be shown.
    """

    failed = Signal(object)

    def __init__(self, bench: Workbench, files: FileWork, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._files, self._window = bench, files, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"file.previous": self.show_previous}

    def show_previous(self) -> None:
        """Show the version before the last save beside what is open, and ask what is to become of it."""
        path = self._bench.session.path
        if path is None:
            return
        try:
            previous = previous_version(path)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        if previous is None:
            text = tr("There is no previous version of “{name}” yet.", name=path.name)
            Notice(self._window, text, tr("Every save keeps the version that it replaces.")).open()
            return
        self._show(path.name, previous)

    def _show(self, name: str, previous: Version) -> None:
        bench = self._bench
        text = tr("“{name}” as it was before the last save, beside what is open now.", name=name)
        versions = (
            ShownVersion(tr("Previous version"), previous.at, previous.edition),
            ShownVersion(tr("Open now"), datetime.now().astimezone(), bench.session.edition),
        )
        answers = (
            Answer("cancel", tr("Leave it")),
            Answer("copy", tr("Open it as a copy")),
            Answer("back", tr("Go back to it"), primary=True),
        )
        composing = Composing(bench.faces, bench.session.compositions.composed_once, bench.runner)
        dialog = VersionsDialog(self._window, text, versions, 0, answers, composing)
        ways: dict[str, Callable[[], object]] = {
            "copy": lambda: self._copy(previous),
            "back": lambda: self._back(previous),
        }
        dialog.answered.connect(lambda answer: ways.get(answer, bool)())
        dialog.open()

    def _back(self, previous: Version) -> None:
        self._bench.session.exchange(previous.edition, message("Go back to the previous version"))

    def _copy(self, previous: Version) -> None:
        edition = replace(previous.edition, name=tr("{name} (previous version)", name=previous.edition.name))
        self._files.when_safe(lambda: self._bench.session.take(Opened(edition), modified=True))
