"""Choosing files without blocking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import noop, tr

OPENABLE = noop("Articles and editions (*.txt *.text *.md *.banxin)")
ARTICLES = noop("Articles (*.txt *.text *.md)")
PICTURES = noop("Pictures and PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)")
EDITIONS = noop("Banxin editions (*.banxin)")
PDFS = noop("PDF (*.pdf)")
_ALL = noop("All files (*)")


def choose_files(
    parent: QWidget,
    title: str,
    kind: str,
    folder: str,
    done: Callable[[Sequence[Path]], None],
    *,
    several: bool = False,
) -> QFileDialog:
    """Ask for files to read; ``done`` is called with those chosen, and not at all when nothing was."""
    dialog = _dialog(parent, title, folder)
    dialog.setNameFilters([tr(kind), tr(_ALL)])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
    dialog.open()
    return dialog


def choose_target(parent: QWidget, title: str, kind: str, suggested: Path, done: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file to write; an existing one is confirmed by the dialog."""
    dialog = _dialog(parent, title, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr(kind)])
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    dialog.filesSelected.connect(lambda names: done(Path(names[0])))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder)
    dialog.setObjectName("filedialog")
    # Qt's own translation leaves these two out.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind:"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    give_back_focus(dialog, parent)
    return dialog
