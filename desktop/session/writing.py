"""Writing on the page: a caret, a selection, and what keys and an input method do to the text.

Nothing is composed here but the page that is shown; where the caret stands is read from it (``carets``). What is typed
in one go is one step of the history; moving the caret ends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from desktop.compose import ComposedPage
from desktop.errors import Message
from desktop.geometry import Rect
from desktop.model.edition import Edition
from desktop.model.settext import SetText, StoryTexts
from desktop.model.typing import Spot
from desktop.session.carets import Advance, Carets
from desktop.session.commands.typing import (
    CUT,
    DELETE,
    MOVE,
    PASTE,
    TYPE,
    ReplaceText,
    between,
    replaced_text,
    sequence,
)
from desktop.session.session import Session
from desktop.session.wordwise import word_around, word_end, word_start


class Move(StrEnum):
    """Where the caret goes."""

    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word-left"
    WORD_RIGHT = "word-right"
    UP = "up"
    DOWN = "down"
    LINE_START = "line-start"
    LINE_END = "line-end"
    TEXT_START = "text-start"
    TEXT_END = "text-end"


class Writer:
    """The caret in the open edition's texts, on its current page.

    Args:
        session: The open edition.
        advance: The advance of a face's glyph in ems.
    """

    def __init__(self, session: Session, advance: Advance) -> None:
        self._session, self._advance = session, advance
        self._texts: dict[str, StoryTexts] = {}
        self._spot: Spot | None = None
        self._anchor: Spot | None = None
        self._along: float | None = None
        self._burst = 0
        self._pending = ""
        self._known: tuple[ComposedPage, Carets] | None = None

    # Where it is

    @property
    def spot(self) -> Spot | None:
        """Where the caret stands; None while no text is written in."""
        spot = self._spot
        if spot is None or not any(e.id == spot.element for s in self._session.edition.stories for e in s.elements):
            return None
        length = len(self.text_of(spot.element).text)
        return spot if spot.offset <= length else Spot(spot.element, length)

    @property
    def selection(self) -> tuple[Spot, Spot] | None:
        """The selected range, its beginning first; None where nothing is selected."""
        spot, anchor = self.spot, self._anchor
        if spot is None or anchor is None or (spot.element, spot.offset) == (anchor.element, anchor.offset):
            return None
        if spot.element == anchor.element:
            return (anchor, spot) if anchor.offset < spot.offset else (spot, anchor)
        order = self._order(anchor.element)
        if spot.element not in order:
            return None
        return (anchor, spot) if order.index(anchor.element) < order.index(spot.element) else (spot, anchor)

    @property
    def pending(self) -> str:
        """What an input method is about to write."""
        return self._pending

    def text_of(self, element: str) -> SetText:
        """Return an element's set text."""
        return self._text_in(self._session.edition, element)

    def selected_text(self) -> str:
        """Return what is selected, a line for every paragraph."""
        return "\n".join(self.text_of(e).text[low:high] for e, low, high in self._selected_parts())

    # Where it goes

    def place(self, spot: Spot | None, *, extend: bool = False) -> None:
        """Put the caret at a spot, taking the selection's end along if asked; ends what was typed in one go."""
        before = self.spot
        if extend and self._anchor is None:
            self._anchor = before
        elif not extend:
            self._anchor = None
        self._spot, self._along = spot, None
        self.settle()

    def select(self, start: Spot, end: Spot) -> None:
        """Select a range; the caret stands at its end."""
        self.place(start)
        self.place(end, extend=True)

    def select_word(self, spot: Spot) -> None:
        """Select the word, number or mark at a spot."""
        low, high = word_around(self.text_of(spot.element).text, spot.offset)
        self.select(Spot(spot.element, low), Spot(spot.element, high, early=True))

    def select_paragraph(self, spot: Spot) -> None:
        """Select all of an element."""
        length = len(self.text_of(spot.element).text)
        self.select(Spot(spot.element, 0), Spot(spot.element, length, early=True))

    def select_all(self) -> None:
        """Select the text in which the caret stands: all of its flow that is of one article."""
        spot = self.spot
        if spot is None:
            return
        own = {e.id for e in self._session.edition.story_of(spot.element).elements}
        order = [element for element in self._order(spot.element) if element in own]
        last = order[-1]
        self.select(Spot(order[0], 0), Spot(last, len(self.text_of(last).text), early=True))

    def move(self, where: Move, *, extend: bool = False) -> None:
        """Move the caret; without ``extend``, a selection is left at the side towards which it moves."""
        spot, selection = self.spot, self.selection
        if spot is None:
            return
        if selection and not extend and where in {Move.LEFT, Move.RIGHT}:
            self.place(selection[where is Move.RIGHT])
            return
        if where in {Move.UP, Move.DOWN}:
            found = self.carets().beside(spot, -1 if where is Move.UP else 1, self._along)
            if found is not None:
                self.place(found[0], extend=extend)
                self._along = found[1]
            return
        self.place(self._goal(spot, where), extend=extend)

    def _goal(self, spot: Spot, where: Move) -> Spot:
        text = self.text_of(spot.element).text
        if where in {Move.LINE_START, Move.LINE_END}:
            ends = self.carets().line_ends(spot)
            return spot if ends is None else ends[where is Move.LINE_END]
        if where in {Move.TEXT_START, Move.TEXT_END}:
            order = self._order(spot.element)
            element = order[0] if where is Move.TEXT_START else order[-1]
            return Spot(element, 0 if where is Move.TEXT_START else len(self.text_of(element).text))
        back = where in {Move.LEFT, Move.WORD_LEFT}
        if spot.offset == (0 if back else len(text)):
            return self._neighbour(spot, back=back) or spot
        if where in {Move.WORD_LEFT, Move.WORD_RIGHT}:
            offset = word_start(text, spot.offset) if back else word_end(text, spot.offset)
            return Spot(spot.element, offset)
        return Spot(spot.element, spot.offset + (-1 if back else 1))

    def _neighbour(self, spot: Spot, *, back: bool) -> Spot | None:
        """Return the end of the paragraph before, or the beginning of the one behind."""
        order = self._order(spot.element)
        at = order.index(spot.element) + (-1 if back else 1)
        if not 0 <= at < len(order):
            return None
        return Spot(order[at], len(self.text_of(order[at]).text) if back else 0)

    # What it writes

    def write(self, text: str, name: Message = TYPE) -> None:
        """Write a text in place of the selection, or at the caret.

        Raises:
            UsageError: The selection reaches over several articles.
        """
        spot, selection = self.spot, self.selection
        self._pending = ""
        if spot is None or (not text and selection is None):
            return
        start, end = selection or (spot, spot)
        self._replace(start, end, text, name)

    def delete(self, *, back: bool, word: bool = False) -> None:
        """Delete the selection, or what stands before or behind the caret; at a paragraph's edge it is put together."""
        spot = self.spot
        if spot is None:
            return
        if self.selection is not None:
            self.write("", DELETE)
            return
        where = {(True, False): Move.LEFT, (True, True): Move.WORD_LEFT, (False, False): Move.RIGHT}
        goal = self._goal(spot, where.get((back, word), Move.WORD_RIGHT))
        start, end = (goal, spot) if back else (spot, goal)
        if start != end and self._of_one_article(start, end):
            self._replace(start, end, "", DELETE)

    def cut(self) -> str:
        """Delete the selection and return its text."""
        text = self.selected_text()
        self.write("", CUT)
        return text

    def paste(self, text: str) -> None:
        """Write a text as a step of its own; every line is a paragraph."""
        self.settle()
        self.write(text, PASTE)
        self.settle()

    def carry(self, to: Spot) -> None:
        """Move what is selected to a spot, as one step; into itself it does not go."""
        selection, text = self.selection, self.selected_text()
        if selection is None:
            return
        start, end = selection
        span = list(self._span(start, end))
        if to.element in span and _within(to, start, end, span):
            return
        self.settle()
        self._replace(start, end, "", MOVE)
        moved = to
        if to.element == end.element and to.offset >= end.offset:
            moved = Spot(start.element, start.offset + to.offset - end.offset)
        self._replace(moved, moved, text, MOVE)
        self.settle()

    def settle(self) -> None:
        """End what is typed in one go."""
        self._burst += 1
        self._session.settle()

    def _replace(self, start: Spot, end: Spot, text: str, name: Message) -> None:
        command = ReplaceText(start, end, text, name, self._burst)
        _, behind = replaced_text(self._session.edition, start, end, text)
        self._spot, self._anchor, self._along = behind, None, None
        self._session.do(command, dragging=True)

    def _of_one_article(self, start: Spot, end: Spot) -> bool:
        edition = self._session.edition
        return edition.story_of(start.element).id == edition.story_of(end.element).id

    # What an input method is about to write

    def preview(self, text: str) -> ComposedPage | None:
        """Return the page as it would be with a text at the caret that is not written yet; None without any."""
        self._pending = text
        spot, selection = self.spot, self.selection
        if spot is None or not text:
            return None
        start, end = selection or (spot, spot)
        edition, _ = replaced_text(self._session.edition, start, end, text)
        page = self._session.page
        return self._session.compositions.composed_once(edition, page.id, draft=True) if page else None

    def pending_boxes(self, composed: ComposedPage) -> tuple[Rect, ...]:
        """Return where a previewed page shows what is not written yet."""
        spot, selection = self.spot, self.selection
        if spot is None:
            return ()
        start, end = selection or (spot, spot)
        edition, _ = replaced_text(self._session.edition, start, end, self._pending)
        carets = self._carets_of(edition, composed)
        return tuple(carets.selected(start.element, start.offset, start.offset + len(self._pending)))

    # What it looks like

    def carets(self) -> Carets:
        """Return where the caret can stand on the current page."""
        composed = self._session.composed()
        if self._known is None or self._known[0] is not composed:
            self._known = composed, self._carets_of(self._session.edition, composed)
        return self._known[1]

    def caret_box(self) -> Rect | None:
        """Return where the caret stands on the current page; None where it is not shown."""
        spot = self.spot
        if spot is None:
            return None
        return self.carets().box(spot) or self._below_neighbour(spot)

    def selection_boxes(self) -> tuple[Rect, ...]:
        """Return the boxes of what is selected on the current page."""
        carets = self.carets()
        return tuple(box for part in self._selected_parts() for box in carets.selected(*part))

    def _below_neighbour(self, spot: Spot) -> Rect | None:
        """Return where an empty paragraph would begin: below the paragraph before it."""
        before = self._neighbour(spot, back=True) if not spot.offset else None
        if before is None:
            return None
        ends = self.carets().line_ends(before)
        box = self.carets().box(ends[0]) if ends else None
        pitch = self._session.composed().display.pitch
        if box is None:
            return None
        return Rect(box.x, box.y + pitch, 0, box.height) if box.height else Rect(box.x - pitch, box.y, box.width, 0)

    # Inside

    def _selected_parts(self) -> Iterator[tuple[str, int, int]]:
        selection = self.selection
        if selection is None:
            return
        start, end = selection
        for element in self._span(start, end):
            low = start.offset if element == start.element else 0
            high = end.offset if element == end.element else len(self.text_of(element).text)
            yield element, low, high

    def _span(self, start: Spot, end: Spot) -> Iterable[str]:
        if start.element == end.element:
            return (start.element,)
        if self._of_one_article(start, end):
            return between(self._session.edition, start.element, end.element)
        order = self._order(start.element)
        return order[order.index(start.element) : order.index(end.element) + 1]

    def _order(self, element: str) -> tuple[str, ...]:
        return sequence(self._session.edition, element)

    def _text_in(self, edition: Edition, element: str) -> SetText:
        story = edition.story_of(element)
        return self._texts.setdefault(story.id, StoryTexts()).of(story)[element]

    def _carets_of(self, edition: Edition, composed: ComposedPage) -> Carets:
        shown = {run.element for run in composed.display.runs() if run.element is not None}
        known = {element.id for story in edition.stories for element in story.elements}
        texts = {element: self._text_in(edition, element) for element in shown & known}
        return Carets(composed.display, texts, self._advance)


def _within(spot: Spot, start: Spot, end: Spot, span: list[str]) -> bool:
    """Tell whether a spot lies in a range of elements, or at its edge."""
    at = (span.index(spot.element), spot.offset)
    return (0, start.offset) <= at <= (len(span) - 1, end.offset)
