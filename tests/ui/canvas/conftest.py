from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from desktop.app.load import Wishes, load
from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.locator import resource
from desktop.ui.canvas import PageCanvas


@pytest.fixture(scope="session")
def library(tmp_path_factory) -> FaceLibrary:
    return FaceLibrary(system_folders=(), cache=tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def sample(library) -> PageDisplay:
    [loaded] = load([resource("sample/article.txt")], Wishes(layout="special-report"), library)
    return loaded.pages[0].display


@pytest.fixture
def blank(qtbot) -> PageCanvas:
    canvas = PageCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


@pytest.fixture
def canvas(blank, sample, library) -> PageCanvas:
    blank.set_display(sample, library, {}, {frame.id: frame.slot for frame in sample.frames})
    return blank
