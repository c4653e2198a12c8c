"""The main window: the parts joined. A gesture becomes a command, an event of the session refreshes what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from desktop.errors import BanxinError
from desktop.preflight import Finding
from desktop.session import AutosaveDone, AutosaveFailed, Cause, EditionChanged, FileChanged
from desktop.session.commands import Command
from desktop.session.ownlayouts import LayoutShelf
from desktop.settings import Theme as ThemeChoice
from desktop.ui.actions import PALETTE, Actions, Handler
from desktop.ui.besides import BesidesWork
from desktop.ui.bridge import SessionSignals
from desktop.ui.copyfitting import CopyfitWork
from desktop.ui.cropping import CropWork
from desktop.ui.dialogs.notice import Notice
from desktop.ui.dialogs.palette import CommandPalette
from desktop.ui.dialogs.shortcuts import ShortcutSheet
from desktop.ui.docking import DockWork
from desktop.ui.drag import ElementDrag
from desktop.ui.editing import EditingWork
from desktop.ui.emphasising import EmphasisWork
from desktop.ui.exporting import ExportWork
from desktop.ui.files import FileWork
from desktop.ui.finding import FindingWork
from desktop.ui.flipping import AlternativesWork
from desktop.ui.frame import WindowFrame
from desktop.ui.framedrag import PictureDrag
from desktop.ui.framing import FramingWork
from desktop.ui.freestanding import FreeFrameWork
from desktop.ui.gestures import Gestures
from desktop.ui.hints import hint_now
from desktop.ui.incoming import FileDrop
from desktop.ui.language import render, tr
from desktop.ui.laying import LayoutWork
from desktop.ui.leading import LeadingWork
from desktop.ui.menus import Fill, Menus
from desktop.ui.ownlayouts import OwnLayoutWork
from desktop.ui.paging import PagingWork, recomposed_words
from desktop.ui.panelling import PanelWork
from desktop.ui.placing import PlacingWork
from desktop.ui.pointing import PointWork
from desktop.ui.printing import PrintWork
from desktop.ui.recovering import RecoveryOffer
from desktop.ui.refresh import Refresh, conditions
from desktop.ui.sheets import SheetWork
from desktop.ui.storywork import StoryWork
from desktop.ui.submenus import Submenus
from desktop.ui.theme import Icons, Theme, apply_theme, theme_named
from desktop.ui.threads import ThreadingWork
from desktop.ui.versions import VersionWork
from desktop.ui.viewing import ViewingWork
from desktop.ui.wiring import wire_panels, wire_work
from desktop.ui.workbench import Workbench
from desktop.ui.writing import WritingWork


class Work(Protocol):
    """A part of the window that does what some actions say."""

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""


class MainWindow(QMainWindow):
    """Banxin's window.

    Args:
        bench: the open edition and all that is needed to work on it.
        language: ``"zh"`` or ``"en"``: of slot and layout names.
        theme: the colours for this run; None: as the settings say.
    """

    def __init__(self, bench: Workbench, language: str, theme: ThemeChoice | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.bench, self.language = bench, language
        self._theme_choice = theme or bench.preferences.now.theme
        self._leaving = False
        shelf = LayoutShelf(bench.preferences.folder / "layouts")
        self.table = Actions(Icons(theme_named(self._theme_choice)), self)
        self.addActions(self.table.all())
        self.frame = WindowFrame(self.table, shelf.layouts(), language, self)
        self.setCentralWidget(self.frame)
        self.signals = SessionSignals(bench.session, self)
        self.files = FileWork(bench, self, language)
        self.export = ExportWork(bench, self, language)
        self.placing = PlacingWork(bench.session, self.perform, language, self)
        self.laying = LayoutWork(bench, self.perform, shelf, language, self._theme_now, self)
        self.alternatives = AlternativesWork(bench, self.perform, shelf, self._theme_now, self)
        self.own_layouts = OwnLayoutWork(bench, shelf, self.perform, language, self)
        self.editing = EditingWork(bench.session, self.perform, self)
        self.threads = ThreadingWork(bench.session, self.perform, language)
        self.refresh = Refresh(bench, self.frame, language)
        self.picture_drag = PictureDrag(self.frame.canvas, self.refresh.preview, self)
        self.free = FreeFrameWork(bench.session, self.perform, self.perform_on, self.picture_drag, self.fail)
        self.copyfit = CopyfitWork(bench.session, self.perform, self.frame.inspector, self.refresh.preview, self)
        self.pointing = PointWork(self.frame.canvas, bench.session, self.refresh.now, language, self)
        self.paging = PagingWork(bench.session)
        self.viewing = ViewingWork(self.frame.canvas, self.table, bench.preferences, self)
        self.recovery = RecoveryOffer(bench, self.files, self)
        self.versions = VersionWork(bench, self.files, self)
        self.docks = DockWork(self.frame, bench.preferences, self)
        self.panels = PanelWork(self.frame, self.table, bench.preferences, self)
        surfaces = (self.frame.canvas, self.frame.outline, self.frame.sheets.list)
        self.drag = ElementDrag(self, *surfaces, self.placing.preview, self.placing.candidates)
        self.drop = FileDrop(self, self.frame.canvas, bench.session)
        self.submenus = Submenus(
            bench,
            self.table,
            self.files,
            self.placing,
            self.laying,
            self.editing,
            self.threads,
            self.free,
            shelf.layouts,
            language,
        )
        self.sheets = SheetWork(bench.session, bench.faces, self.frame.sheets, self.perform, language, self)
        self.writing = WritingWork(
            bench.session, bench.faces, self.frame.canvas, self.table, self.refresh.preview, self
        )
        self.emphasis = EmphasisWork(bench.session, self.writing, self.perform)
        self.story = StoryWork(bench.session, self.frame.story, self.writing, self.table, self.perform, self)
        self.finding = FindingWork(bench.session, self.frame.find_bar, self.writing, self.perform, self)
        self.framing = FramingWork(bench.session, self.frame.canvas, self.table, self.perform, self)
        self.leading = LeadingWork(bench.session, self.frame.canvas, self.perform, language, self)
        self.cropping = CropWork(bench.session, self.frame.canvas, self.perform_on, self)
        self.menus = Menus(self.table, {**self.submenus.fills(), **self.fills()})
        self.sheets.offer_menu(self.menus)
        self.menus.fill_bar(self.menuBar())
        self.gestures = Gestures(
            bench.session,
            self.frame,
            self.drag,
            self.placing,
            self.menus,
            self.refresh,
            self.writing,
            self.cropping,
            self,
        )
        self.printing = PrintWork(bench, language, self)
        self.besides = BesidesWork(bench, self.frame, self.table)
        self._wire()
        self.set_theme(self._theme_choice)
        self.panels.restore()
        self._show_edition()
        self.frame.outline.setFocus()

    # Doing

    def perform(self, command: Command) -> bool:
        """Do a command; say why where it cannot be done. Tells whether it changed anything."""
        return self._perform(command, dragging=False)

    def perform_on(self, command: Command) -> bool:
        """Do a command that may become one step with the one before, as a hand goes on turning or pushing."""
        return self._perform(command, dragging=True)

    def _perform(self, command: Command, *, dragging: bool) -> bool:
        try:
            return self.bench.session.do(command, dragging=dragging)
        except BanxinError as problem:
            self.fail(problem)
            return False

    def fail(self, problem: BanxinError) -> None:
        """Say what happened, and that nothing else did."""
        kept = tr("The open edition is as it was.") if self.bench.session.page is not None else ""
        Notice(self, render(problem.message), kept).open()

    def show_finding(self, finding: Finding) -> None:
        """Select what a finding is about."""
        if finding.page is not None:
            self.bench.session.show_page(finding.page)
        elements = (finding.element,) if finding.element else ()
        frames = (finding.frame,) if finding.frame and not elements else ()
        self.bench.session.select(elements, frames)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Draw everything in other colours."""
        self._theme_choice = choice
        theme = theme_named(choice)
        icons = Icons(theme)
        apply_theme(theme, self.bench.preferences.folder / "theme")
        self.table.set_icons(icons)
        self.frame.set_theme(theme, icons)
        self.refresh.set_theme(theme)
        self.story.set_theme(theme)
        self.viewing.show_theme(choice)
        self.setWindowIcon(icons.icon("newspaper", "accent"))

    def _theme_now(self) -> Theme:
        return theme_named(self._theme_choice)

    # Wiring

    def _wire(self) -> None:
        self._wire_session()
        wire_panels(self)
        wire_work(self)
        for part in self.works():
            self.table.handle(part.handlers())
        self.table.handle(self.handlers())

    def works(self) -> tuple[Work, ...]:
        """Return the parts that do what actions say, each a subject of its own."""
        return (
            self.files,
            self.export,
            self.placing,
            self.laying,
            self.own_layouts,
            self.alternatives,
            self.editing,
            self.free,
            self.paging,
            self.viewing,
            self.writing,
            self.emphasis,
            self.versions,
            self.panels,
            self.finding,
            self.story,
            self.cropping,
            self.framing,
            self.sheets,
            self.printing,
            self.besides,
        )

    def fills(self) -> dict[str, Fill]:
        """Return what fills the submenus that the parts themselves know."""
        return {"menu.topage": self.sheets.fill_targets, "menu.face": self.emphasis.fill, **self.docks.fills()}

    def handlers(self) -> dict[str, Handler]:
        """Return what the actions of the window itself do."""
        session = self.bench.session
        return {
            "file.quit": self.close,
            "page.cut_thread": self.threads.cut,
            **self.copyfit.handlers(),
            "edit.undo": session.undo,
            "edit.redo": session.redo,
            PALETTE: lambda: CommandPalette(self, self.table, self._theme_now()).open(),
            "help.shortcuts": lambda: ShortcutSheet(self, self.table).open(),
            "help.about": self._tell_about,
        }

    def _wire_session(self) -> None:
        signals = self.signals
        signals.edition_changed.connect(self._edition_changed)
        signals.page_changed.connect(lambda _: self._page_changed())
        signals.selection_changed.connect(lambda _: self._show_selection())
        signals.file_changed.connect(self._file_changed)
        signals.autosaved.connect(self._autosaved)
        signals.autosave_failed.connect(self._autosave_failed)

    # What is told

    def _page_changed(self) -> None:
        self.copyfit.leave()
        self._show_edition()

    def _edition_changed(self, event: EditionChanged) -> None:
        self.copyfit.leave()
        self._show_edition()
        self.laying.edition_changed()
        self.frame.status.say("")  # what was said of the step before does not fit this one
        if event.cause is Cause.OPENED:
            self.frame.canvas.fit_page()
            self._tell_recomposed()

    def _tell_recomposed(self) -> None:
        """Say so if pages came out otherwise than when they were saved."""
        try:
            self.frame.note.tell(recomposed_words(self.bench.session))
        except BanxinError as problem:
            self.fail(problem)

    def _file_changed(self, event: FileChanged) -> None:
        self.setWindowModified(event.modified)
        if not event.modified:
            self.frame.status.show_kept(None)
        self.show_title()
        self.enable()

    def _autosaved(self, event: AutosaveDone) -> None:
        self.frame.status.show_kept(event.at)

    def _autosave_failed(self, event: AutosaveFailed) -> None:
        self.frame.status.say(render(event.reason))

    def system_changed(self) -> None:
        """Take the system's colours where they are chosen."""
        if self._theme_choice is ThemeChoice.SYSTEM:
            self.set_theme(self._theme_choice)

    def theme_chosen(self, choice: ThemeChoice) -> None:
        """Remember the chosen colours and draw in them."""
        self.bench.preferences.change(theme=choice)
        self.set_theme(choice)

    def pages_dropped(self, paths: list[Path]) -> None:
        """Open what was dropped, or add it to what is open."""
        self.files.add_or_open(paths)

    # What is shown

    def _show_edition(self) -> None:
        try:
            self.refresh.edition()
        except BanxinError as problem:
            self.fail(problem)
        self.writing.edition_changed()
        self.finding.edition_changed()
        self.story.refresh()
        self.sheets.refresh()
        self.besides.refresh()
        self.show_title()
        self._show_selection()

    def _show_selection(self) -> None:
        self.refresh.selection()
        self.story.show_selection()
        self.cropping.selection_changed()
        self.enable()

    def show_title(self) -> None:
        """Show the file's name and whether it can be written."""
        session = self.bench.session
        name = session.path.name if session.path else session.edition.name
        reading = f" {tr('(read only)')}" if self.bench.custody.read_only else ""
        self.setWindowTitle(f"{name}[*]{reading} – {tr('Banxin')}" if session.page else tr("Banxin"))

    def enable(self) -> None:
        """Enable the actions that can be done now."""
        session = self.bench.session
        self.table.enable(self.writing.conditions(conditions(session, self.placing)))
        self.frame.status.explain(hint_now(self))
        for action_id, text, step in (
            ("edit.undo", tr("Undo"), session.history.undo_name),
            ("edit.redo", tr("Redo"), session.history.redo_name),
        ):
            self.table[action_id].setText(f"{text} {render(step)}" if step else text)

    # Coming and going

    def sizeHint(self) -> QSize:
        """Return the size of a first start."""
        return QSize(1440, 900)

    def changeEvent(self, event: QEvent) -> None:
        """Keep unsaved work when somebody turns to another program; look at the file when they come back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.files.guard.look()
            else:
                self.bench.autosave.hurry()
        elif event.type() is QEvent.Type.WindowStateChange:
            self.panels.follow_screen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is unsaved; ask otherwise."""
        if not self._leaving and self.bench.session.modified:
            event.ignore()
            self.files.ask_to_quit()
            return
        self.drag.cancel()
        self.picture_drag.cancel()
        self.export.cancel()
        self.printing.cancel()
        self.signals.close()
        self.files.guard.close()
        self.panels.keep()
        event.accept()

    def leave(self) -> None:
        """Close without a question."""
        self._leaving = True
        self.close()

    def _tell_about(self) -> None:
        from desktop import __version__

        about = tr("From an article to a proofed, press-ready newspaper page.")
        Notice(self, tr("Banxin {version}", version=__version__), about).open()
