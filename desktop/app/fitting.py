"""``--copyfit``: the texts of all pages end exactly with their last column, and what was changed is told."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.compose import Composer
from desktop.compose.copyfit import TextPlan, copyfit
from desktop.errors import Message, message
from desktop.model.edition import Edition

_WORDS = 16
"""Characters of a text's beginning that are quoted."""


def fitted(edition: Edition, composer: Composer) -> tuple[Edition, tuple[Message, ...]]:
    """Return an edition with every page fitted, and what is to be said of it. Nothing is cut.

    Raises:
        FontError: A face of the house style cannot be opened.
    """
    notes: list[Message] = []
    for page in edition.pages:
        plan = copyfit(composer, edition, page)
        if plan.fitting != page.fitting:
            edition = edition.replacing_page(replace(page, fitting=plan.fitting))
        for text in plan.texts:
            notes += _told(text)
    return edition, tuple(notes)


def _told(text: TextPlan) -> Iterator[Message]:
    """Yield what was wrong with a text, each thing that was changed, and what would have to go."""
    if text.before.exact:
        return
    title = text.title if len(text.title) <= _WORDS else text.title[: _WORDS - 1] + "…"
    before, after = text.before.message, text.after.message
    if text.steps:
        yield message("Copyfit: “{title}”: {before}; now {after}", title=title, before=before, after=after)
    else:
        yield message("Copyfit: “{title}”: {before}; no lever suffices", title=title, before=before)
    for step in text.steps:
        yield message("  {step}", step=step.message)
    for sentence in text.sentences:
        words = "  would have to go: “{text}” ({chars} characters, {lines} lines)"
        yield message(words, text=sentence.text, chars=sentence.chars, lines=sentence.lines)
