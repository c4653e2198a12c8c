"""Corrections of what the program took each part for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import UsageError, message
from desktop.model.story import Element, Role
from desktop.model.style import KinsokuLevel, ParagraphChoice, ParagraphStyle
from desktop.session import Session
from desktop.session.choosing import position_beside
from desktop.session.commands import (
    AcceptChange,
    ChooseParagraphs,
    MoveToStory,
    SetKinsoku,
    SetPageDate,
    SetPageNumber,
)
from desktop.ui.actions import Handler
from desktop.ui.dialogs.split import SplitDialog
from desktop.ui.models.rows import Gap
from desktop.ui.placing import Perform
from desktop.ui.steps import Several, giving_role, joining, merging, ordering, splitting


class Goal(Struct, frozen=True):
    """A story that elements can move to; without an id, a new one."""

    story: str | None
    title: str


class EditingWork(QObject):
    """What the Text menu does.

    Signals:
        failed: a ``BanxinError`` to be shown.

    Args:
        session: the open edition.
        perform: does commands.
        window: the parent of dialogs.
    """

    failed = Signal(object)

    def __init__(self, session: Session, perform: Perform, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._perform, self._window = session, perform, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "text.split": self.ask_where_to_split,
            "text.merge": self.merge,
            "text.join": self.join,
            "text.up": lambda: self.move(-1),
            "text.down": lambda: self.move(1),
            "text.accept": lambda: self.judge_changes(accepted=True),
            "text.refuse": lambda: self.judge_changes(accepted=False),
        }

    def set_role(self, role: Role) -> None:
        """Give the selected elements a role, as one step."""
        edition = self._session.edition
        steps = [giving_role(edition, element, role) for element in self._session.selection.elements]
        if steps:
            name = steps[0].name if len(steps) == 1 else message("Change role")
            self._perform(Several(tuple(steps), name))

    def choices(self) -> tuple[ParagraphChoice, ...]:
        """Return what was chosen for each of the selected elements."""
        return tuple(self._session.edition.choice_of(element) for element in self._session.selection.elements)

    def further_styles(self) -> tuple[ParagraphStyle, ...]:
        """Return the further paragraph styles that the house has for the role of all selected elements."""
        edition = self._session.edition
        roles = {edition.element(element).role for element in self._session.selection.elements}
        return tuple(style for role, style in edition.style.further if roles == {role})

    def as_the_house_says(self) -> None:
        """Set the selected elements as the house style says, whatever was chosen for them."""
        self._choose([ParagraphChoice(choice.element) for choice in self.choices()])

    def set_style(self, name: str) -> None:
        """Set the selected elements in a paragraph style of the house."""
        self._choose([replace(choice, style=name) for choice in self.choices()])

    def set_variant(self, variant: str, chosen: bool) -> None:
        """Set the selected elements by a variant of the house's rules, or no longer."""
        kept = {c.element: tuple(id_ for id_ in c.variants if id_ != variant) for c in self.choices()}
        more = (variant,) if chosen else ()
        self._choose([replace(c, variants=(*kept[c.element], *more)) for c in self.choices()])

    def _choose(self, choices: Sequence[ParagraphChoice]) -> None:
        self._perform(ChooseParagraphs(tuple(choices)))

    def ask_where_to_split(self) -> None:
        """Show the selected element's text; splitting happens at the place chosen."""
        element = self._one()
        if element is not None:
            dialog = SplitDialog(self._window, element)
            dialog.split_asked.connect(lambda at: self._perform(splitting(self._session.edition, element.id, at)))
            dialog.open()

    def merge(self) -> None:
        """Put the next element of the story behind the selected one; several selected ones behind their first."""
        edition, chosen = self._session.edition, self._session.selection.elements
        pair = self._pair() if len(chosen) == 1 else None
        together = pair or self._in_order(chosen)
        if len(together) > 1:
            self._perform(merging(edition, together))

    def join(self) -> None:
        """Join the selected element with the next one of its role: one sentence cut in two."""
        pair = self._pair(same_role=True)
        if pair:
            self._perform(joining(self._session.edition, *pair))

    def move(self, by: int) -> None:
        """Read the selected elements earlier or later: by one element, a section by a section."""
        edition, chosen = self._session.edition, self._in_order(self._session.selection.elements)
        if chosen:
            story = edition.story_of(chosen[0])
            goal = position_beside(story, chosen, by)
            if goal is not None:
                self._perform(ordering(edition, chosen, story.id, goal))

    def move_into(self, elements: Sequence[str], gap: Gap) -> None:
        """Read elements where they were dropped in the outline."""
        self._perform(ordering(self._session.edition, elements, gap.story, gap.position))

    def goals(self) -> tuple[Goal, ...]:
        """Return the stories that the selected elements can move to: those of their file, and a new one."""
        elements = self._session.selection.elements
        if not elements:
            return ()
        home = self._session.edition.story_of(elements[0])
        others = (s for s in self._session.edition.stories if s.source == home.source and s.id != home.id)
        return (*(Goal(story.id, story.title) for story in others), Goal(None, ""))

    def move_to(self, story: str | None) -> None:
        """Move the selected elements to another story, or to a new one."""
        self._perform(MoveToStory(self._session.selection.elements, story))

    def judge_change(self, change: str, accepted: bool) -> None:
        """Accept or refuse one change."""
        self._perform(AcceptChange((change,), accepted))

    def judge_changes(self, *, accepted: bool) -> None:
        """Accept or refuse every change."""
        self._perform(AcceptChange((), accepted))

    def number_page(self, number: str) -> None:
        """Give the page its number."""
        page = self._session.page
        if page is not None and page.number != number.strip():
            self._perform(SetPageNumber(page.id, number))

    def kinsoku(self, level: KinsokuLevel | None) -> None:
        """Choose the page's line-break rules; None follows the house style."""
        page = self._session.page
        if page is not None and level != page.kinsoku:
            self._perform(SetKinsoku(page.id, level))

    def date_page(self, typed: str) -> None:
        """Give the page a date, written like 2026-03-30; none takes it away."""
        page = self._session.page
        if page is not None:
            try:
                day = date.fromisoformat(typed) if typed else None
            except ValueError:
                self.failed.emit(UsageError("“{date}” is no date; write it like 2026-03-30.", date=typed))
                return
            self._perform(SetPageDate(page.id, day))

    def _in_order(self, elements: Sequence[str]) -> tuple[str, ...]:
        """Return elements in reading order; none where they are of several stories."""
        if not elements:
            return ()
        home = [element.id for element in self._session.edition.story_of(elements[0]).elements]
        return tuple(e for e in home if e in elements) if set(home).issuperset(elements) else ()

    def _one(self) -> Element | None:
        elements = self._session.selection.elements
        return self._session.edition.element(elements[0]) if len(elements) == 1 else None

    def _pair(self, *, same_role: bool = False) -> tuple[str, str] | None:
        element = self._one()
        if element is None:
            return None
        following = _after(self._session.edition.story_of(element.id).elements, element)
        fitting = (e for e in following if not same_role or e.role is element.role)
        second = next(fitting, None)
        return (element.id, second.id) if second else None


def _after(elements: Sequence[Element], element: Element) -> Sequence[Element]:
    ids = [e.id for e in elements]
    return elements[ids.index(element.id) + 1 :]
