"""What others do to the file of the open edition: who has it, who changed it, and the questions about that.

Nothing of anybody's is overwritten without a question, and nothing that is open here is given up for it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import BanxinError, message
from desktop.opening import open_path
from desktop.session.custody import Change, Claim, Noticed
from desktop.session.lockfile import Holder
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.language import tr
from desktop.ui.wording import moment_words
from desktop.ui.workbench import Workbench

_CALM = 400
"""Milliseconds without a further sign before the file is looked at: a save is several steps."""


class Entry(StrEnum):
    """How a file that is wanted is opened."""

    OWN = "own"
    READ = "read"
    COPY = "copy"


class FileGuard(QObject):
    """Asks before a file is opened that somebody has, and before one is overwritten that somebody changed.

    Signals:
        noted: a sentence that should stay in sight.
        changed: whether the file is open for reading only may be otherwise now.
        failed: a ``BanxinError`` to be shown.
        copy_asked: what is open is to be saved under another name; carries what is to follow, or None.

    Args:
        bench: the open edition and its file.
        window: the parent of the questions.
    """

    noted = Signal(str)
    changed = Signal()
    failed = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._custody, self._window = bench, bench.custody, window
        self._unlocked: set[Path] = set()
        self._missed = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self.look)

    def close(self) -> None:
        """Watch no more, and let others have the file."""
        self._calm.stop()
        self._custody.release()
        self._watch()

    # Opening

    def admit(self, path: Path, go: Callable[[Claim, Entry], object]) -> None:
        """Go on with a claim to a file; if somebody else has it, ask first how it is to be opened."""
        claim = self._custody.claim(path)
        if claim.holder is None:
            go(claim, Entry.OWN)
            return
        self._ask_to_enter(path, claim, claim.holder, go)

    def _ask_to_enter(self, path: Path, claim: Claim, holder: Holder, go: Callable[[Claim, Entry], object]) -> None:
        detail = tr("Opened for reading, it can be looked at and saved under another name.")
        answers = [
            Answer("cancel", tr("Cancel")),
            Answer("copy", tr("Open a copy")),
            Answer("read", tr("Open for reading"), primary=True),
        ]
        if holder.host != self._custody.host:
            detail += " " + tr("Take it over only if you know that nobody works on it there any more.")
            answers.insert(1, Answer("take", tr("Take it over")))
        ways: dict[str, Callable[[], object]] = {
            "copy": lambda: go(claim, Entry.COPY),
            "read": lambda: go(claim, Entry.READ),
            "take": lambda: go(self._custody.claim(path, forced=True), Entry.OWN),
        }
        self._ask(holder_words(path, holder), detail, answers, ways)

    def back(self, claim: Claim) -> None:
        """Give a claim back: the file could not be read or written."""
        self._custody.back(claim)

    def entered(self, claim: Claim, entry: Entry) -> None:
        """Watch over a file that was opened."""
        if entry is Entry.COPY:
            return
        self._custody.adopt(claim, read_only=entry is Entry.READ)
        self._settle(claim)
        if entry is Entry.READ and claim.holder is not None:
            text = tr("Open for reading only; changes can be saved under another name.")
            self.noted.emit(f"{holder_words(claim.path, claim.holder)} {text}")

    def written(self, claim: Claim) -> None:
        """Watch over a file that was just saved."""
        self._custody.written(claim)
        self._settle(claim)

    def _settle(self, claim: Claim) -> None:
        self._missed = False
        self._watch()
        self.changed.emit()
        folder = claim.path.absolute().parent
        if claim.lock is None and claim.holder is None and folder not in self._unlocked:
            self._unlocked.add(folder)
            name = claim.path.name
            self.noted.emit(
                tr(
                    "{folder} cannot be written: others are not told that you have “{name}” open.",
                    folder=folder,
                    name=name,
                )
            )

    # Saving

    def before_saving(self, path: Path, go: Callable[[Claim], object], then: object = None) -> None:
        """Go on with a claim to a file that may be written; else ask what is to be done.

        Args:
            path: the file.
            go: writes it.
            then: what is to follow the save, also one under another name.
        """
        own = path == self._custody.path
        noticed = self._custody.changed(thorough=True) if own else None
        taken = self._custody.taken_by() if own else None
        claim = self._custody.claim(path)
        if taken is not None:
            self._ask_to_overwrite(claim, holder_words(path, taken), go, then, reload=False)
        elif claim.holder is not None:
            text = tr("It was not saved. Save it under another name.")
            self._ask_for_copy(holder_words(path, claim.holder), text, then)
        elif noticed is not None and noticed.change is Change.WRITTEN:
            text = tr("“{name}” was changed by another program since you opened it.", name=path.name)
            self._ask_to_overwrite(claim, text, go, then, reload=True)
        else:
            go(claim)

    def _ask_for_copy(self, text: str, detail: str, then: object) -> None:
        answers = (Answer("cancel", tr("Cancel")), Answer("copy", tr("Save as…"), primary=True))
        self._ask(text, detail, answers, {"copy": lambda: self.copy_asked.emit(then)})

    def _ask_to_overwrite(
        self, claim: Claim, text: str, go: Callable[[Claim], object], then: object, *, reload: bool
    ) -> None:
        detail = tr("Yours was not saved yet. Overwriting keeps the other as the previous version.")
        answers = [Answer("cancel", tr("Cancel")), Answer("overwrite", tr("Overwrite"))]
        answers += [Answer("reload", tr("Reload"))] if reload else []
        answers += [Answer("copy", tr("Save mine as a copy…"), primary=True)]
        ways: dict[str, Callable[[], object]] = {
            "overwrite": lambda: go(self._custody.claim(claim.path, forced=True)),
            "reload": self.reload,
            "copy": lambda: self.copy_asked.emit(then),
        }
        self._ask(text, detail, answers, ways)

    # Watching

    def look(self) -> None:
        """Notice what another program did to the file, and ask about it once."""
        path = self._custody.path
        if path is None or QApplication.activeModalWidget() is not None:
            return  # looked at again when the window gets the focus back
        noticed = self._custody.changed()
        if noticed is not None and noticed.change is Change.GONE and not self._missed:
            self._missed = True  # other programs remove a file before they put another in its place
            self._calm.start()
            return
        self._missed = noticed is not None and noticed.change is Change.GONE
        news = self._custody.news()
        if news is not None:
            self._tell(path, news)
        self._watch()

    def reload(self) -> None:
        """Open the file again as a step, so that undo brings back what was open."""
        path = self._custody.path
        if path is None:
            return
        claim = self._custody.claim(path)
        try:
            opened = open_path(path)
        except BanxinError as problem:
            self._keep_mine()
            self.failed.emit(problem)
            return
        self._bench.session.exchange(opened.edition, message("Reload"), saved=True)
        self._custody.adopt(claim, read_only=self._custody.read_only)

    def _tell(self, path: Path, noticed: Noticed) -> None:
        if noticed.change is Change.GONE:
            self._bench.session.unsaved()
            text = tr("“{name}” is not in its folder any more.", name=path.name)
            self._ask(text, tr("What is open here is kept; save it to put it there again."), (), {})
            return
        text = tr("“{name}” was changed by another program.", name=path.name)
        detail = tr("Reloading is a step that undo takes back. If you keep yours, saving asks again.")
        answers = (Answer("cancel", tr("Keep mine")), Answer("reload", tr("Reload"), primary=True))
        self._ask(text, detail, answers, {"reload": self.reload, "cancel": self._keep_mine})

    def _keep_mine(self) -> None:
        """What is open is in no file any more; who only reads it has nothing to save."""
        if not self._custody.read_only:
            self._bench.session.unsaved()

    def _stirred(self, _path: str) -> None:
        self._calm.start()

    def _watch(self) -> None:
        """Watch the file in custody, and its folder: a file that is replaced is another one for the watcher."""
        path = self._custody.path
        wanted = {str(path), str(path.absolute().parent)} if path is not None else set()
        there = {*self._watcher.files(), *self._watcher.directories()}
        if there - wanted:
            self._watcher.removePaths(sorted(there - wanted))
        missing = [name for name in sorted(wanted - there) if Path(name).exists()]
        if missing:
            self._watcher.addPaths(missing)

    def _ask(
        self,
        text: str,
        detail: str,
        answers: tuple[Answer, ...] | list[Answer],
        ways: dict[str, Callable[[], object]],
    ) -> None:
        question = Notice(self._window, text, detail, answers)
        question.answered.connect(lambda answer: ways.get(answer, bool)())
        question.open()


def holder_words(path: Path, holder: Holder) -> str:
    """Return who has a file open, where and since when."""
    since = moment_words(holder.since)
    return tr(
        "{person} has “{name}” open on {host} since {time}.",
        person=holder.name,
        name=path.name,
        host=holder.host,
        time=since,
    )
