"""What the pointer is over on the page, in a sentence for the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.model.edition import Edition, Media
from desktop.model.story import Role
from desktop.session import Session
from desktop.session.flows import SHOWING_PICTURES
from desktop.session.targets import section_of
from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.language import noop, role_name, tr
from desktop.ui.panels.frame_page import KIND_NAMES
from desktop.ui.shown import Shown
from desktop.ui.wording import fit_words, size_words

_FEW = 12
"""Characters of a title, a section or a name that the sentence tells."""
_DOES: Mapping[str, str] = MappingProxyType(
    {
        "text": noop("Click to select, double-click to write"),
        "frame": noop("Click to select"),
        "chosen text": noop("Drag into a frame, double-click to write"),
        "chosen frame": noop("Drag to move, corners to size"),
        "picture": noop("Click to select, double-click to crop"),
        "lost": noop("Double-click to choose the file again"),
        "no picture": noop("Double-click to place a picture"),
    }
)
"""What a hand can do, by what is under it."""


class PointWork(QObject):
    """Follows the pointer over the canvas while nothing is held and no tool is at work.

    Words are made only when something else comes under the pointer; nothing is painted or composed for them.

    Signals:
        pointed: the sentence; empty when the pointer is over no frame any more.

    Args:
        canvas: is watched.
        session: what is selected lies there.
        shown: what the window shows now, composed already.
        language: of slot names.
        parent: the window.
    """

    pointed = Signal(str)

    def __init__(
        self,
        canvas: PageCanvas,
        session: Session,
        shown: Callable[[], Shown | None],
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._session, self._shown, self._language = canvas, session, shown, language
        self._over: tuple[str | None, str | None] = (None, None)
        canvas.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Say nothing until the pointer moves: what is under it has changed."""
        self._show(None, None)

    def selection_changed(self) -> None:
        """Say anew what can be done with what is under the pointer, as it may be selected now."""
        over, self._over = self._over, (None, None)
        if over != self._over:
            self._show(*over)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Follow the pointer; every event goes on to the canvas, which may be going already: it is asked no more."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._follow(event)
        elif event.type() is QEvent.Type.Leave:
            self.forget()
        return False

    def _follow(self, event: QMouseEvent) -> None:
        if self._canvas.tool is not None or event.buttons() != Qt.MouseButton.NoButton:
            self.forget()
            return
        at: QPoint = event.position().toPoint()
        self._show(self._canvas.frame_at(at), self._canvas.text_at(at, event.modifiers()))

    def _show(self, frame: str | None, element: str | None) -> None:
        if (frame, element) != self._over:
            self._over = (frame, element)
            self.pointed.emit("" if frame is None else self._words(frame, element))

    def _words(self, frame: str, element: str | None) -> str:
        now = self._shown()
        return "" if now is None else pointed_words(now, self._session, frame, element, self._language)


def pointed_words(now: Shown, session: Session, frame: str, element: str | None, language: str) -> str:
    """Return what is at a place of the page, its size, how much finds no room, and what a hand can do there.

    Args:
        now: what the window shows.
        session: what is selected lies there.
        frame: that is there.
        element: whose text is there; None beside text.
        language: of slot names.
    """
    display = next((known for known in now.composed.display.frames if known.id == frame), None)
    if display is None:
        return ""
    fit = now.composed.fit_of_frame(frame)
    what = _frame_words(now, frame, language) if element is None else _text_words(now.edition, element)
    over = fit_words(fit) if fit is not None and fit.over_chars else ""
    size = size_words(now.page, display)["grid"]
    return " · ".join(filter(None, (*what, size, over, tr(_DOES[_case(now, session, frame, element)]))))


def _text_words(edition: Edition, element_id: str) -> tuple[str, ...]:
    """Return the role of an element, its story, and the section that it stands in."""
    element, story = edition.element(element_id), edition.story_of(element_id)
    head = edition.element(section_of(edition, element_id)[0])
    section = head.text if element.role is Role.BODY and head.role is Role.SUBHEAD else ""
    named = tr("“{title}”", title=_few(section)) if section else ""
    return role_name(element.role), tr("story “{title}”", title=_few(story.title)) if story.title else "", named


def _frame_words(now: Shown, frame: str, language: str) -> tuple[str, ...]:
    """Return the kind of a frame, what its layout calls it, and its picture or the story of its text."""
    slot, flow = now.page.slot_of(frame), now.page.flow_of_frame(frame)
    picture = _picture(now, frame)
    stories = dict.fromkeys(now.edition.story_of(element).title for element in flow.elements) if flow else ()
    holds = _few(picture.name) if picture else tr(", ").join(tr("story “{title}”", title=_few(t)) for t in stories if t)
    kind, name = tr(KIND_NAMES[slot.kind]), slot.name(language)
    return kind, name if name != kind else "", holds


def _case(now: Shown, session: Session, frame: str, element: str | None) -> str:
    """Return the case of ``_DOES`` that a place is."""
    chosen, picture = session.selection, _picture(now, frame)
    cases = {
        "chosen text": element is not None and element in chosen.elements,
        "text": element is not None,
        "lost": picture is not None and picture.lost,
        "chosen frame": frame in chosen.frames and now.page.frame(frame).place is not None,
        "picture": picture is not None,
        "no picture": now.page.slot_of(frame).kind in SHOWING_PICTURES,
    }
    return next((case for case, holds in cases.items() if holds), "frame")


def _picture(now: Shown, frame: str) -> Media | None:
    shown = now.page.frame(frame).media
    return next((media for media in now.edition.media if media.id == shown), None)


def _few(text: str) -> str:
    return text if len(text) <= _FEW else text[: _FEW - 1] + "…"
