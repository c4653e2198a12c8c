"""The text tool: a caret in the page's text, moved and written with by mouse, keys and input method."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.geometry import Rect
from desktop.model.typing import Spot
from desktop.session.writing import Move, Writer
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.scale import View
from desktop.ui.canvas.strokes import on_paper

Keys = QKeySequence.StandardKey

_MOVES: tuple[tuple[Keys, Move, bool], ...] = (
    (Keys.MoveToPreviousChar, Move.LEFT, False),
    (Keys.MoveToNextChar, Move.RIGHT, False),
    (Keys.MoveToPreviousWord, Move.WORD_LEFT, False),
    (Keys.MoveToNextWord, Move.WORD_RIGHT, False),
    (Keys.MoveToPreviousLine, Move.UP, False),
    (Keys.MoveToNextLine, Move.DOWN, False),
    (Keys.MoveToStartOfLine, Move.LINE_START, False),
    (Keys.MoveToEndOfLine, Move.LINE_END, False),
    (Keys.MoveToStartOfDocument, Move.TEXT_START, False),
    (Keys.MoveToEndOfDocument, Move.TEXT_END, False),
    (Keys.SelectPreviousChar, Move.LEFT, True),
    (Keys.SelectNextChar, Move.RIGHT, True),
    (Keys.SelectPreviousWord, Move.WORD_LEFT, True),
    (Keys.SelectNextWord, Move.WORD_RIGHT, True),
    (Keys.SelectPreviousLine, Move.UP, True),
    (Keys.SelectNextLine, Move.DOWN, True),
    (Keys.SelectStartOfLine, Move.LINE_START, True),
    (Keys.SelectEndOfLine, Move.LINE_END, True),
    (Keys.SelectStartOfDocument, Move.TEXT_START, True),
    (Keys.SelectEndOfDocument, Move.TEXT_END, True),
)

_DELETIONS: tuple[tuple[Keys, bool, bool], ...] = (
    (Keys.Delete, False, False),
    (Keys.DeleteStartOfWord, True, True),
    (Keys.DeleteEndOfWord, False, True),
)
"""Keys that delete: whether backwards, and whether a word. Backspace alone is no standard key everywhere."""

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.AltModifier
_CARET = 1.5
"""Logical pixels of the caret's breadth."""


class TextActs(Struct, frozen=True):
    """What the tool asks of the window: to show a page as it would be, to say what went wrong, to end writing."""

    preview: Callable[[ComposedPage | None], None]
    fail: Callable[[BanxinError], None]
    leave: Callable[[], None]
    moved: Callable[[], None]


