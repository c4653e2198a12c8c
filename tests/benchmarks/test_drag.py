"""A picture dragged across the page: every step composed, and painted by the window's own canvas."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtWidgets import QApplication

from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.model.runaround import Place
from desktop.session import FrameDrag, Session
from desktop.ui.canvas import PageCanvas
from tests.benchmarks.articles import ARTICLE

pytestmark = pytest.mark.benchmark(group="a step of a picture's drag, composed and painted")

STEPS = 120
FRAME = 1000 / 60
"""Milliseconds between two pictures of a usual screen."""

PAGES = [
    ("article.txt", "special-report"),
    ("interview.txt", "broadsheet-feature"),
    ("news.txt", "tabloid-feature"),
]


def way(grid, width: int, height: int):
    """Yield places across the page: down its left half, over to the right, and up again, a line a step."""
    most = grid.lines - height
    for step in range(STEPS):
        down, back = divmod(step * 4 * most // (STEPS * 2), most)
        line = (most - back if down else back) + 1
        column = 1 + (step * max(1, grid.columns - width) // STEPS)
        yield Place(column, width, line, height)


@pytest.mark.parametrize(("article", "layout"), PAGES)
def test_drag(benchmark, qtbot, tell, article, layout):
    faces = FaceLibrary()
    session = Session(Composer(faces), faces)
    session.new([ARTICLE.with_name(article)], find_layout(layout))
    canvas = PageCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1400, 1000)
    canvas.show()
    names = {frame.id: frame.slot for frame in session.page.frames}
    canvas.set_display(session.composed().display, faces, {}, names)
    QApplication.processEvents()
    picture = next(f.id for f in session.page.frames if session.page.slot_of(f.id).kind.value == "picture")
    drag = FrameDrag(session, picture)
    places = way(session.page.layout.grid, 2, 14)
    shown = []

    def step(place):
        preview = drag.over(place)
        canvas.set_display(preview.composed.display, faces, {}, names)
        QApplication.processEvents()
        shown.append(preview.composed.display)

    gc.disable()  # as the window does while a picture is held
    try:
        benchmark.pedantic(step, setup=lambda: ((next(places),), {}), rounds=STEPS - 1)
    finally:
        gc.enable()
    if benchmark.enabled:
        times = sorted(time * 1000 for time in benchmark.stats.stats.data)
        tell(f"drag, {article} on {layout}: 95th percentile", f"{times[len(times) * 95 // 100]:.1f} ms")
        tell(f"drag, {article} on {layout}: steps inside a frame", f"{sum(t <= FRAME for t in times)} of {len(times)}")
    assert len(set(map(id, shown))) == len(shown)
