"""Articles joining the edition, and what of the desk's changes is set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.story import Change, ChangeKind, FolioFields, Source, Story
from desktop.session.commands.command import Alone


@dataclass(frozen=True, slots=True)
class AddArticle(Alone):
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


@dataclass(frozen=True, slots=True)
class AcceptChange(Alone):
    """Accept or refuse listed changes; without ids, every normalisation of the edition."""

    ids: tuple[str, ...]
    accepted: bool

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Accept changes") if self.accepted else message("Refuse changes")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the changes marked; a pair of brackets is accepted or refused as one."""
        wanted = {_pair(change) for change in self.ids}
        stories = tuple(self._story(story, wanted) for story in edition.stories)
        return edition if stories == edition.stories else replace(edition, stories=stories)

    def _story(self, story: Story, wanted: set[str]) -> Story:
        changes = tuple(
            replace(change, accepted=self.accepted) if self._meant(change, wanted) else change
            for change in story.changes
        )
        return story if changes == story.changes else replace(story, changes=changes)

    def _meant(self, change: Change, wanted: set[str]) -> bool:
        return _pair(change.id) in wanted if self.ids else change.kind is ChangeKind.NORMALISATION


def _pair(change_id: str) -> str:
    """Return what both halves of a pair share: their ids end in a and b."""
    return change_id[:-1] if change_id[-1:] in {"a", "b"} else change_id


@dataclass(frozen=True, slots=True)
class EditFolio(Alone):
    """Correct what a piece of page furniture was read as: paper, date, weekday, page, editors."""

    element: str
    fields: FolioFields

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Edit folio")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the element's fields set; its characters stay."""
        try:
            story = edition.story_of(self.element)
        except KeyError:
            raise UsageError("There is no element {id} any more.", id=self.element) from None
        return edition.replacing_story(story.replacing(replace(story.element(self.element), folio=self.fields)))
