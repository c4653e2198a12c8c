"""Glyph positions against the golden files, which are updated on request only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.golden.cases import CASES

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("name", CASES)
def test_positions_are_as_they_were(name, update):
    golden = FOLDER / f"{name}.jsonl"
    lines = list(CASES[name]())
    if update:
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    wanted = golden.read_text(encoding="utf-8").splitlines()
    for number, (line, old) in enumerate(zip(lines, wanted, strict=False), 1):
        assert json.loads(line) == json.loads(old), f"{golden.name}, line {number}"
    assert len(lines) == len(wanted)


RULES = (
    "k1", "k2", "k3", "k4", "k5", "u1", "u2", "u3", "u4", "w1", "w2", "w3", "w4", "w5", "w6", "a1", "a2", "a3",
    "l1", "l2", "h1", "p1", "p2", "o1", "o2", "b1", "b2", "v1", "v2", "v3", "heads",
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_of_its_name(rule):
    assert any(name.startswith(f"{rule}-") for name in CASES)


def test_there_are_enough_cases_and_not_too_many():
    assert 30 <= len(CASES) <= 60
    assert max(path.stat().st_size for path in FOLDER.glob("*.jsonl")) < 14_000


def test_no_golden_file_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == set(CASES)


def test_updating_is_refused_in_ci(pytester_like, monkeypatch):
    done = pytester_like("--update-golden", env={"CI": "true"})
    assert done.returncode == 2
    assert "not updated in CI" in done.stdout + done.stderr


@pytest.fixture
def pytester_like():
    import os
    import subprocess
    import sys

    def run(*words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-q", str(FOLDER), "-k", "positions and l1", *words]
        return subprocess.run(
            command, env={**os.environ, **env}, cwd=FOLDER.parents[1], capture_output=True, text=True, check=False
        )

    return run
