"""A session on an article of the usual shape, with faces and composer shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.model.layout import Layout
from desktop.session import Event, Session

SENTENCE = "山里的路修通以后，镇上的年轻人陆续回来，开起了民宿和茶馆，老人们也有了说话的去处。"
SECTIONS = ("修路先修心 山门一朝开", "回乡种新茶 旧屋变客栈", "夜校亮灯火 老少同读书", "一镇一本账 明白到人心")
ARTICLE = "\n".join(
    [
        "青岭山村的十年之变",
        "本报记者 林知远 通讯员 何小满",
        "青岭是一座山镇，十年前只有一条土路通到山外。如今，路通了，灯亮了，人也回来了。" * 2,
        *(line for head in SECTIONS for line in (head, *(SENTENCE * times for times in (3, 4, 2)))),
        "图为青岭镇新修的盘山公路。 林知远 摄",
        "",
    ]
)


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
