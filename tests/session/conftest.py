"""A session on an article of the usual shape, with faces and composer shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.model.layout import Layout
from desktop.session import Event, Session
from tests.session.article import ARTICLE


@pytest.fixture(scope="session")
def faces(tmp_path_factory: pytest.TempPathFactory) -> FaceLibrary:
    return FaceLibrary(system_folders=(), cache=tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def layout() -> Layout:
    return find_layout("special-report")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "青岭.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def blank(faces: FaceLibrary) -> Session:
    return Session(Composer(faces), faces)


@pytest.fixture
def session(blank: Session, article: Path, layout: Layout) -> Session:
    blank.new([article], layout)
    return blank


@pytest.fixture
def events(session: Session) -> list[Event]:
    seen: list[Event] = []
    session.subscribe(seen.append)
    return seen
