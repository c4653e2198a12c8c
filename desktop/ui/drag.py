"""Dragging elements onto the page or within the outline: the window's own drag, which tells what a drop would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.session.preview import Fit, FitPreview
from desktop.ui.canvas.colours import DropState
from desktop.ui.edges import EdgeScroll, ScrollSurface
from desktop.ui.language import render, tr
from desktop.ui.models.rows import Gap

_GHOST_AT = QPoint(14, 18)
_MOUSE = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
_ENDING = (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationStateChange)
_STATES: Mapping[Fit, DropState] = {Fit.FITS: "ok", Fit.OVER: "over", Fit.SHORT: "short", Fit.REFUSED: "reject"}


class DropSurface(ScrollSurface, Protocol):
    """What the drag needs of the canvas."""

    def frame_at(self, position: QPoint, /) -> str | None:
        """Return the frame at a position of the viewport."""

    def show_drop(self, candidates: Mapping[str, bool], target: str | None, label: str, state: DropState) -> None:
        """Light up frames and tell what the drop would do."""

    def clear_drop(self) -> None:
        """Show no drop any more."""


class OrderSurface(ScrollSurface, Protocol):
    """What the drag needs of the outline."""

    def gap_at(self, position: QPoint, /) -> Gap | None:
        """Return between which elements a position of the viewport is."""

    def show_gap(self, gap: Gap | None) -> None:
        """Draw a line where a drop would go; none for None."""


class PageSurface(ScrollSurface, Protocol):
    """What the drag needs of the page list."""

    def page_at(self, position: QPoint, /) -> str | None:
        """Return the page whose small picture is at a position of the viewport."""


class ElementDrag(QObject):
    """One drag at a time: begins where a button is held, follows the pointer everywhere, ends with release or Esc.

    While it lasts it sees the application's mouse before all widgets do. The preview is composed when the pointer
    has come to rest in the event queue, so that the ghost never waits for it.

    Signals:
        dropped: elements and the frame they were dropped on.
        moved: elements and the ``Gap`` of the outline that they are to be read in.
        sent: elements and the page whose small picture they were dropped on.
        page_aimed: elements and the page whose small picture the pointer is over now; empty: over none.
        ended: the drag is over, whether it dropped something or not.
        followed: the drag was led to a global position.

    Args:
        window: the ghost floats in it.
        surface: the canvas.
        order: the outline.
        sheets: the page list.
        preview: tells what a drop of elements on a frame would do.
        candidates: tells of each frame whether it is meant for the elements.
    """

    dropped = Signal(tuple, str)
    moved = Signal(tuple, object)
    sent = Signal(tuple, str)
    page_aimed = Signal(tuple, str)
    ended = Signal()
    followed = Signal(QPoint)

    def __init__(
        self,
        window: QWidget,
        surface: DropSurface,
        order: OrderSurface,
        sheets: PageSurface,
        preview: Callable[[Sequence[str], str], FitPreview],
        candidates: Callable[[Sequence[str]], Mapping[str, bool]],
    ) -> None:
        super().__init__(window)
        self._window, self._surface, self._order, self._sheets = window, surface, order, sheets
        self._preview, self._find_candidates = preview, candidates
        self._elements: tuple[str, ...] = ()
        self._candidates: Mapping[str, bool] = {}
        self._target: str | None = None
        self._gap: Gap | None = None
        self._page: str | None = None
        self._at = QPoint()
        self._known: dict[str, FitPreview] = {}
        self._ghost = _ghost(window)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._tell)
        self._edges = EdgeScroll((surface, order, sheets), self)
        self._edges.scrolled.connect(lambda: self._aim(self._at))

    @property
    def active(self) -> bool:
        """Whether something is being dragged."""
        return bool(self._elements)

    @property
    def preview(self) -> FitPreview | None:
        """What a drop at the pointer would do, once it is known."""
        return self._known.get(self._target or "")

    def begin(self, elements: Sequence[str], text: str, at: QPoint) -> None:
        """Drag elements from a global position; ``text`` is shown on the ghost."""
        if self.active or not elements:
            return
        self._elements, self._known, self._target = tuple(elements), {}, None
        self._candidates = self._find_candidates(elements)
        self._ghost.setText(text)
        self._ghost.adjustSize()
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        _application().installEventFilter(self)
        self._surface.show_drop(self._candidates, None, "", "ok")
        self._follow(at)
        self._ghost.show()
        self._ghost.raise_()

    def cancel(self) -> None:
        """End the drag without a drop."""
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Take the mouse and Esc while something is dragged."""
        kind = event.type()
        if kind in _MOUSE:
            self._mouse(kind, cast("QMouseEvent", event))
            return True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            if cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
                event.accept()
                self.cancel()
                return True
        elif kind in _ENDING:
            self.cancel()
        return False

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if kind is QEvent.Type.MouseButtonPress:
            self.cancel()
            return
        self._follow(at)
        if kind is QEvent.Type.MouseButtonRelease:
            elements, target, gap, page = self._elements, self._target, self._gap, self._page
            self._end()
            if page is not None:
                self.sent.emit(elements, page)
            elif target is not None:
                self.dropped.emit(elements, target)
            elif gap is not None:
                self.moved.emit(elements, gap)

    def _follow(self, at: QPoint) -> None:
        self._ghost.move(self._ghost_at(self._window.mapFromGlobal(at)))
        self._edges.follow(at)
        self._aim(at)
        self.followed.emit(at)

    def _ghost_at(self, at: QPoint) -> QPoint:
        """Return where the ghost floats: below the pointer, above it where it would hide the status line."""
        below = at + _GHOST_AT
        hides = below.y() + self._ghost.height() > self._window.height() - 2 * self._ghost.fontMetrics().height()
        return QPoint(below.x(), at.y() - _GHOST_AT.y() - self._ghost.height()) if hides else below

    def _aim(self, at: QPoint) -> None:
        """Find what is under the pointer."""
        self._at = at
        inside, among = _within(self._surface.viewport(), at), _within(self._order.viewport(), at)
        self._aim_at_page(_within(self._sheets.viewport(), at))
        target = self._surface.frame_at(inside) if inside is not None else None
        self._gap = self._order.gap_at(among) if among is not None else None
        self._order.show_gap(self._gap)
        if target != self._target:
            self._target = target
            self._show()
            self._rest.start(0)

    def _aim_at_page(self, at: QPoint | None) -> None:
        page = self._sheets.page_at(at) if at is not None else None
        if page != self._page:
            self._page = page
            self.page_aimed.emit(self._elements, page or "")

    def settle(self) -> None:
        """Find out at once what a drop at the pointer would do."""
        self._rest.stop()
        self._tell()

    def _tell(self) -> None:
        if self._target is not None and self._target not in self._known:
            self._known[self._target] = self._preview(self._elements, self._target)
        self._show()

    def _show(self) -> None:
        known = self.preview
        state: DropState = _STATES[known.fit] if known else "ok"
        if known and known.pushed:
            state = "over"
        self._surface.show_drop(self._candidates, self._target, drop_words(known) if known else "", state)

    def _end(self) -> None:
        if not self.active:
            return
        self._elements, self._target, self._gap = (), None, None
        self._aim_at_page(None)
        self._rest.stop()
        self._edges.stop()
        self._order.show_gap(None)
        _application().removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        self._ghost.hide()
        self._surface.clear_drop()
        self.ended.emit()


def _within(viewport: QWidget, at: QPoint) -> QPoint | None:
    """Return a global position in a viewport's coordinates; None where it is not inside."""
    inside = viewport.mapFromGlobal(at)
    return inside if viewport.isVisible() and viewport.rect().contains(inside) else None


def drop_words(preview: FitPreview) -> str:
    """Return what a drop would do, and what it would push out elsewhere on the page."""
    pushed = sum(fit.over_chars for fit in preview.pushed)
    own = render(preview.message)
    return tr("{fit} · pushes out {count} characters", fit=own, count=f"{pushed:,}") if pushed else own


def _ghost(window: QWidget) -> QLabel:
    ghost = QLabel(window)
    ghost.setObjectName("ghost")
    ghost.setTextFormat(Qt.TextFormat.PlainText)
    ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ghost.hide()
    return ghost


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())
