"""The pages of the edition, small, one below the other: a click shows one, a drag puts it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QIcon, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.language import tr
from desktop.ui.panels.parts import panel_head

ROOM = QSize(72, 92)
"""Logical pixels that a page has."""
_REST = 250
"""Milliseconds without a change before pages are painted anew: typing does not wait for them."""
_PAGE = Qt.ItemDataRole.UserRole
_LINES = {True: Qt.PenStyle.SolidLine, False: Qt.PenStyle.DashLine}
"""How a page that text is dragged over is framed: whether it takes the text."""


class PageRow(Struct, frozen=True):
    """A page: its id, what it is called, and what is wrong with it, empty where nothing is."""

    page: str
    name: str
    trouble: str = ""


class PageList(QListWidget):
    """The list.

    Signals:
        page_chosen: id of the page to be shown.
        page_moved: id of a page, and between which pages it was put, counted from 0 before the move.
        menu_asked: the global position for a menu, about the page that is shown.
    """

    page_chosen = Signal(str)
    page_moved = Signal(str, int)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagelist")
        self.setAccessibleName(tr("Pages"))
        self.setIconSize(ROOM)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self._shown: tuple[tuple[PageRow, ...], str] | None = None
        self._press: tuple[str, QPoint] | None = None
        self._gap: int | None = None
        self._goal: tuple[str, bool] | None = None

    def show_rows(self, rows: Sequence[PageRow], current: str) -> None:
        """Show pages, and which one is the current one; pictures of those that were there stay."""
        item: QListWidgetItem | None = self.currentItem()
        if (tuple(rows), current) == self._shown and item is not None and item.data(_PAGE) == current:
            return  # as at nearly every character typed
        self._shown = (tuple(rows), current)
        icons = {self.item(at).data(_PAGE): self.item(at).icon() for at in range(self.count())}
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                item = QListWidgetItem(icons.get(row.page, QIcon()), row.name)
                item.setData(_PAGE, row.page)
                item.setText(f"{row.name}\n△ {row.trouble}" if row.trouble else row.name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name} {row.trouble}".strip())
                self.addItem(item)
                if row.page == current:
                    self.setCurrentItem(item)

    def show_picture(self, page: str, picture: QPixmap) -> None:
        """Show a page's picture."""
        for at in range(self.count()):
            if self.item(at).data(_PAGE) == page:
                icon = QIcon(picture)
                icon.addPixmap(picture, QIcon.Mode.Selected)  # else the style tints the page like a selected word
                self.item(at).setIcon(icon)

    def pages(self) -> tuple[str, ...]:
        """Return the ids of the pages, in order."""
        return tuple(str(self.item(at).data(_PAGE)) for at in range(self.count()))

    def page_at(self, position: QPoint, /) -> str | None:
        """Return the page at a position of the viewport."""
        item = self.itemAt(position)
        return str(item.data(_PAGE)) if item is not None else None

    def show_goal(self, page: str | None, *, takes: bool = True) -> None:
        """Light up the page that text would be dropped on, or frame it broken where it takes none; none for None."""
        goal = None if page is None else (page, takes)
        if goal != self._goal:
            self._goal = goal
            self.viewport().update()

    def scroll_by(self, dx: int, dy: int) -> bool:  # noqa: ARG002 - the list only scrolls up and down
        """Show what lies further down by pixels; tells whether anything moved."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + dy)
        return bar.value() != before

    def gap_at(self, at: QPoint) -> int:
        """Return between which pages a position of the viewport is, counted from 0."""
        for row in range(self.count()):
            box = self.visualItemRect(self.item(row))
            if at.y() < box.center().y():
                return row
        return self.count()

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a page; another button asks for its menu."""
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = (str(item.data(_PAGE)), event.position().toPoint())
        elif item is not None and event.button() == Qt.MouseButton.RightButton:
            self.menu_asked.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a page that is held follow the pointer: a line says where it would go."""
        if self._press is None:
            return
        at = event.position().toPoint()
        if self._gap is not None or (at - self._press[1]).manhattanLength() >= QApplication.startDragDistance():
            self._show_gap(self.gap_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the page where the line is."""
        press, gap, self._press = self._press, self._gap, None
        self._show_gap(None)
        if press is not None and gap is not None:
            self.page_moved.emit(press[0], gap)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where a page would go, or light up the page that text would go to."""
        super().paintEvent(event)
        self._paint_goal()
        if self._gap is None or not self.count():
            return
        last = self._gap == self.count()
        box: QRect = self.visualItemRect(self.item(self._gap - last))
        y = box.bottom() + 1 if last else box.top() - 1
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(8, y - 1, self.viewport().width() - 16, 2), QColor(self.palette().link().color()))
        painter.end()

    def _paint_goal(self) -> None:
        goal = self._goal
        at = next((row for row, page in enumerate(self.pages()) if goal and page == goal[0]), None)
        if goal is None or at is None:
            return
        takes, colour = goal[1], QColor(self.palette().link().color())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour if takes else QColor(self.palette().text().color()), 2, _LINES[takes]))
        colour.setAlpha(40 if takes else 0)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.visualItemRect(self.item(at)).adjusted(2, 1, -2, -1), 6, 6)
        painter.end()

    def _show_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_chosen.emit(str(item.data(_PAGE)))


class PagesPanel(QWidget):
    """The list under its title; it paints its pages while nothing else happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelbody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = PageList()
        self._waiting: list[str] = []
        self._painted: Callable[[str], QPixmap | None] = lambda _page: None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._paint_one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel_head(tr("Pages")))
        column.addWidget(self.list, 1)

    def set_painter(self, painted: Callable[[str], QPixmap | None]) -> None:
        """Take what paints a page by its id; None where its picture is still right."""
        self._painted = painted

    def show_rows(self, rows: Sequence[PageRow], current: str) -> None:
        """Show pages; they are painted when nothing has changed for a moment."""
        self.list.show_rows(rows, current)
        self._waiting = [row.page for row in rows]
        if self.isVisible() and rows:
            self._rest.start(_REST)

    def settle(self) -> None:
        """Paint all pages at once."""
        while self._waiting:
            self._paint_one()
        self._rest.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Paint nothing that nobody sees."""
        self._rest.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on painting."""
        super().showEvent(event)
        if self._waiting:
            self._rest.start(_REST)

    def _paint_one(self) -> None:
        """Paint one page, and let whatever else happens come before the next."""
        if not self._waiting:
            return
        page = self._waiting.pop(0)
        picture = self._painted(page)
        if picture is not None:
            self.list.show_picture(page, picture)
        if self._waiting:
            self._rest.start(0)
