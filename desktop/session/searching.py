"""Finding and replacing over all articles: plain words or regular expressions, in what is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition
from desktop.model.settext import set_texts
from desktop.model.typing import Spot, spliced
from desktop.session.commands.command import Alone
from desktop.session.commands.structure import story_of, with_story

MOST = 5000
"""Places that are found at most; nobody looks through more."""


class Query(Struct, frozen=True):
    """What is looked for. ``pattern`` is a regular expression where ``regular``; otherwise it means itself."""

    pattern: str
    regular: bool = False
    case: bool = False

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern.

        Raises:
            UsageError: It is no regular expression; says where.
        """
        try:
            return re.compile(
                self.pattern if self.regular else re.escape(self.pattern), 0 if self.case else re.IGNORECASE
            )
        except re.error as problem:
            at = 0 if problem.pos is None else problem.pos + 1
            raise UsageError(
                "The regular expression breaks off at its character {at}: {why}.", at=at, why=problem.msg
            ) from None


class Hit(Struct, frozen=True):
    """A place found: characters ``[start, end)`` of an element's set text."""

    element: str
    start: int
    end: int

    @property
    def spots(self) -> tuple[Spot, Spot]:
        """Where it begins and ends."""
        return Spot(self.element, self.start), Spot(self.element, self.end, early=True)


def find(edition: Edition, query: Query) -> tuple[Hit, ...]:
    """Return where the articles say what is looked for, in reading order; empty matches are passed over.

    Raises:
        UsageError: The pattern is no regular expression.
    """
    if not query.pattern:
        return ()
    hits: list[Hit] = []
    for hit in _hits(edition, query.compiled()):
        hits.append(hit)
        if len(hits) == MOST:
            break
    return tuple(hits)


def _hits(edition: Edition, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for story in edition.stories:
        texts = set_texts(story)
        for element in story.elements:
            for found in pattern.finditer(texts[element.id].text):
                if found.end() > found.start():
                    yield Hit(element.id, found.start(), found.end())


def replacements(edition: Edition, query: Query, hits: Sequence[Hit], template: str) -> tuple[str, ...]:
    r"""Return what stands for each hit afterwards; with a regular expression ``\1`` and ``\g<name>`` are its groups.

    Raises:
        UsageError: The template names a group that the pattern has not.
    """
    if not query.regular:
        return (template,) * len(hits)
    pattern = query.compiled()
    texts = {key: text.text for story in edition.stories for key, text in set_texts(story).items()}
    made = (_expanded(pattern, texts.get(hit.element, ""), hit, template) for hit in hits)
    return tuple(made)


def _expanded(pattern: re.Pattern[str], text: str, hit: Hit, template: str) -> str:
    found = pattern.match(text, hit.start)
    try:
        return found.expand(template) if found else template
    except (re.error, IndexError) as problem:
        raise UsageError("What is to be put in cannot be read: {why}.", why=problem) from None


class ReplaceHits(Alone, frozen=True):
    """Replace places found, as one step; each hit by the text of the same number."""

    hits: tuple[Hit, ...]
    texts: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Replace {count} times", count=len(self.hits)) if len(self.hits) > 1 else message("Replace text")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the places replaced, the last of an element first, so that places stay what they are.

        Raises:
            UsageError: A place does not exist any more.
        """
        pairs = sorted(zip(self.hits, self.texts, strict=True), key=lambda pair: pair[0].start, reverse=True)
        for hit, text in pairs:
            plain = " ".join(text.splitlines())
            story = spliced(story_of(edition, hit.element), hit.element, hit.start, hit.end, plain, edition.emphases)
            edition = with_story(edition, story)
        return edition
