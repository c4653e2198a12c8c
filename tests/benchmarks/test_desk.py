"""An evening at the layout desk: start, open, type, undo, in the real window; and memory after an hour of edits."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import cycle

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.app.window import sample_edition, workbench
from desktop.fonts import FaceLibrary
from desktop.formats.package import save_edition
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.opening import fonts_used
from desktop.settings import Settings
from desktop.ui.bridge import JobBell
from desktop.ui.window import MainWindow
from desktop.ui.workbench import Preferences
from tests.benchmarks.test_whole_process import ROOT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TYPED, UNDONE, COMMANDS = 60, 100, 10_000

_EMPTY = """from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
import os; os._exit(0)
"""

_START = """import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.app.window import workbench
from desktop.settings import Settings
from desktop.ui.bridge import JobBell
from desktop.ui.window import MainWindow
from desktop.ui.workbench import Preferences
window = MainWindow(workbench(Preferences(Settings(), Path(sys.argv[1])), JobBell().runner), "zh")
window.show()
window.files.open_sample()
app.processEvents()
assert window.frame.canvas.frame_rect("headline").isValid() or window.bench.session.page is not None
import os; os._exit(0)
"""

_HOUR = """import os, sys
from desktop.app.window import sample_edition
from desktop.compose import Composer
from desktop.fonts import FaceLibrary
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.session import Session
from desktop.session.commands import ReplaceText
faces = FaceLibrary()
session = Session(Composer(faces), faces)
session.take(sample_edition())
bodies = [e.id for e in session.edition.stories[0].with_role(Role.BODY)]
def held():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
session.composed()
first = held()
for number in range(int(sys.argv[1])):
    element = bodies[number % len(bodies)]
    start, end = Spot(element, 3), Spot(element, 3 + number // len(bodies) % 2)
    session.do(ReplaceText(start, end, "字" if number % 3 else "", burst=number))
    session.composed()
print(first, held(), len(session.history.done))
"""


def run(script: str, *words: str) -> str:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    variables["QT_QPA_PLATFORM"] = "offscreen"
    words = (sys.executable, "-c", script, *words)
    return subprocess.run(words, check=True, capture_output=True, text=True, env=variables, cwd=ROOT).stdout


@pytest.fixture
def window(qtbot, tmp_path):
    bell, faces = JobBell(), FaceLibrary()
    bench = workbench(Preferences(Settings(), tmp_path / "settings"), bell.runner, faces)
    made = MainWindow(bench, "zh")
    qtbot.addWidget(made, before_close_func=lambda window: window.leave())
    made.resize(1440, 900)
    made.show()
    yield made
    bench.autosave.close()
    bell.close()


@pytest.mark.benchmark(group="start to the first picture, as a whole process", min_rounds=5, warmup=True)
def test_empty_qt_window(benchmark):
    benchmark(run, _EMPTY)


@pytest.mark.benchmark(group="start to the first picture, as a whole process", min_rounds=5, warmup=True)
def test_start_with_the_sample(benchmark, tmp_path):
    benchmark(run, _START, str(tmp_path))


@pytest.mark.benchmark(group="in the window, each until it is painted")
def test_paint_alone(benchmark, window):
    """The floor: what is on the screen painted again, from what is kept."""
    window.files.open_sample()
    viewport = window.frame.canvas.viewport()

    def paint():
        viewport.update()
        QApplication.processEvents()

    benchmark.pedantic(paint, rounds=60)
    assert viewport.isVisible()


@pytest.mark.benchmark(group="in the window, each until it is painted")
def test_open_a_page(benchmark, window, tmp_path):
    opened, faces = sample_edition(), FaceLibrary()
    path = tmp_path / "page.banxin"
    window.bench.session.take(opened)
    displays = window.bench.session.displays()
    save_edition(path, opened.edition, displays, fonts_used(displays, faces))

    def open_page():
        window.bench.session.open(path)
        QApplication.processEvents()

    benchmark.pedantic(open_page, rounds=8, warmup_rounds=1)
    assert window.bench.session.path == path


@pytest.mark.benchmark(group="in the window, each until it is painted")
def test_type_a_character(benchmark, window):
    window.files.open_sample()
    element = window.bench.session.edition.stories[0].with_role(Role.BODY)[2].id
    window.writing.begin()
    window.writing.writer.place(Spot(element, 10))
    characters = cycle("今天的报纸在夜里付印，明早送到每一位读者手里。")

    def type_one():
        chosen = QInputMethodEvent()
        chosen.setCommitString(next(characters))
        QApplication.sendEvent(window.frame.canvas, chosen)
        QApplication.processEvents()

    benchmark.pedantic(type_one, rounds=TYPED)
    assert window.writing.writer.spot.offset >= 10


@pytest.mark.benchmark(group="in the window, each until it is painted")
def test_undo_a_step(benchmark, window):
    window.files.open_sample()
    element = window.bench.session.edition.stories[0].with_role(Role.BODY)[2].id
    writer = window.writing.writer
    for number in range(UNDONE + 1):
        writer.place(Spot(element, number % 20))
        writer.write("字")
    QApplication.processEvents()

    def undo():
        window.bench.session.undo()
        QApplication.processEvents()

    benchmark.pedantic(undo, rounds=UNDONE)
    assert isinstance(window, QMainWindow)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked in Linux's way")
@pytest.mark.benchmark(group="an hour of edits")
def test_memory_after_an_hour(benchmark, tell):
    count = COMMANDS if benchmark.enabled else 60
    told = benchmark.pedantic(run, args=(_HOUR, str(count)), rounds=1)
    first, last, steps = map(int, told.split())
    tell(f"memory with the sample page open, after {count} commands", f"{first} → {last} MB")
    assert steps > count // 2
