"""The story editor and the session: the same text, changed in either place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.model.settext import StoryTexts, set_pieces
from desktop.model.typing import Spot
from desktop.session import Session
from desktop.session.commands import AcceptChange, ReplaceText
from desktop.session.storytext import Splice, story_rows
from desktop.ui.actions import Actions, Handler
from desktop.ui.dialogs.differences import DifferencesDialog, desk_changes
from desktop.ui.panels.storyeditor import StoryEditor
from desktop.ui.placing import Perform
from desktop.ui.theme import Theme
from desktop.ui.writing import WritingWork


class StoryWork(QObject):
    """What the story editor does.

    Signals:
        failed: a ``BanxinError`` to be shown.

    Args:
        session: the open edition.
        editor: shows one of its stories.
        writing: knows where text stands on the page.
        table: its action is marked while the editor is shown.
        perform: does commands.
        window: the parent.
    """

    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        editor: StoryEditor,
        writing: WritingWork,
        table: Actions,
        perform: Perform,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._editor, self._writing, self._table = session, editor, writing, table
        self._perform, self._window = perform, window
        self._texts: dict[str, StoryTexts] = {}
        self._story = ""
        self._burst = 0
        editor.column.spliced.connect(self._splice)
        editor.column.moved.connect(self._moved)
        editor.story_chosen.connect(self._choose)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"view.story": self._toggle, "text.differences": self._show_differences}

    def set_theme(self, theme: Theme) -> None:
        """Draw the editor in the colours of a theme."""
        self._editor.column.set_theme(theme)

    def refresh(self) -> None:
        """Show the story as it is now, the one of the selection if it is another."""
        if self._editor.isHidden():
            return
        stories = self._session.edition.stories
        selected = self._session.selection.elements
        wanted = next((s.id for s in stories if selected and any(e.id == selected[0] for e in s.elements)), self._story)
        story = next((s for s in stories if s.id == wanted), stories[0] if stories else None)
        self._editor.set_stories([(s.id, s.title) for s in stories], story.id if story else "")
        self._editor.column.setReadOnly(story is None)
        if story is None:
            self._editor.column.set_rows(())
            return
        if story.id != self._story:
            self._end_burst()
        self._story = story.id
        texts = self._texts.setdefault(story.id, StoryTexts()).of(story)
        placed = {e for page in self._session.edition.pages for flow in page.flows for e in flow.elements}
        carets = self._writing.writer.carets() if self._session.page is not None else None
        self._editor.column.set_rows(story_rows(story, texts, carets, frozenset(placed)))

    def show_selection(self) -> None:
        """Show the paragraph that was selected elsewhere."""
        if self._editor.isHidden() or self._editor.column.hasFocus():
            return
        self.refresh()
        spot = self._writing.writer.spot if self._writing.active else None
        elements = self._session.selection.elements
        if spot is not None:
            self._editor.column.go_to(spot)
        elif elements:
            self._editor.column.go_to(Spot(elements[0], 0))

    def show_overset(self, frame: str) -> None:
        """Show where the text of a frame finds no room any more, in the story editor."""
        page = self._session.page
        flow = page.flow_of_frame(frame) if page is not None else None
        over = self._session.composed().overset
        element = next((element for element in flow.elements if element in over), None) if flow else None
        if element is None:
            self._session.select(frames=(frame,))
            return
        self._session.select((element,))
        if self._editor.isHidden():
            self._table["view.story"].setChecked(True)
            self._editor.show()
        self.refresh()
        row = next((row for row in self._editor.column.rows if row.element == element), None)
        self._editor.column.setFocus()
        self._editor.column.go_to(Spot(element, (row.shown or 0) if row else 0))

    def _show_differences(self) -> None:
        dialog = DifferencesDialog(self._window)
        dialog.judged.connect(lambda change, holds: self._perform(AcceptChange((change,), holds)))
        dialog.shown.connect(self._show_change)
        dialog.set_lines(desk_changes(self._session.edition))
        leave = self._session.subscribe(lambda _: dialog.set_lines(desk_changes(self._session.edition)))
        dialog.finished.connect(lambda _: leave())
        dialog.open()

    def _show_change(self, change: str) -> None:
        """Select the characters that a change put in, or the place where it took some out."""
        for story in self._session.edition.stories:
            for element in story.elements:
                offset = 0
                for piece in set_pieces(story, element):
                    if piece.change is not None and piece.change.id == change:
                        end = Spot(element.id, offset + len(piece.text), early=True)
                        self._writing.show_range(Spot(element.id, offset), end)
                        return
                    offset += len(piece.text)

    def _toggle(self) -> None:
        shown = self._table["view.story"].isChecked()
        self._editor.setVisible(shown)
        if shown:
            self.refresh()
            self.show_selection()
            self._editor.column.setFocus()

    def _choose(self, story: str) -> None:
        self._story = story
        elements = self._session.edition.story(story).elements
        self._session.select((elements[0].id,) if elements else ())
        self.refresh()

    def _splice(self, splice: Splice) -> None:
        command = ReplaceText(splice.start, splice.end, splice.text, burst=-self._burst - 1)
        try:
            self._session.do(command, dragging=True)
        except BanxinError as problem:
            self.failed.emit(problem)
        self.refresh()

    def _moved(self, spot: Spot) -> None:
        """The caret went elsewhere: what is typed there is another step, and the panels tell of that paragraph."""
        if self._session.selection.elements != (spot.element,):
            self._end_burst()
            self._session.select((spot.element,))

    def _end_burst(self) -> None:
        self._burst += 1
        self._session.settle()
