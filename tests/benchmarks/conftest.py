"""Figures that are no times: told in a table of their own behind the benchmarks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[[str, str], None]
_FIGURES = pytest.StashKey[list[tuple[str, str]]]()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Tell a figure: what it is, and the value with its unit."""

    def add(name: str, value: str) -> None:
        request.config.stash.setdefault(_FIGURES, []).append((name, value))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures."""
    figures = config.stash.get(_FIGURES, [])
    if figures and config.getoption("benchmark_enable"):
        terminalreporter.section("figures")
        for name, value in figures:
            terminalreporter.write_line(f"{name:<64}{value:>16}")
