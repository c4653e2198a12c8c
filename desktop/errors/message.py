"""A translatable sentence."""

from __future__ import annotations

from msgspec import Struct


class Named(Struct, frozen=True):
    """A name that data gives in several languages, as a value of a message."""

    names: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """Return the name in ``"zh"`` or ``"en"``, else any."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()), "")

    def __str__(self) -> str:
        return self.in_language("en")


class Message(Struct, frozen=True):
    """A sentence for a person: an English template and the values that fill its braces.

    The template is the key of the translation catalogue; ``str()`` gives the English sentence.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def render(self, template: str) -> str:
        """Return the sentence with another (translated) template."""
        return template.format(**dict(self.values)) if self.values else template

    def __str__(self) -> str:
        return self.render(self.template)


def message(template: str, /, **values: object) -> Message:
    """Return a message; write ``message("{n} lines", n=3)``."""
    return Message(template, tuple(values.items()))
