"""Exporting for a press through the real window: presets with what they demand, what they would refuse, the file."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.formats.press_xml import press_ids
from desktop.ui.dialogs.pressing import PressDialog
from desktop.ui.window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier


def asked(window: MainWindow) -> PressDialog:
    window.table["file.press"].trigger()
    dialog = window.findChildren(PressDialog, "pressing")[-1]
    assert dialog.isVisible()
    return dialog


@pytest.mark.parametrize(("row", "said"), [(0, b"pdfaid:part>2<"), (1, b"PDF/X-4"), (2, b"PDF/X-1a:2003")])
def test_a_page_is_written_for_the_press_that_was_chosen(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path, row: int, said: bytes
) -> None:
    dialog = asked(sample)
    assert dialog.list.count() == len(press_ids())
    for _ in range(row):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down, NONE)
    assert dialog.preset.id == press_ids()[row]
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, NONE)
    files = sample.findChild(QFileDialog, "filedialog")
    assert files is not None
    target = tmp_path / "press.pdf"
    with qtbot.waitSignal(sample.export.exported, timeout=30_000):
        files.filesSelected.emit([str(target)])
    files.reject()
    with pikepdf.open(io.BytesIO(target.read_bytes())) as pdf:
        assert said in pdf.Root.Metadata.read_bytes()


def test_what_a_press_would_refuse_is_said_before(sample: MainWindow) -> None:
    session = sample.bench.session
    page = session.page
    assert page is not None
    dialog = asked(sample)
    dialog.list.setCurrentRow(press_ids().index("newspaper"))
    assert "✓" in dialog.said.text()
    dialog.reject()
    frame = next(f.id for f in page.frames if f.media is not None)
    session.select(frames=(frame,))
    sample.table["page.remove_picture"].trigger()
    dialog = asked(sample)
    dialog.list.setCurrentRow(press_ids().index("newspaper"))
    assert dialog.said.text().count("△") == 1
    dialog.list.setCurrentRow(press_ids().index("archive"))
    assert "✓" in dialog.said.text(), "an archive takes the page as it was"
    dialog.reject()


def test_escape_writes_nothing(sample: MainWindow) -> None:
    dialog = asked(sample)
    QTest.keyClick(dialog, Qt.Key.Key_Escape, NONE)
    assert not sample.export.busy
    assert sample.findChild(QFileDialog, "filedialog") is None
