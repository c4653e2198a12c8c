"""What a composition was made of, so that it can be kept as long as that is the same."""

from __future__ import annotations

from desktop.compose.handover import onward_numbers, sources
from desktop.model.edition import Edition, Media, Page
from desktop.model.story import Story
from desktop.model.style import HouseStyle


class Made:
    """The records that a page's composition reads; those of the pages whose texts go on on it as well."""

    __slots__ = ("_choices", "_earlier", "_emphases", "_media", "_onward", "_page", "_phrases", "_stories", "_style")

    def __init__(self, edition: Edition, page: Page) -> None:
        placed = {element for flow in page.flows for element in flow.elements}
        shown = {frame.media for frame in page.frames}
        self._page: Page = page
        self._style: HouseStyle = edition.style
        self._phrases = edition.phrases
        self._choices = edition.choices
        self._emphases = edition.emphases
        self._stories: tuple[Story, ...] = tuple(
            story for story in edition.stories if any(element.id in placed for element in story.elements)
        )
        self._media: tuple[Media, ...] = tuple(media for media in edition.media if media.id in shown)
        self._onward = tuple(onward_numbers(edition, page).items())
        found = tuple(sources(edition, page))
        self._earlier = tuple((edition.printed_number(source), Made(edition, source)) for _, source, _ in found)

    @property
    def key(self) -> tuple[object, ...]:
        """Identities of the parts; valid as long as this record holds them, and equal only when all are the same."""
        return (
            id(self._page),
            id(self._style),
            self._phrases,
            self._choices,
            self._emphases,
            tuple(map(id, self._stories)),
            tuple(map(id, self._media)),
            self._onward,
            tuple((number, made.key) for number, made in self._earlier),
        )
