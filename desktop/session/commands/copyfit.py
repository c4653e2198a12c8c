"""What copyfit found, made part of the page."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.compose.copyfit import Cut
from desktop.errors import Message, message
from desktop.model.corrections import cut_out
from desktop.model.edition import Edition
from desktop.model.fitting import NOTHING, Fitting
from desktop.session.commands.command import Alone
from desktop.session.commands.structure import story_of
from desktop.session.flows import page_of


class Copyfit(Alone, frozen=True):
    """Keep what copyfit decided about a page, and cut what a person has chosen to go; nothing decided takes it back.

    Every cut is listed as a change and can be refused like any other; it stays when copyfit is taken back.
    """

    page: str
    fitting: Fitting = NOTHING
    cuts: tuple[Cut, ...] = ()

    @property
    def name(self) -> Message:
        """What the history tells."""
        if self.cuts:
            return message("Copyfit with {count} cuts", count=len(self.cuts))
        return message("Copyfit") if self.fitting else message("Take copyfit back")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page fitted.

        Raises:
            UsageError: An element of which something is to go is not there any more, or has changed.
        """
        page = page_of(edition, self.page)
        for cut in self.cuts:
            story = story_of(edition, cut.element)
            fresh = cut_out(story, cut.element, cut.ranges)
            edition = edition if fresh == story else edition.replacing_story(fresh)
        return edition if page.fitting == self.fitting else edition.replacing_page(replace(page, fitting=self.fitting))
