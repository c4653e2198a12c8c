"""Single paragraphs set otherwise than their role and place say."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.style import ParagraphChoice
from desktop.session.commands.command import Alone
from desktop.session.flows import known_elements


class ChooseParagraphs(Alone, frozen=True):
    """Choose style, variants and level of single paragraphs; an empty choice gives the house style back."""

    choices: tuple[ParagraphChoice, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change paragraph style")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with these choices in the place of those of the same elements.

        Raises:
            UsageError: The edition has no such element, or its house style no such paragraph style or variant.
        """
        known_elements(edition, (choice.element for choice in self.choices))
        for choice in self.choices:
            _check(edition, choice)
        fresh = {choice.element: choice for choice in (*edition.choices, *self.choices)}
        choices = tuple(choice for choice in fresh.values() if choice)
        return edition if choices == edition.choices else replace(edition, choices=choices)


def _check(edition: Edition, choice: ParagraphChoice) -> None:
    house = edition.style
    if choice.style and house.paragraph_style(choice.style) is None:
        raise UsageError("The house style has no paragraph style “{name}”.", name=choice.style)
    missing = set(choice.variants) - {variant.id for variant in house.variants}
    if missing:
        raise UsageError("The house style has no variant “{name}”.", name=min(missing))