class TextTool(QObject):
    """The tool.

    Args:
        surface: the canvas.
        writer: the caret in the open edition.
        acts: the window.
    """

    cursor: Qt.CursorShape | None = Qt.CursorShape.IBeamCursor

    def __init__(self, surface: PageCanvas, writer: Writer, acts: TextActs) -> None:
        super().__init__(surface)
        self.writer, self._surface, self._acts = writer, surface, acts
        self._pressed: QPointF | None = None
        self._carrying = False
        self._aim: Spot | None = None
        self._last = QPointF()
        self._pending: tuple[Rect, ...] = ()
        self._lit = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._blinked)
        self._tripled = QTimer(self)
        self._tripled.setSingleShot(True)

    # The mouse

    def press(self, event: QMouseEvent, /) -> bool:
        """Put the caret where the text was pressed; a third press selects the paragraph."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        at = event.position()
        spot = self._spot_at(at)
        if spot is None:
            self._acts.leave()
            return False
        near = (at - self._last).manhattanLength() < QApplication.startDragDistance()
        if self._tripled.isActive() and near:
            self.writer.select_paragraph(spot)
        elif self._in_selection(at) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._carrying = True
        else:
            self.writer.place(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._pressed, self._last = at, at
        self.show()
        return True

    def move(self, event: QMouseEvent, /) -> bool:
        """Select as far as the pointer goes, or carry what is selected."""
        if self._pressed is None:
            return not event.buttons()
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        spot = self._spot_at(event.position(), anywhere=True)
        if spot is not None and far:
            if self._carrying:
                self._aim = spot
            else:
                self.writer.place(spot, extend=True)
            self.show()
        return True

    def release(self, event: QMouseEvent, /) -> bool:
        """Drop what was carried; a press on the selection that carried nothing puts the caret there."""
        if self._pressed is None:
            return False
        if self._aim is not None:
            aim = self._aim
            self._try(lambda: self.writer.carry(aim))
        elif self._carrying:
            spot = self._spot_at(event.position())
            self.writer.place(spot) if spot else None
        self._pressed, self._aim, self._carrying = None, None, False
        self.show()
        return True

    def double_click(self, event: QMouseEvent, /) -> bool:
        """Select a word."""
        spot = self._spot_at(event.position())
        if spot is None:
            return False
        self.writer.select_word(spot)
        self._last = event.position()
        self._tripled.start(QApplication.doubleClickInterval())
        self.show()
        return True

    def wheel(self, event: QWheelEvent, /) -> bool:  # noqa: ARG002 - the page scrolls
        """Leave the wheel to the canvas."""
        return False

    # Keys

    def takes(self, event: QKeyEvent, /) -> bool:
        """Tell whether a key is the tool's: it is no shortcut then."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and not event.modifiers() & _COMMANDING):
            return True
        moving = any(event.matches(key) for key, *_ in _MOVES)
        return moving or _deletion(event) is not None or self._is_text(event)

    def key(self, event: QKeyEvent, /) -> bool:
        """Move, delete or write."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_out()
            return True
        return self._move_key(event) or self._delete_key(event) or self._write_key(event)

    def step_out(self) -> None:
        """Leave in steps: first the selection, then the text."""
        spot = self.writer.spot
        if self.writer.selection is not None and spot is not None:
            self.writer.place(spot)
            self.show()
        else:
            self._acts.leave()

    def _move_key(self, event: QKeyEvent) -> bool:
        found = next(((where, extend) for key, where, extend in _MOVES if event.matches(key)), None)
        if found is not None:
            self._try(lambda: self.writer.move(found[0], extend=found[1]))
        return found is not None

    def _delete_key(self, event: QKeyEvent) -> bool:
        found = _deletion(event)
        if found is not None:
            self._try(lambda: self.writer.delete(back=found[0], word=found[1]))
        return found is not None

    def _write_key(self, event: QKeyEvent) -> bool:
        entering = event.key() in _ENTER and not event.modifiers() & _COMMANDING
        if entering or self._is_text(event):
            self._try(lambda: self.writer.write("\n" if entering else event.text()))
            return True
        return False

    @staticmethod
    def _is_text(event: QKeyEvent) -> bool:
        return event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMANDING

    # The input method

    def written(self, event: QInputMethodEvent, /) -> bool:
        """Write what was chosen; show what is about to be, in its place on the page."""
        if self.writer.spot is None:
            return False
        committed, about = event.commitString(), event.preeditString()
        if self.writer.pending and not about:
            self.writer.preview("")
            self._acts.preview(None)
        if committed:
            self._try(lambda: self.writer.write(committed))
        composed = self.writer.preview(about) if about else None
        if composed is not None:
            self._acts.preview(composed)
        self._pending = self.writer.pending_boxes(composed) if composed is not None else ()
        self.show()
        return True

    def ask(self, query: Qt.InputMethodQuery, /) -> object:
        """Tell an input method where the text is and what stands round the caret."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        spot = self.writer.spot
        if spot is None:
            return None
        text, selection = self.writer.text_of(spot.element).text, self.writer.selection
        alone = selection is None or selection[0].element != selection[1].element
        anchor = spot.offset if selection is None or alone else selection[selection[0] == spot].offset
        answers: dict[Qt.InputMethodQuery, object] = {
            Qt.InputMethodQuery.ImSurroundingText: text,
            Qt.InputMethodQuery.ImCursorPosition: spot.offset,
            Qt.InputMethodQuery.ImAnchorPosition: anchor,
            Qt.InputMethodQuery.ImCurrentSelection: self.writer.selected_text(),
        }
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            box = self._pending[-1] if self._pending else self.writer.caret_box()
            return QRectF() if box is None else self._surface.view_rect(box)
        return answers.get(query)

    # What it looks like

    def show(self) -> None:
        """Show the caret where it is now, and begin its blinking anew."""
        self._lit = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)
        self._surface.viewport().update()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)
        self._acts.moved()

    def reveal(self) -> None:
        """Scroll the caret into view."""
        caret = self._caret()
        if caret is not None:
            self._surface.reveal(caret)

    def stop(self) -> None:
        """Blink no more; what an input method was about to write is not written."""
        self._blink.stop()
        self._pending, self._pressed, self._aim, self._carrying = (), None, None, False
        if self.writer.pending:
            QGuiApplication.inputMethod().reset()
            self.writer.preview("")
            self._acts.preview(None)
        self.writer.settle()
        self._surface.viewport().update()

    def paint(self, painter: QPainter, view: View, /) -> None:
        """Paint the selection behind, and the caret and the line below what is not written yet, over the text."""
        colour = self._surface.selection_colour
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        if not self._pending:
            for box in self.writer.selection_boxes():
                painter.fillRect(view.snapped(box), on_paper(colour, 0.3))
        painter.restore()
        for box in self._pending:
            self._underline(painter, view, box, QColor(colour))
        caret = self._caret()
        if caret is not None and self._lit:
            painter.fillRect(_broad(view.to_view(caret), view.ratio), QColor(colour))

    def _caret(self) -> Rect | None:
        if self._aim is not None:
            return self.writer.carets().box(self._aim)
        if self._pending:
            last = self._pending[-1]
            return Rect(last.right, last.y, 0, last.height) if last.height >= 1 else last
        return self.writer.caret_box()

    @staticmethod
    def _underline(painter: QPainter, view: View, box: Rect, colour: QColor) -> None:
        line = view.snapped(box)
        painter.fillRect(QRectF(line.left(), line.bottom(), line.width(), 1.5), colour)

    def _blinked(self) -> None:
        self._lit = not self._lit
        self._surface.viewport().update()

    # Inside

    def _spot_at(self, at: QPointF, *, anywhere: bool = False) -> Spot | None:
        """Return the spot at a position: where text or a frame for text is, or the nearest one anywhere."""
        point = at.toPoint()
        if not anywhere and self._surface.element_at(point) is None and self._surface.frame_at(point) is None:
            return None
        return self.writer.carets().spot_at(*self._surface.page_at(point))

    def _in_selection(self, at: QPointF) -> bool:
        x, y = self._surface.page_at(at.toPoint())
        return any(box.contains(x, y) for box in self.writer.selection_boxes())

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except BanxinError as problem:
            self._acts.fail(problem)
        self.show()
        self.reveal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Blink only while the canvas has the keyboard."""
        if event.type() == QEvent.Type.FocusOut:
            self._blink.stop()
            self._lit = True
        elif event.type() == QEvent.Type.FocusIn:
            self.show()
        return False


def _deletion(event: QKeyEvent) -> tuple[bool, bool] | None:
    """Return whether a key deletes backwards and whether a word; None where it deletes nothing."""
    found = next(((back, word) for key, back, word in _DELETIONS if event.matches(key)), None)
    plain = not event.modifiers() & _COMMANDING
    return (True, False) if event.key() == Qt.Key.Key_Backspace and plain else found


def _broad(box: QRectF, ratio: float) -> QRectF:
    """Return a caret as broad as can be seen, on whole device pixels."""
    left, top = round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio
    return QRectF(left, top, max(box.width(), _CARET), max(box.height(), _CARET))
