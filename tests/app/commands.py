"""Running the command line inside the test's process, and reading what it said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import Struct

from desktop.app.main import run as run_words

SENTENCE_LIMIT = 400


class Said(Struct, frozen=True):
    """An exit code with what went to stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Console:
    """``console("check", file)`` runs a command in English."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, command: str, *words: object) -> Said:
        self._capsys.readouterr()
        code = run_words([command, *(str(word) for word in words), "--lang", "en"])
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def refused(self, command: str, *words: object) -> str:
        """Run a command that must not do anything; return its one sentence."""
        said = self(command, *words)
        assert said.code == 2, said
        assert said.out == ""
        lines = [line for line in said.err.splitlines() if " fits best " not in line]
        assert len(lines) == 1, lines
        assert lines[0].startswith("banxin: ")
        assert "Traceback" not in said.err
        sentence = lines[0].removeprefix("banxin: ")
        assert sentence.endswith(".")
        assert len(sentence) < SENTENCE_LIMIT
        assert "{" not in sentence
        return sentence
