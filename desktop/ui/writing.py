"""Writing on the page: choosing the text tool, and what its menu entries do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.typing import Spot
from desktop.session import Session
from desktop.session.writing import Writer
from desktop.ui.actions import Actions, Handler
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.texttool import TextActs, TextTool

Preview = Callable[[ComposedPage | None], None]


class WritingWork(QObject):
    """What the text tool's actions do.

    Signals:
        failed: a ``BanxinError`` to be shown.
        moved: the caret moved, or writing began or ended.

    Args:
        session: the open edition.
        faces: knows how broad glyphs are.
        canvas: the page.
        table: the actions of the tools are marked as chosen.
        preview: shows the page as it would be.
        window: the parent.
    """

    failed = Signal(object)
    moved = Signal()

    def __init__(
        self,
        session: Session,
        faces: FaceLibrary,
        canvas: PageCanvas,
        table: Actions,
        preview: Preview,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._canvas, self._table = session, canvas, table
        self.writer = Writer(session, lambda face, glyph: faces.open(face).advance(glyph))
        self._tool = TextTool(canvas, self.writer, TextActs(preview, self.failed.emit, self.leave, self._moved))
        canvas.installEventFilter(self._tool)
        self._active = False
        self._mark()

    @property
    def active(self) -> bool:
        """Whether the text tool is chosen."""
        return self._active

    @property
    def writing(self) -> bool:
        """Whether there is a caret."""
        return self._active and self.writer.spot is not None

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "tool.select": self.leave,
            "tool.text": self.begin,
            "edit.cut": lambda: self._clip(self._tried(self.writer.cut)),
            "edit.copy": lambda: self._clip(self.writer.selected_text()),
            "edit.paste": lambda: self._tried(lambda: self.writer.paste(QGuiApplication.clipboard().text())),
            "edit.select_all": lambda: self._tried(self.writer.select_all),
        }

    def conditions(self, others: Mapping[str, bool]) -> dict[str, bool]:
        """Return which of the table's conditions hold, given those that do not ask for the caret."""
        marked = self.writer.selection is not None
        selected = others.get("chosen_or_framed", False) or marked
        return {**others, "writing": self.writing, "marked": marked, "chosen_or_framed": selected}

    def marked_boxes(self) -> tuple[Rect, ...]:
        """Return where the selected characters stand on the page that is shown."""
        return self.writer.selection_boxes() if self._session.page is not None else ()

    def begin(self) -> None:
        """Choose the text tool; the caret goes to the beginning of the selected element, if there is one."""
        if self._session.page is None:
            self._mark()
            return
        element = next(iter(self._session.selection.elements), None)
        shown = {line.element for line in self.writer.carets().lines}
        if element in shown and self.writer.spot is None:
            self.writer.place(Spot(element, 0))
        self._choose()

    def begin_at(self, at: QPoint) -> None:
        """Choose the text tool and put the caret at a position of the canvas, selecting the word there."""
        spot = self.writer.carets().spot_at(*self._canvas.page_at(at))
        if spot is not None:
            self.writer.select_word(spot)
            self._choose()

    def show_range(self, start: Spot, end: Spot) -> None:
        """Choose the text tool with a range selected, on the page where it stands; the keyboard stays where it is."""
        for page in self._session.edition.pages:
            if page.flows_of_element(start.element):
                self._session.show_page(page.id)
                break
        self._active = True
        self._canvas.set_tool(self._tool)
        self.writer.select(start, end)
        self._tool.show()
        self._tool.reveal()
        self._mark()

    def leave(self) -> None:
        """Choose the select tool: the caret goes, what is written stays."""
        if self._active:
            self._active = False
            self._tool.stop()
            self.writer.place(None)
            self._canvas.set_tool(None)
        self._mark()
        self.moved.emit()

    def edition_changed(self) -> None:
        """Show the caret where it is in the edition as it is now; without a page there is none."""
        if self._active and self._session.page is None:
            self.leave()
        elif self._active:
            self._tool.show()

    def _choose(self) -> None:
        self._active = True
        self._canvas.set_tool(self._tool)
        self._canvas.setFocus()
        self._tool.show()
        self._mark()

    def _moved(self) -> None:
        """Let the panels tell of the element in which the caret stands."""
        spot = self.writer.spot
        if spot is not None and self._session.selection.elements != (spot.element,):
            self._session.select((spot.element,))
        self.moved.emit()

    def _mark(self) -> None:
        self._table["tool.text"].setChecked(self._active)
        self._table["tool.select"].setChecked(not self._active)

    def _tried(self, work: Callable[[], str | None]) -> str:
        """Do something to the text; say why where it cannot be done."""
        found: str | None = None
        try:
            found = work()
        except BanxinError as problem:
            self.failed.emit(problem)
        self._tool.show()
        return found or ""

    @staticmethod
    def _clip(text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
