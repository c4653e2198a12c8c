"""Clicks and drags on outline and page: what they select, where they lead, which menu they open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.session.choosing import Choosing, chosen_with
from desktop.ui.cropping import CropWork
from desktop.ui.drag import ElementDrag
from desktop.ui.frame import WindowFrame
from desktop.ui.menus import Menus
from desktop.ui.menutable import CANVAS_MENU, OUTLINE_MENU, RULER_MENU
from desktop.ui.placing import PlacingWork
from desktop.ui.refresh import Refresh
from desktop.ui.writing import WritingWork


class Gestures(QObject):
    """Joins the outline's and the canvas's gestures with the session.

    Args:
        session: what is selected lies there.
        frame: the window's widgets.
        drag: begins where a gesture says so.
        placing: chooses pictures.
        menus: context menus.
        refresh: knows what elements are called.
        writing: begins where text is double-clicked.
        cropping: begins where a picture is.
        window: the parent of menus.
    """

    def __init__(
        self,
        session: Session,
        frame: WindowFrame,
        drag: ElementDrag,
        placing: PlacingWork,
        menus: Menus,
        refresh: Refresh,
        writing: WritingWork,
        cropping: CropWork,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._frame, self._drag, self._placing = session, frame, drag, placing
        self._menus, self._refresh, self._window = menus, refresh, window
        self._writing, self._cropping = writing, cropping
        outline, canvas = frame.outline, frame.canvas
        outline.elements_chosen.connect(session.select)
        outline.drag_begun.connect(self._begin_drag)
        outline.menu_asked.connect(self.outline_menu)
        canvas.frame_clicked.connect(self._frame_clicked)
        canvas.element_clicked.connect(self._element_clicked)
        canvas.frames_enclosed.connect(self._frames_enclosed)
        canvas.frame_double_clicked.connect(self._frame_opened)
        canvas.element_double_clicked.connect(self._element_opened)
        canvas.context_requested.connect(self.canvas_menu)
        canvas.element_drag_started.connect(self._begin_drag)
        frame.ruled.menu_asked.connect(lambda at: menus.context(RULER_MENU, window).popup(at))

    def outline_menu(self, at: QPoint) -> None:
        """Open the outline's menu at a global position."""
        self._menus.context(OUTLINE_MENU, self._window, self._refresh.reason()).popup(at)

    def canvas_menu(self, frame: str, at: QPoint) -> None:
        """Open the page's menu at a global position, for what is selected or else the frame there."""
        selection = self._session.selection
        if frame and frame not in selection.frames and not selection.elements:
            self._session.select(frames=(frame,))
        self._menus.context(CANVAS_MENU, self._window).popup(at)

    def _begin_drag(self, elements: tuple[str, ...] | list[str], at: QPoint) -> None:
        self._drag.begin(tuple(elements), self._refresh.ghost_text(tuple(elements)), at)

    def _frame_clicked(self, frame: str, modifiers: Qt.KeyboardModifier) -> None:
        page, how = self._session.page, _how(modifiers)
        if page is None or not frame:
            if how is Choosing.ALONE:
                self._session.select()
            return
        order = [known.id for known in page.frames]
        self._session.select(frames=chosen_with(self._session.selection.frames, frame, order, how))

    def _frames_enclosed(self, frames: tuple[str, ...], modifiers: Qt.KeyboardModifier) -> None:
        """Select what a band was drawn round; with Shift or Ctrl in addition to what is selected."""
        before = self._session.selection.frames if _how(modifiers) is not Choosing.ALONE else ()
        self._session.select(frames=tuple(dict.fromkeys((*before, *frames))))

    def _element_clicked(self, element: str, modifiers: Qt.KeyboardModifier) -> None:
        order = [e.id for story in self._session.edition.stories for e in story.elements]
        self._session.select(chosen_with(self._session.selection.elements, element, order, _how(modifiers)))

    def _frame_opened(self, frame: str) -> None:
        self._session.select(frames=(frame,))
        page = self._session.page
        if page is not None and self._placing.lost(frame) is not None:
            self._placing.choose_again()
        elif page is not None and page.frame(frame).media is not None:
            self._cropping.begin()
        else:
            self._placing.choose_picture()

    def _element_opened(self, element: str, at: QPoint) -> None:
        self._frame.outline.reveal(element)
        self._writing.begin_at(at)


def _how(modifiers: Qt.KeyboardModifier) -> Choosing:
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return Choosing.TOGGLE
    return Choosing.EXTEND if modifiers & Qt.KeyboardModifier.ShiftModifier else Choosing.ALONE
