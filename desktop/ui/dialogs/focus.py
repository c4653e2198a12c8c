"""After a dialog the keys go where they went before."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def give_back_focus(dialog: QDialog, window: QWidget) -> None:
    """Let the widget that has the focus now have it again once a dialog is closed.

    Without a window manager nobody else makes the window the active one again.
    """
    before = QApplication.focusWidget()
    holder = before if before is not None and before.window() is window.window() else None

    def back() -> None:
        if QApplication.activeModalWidget() is not None:  # another dialog took its place
            return
        window.window().activateWindow()
        if holder is not None and holder.isVisible():
            holder.setFocus()

    def later() -> None:
        QTimer.singleShot(0, window, back)

    dialog.finished.connect(later)
