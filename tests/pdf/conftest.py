from __future__ import annotations

import pytest

from desktop.fonts import FaceLibrary


@pytest.fixture(scope="session")
def library() -> FaceLibrary:
    return FaceLibrary(system_folders=())


@pytest.fixture(scope="session")
def song(library):
    return library.open("banxin-song")


@pytest.fixture(scope="session")
def kai(library):
    return library.open("banxin-kai")


@pytest.fixture
def epoch(monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1680134400")
