"""What a wheel carries: the package with its resources, and neither tests nor the scripts that made the resources."""

from __future__ import annotations

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def parts() -> set[str]:
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


def test_everything_is_inside_the_package(parts):
    assert {part.partition("/")[0] for part in parts} == {"desktop"}


def test_resources_and_layouts_are_in(parts):
    for folder in ("resources", "layouts"):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        data = {path for path in here if not path.endswith((".py", ".pyc"))}
        assert {f"desktop/{path}" for path in data} <= parts
    assert "desktop/resources/i18n/banxin_zh_CN.ts" in parts


def test_scripts_that_made_the_resources_are_not(parts):
    assert [part for part in parts if part.startswith("desktop/resources/") and part.endswith(".py")] == []
    assert "desktop/ARCHITECTURE.md" not in parts
