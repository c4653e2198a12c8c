"""``pytest tests/golden --update-golden`` writes the golden files anew; refused where CI=true."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.jsonl anew (never in CI)")


@pytest.fixture(scope="session")
def update(pytestconfig: pytest.Config) -> bool:
    wanted = bool(pytestconfig.getoption("--update-golden", default=False))
    if wanted and os.environ.get("CI", "").lower() == "true":
        pytest.exit("Golden files are not updated in CI: look at the change first, on your own machine.", returncode=2)
    return wanted
