"""What is said to the person at the terminal, in their language: results to stdout, all else to stderr."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from io import TextIOWrapper

from desktop.errors import Message, Named, TargetError
from desktop.formats.catalogue import CONTEXT as MESSAGES
from desktop.formats.catalogue import WORDS, read_catalogue

_UNSPEAKABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What an article may hold and a terminal would obey or refuse: control characters, directions, half characters."""


class Voice:
    """Speaks a language: ``"zh"``, ``"en"``, or None for the one of the environment."""

    def __init__(self, language: str | None) -> None:
        self.language = language or _language_of_environment()
        self._catalogue: dict[tuple[str, str], str] | None = None

    def render(self, text: Message) -> str:
        """Return a message as a sentence of the language; an untranslated one stays English."""
        values = {name: self._value(value) for name, value in text.values}
        template = self._translation(MESSAGES, text.template)
        return _UNSPEAKABLE.sub("\ufffd", template.format(**values)) if values else template

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
        try:
            sys.stdout.write(line + "\n")
        except OSError as problem:
            raise self._unwritten(problem) from problem

    def finish(self) -> None:
        """Bring the result to where it goes; what could not be written is said now, not by Python at its exit."""
        try:
            sys.stdout.flush()
        except OSError as problem:
            raise self._unwritten(problem) from problem

    def give_up(self) -> None:
        """Leave the output alone: what is still to be flushed goes nowhere."""
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _unwritten(self, problem: OSError) -> Exception:
        if isinstance(problem, BrokenPipeError):
            return problem
        self.give_up()
        why = problem.strerror or str(problem)
        return TargetError("The output was not written to its end: {why}.", why=why)

    def tell(self, text: Message) -> None:
        """Print progress or a note."""
        _murmur(f"banxin: {self.render(text)}\n")

    def complain(self, text: Message) -> None:
        """Print an error, on one line."""
        _murmur(f"banxin: {' '.join(self.render(text).split())}\n")


def use_utf8() -> None:
    """Write UTF-8, whatever the environment says: articles hold more characters than a local encoding has."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _murmur(line: str) -> None:
    """Write to standard error; where that is full or closed there is nobody left to tell."""
    with suppress(OSError, ValueError):
        sys.stderr.write(line)
        sys.stderr.flush()


def _language_of_environment() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
