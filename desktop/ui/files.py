"""Files and the open edition: open, add, save, close, recent files. Nothing is lost without a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import BanxinError, Message
from desktop.opening import PACKAGE, is_package, open_path
from desktop.session.custody import Claim
from desktop.settings import forgetting, remembering
from desktop.ui.actions import Handler
from desktop.ui.dialogs.choose import ARTICLES, EDITIONS, OPENABLE, choose_files, choose_target
from desktop.ui.dialogs.notice import Answer, Notice
from desktop.ui.guarding import Entry, FileGuard
from desktop.ui.language import render, tr
from desktop.ui.workbench import Workbench

T = TypeVar("T")


@contextmanager
def busy() -> Iterator[None]:
    """Show that the program works, where it takes longer than a glance."""
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


class FileWork(QObject):
    """What the File menu does.

    Signals:
        said: a sentence for the status line.
        failed: a ``BanxinError`` to be shown.
        opened: a package was opened from this path.
        quit_granted: nothing unsaved stands in the way of closing the window.
    """

    said = Signal(str)
    failed = Signal(object)
    opened = Signal(Path)
    quit_granted = Signal()

    def __init__(self, bench: Workbench, window: QWidget, language: str) -> None:
        super().__init__(window)
        self._bench, self._window, self._language = bench, window, language
        self.guard = FileGuard(bench, window)
        self.guard.failed.connect(self.failed)
        self.guard.copy_asked.connect(self.choose_copy)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "file.open": self.choose_to_open,
            "file.add": self.choose_to_add,
            "file.sample": self.open_sample,
            "file.save": self.save,
            "file.save_as": self.choose_to_save,
            "file.close": self.close_edition,
        }

    # Opening

    def choose_to_open(self) -> None:
        """Ask for files and open them."""
        self._choose(tr("Open"), OPENABLE, self.open)

    def choose_to_add(self) -> None:
        """Ask for articles and add them to the edition."""
        self._choose(tr("Add articles"), ARTICLES, self.add)

    def open(self, paths: Sequence[Path]) -> None:
        """Open a package, or articles as a new edition, once what is open is safe."""
        files = tuple(paths)
        if files:
            self.when_safe(lambda: self._open(files))

    def open_sample(self) -> None:
        """Open the sample, once what is open is safe."""
        self.when_safe(self._open_sample)

    def add(self, paths: Sequence[Path]) -> None:
        """Add articles to the open edition; without one, open them."""
        if self._bench.session.page is None:
            self.open(paths)
            return
        self._attempt(lambda: self._bench.session.add_articles(tuple(paths)))

    def add_or_open(self, paths: Sequence[Path]) -> None:
        """Take files dropped on the window: articles join an open edition, anything else opens."""
        if any(is_package(path) for path in paths):
            self.open(paths)
        else:
            self.add(paths)

    def recover(self, original: Path | None, work: Callable[[str], Sequence[Message]]) -> None:
        """Open a copy for recovery once its file may be had.

        Args:
            original: the file that it belongs to, if there is one.
            work: opens it; as an edition of its own where it is given a name for that.
        """
        if original is None:
            self._attempt(lambda: work(""))
            return

        def go(claim: Claim, entry: Entry) -> None:
            apart = tr("{name} (copy)", name=original.stem) if entry is Entry.COPY else ""
            if self._attempt(lambda: work(apart)) is None:
                self.guard.back(claim)
            else:
                self.guard.entered(claim, entry)

        self.guard.admit(original, go)

    def _open(self, paths: Sequence[Path]) -> None:
        packages = [path for path in paths if is_package(path)]
        if packages:
            self.guard.admit(packages[0], self._open_package)
            return
        with busy():
            notes = self._attempt(lambda: self._bench.session.new(paths))
        if notes is None:
            self._forget(paths)
            return
        self._remember(paths)
        self._say_layout()

    def _open_package(self, claim: Claim, entry: Entry) -> None:
        with busy():
            notes = self._attempt(lambda: self._read(claim.path, apart=entry is Entry.COPY))
        if notes is None:
            self.guard.back(claim)
            self._forget([claim.path])
            return
        self._remember([claim.path])
        if notes:
            self.said.emit(" ".join(render(note) for note in notes))
        self.guard.entered(claim, entry)
        if entry is Entry.OWN:
            self.opened.emit(claim.path)

    def _read(self, path: Path, *, apart: bool) -> Sequence[Message]:
        if not apart:
            return self._bench.session.open(path)
        opened = open_path(path)
        edition = replace(opened.edition, name=tr("{name} (copy)", name=path.stem))
        return self._bench.session.take(replace(opened, edition=edition, path=None), modified=True)

    def _open_sample(self) -> None:
        with busy():
            notes = self._attempt(lambda: self._bench.session.take(self._bench.sample()))
        if notes is not None:
            self._say_layout()

    def _say_layout(self) -> None:
        page = self._bench.session.page
        if page is not None:
            self.said.emit(tr("Laid out as “{layout}”.", layout=page.layout.name(self._language)))

    # Saving

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the edition's file; ask for one if it has none."""
        if self._bench.session.path is None:
            self.choose_to_save(then)
        else:
            self.save_to(self._bench.session.path, then)

    def choose_to_save(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a file and save to it."""
        session = self._bench.session
        suggested = session.path or self._folder() / f"{session.edition.name or tr('Page')}{PACKAGE}"
        self._choose_target(suggested, then)

    def choose_copy(self, then: Callable[[], object] | None = None) -> None:
        """Ask for another file than the edition's own, which somebody else has or changed, and save to it."""
        path = self._bench.session.path
        if path is None:
            self.choose_to_save(then)
        else:
            self._choose_target(path.with_stem(tr("{name} (copy)", name=path.stem)), then)

    def _choose_target(self, suggested: Path, then: Callable[[], object] | None) -> None:
        choose_target(self._window, tr("Save as"), EDITIONS, suggested, lambda path: self.save_to(path, then))

    def save_to(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Save to a file if nobody else has or changed it, then go on if that succeeded."""
        self.guard.before_saving(path, lambda claim: self._save(claim, then), then)

    def _save(self, claim: Claim, then: Callable[[], object] | None) -> None:
        path = claim.path

        def save() -> bool:
            self._bench.session.save(path)
            return True

        if not self._attempt(save):
            self.guard.back(claim)
            return
        self.guard.written(claim)
        self._remember([path])
        self.said.emit(tr("Saved: {name}", name=path.name))
        if then is not None:
            then()

    # Closing

    def close_edition(self) -> None:
        """Leave the empty state behind, once what is open is safe."""
        self.when_safe(self._bench.session.close)

    def ask_to_quit(self) -> None:
        """Ask what is to happen to unsaved work, and grant the end unless the person stays."""
        self.when_safe(self.quit_granted.emit)

    def when_safe(self, go: Callable[[], object]) -> None:
        """Go on at once if nothing is unsaved; else ask: save, discard or cancel."""
        session = self._bench.session
        if not session.modified:
            go()
            return
        answers = (
            Answer("discard", tr("Don’t save")),
            Answer("cancel", tr("Cancel")),
            Answer("save", tr("Save"), primary=True),
        )
        name = session.path.name if session.path else session.edition.name
        question = Notice(self._window, tr("“{name}” has unsaved changes.", name=name), tr("Save them first?"), answers)
        ways: dict[str, Callable[[], object]] = {"save": lambda: self.save(go), "discard": go}
        question.answered.connect(lambda answer: ways[answer]() if answer in ways else None)
        question.open()

    # Inside

    def _choose(self, title: str, kind: str, done: Callable[[Sequence[Path]], None]) -> None:
        choose_files(self._window, title, kind, str(self._folder()), done, several=True)

    def _attempt(self, work: Callable[[], T]) -> T | None:
        """Do something that may fail; None where it did."""
        try:
            return work()
        except BanxinError as problem:
            self.failed.emit(problem)
            return None

    def _folder(self) -> Path:
        last = self._bench.preferences.now.last_folder
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def _remember(self, paths: Sequence[Path]) -> None:
        settings = self._bench.preferences.now
        for path in reversed(paths):
            settings = remembering(settings, path)
        self._bench.preferences.keep(settings)

    def _forget(self, paths: Sequence[Path]) -> None:
        settings = self._bench.preferences.now
        for path in paths:
            if not path.exists():
                settings = forgetting(settings, path)
        self._bench.preferences.keep(settings)
