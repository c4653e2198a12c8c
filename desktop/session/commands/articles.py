"""Articles joining the edition, and what of the desk's changes is set."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.corrections import refuse_change
from desktop.model.edition import Edition
from desktop.model.story import ChangeKind, FolioFields, Source, Story
from desktop.session.commands.command import Alone
from desktop.session.commands.structure import story_of


class AddArticle(Alone, frozen=True):
    """Add articles with their stories; their elements are unplaced."""

    sources: tuple[Source, ...]
    stories: tuple[Story, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Add article")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the articles behind its own.

        Raises:
            UsageError: An id is taken; read the files with ``read_articles`` for this edition.
        """
        sources, stories = (*edition.sources, *self.sources), (*edition.stories, *self.stories)
        for ids in (
            [source.id for source in sources],
            [story.id for story in stories],
            [element.id for story in stories for element in story.elements],
        ):
            if len(set(ids)) < len(ids):
                raise UsageError("The article is in the edition already.")
        return replace(edition, sources=sources, stories=stories)


class AcceptChange(Alone, frozen=True):
    """Accept or refuse listed changes; without ids, every normalisation of the edition."""

    ids: tuple[str, ...]
    accepted: bool

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Accept changes") if self.accepted else message("Refuse changes")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the changes marked; a pair of brackets is accepted or refused as one."""
        if not self.ids:
            stories = tuple(self._all(story) for story in edition.stories)
            return edition if stories == edition.stories else replace(edition, stories=stories)
        for change in self.ids:
            story = next((s for s in edition.stories if any(c.id == change for c in s.changes)), None)
            if story is None:
                raise UsageError("There is no change {id} any more.", id=change)
            fresh = refuse_change(story, change, self.accepted)
            edition = edition if fresh == story else edition.replacing_story(fresh)
        return edition

    def _all(self, story: Story) -> Story:
        """Mark a story's normalisations; cuts and edits are another matter."""
        kind, accepted = ChangeKind.NORMALISATION, self.accepted
        return replace(
            story, changes=tuple(replace(c, accepted=accepted) if c.kind is kind else c for c in story.changes)
        )


class EditFolio(Alone, frozen=True):
    """Correct what a piece of page furniture was read as: paper, date, weekday, page, editors."""

    element: str
    fields: FolioFields

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Edit folio")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the element's fields set; its characters stay."""
        story = story_of(edition, self.element)
        return edition.replacing_story(story.replacing(replace(story.element(self.element), folio=self.fields)))
