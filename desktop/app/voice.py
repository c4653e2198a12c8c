"""What is said to the person at the terminal, in their language: results to stdout, all else to stderr."""

from __future__ import annotations

import os
import sys

from desktop.errors import Message


class Voice:
    """Speaks a language: ``"zh"``, ``"en"``, or None for the one of the environment."""

    def __init__(self, language: str | None) -> None:
        self.language = language or _language_of_environment()
        self._catalogue: dict[str, str] | None = None

    def render(self, text: Message) -> str:
        """Return a message as a sentence of the language; an untranslated one stays English."""
        if self.language == "en":
            return str(text)
        if self._catalogue is None:
            from desktop.formats.catalogue import read_catalogue

            self._catalogue = read_catalogue(self.language)
        return text.render(self._catalogue.get(text.template) or text.template)

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
