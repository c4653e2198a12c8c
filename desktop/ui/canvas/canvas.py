"""The canvas: the page on its pasteboard, looked at, pointed at and scrolled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.session.guides import Guide
from desktop.ui.canvas.accessible import tell_chosen, tell_of_pages
from desktop.ui.canvas.colours import CanvasColours, DropState, FrameMark
from desktop.ui.canvas.grips import gripped
from desktop.ui.canvas.hint import paint_hint
from desktop.ui.canvas.keys import CanvasKeys
from desktop.ui.canvas.overlays import Drop
from desktop.ui.canvas.pointer import Pointer, PointerTarget
from desktop.ui.canvas.ports import way_line
from desktop.ui.canvas.sheetarea import SheetArea
from desktop.ui.canvas.spoken import SpokenFrame, spoken_frames, spoken_page, spoken_selection
from desktop.ui.canvas.tool import CanvasTool

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_SPREAD = 5
"""Logical pixels by which what lies over the page reaches over its place."""


class PageCanvas(SheetArea):
    """Shows one page. Positions are those of the viewport, in logical pixels; a slot's id does for its frame's.

    A click tells of one thing: the element whose text was hit, or else the frame, or else (empty id) of the pasteboard.
    With Alt held, at a frame's edge and where it is blank it tells of the frame.

    Signals:
        frame_clicked: frame id, empty beside all frames, and keyboard modifiers.
        element_clicked: element id and keyboard modifiers.
        frame_double_clicked: frame id; element_double_clicked: element id, and the position in the viewport.
        mark_clicked: id of the frame whose tag was clicked: more text than room, or room left.
        delete_asked: the selected frames are to go; they hold no text.
        context_requested: frame id, empty beside all frames, and the global position for a menu.
        element_drag_started: ids of the selected elements, and the pointer's global position.
        frame_drag_started: id of a picture's frame, the ``Grip`` that is held, and where it was taken, globally.
        frames_enclosed: ids of the frames round which a band was drawn, and keyboard modifiers.
        picture_pushed: id of the selected picture's frame, and millimetres across and down.
        port_pressed: id of the text frame whose port was pressed, and the position in the viewport.
        frame_nudged: id of the selected picture's frame, columns, lines, and whether they change its size.
    """

    frame_clicked = Signal(str, Qt.KeyboardModifier)
    element_clicked = Signal(str, Qt.KeyboardModifier)
    frame_double_clicked = Signal(str)
    element_double_clicked = Signal(str, QPoint)
    mark_clicked = Signal(str)
    delete_asked = Signal()
    context_requested = Signal(str, QPoint)
    element_drag_started = Signal(list, QPoint)
    frame_drag_started = Signal(str, object, QPoint)
    frame_nudged = Signal(str, int, int, bool)
    frames_enclosed = Signal(tuple, Qt.KeyboardModifier)
    picture_pushed = Signal(str, int, int)
    port_pressed = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_of_pages()
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)  # the pointer tells what it would take hold of
        self._hint = ""
        self._tool: CanvasTool | None = None
        self._pointer = Pointer(self._pointer_target())
        self._keys = CanvasKeys(self._pointer, self.zoom_in, self.zoom_out, self._nudge, self._push)
        self._describe()

    # What is shown

    def set_display(
        self,
        display: PageDisplay | None,
        faces: FaceLibrary,
        media: Mapping[str, Media],
        names: Mapping[str, str] = _NO_NAMES,
    ) -> None:
        """Show a page, or none. Zoom and place stay while the page's size is the same.

        Args:
            display: the page.
            faces: opens the faces that it is set in.
            media: its pictures by id.
            names: by frame id, what is written on the screen into frames in which nothing stands.
        """
        areas = self._sheet.show(display, faces, media, names)
        if display is not None:
            self._viewpoint.set_page(display.width, display.height)
        self._describe()
        if areas is None:
            self.viewport().update()
        self._update(areas or ())

    def _update(self, areas: Iterable[Rect]) -> None:
        """Paint areas of the page anew, with as much around them as lines over the page are wide."""
        view, region = self._viewpoint.view, QRegion()
        for area in areas:
            region |= view.to_view(area).toAlignedRect().adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD)
        self.viewport().update(region)

    @property
    def has_page(self) -> bool:
        """Whether there is a page."""
        return self._sheet.display is not None

    def set_tool(self, tool: CanvasTool | None) -> None:
        """Let a tool take the mouse, keys and input method; none: what is pointed at is selected and dragged."""
        self._pointer.forget()
        if self._tool is not None and tool is not self._tool:
            self.clear_drop()  # what the tool before was about to do
        self._tool = tool
        viewport = self.viewport()
        taking = tool is not None and tool.ask(Qt.InputMethodQuery.ImEnabled) is not None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, taking)
        self._sheet.overlays.writing = taking
        if tool is not None and tool.cursor is not None:
            viewport.setCursor(tool.cursor)
        else:
            viewport.unsetCursor()
        viewport.update()

    @property
    def tool(self) -> CanvasTool | None:
        """The tool that is chosen."""
        return self._tool

    def set_hint(self, text: str) -> None:
        """Say what to do while there is no page."""
        self._hint = text
        self.viewport().update()

    def set_grid_visible(self, visible: bool) -> None:
        """Show or hide the grid."""
        self._sheet.set_look(grid=visible)
        self.viewport().update()

    def set_preview(self, preview: bool) -> None:
        """Show nothing but what is printed, or all that helps again."""
        self._sheet.set_look(preview=preview)
        self.viewport().update()

    @property
    def palette_colours(self) -> CanvasColours:
        """The colours of all but the page itself."""
        return self._sheet.colours

    def set_palette_colours(self, colours: CanvasColours) -> None:
        """Take other colours."""
        self._sheet.set_look(colours=colours)
        self.viewport().update()

    def set_marks(self, marks: Mapping[str, FrameMark]) -> None:
        """Mark frames at their foot; frames that are not named lose their mark."""
        if marks != self._sheet.overlays.marks:
            self._sheet.overlays.marks = dict(marks)
            self.viewport().update()

    def set_selection(self, frames: Collection[str], elements: Collection[str]) -> None:
        """Show frames and elements as selected."""
        overlays, now = self._sheet.overlays, (tuple(frames), tuple(elements))
        if now != (overlays.frames, overlays.elements):
            overlays.frames, overlays.elements = now
            self._sheet.set_threads(overlays.threads)
            self.viewport().update()
            self._describe()
            tell_chosen(self)

    def set_threads(self, threads: Iterable[Sequence[str]]) -> None:
        """Take the frames through which texts run; the ways of those that are selected are shown."""
        view, region = self._viewpoint.view, QRegion()
        for way in self._sheet.set_threads(threads):
            line = way_line(view, way)
            box = QRectF(line.p1(), line.p2()).normalized().toAlignedRect()
            region |= box.adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD)
        self.viewport().update(region)

    def show_guides(self, guides: Iterable[Guide], /) -> None:
        """Draw guides as long as a drop is shown."""
        self._sheet.overlays.guides = tuple(guides)

    def show_drop(self, candidates: Mapping[str, bool], target: str | None, label: str, state: DropState) -> None:
        """Light up the frames that take what is dragged, and say at the target what a drop would do."""
        self._sheet.overlays.drop = Drop(dict(candidates), target, label, state)
        self.viewport().update()

    def clear_drop(self) -> None:
        """Show no drop any more."""
        self._sheet.overlays.drop, self._sheet.overlays.guides = None, ()
        self.viewport().update()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        area = event.rect()
        if self._sheet.display is None:
            paint_hint(painter, self.viewport().rect(), self._hint, self._sheet.colours)
        else:
            self._sheet.paint(painter, self._viewpoint.view, area, live=self.zooming)
            if self._tool is not None:
                self._tool.paint(painter, self._viewpoint.view)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the tool have the wheel; otherwise scroll and zoom."""
        if self._tool is not None and self._tool.wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at things, or begin to pan; a frame's tag leads to what it tells of."""
        mark, port = self._mark_at(event), None if self._tool else self._port_at(event)
        if mark is not None:
            self.mark_clicked.emit(mark)
        elif port is not None:
            self.port_pressed.emit(port, event.position().toPoint())
        elif self._tool is None or not self._tool.press(event):
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or begin to drag text."""
        if self._tool is None or not self._tool.move(event):
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning and clicking."""
        if self._tool is None or not self._tool.release(event):
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of a double click on text or in a frame."""
        self._pointer.forget()
        if event.button() != Qt.MouseButton.LeftButton or (self._tool and self._tool.double_click(event)):
            return
        at = event.position().toPoint()
        element, frame = self.text_at(at, event.modifiers()), self.frame_at(at)
        if element is not None:
            self.element_double_clicked.emit(element, at)
        elif frame is not None:
            self.frame_double_clicked.emit(frame)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the pointer, or by key at the selected frame."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            frame = next(iter(self._sheet.overlays.frames), "")
            seen = self.frame_rect(frame).intersected(self.viewport().rect())
            at = self.viewport().mapToGlobal(seen.center() if not seen.isEmpty() else self.viewport().rect().center())
        else:
            frame, at = self.frame_at(event.pos()) or "", event.globalPos()
        if self._sheet.display is not None:
            self.context_requested.emit(frame, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, pan, move a free picture; scroll by arrows."""
        if self._tool and self._tool.key(event):
            return
        if event.key() == Qt.Key.Key_Delete:  # what text stands there is taken off first, by the action of that key
            self.delete_asked.emit()
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the hand."""
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the tool's keys from being shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self._tool and self._tool.takes(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let the tool have what an input method writes."""
        if self._tool is None or not self._tool.written(event):
            super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Let the tool tell the input method where the text is."""
        answer = self._tool.ask(query) if self._tool else None
        return super().inputMethodQuery(query) if answer is None else answer

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the hand: the key's release goes elsewhere."""
        self._pointer.hold_space(False)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from frame to frame by Tab, and on to the next widget behind the last."""
        frames = [frame.id for frame in self._sheet.display.frames] if self._sheet.display else []
        selected = next((frames.index(frame) for frame in self._sheet.overlays.frames if frame in frames), None)
        at = (-1 if forward else len(frames)) if selected is None else selected
        at += 1 if forward else -1
        if not 0 <= at < len(frames):
            return super().focusNextPrevChild(forward)
        self.frame_clicked.emit(frames[at], Qt.KeyboardModifier.NoModifier)
        return True

    # Inside

    def _pointer_target(self) -> PointerTarget:
        viewport = self.viewport()
        return PointerTarget(
            frame_at=lambda at: self.frame_at(at) or self._edge_at(at),
            text_at=self.text_at,
            selected=lambda: self._sheet.overlays.elements,
            clicked=self._clicked,
            dragged=self.element_drag_started.emit,
            hold_at=self.hold_at,
            held=self.frame_drag_started.emit,
            band=self._show_band,
            enclosed=self._enclosed,
            pan=lambda by: self._viewpoint.scroll(by.x(), by.y()),
            cursor=lambda shape: viewport.unsetCursor() if shape is None else viewport.setCursor(shape),
        )

    def _show_band(self, start: QPoint | None, end: QPoint) -> None:
        self._sheet.overlays.band = None if start is None else QRectF(QPointF(start), QPointF(end)).normalized()
        self.viewport().update()

    def _enclosed(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Tell which frames a band was drawn round."""
        (x1, y1), (x2, y2) = self._on_page(start), self._on_page(end)
        band = Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
        if self._sheet.hits is not None:
            self.frames_enclosed.emit(self._sheet.hits.frames_within(band), modifiers)

    def _push(self, across: int, down: int) -> bool:
        """Tell that the selected picture is pushed inside its frame by keys."""
        frame = gripped(self._sheet.hits, self._sheet.overlays.frames)
        if frame is None or frame.media is None:
            return False
        self.picture_pushed.emit(frame.id, across, down)
        return True

    def _nudge(self, columns: int, lines: int, sizing: bool) -> bool:
        """Tell that the selected picture is moved by keys, if it stands free."""
        frame = gripped(self._sheet.hits, self._sheet.overlays.frames)
        if frame is None or not frame.free:
            return False
        self.frame_nudged.emit(frame.id, columns, lines, sizing)
        return True

    def _clicked(self, element: str | None, frame: str | None, modifiers: Qt.KeyboardModifier) -> None:
        if element is not None:
            self.element_clicked.emit(element, modifiers)
        else:
            self.frame_clicked.emit(frame or "", modifiers)

    def spoken_frames(self) -> Mapping[str, SpokenFrame]:
        """Return the frames in words, by id."""
        return spoken_frames(self._sheet)

    def spoken_selection(self) -> str:
        """Return in words what is selected."""
        return spoken_selection(self._sheet)

    def _describe(self) -> None:
        name, description = spoken_page(self._sheet, self._hint)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
