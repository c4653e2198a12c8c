"""Commands with the names a person reads in the history: what was done to what."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from desktop.errors import Message, message
from desktop.model.edition import Edition, Page
from desktop.model.settext import set_text
from desktop.model.story import Role
from desktop.session.commands import (
    AssignElements,
    Command,
    JoinElements,
    MergeElements,
    MoveElements,
    SetRole,
    SplitElement,
    UnassignElements,
)
from desktop.ui.language import role_name
from desktop.ui.models.rows import first_words

_WORDS = 10
"""Characters of an element quoted in the name of a step."""


class Named(Struct, frozen=True):
    """A command under another name."""

    command: Command
    name: Message

    @property
    def merge(self) -> Hashable:
        """What the command itself says."""
        return self.command.merge

    def apply(self, edition: Edition) -> Edition:
        """Return the edition after the command."""
        return self.command.apply(edition)


def quoted(edition: Edition, elements: Sequence[str]) -> str:
    """Return the first words of elements."""
    element = edition.element(elements[0])
    return first_words(set_text(element, edition.story_of(element.id)).text, _WORDS)


def assigning(edition: Edition, page: Page, elements: Sequence[str], frame: str, language: str) -> Named:
    """Return the step that puts elements into a frame."""
    slot = page.slot_of(frame).name(language)
    name = message("Put “{text}” into “{slot}”", text=quoted(edition, elements), slot=slot)
    return Named(AssignElements(page.id, tuple(elements), (frame,)), name)


def taking_off(edition: Edition, elements: Sequence[str]) -> Named:
    """Return the step that takes elements off the page."""
    return Named(
        UnassignElements(tuple(elements)), message("Take “{text}” off the page", text=quoted(edition, elements))
    )


def giving_role(edition: Edition, element: str, role: Role) -> Named:
    """Return the step that gives an element another role."""
    name = message("Make “{text}” a {role}", text=quoted(edition, (element,)), role=role_name(role))
    return Named(SetRole(element, role), name)


def splitting(edition: Edition, element: str, at: int) -> Named:
    """Return the step that cuts an element in two at a source offset."""
    return Named(SplitElement(element, at), message("Split “{text}”", text=quoted(edition, (element,))))


def merging(edition: Edition, elements: Sequence[str]) -> Named:
    """Return the step that puts elements of one story behind the first of them."""
    first, *others = elements
    name = message("Merge “{text}” with what follows", text=quoted(edition, (first,)))
    return Named(Several(tuple(MergeElements(first, other) for other in others), name), name)


def joining(edition: Edition, first: str, second: str) -> Named:
    """Return the step that joins the halves of a sentence."""
    return Named(JoinElements(first, second), message("Join the sentence “{text}”", text=quoted(edition, (first,))))


def ordering(edition: Edition, elements: Sequence[str], story: str, position: int) -> Named:
    """Return the step that reads elements at another place."""
    name = message("Move “{text}” in the article", text=quoted(edition, elements))
    return Named(MoveElements(tuple(elements), story, position), name)


class Several(Struct, frozen=True):
    """Commands done as one step."""

    commands: tuple[Command, ...]
    name: Message

    @property
    def merge(self) -> Hashable:
        """None: a step of its own."""
        return None

    def apply(self, edition: Edition) -> Edition:
        """Return the edition after all of them, in order."""
        for command in self.commands:
            edition = command.apply(edition)
        return edition
