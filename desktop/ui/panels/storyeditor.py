"""The story editor: an article's text in one plain column, roles in the margin, beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.model.typing import Spot
from desktop.session.storytext import StoryRow, column_text, common, place_of, splice_of, spot_at
from desktop.ui.language import role_name, tr
from desktop.ui.theme import Theme

MARGIN = 72
"""Pixels of the margin in which the roles stand."""


class StoryColumn(QPlainTextEdit):
    """The column. What is typed is told as a splice; what it says in the end is what ``set_rows`` brings back.

    Signals:
        spliced: a ``Splice``.
        moved: the ``Spot`` of the caret.
    """

    spliced = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storycolumn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)  # the history is the edition's
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(MARGIN, 0, 0, 0)
        self.setAccessibleName(tr("Text of the article"))
        self.setTabChangesFocus(True)
        self._rows: tuple[StoryRow, ...] = ()
        self._theme: Theme | None = None
        self._breaks = False
        self._margin = _Margin(self)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.updateRequest.connect(lambda _rect, _by: self._margin.update())

    @property
    def rows(self) -> tuple[StoryRow, ...]:
        """The paragraphs that are shown."""
        return self._rows

    def set_rows(self, rows: Sequence[StoryRow]) -> None:
        """Show paragraphs; only what differs is exchanged, so that caret and scrolling stay."""
        self._rows = tuple(rows)
        wanted, now = column_text(self._rows), self.toPlainText()
        if wanted != now:
            with QSignalBlocker(self):
                self._exchange(now, wanted)
        self._margin.update()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._margin.update()
        self.viewport().update()

    def show_breaks(self, shown: bool) -> None:
        """Mark where the page ends its lines, or not."""
        self._breaks = shown
        self.viewport().update()

    def go_to(self, spot: Spot) -> None:
        """Put the caret at a spot and show it."""
        place = place_of(self._rows, spot)
        if place is not None and place != self.textCursor().position():
            with QSignalBlocker(self):
                cursor = self.textCursor()
                cursor.setPosition(place)
                self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _exchange(self, now: str, wanted: str) -> None:
        first = common(now, wanted)
        tail = common(now[first:][::-1], wanted[first:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(len(now) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(wanted[first : len(wanted) - tail])

    def _changed(self) -> None:
        splice = splice_of(self._rows, self.toPlainText())
        if splice is not None:
            self.spliced.emit(splice)

    def _moved(self) -> None:
        if self._rows and self.toPlainText() == column_text(self._rows):
            self.moved.emit(spot_at(self._rows, self.textCursor().position()))

    def event(self, event: QEvent) -> bool:
        """Keep letters and editing keys from being the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)):
                event.ignore()  # the edition's history, not the column's
                return False
            plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            editing = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
                       QKeySequence.StandardKey.SelectAll)  # fmt: skip
            if (plain and event.text()) or any(event.matches(key) for key in editing):
                event.accept()
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what Qt offers, less its own undo."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the column."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), MARGIN, inside.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and where the page ends its lines and what it does not show."""
        super().paintEvent(event)
        if self._theme is None:
            return
        painter = QPainter(self.viewport())
        for block, row in self._visible():
            if self._breaks:
                self._paint_places(painter, block, row.breaks, QColor(self._theme.selection), 0.35)
            if row.shown is not None:
                self._paint_places(painter, block, (row.shown,), QColor(self._theme.accent), 1.0)
        painter.end()

    def _paint_places(
        self, painter: QPainter, block: QTextBlock, places: Sequence[int], colour: QColor, strength: float
    ) -> None:
        """Paint an upright stroke before the characters at some places."""
        colour.setAlphaF(strength)
        painter.setPen(QPen(colour, 1.5))
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        for place in places:
            line = block.layout().lineForTextPosition(place)
            if line.isValid():
                found = cast("tuple[float, int]", line.cursorToX(place))
                x, top = origin.x() + found[0], origin.y() + line.y()
                painter.drawLine(QPointF(x, top + 2), QPointF(x, top + line.height() - 2))

    def paint_margin(self, painter: QPainter, width: int) -> None:
        """Paint the roles beside their paragraphs."""
        if self._theme is None:
            return
        for block, row in self._visible():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            colour = self._theme.muted if row.placed else self._theme.accent
            painter.setPen(QColor(colour))
            name = role_name(row.role) + ("" if row.placed else " ○")
            line = QRectF(0, box.top(), width - 10, self.fontMetrics().height() + 2)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width - 12)
            painter.drawText(line, flags, shown)

    def _visible(self) -> list[tuple[QTextBlock, StoryRow]]:
        """Return the blocks that are in view, with their paragraphs."""
        found: list[tuple[QTextBlock, StoryRow]] = []
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid() and block.blockNumber() < len(self._rows):
            if self.blockBoundingGeometry(block).translated(self.contentOffset()).top() > bottom:
                break
            found.append((block, self._rows[block.blockNumber()]))
            block = block.next()
        return found


class _Margin(QWidget):
    """Where the column's roles stand."""

    def __init__(self, column: StoryColumn) -> None:
        super().__init__(column)
        self._column = column

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the roles."""
        painter = QPainter(self)
        font = painter.font()
        font.setPointSizeF(max(1.0, font.pointSizeF() * 0.85))
        painter.setFont(font)
        self._column.paint_margin(painter, self.width())
        painter.end()


class StoryEditor(QWidget):
    """The column below a choice of article.

    Signals:
        story_chosen: a story's id.
    """

    story_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("storyeditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stories, self.column = QComboBox(), StoryColumn()
        self.stories.setAccessibleName(tr("Article"))
        self.stories.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.breaks = QCheckBox(tr("Line ends of the page"))
        self.breaks.toggled.connect(self.column.show_breaks)
        head = QVBoxLayout()  # below each other, so that large letters have room too
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(6)
        head.addWidget(self.stories)
        head.addWidget(self.breaks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.column, 1)
        self.stories.activated.connect(lambda _: self.story_chosen.emit(self.stories.currentData()))
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a line is still a line, and the words above it are whole."""
        return super().minimumSizeHint().expandedTo(QSize(260, 0))

    def set_stories(self, stories: Sequence[tuple[str, str]], current: str) -> None:
        """Offer articles as (id, title)."""
        with QSignalBlocker(self.stories):
            self.stories.clear()
            for story, title in stories:
                self.stories.addItem(title or tr("No head yet"), story)
            self.stories.setCurrentIndex(self.stories.findData(current))
