"""The open edition: what the window shows and every gesture changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from desktop.compose import ComposedPage, Composer
from desktop.display import PageDisplay
from desktop.errors import Message, UsageError, message
from desktop.fonts import FaceLibrary
from desktop.formats.package import save_edition
from desktop.model.edition import Edition, Page
from desktop.model.layout import Layout
from desktop.opening import (
    Opened,
    empty_edition,
    fonts_used,
    new_edition,
    open_path,
    read_articles,
    same_display,
)
from desktop.session.commands import AddArticle, Command
from desktop.session.compositions import Compositions
from desktop.session.events import (
    Cause,
    EditionChanged,
    Event,
    FileChanged,
    Listener,
    Listeners,
    PageChanged,
    Selection,
    SelectionChanged,
)
from desktop.session.history import History


class Session:
    """One open edition with its history, selection and composed pages.

    Everything but ``composed`` belongs to one thread. Whoever wants to know of changes subscribes; events come after
    the change, on the thread that made it.

    Args:
        composer: composes the pages; used by this session alone.
        faces: the faces that the composer sets with, to name them in saved packages.
    """

    def __init__(self, composer: Composer, faces: FaceLibrary) -> None:
        self.compositions = Compositions(composer)
        self._faces = faces
        self._listeners = Listeners()
        self._history = History(empty_edition())
        self._page = ""
        self._selection = Selection()
        self._path: Path | None = None
        self._as_opened = Opened(self._history.edition)
        self._told: tuple[Path | None, bool] = (None, False)

    # What is open

    @property
    def edition(self) -> Edition:
        """The edition as it is now."""
        return self._history.edition

    @property
    def history(self) -> History:
        """The steps done and undone; for reading."""
        return self._history

    @property
    def path(self) -> Path | None:
        """The package that the edition is saved to, None while it has none."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether something is not on disk."""
        return self._history.modified

    @property
    def page(self) -> Page | None:
        """The current page; None while the edition has no pages."""
        pages = self.edition.pages
        return next((page for page in pages if page.id == self._page), pages[0] if pages else None)

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every event from now on; calling what is returned ends it."""
        return self._listeners.subscribe(listener)

    def tell(self, event: Event) -> None:
        """Tell the listeners of something that happened beside the edition, such as an autosave."""
        self._listeners.tell(event)

    def show_page(self, page_id: str) -> None:
        """Make a page the current one; frames of another are no longer selected."""
        before = self.page
        self._page = self.edition.page(page_id).id
        if before is None or before.id != page_id:
            old = self._selection
            self._selection = Selection(old.elements)  # whoever is told of the page asks what is selected on it
            self._listeners.tell(PageChanged(page_id))
            if self._selection != old:
                self._listeners.tell(SelectionChanged(old, self._selection))

    def select(self, elements: Iterable[str] = (), frames: Iterable[str] = ()) -> None:
        """Select elements and frames of the current page; ids that do not exist are passed over."""
        fresh = self._existing(Selection(tuple(dict.fromkeys(elements)), tuple(dict.fromkeys(frames))))
        old, self._selection = self._selection, fresh
        if fresh != old:
            self._listeners.tell(SelectionChanged(old, fresh))

    def composed(self, page_id: str | None = None) -> ComposedPage:
        """Return a page composed, the current one if none is named; kept until what it is made of changes.

        Raises:
            UsageError: The edition has no pages.
            FontError: A face of the house style cannot be opened.
        """
        page = self.page if page_id is None else self.edition.page(page_id)
        if page is None:
            raise UsageError("The edition has no page yet.")
        return self.compositions.composed(self.edition, page.id)

    def composed_pages(self) -> tuple[ComposedPage, ...]:
        """Return every page composed, in order."""
        edition = self.edition
        return tuple(self.compositions.composed(edition, page.id) for page in edition.pages)

    def displays(self) -> tuple[PageDisplay, ...]:
        """Return what every page shows, in order."""
        return tuple(page.display for page in self.composed_pages())

    def recomposed_pages(self) -> tuple[str, ...]:
        """Return the pages that came out otherwise than when they were saved: other fonts, newer rules.

        To be asked right after opening, before anything is changed; composes the pages. That a picture was lost is told
        by its finding.
        """
        if not self._as_opened.displays:
            return ()
        lost = {media.id for media in self.edition.media if media.lost}
        pairs = zip(self.edition.pages, self._as_opened.displays, self.displays(), strict=False)
        return tuple(
            page.id
            for page, saved, now in pairs
            if not same_display(saved, now, {frame.id for frame in page.frames if frame.media in lost})
        )

    def changed_fonts(self) -> tuple[str, ...]:
        """Return the families that the package was saved with and that are others now, or not there."""
        now = {digest for _, _, digest in fonts_used(self.displays(), self._faces)}
        return tuple(dict.fromkeys(family for _, family, digest in self._as_opened.fonts if digest not in now))

    # Changing it

    def do(self, command: Command, *, dragging: bool = False) -> bool:
        """Do a command; tells whether it changed anything.

        Args:
            command: what to do.
            dragging: it may become one step with the command before it, until ``settle`` is called.

        Raises:
            BanxinError: The command cannot be done; the edition is as it was.
        """
        old = self.edition
        changed = self._history.record(command.name, command.apply(old), command.merge if dragging else None)
        if changed:
            self._changed(old, command.name, Cause.COMMAND)
        return changed

    def settle(self) -> None:
        """End a drag: the next command is a step of its own."""
        self._history.seal()

    def undo(self) -> Message | None:
        """Take the last step back and return its name; None when there is none."""
        old, step = self.edition, self._history.undo()
        if step is not None:
            self._changed(old, step.name, Cause.UNDO)
        return step.name if step else None

    def redo(self) -> Message | None:
        """Do the last step taken back again and return its name; None when there is none."""
        old, step = self.edition, self._history.redo()
        if step is not None:
            self._changed(old, step.name, Cause.REDO)
        return step.name if step else None

    def go_to(self, count: int) -> None:
        """Undo or redo until so many steps are done."""
        while len(self.history.done) > count and self.undo() is not None:
            pass
        while len(self.history.done) < count and self.redo() is not None:
            pass

    # Files

    def new(self, paths: Sequence[Path], layout: Layout | None = None, *, date: str = "") -> tuple[Message, ...]:
        """Open articles as a new edition; returns what should be said. Errors leave the open edition as it was."""
        return self.take(new_edition(paths, layout, date=date))

    def open(self, path: Path) -> tuple[Message, ...]:
        """Open a package or an article; returns what should be said. Errors leave the open edition as it was."""
        return self.take(open_path(path))

    def add_articles(self, paths: Sequence[Path]) -> bool:
        """Read articles into the open edition, unplaced.

        Raises:
            ArticleError: A file cannot be read; nothing was added.
        """
        return self.do(AddArticle(*read_articles(self.edition, paths)))

    def take(self, opened: Opened, *, modified: bool = False) -> tuple[Message, ...]:
        """Make an edition read elsewhere (by a worker, from a recovery copy) the open one; returns its notes."""
        old = self.edition
        self._history = History(opened.edition, saved=not modified)
        self._path, self._page = opened.path, ""
        self._as_opened = opened
        self._changed(old, message("Open"), Cause.OPENED)
        return opened.notes

    def exchange(self, edition: Edition, name: Message, *, saved: bool = False) -> bool:
        """Put another edition in the place of the open one, as one step; tells whether it is another.

        Args:
            edition: in the place of the open one.
            name: what the step is called.
            saved: it is the one in the file.
        """
        old = self.edition
        changed = self._history.record(name, edition)
        if saved:
            self._history.mark_saved(self.edition)
        if changed:
            self._changed(old, name, Cause.COMMAND)
        self._tell_file()
        return changed

    def close(self) -> None:
        """Leave an empty edition behind."""
        self.take(Opened(empty_edition()))

    def save(self, path: Path | None = None) -> None:
        """Save to a package, the edition's own if none is named.

        Raises:
            UsageError: The edition has no file yet and none is named.
            TargetError: The file cannot be written; the edition and the file on disk are as they were.
        """
        target = path or self._path
        if target is None:
            raise UsageError("The edition has no file yet; name one.")
        displays = self.displays()
        save_edition(target, self.edition, displays, fonts_used(displays, self._faces))
        self.saved(target, self.edition)

    def saved(self, path: Path, edition: Edition) -> None:
        """Remember that an edition (of this session, perhaps no longer the newest) is in a file."""
        self._path = path
        self._history.mark_saved(edition)
        self._tell_file()

    def unsaved(self) -> None:
        """Remember that what is open is in no file any more: another program changed or removed it."""
        self._history.mark_unsaved()
        self._tell_file()

    # Inside

    def _changed(self, old: Edition, name: Message, cause: Cause) -> None:
        """Tell of another edition; what is selected exists in it before anybody looks."""
        selected = self._selection
        self._selection = Selection() if cause is Cause.OPENED else self._existing(selected)
        self._listeners.tell(EditionChanged(old, self.edition, name, cause))
        if self._selection != selected:
            self._listeners.tell(SelectionChanged(selected, self._selection))
        self._tell_file()

    def _tell_file(self) -> None:
        now = (self._path, self.modified)
        if now != self._told:
            self._told = now
            self._listeners.tell(FileChanged(*now))

    def _existing(self, selection: Selection) -> Selection:
        elements = {element.id for story in self.edition.stories for element in story.elements}
        frames = {frame.id for frame in self.page.frames} if self.page else set()
        return replace(
            selection,
            elements=tuple(element for element in selection.elements if element in elements),
            frames=tuple(frame for frame in selection.frames if frame in frames),
        )
