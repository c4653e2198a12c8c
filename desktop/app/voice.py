"""What is said to the person at the terminal, in their language: results to stdout, all else to stderr."""

from __future__ import annotations

import os
import sys

from desktop.errors import Message, Named
from desktop.formats.catalogue import CONTEXT as MESSAGES
from desktop.formats.catalogue import WORDS, read_catalogue


class Voice:
    """Speaks a language: ``"zh"``, ``"en"``, or None for the one of the environment."""

    def __init__(self, language: str | None) -> None:
        self.language = language or _language_of_environment()
        self._catalogue: dict[tuple[str, str], str] | None = None

    def render(self, text: Message) -> str:
        """Return a message as a sentence of the language; an untranslated one stays English."""
        values = {name: self._value(value) for name, value in text.values}
        template = self._translation(MESSAGES, text.template)
        return template.format(**values) if values else template

    def _value(self, value: object) -> object:
        """Return a value as it is said: messages inside, names of data and the program's own words translated."""
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, Named):
            return value.in_language(self.language)
        return self._translation(WORDS, value) if type(value) is str else value

    def _translation(self, context: str, text: str) -> str:
        if self.language == "en":
            return text
        if self._catalogue is None:
            self._catalogue = read_catalogue(self.language)
        return self._catalogue.get((context, text)) or text

    def result(self, line: str) -> None:
        """Print a line of the result."""
        sys.stdout.write(line + "\n")

    def tell(self, text: Message) -> None:
        """Print progress or a note."""
        sys.stderr.write(f"banxin: {self.render(text)}\n")

    def complain(self, text: Message) -> None:
        """Print an error, on one line."""
        sys.stderr.write(f"banxin: {' '.join(self.render(text).split())}\n")


def _language_of_environment() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
